"""The audit: which trials there are, in which order, and what they come to."""

from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor
from dataclasses import replace

from autograder.course import Course
from autograder.engine.submission.limits import Limits
from autograder.problems import CannotStart
from autograder.trials.copies import finished_copies
from autograder.trials.degenerate import degenerate
from autograder.trials.exercises import Exercise, Unit
from autograder.trials.findings import Finding
from autograder.trials.mutations.mutants import Mutant, mutants
from autograder.trials.notes import read_notes
from autograder.trials.places import inside_places
from autograder.trials.rounds import ROUNDS, run_rounds
from autograder.trials.running import SECONDS, Errand, Trial, Tried, errands, run_all
from autograder.trials.variants import right_answers


class Audit:
    """The trials of some units.

    Parameters
    ----------
    course : Course
        Its folder and configuration.
    units : list of Unit
        What to audit.

    Raises
    ------
    CannotStart
        If a solution is not Python, or what the course notes of an exercise cannot be read.
    """

    def __init__(self, course: Course, units: list[Unit]) -> None:
        self.units = units
        self.findings: dict[tuple, Finding] = {}
        self._mutants: dict[tuple, dict[str, Mutant]] = {}
        self._trials: dict[tuple, list[Trial]] = {}
        self._slowest: dict[tuple, float] = {}
        places = inside_places(course, units)
        for unit in units:
            for exercise in unit.exercises:
                notes = read_notes(course, exercise)
                self.findings[exercise.key] = Finding(exercise, notes, places[exercise.key])
                self._mutants[exercise.key] = _mutants(exercise)
                self._trials[exercise.key] = self._planned(self.findings[exercise.key])

    @property
    def steps(self) -> int:
        """How many steps `run` takes."""
        trials = sum(map(len, self._trials.values()))
        return len(self.findings) + trials + ROUNDS

    def run(self, executor: Executor, step: Callable[[], object]) -> list[Finding]:
        """Run all trials.

        Parameters
        ----------
        executor : concurrent.futures.Executor
            Its processes are the grading engine's.
        step : callable
            Is called after each step.

        Raises
        ------
        CannotStart
            If a solution fails its own tests, or a process dies.
        """
        try:
            self._solutions(executor, step)
            for tried in run_all(executor, self._errands()):
                mutant = self._mutants[tried.exercise].get(tried.trial.name)
                is_mutant = tried.trial.kind == "mutant"
                self.findings[tried.exercise].add(tried, mutant if is_mutant else None)
                step()
            rounds = []
            for done in run_rounds(executor, self.units, Limits()):
                rounds.append(done)
                step()
        except BrokenExecutor:
            raise CannotStart(
                "A process of the audit died: is there enough memory on this machine?"
            ) from None
        for done in sorted(rounds, key=lambda done: done.number):
            for fall in done.falls:
                self.findings[fall.exercise].add_fall(fall)
        for finding in self.findings.values():
            finding.close()
        return list(self.findings.values())

    def _solutions(self, executor: Executor, step: Callable[[], object]) -> None:
        """See that every solution passes, and how long it takes; find the cells that it needs."""
        failed = [tried for tried in self._try_solutions(executor, set(self.findings), step)]
        if not failed:
            return
        # It leans on something that its names do not show: all cells above it, then.
        for tried in failed:
            finding = self.findings[tried.exercise]
            finding.exercise = replace(finding.exercise, before=finding.exercise.everything)
        self._refresh()
        for tried in self._try_solutions(executor, {tried.exercise for tried in failed}, None):
            unit, book, name = tried.exercise
            raise CannotStart(
                f"The solution of {name} in the source notebook {unit}/{book}.ipynb does not pass "
                f"its own tests, so they are right for nobody: {tried.first_message} "
                "Mend the solution or the test."
            )

    def _copies(self, exercise: Exercise) -> tuple[str, ...]:
        unit = next(unit for unit in self.units if unit.name == exercise.unit)
        return unit.books[exercise.book].withheld.get(exercise.name, ())

    def _refresh(self) -> None:
        self.units = [
            replace(
                unit,
                exercises=tuple(
                    self.findings[exercise.key].exercise for exercise in unit.exercises
                ),
            )
            for unit in self.units
        ]

    def _try_solutions(
        self, executor: Executor, keys: set[tuple], step: Callable[[], object] | None
    ) -> Iterator[Tried]:
        """Yield the solutions that fail."""
        found = []
        for unit in self.units:
            for exercise in unit.exercises:
                if exercise.key in keys:
                    own = Trial("own", "the solution", exercise.solution)
                    found += errands(unit, exercise, [own], Limits())
        for tried in run_all(executor, found):
            seconds = [told.seconds for told in (tried.visible | tried.hidden).values()]
            self._slowest[tried.exercise] = max(seconds, default=0.0)
            if step is not None:
                step()
            if not tried.passes:
                yield tried

    def _errands(self) -> Iterator[Errand]:
        for unit in self.units:
            for exercise in unit.exercises:
                trials = self._trials[exercise.key]
                # A right answer may be slower than the solution, as long as grading would wait.
                given = [trial for trial in trials if trial.kind == "right"]
                yield from errands(unit, exercise, given, Limits())
                tried = [trial for trial in trials if trial.kind != "right"]
                limits = Limits(cell_seconds=SECONDS + 2 * self._slowest[exercise.key])
                yield from errands(unit, exercise, tried, limits)

    def _planned(self, finding: Finding) -> list[Trial]:
        exercise, notes = finding.exercise, finding.notes
        own = Trial("isolation", "alone", exercise.solution, others_untouched=True)
        found = [own, *degenerate(exercise), *finished_copies(exercise, self._copies(exercise))]
        found += right_answers(exercise, list(notes.right), notes.columns)
        found += [
            Trial("mutant", name, mutant.source, to_first_failure=True)
            for name, mutant in self._mutants[exercise.key].items()
        ]
        return found


def _mutants(exercise: Exercise) -> dict[str, Mutant]:
    try:
        found = mutants(exercise.solution, exercise.lines)
    except SyntaxError as error:
        raise CannotStart(
            f"The solution of {exercise.name} in {exercise.unit}/{exercise.book}.ipynb is not "
            f"Python that the audit can read ({error.msg}, line {error.lineno})."
        ) from None
    return {str(place): mutant for place, mutant in enumerate(found)}
