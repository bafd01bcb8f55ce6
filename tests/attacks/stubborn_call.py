# verdict: graded
# points: 4
#
# As the time bomb in a call, but one that nothing can interrupt: the process has to be killed, and
# the other functions be brought back to life.

# %% answer
RIGHT_ANSWERS


# %% after
def double(x):
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass
