# verdict: graded
# points: 0
#
# Processes that leave their parent twice, begin sessions of their own, ignore all signals and wait.

# %% before
import os
import signal
import time

for _ in range(5):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            for number in range(1, 65):
                try:
                    signal.signal(number, signal.SIG_IGN)
                except (OSError, ValueError):
                    pass
            time.sleep(100_000)
        os._exit(0)
os.system("nohup setsid sleep 100000 >/dev/null 2>&1 &")
