// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded into a program under test: what it does to a history file fails as the words in the file CONSOLE_FAULTS say,
// for as long as that file is there. EROFS, ENOSPC, EIO: nothing can be written; EIO-SYNC: only syncing fails;
// SLOW-SYNC: a sync takes 200 ms; SLOWISH-SYNC: 5 ms, as on a plain disk. A disk that is really full would need a mount, and so the right to make one.
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

constexpr char kOurFile[] = ".sqlite"; // and its -wal, -shm

bool hasFault(const char *word)
{
    static const char *const path = ::getenv("CONSOLE_FAULTS");
    const int before = errno;
    char text[64] = {};
    const long file = path == nullptr ? -1 : ::syscall(SYS_openat, AT_FDCWD, path, O_RDONLY | O_CLOEXEC);
    if (file >= 0) {
        [[maybe_unused]] const long count = ::syscall(SYS_read, file, text, sizeof text - 1);
        ::syscall(SYS_close, file);
    }
    errno = before;
    return std::strcmp(text, word) == 0;
}

int writeFault()
{
    return hasFault("EROFS") ? EROFS : hasFault("ENOSPC") ? ENOSPC : hasFault("EIO") ? EIO : 0;
}

bool isOurs(int descriptor)
{
    char link[32];
    char path[4096] = {};
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    return ::readlink(link, path, sizeof path - 1) > 0 && std::strstr(path, kOurFile) != nullptr;
}

/// Whether the call has to fail; errno is set then.
bool failsToWrite(int descriptor)
{
    const int fault = writeFault();
    if (fault == 0 || !isOurs(descriptor))
        return false;
    errno = fault;
    return true;
}

bool failsToSync(int descriptor)
{
    const long pause = hasFault("SLOW-SYNC") ? 200'000'000 : hasFault("SLOWISH-SYNC") ? 5'000'000 : 0;
    if (pause > 0 && isOurs(descriptor)) {
        const timespec time {0, pause};
        ::nanosleep(&time, nullptr);
    }
    if (!hasFault("EIO-SYNC") || !isOurs(descriptor))
        return false;
    errno = EIO;
    return true;
}

int openFile(const char *path, int flags, mode_t mode)
{
    const bool changes = (flags & (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC)) != 0;
    if (changes && hasFault("EROFS") && std::strstr(path, kOurFile) != nullptr) {
        errno = EROFS;
        return -1;
    }
    return int(::syscall(SYS_openat, AT_FDCWD, path, flags, mode));
}

mode_t modeOf(int flags, va_list more)
{
    return (flags & O_CREAT) != 0 ? mode_t(va_arg(more, int)) : 0;
}

} // namespace

extern "C" {

int open(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const mode_t mode = modeOf(flags, more);
    va_end(more);
    return openFile(path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const mode_t mode = modeOf(flags, more);
    va_end(more);
    return openFile(path, flags | O_LARGEFILE, mode);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t at)
{
    return failsToWrite(descriptor) ? -1 : ::syscall(SYS_pwrite64, descriptor, bytes, count, at);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t at)
{
    return failsToWrite(descriptor) ? -1 : ::syscall(SYS_pwrite64, descriptor, bytes, count, at);
}

ssize_t write(int descriptor, const void *bytes, size_t count)
{
    return failsToWrite(descriptor) ? -1 : ::syscall(SYS_write, descriptor, bytes, count);
}

int ftruncate(int descriptor, off_t length) noexcept
{
    return failsToWrite(descriptor) ? -1 : int(::syscall(SYS_ftruncate, descriptor, length));
}

int ftruncate64(int descriptor, off64_t length) noexcept
{
    return failsToWrite(descriptor) ? -1 : int(::syscall(SYS_ftruncate, descriptor, length));
}

int fsync(int descriptor)
{
    return failsToSync(descriptor) ? -1 : int(::syscall(SYS_fsync, descriptor));
}

int fdatasync(int descriptor)
{
    return failsToSync(descriptor) ? -1 : int(::syscall(SYS_fdatasync, descriptor));
}

} // extern "C"
