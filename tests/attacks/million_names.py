# verdict: graded
# points: 0
#
# One list under a million names, lists in lists without an end, and an array in a thousand parts
# that overlap, also with steps of zero bytes; each comes back from every call.

# %% after
import itertools

import numpy as np

one = [1]
names = [one] * 10**6
deep = []
for _ in range(10**5):
    deep = [deep]
around = {}
around["itself"] = around
many = [around, [around]] * 1000
whole = np.zeros(1000)
parts = [whole[place:] for place in range(1000)]
same_byte = np.lib.stride_tricks.as_strided(whole, (10**9,), (0,))
backwards = [whole[::-1], whole[5:5], whole[3].reshape(()), same_byte[:1000]]
answers = itertools.cycle([names, deep, many, parts, same_byte, backwards, [names, names]])


def double(*_):
    return next(answers)


relu = twice = train = double
