"""The command ``autograder similar``."""

from pathlib import Path

import click

from autograder import options


@click.command()
@click.argument("unit")
@click.option(
    "--earlier",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Submissions of an earlier year, as LEARNER/UNIT; several times for several years.",
)
@options.course_dir
def similar(unit: str, earlier: tuple[Path, ...], root: Path) -> None:
    """Show which answers to UNIT are more alike than the exercises explain.

    It says where to look, side by side, and no more than that. The page lies in
    `.autograder/similar/`; nothing of it reaches learners, and nothing else is changed.
    """
    from autograder.similarity import command

    command.similar(unit, earlier, root)
