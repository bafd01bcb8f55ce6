"""The command ``autograder audit``."""

from pathlib import Path

import click

from autograder import options


@click.command()
@click.argument("units", nargs=-1, metavar="[UNIT]...")
@options.jobs
@options.course_dir
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for each exercise.")
@click.option(
    "--min-kill",
    default=0.95,
    show_default=True,
    type=click.FloatRange(0, 1),
    help="The share of mutants that the tests must notice.",
)
@click.option("--no-isolation", is_flag=True, help="Without a sandbox.")
def audit(
    units: tuple[str, ...],
    jobs: int,
    root: Path,
    as_json: bool,
    min_kill: float,
    no_isolation: bool,
) -> None:
    """Measure the tests of UNITs: of all units of the course where none is named.

    The name of a notebook stands for its exercises alone.

    Each solution is changed in small ways, and the tests should notice. They should give no points
    for answers without work, refuse no right answer, and say the same each time. The exit status is
    0 only if enough mutants are noticed and nothing else is found.
    """
    from autograder.trials import command

    command.audit(units, jobs, root, as_json, min_kill, no_isolation)
