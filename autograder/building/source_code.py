"""Python as it stands in notebook cells, and the marked regions in it."""

import ast
import warnings

from IPython.core.inputtransformer2 import TransformerManager

from autograder.course import Marks


def parse_cell(source: str) -> ast.Module:
    """Parse a code cell as IPython would: with magics and ``await``.

    Parameters
    ----------
    source : str
        The cell's source.

    Returns
    -------
    ast.Module

    Raises
    ------
    SyntaxError
        If it is not Python, or if Python warns of it (a warning costs a test its points).
    """
    code = TransformerManager().transform_cell(source)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return ast.parse(code)


def find_regions(source: str, marks: Marks) -> tuple[list[range], list[tuple[int, str]]]:
    """Find the regions between marks.

    Parameters
    ----------
    source : str
        A cell's source.
    marks : Marks
        The words that open and close a region.

    Returns
    -------
    regions : list of range
        For each region the places of its lines, marks included, counted from 0.
    faults : list of (int, str)
        Place and description of each mark that has no partner.
    """
    regions, faults, opened = [], [], None
    for place, line in enumerate(source.split("\n")):
        if marks.begin in line:
            if opened is not None:
                faults.append((place, f"a second {marks.begin}: close the first one before it."))
            opened = place
        elif marks.end in line:
            if opened is None:
                faults.append((place, f"{marks.end} without {marks.begin} above it in the cell."))
            else:
                regions.append(range(opened, place + 1))
            opened = None
    if opened is not None:
        faults.append((opened, f"{marks.begin} is never closed: add {marks.end} below it."))
    return regions, faults


def without_regions(source: str, regions: list[range]) -> str:
    """Return the source without the lines of the given regions."""
    inside = {place for region in regions for place in region}
    return "\n".join(line for place, line in enumerate(source.split("\n")) if place not in inside)
