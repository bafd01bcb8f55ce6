"""What came of a submission: verdicts, flags, and the file ``result.json``."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

RESULT = "result.json"
GRADED, FLAGGED, UNGRADABLE = "graded", "graded, flagged", "ungradable"


class Ungradable(Exception):
    """A submission that gets no grade, for a fault of the notebook or of the machine."""


def whole(text: str) -> str:
    """Replace halves of characters, which JSON and file names can hold, and no UTF-8 text."""
    return text.encode(errors="replace").decode()


@dataclass(frozen=True)
class Flag:
    """One sign of tampering, or of an accident that looks like it.

    Parameters
    ----------
    what : str
        A short name, such as ``"skip-execution"``.
    where : str
        The cell or file.
    text : str
        A sentence for the instructor.
    """

    what: str
    where: str
    text: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "where", whole(self.where))
        object.__setattr__(self, "text", whole(self.text))


@dataclass
class Verdict:
    """How one test ended.

    Parameters
    ----------
    points, max_points : float
        What it earned, of what it could earn.
    passed : bool
        Whether the checker says that it ran to its end.
    message : str
        What it said otherwise.
    seconds : float
        Wall clock.
    checks : str
        ``"outside"``, or ``"inside"`` for a test that ran in the learner's own process.
    reason : str
        Why the engine had it run inside; empty where it did not, or where the test says so itself.
    ending : str
        Whether it ended with ``"nothing"``, a ``"number"`` (partial credit) or ``"something"``.
    """

    points: float
    max_points: float
    passed: bool
    message: str
    seconds: float
    checks: str = "outside"
    ending: str = "nothing"
    reason: str = ""


@dataclass
class ExecutedNotebook:
    """One notebook that has been run.

    Parameters
    ----------
    name : str
        Without the ending.
    notebook : nbformat.NotebookNode
        With its outputs.
    tests : dict
        Grade id -> Verdict.
    flags : list of Flag
        What was found on the way.
    """

    name: str
    notebook: NotebookNode
    tests: dict[str, Verdict]
    flags: list[Flag] = field(default_factory=list)


@dataclass(frozen=True)
class CellResult:
    """A cell that the gradebook knows, as it was graded.

    Parameters
    ----------
    name : str
        The grade id.
    source : str
    is_grade, is_solution, is_task : bool
        As nbgrader has it.
    untouched : bool
        Whether it is what the instructor has given out.
    """

    name: str
    source: str
    is_grade: bool
    is_solution: bool
    is_task: bool
    untouched: bool


@dataclass
class NotebookResult:
    """What a worker hands back of one notebook.

    Parameters
    ----------
    name : str
        Without the ending.
    text : bytes
        The executed notebook's file.
    tests : dict
        Grade id -> Verdict.
    flags : list of Flag
        What was found on the way.
    cells : list of CellResult
        In the notebook's order.
    stops : list of Flag
        Its cells that reached a limit, or ended their process.
    """

    name: str
    text: bytes
    tests: dict[str, Verdict]
    flags: list[Flag] = field(default_factory=list)
    cells: list[CellResult] = field(default_factory=list)
    stops: list[Flag] = field(default_factory=list)


@dataclass
class SubmissionResult:
    """What a worker hands back of one submission.

    Parameters
    ----------
    student, unit : str
        Whose, and of which unit.
    fingerprint : str
        Hash of everything that the grade depends on.
    notebooks : list of NotebookResult
        Empty where it is ungradable.
    files : dict
        Path -> content of the files beside the notebooks, as they were graded.
    flags : list of Flag
        Over all notebooks and files.
    problem : str
        Why it is ungradable; empty otherwise.
    seed : int
        Of the random numbers.
    seconds : float
        Wall clock of everything.
    isolated : bool
        Whether it ran in the sandbox.
    missing : list of str
        Notebooks of the unit that are not handed in yet.
    unreadable : dict
        Notebook -> why it could not be read: it keeps the points from before.
    stops : list of Flag
        Cells that reached a limit, or ended their process.
    work : str
        Hash of what was handed in, as of the job.
    """

    student: str
    unit: str
    fingerprint: str
    notebooks: list[NotebookResult] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    flags: list[Flag] = field(default_factory=list)
    problem: str = ""
    seed: int = 0
    seconds: float = 0.0
    isolated: bool = True
    missing: list[str] = field(default_factory=list)
    unreadable: dict[str, str] = field(default_factory=dict)
    stops: list[Flag] = field(default_factory=list)
    work: str = ""

    @property
    def status(self) -> str:
        """``graded``; ``graded, flagged``; or ``ungradable``."""
        if self.problem:
            return UNGRADABLE
        return FLAGGED if self.flags else GRADED

    def as_json(self, versions: dict[str, str], limits: dict) -> dict[str, Any]:
        """Return what ``result.json`` holds."""
        return {
            "student": self.student,
            "unit": self.unit,
            "status": self.status,
            "isolated": self.isolated,
            "problem": self.problem,
            "flags": [asdict(flag) for flag in self.flags],
            "stops": [asdict(stop) for stop in self.stops],
            "missing": self.missing,
            "tests": {
                book.name: {name: asdict(verdict) for name, verdict in book.tests.items()}
                for book in self.notebooks
            },
            "seconds": round(self.seconds, 3),
            "seed": self.seed,
            "fingerprint": self.fingerprint,
            "limits": limits,
            "versions": versions,
        }


@dataclass
class Outcome:
    """What became of one submission.

    Parameters
    ----------
    student, unit : str
        Whose, and of which unit.
    status : str
        ``graded``; ``graded, flagged``; or ``ungradable``.
    score : float or None
        What the gradebook has now; None where it has nothing.
    max_score : float
        Of the unit.
    flags : list of dict
        What was tampered with.
    seconds : float
        Wall clock of the grading.
    problem : str
        Why it is ungradable.
    unchanged : bool
        Whether an earlier grade was kept.
    isolated : bool
        Whether it ran in the sandbox.
    missing : list of str
        Notebooks of the unit that are not handed in yet.
    stops : list of dict
        Cells that reached a limit, or ended their process.
    """

    student: str
    unit: str
    status: str
    score: float | None
    max_score: float
    flags: list[dict] = field(default_factory=list)
    seconds: float = 0.0
    problem: str = ""
    unchanged: bool = False
    isolated: bool = True
    missing: list[str] = field(default_factory=list)
    stops: list[dict] = field(default_factory=list)


def as_text(told: dict[str, Any]) -> str:
    """Return ``result.json`` as it is written: a line for each part, for people who look into it.

    With an indent all the way down, Python's own encoder takes as long as all the rest of saving.
    """
    parts = (f" {json.dumps(name)}: {json.dumps(part)}" for name, part in told.items())
    return "{\n" + ",\n".join(parts) + "\n}\n"


def read_result(folder: Path) -> dict[str, Any] | None:
    """Return the ``result.json`` of a graded submission, or None where there is none to read."""
    try:
        found = json.loads((folder / RESULT).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None
