# verdict: graded
# points: 0
#
# Crashes the interpreter: a null pointer, a broken stack, an aborting C library.

# %% after
import ctypes
import os


def double(x):
    ctypes.string_at(0)


def relu(x):
    ctypes.CDLL(None).abort()


def twice(f, x):
    import sys

    sys.setrecursionlimit(10**9)
    return twice(f, x)
