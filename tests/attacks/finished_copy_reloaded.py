# verdict: graded, flagged
# points: 0
# flags: withheld
#
# The module is loaded a second time: its functions are others now.

# %% after
import importlib

import finished

finished = importlib.reload(finished)


def double(x):
    return finished.double(x)
