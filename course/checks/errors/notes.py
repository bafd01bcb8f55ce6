"""What is said of an error: first what its line shows, then what its message means."""

import re

from course.checks.errors.handed import unused_further_out
from course.checks.errors.lines import read_line
from course.checks.errors.messages import PLAIN_WORDS
from course.language import say

KINDS = {
    "int": "a whole number",
    "int64": "a whole number",
    "float": "a number with a decimal point",
    "float64": "a number with a decimal point",
    "ndarray": "an array",
    "str": "a text",
    "dict": "a dictionary",
    "bool": "True or False",
    "NoneType": "None",
    "builtin_function_or_method": "a function",
    "_ArrayFunctionDispatcher": "a function",
    "ufunc": "a function",
}
"""Types in plain words; the others go by their own name."""

OTHER = "{article} {kind}"

SAYS_ITSELF = "The message says what was expected here, and what came. Which line hands it over?"


class Found(str):
    """A piece of a message; `{0:kind}` writes a type in words, `{0:Kind}` at the beginning."""

    def __format__(self, how):
        name = str(self).rpartition(".")[2]
        article = "an" if name[:1].lower() in "aeiou" else "a"
        kind = say(KINDS[name]) if name in KINDS else say(OTHER, article=article, kind=name)
        if how == "kind":
            return kind
        return kind[:1].upper() + kind[1:] if how == "Kind" else str(self)


def _says_itself(error):
    """Whether an error of the course's own library tells in a sentence what it expected."""
    return "expected" in str(error) and "because" in str(error)


def note(error, places):
    """Return an error in plain words, or None where nothing certain can be said.

    Parameters
    ----------
    error : Exception
    places : list of frames.Place
        The learner's lines; empty where they cannot be seen.
    """
    if places and (said := read_line(error, places[-1])):
        return said
    if said := unused_further_out(error, places):
        return said
    if isinstance(error, KeyError):
        return say(
            "There is nothing under the key `{error}` in the dictionary. Which keys has it, and "
            "how are they written?",
            error=error,
        )
    if _says_itself(error):
        return say(SAYS_ITSELF)
    for pattern, words in PLAIN_WORDS:
        found = re.search(pattern, str(error))
        if found:
            return say(words).format(*map(Found, found.groups()))
    return say(SAYS_ITSELF) if "expected" in str(error) and "received" in str(error) else None
