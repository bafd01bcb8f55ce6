# verdict: graded
# points: 0
#
# Functions raise what a test does not expect: StopIteration ends the `map` around it without a
# word (full marks for that test in stock nbgrader), GeneratorExit, KeyboardInterrupt, Warnings.

# %% after
def double(x):
    raise StopIteration


def relu(x):
    raise GeneratorExit


def twice(f, x):
    raise KeyboardInterrupt


def train(*_):
    raise BaseExceptionGroup("x", [KeyboardInterrupt()])
