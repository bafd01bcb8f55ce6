# verdict: graded
# points: 0
#
# Announces a long message and sends one byte of it now and then: the reader is never done.

# %% after
import struct
import time


def answer(question):
    tell(struct.pack(">II", 10**6, 0))
    while True:
        tell(b" ")
        time.sleep(0.05)


IMPOSTOR
