"""The course folder behind a desk: the solved units and a gradebook, for whoever learns alone."""

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

from course.desk.exchange import Exchange
from course.desk.released import CourseError, released_units

CONFIG = "nbgrader_config.py"


def solved_units() -> dict[str, bytes]:
    """Return what grading needs: relative file names and their bytes.

    It is found inside the installed package, or in a checkout.

    Raises
    ------
    CourseError
        If it is not complete.
    """
    package = Path(__file__).resolve().parents[1]
    installed = package / "solved"
    solved = installed if installed.is_dir() else package.parent / "source"
    config = (installed if installed.is_dir() else package.parent) / CONFIG
    try:
        found = {CONFIG: config.read_bytes()}
        for unit in released_units(solved):
            for sitting in unit.sittings:
                found[f"source/{sitting.path}"] = (unit.folder / sitting.notebook).read_bytes()
    except OSError as error:
        raise CourseError(
            f"The solved units are not in order ({error.strerror}: {error.filename}): "
            "install the course again."
        ) from error
    return found


def prepare(own: Path, exchange: Exchange, files: dict[str, bytes]) -> Path:
    """Make the course folder of this release, unless it is there; return it.

    Parameters
    ----------
    own : pathlib.Path
        The desk's own folder.
    exchange : Exchange
        The exchange inside the desk.
    files : dict
        What `solved_units` has found.

    Raises
    ------
    CourseError
        If nbgrader cannot make it.
    OSError
        If it cannot be written.
    """
    folder = prepared_folder(own, files)
    settings = files[CONFIG] + _settings(own, exchange).encode()
    if folder.is_dir():
        # The desk may have been moved since.
        if (folder / CONFIG).read_bytes() != settings:
            (folder / CONFIG).write_bytes(settings)
        return folder
    folder.parent.mkdir(exist_ok=True)
    for left in folder.parent.glob("preparing-*"):  # by a computer that went off
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="preparing-", dir=folder.parent) as staged:
        new = Path(staged, "new")
        for name, content in {**files, CONFIG: settings}.items():
            path = new / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        _generate(new, own)
        new.rename(folder)
    return folder


def prepared_folder(own: Path, files: dict[str, bytes]) -> Path:
    """Where the course folder of a release lies. A release has its own: none is ever changed.

    What was handed in before is graded again there, by the newer tests.

    Parameters
    ----------
    own : pathlib.Path
        The desk's own folder.
    files : dict
        What `solved_units` has found.
    """
    digest = hashlib.sha256()
    for name, content in sorted(files.items()):
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return own / "grading" / digest.hexdigest()[:12]


def grading_environment(own: Path) -> dict[str, str]:
    """Return the environment of nbgrader's and the grader's commands over that folder.

    Parameters
    ----------
    own : pathlib.Path
        The desk's own folder.
    """
    scripts = sysconfig.get_path("scripts")
    environment = {
        **os.environ,
        # Somebody may also teach: their own course, gradebook and exchange have no part in this.
        "JUPYTER_CONFIG_DIR": str(own / "grading" / "no_settings"),
        "PATH": os.pathsep.join([scripts, os.environ.get("PATH", os.defpath)]),
        "PYTHONUNBUFFERED": "1",
    }
    environment.pop("JUPYTER_CONFIG_PATH", None)
    return environment


def _settings(own: Path, exchange: Exchange) -> str:
    """What this course folder has beyond the course's own settings; read last, so it holds."""
    return (
        "\n# Written by `course lab`: this course folder and its exchange belong to one desk.\n"
        "import pathlib\n\n"
        "_here = pathlib.Path(__file__).resolve().parent\n"
        "c.CourseDirectory.root = str(_here)\n"
        'c.CourseDirectory.db_url = "sqlite:///" + str(_here / "gradebook.db")\n'
        f"c.CourseDirectory.course_id = {exchange.course_id!r}\n"
        f"c.Exchange.root = {str(exchange.root)!r}\n"
        f"c.Exchange.cache = {str(own / 'grading' / 'cache')!r}\n"
        # Nobody is due here: a solution can be looked at as soon as an answer was handed in.
        'c.ShowSolutions.when = "always"\n'
    )


def _generate(folder: Path, own: Path) -> None:
    """Let nbgrader fill the gradebook, without getting in the way of JupyterLab's start."""
    words = [sys.executable, "-m", "nbgrader", "generate_assignment", "--assignment=*"]
    if shutil.which("nice"):
        words = ["nice", *words]
    done = subprocess.run(
        words,
        cwd=folder,
        env=grading_environment(own),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise CourseError(last_line(done.stdout))


def last_line(text: str) -> str:
    """Return the last line that says something.

    Parameters
    ----------
    text : str
        What a program has printed.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1].removeprefix("Error: ") if lines else "it said nothing"
