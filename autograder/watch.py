"""The command ``autograder watch``."""

from pathlib import Path

import click

from autograder import options


@click.command()
@click.argument("units", nargs=-1, metavar="[UNIT]...")
@click.option("--once", is_flag=True, help="Do what there is to do, then stop.")
@options.jobs
@options.cluster
@options.course_dir
@options.no_isolation
def watch(
    units: tuple[str, ...], once: bool, jobs: int, cluster: str, root: Path, no_isolation: bool
) -> None:
    """Collect, grade and give feedback as soon as somebody submits one of the UNITs.

    Without UNIT, all units of the gradebook. Ctrl-C stops it at any time; started again, it goes
    on with whatever is not done. The exit status of --once is 0 only if all was done.
    """
    from autograder.watching import command

    command.watch(units, once, jobs, cluster, root, no_isolation)
