"""What a course's ``nbgrader_config.py`` may say to `autograder` itself, as ``c.Autograder``."""

from traitlets import Bool, Integer
from traitlets.config import Configurable


class Autograder(Configurable):
    """The settings of a course."""

    fold_tests = Bool(
        False,
        help="Fold visible test cells in what is built: JupyterLab then shows their first line, "
        "which begins with '# Check '.",
    ).tag(config=True)

    longest_sitting = Integer(
        60,
        min=0,
        help="The most minutes that one notebook may take, where its first cell has a line 'Time: "
        "about N minutes.'; with 0 such lines are not looked at.",
    ).tag(config=True)
