"""``course lab``: JupyterLab on the learner's desk, with the first unit's notebook open."""

import errno
import os
import socket
import sysconfig
from collections.abc import Mapping
from pathlib import Path

import click

from course.desk import DEFAULT_DESK, Desk, Laid
from course.released import CourseError, Unit, glossary, released_folder, released_units

# Settings for JupyterLab: no announcements, no extension manager, no instructor's tools.
_SETTINGS = Path(__file__).resolve().parent / "jupyter"


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
def lab(no_browser: bool, port: int | None, folder: Path) -> None:
    """Open JupyterLab on your desk, the folder with your notebooks.

    Units that are not on the desk are laid there; your own work is never overwritten.
    """
    open_lab(Desk(folder), released_folder(), port, browser=not no_browser)


def open_lab(desk: Desk, release: Path, port: int | None = None, browser: bool = True) -> None:
    """Lay the units and the glossary on the desk and run JupyterLab there until it is stopped.

    Parameters
    ----------
    desk : Desk
        The learner's desk.
    release : pathlib.Path
        The folder of the released units; the first one's notebook is opened.
    port : int, optional
        The port to use; a free one is chosen unless given.
    browser : bool
        Whether to open a browser.

    Raises
    ------
    CourseError
        If the port is not free, a unit is broken, or the desk cannot be written.
    """
    if port is not None:
        check_port(port)
    units = released_units(release)
    page = glossary(release)
    laid = desk.lay(units)
    desk.lay_page(page)
    for sentence in tell(desk, laid):
        click.echo(sentence)
    os.environ.update(lab_environment(os.environ))
    # Jupyter and nbgrader also read settings from the folder in which they start.
    os.chdir(desk.folder)
    from jupyterlab.labapp import LabApp

    # In this process: Ctrl-C, signals and the exit status are JupyterLab's own on every system.
    LabApp.launch_instance(lab_arguments(desk, units[0], port, browser))


def tell(desk: Desk, laid: Laid) -> list[str]:
    """Say what was laid and what to know, one sentence each.

    Parameters
    ----------
    desk : Desk
        The learner's desk.
    laid : Laid
        What opening the desk did.
    """
    sentences = [f"Your desk: {desk.folder}"]
    if laid.new:
        sentences.append(f"Laid on it: {', '.join(laid.new)}.")
    if laid.put_back:
        sentences.append(
            f"Laid again, because the notebook was missing: {', '.join(laid.put_back)}."
        )
    for name in laid.newer:
        sentences.append(
            f"There is a newer release of {name}: your work stays as it is, and "
            f"`{desk.command('reset', name)}` in JupyterLab's terminal keeps it under a dated "
            "name and lays the new one."
        )
    sentences.append("To stop JupyterLab, press Ctrl-C twice here.")
    return sentences


def check_port(port: int) -> None:
    """See that a port is free; asked for one, JupyterLab would give up with less to say.

    Parameters
    ----------
    port : int
        The port that the learner chose.

    Raises
    ------
    CourseError
        If the port is in use or not allowed.
    """
    # Jupyter listens on both addresses of "localhost".
    for family, address in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        try:
            socket.create_server((address, port), family=family).close()
        except PermissionError as error:
            raise CourseError(
                f"Port {port} may not be used here: choose another one above 1023, or leave "
                "--port out to be given a free one."
            ) from error
        except OSError as error:
            # Any other trouble, such as a system without IPv6, is no trouble for Jupyter.
            if error.errno == errno.EADDRINUSE:
                raise CourseError(
                    f"Port {port} is in use, perhaps by another JupyterLab: choose another one, "
                    "or leave --port out to be given a free one."
                ) from error


def lab_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """Tell which environment variables JupyterLab gets besides the present ones.

    Parameters
    ----------
    environment : collections.abc.Mapping
        The present environment variables.
    """
    return {
        # First on the path: before the user's own settings, which are read but never written.
        "JUPYTER_CONFIG_PATH": _first(_SETTINGS, environment.get("JUPYTER_CONFIG_PATH")),
        # So that `course` and `nbgrader` are found in JupyterLab's terminal without `activate`.
        "PATH": _first(sysconfig.get_path("scripts"), environment.get("PATH")),
    }


def lab_arguments(desk: Desk, unit: Unit, port: int | None, browser: bool) -> list[str]:
    """Compose JupyterLab's command line, which outranks the user's own settings.

    Parameters
    ----------
    desk : Desk
        The learner's desk.
    unit : Unit
        The unit whose notebook is opened.
    port : int or None
        The port to use; None lets Jupyter choose a free one.
    browser : bool
        Whether to open a browser.
    """
    arguments = [
        f"--ServerApp.root_dir={desk.folder}",
        # Which tabs are open is remembered with the desk, apart from the user's other JupyterLabs.
        f"--LabApp.workspaces_dir={desk.own / 'workspaces'}",
        f"--LabApp.default_url=/lab/tree/{unit.name}/{unit.notebook}",
        f"--ServerApp.open_browser={browser}",
        # The log's notes drown the address and our own sentences; warnings still show.
        "--ServerApp.log_level=WARN",
        "--LabApp.log_level=WARN",
    ]
    if port is not None:
        arguments += [f"--ServerApp.port={port}", "--ServerApp.port_retries=0"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # JupyterLab refuses root unless told; in containers and CI there is often no other user.
        arguments.append("--allow-root")
    return arguments


def _first(folder: str | Path, rest: str | None) -> str:
    return os.pathsep.join([str(folder), rest] if rest else [str(folder)])
