# verdict: graded
# points: 0
#
# Messages that say they are four gigabytes long, negative, empty, or of many million blobs.

# %% after
import struct

shots = [
    b"\xff" * 8,
    struct.pack(">II", 2**24, 0) + b"[" * 2**16,
    struct.pack(">II", 0, 0),
    struct.pack(">II", 12, 0) + b'{"blobs":""}',
    struct.pack(">II", 27, 0) + b'{"reply": 1, "blobs": [-5]}',
    struct.pack(">II", 22, 5) + b'{"blobs": [5, 0, 0, 0]' + b"xxxxx",
    struct.pack(">II", 4, 0) + b"null",
    b"not a frame at all",
]


def answer(question):
    return shots.pop() if shots else b""


IMPOSTOR
