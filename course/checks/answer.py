"""What a learner's function returned, and the checks that it can be put to."""

import numpy as np

from course.checks import reading
from course.checks.failed import CheckFailed
from course.checks.numbers import as_floats, not_numbers
from course.checks.words import BY_HAND, SHORT, ask_shape, show
from course.language import say

RTOL, ATOL = 1e-5, 1e-8
"""How close two numbers must be to count as equal: float32 is good enough."""


class Answer:
    """What a learner's function returned, with checks that say what is wrong with it.

    Every check returns the answer itself, so that checks can be chained. Whatever was returned, a
    check says a sentence or nothing: it never stumbles over a strange value.
    """

    def __init__(self, value, said, given=None, received=None, call=None, function=None):
        self.value = value
        self.said = said
        self._call = call or said  # a part of a part is named by the call, not by the part
        self._mistakes = []
        self._given = given
        self._received = received
        self._function = function

    def item(self, index, name):
        """Return one part of a returned tuple, list or dict, as an `Answer` called `name`."""
        __tracebackhide__ = True
        try:
            value = self.value[index]
        except Exception:  # whatever a strange thing does when it is asked for a part
            self._fail(
                say(
                    "has no part {index!r} ({name}); it is {value}.",
                    index=index,
                    name=name,
                    value=show(self.value),
                ),
                say("What is missing?"),
            )
        said = f"{name} of {self._call}"
        return Answer(value, said, self._given, self._received, self._call, self._function)

    def has_type(self, expected, name):
        """Fail unless the value is of the type `expected`; `name` says it in words."""
        __tracebackhide__ = True
        if not isinstance(self.value, expected):
            self._fail(
                say(
                    "should be {name}, but is of type {kind}.",
                    name=name,
                    kind=type(self.value).__name__,
                ),
                say("Which line makes what you return?"),
            )
        return self

    def has_parts(self, n, names):
        """Fail unless the value is a tuple or list of `n` parts; `names` says which."""
        __tracebackhide__ = True
        if isinstance(self.value, np.ndarray):
            self._fail(
                say(
                    "should return {n} things, {names}; it returned one array of shape {shape}.",
                    n=n,
                    names=names,
                    shape=self.value.shape,
                ),
                say("Is that one of them, or are all of them in it?"),
            )
        if not isinstance(self.value, tuple | list) or len(self.value) != n:
            if hasattr(self.value, "__next__"):
                self._fail(
                    say(
                        "should return {n} things, {names}; it returned {value}, which hands them "
                        "out one by one.",
                        n=n,
                        names=names,
                        value=show(self.value),
                    ),
                    say("Which function makes a list of that?"),
                )
            if isinstance(self.value, dict) and len(self.value) == n:
                self._fail(
                    say(
                        "should return {n} things, {names}; it returned one dictionary.",
                        n=n,
                        names=names,
                    ),
                    say("How does `return` hand on several things, one after the other?"),
                )
            too_many = isinstance(self.value, tuple | list) and len(self.value) > n
            self._fail(
                say(
                    "should return {n} things, {names}; it returned {value}.",
                    n=n,
                    names=names,
                    value=show(self.value),
                ),
                say("Which of them was not asked for?")
                if too_many
                else say("Which of them is missing?"),
            )
        return self

    def is_number(self):
        """Fail unless the value is one number (Python, NumPy or an array of no dimension)."""
        __tracebackhide__ = True
        shape = np.shape(self._numbers())
        if shape != ():
            self._fail(
                say("should be one number, but is {seen}.", seen=_seen(self.value)),
                ask_shape(shape, ()),
            )
        return self

    def is_array(self, *shapes):
        """Fail unless the value is an array of one of `shapes`, each a tuple."""
        __tracebackhide__ = True
        shape = np.shape(self._numbers())
        wanted = " or ".join(str(shape) for shape in shapes)
        if shape == () and shape not in shapes:
            self._fail(
                say(
                    "should be an array of shape {wanted}, but is the single number {value}.",
                    wanted=wanted,
                    value=show(self.value),
                ),
                ask_shape(shape, shapes[0]),
            )
        if not isinstance(self.value, np.ndarray):
            kind = type(self.value).__name__
            if kind == "tuple" and any(map(np.ndim, self.value)):
                self._fail(
                    say(
                        "should be a NumPy array of shape {wanted}, but is a tuple of {n} things.",
                        wanted=wanted,
                        n=len(self.value),
                    ),
                    say("What should become of the things between which the comma stands?"),
                )
            self._fail(
                say(
                    "should be a NumPy array of shape {wanted}, but is of type {kind}.",
                    wanted=wanted,
                    kind=kind,
                ),
                say("Which function makes an array from a {kind}?", kind=kind),
            )
        if shape not in shapes:
            self._fail(
                say(
                    "should have shape {wanted}, but has shape {shape}.", wanted=wanted, shape=shape
                ),
                ask_shape(shape, shapes[0]),
            )
        return self

    def is_not(self, mistake, hint):
        """Name a known mistake: if a check finds the value wrong, and it is `mistake`, say `hint`.

        Nothing fails here. The next check that does (`equals` at the latest) says what was seen and
        what was expected, and then `hint`, which says what was probably done and asks one question.
        A hint never holds the solution.
        """
        __tracebackhide__ = True
        self._numbers()
        self._mistakes.append((np.asarray(mistake, dtype=float), hint))
        return self

    def equals(self, expected, hint=None, rtol=RTOL, atol=ATOL):
        """Fail unless the value is `expected` up to rounding; shapes must be equal too."""
        __tracebackhide__ = True
        numbers = self._numbers()
        expected = np.asarray(expected, dtype=float)
        if not _close(numbers, expected, rtol, atol):
            question = ask_shape(numbers.shape, expected.shape) or say(BY_HAND)
            right_numbers = _close(numbers.ravel(), expected.ravel(), rtol, atol)
            self._fail(
                _difference(numbers, expected, rtol, atol),
                question if right_numbers else hint or question,
                read=not right_numbers,
            )
        return self

    def keeps_inputs(self, hint=None):
        """Fail if the function changed one of its arguments in place; `hint` asks about it."""
        __tracebackhide__ = True
        if not same(self._given, self._received):
            self._fail(
                say("changes the data that it was given."),
                hint
                or say(
                    "Whoever called the function may still need it: can you compute a new array "
                    "instead of writing into the old one?"
                ),
            )
        return self

    def _numbers(self):
        """Return the value as an array of floats, or fail with a sentence."""
        __tracebackhide__ = True
        if isinstance(self.value, str):
            self._fail(
                say(
                    "should be a number or an array of numbers, but is the text {value}.",
                    value=show(self.value),
                ),
                say("Are there quotes where none should be?"),
            )
        trouble = not_numbers(self.value)
        if trouble:
            self._fail(
                say("should be a number or an array of numbers, but {what}.", what=trouble[0]),
                trouble[1],
            )
        return as_floats(self.value)

    def _fail(self, sentence, question, read=True):
        """Raise with what was seen and expected, and the question of the mistake that it shows.

        A known mistake of the exercise comes before what the learner's lines show, but for a line
        that leaves an argument aside: its numbers may look like a known mistake by chance.
        """
        __tracebackhide__ = True
        certain = reading.what_is_certain(self._function) if read else None
        if certain:
            raise CheckFailed(f"{self.said} {sentence} {certain}")
        numbers = None if not_numbers(self.value) else as_floats(self.value)
        for mistake, hint in self._mistakes:
            if numbers is not None and _close(numbers, mistake):
                raise CheckFailed(f"{self.said} {sentence} {hint}")
        seen = reading.why_wrong(self._function, self.value) if read else None
        if read and not seen and question == say(BY_HAND):  # a hint of the exercise knows more
            seen = reading.what_is_unused(self._function)
        raise CheckFailed(f"{self.said} {sentence} {seen or question}")


