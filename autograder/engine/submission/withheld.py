"""Which finished copies a course withholds from which exercise, and what comes of their use.

``c.Autograder.withheld`` names them: exercise (the grade id of its answer cell) -> dotted names.
"""

import re
from collections.abc import Iterable
from typing import Any

from autograder.course import Course
from autograder.engine.protocol.finished import find, functions_of
from autograder.engine.submission.results import Flag, Verdict
from autograder.problems import CannotStart

SETTING = "c.Autograder.withheld"


def read_withheld(course: Course) -> dict[str, tuple[str, ...]]:
    """Return the course's setting: exercise -> dotted names.

    Raises
    ------
    CannotStart
        If it is neither such a dict nor the name of one.
    """
    told: Any = course.settings.withheld
    if isinstance(told, str):
        if not told:
            return {}
        told = _named(told)
    if not isinstance(told, dict) or not all(
        isinstance(name, str) and _is_list_of_texts(names) for name, names in told.items()
    ):
        raise CannotStart(
            f"{SETTING} should be a dict of lists, such as "
            '{"relu": ["package.module.relu"]}, or the name of one, "package.module:NAME".'
        )
    return {name: tuple(names) for name, names in told.items()}


def check_withheld(withheld: dict[str, tuple[str, ...]], files: Iterable[str]) -> None:
    """See that everything can be withheld.

    Parameters
    ----------
    withheld : dict
        Exercise -> dotted names.
    files : iterable of str
        The paths beside a unit's notebooks: what they define is looked up when it runs.

    Raises
    ------
    CannotStart
        If a name leads nowhere, or to something that is not written in Python.
    """
    beside = {path.partition("/")[0].removesuffix(".py") for path in files}
    for exercise, names in withheld.items():
        for name in names:
            if name.partition(".")[0] in beside:
                continue
            try:
                functions = functions_of(find(name))
            except (ImportError, AttributeError, ValueError) as error:
                raise CannotStart(
                    f"{SETTING} names {name} for the exercise {exercise}, and there is no such "
                    f"thing ({error})."
                ) from None
            if not functions:
                raise CannotStart(
                    f"{SETTING} names {name} for the exercise {exercise}, and that cannot be "
                    "withheld: only functions written in Python can, and classes that have some."
                )


def not_in(source: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names that a test does not use itself, where it shares the answer's process."""
    return tuple(
        name
        for name in names
        if not re.search(rf"\.{(last := name.rpartition('.')[2])}\b|\bimport\b.*\b{last}\b", source)
    )


def judge(
    verdict: Verdict, exercise: str, names: tuple[str, ...], told: dict[str, Any]
) -> list[Flag]:
    """Flag what the learner's process says of finished copies; take the points of a trick.

    Parameters
    ----------
    verdict : Verdict
        Of the test that has just run.
    exercise : str
        Which it belongs to.
    names : tuple of str
        What was withheld.
    told : dict
        ``called`` and ``restored``, as that process says: it may be lying.
    """
    called, restored = (_known(told.get(key), names) for key in ("called", "restored"))
    flags = [
        Flag("withheld", exercise, f"It uses the finished copy {name} in exercise {exercise}.")
        for name in called
    ]
    for name in restored:
        text = f"It gave itself the finished copy {name} back in exercise {exercise}."
        flags.append(Flag("withheld", exercise, text))
        verdict.points, verdict.passed, verdict.message = 0.0, False, text
    return flags


def _known(told: Any, names: tuple[str, ...]) -> list[str]:
    return [name for name in names if isinstance(told, list) and name in told]


def _named(text: str) -> Any:
    module, colon, _ = text.partition(":")
    try:
        if not (module and colon):
            raise ValueError("it should be package.module:NAME")
        return find(text)
    except (ImportError, AttributeError, ValueError) as error:
        raise CannotStart(f"{SETTING} is {text!r}, and cannot be read ({error}).") from None


def _is_list_of_texts(names: Any) -> bool:
    return isinstance(names, list | tuple) and all(isinstance(name, str) for name in names)
