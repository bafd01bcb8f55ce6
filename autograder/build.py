"""The command ``autograder build``."""

from pathlib import Path

import click


@click.command()
@click.argument("units", nargs=-1, metavar="[UNIT]...")
@click.option("--check", is_flag=True, help="Write nothing; fail where built files have drifted.")
@click.option(
    "--course-dir",
    type=click.Path(path_type=Path),
    default=Path("."),
    help="The course folder, if it is not the current one.",
)
def build(units: tuple[str, ...], check: bool, course_dir: Path) -> None:
    """Build each UNIT (all, if none is named) from its texts.

    source/TEXT.py becomes source/UNIT/TEXT.ipynb, run, and release/UNIT/TEXT.ipynb, made by
    nbgrader. The text's header names its UNIT; without that, the unit is called as the text is. The
    name of a text does for UNIT, too.
    """
    from autograder.building import command

    command.build(units, check, course_dir)
