"""The language in which checks and figures speak: English, until a notebook chooses another one.

Their sentences stand in the code in English; catalogues of gettext in `course/locale` hold them in
other languages. A sentence that a catalogue does not have is said in English.
"""

import gettext
from pathlib import Path

LOCALE = Path(__file__).with_name("locale")
ENGLISH = "en"

_spoken = [gettext.NullTranslations()]


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
    known = [ENGLISH, *sorted(path.parts[-3] for path in LOCALE.glob("*/LC_MESSAGES/course.mo"))]
    if language not in known:
        raise ValueError(f"The course does not speak {language!r}, only {', '.join(known)}.")
    _spoken[0] = (
        gettext.NullTranslations()
        if language == ENGLISH
        else gettext.translation("course", LOCALE, [language])
    )


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
    said = _spoken[0].gettext(sentence)
    return said.format(**values) if values else said
