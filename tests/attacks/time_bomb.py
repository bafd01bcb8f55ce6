# verdict: graded
# points: 0
#
# A cell that does not end, ignores interrupts and keeps on when it is told to stop.

# %% after
import signal

signal.signal(signal.SIGINT, signal.SIG_IGN)
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
