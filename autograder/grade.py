"""The command ``autograder grade``."""

from functools import partial
from pathlib import Path

import click

from autograder import options
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
) -> None:
    """Grade the submissions of UNIT: in a sandbox, several at a time.

    Grades go to nbgrader's gradebook, executed notebooks to its autograded folder, with a
    result.json beside each. What has not changed is not graded again. The exit status is 0 only if
    every submission has a grade.
    """
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
