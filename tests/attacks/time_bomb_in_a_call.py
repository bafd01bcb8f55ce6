# verdict: graded
# points: 4
#
# Only `double` is wrong: it never ends. What is asked of the other functions gets its points, those
# after the time-out too (arrays and the tests of double get none).

# %% answer
RIGHT_ANSWERS

# %% after
import time


def double(x):
    time.sleep(1000)
