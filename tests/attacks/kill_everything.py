# verdict: graded
# points: 0
#
# Kills all processes that it can reach, its parent and itself.

# %% before
import os
import signal

for number in (signal.SIGSTOP, signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL):
    for target in (1, os.getppid(), -1):
        try:
            os.kill(target, number)
        except OSError as error:
            print(error)
