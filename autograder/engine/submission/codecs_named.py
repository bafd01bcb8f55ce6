"""The modules of a course's own codecs, as ``c.Autograder.codecs`` names them."""

import hashlib
import inspect
import sys
from collections.abc import Sequence

from autograder.course import Course
from autograder.engine.protocol.own_codecs import SETTING, BadCodecs, load
from autograder.problems import CannotStart


def read_codecs(course: Course) -> tuple[str, ...]:
    """Return the names of the modules, once their codecs are loaded into this process.

    Raises
    ------
    CannotStart
        If one of them is no module of codecs.
    """
    modules = tuple(course.settings.codecs)
    try:
        load(modules)
    except BadCodecs as reason:
        raise CannotStart(
            f"{SETTING}: {reason}. It should be a list of modules that Python finds, such as "
            '["package.codecs"], each with a list CODECS (docs/grading.md).'
        ) from None
    return modules


def codecs_versions(modules: Sequence[str]) -> dict[str, str]:
    """Return a hash of each module's text: grades depend on it, as on a library's version."""
    return {
        f"codecs {name}": hashlib.sha256(inspect.getsource(sys.modules[name]).encode()).hexdigest()
        for name in modules
    }
