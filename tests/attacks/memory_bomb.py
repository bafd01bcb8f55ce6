# verdict: graded
# points: 0
#
# Takes memory without an end, in one piece and then in small ones.

# %% before
try:
    huge = np.ones(10**12)
except MemoryError:
    pass
pieces = []
while True:
    pieces.append(bytearray(b"x" * 10**7))
