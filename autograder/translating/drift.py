"""How much of a course is translated, and what its texts say that a catalogue does not know."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from autograder.building.command import chosen
from autograder.building.text import read_unit
from autograder.course import Course, load_course
from autograder.header import Text
from autograder.problems import shown
from autograder.translating.catalogues import Catalogue, catalogue_of, languages_of
from autograder.translating.code import translated_code
from autograder.translating.prose import Say
from autograder.translating.texts import pieces_of

CONFIGURATION = "nbgrader_config"
"""What the configuration says to learners: the stub of an answer, and the word with
which a folded test begins."""

LONGEST = 60


def stub_in(course: Course, say: Say) -> str:
    """Return what stands in the place of a solution, put through ``say``."""
    return translated_code(course.stub, say)


def pieces_of_configuration(course: Course) -> list[str]:
    """Return what there is to translate in what the configuration says to learners."""
    found: list[str] = []
    stub_in(course, lambda piece: found.append(piece) or piece)
    return [*found, course.settings.folded_line] if course.settings.fold_tests else found


def missing_in(course: Course, language: str, texts: Iterable[Text]) -> dict[str, list[str]]:
    """Return by name of a catalogue what is not translated; without entries all is."""
    wanted = {text.name: pieces_of(course, text) for text in texts}
    wanted[CONFIGURATION] = pieces_of_configuration(course)
    found = {
        name: catalogue_of(course.root, language, name).missing(pieces)
        for name, pieces in wanted.items()
    }
    return {name: pieces for name, pieces in found.items() if pieces}


def whole_units(course: Course, language: str) -> list[str]:
    """List the units of which every piece is translated."""
    units = dict.fromkeys(text.assignment for text in course.texts().values())
    return [unit for unit in units if _is_whole(course, language, course.sittings(unit))]


def _is_whole(course: Course, language: str, texts: list[Text]) -> bool:
    # To look for a file is quick, and to read a text is not.
    begun = all(language in languages_of(course.root, text.name) for text in texts)
    return begun and not missing_in(course, language, texts)


def tell(units: tuple[str, ...], course_dir: Path) -> bool:
    """Name the catalogues that the texts of some units have left behind; return whether any has.

    A text that cannot be read says nothing here: the build has refused it.
    """
    course = load_course(course_dir)
    texts = [
        text
        for text in chosen(course, units).values()
        if languages_of(course.root, text.name) and read_unit(text.path)[0]
    ]
    sentences = list(drift_of(course, texts))
    for said in sentences:
        click.echo(said, err=True)
    return bool(sentences)


def drift_of(course: Course, texts: Iterable[Text]) -> Iterator[str]:
    """Say of each catalogue that a text has left behind how far, with an example."""
    for text in texts:
        pieces = pieces_of(course, text)
        for language in languages_of(course.root, text.name):
            catalogue = catalogue_of(course.root, language, text.name)
            missing = catalogue.missing(pieces)
            if missing:
                yield sentence(catalogue, len(missing), len(set(pieces)), missing[0])


def sentence(catalogue: Catalogue, n_missing: int, n_pieces: int, example: str) -> str:
    """Say what a catalogue lacks, and what to do about it."""
    short = example if len(example) <= LONGEST else f"{example[:LONGEST]}..."
    return (
        f"{shown(catalogue.path)}: {n_missing} of {n_pieces} pieces are not translated, the first "
        f"is {short!r}. Run autograder translate {catalogue.language}, and fill them in."
    )
