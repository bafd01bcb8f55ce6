# verdict: graded
# points: 0
#
# Reads the questions and never answers, while it takes no notice of interrupts.

# %% after
import signal
import time

signal.signal(signal.SIGINT, signal.SIG_IGN)


def answer(question):
    while True:
        time.sleep(100)


IMPOSTOR
