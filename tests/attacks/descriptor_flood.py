# verdict: graded
# points: 0
#
# Writes garbage into every open file descriptor, hands them on, closes them, opens new ones.

# %% after
import os


def double(x):
    for number in range(256):
        try:
            os.set_blocking(number, False)
            os.write(number, b"garbage" * 1000)
        except OSError:
            pass
    for number in range(256):
        try:
            os.dup2(number, 255 - number)
        except OSError:
            pass
    return -1
