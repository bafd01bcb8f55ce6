"""What the gradebook has of one unit, learner by learner, to be compared before and after."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from nbgrader.api import (
    Assignment,
    BaseCell,
    Grade,
    Gradebook,
    Notebook,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy import select

from autograder.engine.submission.fingerprint import digest

Key = tuple[str, str]
"""A notebook and one of its cells."""


@dataclass(frozen=True)
class Row:
    """One graded cell.

    Parameters
    ----------
    auto, manual, extra : float or None
        The gradebook's three numbers.
    waits : bool
        Whether a person has to look.
    """

    auto: float | None
    manual: float | None
    extra: float | None
    waits: bool

    @property
    def points(self) -> float:
        """What the cell gives, as nbgrader reckons it."""
        known = self.auto if self.manual is None else self.manual
        return 0.0 if known is None else known + (self.extra or 0.0)


@dataclass
class Standing:
    """A learner's part of the gradebook.

    Parameters
    ----------
    cells : dict
        (notebook, cell) -> row.
    penalties : dict
        Notebook -> points off for being late.
    when : list of str
        When it was handed in, and by how much the due date is later.
    """

    cells: dict[Key, Row] = field(default_factory=dict)
    penalties: dict[str, float] = field(default_factory=dict)
    when: list[str] = field(default_factory=list)

    @property
    def score(self) -> float | None:
        """Points after the penalty; None for who has not been graded."""
        if not self.when:
            return None
        points = sum(row.points for row in self.cells.values())
        return max(0.0, points - sum(self.penalties.values()))

    def digest(self) -> str:
        """Return a hash of all of it."""
        cells = [[*key, *vars(row).values()] for key, row in sorted(self.cells.items())]
        return digest(cells, sorted(self.penalties.items()), self.when)


def read_standings(gradebook: Gradebook, unit: str, student: str = "") -> dict[str, Standing]:
    """Return learner -> standing in a unit; of one learner only, where one is named."""
    found: dict[str, Standing] = {}
    for learner, book, cell, row, penalty, when in _rows(gradebook, unit, student):
        standing = found.setdefault(learner, Standing())
        standing.when = when
        standing.penalties[book] = penalty
        standing.cells[book, cell] = row
    return found


def _rows(gradebook: Gradebook, unit: str, student: str) -> Iterator[tuple]:
    wanted = (
        select(
            SubmittedAssignment.student_id,
            Notebook.name,
            BaseCell.name,
            Grade.auto_score,
            Grade.manual_score,
            Grade.extra_credit,
            Grade.needs_manual_grade,
            SubmittedNotebook.late_submission_penalty,
            SubmittedAssignment.timestamp,
            SubmittedAssignment.extension,
        )
        .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Notebook, SubmittedNotebook.notebook_id == Notebook.id)
        .join(Grade, Grade.notebook_id == SubmittedNotebook.id)
        .join(BaseCell, Grade.cell_id == BaseCell.id)
        .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
        .where(Assignment.name == unit)
    )
    if student:
        wanted = wanted.where(SubmittedAssignment.student_id == student)
    for (
        learner,
        book,
        cell,
        auto,
        manual,
        extra,
        waits,
        penalty,
        when,
        more,
    ) in gradebook.db.execute(wanted):
        row = Row(auto, manual, extra, bool(waits))
        yield learner, book, cell, row, penalty or 0.0, [str(when), str(more)]
