// Preloaded into a gantryd under test: makes writes and syncs fail, shifts the clock, and keeps what a power cut would
// leave. Never linked into a program.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "gantry_faults.h"

static struct gantry_faults *faults;

__attribute__((constructor)) static void attach(void) {
  const char *path = getenv("GANTRY_FAULTS");
  if (!path) return;
  int file = open(path, O_RDWR | O_CLOEXEC);
  if (file < 0) abort();
  void *map = mmap(NULL, sizeof(struct gantry_faults), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (map == MAP_FAILED) abort();
  close(file);
  faults = map;
}

// The function of this name that would have been called.
#define NEXT(name) ({ \
  static __typeof__(&name) next; \
  if (!next) next = (__typeof__(&name))dlsym(RTLD_NEXT, #name); \
  next; \
})
#define GET(field) __atomic_load_n(&faults->field, __ATOMIC_SEQ_CST)
#define COUNT(field) __atomic_add_fetch(&faults->field, 1, __ATOMIC_SEQ_CST)

// MARK: Files

static int path_of(int descriptor, char *path, size_t size) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, size - 1);
  if (length < 0) return -1;
  path[length] = 0;
  return 0;
}

static int ends_with(const char *text, const char *end) {
  size_t length = strlen(text), tail = strlen(end);
  return length >= tail && strcmp(text + length - tail, end) == 0;
}

// True for a file that the test means; others are left alone and not counted.
static int is_meant(int descriptor, char *path, size_t size) {
  if (!faults || GET(files) == 0 || path_of(descriptor, path, size) != 0) return 0;
  int64_t kind = ends_with(path, ".db") ? GANTRY_FAULTS_DATABASE
                 : ends_with(path, ".db-wal") ? GANTRY_FAULTS_LOG
                                              : GANTRY_FAULTS_OTHER;
  return (GET(files) & kind) != 0;
}

// The database is never opened a second time here: closing that descriptor would drop SQLite's locks on it.
static void keep_image(int descriptor, const char *path) {
  char image[4200], partial[4200];
  snprintf(image, sizeof image, "%s.synced", path);
  snprintf(partial, sizeof partial, "%s.partial", path);
  int copy = open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (copy < 0) abort();
  static __thread char buffer[1 << 16];
  off_t offset = 0;
  ssize_t count;
  while ((count = pread(descriptor, buffer, sizeof buffer, offset)) > 0) {
    if (write(copy, buffer, (size_t)count) != count) abort();
    offset += count;
  }
  if (count < 0 || close(copy) != 0 || rename(partial, image) != 0) abort();
}

static int synced(int descriptor, int (*next)(int)) {
  char path[4096];
  if (!is_meant(descriptor, path, sizeof path)) return next(descriptor);
  COUNT(syncs);
  while (GET(holds_syncs)) usleep(500);
  int64_t left = GET(failing_syncs);
  while (left > 0 && !__atomic_compare_exchange_n(&faults->failing_syncs, &left, left - 1, 0, __ATOMIC_SEQ_CST,
                                                  __ATOMIC_SEQ_CST)) {
  }
  if (left != 0) {
    COUNT(failures);
    errno = (int)GET(sync_error);
    return -1;
  }
  int result = next(descriptor);
  if (result == 0 && GET(keeps_images)) keep_image(descriptor, path);
  return result;
}

int fsync(int descriptor) { return synced(descriptor, NEXT(fsync)); }

int fdatasync(int descriptor) { return synced(descriptor, NEXT(fdatasync)); }

static int write_fails(int descriptor) {
  char path[4096];
  if (!is_meant(descriptor, path, sizeof path)) return 0;
  int64_t number = COUNT(writes);
  int64_t interval = GET(failing_write_interval);
  if (interval <= 0 || number % interval != 0) return 0;
  COUNT(failures);
  errno = (int)GET(write_error);
  return 1;
}

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset) {
  return write_fails(descriptor) ? -1 : NEXT(pwrite)(descriptor, bytes, count, offset);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t offset) {
  return write_fails(descriptor) ? -1 : NEXT(pwrite64)(descriptor, bytes, count, offset);
}

// MARK: The time of day

static int64_t clock_offset(void) { return faults ? GET(clock_offset_milliseconds) : 0; }

int clock_gettime(clockid_t clock, struct timespec *time) {
  int result = NEXT(clock_gettime)(clock, time);
  if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) {
    int64_t nanoseconds = time->tv_nsec + clock_offset() % 1000 * 1000000;
    time->tv_sec += clock_offset() / 1000;
    if (nanoseconds < 0) {
      nanoseconds += 1000000000;
      time->tv_sec -= 1;
    } else if (nanoseconds >= 1000000000) {
      nanoseconds -= 1000000000;
      time->tv_sec += 1;
    }
    time->tv_nsec = nanoseconds;
  }
  return result;
}

int gettimeofday(struct timeval *restrict time, void *restrict zone) {
  (void)zone;
  struct timespec now;
  if (clock_gettime(CLOCK_REALTIME, &now) != 0) return -1;
  time->tv_sec = now.tv_sec;
  time->tv_usec = now.tv_nsec / 1000;
  return 0;
}

time_t time(time_t *result) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (result) *result = now.tv_sec;
  return now.tv_sec;
}
