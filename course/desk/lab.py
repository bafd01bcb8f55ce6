"""``course lab``: JupyterLab on the learner's desk, which opens at its Home."""

import os
import sys
import sysconfig
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

import course.desk.lean  # before anything that imports nbformat
from course.desk.desk import DEFAULT_DESK, Desk, Laid
from course.desk.exchange import Exchange, chosen_exchange, lay_exchange, trouble, write_config
from course.desk.files import make_folder
from course.desk.language import speak_as
from course.desk.newer import beside_told, newer_told
from course.desk.offered import offered_units, take_release
from course.desk.opened import WORKSPACES, AlreadyOpen, check_not_open, hold
from course.desk.port import check_port
from course.desk.quiet import encryption
from course.desk.released import (
    glossary,
    named,
    released_folder,
    released_units,
)
from course.language import say, spoken

# Settings for JupyterLab: no announcements, no extension manager, no instructor's tools.
_SETTINGS = Path(__file__).resolve().parents[1] / "jupyter"

NO_EXCHANGE = (
    "On Windows nbgrader cannot submit: the tests that you see and Validate work, and the solved "
    "units are there to compare with."
)


@click.command()
@click.option("--no-browser", is_flag=True, help="Print the address instead of opening a browser.")
@click.option("--port", type=click.IntRange(1, 65535), help="Use this port, or stop if it is busy.")
@click.option(
    "--desk",
    "folder",
    type=click.Path(path_type=Path),
    default=DEFAULT_DESK,
    show_default=True,
    help="Your own folder for the course; it is made if missing.",
)
@click.option(
    "--exchange",
    "root",
    type=click.Path(path_type=Path),
    help="In a class: the folder of your teacher's nbgrader exchange. It is remembered.",
)
@click.option("--course-id", help="In a class: the course's name there. It is remembered.")
@click.option("--alone", is_flag=True, help="Not in a class (any more): grade on this machine.")
def lab(
    no_browser: bool,
    port: int | None,
    folder: Path,
    root: Path | None,
    course_id: str | None,
    alone: bool,
) -> None:
    """Open JupyterLab on your desk, the folder with your notebooks.

    Units that are not on the desk are laid there; your own work is never overwritten. What you
    submit is graded on this machine, within seconds, unless you belong to a class: then the units
    are those that your teacher has released.
    """
    desk = Desk(folder)

    def choose() -> Exchange:
        return chosen_exchange(desk, root, course_id, alone)

    open_lab(desk, released_folder(), choose, port, browser=not no_browser)


def open_lab(
    desk: Desk,
    release: Path,
    choose: Callable[[], Exchange],
    port: int | None = None,
    browser: bool = True,
) -> None:
    """Lay the units and the glossary on the desk and run JupyterLab there until it is stopped.

    A desk that is open already is left alone, and where it is open is said.

    Parameters
    ----------
    desk : Desk
        The learner's desk.
    release : pathlib.Path
        The folder of the released units.
    choose : callable
        Returns where the desk hands in; called when the desk has been made.
    port : int, optional
        The port to use; a free one is chosen unless given.
    browser : bool
        Whether to open a browser.

    Raises
    ------
    CourseError
        If the port is not free, a unit is broken, or the desk cannot be written.
    """
    try:
        check_not_open(desk)
        if port is not None:
            check_port(port)
        with desk.explained():
            make_folder(desk.folder, desk.own)
        held = hold(desk)
    except AlreadyOpen as told:
        click.echo(str(told))
        return
    try:
        _open(desk, release, choose, port, browser, held.release)
    finally:
        held.release(force=True)


def _open(
    desk: Desk,
    release: Path,
    choose: Callable[[], Exchange],
    port: int | None,
    browser: bool,
    leave: Callable[[], None],
) -> None:
    exchange, settings, sentences = lay_desk(desk, release, choose)
    for sentence in sentences:
        click.echo(sentence)
    os.environ.update(lab_environment(os.environ, settings))
    # Jupyter and nbgrader also read settings from the folder in which they start.
    os.chdir(desk.folder)
    with _graded(desk, exchange):
        with course.desk.lean.without_node():
            from jupyterlab.labapp import LabApp

        # In this process: Ctrl-C, signals and the exit status are JupyterLab's own everywhere.
        try:
            LabApp.launch_instance(lab_arguments(desk, port, browser))
        finally:
            leave()  # the grader may take a while to end; the desk may be opened again now


