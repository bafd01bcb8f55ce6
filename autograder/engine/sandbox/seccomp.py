"""The system calls that learners' code may not make, compiled by libseccomp."""

import ctypes
import ctypes.util
import errno
import os

# Other walls, other users, other processes; the machine itself; memory that outlives a process or
# is counted to nobody.
REFUSED = """
unshare setns mount umount2 pivot_root chroot mount_setattr move_mount open_tree fsopen fsconfig
fsmount fspick ptrace process_vm_readv process_vm_writev pidfd_getfd kcmp
bpf perf_event_open userfaultfd keyctl add_key request_key init_module finit_module delete_module
kexec_load kexec_file_load reboot swapon swapoff syslog acct quotactl settimeofday clock_settime
clock_adjtime adjtimex sethostname setdomainname iopl ioperm open_by_handle_at name_to_handle_at
lookup_dcookie fanotify_init nfsservctl vhangup io_uring_setup io_uring_enter io_uring_register
memfd_secret personality
shmget msgget semget mq_open memfd_create
"""
ALLOW = 0x7FFF0000
REFUSE, PRETEND_MISSING = 0x00050000 | errno.EPERM, 0x00050000 | errno.ENOSYS
NO_SUCH_CALL = -1
SOCKET_FAMILIES = (1,)
"""The families of sockets that are left: AF_UNIX, between the notebook's own processes."""

NEW_USER = 0x10000000


class _Argument(ctypes.Structure):
    _fields_ = (
        ("number", ctypes.c_uint),
        ("comparison", ctypes.c_int),
        ("first", ctypes.c_uint64),
        ("second", ctypes.c_uint64),
    )


NOT_EQUAL, MASKED_EQUAL = 1, 7


def compile_filter() -> bytes:
    """Return the filter for this machine.

    Raises
    ------
    OSError
        If libseccomp is not installed, or refuses.
    """
    name = ctypes.util.find_library("seccomp") or "libseccomp.so.2"
    library = ctypes.CDLL(name, use_errno=True)
    library.seccomp_init.restype = ctypes.c_void_p
    context = ctypes.c_void_p(library.seccomp_init(ctypes.c_uint32(ALLOW)))
    try:
        for call in REFUSED.split():
            _refuse(library, context, call)
        _refuse(library, context, "socket", _Argument(0, NOT_EQUAL, SOCKET_FAMILIES[0], 0))
        _refuse(library, context, "clone", _Argument(0, MASKED_EQUAL, NEW_USER, NEW_USER))
        # Its flags lie where no filter can read them; the C library falls back to `clone`.
        _refuse(library, context, "clone3", action=PRETEND_MISSING)
        return _exported(library, context)
    finally:
        library.seccomp_release(context)


def _refuse(
    library: ctypes.CDLL,
    context: ctypes.c_void_p,
    call: str,
    argument: _Argument | None = None,
    action: int = REFUSE,
) -> None:
    number = library.seccomp_syscall_resolve_name(call.encode())
    if number == NO_SUCH_CALL:
        return  # this machine's kernel headers know no such call
    arguments = (_Argument * 1)(argument) if argument else None
    result = library.seccomp_rule_add_array(
        context, ctypes.c_uint32(action), number, 1 if argument else 0, arguments
    )
    if result != 0:
        raise OSError(-result, f"libseccomp takes no rule for {call}: {os.strerror(-result)}")


def _exported(library: ctypes.CDLL, context: ctypes.c_void_p) -> bytes:
    descriptor = os.memfd_create("seccomp")
    try:
        result = library.seccomp_export_bpf(context, descriptor)
        if result != 0:
            raise OSError(-result, "libseccomp cannot export its filter")
        return os.pread(descriptor, os.fstat(descriptor).st_size, 0)
    finally:
        os.close(descriptor)
