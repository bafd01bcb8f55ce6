"""``course reset UNIT``: begin a unit or a sitting anew, the old work kept under a dated name."""

from pathlib import Path

import click

from course.desk.desk import Desk, desk_option
from course.desk.offered import offered_units, refresh
from course.desk.released import find_sittings, named, released_folder


@click.command()
@click.argument("what", metavar="UNIT")
@desk_option
def reset(what: str, folder: Path) -> None:
    """Begin UNIT anew, such as 3 or 03_activation_functions, or one sitting of it, such as 03b.

    Your work on it is kept under a dated name before a fresh copy is laid.
    """
    desk = Desk(folder)
    for sentence in refresh(desk):
        click.echo(sentence)
    chosen = find_sittings(offered_units(desk, released_folder()), what)
    kept = desk.reset(chosen)
    if kept is not None:
        click.echo(f"Your work is kept in {kept}.")
    (name,) = named(chosen)
    click.echo(
        f"A fresh copy of {name} is laid; if a notebook of it is open in JupyterLab, choose "
        "File > Reload Notebook from Disk."
    )
