# verdict: graded
# points: 0
#
# `os._exit(0)` at once and in every function: in stock nbgrader the kernel is gone, and with it
# the whole submission. Here each test fails by itself.

# %% after
import os


def double(x):
    os._exit(0)


relu = twice = train = Counter = double

# %% end
os._exit(0)
