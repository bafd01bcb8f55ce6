"""The command ``autograder feedback``: writes the pages that learners get back."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from filelock import FileLock, Timeout
from nbgrader.api import Gradebook
from sqlalchemy.exc import SQLAlchemyError
from tqdm import tqdm

from autograder.course import Course, load_course
from autograder.pages.exporter import FeedbackExporter, regions_of
from autograder.pages.grades import Grades, read_grades
from autograder.pages.making import Pages, make_all
from autograder.pages.work import Style
from autograder.problems import CannotStart

STATE = ".autograder"


@click.command()
@click.argument("unit")
@click.option("--student", "students", multiple=True, metavar="ID", help="Only this learner.")
@click.option("--jobs", default=2, show_default=True, type=click.IntRange(1), help="Processes.")
@click.option("--force", is_flag=True, help="Make again what has not changed.")
@click.option(
    "--course-dir",
    "root",
    default=".",
    type=click.Path(path_type=Path),
    help="The course folder; the current one by default.",
)
def feedback(unit: str, students: tuple[str, ...], jobs: int, force: bool, root: Path) -> None:
    """Write the feedback pages of UNIT, for `nbgrader release_feedback` to hand out.

    A page is made again if its grades, its comments, the graded notebook or the page's own layout
    have changed. The exit status is 0 only if every graded submission has its page.
    """
    course = load_course(root)
    exporter = FeedbackExporter(parent=course.app)
    style = Style(regions_of(course.app), tuple(exporter.template_paths))
    with _locked(course):
        grades = _grades(course, unit)
        pages = Pages(course, unit, style)
        found = _chosen(pages, unit, students)
        todo, problems = pages.plan(found, grades, force)
        made = 0
        try:
            results = make_all(todo, style, jobs)
            bar = tqdm(results, total=len(todo), unit=" pages", disable=None, leave=False)
            for job, page, problem in bar:
                if problem:
                    problems.append(f"{job.about.student}: {problem}")
                else:
                    pages.done(job, page)
                    made += 1
        finally:
            pages.save()
    for problem in problems:
        click.echo(f"No page for {problem}", err=True)
    click.echo(f"{made} pages made, {pages.unchanged} had not changed.")
    if problems:
        sys.exit(1)


def _chosen(pages: Pages, unit: str, students: tuple[str, ...]) -> dict[str, Path]:
    found = pages.graded()
    for student in students:
        if student not in found:
            raise CannotStart(
                f"{student} has no graded submission of {unit}: run `autograder grade {unit}` first."
            )
    if not found:
        raise CannotStart(
            f"Nobody has a graded submission of {unit}: run `autograder grade {unit}` first."
        )
    return {student: found[student] for student in students or found}


def _grades(course: Course, unit: str) -> dict[tuple[str, str], Grades]:
    url = course.app.coursedir.db_url
    path = url.removeprefix("sqlite:///")
    if path != url and not Path(path).is_file():
        raise CannotStart(f"There is no gradebook at {path}: grade the unit first.")
    try:
        with Gradebook(url, course.app.coursedir.course_id) as gradebook:
            return read_grades(gradebook, unit)
    except SQLAlchemyError as error:
        reason = str(getattr(error, "orig", None) or error).splitlines()[0]
        raise CannotStart(f"The gradebook {url} cannot be read ({reason}).") from None


@contextmanager
def _locked(course: Course) -> Iterator[None]:
    """Keep other runs out: grading replaces the folders that are read here."""
    state = course.root / STATE
    state.mkdir(exist_ok=True)
    lock = FileLock(state / "lock")
    try:
        lock.acquire(blocking=False)
    except Timeout:
        raise CannotStart(
            f"Another `autograder` is at work in {course.root}: wait until it has ended."
        ) from None
    with lock:
        yield
