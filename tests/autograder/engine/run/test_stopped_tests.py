"""A test that had to be stopped: does it say what stopped it?"""

from autograder.engine.submission.limits import Limits

pytest_plugins = ["graded_cells"]

WAITING = """
# %% answer a
### BEGIN SOLUTION
def held(): return 1
### END SOLUTION
# %% test t
assert held() == 1
# %% test after
assert 1 + 1 == 2
"""
TAKES_MEMORY = """
# %% answer a
def held():
    everything = b"x" * 400 * 2**20
    while True:
        pass
"""


def test_a_test_stopped_for_its_memory_does_not_speak_of_time(graded):
    limits = Limits(memory=200 * 2**20)
    assert graded(WAITING, TAKES_MEMORY, limits=limits) == {"t": 0, "after": 1}
    assert graded.said["t"] == (
        "DeadKernelError: The process of this notebook ended here (it took more than 200 MB of "
        "memory)."
    )