def lay_desk(
    desk: Desk, release: Path, choose: Callable[[], Exchange]
) -> tuple[Exchange, Path, list[str]]:
    """Lay the units, the glossary and nbgrader's settings on a desk.

    Parameters
    ----------
    desk : Desk
        The learner's desk; it has been made.
    release : pathlib.Path
        The folder of the released units.
    choose : callable
        Returns where the desk hands in.

    Returns
    -------
    exchange : Exchange
    settings : pathlib.Path
        The folder of nbgrader's settings.
    sentences : list of str
        What to tell the learner.

    Raises
    ------
    CourseError
        If a unit is broken, or the desk cannot be written.
    """
    released_units(release)  # an installation that is not complete stops all, at once
    glossary(release)
    exchange = choose()
    left_out = take_release(desk, exchange)
    units = offered_units(desk, release)
    laid = desk.lay(units)
    speak_as(units)
    desk.lay_page(glossary(release, spoken()))
    with desk.explained():
        if exchange.own:
            lay_exchange(exchange, units)
        settings = write_config(desk, exchange)
    return exchange, settings, tell(desk, laid, exchange, left_out)


@contextmanager
def _graded(desk: Desk, exchange: Exchange) -> Iterator[None]:
    """Let the grader stand behind a desk whose exchange is its own."""
    if not exchange.own or sys.platform == "win32":
        yield
        return
    from course.desk.grader import start_grader, stop_grader

    grader = start_grader(desk, exchange)
    try:
        yield
    finally:
        stop_grader(grader)


def tell(desk: Desk, laid: Laid, exchange: Exchange, left_out: Sequence[str] = ()) -> list[str]:
    """Say what was laid and what to know, one sentence each.

    Parameters
    ----------
    desk : Desk
        The learner's desk.
    laid : Laid
        What opening the desk did.
    exchange : Exchange
        Where the desk hands in.
    left_out : list of str
        Sentences about what of a class's release could not be laid.
    """
    sentences = [say("Your desk: {folder}", folder=desk.folder)]
    if laid.new:
        sentences.append(say("Laid on it: {names}.", names=", ".join(named(laid.new))))
    if laid.put_back:
        names = ", ".join(named(laid.put_back))
        sentences.append(say("Laid again, because the notebook was missing: {names}.", names=names))
    sentences += [*beside_told(laid.beside), *newer_told(desk, laid.newer)]
    if sys.platform == "win32":
        sentences.append(say(NO_EXCHANGE))
    elif not exchange.own:
        where = exchange.root or say("what nbgrader is set up with")
        sentences.append(
            say("You submit to your class: {id}, in {where}.", id=exchange.course_id, where=where)
        )
        # While the exchange is away, there is no telling what is released.
        away = trouble(exchange)
        sentences += [away] if away else left_out
    sentences.append(say("To stop JupyterLab, press Ctrl-C twice here."))
    return sentences


def lab_environment(environment: Mapping[str, str], settings: Path) -> dict[str, str]:
    """Tell which environment variables JupyterLab gets besides the present ones.

    Parameters
    ----------
    environment : collections.abc.Mapping
        The present environment variables.
    settings : pathlib.Path
        The folder of nbgrader's settings for this desk.
    """
    rest = _first(_SETTINGS, environment.get("JUPYTER_CONFIG_PATH"))
    return {
        # First on the path: before the user's own settings, which are read but never written.
        "JUPYTER_CONFIG_PATH": _first(settings, rest),
        # So that `course` and `nbgrader` are found in JupyterLab's terminal without `activate`.
        "PATH": _first(sysconfig.get_path("scripts"), environment.get("PATH")),
    }


def lab_arguments(desk: Desk, port: int | None, browser: bool) -> list[str]:
    """Compose JupyterLab's command line, which outranks the user's own settings.

    Parameters
    ----------
    desk : Desk
        The learner's desk.
    port : int or None
        The port to use; None lets Jupyter choose a free one.
    browser : bool
        Whether to open a browser.
    """
    arguments = [
        f"--ServerApp.root_dir={desk.folder}",
        # Which tabs are open is remembered with the desk, apart from the user's other JupyterLabs.
        f"--LabApp.workspaces_dir={desk.own / WORKSPACES}",
        # Home is the first tab; it leads on.
        "--LabApp.default_url=/lab",
        # The course's own extension comes from the package, whatever an environment holds.
        f"--LabServerApp.extra_labextensions_path={_SETTINGS / 'labextensions'}",
        f"--ServerApp.open_browser={browser}",
        # The log's notes drown the address and our own sentences; warnings still show.
        "--ServerApp.log_level=WARN",
        "--LabApp.log_level=WARN",
        *encryption(),
    ]
    if port is not None:
        arguments += [f"--ServerApp.port={port}", "--ServerApp.port_retries=0"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # JupyterLab refuses root unless told; in containers and CI there is often no other user.
        arguments.append("--allow-root")
    return arguments


def _first(folder: str | Path, rest: str | None) -> str:
    return os.pathsep.join([str(folder), rest] if rest else [str(folder)])
