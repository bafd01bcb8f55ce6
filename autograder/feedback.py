"""The command ``autograder feedback``."""

from pathlib import Path

import click

from autograder import options


@click.command()
@click.argument("unit")
@options.students
@options.jobs
@click.option("--force", is_flag=True, help="Make again what has not changed.")
@options.course_dir
def feedback(unit: str, students: tuple[str, ...], jobs: int, force: bool, root: Path) -> None:
    """Write the feedback pages of UNIT, for `nbgrader release_feedback` to hand out.

    A page is made again if its grades, its comments, the graded notebook or the page's own layout
    have changed. The exit status is 0 only if every graded submission has its page.
    """
    from autograder.pages import command

    command.feedback(unit, students, jobs, force, root)
