"""What nbgrader is set up with on this machine, apart from any desk."""

import contextlib
from pathlib import Path

from jupyter_core.paths import jupyter_config_path

NAMES = ("jupyter_config", "nbgrader_config")
"""The files that nbgrader reads its settings from, up to `.py` or `.json`."""


def configured(folder: Path, ignored: str) -> tuple[str | None, str | None] | None:
    """Return the exchange's folder and the course's name, as far as they are set; None if not.

    Parameters
    ----------
    folder : pathlib.Path
        Where nbgrader will run: it also reads the present folder's settings, and those of a clone
        of this project, where `make lab` is typed, are not a class's.
    ignored : str
        Settings that lie in a folder of this name are passed over.
    """
    folders = [path for path in jupyter_config_path() if Path(path).parent.name != ignored]
    if not any(
        Path(place, f"{name}{kind}").is_file()
        for place in [folder, *folders]
        for name in NAMES
        for kind in (".py", ".json")
    ):
        return None
    # Here, because its import takes as long as all of JupyterLab's server.
    from nbgrader.apps import NbGrader

    class Reader(NbGrader):
        config_file_paths = folders

    with contextlib.chdir(folder):
        app = Reader(log_level="CRITICAL")
        app.load_config_file()
    # Another kind of exchange than a folder is set up, too.
    if "root" not in app.config.Exchange and "ExchangeFactory" not in app.config:
        return None
    return app.config.Exchange.get("root"), app.config.CourseDirectory.get("course_id")
