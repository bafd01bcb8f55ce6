"""What is said of an error: first what its line shows, then what its message means."""

import re

from course.checks.errors.messages import PLAIN_WORDS


def note(error, places):
    """Return an error in plain words, or None where nothing certain can be said.

    Parameters
    ----------
    error : Exception
    places : list of frames.Place
        The learner's lines; empty where they cannot be seen.
    """
    for pattern, words in PLAIN_WORDS:
        found = re.search(pattern, str(error))
        if found:
            return words.format(*found.groups())
    return None
