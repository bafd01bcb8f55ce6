"""From how a test ended to its points."""

from nbgrader.utils import get_partial_grade

from autograder.engine.submission.assignment import Cell
from autograder.engine.submission.outcome import Outputs
from autograder.engine.submission.results import Flag, Verdict


def score(cell: Cell, ending: dict, outputs: Outputs) -> tuple[Verdict, list[Flag]]:
    """Score a test.

    Parameters
    ----------
    cell : Cell
        The instructor's.
    ending : dict
        ``tested``: whether it is known to have run to its end; ``ending``: with nothing, a number
        or something else; ``value``: that number, which is partial credit.
    outputs : Outputs
        For its message, where it failed.

    Returns
    -------
    verdict : Verdict
    flags : list of Flag
        A number that is no number of points.
    """
    most = cell.points or 0.0
    checks = "inside" if cell.is_inside else "outside"
    number, kind = ending.get("value"), ending.get("ending", "nothing")
    told = checks, kind, cell.inside
    if ending.get("tested") is not True:
        return Verdict(0.0, most, False, outputs.message(), 0.0, checks, reason=cell.inside), []
    if number is None:
        return Verdict(most, most, True, "", 0.0, *told), []
    try:
        if number != number or number < 0:
            raise ValueError(number)
        # nbgrader's own reading of such a number; it refuses more than the cell can give.
        points = get_partial_grade({"data": {"text/plain": repr(number)}}, most)
    except ValueError:
        text = f"The test {cell.name} ended with {number:g}, and can give 0 to {most:g} points."
        verdict = Verdict(0.0, most, True, text, 0.0, *told)
        return verdict, [Flag("points", cell.name, text)]
    return Verdict(points, most, True, "", 0.0, *told), []
