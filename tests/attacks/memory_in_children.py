# verdict: graded
# points: 0
#
# Each of several processes takes less than a process may, all of them together more.

# %% before
import os
import time

for _ in range(8):
    if os.fork() == 0:
        kept = [bytearray(b"x" * 2**20) for _ in range(200)]
        time.sleep(1000)
time.sleep(1000)
