"""What stops at a cell itself, before any check can speak: told in words, and remembered.

A notebook's kernel offers the errors of its cells to a handler (IPython's `set_custom_exc`). Cells
that define something, and cells with checks, get their errors in plain words there; other cells
show them as ever.
"""

import re

from course.checks.errors import explain, syntax
from course.checks.failed import CheckFailed
from course.checks.showing import card

_DEFINED = re.compile(r"^(?:def|class) +(\w+)", re.MULTILINE)

_broken = {}
"""What a cell should have defined and did not, and why: `(what Python says, our words or None)`."""

_home = {}
"""Which cell, by its id, defines a name, or was to."""

_running = ["", None]
"""The cell that runs: its text and its id."""


def explain_cell(error, source):
    """Add a note in plain words to an error that ended a cell, where it is one of the course's."""
    if isinstance(error, CheckFailed):
        return
    if isinstance(error, SyntaxError) and not _by_a_line(error):
        error.add_note(syntax.note(error, source))
    elif "checks." in source or source.startswith("# Check "):
        _explain_check(error)
    elif isinstance(error, NameError) and _DEFINED.search(source):
        _explain_stray_line(error, source)
    _remember(error, source)


def _by_a_line(error):
    """Whether a line of the notebook that ran raised an error; else the cell could not be read."""
    trace = error.__traceback__
    while trace is not None and trace.tb_frame.f_globals.get("__name__") != "__main__":
        trace = trace.tb_next
    return trace is not None


def _remember(error, source):
    """Take note that a cell ended with an error: what it defines is not there, or is an older one.

    A `return` at the left edge is worse: IPython has then defined the function without it.
    """
    words = syntax.left_edge(error, source)
    for name in _DEFINED.findall(source):
        _broken[name] = (f"{type(error).__name__}: {getattr(error, 'msg', error)}", words)


def _explain_check(error):
    name = getattr(error, "name", None)
    trace = error.__traceback__
    while trace is not None and trace.tb_frame.f_globals.get("__name__") != "__main__":
        trace = trace.tb_next
    in_the_test = trace is not None and trace.tb_next is None
    if isinstance(error, NameError) and in_the_test and not getattr(error, "__notes__", None):
        error.add_note(_missing(name))
    explain(error)


def _missing(name):
    """Say why a test does not find an answer."""
    if name in _broken:
        said, words = _broken[name]
        if words:
            return f"There is no `{name}` yet. {words}"
        return (
            f"There is no `{name}` yet: the cell that should define it stopped with an error "
            f"({said}). What does that cell say?"
        )
    return (
        f"There is no `{name}` yet. Has the cell with your answer been run, and does it still "
        f"define `{name}` by this name?"
    )


def _explain_stray_line(error, source):
    """Explain a name that a function knows and a line at the left edge does not."""
    inputs = re.findall(r"^def +\w+\(([^)]*)\)", source, re.MULTILINE)
    if error.name in re.findall(r"\w+", " ".join(inputs)):
        error.add_note(
            f"`{error.name}` is known inside the function only, and this line stands outside of "
            "it, because it begins at the left edge. How many spaces belong in front of it?"
        )


def stale(name):
    """Say why what Python holds under `name` is not the learner's newest answer, or return None.

    What the running cell defines is new, even if that cell stopped with an error before: the
    helpers of a check are defined anew each time it runs.
    """
    if name not in _broken or name in _DEFINED.findall(_running[0]):
        return None
    said, words = _broken[name]
    return words or (
        f"The cell that defines `{name}` stopped with an error ({said}), so Python still holds "
        "the older one. What does that cell say?"
    )


def ran_well(source, cell=None):
    """Take note that a cell ran without an error: what it defines is new, and nothing else is its.

    Parameters
    ----------
    source : str
    cell : str, optional
        The cell's id. What the cell was to define, and defines no longer, is an older one.
    """
    defined = _DEFINED.findall(source)
    for name in defined:
        _broken.pop(name, None)
        _home[name] = cell
    if cell is None:
        return
    for name, home in _home.items():
        if home == cell and name not in defined:
            _broken[name] = (
                "",
                f"The cell of `{name}` has been run without a line that defines it. What has "
                "become of its `def` line?",
            )


def forget():
    """Forget what earlier cells have done."""
    _broken.clear()
    _home.clear()


def watch():
    """Let a notebook's kernel hand on the errors of its cells; elsewhere nothing happens."""
    shell = card.notebook_shell()
    if shell is None or shell.custom_exceptions:
        return
    shell.events.register("pre_run_cell", _begins)
    shell.events.register("post_run_cell", _ended)
    shell.set_custom_exc((Exception,), _handle)


def _begins(info):
    source = info.raw_cell or ""
    _running[:] = source, getattr(info, "cell_id", None)
    error = syntax.kept_from_handlers(source, card.notebook_shell())
    if error is not None:
        explain_cell(error, source)
        words = "\n".join(error.__notes__)
        card.show_error(error, syntax.shown(error), syntax.said(error), error.__notes__, words)


def _ended(result):
    source, cell = _running
    if result.success:
        ran_well(source, cell)
        return
    error = result.error_before_exec or result.error_in_exec
    for name in _DEFINED.findall(source):
        _home[name] = cell
        if name not in _broken:  # an interrupt, for instance, comes to no handler
            _remember(error, source)


def _handle(shell, kind, error, traceback, tb_offset=None):
    explain_cell(error, _running[0])
    if isinstance(error, SyntaxError) and getattr(error, "__notes__", None):
        card.show_error(error, syntax.shown(error), syntax.said(error), error.__notes__)
    shell.showtraceback(
        (kind, error, traceback), tb_offset=tb_offset, running_compiled_code=_by_a_line(error)
    )
