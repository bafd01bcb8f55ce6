"""The command ``autograder grade``."""

from functools import partial
from pathlib import Path

import click

from autograder import options
from autograder.problems import CannotStart
from autograder.settled import Settled


@click.command()
@click.argument("unit")
@options.students
@options.jobs
@options.cluster
@click.option("--force", is_flag=True, help="Grade again what has not changed.")
@options.course_dir
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for each submission.")
@options.no_isolation
@click.option("--strict", is_flag=True, help="Refuse tests that would run beside the answer.")
@click.option("--preview", is_flag=True, help="Show what would change; write no grade.")
@click.option("--only-raise", is_flag=True, help="With --preview: no test of the same work loses.")
@click.option("--apply", is_flag=True, help="Write exactly what was previewed.")
def grade(
    unit: str,
    students: tuple[str, ...],
    jobs: int,
    cluster: str,
    force: bool,
    root: Path,
    as_json: bool,
    no_isolation: bool,
    strict: bool,
    preview: bool,
    only_raise: bool,
    apply: bool,
) -> None:
    """Grade the submissions of UNIT: in a sandbox, several at a time.

    Grades go to nbgrader's gradebook, executed notebooks to its autograded folder, with a
    result.json beside each. What has not changed is not graded again. The exit status is 0 only if
    every submission has a grade.
    """
    if preview or only_raise or apply:
        given = bool(students or force or no_isolation or strict)
        _check_together(preview, only_raise, apply, given)
        if cluster:
            raise CannotStart("A preview is made and applied on this machine: leave --cluster out.")
        from autograder.regrading import command as regrading

        if apply:
            regrading.apply(unit, root, as_json)
        else:
            regrading.preview(
                unit, students, jobs, force, root, as_json, no_isolation, strict, only_raise
            )
        return
    words = ["grade", unit, sorted(students), as_json, no_isolation, strict]
    settled = Settled(root / ".autograder" / "settled", words)
    said = None if force else settled.said()
    if said is not None:
        click.echo(said, nl=False)
        return
    from autograder.cluster.chosen import chosen
    from autograder.engine.run import command

    elsewhere = partial(chosen, cluster)
    command.grade(
        unit, students, jobs, force, root, as_json, no_isolation, strict, settled, elsewhere
    )


def _check_together(preview: bool, only_raise: bool, apply: bool, given: bool) -> None:
    """Refuse options that say different things."""
    if apply and (preview or only_raise or given):
        raise CannotStart("--apply writes what was previewed: it takes no other choice with it.")
    if only_raise and not preview:
        raise CannotStart("--only-raise goes with --preview; --apply then writes what it showed.")
