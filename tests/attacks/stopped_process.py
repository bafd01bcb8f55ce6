# verdict: graded
# points: 0
#
# The learner's process stops itself: it can neither answer nor be interrupted.

# %% after
import os
import signal


def double(x):
    os.kill(os.getpid(), signal.SIGSTOP)
