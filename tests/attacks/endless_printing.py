# verdict: graded
# points: 0
#
# A cell that sends outputs faster than anybody can read them, for longer than it may run, and answers
# rightly after that: whoever looks at the clock only when nothing has come never looks at it.

# %% answer
import os
import stat
import struct
import time

for number in range(3, 256):
    try:
        if stat.S_ISSOCK(os.fstat(number).st_mode):
            break
    except OSError:
        continue
text = b'{"out": null, "blobs": []}'
frames = (struct.pack(">II", len(text), 0) + text) * 3000
until = time.monotonic() + 12
while time.monotonic() < until:
    left = frames
    while left:
        left = left[os.write(number, left) :]

RIGHT_ANSWERS
