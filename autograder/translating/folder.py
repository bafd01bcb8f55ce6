"""A course folder in another language: texts and settings are laid there, then built as ever."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from autograder.building import command
from autograder.course import Course, load_course
from autograder.files import digest, file_digest, files_below, write
from autograder.header import Text
from autograder.problems import CannotStart, shown
from autograder.translating.catalogues import FOLDER, Catalogue, catalogue_of, known
from autograder.translating.drift import CONFIGURATION, missing_in, stub_in, whole_units
from autograder.translating.texts import translated_text

RECORD = ".translated.json"
"""What was laid into the folder: file -> digest. A file that is another one now is kept."""


def build_translated(units: tuple[str, ...], language: str, to: Path, course_dir: Path) -> bool:
    """Lay a course in another language into the folder ``to``, and build it there.

    Parameters
    ----------
    units : tuple of str
        Names of units or of texts; without any, all units that are translated as a whole.
    language : str
        Its code, such as ``de``.
    to : pathlib.Path
        A new folder, or one that was made by this command.
    course_dir : pathlib.Path
        The course.

    Returns
    -------
    bool
        Whether all of it is built.

    Raises
    ------
    CannotStart
        If a unit is not translated as a whole, or the folder holds anything else.
    """
    course = load_course(course_dir)
    texts = _whole(course, known(language), units)
    to = to.resolve()
    _lay(to, dict(_files(course, language, texts)))
    assignments = dict.fromkeys(text.assignment for text in texts)
    return command.build(tuple(assignments), False, to)


def _whole(course: Course, language: str, units: tuple[str, ...]) -> list[Text]:
    """Return the texts of the units to build, of which every piece is translated."""
    wanted = command.chosen(course, units).values() if units else ()
    asked = list(dict.fromkeys(text.assignment for text in wanted))
    for unit in asked:
        if missing := missing_in(course, language, course.sittings(unit)):
            counts = ", ".join(f"{len(pieces)} in {name}" for name, pieces in missing.items())
            raise CannotStart(
                f"{unit} is not translated into {language!r} as a whole; pieces lack: {counts}. "
                f"Run autograder translate {language} {unit}, and fill them in."
            )
    found = asked or whole_units(course, language)
    if not found:
        raise CannotStart(
            f"No unit is translated into {language!r} as a whole: begin with autograder translate "
            f"{language} UNIT."
        )
    return [text for text in course.texts().values() if text.assignment in found]


def _files(course: Course, language: str, texts: list[Text]) -> Iterator[tuple[Path, bytes]]:
    """Yield the files of the new folder by their paths in it."""
    yield Path("nbgrader_config.py"), _configuration(course, language).encode()
    for text in texts:
        say = _teller(catalogue_of(course.root, language, text.name))
        below = course.settings.below_imports.format(language=language)
        made = translated_text(course, text, say, below)
        yield text.path.relative_to(course.root), made.encode()
    ignored = shutil.ignore_patterns("*.ipynb", *course.app.coursedir.ignore)
    for folder in {course.source / text.assignment for text in texts}:
        for path in files_below(folder):
            if not ignored(str(folder), path.parts):
                yield (folder / path).relative_to(course.root), (folder / path).read_bytes()
    yield from _words(course, language)


def _words(course: Course, language: str) -> Iterator[tuple[Path, bytes]]:
    """Yield the glossary in the other language, and what its readers know beside the others."""
    own, settings = course.root / FOLDER / language, course.settings
    if settings.glossary:
        glossary = own / Path(settings.glossary).name
        if not glossary.is_file():
            raise CannotStart(f"{shown(glossary)} is missing: translate the glossary there.")
        yield Path(settings.glossary), glossary.read_bytes()
    if settings.known_words:
        paths = (course.root / settings.known_words, own / Path(settings.known_words).name)
        yield Path(settings.known_words), b"\n".join(p.read_bytes() for p in paths if p.is_file())


def _teller(catalogue: Catalogue) -> Callable[[str], str]:
    def say(piece: str) -> str:
        said = catalogue.translated(piece)
        if said is None:
            raise CannotStart(f"{shown(catalogue.path)} has changed while it was read: try again.")
        return said

    return say


def _configuration(course: Course, language: str) -> str:
    """Return the course's configuration with the stub of an answer in the other language."""
    written = (course.root / "nbgrader_config.py").read_text(encoding="utf-8")
    say = _teller(catalogue_of(course.root, language, CONFIGURATION))
    stub, folded = stub_in(course, say), ""
    if course.settings.fold_tests:
        folded = f"c.Autograder.folded_line = {say(course.settings.folded_line)!r}\n"
    return (
        f"{written.rstrip()}\n\n# Translated: what learners find in the place of a solution.\n"
        f'c.ClearSolutions.code_stub = {{"python": {stub!r}}}\n'
        f"{folded}"
        "# Feedback pages and learners' desks speak it, too.\n"
        f"c.Autograder.language = {language!r}\n"
        "# The translated texts have these lines already.\n"
        'c.Autograder.below_imports = ""\n'
    )


def _lay(to: Path, files: dict[Path, bytes]) -> None:
    """Write the files, but over nothing that somebody else has written."""
    record = to / RECORD
    if not record.is_file() and to.exists() and (not to.is_dir() or any(to.iterdir())):
        raise CannotStart(
            f"{shown(to)} holds something else: give a folder that is not there yet with --to."
        )
    before = json.loads(record.read_text(encoding="utf-8")) if record.is_file() else {}
    changed = [
        path
        for path, content in files.items()
        if (to / path).exists()
        and file_digest(to / path) not in (before.get(path.as_posix()), digest(content))
    ]
    if changed:
        names = ", ".join(str(shown(to / path)) for path in changed)
        raise CannotStart(
            f"Changed by hand, and to be written anew: {names}. Keep a copy elsewhere and delete "
            "it here; what learners read is changed in the catalogues."
        )
    for path, content in files.items():
        write(to / path, content)
    laid = before | {path.as_posix(): digest(content) for path, content in files.items()}
    write(record, (json.dumps(laid, indent=1, sort_keys=True) + "\n").encode())
