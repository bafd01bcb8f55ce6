# verdict: graded
# points: 0
#
# While a test waits for the answer, one output follows the other, for longer than a cell may run;
# then comes the right answer.

# %% answer
RIGHT_ANSWERS

# %% after
import sys
import time

right = double


def double(x):
    until = time.monotonic() + 7
    while time.monotonic() < until:
        try:
            print("and another thing")
            sys.stdout.flush()
            time.sleep(0.05)
        except KeyboardInterrupt:
            pass
    return right(x)


del relu, twice, train, Counter
