"""What `autograder translate` does: catalogues are brought up to date, and a table says how far."""

from pathlib import Path

import click

from autograder.building.command import chosen
from autograder.course import Course, load_course
from autograder.translating.catalogues import catalogue_of, known, languages_of
from autograder.translating.drift import CONFIGURATION, pieces_of_configuration
from autograder.translating.texts import pieces_of


def translate(language: str, units: tuple[str, ...], course_dir: Path) -> None:
    """Run the command; its words are those of ``autograder translate``."""
    course = load_course(course_dir)
    begun = _begun(course, known(language), units)
    wanted = {name: pieces_of(course, course.texts()[name]) for name in begun}
    if wanted:
        wanted[CONFIGURATION] = pieces_of_configuration(course)
    for name, pieces in wanted.items():
        catalogue_of(course.root, language, name).update(pieces)
    for name in [*course.texts(), CONFIGURATION]:
        click.echo(f"{name:<32}{_how_far(course, language, name, wanted.get(name))}")


def _begun(course: Course, language: str, units: tuple[str, ...]) -> list[str]:
    """Return the texts whose catalogues are written: those that are asked for, or have one."""
    if units:
        return list(chosen(course, units))
    return [name for name in course.texts() if language in languages_of(course.root, name)]


def _how_far(course: Course, language: str, name: str, pieces: list[str] | None) -> str:
    if pieces is None:
        return "-" if language not in languages_of(course.root, name) else "not looked at"
    catalogue = catalogue_of(course.root, language, name)
    n_missing, n_pieces = len(catalogue.missing(pieces)), len(set(pieces))
    return f"{n_pieces - n_missing} of {n_pieces} pieces translated"
