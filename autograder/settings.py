"""What a course's ``nbgrader_config.py`` may say to `autograder` itself, as ``c.Autograder``."""

from traitlets import Bool
from traitlets.config import Configurable


class Autograder(Configurable):
    """The settings of a course; each is off until the course's configuration turns it on."""

    fold_tests = Bool(
        False,
        help="Fold visible test cells in what is built: JupyterLab then shows their first line, "
        "which begins with '# Check '.",
    ).tag(config=True)
