"""The files that a learner submitted beside the notebooks: ordinary ones, and not too many."""

import os
import re
import site
import stat
import sys
import sysconfig
from collections.abc import Collection, Iterator
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from pathlib import Path

from autograder.engine.submission.assignment import Assignment
from autograder.engine.submission.limits import Limits
from autograder.engine.submission.results import RESULT, Flag, Ungradable

MAX_FILES = 500
GRADER = __name__.partition(".")[0]
SITES = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib"), *site.getsitepackages()}
SITES |= {site.getusersitepackages()}
SKIPPED = re.compile(r"^(\.ipynb_checkpoints|__pycache__|\.nbgrader.*|feedback)$")
NOT_FILES = {"timestamp.txt", "nbgrader_config.py", RESULT}
FOLDER, FILE, LINK, FOLDER_LINK, OTHER = "folder", "file", "link", "link to a folder", "other"


def read_files(
    folder: Path, assignment: Assignment, limits: Limits
) -> tuple[dict[str, bytes], list[Flag]]:
    """Read what a learner submitted beside the notebooks, and lay the instructor's files over it.

    Returns
    -------
    files : dict
        Path -> content.
    flags : list of Flag
        What was left out: links, files that shadow a module.
    """
    files: dict[str, bytes] = {}
    flags: list[Flag] = []
    room = limits.submission
    for path in _ordinary(folder, flags):
        name = path.relative_to(folder).as_posix()
        if name in NOT_FILES or (path.suffix == ".ipynb" and "/" not in name):
            continue
        if shadows(name, assignment.packages):
            if name not in assignment.files:  # the instructor's own lies over it
                text = f"The file {name} would take the place of a module."
                flags.append(Flag("shadow", name, text))
            continue
        room -= path.stat().st_size
        if room < 0 or len(files) >= MAX_FILES:
            raise Ungradable(
                f"The submitted files are more than {MAX_FILES}, or larger than "
                f"{limits.submission / 2**20:.0f} MB together."
            )
        files[name] = path.read_bytes()
    for name, content in assignment.files.items():
        if name not in assignment.kept or name not in files:
            for other in [path for path in files if _in_the_way(path, name)]:
                del files[other]
            files[name] = content
    return files, flags


def walk(folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield what lies in a submission's folder, in a fixed order and without following links.

    Parameters
    ----------
    folder : pathlib.Path
        Of the submission.

    Yields
    ------
    path : pathlib.Path
    kind : str
        ``"folder"``, ``"file"``, ``"link"``, ``"link to a folder"`` or ``"other"``.
    """
    for parent, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not SKIPPED.match(name))
        for name in [*folders]:
            path = Path(parent, name)
            if path.is_symlink():
                folders.remove(name)
            yield path, FOLDER_LINK if path.is_symlink() else FOLDER
        for name in sorted(names):
            if SKIPPED.match(name):
                continue
            path = Path(parent, name)
            mode = os.lstat(path).st_mode
            regular = FILE if stat.S_ISREG(mode) else OTHER
            yield path, LINK if stat.S_ISLNK(mode) else regular


def _ordinary(folder: Path, flags: list[Flag]) -> list[Path]:
    """Return the ordinary files, and flag everything else that is no folder."""
    found: list[Path] = []
    for path, kind in walk(folder):
        name = path.name
        if kind == FILE:
            found.append(path)
        elif kind == FOLDER_LINK:
            flags.append(Flag("link", name, f"The folder {name} is a link: it was left out."))
        elif kind != FOLDER:
            flags.append(Flag("link", name, f"{name} is no ordinary file: it was left out."))
    return found


def _in_the_way(path: str, name: str) -> bool:
    """Whether a file lies where another needs a folder, or the other way round."""
    return path.startswith(f"{name}/") or name.startswith(f"{path}/")


def shadows(name: str, imported: Collection[str] = ()) -> bool:
    """Whether a file would be imported in place of a module that is installed.

    Parameters
    ----------
    name : str
        Its path below the submission's folder.
    imported : collection of str
        Top-level modules that the course's own notebooks import.
    """
    top, _, rest = name.partition("/")
    if rest and not rest.endswith((".py", ".so", ".pyc", ".pyd")):
        return False
    module = top.partition(".")[0]
    if not rest and not name.endswith((".py", ".so", ".pyc", ".pyd", ".pth")):
        return False
    if name.endswith(".pth") or module in ("sitecustomize", "usercustomize", "conftest"):
        return True
    if module in sys.stdlib_module_names or module in (GRADER, *imported):
        return True
    try:
        spec = find_spec(module)
    except (ImportError, ValueError):
        return False
    return spec is not None and _is_installed(spec)


def _is_installed(spec: ModuleSpec) -> bool:
    """Whether a module lies among the installed ones.

    One that is being worked on lies in a folder with others that nobody means: its tests, its docs.
    """
    places = [*(spec.submodule_search_locations or ()), *filter(None, [spec.origin])]
    return any(Path(place).is_relative_to(folder) for place in places for folder in SITES)
