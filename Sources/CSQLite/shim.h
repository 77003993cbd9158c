#pragma once
#include <sqlite3.h>

// SQLITE_TRANSIENT is a cast of -1 to a function pointer, which Swift cannot import.
static inline sqlite3_destructor_type gantry_sqlite_transient(void) { return SQLITE_TRANSIENT; }

// sqlite3_db_config is variadic, which Swift cannot import.
static inline int gantry_sqlite_stable_plans(sqlite3 *db) {
  return sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_QPSG, 1, (int *)0);
}

static inline int gantry_sqlite_no_checkpoint_on_close(sqlite3 *db) {
  return sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
}

// Cuts the write-ahead log behind the last frame that its index counts; the caller holds the write lock.
//
// A commit whose fsync failed leaves all of its frames in the log, checksums included. The index does not count them and
// the next commit overwrites them, but a process that dies before that leaves them to recovery, which reads the log and
// not the index, and would bring back what was refused. Where the numbers stand in the index: sqlite.org/walformat.html
// (2.1), in the machine's byte order.
static inline int gantry_sqlite_cut_log(sqlite3 *db) {
  sqlite3_file *database = 0, *log = 0;
  int code = sqlite3_file_control(db, "main", SQLITE_FCNTL_FILE_POINTER, &database);
  if (code == SQLITE_OK) code = sqlite3_file_control(db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
  if (code != SQLITE_OK) return code;
  if (!database || !database->pMethods || database->pMethods->iVersion < 2 || !log || !log->pMethods) return SQLITE_OK;

  enum { indexPage = 32768, logHeader = 32, frameHeader = 24 };
  void volatile *mapped = 0;
  code = database->pMethods->xShmMap(database, 0, indexPage, 0, &mapped);
  if (code != SQLITE_OK || !mapped) return code;
  const volatile unsigned char *index = mapped;
  if (!index[12]) return SQLITE_OK;
  unsigned pageBytes = *(const volatile unsigned short *)(index + 14);
  if (pageBytes == 1) pageBytes = 65536;
  const unsigned frames = *(const volatile unsigned *)(index + 16);
  const sqlite3_int64 end = frames ? logHeader + (sqlite3_int64)frames * (frameHeader + pageBytes) : 0;

  sqlite3_int64 size = 0;
  code = log->pMethods->xFileSize(log, &size);
  if (code != SQLITE_OK || size <= end) return code;
  return log->pMethods->xTruncate(log, end);
}
