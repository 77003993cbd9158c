#pragma once

// What a test asks of a process that has libgantryfaults.so preloaded, and what it learns of it.
//
// GANTRY_FAULTS names a file of this size, which both map; every field is read and written atomically, at any time.

#include <stdint.h>

enum gantry_faults_file {
  GANTRY_FAULTS_DATABASE = 1,
  GANTRY_FAULTS_LOG = 2,
  GANTRY_FAULTS_OTHER = 4,
};

struct gantry_faults {
  // The files meant by the fields below: the sum of `gantry_faults_file`s.
  int64_t files;
  // How many of the next fsync and fdatasync fail with `sync_error`, without doing anything; -1: all.
  int64_t failing_syncs;
  int64_t sync_error;
  // While it is not 0, syncs wait.
  int64_t holds_syncs;
  // Every so many-th write fails with `write_error`; 0: none.
  int64_t failing_write_interval;
  int64_t write_error;
  // Added to the time of day.
  int64_t clock_offset_milliseconds;
  // After each fsync that went well, what was synced is copied to a file beside, with ".synced" behind its name: what a
  // power cut would leave of it at least.
  int64_t keeps_images;
  // Counted by the process.
  int64_t syncs;
  int64_t writes;
  int64_t failures;
};
