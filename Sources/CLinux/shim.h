// What Swift's Glibc module leaves out: epoll, eventfd, signalfd, accept4, sendfile and O_TMPFILE.
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/sendfile.h>
#include <sys/signalfd.h>
#include <sys/socket.h>

// Declared here because the headers hide them without _GNU_SOURCE, which an importer may not define.
extern int accept4(int socket, struct sockaddr *address, socklen_t *length, int flags);
extern int mkostemp(char *template_, int flags);
extern int pthread_setname_np(pthread_t thread, const char *name);

// Macros that the importer cannot read.
static inline int linux_o_tmpfile(void) { return 020000000 | O_DIRECTORY; }
static inline uint32_t linux_epollet(void) { return 1u << 31; }
