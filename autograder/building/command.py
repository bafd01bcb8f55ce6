"""What `autograder build` does: texts become notebooks with outputs, and what learners get."""

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import click
import nbformat

from autograder.building.all_rules import all_problems
from autograder.building.cache import BuildCache
from autograder.building.compare import drift
from autograder.building.execute import run, tidy_outputs
from autograder.building.folding import fold_tests
from autograder.building.minutes import time_problems
from autograder.building.outputs import output_problems
from autograder.building.release import generate_release, release_problems
from autograder.building.siblings import left_over
from autograder.building.text import read_unit
from autograder.converting import ConversionFailed
from autograder.course import Course, load_course
from autograder.header import Text
from autograder.install import install
from autograder.problems import CannotStart, Problem, shown
from autograder.threads import process_context

# Each one keeps a kernel busy, and a kernel needs a core and a few hundred megabytes.
PROCESSES = 2


@dataclass(frozen=True)
class Outcome:
    """What came of building one text on the stage.

    Parameters
    ----------
    name : str
        The text's name.
    problems : list of Problem
        Empty when the text's files stand on the stage, complete.
    seconds : float
    """

    name: str
    problems: list[Problem]
    seconds: float


def build(units: tuple[str, ...], check: bool, course_dir: Path) -> bool:
    """Run the command, in the words of ``autograder build``; return whether all is well."""
    course = load_course(course_dir)
    texts = chosen(course, units)
    try:
        return _check(course, texts) if check else _build(course, texts)
    except (PermissionError, NotADirectoryError, FileExistsError) as error:
        raise CannotStart(f"Cannot write {error.filename}: {error.strerror}.") from error


def chosen(course: Course, units: tuple[str, ...]) -> dict[str, Text]:
    """Return the texts that units name, by name, each once; a unit stands for all of its texts."""
    texts = course.texts()
    if not texts:
        raise CannotStart(f"There are no texts (*.py) in {course.source}.")
    assignments = list(dict.fromkeys(text.assignment for text in texts.values()))
    for name in units:
        if name not in texts and name not in assignments:
            known = ", ".join(assignments)
            raise CannotStart(f"There is no unit {name!r}. The units are: {known}.")
    return {
        name: text
        for name, text in texts.items()
        if not units or text.assignment in units or name in units
    }


def _build(course: Course, texts: dict[str, Text]) -> bool:
    """Build what has changed, and say so; return whether all of it is good."""
    record = BuildCache(course)
    # Taken before the build: what changes while it runs is seen by the next one.
    fingerprints = {name: record.fingerprint(text) for name, text in texts.items()}
    stale = [
        name for name, text in texts.items() if not record.is_current(text, fingerprints[name])
    ]
    for name in texts:
        if name not in stale:
            _say(name, "unchanged")
    good = not _tell_left_over(course, texts)
    with tempfile.TemporaryDirectory(prefix=".build-", dir=course.root) as stage:
        for outcome in _stage_all(course, stale, Path(stage)):
            if outcome.problems:
                good = False
                _refuse(texts[outcome.name], outcome)
            else:
                text = texts[outcome.name]
                install(course, text, Path(stage, text.name))
                record.remember(text, fingerprints[text.name])
                _say(text.name, "built", outcome.seconds)
    return good


def _check(course: Course, texts: dict[str, Text]) -> bool:
    """Compare the built files with what the texts give now; return whether they are the same."""
    good = not _tell_left_over(course, texts)
    found: set[str] = set()
    with tempfile.TemporaryDirectory(prefix="autograder-check-") as stage:
        for outcome in _stage_all(course, list(texts), Path(stage).resolve()):
            if outcome.problems:
                good = False
                _refuse(texts[outcome.name], outcome)
                continue
            differences = drift(course, texts[outcome.name], Path(stage, outcome.name))
            _say(outcome.name, "drifted" if differences else "as built", outcome.seconds)
            for difference in differences:
                # The sittings of a unit share the files beside their notebooks.
                if difference not in found:
                    click.echo(difference, err=True)
            found.update(differences)
    if found:
        click.echo("Put it right with: autograder build", err=True)
    return good and not found


