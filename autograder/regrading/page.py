"""What a preview says: in lines for the terminal, and as a page."""

from autograder.engine.submission.assignment import Assignment
from autograder.regrading.changes import Change, Regraded
from autograder.reporting.gathering import first_words
from autograder.reporting.page import environment


def told(regraded: list[Regraded], of_all: int) -> list[str]:
    """Return the lines: each change, then who would lose, then the sums.

    Parameters
    ----------
    regraded : list of Regraded
    of_all : int
        Submissions that were looked at.
    """
    lines = []
    for each in regraded:
        if each.changes or each.notes:
            lines.append(f"{each.student}: {_points(each.before)} -> {_points(each.after)} points")
            lines += [f"  {change_told(change)}" for change in each.changes]
            lines += [f"  {note}" for note in each.notes]
    return [*lines, *sums(regraded, of_all)]


def sums(regraded: list[Regraded], of_all: int) -> list[str]:
    """Return what it comes to."""
    losers = [each for each in regraded if each.gain < 0]
    winners = [each for each in regraded if each.gain > 0]
    lines = []
    if losers:
        who = ", ".join(f"{each.student} ({each.gain:g})" for each in losers)
        lines.append(f"Would lose points: {who}.")
    before = sum(each.before or 0.0 for each in regraded)
    after = sum(each.after or 0.0 for each in regraded)
    lines.append(
        f"{of_all} submissions: {len(regraded)} would be graded anew, {len(winners)} gain points, "
        f"{len(losers)} lose some; their points together: {before:g} -> {after:g}."
    )
    return lines


def change_told(change: Change) -> str:
    """Return one change as a line."""
    said = f": {first_words(change.sentence)}" if change.sentence else ""
    place = change.cell if change.cell == change.exercise else f"{change.exercise}, {change.cell}"
    points = f"{_points(change.before)} -> {change.after:g} of {change.most:g}"
    return f"{place}  {points}{said}"


def _points(value: float | None) -> str:
    return "none" if value is None else f"{value:g}"


def preview_page(assignment: Assignment, regraded: list[Regraded], only_raise: bool) -> str:
    """Return the page as HTML."""
    template = environment().get_template("preview.html.j2")
    return template.render(
        unit=assignment.name,
        regraded=regraded,
        losers=[each for each in regraded if each.gain < 0],
        before=sum(each.before or 0.0 for each in regraded),
        after=sum(each.after or 0.0 for each in regraded),
        only_raise=only_raise,
        first_words=first_words,
    )
