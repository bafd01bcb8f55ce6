"""Finished copies are no answers: while a check calls a learner's answer, they say so.

Which copies belong to which exercise stands in `course.toolbox.withheld`. The functions themselves
are told to refuse, so it makes no difference how an answer gets at them: by `toolbox.relu`, by
`from course.toolbox import relu`, by a second name, by a helper or by a subclass.
"""

import contextlib
import functools
import inspect
import sys

from course.checks.failed import CheckFailed
from course.language import say
from course.toolbox.withheld import WITHHELD

SENTENCE = (
    "{name} is a finished copy that does the work of this exercise, so it is no answer here. "
    "Write your own lines; in later exercises you may use it. What did the text above this "
    "exercise show you?"
)


@contextlib.contextmanager
def withhold(copies):
    """Let the functions of `copies`, dotted names, refuse to work within the block.

    A module that is not loaded has been used by nobody yet, and is left alone: an answer that loads
    it in its own lines gets away with one call, and a test has several.

    Yields
    ------
    list of str
        Grows by the name of each copy that was called.
    """
    called = []
    functions = [
        (function, _short(dotted)) for dotted in copies for function in _functions(_find(dotted))
    ]
    finished = [(function, function.__code__) for function, _ in functions]
    try:
        for function, name in functions:
            function.__code__ = _refusing(function.__code__, name, called.append)
        yield called
    finally:
        for function, code in reversed(finished):
            function.__code__ = code


def copies_of(function, surroundings):
    """Return the dotted names of what is withheld while `function` is called.

    Parameters
    ----------
    function : callable
        A learner's function, class, object, or a method of one.
    surroundings : dict
        The names of the notebook. By these the exercise is known, and not by the function's own
        name: `relu` may be a nameless function, and `loss` of a model a finished copy.
    """
    if inspect.ismethod(function):  # of a class that is the answer: the method's name is no matter
        owner = function.__self__
        answer = owner if inspect.isclass(owner) else type(owner)
    else:
        answer = function
    found = set()
    for name, copies in _copies_by_name().items():
        value = surroundings.get(name)
        if value is not None and (value is answer or value is function):
            found |= copies
    return sorted(found)


@functools.cache
def _copies_by_name():
    """Return {name: the copies of its exercise}, for an exercise's name and those of its copies."""
    copies_by_name = {}
    for exercise, copies in WITHHELD.items():
        for name in {exercise, *map(_last, copies)}:
            copies_by_name.setdefault(name, set()).update(copies)
    return copies_by_name


def refuse(name, tell):
    """Say that the finished copy `name` is no answer, and `tell` who waits for it."""
    tell(name)
    raise CheckFailed(say(SENTENCE, name=name))


def _refusing(code, name, tell):
    """Return code that refuses, with the free variables of `code`, so that it can replace it."""
    constants = {"the copy's name": name, "whom to tell": tell}
    return _refusal.__code__.replace(
        co_consts=tuple(constants.get(one, one) for one in _refusal.__code__.co_consts),
        co_freevars=code.co_freevars,
    )


def _refusal(*_, **__):
    # A function brings its own module's names along, so this one must fetch what it needs.
    from course.checks.withheld import refuse

    refuse("the copy's name", "whom to tell")


def _find(dotted):
    """Return what stands under a dotted name, or None where its module is not loaded."""
    module, _, rest = dotted.rpartition(".")
    while module and module not in sys.modules:
        module, _, last = module.rpartition(".")
        rest = f"{last}.{rest}"
    found = sys.modules.get(module)
    for name in rest.split("."):
        found = getattr(found, name, None)
    return found


def _functions(found):
    """Return the functions that Python runs for a function or for a class of its own."""
    if inspect.isfunction(found):
        return [found]
    if not inspect.isclass(found):
        return []
    parts = []
    for value in vars(found).values():
        value = getattr(value, "__func__", value)  # of a class method or a static method
        parts += [value.fget] if isinstance(value, property) else [value]
    return [part for part in parts if inspect.isfunction(part)]


def _last(dotted):
    return dotted.rpartition(".")[2]


def _short(dotted):
    """Return a name as learners write it: `toolbox.relu` for `course.toolbox.relu`."""
    return ".".join(dotted.split(".")[-2:])
