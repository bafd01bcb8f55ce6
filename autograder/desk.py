"""The command ``autograder desk``."""

from pathlib import Path

import click

from autograder import options


@click.command()
@options.course_dir
@click.option("--no-browser", is_flag=True, help="Print the address instead of opening a browser.")
@click.option("--port", type=click.IntRange(1, 65535), help="Use this port, or stop if it is busy.")
def desk(root: Path, no_browser: bool, port: int | None) -> None:
    """Open JupyterLab on the course folder, with nbgrader's Formgrader.

    Tabs are as you left them; the first time, the Formgrader is in front. Afterwards it is in the
    menu Nbgrader.
    """
    from autograder.jupyter import command

    command.desk(root, no_browser, port)
