# verdict: graded
# points: 0
#
# Writes, links and mounts outside its folder: the course, the submissions, temporary folders, Python.

# %% before
import ctypes
import os
import shutil
import sys

targets = [
    "/", "/tmp", "/var/tmp", "/dev/shm", "/dev", "/proc", "/etc", "/usr", "/run",
    "COURSE_FOLDER", "COURSE_FOLDER/source", "COURSE_FOLDER/submitted", sys.prefix, *sys.path,
]  # fmt: skip
for target in targets:
    for act in (
        lambda path: open(path, "w").close(),
        os.mkdir,
        os.mkfifo,
        lambda path: os.symlink("/", path),
        lambda path: os.mknod(path, 0o020666, os.makedev(8, 0)),
        lambda path: os.rename("COURSE_FOLDER/secret.txt", path),
    ):
        try:
            act(os.path.join(target, f"LEFT-BEHIND-{os.getpid()}"))
        except OSError:
            pass
shutil.rmtree("COURSE_FOLDER", ignore_errors=True)
libc = ctypes.CDLL(None)
print(libc.mount(b"none", b"/usr", b"tmpfs", 0, 0), libc.umount2(b"/proc", 2), libc.chroot(b"/"))
print(libc.unshare(0x10000000), libc.setns(0, 0), libc.setuid(0), libc.ptrace(16, 1, 0, 0))
