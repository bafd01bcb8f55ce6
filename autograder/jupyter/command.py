"""What `autograder desk` does: JupyterLab on the course folder, the Formgrader in front."""

import json
import os
import sysconfig
from collections.abc import Mapping
from pathlib import Path

import click

from autograder.course import Course, load_course
from autograder.lean import without_node
from autograder.problems import CannotStart

_SETTINGS = Path(__file__).parent
_FORMGRADER = "nbgrader-formgrader:nbgrader-formgrader"
_LAYOUT = {
    "data": {
        "layout-restorer:data": {
            "main": {
                "dock": {"type": "tab-area", "currentIndex": 0, "widgets": [_FORMGRADER]},
                "current": _FORMGRADER,
            },
            "left": {"collapsed": True, "widgets": []},
        },
        _FORMGRADER: {"data": {}},
    },
    "metadata": {"id": "default"},
}
"""JupyterLab's own record of its open tabs, as it is with the Formgrader alone."""


def desk(root: Path, no_browser: bool, port: int | None) -> None:
    """Run the command; its words are those of ``autograder desk``."""
    course = load_course(root)
    lay_out(course)
    os.environ.update(desk_environment(os.environ))
    # Jupyter and nbgrader read settings from the folder in which they start, too.
    os.chdir(course.root)
    click.echo(f"Course folder: {course.root}")
    click.echo("To stop JupyterLab, press Ctrl-C twice here.")
    with without_node():
        from jupyterlab.labapp import LabApp

    # In this process: Ctrl-C, signals and the exit status are JupyterLab's own on every system.
    LabApp.launch_instance(desk_arguments(course, port, browser=not no_browser))


def workspaces(course: Course) -> Path:
    """Return the folder in which JupyterLab keeps a course's open tabs."""
    return course.state / "workspaces"


def lay_out(course: Course) -> None:
    """Put the Formgrader in front, where JupyterLab has not been on this course before.

    Parameters
    ----------
    course : Course
        Its folder and configuration.

    Raises
    ------
    CannotStart
        If nothing can be written in the course folder.
    """
    from jupyterlab_server.workspaces_handler import WorkspacesManager

    folder = workspaces(course)
    if folder.is_dir():
        return
    try:
        WorkspacesManager(str(folder)).save("default", json.dumps(_LAYOUT))
    except OSError as error:
        raise CannotStart(
            f"The course folder cannot be written ({error.strerror}: {error.filename}): give "
            "yourself the right to write there, as the gradebook and your open tabs are kept in it."
        ) from None


def desk_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """Tell which environment variables JupyterLab gets besides the present ones.

    Parameters
    ----------
    environment : collections.abc.Mapping
        The present environment variables.
    """
    return {
        # First on the path: before the user's own settings, which are read but never written.
        "JUPYTER_CONFIG_PATH": _first(_SETTINGS, environment.get("JUPYTER_CONFIG_PATH")),
        # nbgrader calls the program `alembic`; a terminal finds `autograder` without `activate`.
        "PATH": _first(sysconfig.get_path("scripts"), environment.get("PATH")),
    }


def desk_arguments(course: Course, port: int | None, browser: bool) -> list[str]:
    """Compose JupyterLab's command line, which outranks the user's own settings.

    Parameters
    ----------
    course : Course
        Its folder and configuration.
    port : int or None
        The port to use; None lets Jupyter choose a free one.
    browser : bool
        Whether to open a browser.
    """
    arguments = [
        f"--ServerApp.root_dir={course.root}",
        f"--LabApp.workspaces_dir={workspaces(course)}",
        f"--ServerApp.open_browser={browser}",
        # The log's notes drown the address; warnings still show.
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
