#define _GNU_SOURCE
#include "CSystemCalls.h"

#include <stdatomic.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static atomic_long syncs, writes, bytes;

long casebook_sync_calls(void) { return atomic_load(&syncs); }
long casebook_write_calls(void) { return atomic_load(&writes); }
long casebook_written_bytes(void) { return atomic_load(&bytes); }

static ssize_t counted(int descriptor, ssize_t count) {
  struct stat status;
  // Pipes and sockets are the harness's.
  if (count > 0 && fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)) {
    atomic_fetch_add(&writes, 1);
    atomic_fetch_add(&bytes, count);
  }
  return count;
}

int fsync(int descriptor) {
  atomic_fetch_add(&syncs, 1);
  return (int)syscall(SYS_fsync, descriptor);
}

int fdatasync(int descriptor) {
  atomic_fetch_add(&syncs, 1);
  return (int)syscall(SYS_fdatasync, descriptor);
}

ssize_t write(int descriptor, const void *data, size_t size) {
  return counted(descriptor, syscall(SYS_write, descriptor, data, size));
}

ssize_t pwrite(int descriptor, const void *data, size_t size, off_t offset) {
  return counted(descriptor, syscall(SYS_pwrite64, descriptor, data, size, offset));
}

ssize_t pwrite64(int descriptor, const void *data, size_t size, off64_t offset) {
  return counted(descriptor, syscall(SYS_pwrite64, descriptor, data, size, offset));
}
