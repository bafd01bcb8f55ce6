"""Feedback pages as one zip, under the names by which Moodle or Canvas takes files back."""

import zipfile
from io import BytesIO
from pathlib import Path

import click

from autograder.course import Course
from autograder.exports.downloads import Download, Whose, of_canvas, of_moodle, scan
from autograder.exports.roster import read_roster
from autograder.files import write
from autograder.problems import CannotStart

DOWNLOADED = "downloaded"
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The oldest time a zip can hold: the same pages give the same bytes."""


def feedback_zip(
    course: Course, unit: str, kind: str, roster: Path | None, worksheet: Path | None, to: Path
) -> None:
    """Write the zip, and say who is not in it.

    Parameters
    ----------
    course : Course
    unit : str
    kind : str
        ``"canvas-feedback"`` or ``"moodle-feedback"``.
    roster, worksheet : pathlib.Path or None
        As for the collectors.
    to : pathlib.Path
        The zip.

    Raises
    ------
    CannotStart
        If there is no roster, nothing was downloaded, or nobody has feedback.
    """
    if roster is None:
        raise CannotStart("Who is who? Give the roster: --roster roster.csv")
    whose = Whose(read_roster(roster), worksheet)
    downloads = _downloads(course, unit, kind, whose)
    pages = {
        learner: sorted(folder.glob("*.html"))
        for learner, folder in course.learners(
            course.app.coursedir.feedback_directory, unit
        ).items()
    }
    content, there = BytesIO(), set()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made:
        for learner, found in sorted(downloads.items()):
            for page in pages.get(learner, []):
                made.writestr(
                    zipfile.ZipInfo(_name(kind, found, page.name), EPOCH), page.read_bytes()
                )
                there.add(learner)
    if not there:
        raise CannotStart(
            f"Nobody who is in the download has a feedback page: `autograder feedback {unit}` "
            "makes them."
        )
    write(to, content.getvalue())
    for learner in sorted(set(downloads) - there):
        click.echo(f"{learner} has no feedback page.", err=True)
    for learner in sorted(set(pages) - set(downloads)):
        click.echo(f"{learner} has a feedback page and is not in the download.", err=True)
    click.echo(f"{to} is written: the pages of {len(there)} learners.")


def _name(kind: str, found: Download, page: str) -> str:
    # Moodle before 4.1 wants the last underscore, and later ones do not mind it.
    folder = "_assignfeedback_file_/" if kind.startswith("moodle") else "_"
    return f"{found.prefix}{folder}{page}"


def _downloads(course: Course, unit: str, kind: str, whose: Whose) -> dict[str, Download]:
    """Return learner -> what the school's system calls the newest file, from the extracted zip."""
    folder = course.root / DOWNLOADED / unit
    read, learner_of = (
        (of_moodle, whose.in_moodle) if kind.startswith("moodle") else (of_canvas, whose.in_canvas)
    )
    extracted = folder / "extracted"
    there = scan(extracted, folder / "archive", read, learner_of, set(), [".ipynb"])
    found: dict[str, Download] = {}
    for learner, _, download in there.files.values():
        if learner not in found or download.attachment > found[learner].attachment:
            found[learner] = download
    if not found:
        raise CannotStart(
            f"{extracted} holds no notebook of a learner of the roster: the names there are those "
            f"by which feedback goes back. `nbgrader zip_collect {unit}` puts the download there."
        )
    return found
