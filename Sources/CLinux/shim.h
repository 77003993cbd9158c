#pragma once

// glibc shows these only under _GNU_SOURCE, which the Swift importer does not define.
//
// No header here may define `struct stat` (<fcntl.h> and <sys/mount.h> do): which of two modules owns a type that both
// define depends on what was built before, and whoever uses its members has to import the owner.

#include <errno.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

extern int pipe2(int descriptors[2], int flags);
extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);

// Of <sys/mount.h>.
extern int mount(const char *source, const char *target, const char *type, unsigned long flags, const void *data);
extern int umount2(const char *target, int flags);
static const int gantry_mnt_detach = 2;

// POSIX_SPAWN_SETSID of <spawn.h>: the child leads a session, and so a process group, of its own.
static const short gantry_posix_spawn_setsid = 0x80;

// A descriptor that polls readable when the process ends (Linux 5.3); -1 with errno where it does not exist.
static inline int gantry_pidfd_open(pid_t pid) { return (int)syscall(SYS_pidfd_open, pid, 0); }

// Renames unless the new name is taken (EEXIST). File systems that cannot do it in one step get a link and an unlink,
// which is the same for a file that only we know of.
static inline int gantry_rename_new(const char *from, const char *to) {
  const int here = -100;  // AT_FDCWD of <fcntl.h>
  if (syscall(SYS_renameat2, here, from, here, to, 1 /* RENAME_NOREPLACE */) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return -1;
  if (link(from, to) != 0) return -1;
  return unlink(from);
}

// Signals the process behind a descriptor, and never another one that got its number (Linux 5.1); -1 with errno.
static inline int gantry_pidfd_send_signal(int descriptor, int signal) {
  return (int)syscall(SYS_pidfd_send_signal, descriptor, signal, (void *)0, 0);
}

// Orphaned descendants become children of this process instead of init's (Linux 3.4); -1 with errno. prctl is variadic,
// which Swift cannot call.
static inline int gantry_become_subreaper(void) { return prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0); }
