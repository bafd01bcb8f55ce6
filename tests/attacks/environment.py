# verdict: graded
# points: 0
#
# The environment as Python, the C library and child processes see it.

# %% before
import ctypes
import os
import subprocess

print(dict(os.environ))
environment = ctypes.POINTER(ctypes.c_char_p).in_dll(ctypes.CDLL(None), "environ")
place = 0
while environment[place]:
    print(environment[place])
    place += 1
print(subprocess.run(["/bin/sh", "-c", "set; env; ulimit -a; id; mount"], capture_output=True))
