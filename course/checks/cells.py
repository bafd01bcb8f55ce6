"""What stops at a cell itself, before any check can speak: told in words, and remembered.

A notebook's kernel offers the errors of its cells to a handler (IPython's `set_custom_exc`). Cells
that define something, and cells with checks, get their errors in plain words there; other cells
show them as ever.
"""

import ast
import re
import traceback

from course.checks.errors import explain, syntax
from course.checks.failed import CheckFailed
from course.checks.showing import card
from course.language import in_each, say

OPENINGS = tuple(f"# {word} " for word in in_each("Check"))
"""How a cell begins that checks something, in each language."""

_DEFINED = re.compile(r"^(?:def|class) +(\w+)", re.MULTILINE)

_broken = {}
"""What a cell should have defined and did not, and why: `(what Python says, our words or None)`."""

_home = {}
"""Which cell, by its id, defines a name, or was to."""

_running = ["", None]
"""The cell that runs: its text and its id."""

_fresh = [False]
"""Whether a kernel began with a check: the notebook's own imports are still to be run."""

FIRST_CELLS = (
    "The first code cell of this notebook has not been run since the notebook was opened or "
    "restarted: run that one, then the cell with your answer, then this one."
)


def explain_cell(error, source):
    """Add a note in plain words to an error that ended a cell, where it is one of the course's."""
    if isinstance(error, CheckFailed):
        return
    if isinstance(error, SyntaxError) and _in_notebook(error) is None:
        error.add_note(syntax.note(error, source))
    elif _is_check(source):
        _explain_check(error)
    elif isinstance(error, ImportError):
        _explain_import(error)
    elif _DEFINED.search(source) and not isinstance(error, NotImplementedError):
        if isinstance(error, NameError):
            _explain_stray_line(error, source)
        if '"""' in source:  # an answer: what learners write for themselves is shown as ever
            explain(error, "")  # a line below the function may call it: no cell is the test's
    _remember(error, source)


def _in_notebook(error):
    """Return an error's traceback from the notebook's lines on; None where none of them ran."""
    trace = error.__traceback__
    while trace is not None and trace.tb_frame.f_globals.get("__name__") != "__main__":
        trace = trace.tb_next
    return trace


def _is_check(source):
    return "checks." in source or source.startswith(OPENINGS)


def _remember(error, source):
    """Take note that a cell ended with an error: what it defines is not there, or is an older one.

    A `return` at the left edge is worse: IPython has then defined the function without it.
    """
    words = syntax.left_edge(error, source)
    new = _defined_before(error, source)
    for name in _DEFINED.findall(source):
        if name in new:
            _broken.pop(name, None)
        else:
            _broken[name] = (f"{type(error).__name__}: {getattr(error, 'msg', error)}", words)


def _defined_before(error, source):
    """Return what a cell had defined already when a later line of it stopped."""
    trace = _in_notebook(error)
    if trace is None:
        return set()
    try:
        parts = ast.parse(source).body
    except (SyntaxError, ValueError):  # of a notebook's magic, for instance
        return set()
    kinds = ast.FunctionDef | ast.ClassDef
    return {
        part.name for part in parts if isinstance(part, kinds) and part.end_lineno < trace.tb_lineno
    }


def _explain_check(error):
    explain_fresh(error)
    name = getattr(error, "name", None)
    trace = _in_notebook(error)
    in_the_test = trace is not None and trace.tb_next is None
    if isinstance(error, NameError) and in_the_test and not getattr(error, "__notes__", None):
        error.add_note(_missing(name))
    explain(error)


def explain_fresh(error):
    """Add a note to an unknown name where the notebook's imports have not been run yet."""
    if _fresh[0] and isinstance(error, NameError) and not getattr(error, "__notes__", None):
        error.add_note(say(FIRST_CELLS))


def explain_missing(error, test_file):
    """Add a note to an answer that a helper of the test does not find: its cell has stopped."""
    if getattr(error, "name", None) not in _broken or getattr(error, "__notes__", None):
        return
    *_, (frame, _) = traceback.walk_tb(error.__traceback__)
    if frame.f_code.co_filename == test_file:
        error.add_note(_missing(error.name))


def _missing(name):
    """Say why a test does not find an answer."""
    if name in _broken:
        said, words = _broken[name]
        if words:
            return say("There is no `{name}` yet. {words}", name=name, words=words)
        return say(
            "There is no `{name}` yet: the cell that should define it stopped with an "
            "error ({said}). What does that cell say?",
            name=name,
            said=said,
        )
    return say(
        "There is no `{name}` yet. Has the cell with your answer been run, and does "
        "it still define `{name}` by this name?",
        name=name,
    )


def _explain_stray_line(error, source):
    """Explain a name that a function knows and a line at the left edge does not."""
    inputs = re.findall(r"^def +\w+\(([^)]*)\)", source, re.MULTILINE)
    if error.name in re.findall(r"\w+", " ".join(inputs)):
        error.add_note(
            say(
                "`{name}` is known inside the function only, and this line stands outside of "
                "it, because it begins at the left edge. How many spaces belong in front of "
                "it?",
                name=error.name,
            )
        )


def _explain_import(error):
    """Explain that the toolbox does not hold what an exercise asks for."""
    wanted = re.match(r"cannot import name '(\w+)' from 'course\.(\w+)'", str(error))
    if wanted:
        error.add_note(
            say(
                "There is no `{name}` in `course.{module}`. Does an exercise of this "
                "notebook ask you to write it?",
                name=wanted[1],
                module=wanted[2],
            )
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
        say(
            "The cell that defines `{name}` stopped with an error ({said}), so Python "
            "still holds the older one. What does that cell say?",
            name=name,
            said=said,
        )
    )


def ran_well(source, cell=None):
    """Take note that a cell ran without an error: what it defines is new, and nothing else is its.

    Parameters
    ----------
    source : str
    cell : str, optional
        The cell's id. What the cell was to define, and defines no longer, is an older one.
    """
    if re.search(r"^(?:from|import) ", source, re.MULTILINE) and not _is_check(source):
        _fresh[0] = False
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
                say(
                    "The cell of `{name}` has been run without a line that defines it. What has "
                    "become of its `def` line?",
                    name=name,
                ),
            )


def forget():
    """Forget what earlier cells have done."""
    _broken.clear()
    _home.clear()
    _fresh[0] = False


def watch():
    """Let a notebook's kernel hand on the errors of its cells; elsewhere nothing happens."""
    shell = card.notebook_shell()
    if shell is None or shell.custom_exceptions:
        return
    # This is imported by the first code cell; else, as nothing was run before, by a check.
    _running[:] = shell.user_ns.get("_ih", [""])[-1], None
    _fresh[0] = _is_check(_running[0])
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
    if isinstance(error, SyntaxError) and _in_notebook(error) is None:
        card.show_error(error, syntax.shown(error), syntax.said(error), error.__notes__)
    ran = _in_notebook(error) is not None
    shell.showtraceback((kind, error, traceback), tb_offset=tb_offset, running_compiled_code=ran)
