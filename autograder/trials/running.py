"""Answers are tried in the grading engine's warm processes, as submissions would be."""

from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, as_completed
from dataclasses import dataclass, field, replace

from nbformat.v4 import new_code_cell, new_notebook

from autograder.engine.run import worker
from autograder.engine.submission.assignment import INSIDE, Cell
from autograder.engine.submission.limits import Limits
from autograder.engine.submission.results import ExecutedNotebook, Ungradable
from autograder.trials.exercises import Exercise, Test, Unit

SECONDS = 2.0
"""What a cell may take beyond what the solution needs: whoever loops needs more."""

VISIBLE = " (visible)"
"""Ends the name of a test of which only the released part is run."""


@dataclass(frozen=True)
class Trial:
    """One answer, and how it is tried.

    Parameters
    ----------
    kind : str
        What it is tried for: ``"mutant"``, ``"degenerate"`` and so on.
    name : str
        Tells it from the others of its kind.
    answer : str
        The answer cell.
    then : str
        A cell that is run between the visible tests and the hidden ones.
    to_first_failure : bool
        Whether the hidden tests are left out where a visible one fails.
    others_untouched : bool
        Whether all cells before it are run, with the other answers as learners find them.
    as_graded : bool
        Whether tests run outside the answer's process, with finished copies withheld, as they do
        when submissions are graded.
    seed : int
        Of the random numbers.
    """

    kind: str
    name: str
    answer: str
    then: str = ""
    to_first_failure: bool = False
    others_untouched: bool = False
    as_graded: bool = False
    seed: int = 0


@dataclass(frozen=True)
class Told:
    """What a test said of an answer.

    Parameters
    ----------
    points, most : float
        What it earned, of what there was to earn.
    passed : bool
        Whether the test ran to its end and gave all its points.
    message : str
        What it said otherwise.
    stderr : str
        What was written there: stock nbgrader takes the points away for it.
    seconds : float
        Wall clock.
    """

    points: float
    most: float
    passed: bool
    message: str
    stderr: str
    seconds: float


@dataclass
class Tried:
    """What came of a trial.

    Parameters
    ----------
    exercise : tuple of str
        Its key.
    trial : Trial
        What was tried.
    visible, hidden : dict
        Name of a test -> Told: of the parts that learners see, and of the tests with a hidden part.
    problem : str
        Why it could not be tried; empty otherwise.
    stderr : str
        What the answer cell itself wrote there.
    """

    exercise: tuple[str, str, str]
    trial: Trial
    visible: dict[str, Told] = field(default_factory=dict)
    hidden: dict[str, Told] = field(default_factory=dict)
    problem: str = ""
    stderr: str = ""

    @property
    def passes_visible(self) -> bool:
        """Whether every visible test passes."""
        return not self.problem and all(told.passed for told in self.visible.values())

    @property
    def passes(self) -> bool:
        """Whether every test passes."""
        return self.passes_visible and all(told.passed for told in self.hidden.values())

    @property
    def first_message(self) -> str:
        """What the first test that fails says."""
        told = [*self.visible.values(), *self.hidden.values()]
        return self.problem or next((test.message for test in told if not test.passed), "")


@dataclass(frozen=True)
class Errand:
    """Some trials of one exercise, as they are handed to a process."""

    unit: Unit
    exercise: Exercise
    trials: tuple[Trial, ...]
    limits: Limits


def run_all(executor: Executor, errands: Iterable[Errand]) -> Iterator[Tried]:
    """Try everything; yield what came of each trial, as it comes."""
    futures = [executor.submit(run_errand, errand) for errand in errands]
    for future in as_completed(futures):
        yield from future.result()


def errands(
    unit: Unit, exercise: Exercise, trials: list[Trial], limits: Limits, size: int = 8
) -> list[Errand]:
    """Part an exercise's trials into errands of a sensible size."""
    light = replace(unit, exercises=())
    return [
        Errand(light, exercise, tuple(trials[place : place + size]), limits)
        for place in range(0, len(trials), size)
    ]


def run_errand(errand: Errand) -> list[Tried]:
    """Try some answers, one after the other, each in processes of its own."""
    return [_run(errand, trial) for trial in errand.trials]


