"""Walls around one child of the warm process: namespaces, mounts, limits, system calls.

Linux only. ``os.unshare`` came with Python 3.12; ``ctypes`` reaches the same calls everywhere.
"""

import ctypes
import os
import resource
import signal

from autograder.engine.sandbox.places import HOME

_libc = ctypes.CDLL(None, use_errno=True)

NEW_MOUNTS, NEW_USER, NEW_PROCESSES = 0x00020000, 0x10000000, 0x20000000
NEW_IPC, NEW_NAMES = 0x08000000, 0x04000000
NO_SUID, NO_DEVICES, READ_ONLY, REMOUNT, BIND = 2, 4, 1, 32, 4096
PRIVATE, RECURSIVE = 1 << 18, 16384
DIE_WITH_PARENT, DUMPABLE, SECCOMP, DROP_BOUND, NO_NEW_PRIVILEGES = 1, 4, 22, 24, 38
SECCOMP_FILTER = 2
CAPABILITY_VERSION = 0x20080522


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


USER_INSIDE = 1000
"""The number by which a learner's process knows its user."""


def fork_first() -> int:
    """Fork; the child is the first process of a namespace: when it ends, all in it are dead.

    Returns
    -------
    int
        As ``os.fork`` does: 0 in the child, the child's number in this process.

    Raises
    ------
    OSError
        If the system refuses.
    """
    own = os.open("/proc/self/ns/pid", os.O_RDONLY)
    try:
        _check(_libc.unshare(NEW_PROCESSES), "unshare")
        child = -1
        try:
            child = os.fork()
        finally:
            # The next process that is started here is a neighbor of this one again.
            if child != 0 and _libc.setns(own, NEW_PROCESSES) != 0:
                raise SystemExit("A process cannot go back to its namespace.")
        return child
    finally:
        os.close(own)


def leave_namespaces(user: int | None) -> None:
    """Become a user without any rights, with mounts and names of its own.

    Parameters
    ----------
    user : int or None
        The user and group to become, where this process may choose (it is root's).

    Raises
    ------
    OSError
        If the system refuses.
    """
    if user is not None:
        os.setgroups([])
        os.setresgid(user, user, user)
        os.setresuid(user, user, user)
        # After a change of user, a process may write its own files in /proc only if it says so.
        _check(_libc.prctl(DUMPABLE, 1, 0, 0, 0), "prctl")
    user, group = os.getuid(), os.getgid()
    _check(_libc.unshare(NEW_USER | NEW_MOUNTS | NEW_IPC | NEW_NAMES), "unshare")
    for name, text in (
        ("setgroups", "deny"),
        ("uid_map", f"{USER_INSIDE} {user} 1"),
        ("gid_map", f"{USER_INSIDE} {group} 1"),
    ):
        with open(f"/proc/self/{name}", "w") as file:
            file.write(text)


def die_with_parent(parent: int | None = None) -> None:
    """Have the system end this process when the one that started it ends.

    Parameters
    ----------
    parent : int or None
        The number of that process: had it ended before this call, nobody would say so.
    """
    _check(_libc.prctl(DIE_WITH_PARENT, signal.SIGKILL, 0, 0, 0), "prctl")
    if parent is not None and os.getppid() != parent:
        os._exit(1)


def furnish(disk: int, own_tmp: bool) -> None:
    """Mount an empty, small folder for files, and cover what tells of other processes.

    Parameters
    ----------
    disk : int
        Bytes that may be written, over all files.
    own_tmp : bool
        Whether ``/tmp`` leads there, too: not where Python itself is installed below it.
    """
    _mount(None, "/", None, PRIVATE | RECURSIVE)
    options = f"size={disk},nr_inodes=4096,mode=0777"
    _mount("tmpfs", HOME, "tmpfs", NO_SUID | NO_DEVICES, options)
    # What /proc tells of this machine and of its other processes is nobody's business.
    _mount("tmpfs", "/proc", "tmpfs", NO_SUID | NO_DEVICES | READ_ONLY, "size=4k")
    if os.path.isdir("/dev/shm"):
        os.mkdir(f"{HOME}/.shm", 0o777)
        _mount(f"{HOME}/.shm", "/dev/shm", None, BIND)
    os.mkdir(f"{HOME}/tmp", 0o777)
    if own_tmp:
        _mount(f"{HOME}/tmp", "/tmp", None, BIND)


def limit(limits: dict) -> None:
    """Set the limits of this process and of all that it will start."""
    for name, most in (
        (resource.RLIMIT_AS, limits["address_space"]),
        (resource.RLIMIT_NPROC, limits["processes"]),
        (resource.RLIMIT_NOFILE, limits["files"]),
        (resource.RLIMIT_FSIZE, limits["disk"]),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_MEMLOCK, 0),
        (resource.RLIMIT_MSGQUEUE, 0),
        (resource.RLIMIT_CPU, int(limits["notebook_seconds"]) + 5),
    ):
        resource.setrlimit(name, (most, most))


def drop_privileges(seccomp: bytes) -> None:
    """Give up every capability for good, and every system call that the filter refuses.

    Parameters
    ----------
    seccomp : bytes
        The compiled filter.
    """
    for capability in range(64):
        _libc.prctl(DROP_BOUND, capability, 0, 0, 0)  # numbers that do not exist are refused
    header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION, 0)
    data = (ctypes.c_uint32 * 6)()
    _check(_libc.capset(header, data), "capset")
    _check(_libc.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0), "prctl")
    program = _Program(len(seccomp) // 8, seccomp)
    _check(_libc.prctl(SECCOMP, SECCOMP_FILTER, ctypes.byref(program), 0, 0), "seccomp")


def _mount(
    source: str | None, target: str, kind: str | None, flags: int, options: str | None = None
) -> None:
    words = [None if word is None else word.encode() for word in (source, target, kind)]
    data = None if options is None else options.encode()
    _check(_libc.mount(*words, ctypes.c_ulong(flags), data), f"mount {target}")


def _check(result: int, what: str) -> None:
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
