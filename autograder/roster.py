"""The command ``autograder roster``."""

from pathlib import Path

import click

from autograder import options


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@options.course_dir
def roster(file: Path, root: Path) -> None:
    """Add the learners of a roster FILE to the gradebook, with their names and extensions.

    FILE is a CSV table with a column `id`; docs/instructor.md lists the others. Nobody is removed.
    """
    from autograder.exports import command

    command.enrol(file, root)
