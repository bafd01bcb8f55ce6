"""What the trials of an exercise have shown: counts, and everything that should not be."""

from dataclasses import dataclass, field

from autograder.trials.degenerate import HARD_CODED
from autograder.trials.exercises import Exercise
from autograder.trials.mutations.mutants import Mutant, diff
from autograder.trials.notes import Notes
from autograder.trials.rounds import Fall
from autograder.trials.running import Tried


@dataclass(frozen=True)
class Survivor:
    """A mutant that passes every test.

    Parameters
    ----------
    kind : str
        What was changed.
    line : int
        Where, in the answer cell.
    diff : str
        From the solution to the mutant.
    """

    kind: str
    line: int
    diff: str


@dataclass(frozen=True)
class Fault:
    """Something else that should not be.

    Parameters
    ----------
    what : str
        ``"degenerate"``, ``"right"``, ``"flaky"``, ``"isolation"`` or ``"notes"``.
    text : str
        A sentence.
    """

    what: str
    text: str


@dataclass
class Finding:
    """What came of all trials of one exercise.

    Parameters
    ----------
    exercise : Exercise
        The exercise.
    notes : Notes
        What the course says of it.
    inside : dict
        Test -> why its verdict depends on where it runs.
    """

    exercise: Exercise
    notes: Notes
    inside: dict[str, str] = field(default_factory=dict)
    mutants: int = 0
    killed_visible: int = 0
    killed_hidden: int = 0
    equivalent: int = 0
    survivors: list[Survivor] = field(default_factory=list)
    degenerate: int = 0
    right: int = 0
    faults: list[Fault] = field(default_factory=list)
    falls: dict[str, list[Fall]] = field(default_factory=dict)
    unused: set[tuple[str, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.unused = set(self.notes.equivalent)

    @property
    def killed(self) -> int:
        """How many mutants a test has noticed."""
        return self.killed_visible + self.killed_hidden

    def count(self, what: str) -> int:
        """Return how many faults there are of one kind."""
        return sum(fault.what == what for fault in self.faults)

    def add(self, tried: Tried, mutant: Mutant | None = None) -> None:
        """Take note of a trial; `mutant` is what was tried, if it was one."""
        if mutant is not None:
            self._add_mutant(tried, mutant)
        elif tried.trial.kind == "degenerate":
            self._add_degenerate(tried)
        elif tried.trial.kind == "right":
            self._add_right(tried)
        else:
            self._add_alone(tried)

    def add_fall(self, fall: Fall) -> None:
        """Take note of a test that the solution has failed in some round."""
        self.falls.setdefault(fall.test, []).append(fall)

    def close(self) -> None:
        """Name the tests that do not always say the same, and the notes that fit no mutant."""
        for test, falls in self.falls.items():
            times = "once" if len(falls) == 1 else f"{len(falls)} times"
            text = f"{test} refuses the solution {times}, first with {falls[0].surroundings}: "
            self.faults.append(Fault("flaky", text + falls[0].message))
        for was, becomes in sorted(self.unused):
            text = f"{self.notes.path}: no mutant changes {was!r} to {becomes!r}; take it out."
            self.faults.append(Fault("notes", text))

    def as_json(self) -> dict:
        """Return the finding as JSON holds it."""
        exercise = self.exercise
        return {
            "unit": exercise.unit,
            "notebook": exercise.book,
            "exercise": exercise.name,
            "mutants": self.mutants,
            "killed_by_visible": self.killed_visible,
            "killed_by_hidden_only": self.killed_hidden,
            "survived": len(self.survivors),
            "equivalent": self.equivalent,
            "survivors": [vars(survivor) for survivor in self.survivors],
            "degenerate": self.degenerate,
            "right": self.right,
            "faults": [vars(fault) for fault in self.faults],
            "inside": self.inside,
        }

    def _add_mutant(self, tried: Tried, mutant: Mutant) -> None:
        self.mutants += 1
        reason = self.notes.reason(mutant)
        if tried.passes:
            if reason is None:
                shown = diff(self.exercise.solution, mutant)
                self.survivors.append(Survivor(mutant.kind, mutant.line, shown))
                return
            self.equivalent += 1
            self.unused -= {key for key, text in self.notes.equivalent.items() if text is reason}
        elif tried.passes_visible:
            self.killed_hidden += 1
        else:
            self.killed_visible += 1

    def _add_degenerate(self, tried: Tried) -> None:
        self.degenerate += 1
        name = tried.trial.name
        visible = sum(told.points for told in tried.visible.values())
        hidden = sum(told.points for told in tried.hidden.values())
        earned = hidden or (0 if name == HARD_CODED else visible)
        if earned:
            kind = "hidden" if hidden else "visible"
            text = f"the degenerate answer {name!r} earns {earned:g} points of {kind} tests."
            self.faults.append(Fault("degenerate", text))

    def _add_right(self, tried: Tried) -> None:
        self.right += 1
        stderr = tried.stderr or "".join(
            told.stderr for told in [*tried.visible.values(), *tried.hidden.values()]
        )
        name = tried.trial.name
        if not tried.passes:
            text = f"the right answer {name!r} is refused: {tried.first_message}"
            self.faults.append(Fault("right", text))
        elif stderr:
            text = f"the right answer {name!r} writes to stderr: {stderr.strip()}"
            self.faults.append(Fault("right", text))

    def _add_alone(self, tried: Tried) -> None:
        if not tried.passes:
            text = f"fails while other answers are untouched: {tried.first_message}"
            self.faults.append(Fault("isolation", text))


def share_killed(findings: list[Finding]) -> float:
    """Return the share of the mutants that were killed, of those that are not equivalent."""
    made = sum(finding.mutants - finding.equivalent for finding in findings)
    return sum(finding.killed for finding in findings) / made if made else 1.0
