extension Schema {
  /// What plan and skills were read from, so that a refresh of an unchanged repository reads nothing; and whether a
  /// project is watched.
  static let readings = """
    ALTER TABLE projects ADD COLUMN plan_reading TEXT CHECK (plan_reading GLOB '{*');
    ALTER TABLE projects ADD COLUMN skills_reading TEXT CHECK (skills_reading GLOB '{*');
    ALTER TABLE projects ADD COLUMN watch INTEGER NOT NULL DEFAULT 0 CHECK (watch IN (0, 1));
    """
}
