"""A test that had to be stopped: does it say what stopped it?"""

import pytest

from autograder.engine.submission.limits import Limits
from autograder.engine.submission.results import Ungradable

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


ENDS = """
# %% answer a
### BEGIN SOLUTION
def held(): return 1
### END SOLUTION
# %% test t
import os, signal
os.kill(os.getpid(), signal.{signal})
# %% test after
assert 1 + 1 == 2
"""


def test_what_the_kernel_kills_for_want_of_memory_is_not_the_learners_fault(graded):
    with pytest.raises(Ungradable, match="was killed: is there enough memory on the machine"):
        graded(ENDS.format(signal="SIGKILL"))


def test_a_test_that_ends_its_process_otherwise_has_failed(graded):
    assert graded(ENDS.format(signal="SIGTERM")) == {"t": 0, "after": 1}
    assert graded.said["t"] == "DeadCheckerError: The process that ran this test ended."


ENDS_TWICE = """
# %% answer a
import os
if os.path.exists("{mark}"):
    os._exit(1)
open("{mark}", "w").close()
# %% code
os._exit(1)
# %% test t
assert 1 + 1 == 2
"""


def test_a_process_that_ends_again_on_its_way_to_a_test_is_told_as_ended(graded, tmp_path):
    assert graded(ENDS_TWICE.format(mark=tmp_path / "mark")) == {"t": 0}
    assert graded.said["t"].startswith("DeadKernelError: The process of this notebook ended here")
