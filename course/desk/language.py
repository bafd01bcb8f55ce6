"""The language of a desk: that of the notebooks on it, as their metadata say it."""

import json
from functools import lru_cache
from pathlib import Path

from course.desk.released import Unit
from course.language import ENGLISH, languages, speak


def speak_as(units: list[Unit]) -> None:
    """Let this process speak the language of a desk from now on.

    It is the first one other than English in which a unit on offer is written, of those that the
    course speaks: whoever is given one notebook in German reads Home in German, too.

    Parameters
    ----------
    units : list of Unit
        The units on offer.
    """
    found = (
        _language(path, path.stat().st_mtime_ns)
        for unit in units
        for path in sorted(unit.folder.glob("*.ipynb"))
    )
    known = languages()
    speak(next((one for one in found if one in known and one != ENGLISH), ENGLISH))


@lru_cache(maxsize=256)
def _language(path: Path, _changed: int) -> str:
    """Return what a notebook says of its language; English, where it does not."""
    try:
        metadata = json.loads(path.read_bytes())["metadata"]
        return str(metadata.get("language", ENGLISH))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return ENGLISH