def _run(errand: Errand, trial: Trial) -> Tried:
    exercise = errand.exercise
    tried = Tried(exercise.key, trial)
    visible = [visible_part(test) for test in exercise.tests if test.has_visible_part]
    hidden = [test for test in exercise.tests if test.has_hidden_part]
    rounds = [(visible, []), ([], hidden)] if trial.to_first_failure else [(visible, hidden)]
    for first, second in rounds:
        try:
            told, stderr = _attempt(errand, trial, first, second)
        except Ungradable as reason:
            tried.problem = str(reason)
            break
        tried.visible |= {test.name.removesuffix(VISIBLE): told[test.name] for test in first}
        tried.hidden |= {test.name: told[test.name] for test in second}
        tried.stderr = tried.stderr or stderr
        if not tried.passes_visible:
            break
    return tried


def visible_part(test: Test) -> Test:
    """Return what learners see of a test, as a test of its own."""
    return replace(test, name=test.name + VISIBLE, source=test.released)


def _attempt(
    errand: Errand, trial: Trial, first: list[Test], second: list[Test]
) -> tuple[dict[str, Told], str]:
    exercise = errand.exercise
    pieces = exercise.everything if trial.others_untouched else exercise.before
    sources, answers = [], {}
    for piece in pieces:
        if piece.is_answer:
            answers[len(sources)] = piece.name
        if piece.name == exercise.name:
            answer_at = len(sources)
            sources.append(trial.answer)
        else:
            sources.append(piece.stub if trial.others_untouched else piece.source)
    cells = [(source, None) for source in sources] + [(test.source, test) for test in first]
    cells += [(trial.then, None)] if trial.then else []
    cells += [(test.source, test) for test in second]
    result = run_cells(errand, cells, trial.seed, answers if trial.as_graded else None)
    told = {
        test.name: _told(result, place, test)
        for place, (_, test) in enumerate(cells)
        if test is not None
    }
    return told, _stderr(result, answer_at)


def run_cells(
    errand: Errand,
    cells: list[tuple[str, Test | None]],
    seed: int,
    answers: dict[int, str] | None = None,
) -> ExecutedNotebook:
    """Run cells as one notebook; those that are tests are scored.

    Tests run in the answers' own process, as in JupyterLab and in stock nbgrader: the answers are
    the course's own, and nobody here wants to deceive. Unless ``answers`` are told apart.

    Parameters
    ----------
    errand : Errand
        Whose unit and limits hold.
    cells : list of (str, Test or None)
        Their sources, and the test that a cell is.
    seed : int
        Of the random numbers.
    answers : dict, optional
        Place of a cell -> the exercise whose answer it is. With these, tests run as they do when
        submissions are graded: outside, and finished copies refuse.

    Raises
    ------
    Ungradable
        If the notebook as a whole takes more than it may.
    """
    notebook = new_notebook()
    known = []
    for place, (source, test) in enumerate(cells):
        cell = new_code_cell(source, id=f"cell-{place}")
        made = None
        if test is not None:
            inside = answers is None
            made = _cell(test.name, f"{test.source}\n{INSIDE}" if inside else test.source, test)
        elif answers and place in answers:
            made = _cell(answers[place], source)
        if made is not None:
            known.append(made)
            cell.metadata["nbgrader"] = made.metadata()
        notebook.cells.append(cell)
    book = replace(errand.unit.books[errand.exercise.book], cells=tuple(known))
    return worker.run_notebook(
        notebook, book, errand.limits, errand.unit.files, errand.unit.files, seed
    )


def _cell(name: str, source: str, test: Test | None = None) -> Cell:
    """Return a test's cell, or that of an answer, as the engine knows it."""
    return Cell(
        name=name,
        cell_type="code",
        source=source,
        released=test.released if test else source,
        checksum=None,
        locked=test is not None,
        grade=test is not None,
        solution=test is None,
        task=False,
        points=test.points if test else None,
    )


def _told(result: ExecutedNotebook, place: int, test: Test) -> Told:
    verdict = result.tests[test.name]
    return Told(
        verdict.points,
        verdict.max_points,
        verdict.passed and verdict.points >= verdict.max_points,
        verdict.message,
        _stderr(result, place),
        verdict.seconds,
    )


def _stderr(result: ExecutedNotebook, place: int) -> str:
    outputs = result.notebook["cells"][place]["outputs"]
    return "".join(item["text"] for item in outputs if item.get("name") == "stderr")
