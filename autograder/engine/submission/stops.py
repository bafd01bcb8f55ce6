"""Which cells of an executed notebook were stopped at a limit, or ended their process."""

from nbformat import NotebookNode

from autograder.engine.submission.results import Flag

TIME, MEMORY, ENDED = "time", "memory", "ended"
SENTENCES = {
    TIME: "took longer than it may",
    MEMORY: "wanted more memory than it may have",
    ENDED: "ended its process",
}
IN_TIME, OF_MEMORY = "in time", "of memory"
"""What the engine says of a process that it has ended, as part of the error's text."""


def stops(name: str, notebook: NotebookNode) -> list[Flag]:
    """Return what stopped, in the notebook's order.

    It is read from the outputs, which a learner's code can imitate: it is told to a person, and no
    grade depends on it.

    Parameters
    ----------
    name : str
        Of the notebook.
    notebook : nbformat.NotebookNode
        Executed.
    """
    found = []
    for number, cell in enumerate(notebook.cells, 1):
        kinds = [_kind(output) for output in cell.get("outputs", ())]
        kind = next(filter(None, kinds), "")
        if kind:
            where = cell.metadata.get("nbgrader", {}).get("grade_id", f"cell {number} of {name}")
            found.append(Flag(kind, where, f"{where} {SENTENCES[kind]}."))
    return found


def _kind(output: dict) -> str:
    if output["output_type"] != "error":
        return ""
    error, text = output["ename"], "\n".join(output["traceback"])
    if error == "MemoryError":
        return MEMORY
    if error in ("CellTimeoutError", "DeadKernelError", "DeadCheckerError"):
        if OF_MEMORY in text:
            return MEMORY
        return TIME if error == "CellTimeoutError" or IN_TIME in text else ENDED
    return ""
