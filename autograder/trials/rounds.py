"""Rounds: every test is run on the solution again and again, each time in other surroundings.

A round has its own hash seed, for which it needs a fresh warm process, and its own random state. In
each round a test that draws random numbers is run several times, with other seeds each time.
"""

from collections.abc import Iterator
from concurrent.futures import Executor, as_completed
from dataclasses import dataclass, field, replace

from autograder.engine.run import worker
from autograder.engine.submission.limits import Limits
from autograder.engine.submission.results import Ungradable
from autograder.trials.exercises import Exercise, Test, Unit
from autograder.trials.running import Errand, run_cells
from autograder.trials.seeds import is_random, reseeded

ROUNDS = 50
"""How often every test is run."""

SEEDS = 200
"""How many seeds a test that draws random numbers is run with."""


@dataclass(frozen=True)
class Fall:
    """A test that the solution failed in some round.

    Parameters
    ----------
    exercise : tuple of str
        Whose test it is.
    test : str
        Its name.
    surroundings : str
        What was different: the hash seed, the random state, the step of the seeds.
    message : str
        What it said.
    """

    exercise: tuple[str, str, str]
    test: str
    surroundings: str
    message: str


@dataclass
class Round:
    """What came of one round."""

    number: int
    falls: list[Fall] = field(default_factory=list)


def run_rounds(executor: Executor, units: list[Unit], limits: Limits) -> Iterator[Round]:
    """Run the rounds; yield what came of each, as it comes."""
    futures = [executor.submit(run_round, units, limits, count) for count in range(ROUNDS)]
    for future in as_completed(futures):
        yield future.result()


def run_round(units: list[Unit], limits: Limits, number: int) -> Round:
    """Run every test of the units in a fresh warm process."""
    worker.restart(hash_seed=number)
    done = Round(number)
    for unit in units:
        for book in unit.books:
            exercises = [exercise for exercise in unit.exercises if exercise.book == book]
            if exercises:
                _again(replace(unit, exercises=tuple(exercises)), limits, done)
    return done


def _again(unit: Unit, limits: Limits, done: Round) -> None:
    """Run a notebook's tests on its solutions, those with random numbers several times."""
    cells: list[tuple[str, Test | None]] = []
    steps: dict[str, tuple[Exercise, Test, int]] = {}
    for exercise in unit.exercises:
        cells += [(piece.source, None) for piece in exercise.before]
        for test in exercise.tests:
            for step in _steps(test, done.number):
                name = f"{exercise.name} {test.name} {step}"
                steps[name] = exercise, test, step
                source = reseeded(test.source, step)
                cells.append((source, replace(test, name=name, source=source)))
    errand = Errand(unit, unit.exercises[0], (), limits)
    try:
        result = run_cells(errand, cells, seed=done.number)
    except Ungradable as reason:
        words = _words(done.number, 0)
        done.falls += [
            Fall(exercise.key, "all tests", words, str(reason)) for exercise in unit.exercises
        ]
        return
    for name, (exercise, test, step) in steps.items():
        verdict = result.tests[name]
        if not verdict.passed or verdict.points < verdict.max_points:
            words = _words(done.number, step)
            done.falls.append(Fall(exercise.key, test.name, words, verdict.message))


def _steps(test: Test, number: int) -> range:
    """Return how far the seeds of a test move in a round; over all rounds no step comes twice."""
    if not is_random(test.source):
        return range(1)
    times = SEEDS // ROUNDS
    return range(number * times, (number + 1) * times)


def _words(number: int, step: int) -> str:
    seeds = f", the test's own seeds plus {1000 * step}" if step else ""
    return f"hash seed {number}, random state {number}{seeds}"
