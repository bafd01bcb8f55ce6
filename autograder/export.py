"""The command ``autograder export``."""

from pathlib import Path

import click

from autograder import options


@click.command()
@click.argument("units", nargs=-1, metavar="[UNIT]...")
@click.option(
    "--to",
    "kind",
    required=True,
    type=click.Choice(
        ["canvas", "moodle", "worksheet", "wide", "canvas-feedback", "moodle-feedback"]
    ),
    help="The format: `worksheet` is Moodle's offline grading worksheet; feedback is a zip.",
)
@click.option("--output", type=click.Path(path_type=Path), help="The file that is written.")
@click.option(
    "--roster", type=click.Path(path_type=Path), help="A CSV file: our ids and the school's."
)
@click.option(
    "--absent",
    type=click.Choice(["empty", "zero"]),
    default="empty",
    show_default=True,
    help="What stands where nothing was submitted.",
)
@click.option("--exercises", is_flag=True, help="In `wide`, a column for each exercise, too.")
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="UNIT=TITLE",
    help='The name of a unit\'s column, for instance "Week 2 (1234)" where Canvas knows it so.',
)
@click.option(
    "--worksheet", type=click.Path(path_type=Path), help="The worksheet, as Moodle gave it."
)
@options.course_dir
def export(root: Path, kind: str, units: tuple[str, ...], **given: object) -> None:
    """Write the grades of all UNITs, or of those named, in a file that the school's system takes.

    Everybody in the gradebook or the roster has a row. What needs a look (ungradable work, marks
    that a person still owes, ids that match nobody) is said and stands in no way.
    """
    from autograder.exports import command

    command.export(root, kind, units, **given)
