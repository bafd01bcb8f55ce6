"""What `autograder export` and `autograder roster` do."""

import logging
from pathlib import Path

import click
from nbgrader.api import SubmittedAssignment
from traitlets.config import Config

from autograder.course import load_course
from autograder.engine.gradebook.extensions import extension_of, note_extensions
from autograder.engine.gradebook.locking import locked
from autograder.engine.gradebook.recording import gradebook_of
from autograder.engine.run.opening import open_gradebook
from autograder.exports.feedback_zip import feedback_zip
from autograder.exports.plugins import (
    CanvasExporter,
    ClassExporter,
    MoodleExporter,
    WideExporter,
    WorksheetExporter,
)
from autograder.exports.roster import read_roster
from autograder.problems import CannotStart

KINDS: dict[str, type[ClassExporter]] = {
    "canvas": CanvasExporter,
    "moodle": MoodleExporter,
    "wide": WideExporter,
    "worksheet": WorksheetExporter,
}
FEEDBACK = ("canvas-feedback", "moodle-feedback")


def export(
    root: Path,
    kind: str,
    units: tuple[str, ...],
    output: Path | None,
    roster: Path | None,
    absent: str,
    exercises: bool,
    columns: tuple[str, ...],
    worksheet: Path | None,
) -> None:
    """Run `autograder export`; its words are those of the command."""
    course = load_course(root)
    if kind in FEEDBACK:
        if len(units) != 1:
            raise CannotStart("A zip of feedback is that of one unit: name the unit.")
        [unit] = units
        feedback_zip(course, unit, kind, roster, worksheet, output or root / f"{unit}_{kind}.zip")
        return
    given = {"absent": absent, "exercises": exercises, "assignment": list(units)}
    given |= {"to": str(output or root / KINDS[kind].file), "titles": _titles(columns)}
    given["roster"] = str(roster or "")
    if kind == "worksheet":
        if worksheet is None:
            raise CannotStart("Give --worksheet the file that Moodle has you download.")
        given["worksheet"] = str(worksheet)
    course.app.update_config(Config({KINDS[kind].__name__: given}))
    plugin = KINDS[kind](parent=course.app, log=_log())
    with open_gradebook(course) as gradebook:
        plugin.export(gradebook)
    click.echo(f"{plugin.to} is written.")


def _titles(columns: tuple[str, ...]) -> dict[str, str]:
    titles = {}
    for column in columns:
        unit, sign, title = column.partition("=")
        if not (sign and title.strip()):
            raise CannotStart(f"--column {column}: write UNIT=TITLE.")
        titles[unit.strip()] = title.strip()
    return titles


def _log() -> logging.Logger:
    """Return a log whose warnings are sentences on stderr."""
    log = logging.getLogger("autograder.exports")
    log.handlers, log.propagate = [_Sentences()], False
    log.setLevel(logging.WARNING)
    return log


class _Sentences(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        click.echo(record.getMessage(), err=True)


def enrol(file: Path, root: Path) -> None:
    """Run `autograder roster`; a term may begin with it, so a gradebook is made where none is."""
    course = load_course(root)
    roster = read_roster(file)
    with locked(course), gradebook_of(course) as gradebook:
        known = {student.id for student in gradebook.students}
        for entry in roster.entries.values():
            told = {"first_name": entry.first_name, "last_name": entry.last_name}
            told["email"] = entry.email
            gradebook.update_or_create_student(
                entry.id, **{name: text for name, text in told.items() if text}
            )
        hours = {
            entry.id: float(entry.extension) for entry in roster.entries.values() if entry.extension
        }
        note_extensions(course, hours)
        for submission in gradebook.db.query(SubmittedAssignment):
            if submission.student_id in hours and submission.assignment.duedate is not None:
                submission.extension = extension_of(course, submission.student_id)
        gradebook.db.commit()
    for name in roster.ignored:
        click.echo(f"The roster's column {name} means nothing here.", err=True)
    new = len(set(roster.entries) - known)
    click.echo(f"{new} learners are new, {len(roster.entries) - new} were known.")
    if hours:
        click.echo(
            f"{len(hours)} have an extension: penalties of what is graded from now on follow it."
        )
    for name in sorted(known - set(roster.entries)):
        click.echo(f"{name} is in the gradebook and not in the roster.", err=True)
