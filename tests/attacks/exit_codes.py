# verdict: graded
# points: 0
#
# `exit()`, `quit()`, SystemExit(0) and `%exit_now`: an end without an error.

# %% before
raise SystemExit(0)


# %% after
def double(x):
    raise SystemExit(0)


def relu(x):
    exit()


def twice(f, x):
    quit()


class Counter:
    def __init__(self, start):
        raise SystemExit(0)