def _close(a, b, rtol=RTOL, atol=ATOL):
    return a.shape == b.shape and np.allclose(a, b, rtol=rtol, atol=atol)


def _seen(value):
    """Name the kind and the shape of a value, and write it out where it is short."""
    kind = (
        say("an array")
        if isinstance(value, np.ndarray)
        else say("a {kind}", kind=type(value).__name__)
    )
    written = f"{show(value)}, " if np.size(value) <= SHORT else ""
    return say(
        "{written}{kind} of shape {shape}", written=written, kind=kind, shape=np.shape(value)
    )


def _difference(numbers, expected, rtol, atol):
    """Say how two arrays differ: whole where both are short, else by shape or the first number."""
    if max(numbers.size, expected.size) <= SHORT:
        return say(
            "gives {seen}, expected {expected}.", seen=show(numbers), expected=show(expected)
        )
    if numbers.shape != expected.shape:
        return say(
            "should have shape {wanted}, but has shape {shape}.",
            wanted=expected.shape,
            shape=numbers.shape,
        )
    wrong = ~np.isclose(numbers, expected, rtol=rtol, atol=atol)
    where = tuple(int(i) for i in np.argwhere(wrong)[0])
    return say(
        "differs from what was expected in {n_wrong} of {n} numbers. The first is at "
        "[{place}]: {seen} instead of {expected}.",
        n_wrong=np.sum(wrong),
        n=expected.size,
        place=", ".join(map(str, where)),
        seen=show(numbers[where]),
        expected=show(expected[where]),
    )


def same(a, b):
    """Compare arguments deeply; anything that is not data (a function, say) counts as the same."""
    if isinstance(a, np.ndarray):
        if not isinstance(b, np.ndarray) or a.dtype != b.dtype:
            return False
        return a.shape == b.shape and np.array_equal(a, b, equal_nan=a.dtype.kind == "f")
    if isinstance(a, tuple | list):
        return (
            type(a) is type(b)
            and len(a) == len(b)
            and all(same(x, y) for x, y in zip(a, b, strict=True))
        )
    if isinstance(a, dict):
        return (
            isinstance(b, dict) and a.keys() == b.keys() and all(same(a[key], b[key]) for key in a)
        )
    if isinstance(a, int | float | str):
        return type(a) is type(b) and (a == b or a != a)
    return True
