#pragma once
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

/* glibc has no wrapper for openat2(2), and Swift cannot call the variadic syscall(2).
   Opens `path` for reading, below `directory` and through no symbolic link. */
static inline int openat2_beneath(int directory, const char *path) {
    struct open_how how = {
        .flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK,
        .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS,
    };
    return (int)syscall(SYS_openat2, directory, path, &how, sizeof how);
}

/* glibc shows O_PATH only under _GNU_SOURCE, which an importer may not define. */
static inline int linux_o_path(void) { return 010000000; }
