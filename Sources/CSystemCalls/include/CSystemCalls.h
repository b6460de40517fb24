// Counts the system calls that write and sync, of this whole program and of the libraries that it loads.
//
// The functions below take the place of the C library's, so they belong into a program and never into a library that others
// link: they would count there, too.
#ifndef CSYSTEMCALLS_H
#define CSYSTEMCALLS_H

/// Calls of fsync and fdatasync so far.
long casebook_sync_calls(void);

/// Calls of write, pwrite and pwrite64 to regular files so far, and the bytes that they wrote.
long casebook_write_calls(void);
long casebook_written_bytes(void);

#endif
