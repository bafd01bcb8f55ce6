"""``course reset UNIT``: begin a unit anew, with the old work kept under a dated name."""

from pathlib import Path

import click

from course.desk.desk import Desk, desk_option
from course.desk.released import find_unit, released_folder, released_units


@click.command()
@click.argument("unit")
@desk_option
def reset(unit: str, folder: Path) -> None:
    """Begin UNIT anew, such as 2 or 02_forward_propagation.

    Your work on it is kept under a dated name before a fresh copy is laid.
    """
    chosen = find_unit(released_units(released_folder()), unit)
    desk = Desk(folder)
    kept = desk.reset(chosen)
    if kept is not None:
        click.echo(f"Your work is kept in {kept}.")
    click.echo(
        f"A fresh copy of {chosen.name} is laid; if its notebook is open in JupyterLab, choose "
        "File > Reload Notebook from Disk."
    )