def _tell_left_over(course: Course, texts: dict[str, Text]) -> bool:
    """Name the notebooks that no text builds any more; return whether there are any."""
    found = {path: text for text in texts.values() for path in left_over(course, text)}
    for path, text in found.items():
        click.echo(
            f"{shown(path)}: no text builds this notebook, and nbgrader would release it: delete "
            f"it, or write {path.stem}.py for the assignment {text.assignment}.",
            err=True,
        )
    return bool(found)


def _say(unit: str, what: str, seconds: float | None = None) -> None:
    time_taken = "" if seconds is None else f"{seconds:.1f} s"
    click.echo(f"{unit:<32}{what:<10}{time_taken:>8}".rstrip())


def _refuse(text: Text, outcome: Outcome) -> None:
    _say(outcome.name, "refused", outcome.seconds)
    for problem in outcome.problems:
        click.echo(f"{shown(text.path)}:{problem.line}: {problem.text}", err=True)


def _stage_all(course: Course, names: list[str], stage: Path) -> Iterator[Outcome]:
    """Build texts on the stage, two at a time, and hand over each as soon as it is done."""
    if len(names) <= 1:
        # A process of its own would only have to import nbgrader again.
        for name in names:
            yield _stage_text(course, name, stage)
        return
    with ProcessPoolExecutor(PROCESSES, process_context()) as pool:
        jobs = [pool.submit(_stage_in_worker, course.root, name, stage) for name in names]
        try:
            for job in as_completed(jobs):
                yield job.result()
        finally:
            pool.shutdown(cancel_futures=True)


_course_of_worker = cache(load_course)


def _stage_in_worker(root: Path, name: str, stage: Path) -> Outcome:
    return _stage_text(_course_of_worker(root), name, stage)


def _stage_text(course: Course, name: str, stage: Path) -> Outcome:
    began = time.perf_counter()
    # A stage of its own: texts of one unit are built at the same time.
    problems = _problems_of_staging(course, course.texts()[name], stage / name)
    return Outcome(name, sorted(problems), time.perf_counter() - began)


def _problems_of_staging(course: Course, text: Text, stage: Path) -> list[Problem]:
    """Build one text on the stage; stop after the first step that finds something wrong."""
    unit, problems = read_unit(text.path)
    if unit is not None:
        problems = all_problems(unit, course)
    if problems:
        return problems
    running, private = _folders(course, text, stage)
    problems = run(unit, running, private, course.seconds_per_cell)
    problems = problems or output_problems(unit) + list(time_problems(unit, course))
    if problems:
        return problems
    tidy_outputs(unit.notebook, course.root)
    fold_tests(unit, course)
    if course.settings.language:
        unit.notebook.metadata["language"] = course.settings.language
    nbformat.write(unit.notebook, stage / "source" / text.notebook)
    try:
        folder = generate_release(course, text.assignment, stage)
    except ConversionFailed as error:
        return [Problem(1, f"nbgrader refuses the notebook: {error}")]
    return release_problems(unit, course, folder)


def _folders(course: Course, text: Text, stage: Path) -> tuple[Path, Path]:
    """Lay out a text on its stage: what the release is made of, and the folders to run in.

    Returns
    -------
    running, private : pathlib.Path
        The folder in which the notebook runs, and one for IPython's own files.
    """
    source, running = stage / "source" / text.assignment, stage / "running" / text.assignment
    private = stage / "ipython"
    source.mkdir(parents=True)
    beside = course.source / text.assignment
    if beside.is_dir():
        shutil.copytree(beside, source, ignore=_left_out(course, beside), dirs_exist_ok=True)
    # Whatever a notebook writes while it runs belongs neither to the source nor to the release.
    shutil.copytree(source, running)
    private.mkdir(parents=True)
    return running, private


def _left_out(course: Course, top: Path) -> Callable[[str, list[str]], set[str]]:
    """Say which files of an assignment's folder are not copied: notebooks are built, each alone."""
    ignored = shutil.ignore_patterns(*course.app.coursedir.ignore)
    notebooks = shutil.ignore_patterns("*.ipynb")

    def left_out(folder: str, names: list[str]) -> set[str]:
        found = ignored(folder, names)
        return found | notebooks(folder, names) if Path(folder) == top else found

    return left_out
