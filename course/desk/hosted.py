"""The desk where another program starts JupyterLab, as Binder and JupyterHub do.

``python -m course.desk.hosted COMMAND ...`` lays the desk in the home folder, sets JupyterLab up as
`course lab` does, and becomes that command. Where nbgrader is set up with an exchange, as on a
class's hub, the desk belongs to that class. Without a command the grader of who learns alone is
prepared, too: that is for the making of an image, so that nobody waits for it later.
"""

import os

import click

from course.desk.desk import DEFAULT_DESK, Desk
from course.desk.exchange import chosen_exchange
from course.desk.files import make_folder
from course.desk.grader import start_grader
from course.desk.grading import prepare, solved_units
from course.desk.lab import lab_arguments, lab_environment, lay_desk
from course.desk.released import CourseError, released_folder


@click.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("command", nargs=-1, type=click.UNPROCESSED)
def main(command: tuple[str, ...]) -> None:
    """Lay the desk, then become COMMAND, which starts JupyterLab.

    Parameters
    ----------
    command : tuple of str
        Its words; JupyterLab's arguments for this desk are put at their end.

    Raises
    ------
    CourseError
        If the desk cannot be laid, or there is no such command.
    """
    desk = Desk(DEFAULT_DESK)
    with desk.explained():
        make_folder(desk.folder, desk.own)
    exchange, settings, _ = lay_desk(
        desk, released_folder(), lambda: chosen_exchange(desk, None, None, alone=False)
    )
    if not command:
        if exchange.own:
            prepare(desk.own, exchange, solved_units())
        return
    os.environ.update(lab_environment(os.environ, settings))
    os.chdir(desk.folder)
    if exchange.own:
        grader = start_grader(desk, exchange)
        # It ends when nobody holds the other side of this any more, which is now JupyterLab's.
        os.set_inheritable(grader.stdin.fileno(), True)
    try:
        os.execvp(command[0], [*command, *lab_arguments(desk, None, browser=False)])
    except OSError as error:
        raise CourseError(f"{command[0]} cannot be started: {error.strerror}.") from error


if __name__ == "__main__":
    main()
