"""``autograder build``: a unit's text becomes the notebook with outputs, and what learners get."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path

import click
import nbformat

from autograder.building.cache import BuildCache
from autograder.building.compare import drift
from autograder.building.execute import run, tidy_outputs
from autograder.building.outputs import output_problems
from autograder.building.release import ReleaseFailed, generate_release, release_problems
from autograder.building.rules import text_problems
from autograder.building.text import read_unit
from autograder.course import Course, load_course
from autograder.install import install
from autograder.problems import CannotStart, Problem

# Each one keeps a kernel busy, and a kernel needs a core and a few hundred megabytes.
PROCESSES = 2


@dataclass(frozen=True)
class Outcome:
    """What came of building one unit on the stage.

    Parameters
    ----------
    unit : str
    problems : list of Problem
        Empty when the unit's files stand on the stage, complete.
    seconds : float
    """

    unit: str
    problems: list[Problem]
    seconds: float


@click.command()
@click.argument("units", nargs=-1, metavar="[UNIT]...")
@click.option("--check", is_flag=True, help="Write nothing; fail where built files have drifted.")
@click.option(
    "--course-dir",
    type=click.Path(path_type=Path),
    default=Path("."),
    help="The course folder, if it is not the current one.",
)
def build(units: tuple[str, ...], check: bool, course_dir: Path) -> None:
    """Build each UNIT (all, if none is named) from its text.

    source/UNIT.py becomes source/UNIT/UNIT.ipynb, run, and release/UNIT/, made by nbgrader.
    """
    course = load_course(course_dir)
    names = _chosen(course, units)
    try:
        good = _check(course, names) if check else _build(course, names)
    except (PermissionError, NotADirectoryError, FileExistsError) as error:
        raise CannotStart(f"Cannot write {error.filename}: {error.strerror}.") from error
    raise SystemExit(0 if good else 1)


def _chosen(course: Course, units: tuple[str, ...]) -> list[str]:
    """Return the units to build, each once."""
    texts = course.texts()
    if not texts:
        raise CannotStart(f"There are no texts (*.py) in {course.source}.")
    for name in units:
        if name not in texts:
            raise CannotStart(f"There is no unit {name!r}. The units are: {', '.join(texts)}.")
    return [name for name in texts if name in units or not units]


def _build(course: Course, names: list[str]) -> bool:
    """Build what has changed, and say so; return whether all of it is good."""
    record = BuildCache(course)
    # Taken before the build: what changes while it runs is seen by the next one.
    fingerprints = {name: record.fingerprint(name) for name in names}
    stale = [name for name in names if not record.is_current(name, fingerprints[name])]
    for name in names:
        if name not in stale:
            _say(name, "unchanged")
    good = True
    with tempfile.TemporaryDirectory(prefix=".build-", dir=course.root) as stage:
        for outcome in _stage_all(course, stale, Path(stage)):
            if outcome.problems:
                good = False
                _refuse(course, outcome)
            else:
                install(course, outcome.unit, Path(stage))
                record.remember(outcome.unit, fingerprints[outcome.unit])
                _say(outcome.unit, "built", outcome.seconds)
    return good


def _check(course: Course, names: list[str]) -> bool:
    """Compare the built files with what the texts give now; return whether they are the same."""
    good, drifted = True, False
    with tempfile.TemporaryDirectory(prefix="autograder-check-") as stage:
        for outcome in _stage_all(course, names, Path(stage).resolve()):
            if outcome.problems:
                good = False
                _refuse(course, outcome)
                continue
            differences = drift(course, outcome.unit, Path(stage))
            drifted = drifted or bool(differences)
            _say(outcome.unit, "drifted" if differences else "as built", outcome.seconds)
            for text in differences:
                click.echo(text, err=True)
    if drifted:
        click.echo("Put it right with: autograder build", err=True)
    return good and not drifted


def _say(unit: str, what: str, seconds: float | None = None) -> None:
    time_taken = "" if seconds is None else f"{seconds:.1f} s"
    click.echo(f"{unit:<32}{what:<10}{time_taken:>8}".rstrip())


def _refuse(course: Course, outcome: Outcome) -> None:
    _say(outcome.unit, "refused", outcome.seconds)
    path = course.texts()[outcome.unit]
    if path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    for problem in outcome.problems:
        click.echo(f"{path}:{problem.line}: {problem.text}", err=True)


def _stage_all(course: Course, names: list[str], stage: Path) -> Iterator[Outcome]:
    """Build units on the stage, two at a time, and hand over each as soon as it is done."""
    if len(names) <= 1:
        # A process of its own would only have to import nbgrader again.
        for name in names:
            yield _stage_unit(course, name, stage)
        return
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        jobs = [pool.submit(_stage_in_worker, course.root, name, stage) for name in names]
        try:
            for job in as_completed(jobs):
                yield job.result()
        finally:
            pool.shutdown(cancel_futures=True)


_course_of_worker = cache(load_course)


def _stage_in_worker(root: Path, unit: str, stage: Path) -> Outcome:
    return _stage_unit(_course_of_worker(root), unit, stage)


def _stage_unit(course: Course, unit: str, stage: Path) -> Outcome:
    began = time.perf_counter()
    problems = _problems_of_staging(course, unit, stage)
    return Outcome(unit, sorted(problems), time.perf_counter() - began)


def _problems_of_staging(course: Course, name: str, stage: Path) -> list[Problem]:
    """Build one unit on the stage; stop after the first step that finds something wrong."""
    unit, problems = read_unit(course.texts()[name])
    if unit is not None:
        problems = text_problems(unit, course)
    if problems:
        return problems
    source, running, private = _folders(course, name, stage)
    problems = run(unit, running, private, course.seconds_per_cell)
    problems += output_problems(unit)
    if problems:
        return problems
    tidy_outputs(unit.notebook, course.root)
    nbformat.write(unit.notebook, source / f"{name}.ipynb")
    try:
        folder = generate_release(course, name, stage)
    except ReleaseFailed as error:
        return [Problem(1, f"nbgrader refuses the notebook: {error}")]
    return release_problems(unit, course, folder)


def _folders(course: Course, unit: str, stage: Path) -> tuple[Path, Path, Path]:
    """Lay out a unit on the stage: its source folder, one to run in, one for IPython's files."""
    source, running = stage / "source" / unit, stage / "running" / unit
    private = stage / "ipython" / unit
    source.mkdir(parents=True)
    beside = course.source / unit
    if beside.is_dir():
        left_out = shutil.ignore_patterns(*course.app.coursedir.ignore)
        shutil.copytree(beside, source, ignore=left_out, dirs_exist_ok=True)
    # Whatever a notebook writes while it runs belongs neither to the source nor to the release.
    shutil.copytree(source, running)
    private.mkdir(parents=True)
    return source, running, private
