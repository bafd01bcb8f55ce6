"""The notebooks of a unit as its release in the exchange has them, beside what else a folder holds.

A unit's folder may also hold copies, or the notebooks of an earlier release: they are handed in
with the rest, and no feedback will ever come for them.
"""

from pathlib import Path
from typing import Any

from course.language import say


def released_notebooks(outbound: Path, unit: str) -> list[str]:
    """Return the file names of a unit's notebooks; nothing where the exchange does not say.

    Parameters
    ----------
    outbound : pathlib.Path
        The released units of a course.
    unit : str
        The unit's name.
    """
    return sorted(path.name for path in (outbound / unit).glob("*.ipynb"))


def what_is_wrong(folder: Path, names: list[str]) -> str:
    """Say why a unit's folder is not to be handed in; empty, if it may be.

    Single sittings may be missing, unless what lies there instead has perhaps been renamed.

    Parameters
    ----------
    folder : pathlib.Path
        The unit's folder on the desk.
    names : list of str
        The unit's notebooks.
    """
    names = names or [f"{folder.name}.ipynb"]
    missing = [name for name in names if not (folder / name).is_file()]
    there = {path.name for path in folder.glob("*.ipynb")}
    # The notebook of an earlier release, and copies of what is there, take nothing's place.
    strange = sorted(name for name in there - set(names) if not _is_spare(name, folder, there))
    if not missing or (len(missing) < len(names) and not strange):
        return ""
    seen = (
        say(" What lies there is {strange}: rename it back.", strange=", ".join(strange))
        if strange
        else ""
    )
    told = (
        say("{missing} is not in its folder any more.{seen}")
        if len(missing) == 1
        else say("{missing} are not in their folder any more.{seen}")
    )
    return told.format(missing=", ".join(missing), seen=seen)


def _is_spare(name: str, folder: Path, there: set[str]) -> bool:
    original = f"{name.removesuffix('.ipynb').rpartition('-Copy')[0]}.ipynb"
    return name == f"{folder.name}.ipynb" or original in there


def counting(submission: dict[str, Any], names: list[str]) -> dict[str, Any]:
    """Let nbgrader's account of a submission's feedback depend on the unit's own notebooks alone.

    Parameters
    ----------
    submission : dict
        As nbgrader lists it.
    names : list of str
        The unit's notebooks.
    """
    books = submission.get("notebooks", [])
    own = [book for book in books if f"{book['notebook_id']}.ipynb" in names]
    if not own or len(own) == len(books):
        return submission
    local = all(book["has_local_feedback"] for book in own)
    path = str(Path(own[0]["local_feedback_path"]).parent) if local else None
    return {
        **submission,
        "has_local_feedback": local,
        "has_exchange_feedback": all(book["has_exchange_feedback"] for book in own),
        "feedback_updated": any(book["feedback_updated"] for book in own),
        "local_feedback_path": path,
    }
