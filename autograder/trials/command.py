"""What `autograder audit` does: tests are put to the test."""

import json
import sys
from dataclasses import replace
from pathlib import Path

import click
from tqdm import tqdm

from autograder.course import Course, load_course
from autograder.engine.run import pool
from autograder.engine.run.opening import make_sandbox
from autograder.engine.sandbox.sandbox import Sandbox
from autograder.problems import CannotStart
from autograder.trials.audit import Audit
from autograder.trials.exercises import Unit
from autograder.trials.findings import Finding, share_killed
from autograder.trials.page import audit_page
from autograder.trials.reading import read_named

HEADS = ("mutants", "visible", "hidden", "survive", "equal", "killed", "faults")
WHAT = {
    "degenerate": "degenerate answers earn points",
    "right": "right answers are refused",
    "flaky": "tests do not always say the same",
    "isolation": "exercises depend on other answers",
    "notes": "notes fit no mutant",
}


def audit(
    units: tuple[str, ...],
    jobs: int,
    root: Path,
    as_json: bool,
    min_kill: float,
    no_isolation: bool,
) -> None:
    """Run the command; its words are those of ``autograder audit``."""
    course = load_course(root)
    found = _read(course, units)
    trials = Audit(course, found)
    tqdm.monitor_interval = 0  # a thread of its own, and this process is about to be forked
    with (
        tqdm(total=trials.steps, unit=" trials", disable=None, file=sys.stderr, leave=False) as bar,
        pool.local_processes(_sandbox(course, found, no_isolation), jobs) as executor,
    ):
        findings = trials.run(executor, bar.update)
    share = share_killed(findings)
    course.state.mkdir(exist_ok=True)
    page = course.state / "audit.html"
    page.write_text(audit_page(findings, share, min_kill), encoding="utf-8")
    if as_json:
        for finding in findings:
            click.echo(json.dumps(finding.as_json()))
    else:
        _print(findings, share, page)
    if share < min_kill or any(finding.faults for finding in findings):
        sys.exit(1)


def _read(course: Course, names: tuple[str, ...]) -> list[Unit]:
    """Read the units; those without exercises are left out, unless they were asked for."""
    found = read_named(course, names)
    for unit in found:
        if names and not unit.exercises:
            raise CannotStart(
                f"The source notebooks of {unit.name} hold no solution with tests: an answer cell "
                "has its solution there, and autograded test cells follow it."
            )
    if not any(unit.exercises for unit in found):
        raise CannotStart(f"{course.source} holds no unit with solutions and tests.")
    return [unit for unit in found if unit.exercises]


def _sandbox(course: Course, units: list[Unit], no_isolation: bool) -> Sandbox:
    if sys.platform != "linux":
        raise CannotStart("The audit needs Linux: it starts each trial from a warm process.")
    books = [book for unit in units for book in unit.books.values()]
    copies = {copy for book in books for names in book.withheld.values() for copy in names}
    packages = {name for book in books for name in book.packages}
    packages |= {copy.partition(".")[0] for copy in copies}
    imports = tuple(dict.fromkeys(line for book in books for line in book.first_imports))
    sandbox = make_sandbox(course, tuple(sorted(packages)), imports, not no_isolation)
    return replace(sandbox, hash_seed=0, withheld=tuple(sorted(copies)))


def _print(findings: list[Finding], share: float, page: Path) -> None:
    width = max(len(_name(finding)) for finding in findings)
    click.echo(" ".join([" " * width, *(f"{head:>8}" for head in HEADS)]))
    for finding in findings:
        cells = (
            finding.mutants,
            finding.killed_visible,
            finding.killed_hidden,
            len(finding.survivors),
            finding.equivalent,
            f"{share_killed([finding]):.0%}",
            len(finding.faults),
        )
        row = " ".join(f"{cell:>8}" for cell in cells)
        click.echo(f"{_name(finding):<{width}} {row}")
    for finding in findings:
        for fault in finding.faults:
            click.echo(f"{_name(finding)}: {fault.text}")
    total = sum(finding.mutants for finding in findings)
    click.echo(f"{len(findings)} exercises, {total} mutants, {share:.1%} of them noticed.")
    for what, words in WHAT.items():
        click.echo(f"{sum(finding.count(what) for finding in findings)} {words}.")
    inside = [(each, *told) for each in findings for told in each.inside.items()]
    click.echo(f"{len(inside)} tests are run inside when submissions are graded (docs/grading.md).")
    for finding, test, reason in inside:
        click.echo(f"  {_name(finding)}, {test}: {reason}.")
    click.echo(f"Survivors are shown in {page}.")


def _name(finding: Finding) -> str:
    exercise = finding.exercise
    parts = [exercise.unit, *([exercise.book] * (exercise.book != exercise.unit)), exercise.name]
    return "/".join(parts)
