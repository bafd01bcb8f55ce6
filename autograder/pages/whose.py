"""Whose feedback a page is, as its first line says it."""

import getpass

from autograder.pages.language import say


def whose(student: str) -> str:
    """Say whose feedback it is; who learns alone on their machine is not told their account.

    Parameters
    ----------
    student : str
        As nbgrader calls them.
    """
    try:
        own = getpass.getuser()
    except (KeyError, OSError):  # a container's user may have no name
        own = ""
    return (
        say("Your feedback") if student == own else say("Feedback for {student}", student=student)
    )
