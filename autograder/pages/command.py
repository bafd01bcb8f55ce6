"""What `autograder feedback` does: it writes the pages that learners get back."""

import sys
from pathlib import Path

import click
from tqdm import tqdm

from autograder.course import Course, load_course
from autograder.engine.gradebook.locking import locked
from autograder.engine.run.opening import open_gradebook
from autograder.pages.exporter import FeedbackExporter, regions_of
from autograder.pages.grades import Grades, read_grades
from autograder.pages.making import Pages, make_all
from autograder.pages.work import Style
from autograder.problems import CannotStart


def feedback(unit: str, students: tuple[str, ...], jobs: int, force: bool, root: Path) -> None:
    """Run the command; its words are those of ``autograder feedback``."""
    course = load_course(root)
    exporter = FeedbackExporter(parent=course.app)
    style = Style(regions_of(course.app), tuple(exporter.template_paths), course.settings.language)
    with locked(course):
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
    remedy = f"run `autograder grade {unit}` first."
    for student in students:
        if student not in found:
            raise CannotStart(f"{student} has no graded submission of {unit}: {remedy}")
    if not found:
        raise CannotStart(f"Nobody has a graded submission of {unit}: {remedy}")
    return {student: found[student] for student in students or found}


def _grades(course: Course, unit: str) -> dict[tuple[str, str], Grades]:
    with open_gradebook(course) as gradebook:
        return read_grades(gradebook, unit)
