"""What a unit's notebook must fulfil once it has run."""

from collections.abc import Iterator

from nbformat import NotebookNode

from autograder.building.pictures import output_fault
from autograder.building.rules import is_test
from autograder.building.text import Unit
from autograder.problems import Problem


def output_problems(unit: Unit) -> list[Problem]:
    """List what is wrong with the outputs of a unit's notebook.

    Parameters
    ----------
    unit : Unit
        The unit, run.

    Returns
    -------
    list of Problem
    """
    return [
        Problem(marker, text)
        for marker, cell in zip(unit.markers, unit.notebook.cells, strict=True)
        if cell.cell_type == "code"
        for text in _faults(cell)
    ]


def _faults(cell: NotebookNode) -> Iterator[str]:
    for output in cell.outputs:
        if output.output_type == "stream" and output.name == "stderr":
            said = (output.text.strip().splitlines() or [""])[-1].strip()
            yield f"the cell writes to stderr, for which nbgrader scores 0: {said}"
        if output.output_type == "execute_result" and is_test(cell):
            yield (
                "the test ends with a value, which nbgrader takes for partial credit: "
                "end it with a statement."
            )
        fault = output_fault(output)
        if fault:
            yield fault
