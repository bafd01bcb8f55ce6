"""The pages of a report, written into the course's own folder."""

from datetime import UTC, datetime
from pathlib import Path

from autograder.course import Course
from autograder.engine.gradebook.class_grades import read_class
from autograder.engine.run.opening import open_gradebook
from autograder.files import write
from autograder.reporting.gathering import UnitReport, gather
from autograder.reporting.page import class_page, course_page, unit_page
from autograder.reporting.place import FOLDER, INDEX
from autograder.reporting.stuck import stuck

WITHOUT_NAMES = "anonymous"
"""A file of this name says that the pages hold codes: who renews them is to leave that so."""


def write_pages(course: Course, reports: list[UnitReport], anonymous: bool, whole: bool) -> Path:
    """Write a page for each unit, and one for the course; return the first to look at.

    Parameters
    ----------
    course : Course
    reports : list of UnitReport
    anonymous : bool
        Whether they hold codes in place of names.
    whole : bool
        Whether they are of all units: the page of the course is written then.
    """
    folder = course.state / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    if anonymous:
        (folder / WITHOUT_NAMES).touch()
    elif whole:
        (folder / WITHOUT_NAMES).unlink(missing_ok=True)
    for each in reports:
        write(folder / f"{each.unit.name}.html", unit_page(each, anonymous).encode())
        write(folder / f"{each.unit.name}.lecture.html", class_page(each).encode())
    if whole:
        now = datetime.now(UTC).replace(tzinfo=None)
        write(folder / INDEX, course_page(reports, stuck(reports, now), anonymous).encode())
    return folder / (INDEX if whole else f"{reports[0].unit.name}.html")


def renew(course: Course) -> None:
    """Write all pages anew, with names or codes as they are now; with names where none are."""
    anonymous = (course.state / FOLDER / WITHOUT_NAMES).exists()
    with open_gradebook(course) as gradebook:
        grades = read_class(gradebook, exercises=True)
    reports = [gather(course, grades, unit, anonymous) for unit in grades.units]
    write_pages(course, reports, anonymous, whole=True)
