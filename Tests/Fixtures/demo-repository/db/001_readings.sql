CREATE TABLE readings (
  harbour     text        NOT NULL,
  taken_at    timestamptz NOT NULL,
  millimetres integer     NOT NULL,
  PRIMARY KEY (harbour, taken_at)
);
