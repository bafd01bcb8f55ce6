# verdict: graded
# points: 0
#
# Takes more memory than it may while it prints all the time, and gives it back before the answers.

# %% answer
import sys
import time

kept = []
for _ in range(75):
    kept.append(b"x" * 20 * 2**20)
    print("still here")
    sys.stdout.flush()
for _ in range(60):
    print("still here")
    sys.stdout.flush()
    time.sleep(0.02)
kept = None

RIGHT_ANSWERS
