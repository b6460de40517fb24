// What Swift can't import from C: a variadic function, and structures that two headers define differently.
#ifndef CCHECKSUPPORT_H
#define CCHECKSUPPORT_H

/// Makes orphans of this process's children its own children, so that it can end them. 0, or -1 with errno.
int casebook_adopt_orphans(void);

/// Ends this process with a signal when its parent ends. 0, or -1 with errno.
int casebook_end_with_parent(int signal);

/// Data segments that a TCP socket has sent, those that it sent again not counted; -1 where the kernel does not tell.
long casebook_tcp_data_segments_sent(int descriptor);

/// Restricts the local ports of a socket (Linux 6.3). 0, or -1 with errno.
int casebook_set_local_ports(int descriptor, unsigned low, unsigned high);

#endif
