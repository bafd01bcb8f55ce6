"""Warm processes that are begun early: who gets them, and are they ended whatever happens?"""

import os
from dataclasses import replace

import psutil
import pytest
import sandbox_needed  # noqa: F401

from autograder.engine.run import worker
from autograder.engine.run.pool import local_processes
from autograder.engine.sandbox.begun import Begun
from autograder.engine.sandbox.sandbox import Sandbox


@pytest.fixture(scope="module")
def sandbox():
    return Sandbox.prepared((), (), ())


@pytest.fixture
def begun(sandbox, tmp_path):
    """Two processes, begun."""
    made = Begun(tmp_path)
    for number in (0, 1):
        (tmp_path / str(number)).mkdir()
        made.begin(sandbox.how(number, tmp_path / str(number)))
    yield made
    made.end()


def numbers(begun):
    return [process.pid for process, _ in begun._processes]


def in_a_worker(sandbox, *functions):
    """What functions return when one worker with this sandbox calls them."""
    with local_processes(sandbox, 1) as executor:
        return [executor.submit(function).result(120) for function in functions]


def number():
    return worker._slot._process.pid


def cores():
    tree = psutil.Process(number())
    return [each.cpu_affinity() for each in [tree, *tree.children(recursive=True)]]


def another():
    """Lose the warm process; return how the first one is, and the number of the next."""
    first = psutil.Process(number())
    worker.restart(1)
    return first.status(), number()


def test_the_first_slots_take_them_and_spare_ones_are_ended(sandbox, begun):
    first, spare = numbers(begun)
    assert in_a_worker(replace(sandbox, begun=begun), number) == [first]
    assert not psutil.pid_exists(first) and not psutil.pid_exists(spare)


def test_one_that_was_begun_in_another_way_is_not_taken(sandbox, begun):
    old = numbers(begun)
    (taken,) = in_a_worker(replace(sandbox, imports=("import math",), begun=begun), number)
    assert taken not in old and not any(map(psutil.pid_exists, old))


def test_a_slot_ends_one_that_it_has_taken_and_starts_another(sandbox, begun):
    first, _ = numbers(begun)
    _, (status, second) = in_a_worker(replace(sandbox, begun=begun), number, another)
    assert status == psutil.STATUS_ZOMBIE  # the process that began it reaps it at the end
    assert second != first and not psutil.pid_exists(first)


def test_one_that_has_died_is_replaced(sandbox, begun):
    first, _ = numbers(begun)
    os.kill(first, 9)
    (taken,) = in_a_worker(replace(sandbox, begun=begun), number)
    assert taken != first


def test_it_runs_where_the_worker_runs(sandbox, begun):
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(before)[:1])  # so that the one worker is bound to this core
    try:
        (found,) = in_a_worker(replace(sandbox, begun=begun), cores)
    finally:
        os.sched_setaffinity(0, before)
    assert len(found) > 1 and found == [sorted(before)[:1]] * len(found)


def test_a_run_after_a_broken_one_starts_its_own(sandbox, begun):
    first, _ = numbers(begun)
    mine = replace(sandbox, begun=begun)
    assert in_a_worker(mine, number) == [first]
    assert in_a_worker(mine, number) != [first]
