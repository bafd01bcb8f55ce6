"""Whether a desk is open in a JupyterLab already, and which notebook was in front there."""

import json
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from course.desk.desk import Desk
from course.desk.files import read_dict

LOCK = "lab.lock"
WORKSPACES = "workspaces"


class AlreadyOpen(Exception):
    """A desk is open in another JupyterLab; the message says where."""


def hold(desk: Desk) -> FileLock:
    """Claim a desk for this process until the lock is released, or the process ends in any way.

    Parameters
    ----------
    desk : Desk
        The learner's desk; it has been made.

    Raises
    ------
    AlreadyOpen
        If another `course lab` has it.
    """
    lock = FileLock(desk.own / LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise AlreadyOpen(_told(desk)) from None
    except (NotImplementedError, OSError):
        pass  # some network drives know no locks: better two labs than none
    return lock


def check_not_open(desk: Desk) -> None:
    """See that no other `course lab` has a desk, which perhaps is not made yet.

    Parameters
    ----------
    desk : Desk
        The learner's desk.

    Raises
    ------
    AlreadyOpen
        If one has it.
    """
    if (desk.own / LOCK).exists():
        hold(desk).release(force=True)


def in_front(desk: Desk) -> tuple[str, datetime] | None:
    """Return the notebook that was in front when JupyterLab last noted it down, and when that was.

    Parameters
    ----------
    desk : Desk
        The learner's desk.

    Returns
    -------
    (str, datetime.datetime) or None
        Its path on the desk; None where something else was in front.
    """
    found = sorted((desk.own / WORKSPACES).glob("*.jupyterlab-workspace"), key=_changed)
    data = read_dict(found[-1]).get("data") if found else None
    layout = data.get("layout-restorer:data") if isinstance(data, dict) else None
    main = layout.get("main") if isinstance(layout, dict) else None
    current = main.get("current") if isinstance(main, dict) else None
    if not isinstance(current, str) or not current.startswith("notebook:"):
        return None
    return current.removeprefix("notebook:"), datetime.fromtimestamp(_changed(found[-1]), UTC)


def _told(desk: Desk) -> str:
    address = _address(desk)
    if address is None:
        return (
            f"Your desk {desk.folder} is already open: its address stands in the terminal where "
            "`course lab` was started."
        )
    return f"Your desk {desk.folder} is already open at {address}"


def _address(desk: Desk) -> str | None:
    """The address of the server on a desk, as Jupyter has noted it down."""
    # Here, because the command line loads without Jupyter.
    from jupyter_core.paths import jupyter_runtime_dir

    for path in sorted(Path(jupyter_runtime_dir()).glob("jpserver-*.json"), key=_changed)[::-1]:
        try:
            server = json.loads(path.read_bytes())
            if Path(server["root_dir"]).resolve() == desk.folder:
                return f"{server['url']}?token={server['token']}"
        except (OSError, ValueError, KeyError, TypeError):
            continue  # another server's, which ended in this moment
    return None


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
