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
"""What a cell with an error should have defined, and what was said of the error."""

_running = [""]
"""The cell that runs."""


def explain_cell(error, source):
    """Add a note in plain words to an error that ended a cell, where it is one of the course's."""
    if isinstance(error, CheckFailed):
        return
    if isinstance(error, SyntaxError):
        error.add_note(syntax.note(error, source))
    elif "checks." in source or source.startswith("# Check "):
        _explain_check(error)
    elif isinstance(error, NameError) and _DEFINED.search(source):
        _explain_stray_line(error, source)
    for name in _DEFINED.findall(source):
        _broken[name] = f"{type(error).__name__}: {getattr(error, 'msg', error)}"


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
        return (
            f"There is no `{name}` yet: the cell that should define it stopped with an error "
            f"({_broken[name]}). What does that cell say?"
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
    """Return what was said of the cell that should have defined `name` anew, or None.

    What the running cell defines is new, even if that cell stopped with an error before: the
    helpers of a check are defined anew each time it runs.
    """
    return None if name in _DEFINED.findall(_running[0]) else _broken.get(name)


def ran_well(source):
    """Take note that a cell ran without an error: what it defines is new."""
    for name in _DEFINED.findall(source):
        _broken.pop(name, None)


def forget():
    """Forget what earlier cells have done."""
    _broken.clear()


def watch():
    """Let a notebook's kernel hand on the errors of its cells; elsewhere nothing happens."""
    shell = card.notebook_shell()
    if shell is None or shell.custom_exceptions:
        return
    shell.events.register("pre_run_cell", _begins)
    shell.events.register("post_run_cell", _ended)
    shell.set_custom_exc((Exception,), _handle)


def _begins(info):
    _running[0] = info.raw_cell or ""


def _ended(result):
    if result.success:
        ran_well(result.info.raw_cell or "")


def _handle(shell, kind, error, traceback, tb_offset=None):
    explain_cell(error, _running[0])
    if isinstance(error, SyntaxError) and getattr(error, "__notes__", None):
        said = f"{kind.__name__}: {error.msg}"
        card.show_error(error, syntax.shown(error), said, error.__notes__)
    shell.showtraceback((kind, error, traceback), tb_offset=tb_offset)
