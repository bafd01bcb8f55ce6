"""All pages of a unit: which there are, which are to be made, and the processes that make them."""

import hashlib
import importlib.metadata
import json
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import Any

from autograder.course import Course
from autograder.files import digest, file_digest, tree_digests, write
from autograder.pages.grades import Grades
from autograder.pages.page import About
from autograder.pages.sittings import beside
from autograder.pages.solutions import ShowSolutions
from autograder.pages.work import Job, Style, make
from autograder.threads import process_context

FOR_RELEASE = ("timestamp.txt", "submission_secret.txt")
"""What `nbgrader release_feedback` reads beside a page."""

FEW = 8
"""So many pages are made sooner than a process has started."""


class Pages:
    """The feedback pages of one unit.

    Parameters
    ----------
    course : Course
        Its folder and configuration.
    unit : str
        The assignment's name.
    style : Style
        What all pages have in common.
    """

    def __init__(self, course: Course, unit: str, style: Style) -> None:
        self.course = course
        self.directory = course.app.coursedir
        self.unit = unit
        self.unchanged = 0
        self._file = course.state / "feedback" / f"{unit}.json"
        self._known: dict[str, list[str]] = _read(self._file)
        self._base = _version(style)
        self._show = ShowSolutions(parent=course.app)

    def graded(self) -> dict[str, Path]:
        """Return the autograded folders by learner."""
        return self.course.learners(self.directory.autograded_directory, self.unit)

    def plan(
        self, found: dict[str, Path], grades: dict[tuple[str, str], Grades], force: bool
    ) -> tuple[list[Job], list[str]]:
        """Return the pages to make, and why others cannot be made.

        What release needs beside the pages is copied on the way, and what belongs to another
        attempt than the graded one is removed.

        Parameters
        ----------
        found : dict
            Learner -> autograded folder.
        grades : dict
            Of `autograder.pages.grades`.
        force : bool
            Whether to make what has not changed, too.
        """
        jobs, problems, units = [], [], beside(grades)
        for student, folder in found.items():
            destination = self._path(self.directory.feedback_directory, student)
            for source in sorted(folder.glob("*.ipynb")):
                about = About(student, self.unit, source.stem)
                if (student, source.stem) not in grades:
                    problems.append(f"{student}: the gradebook does not know {source.name}.")
                    continue
                own = {**grades[student, source.stem], "unit": units[student]}
                job = self._job(about, source, destination, own)
                if not force and self._is_unchanged(job):
                    self.unchanged += 1
                else:
                    jobs.append(job)
            _remove_of_another_attempt(folder, destination, units.get(student, []))
            self._copy_for_release(student, folder, destination)
        return jobs, problems

    def done(self, job: Job, page: str) -> None:
        """Note that a page has been made."""
        self._known[_key(job)] = [job.fingerprint, page]

    def save(self) -> None:
        """Write down what has been made."""
        content = json.dumps(self._known, indent=0, sort_keys=True).encode()
        write(self._file, content, 0o644)

    def _job(self, about: About, source: Path, destination: Path, grades: Grades) -> Job:
        shown = self._show.of(self.directory, about.unit, about.notebook, grades["due"])
        grades = {**grades, "solutions": shown}
        # A page also says which of the unit's other notebooks had been begun.
        books = [file_digest(path) for path in sorted(source.parent.glob("*.ipynb"))]
        parts = [self._base, about, file_digest(source), books, grades]
        return Job(
            about,
            source,
            destination / f"{about.notebook}.html",
            grades,
            digest(json.dumps(parts, sort_keys=True).encode()),
            self._mode(),
        )

    def _is_unchanged(self, job: Job) -> bool:
        """Whether a page is there, as it was made from the same things."""
        known = self._known.get(_key(job))
        if not known or known[0] != job.fingerprint or not job.destination.is_file():
            return False
        return file_digest(job.destination) == known[1]

    def _copy_for_release(self, student: str, graded: Path, destination: Path) -> None:
        submitted = self._path(self.directory.submitted_directory, student)
        # What was submitted since, and is not graded, has its own secret: not for this page.
        folders = [graded, submitted] if _time(graded) == _time(submitted) else [graded]
        for name in FOR_RELEASE:
            copy = destination / name
            content = _content([folder / name for folder in folders])
            if content is None:
                copy.unlink(missing_ok=True)
            elif not copy.is_file() or copy.read_bytes() != content:
                write(copy, content, self._mode())

    def _path(self, step: str, student: str) -> Path:
        return Path(self.directory.format_path(step, student, self.unit))

    def _mode(self) -> int:
        return 0o664 if self.directory.groupshared else 0o644


def make_all(jobs: list[Job], style: Style, width: int) -> Iterator[tuple[Job, str, str]]:
    """Make pages, several at a time; yield each with its digest and why it could not be made.

    The processes are started at once, before a progress bar has a thread.
    """
    if width == 1 or len(jobs) <= FEW:
        return ((job, *make(job, style)) for job in jobs)
    executor = ProcessPoolExecutor(width, process_context())
    return _results(executor, {executor.submit(make, job, style): job for job in jobs})


def _results(
    executor: ProcessPoolExecutor, futures: dict[Future, Job]
) -> Iterator[tuple[Job, str, str]]:
    try:
        for future in as_completed(futures):
            try:
                yield futures[future], *future.result()
            except BrokenExecutor:
                yield futures[future], "", "the process that made it died: is there enough memory?"
    finally:
        executor.shutdown(cancel_futures=True)


def _version(style: Style) -> str:
    """Return a hash of everything but the notebook and its grades: code, template, libraries."""
    own = tree_digests(Path(__file__).parent)
    folders = {folder: _templates(Path(folder)) for folder in style.folders}
    used = {
        name: importlib.metadata.version(name)
        for name in ("jinja2", "latex2mathml", "mistune", "nh3", "pygments")
    }
    parts = [style.language, style.regions, sorted(own.items()), sorted(folders.items()), used]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _templates(folder: Path) -> dict[str, str]:
    """Return the hashes of a template's files; nbconvert also names whole shared folders."""
    return {
        path.name: file_digest(path)
        for path in sorted(folder.glob("*"))
        if path.is_file() and path.suffix in (".j2", ".css", ".json")
    }


def _remove_of_another_attempt(
    graded: Path, destination: Path, books: list[dict[str, Any]]
) -> None:
    """Remove the pages of notebooks that were handed in before, and not this time."""
    for book in books:
        if not (graded / f"{book['name']}.ipynb").is_file():
            (destination / f"{book['name']}.html").unlink(missing_ok=True)


def _time(folder: Path) -> bytes:
    """When an attempt was handed in, as its folder says."""
    return (_content([folder / FOR_RELEASE[0]]) or b"").strip()


def _content(paths: list[Path]) -> bytes | None:
    """Return what the first of these holds that is a file, and no link."""
    for path in paths:
        if path.is_file() and not path.is_symlink():
            return path.read_bytes()
    return None


def _key(job: Job) -> str:
    return f"{job.about.student}/{job.about.notebook}"


def _read(path: Path) -> dict[str, list[str]]:
    try:
        return dict(json.loads(path.read_bytes()))
    except (OSError, ValueError, TypeError):
        return {}
