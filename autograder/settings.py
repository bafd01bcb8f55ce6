"""What a course's ``nbgrader_config.py`` may say to `autograder` itself, as ``c.Autograder``."""

from traitlets import Bool, Dict, Integer, List, Unicode, Union
from traitlets.config import Configurable


class Autograder(Configurable):
    """The settings of a course."""

    fold_tests = Bool(
        False,
        help="Fold visible test cells in what is built: JupyterLab then shows their first line, "
        "which begins with the word of `folded_line`.",
    ).tag(config=True)

    folded_line = Unicode(
        "Check",
        help="The word with which the first line of a folded test begins, after its '# '.",
    ).tag(config=True)

    withheld = Union(
        [Unicode(), Dict()],
        default_value="",
        help="Finished copies of what exercises ask for: grade id of the answer cell -> list of "
        "dotted names; or where such a dict is found, as 'package.module:NAME'. While the tests of "
        "an exercise run, its copies refuse to be called.",
    ).tag(config=True)

    cluster = Unicode(
        "",
        help="The address of a Dask scheduler, as for --cluster: submissions are graded there.",
    ).tag(config=True)

    try_tests = Bool(
        True,
        help="Try each test of a unit both ways before its first submission, with right and wrong "
        "answers, to see whether it must run inside the learner's process; with False only its "
        "text is read for that.",
    ).tag(config=True)

    codecs = List(
        Unicode(),
        help="Modules of the course's own, each with a list CODECS: by these, values of further "
        "types cross between tests and answers as what they are (docs/grading.md).",
    ).tag(config=True)

    longest_sitting = Integer(
        60,
        min=0,
        help="The most minutes that one notebook may take, where its first cell has a line 'Time: "
        "about N minutes.'; with 0 such lines are not looked at.",
    ).tag(config=True)

    known_words = Unicode(
        "",
        help="A file of the course, from the course folder on, with the names of Python that its "
        "readers know, one a line; with it, all others must be explained before they are used.",
    ).tag(config=True)

    glossary = Unicode(
        "",
        help="A file of the course, from the course folder on, with a list of terms in bold; with "
        "it, each bold word of the notebooks must stand there.",
    ).tag(config=True)

    language = Unicode(
        "",
        help="The code of the language in which the texts are written, such as 'de'; empty for "
        "English. Feedback pages speak it, and each notebook says it in its metadata, by which a "
        "learner's desk speaks it. autograder build --language writes this setting.",
    ).tag(config=True)

    below_imports = Unicode(
        "",
        help="Lines of code that a text gets in another language, below the imports with which a "
        "code cell begins; {language} stands for its code. A course whose checks speak several "
        "languages chooses one here.",
    ).tag(config=True)
