# verdict: graded
# points: 0
#
# Forks as long as it may, and keeps every processor busy while the others are graded.

# %% after
import os

parent = os.getpid()
for _ in range(500):
    try:
        if os.fork() == 0:
            while True:
                pass
    except OSError as error:
        print(error)
        break
