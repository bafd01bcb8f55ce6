"""Warm processes are begun while the command still reads nbgrader and the course.

That takes as long as they do, on one core. What they need to know stands in the unit, which is read
last: they are begun as the last run needed them, and used where this run would start them with the
very same words. Nothing of a submission comes near one that would not be used.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from autograder.engine.run.temporary import run_folder
from autograder.engine.sandbox import seccomp
from autograder.engine.sandbox.begun import Begun
from autograder.engine.sandbox.sandbox import Sandbox

NOTE = "warm.json"


@contextmanager
def begun_early(state: Path, unit: str, count: int) -> Iterator[Begun | None]:
    """Begin warm processes; end, at last, those that nobody has taken.

    Parameters
    ----------
    state : pathlib.Path
        Where `autograder` notes things about the course.
    unit : str
        The unit.
    count : int
        How many.

    Yields
    ------
    Begun or None
        None where nothing is noted of the unit, or the processes do not start.
    """
    sandbox = _noted(state, unit)
    if sandbox is None:
        yield None
        return
    with run_folder() as folder:
        made = Begun(folder)
        try:
            with suppress(OSError), _as_nbgrader_has_it(state.parent):  # the run says what is wrong
                for number in range(count):
                    shared = folder / str(number)
                    shared.mkdir()
                    made.begin(sandbox.how(number, shared))
            yield made
        finally:
            made.end()


@contextmanager
def _as_nbgrader_has_it(root: Path) -> Iterator[None]:
    """Put the course folder on Python's path, as nbgrader will when it reads its settings."""
    before = sys.path.copy()
    sys.path.insert(0, str(root.resolve()))
    try:
        yield
    finally:
        sys.path[:] = before


def note(state: Path, unit: str, sandbox: Sandbox) -> None:
    """Note what a unit's warm processes need, for the next run."""
    if not sandbox.walls:
        return
    noted = {
        "packages": list(sandbox.packages),
        "imports": list(sandbox.imports),
        "hidden": [str(path) for path in sandbox.hidden],
        "withheld": list(sandbox.withheld),
    }
    known = _notes(state)
    if known.get(unit) != noted:
        with suppress(OSError):  # on a full disk the next run begins them later
            (state / NOTE).write_text(json.dumps({**known, unit: noted}), encoding="utf-8")


def _notes(state: Path) -> dict:
    try:
        found = json.loads((state / NOTE).read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _noted(state: Path, unit: str) -> Sandbox | None:
    try:
        noted = _notes(state)[unit]
        return Sandbox(
            tuple(map(str, noted["packages"])),
            tuple(map(str, noted["imports"])),
            tuple(map(Path, noted["hidden"])),
            filter=seccomp.compile_filter(),
            withheld=tuple(map(str, noted["withheld"])),
        )
    except (KeyError, TypeError, OSError):
        return None
