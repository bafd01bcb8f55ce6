"""The commands ``autograder report`` and ``autograder history``."""

from pathlib import Path

import click

from autograder import options


@click.command()
@click.argument("units", nargs=-1, metavar="[UNIT]...")
@click.option("--csv", "as_csv", is_flag=True, help="Also a table of the tests of each unit.")
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON; write no page.")
@click.option("--anonymous", is_flag=True, help="Stable codes in place of ids and names.")
@options.course_dir
def report(
    units: tuple[str, ...], as_csv: bool, as_json: bool, anonymous: bool, root: Path
) -> None:
    """Show how the class stands, which tests tell much, and what learners were told.

    Pages are written to `.autograder/report/`: one for each UNIT, and one for the course where no
    UNIT is named. Nothing else is changed.
    """
    from autograder.reporting import command

    command.report(units, as_csv, as_json, anonymous, root)


@click.command()
@click.argument("student")
@click.argument("unit")
@options.course_dir
def history(student: str, unit: str, root: Path) -> None:
    """Tell how the grade of STUDENT in UNIT came to be, attempt by attempt."""
    from autograder.reporting import command

    command.history(student, unit, root)
