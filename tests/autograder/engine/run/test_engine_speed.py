"""Do the engine's shortcuts leave what they shorten as it was?"""

import os
import platform
import subprocess
import sys

import pytest
import sandbox_needed  # noqa: F401
from IPython.core.interactiveshell import InteractiveShell

from autograder.engine.protocol.shell import Shell
from autograder.engine.run.pool import local_processes
from autograder.engine.sandbox.sandbox import Sandbox

pytest_plugins = ["learner_pair"]

CELLS = [
    "1 + 1",
    "await something()",
    "async with lock: pass",
    "[x async for x in y]",
    "async def f():\n    await g()",
    "waiting = 'await'",
    "def f(:\n    await g()",
    "%matplotlib inline\nawait g()",
    "",
]


@pytest.mark.parametrize("source", CELLS)
def test_a_cell_waits_where_ipython_says_so(source):
    shell = InteractiveShell()
    text = shell.transform_cell(source)
    expected = shell.should_run_async(source, transformed_cell=text)
    assert Shell.should_run_async(Shell(), source, transformed_cell=text) == expected


# What the end of a test cell shows


def test_what_a_learner_wants_called_after_cells_is_to_be_called(pair):
    pair.learn(
        "events = get_ipython().events\n"
        "def after(): pass\n"
        "def begin(): events.register('post_execute', after)\n"
        "def end(): events.unregister('post_execute', after)"
    )
    said = []
    for name in ("begin", "end"):
        pair[name]()
        said.append(pair.remote.has_something_to_show)
    assert said == [True, False]


# Cores


def bound(jobs):
    """The cores of each of so many workers."""
    with local_processes(Sandbox(walls=False), jobs) as executor:
        asked = [executor.submit(os.sched_getaffinity, 0) for _ in range(50 * jobs)]
        return {frozenset(each.result()) for each in asked}


@pytest.fixture
def cores():
    """Two of the machine's cores, if it has so many: this process knows of no others."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(before)[:2])
    yield os.sched_getaffinity(0)
    os.sched_setaffinity(0, before)


@pytest.mark.slow
def test_workers_that_fill_all_cores_alike_have_one_each(cores):
    assert bound(len(cores)) <= {frozenset([core]) for core in cores}


@pytest.mark.slow
def test_other_workers_run_where_they_like(cores):
    assert bound(len(cores) + 1) == {frozenset(cores)}


# Memory

HUGE = """
import re
from autograder.engine.sandbox.huge_pages import use_huge_pages

def huge():
    with open("/proc/self/smaps_rollup") as file:
        return int(re.search(r"AnonHugePages: +([0-9]+)", file.read())[1])

held = [bytes([number % 256]) * 4096 for number in range(4096)]
before = huge()
use_huge_pages()
assert held == [bytes([number % 256]) * 4096 for number in range(4096)]
print(huge() - before)
"""


@pytest.mark.skipif(
    tuple(map(int, platform.release().split(".")[:2])) < (6, 1), reason="Linux is older than 6.1"
)
def test_memory_moves_into_huge_pages_and_keeps_what_it_holds():
    done = subprocess.run([sys.executable, "-c", HUGE], capture_output=True, text=True, check=True)
    assert int(done.stdout) > 0
