"""Makes one page after the other: what runs in a worker process."""

import hashlib
from pathlib import Path
from typing import Any, NamedTuple

from autograder.files import write
from autograder.pages.clear import Regions, clear
from autograder.pages.language import speaking
from autograder.pages.notebooks import read_notebook
from autograder.pages.page import About, render
from autograder.pages.sittings import with_states


class Job(NamedTuple):
    """One page to make.

    Parameters
    ----------
    about : About
        Whose page it is.
    source, destination : pathlib.Path
        The autograded notebook, and the page.
    grades : dict
        Of `autograder.pages.grades`.
    fingerprint : str
        Hash of everything that the page depends on.
    mode : int
        The file's permissions.
    """

    about: About
    source: Path
    destination: Path
    grades: dict[str, Any]
    fingerprint: str
    mode: int = 0o644


class Style(NamedTuple):
    """What all pages of a run have in common.

    Parameters
    ----------
    regions : Regions
        The words around what is the graders' own.
    folders : tuple of str
        Where the template is looked for.
    language : str
        The code of the course folder's language; empty for English.
    """

    regions: Regions
    folders: tuple[str, ...]
    language: str = ""


def make(job: Job, style: Style) -> tuple[str, str]:
    """Write one page.

    Returns
    -------
    digest : str
        Of the page; empty where there is none.
    problem : str
        Why there is none.
    """
    try:
        notebook = read_notebook(job.source)
        grades = {**job.grades, "unit": with_states(job.grades["unit"], job.source.parent)}
        with speaking(style.language):
            clear(notebook, style.regions)
            page = render(notebook, grades, job.about, style.folders, style.language).encode()
        write(job.destination, page, job.mode)
    except Exception as error:  # one bad notebook must not keep the others from their pages
        return "", f"{type(error).__name__}: {error}"
    return hashlib.sha256(page).hexdigest(), ""
