"""The language in which feedback pages speak: that of their course folder, `c.Autograder.language`.

Their sentences stand in the code and the template in English; catalogues of gettext in `locale`
hold them in other languages. A sentence that a catalogue does not have is said in English.
"""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

LOCALE = Path(__file__).with_name("locale")

_spoken: ContextVar[gettext.NullTranslations] = ContextVar("spoken")


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Let pages speak a language within the block; English, where there is no catalogue of it.

    Parameters
    ----------
    language : str
        Its code, such as ``de``; empty for English.
    """
    known = gettext.translation("pages", LOCALE, [language or "en"], fallback=True)
    token = _spoken.set(known)
    try:
        yield
    finally:
        _spoken.reset(token)


def say(sentence: str, **values: object) -> str:
    """Return a sentence in the language that is spoken.

    Parameters
    ----------
    sentence : str
        In English, as it stands in the catalogues, with the names of values in braces.
    **values
        What takes the places of the names; a sentence without values is returned as it is.
    """
    said = _spoken.get(gettext.NullTranslations()).gettext(sentence)
    return said.format(**values) if values else said
