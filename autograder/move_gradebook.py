"""The command ``autograder move-gradebook``."""

from pathlib import Path

import click

from autograder import options


@click.command("move-gradebook")
@click.argument("to", metavar="TO")
@options.course_dir
def move_gradebook(to: str, root: Path) -> None:
    """Copy the course's gradebook into the empty database TO, and compare every row.

    TO is an address as in c.CourseDirectory.db_url, for instance postgresql://USER@HOST/NAME or
    sqlite:////PATH/gradebook.db. The old gradebook stays as it is; the last line says what to write
    into nbgrader_config.py.
    """
    from autograder.engine.gradebook import moving

    moving.move_gradebook(to, root)
