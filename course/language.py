"""The language in which checks and figures speak: English, until a notebook chooses another one.

Their sentences stand in the code in English; catalogues of gettext in `course/locale` hold them in
other languages. A sentence that a catalogue does not have is said in English.
"""

import functools
import gettext
import json
from pathlib import Path

LOCALE = Path(__file__).with_name("locale")
ENGLISH = "en"

_spoken = [ENGLISH, gettext.NullTranslations()]


def speak(language):
    """Let checks and figures speak a language from now on.

    Parameters
    ----------
    language : str
        Its code: "de" for German, "en" for English.

    Raises
    ------
    ValueError
        If the course does not speak it.
    """
    if language not in languages():
        raise ValueError(f"The course does not speak {language!r}, only {', '.join(languages())}.")
    _spoken[:] = language, _catalogue(language)


def languages():
    """Return the codes of the languages that the course speaks, English first."""
    return [ENGLISH, *sorted(path.parts[-3] for path in LOCALE.glob("*/LC_MESSAGES/course.mo"))]


def spoken():
    """Return the code of the language that is spoken."""
    return _spoken[0]


def words_of_the_desk():
    """Return what Home and the buttons above a notebook say, as {English: in the language}.

    What runs in a browser reads no catalogue of gettext: `make sentences` writes these beside it.
    """
    path = LOCALE / spoken() / "LC_MESSAGES" / "desk.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


@functools.cache
def in_each(sentence):
    """Return what a sentence is in each language that the course speaks."""
    return [_catalogue(language).gettext(sentence) for language in languages()]


def _catalogue(language):
    if language == ENGLISH:
        return gettext.NullTranslations()
    return gettext.translation("course", LOCALE, [language])


def say(sentence, **values):
    """Return a sentence in the language that is spoken.

    Parameters
    ----------
    sentence : str
        In English, as it stands in the catalogues, with the names of values in braces.
    **values
        What takes the places of the names; a sentence without values is returned as it is.

    Returns
    -------
    str
    """
    said = _spoken[1].gettext(sentence)
    return said.format(**values) if values else said
