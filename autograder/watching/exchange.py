"""nbgrader's exchange, whichever a course has configured: collect one submission, release one page.

The classes come from the exchange factory of the course's configuration, and work as in ``nbgrader
collect`` and ``nbgrader release_feedback``, for one learner at a time.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from nbgrader.auth import Authenticator
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange import ExchangeError, ExchangeFactory
from sqlalchemy.exc import SQLAlchemyError

from autograder.course import Course
from autograder.engine.gradebook.server import database_said, is_lost
from autograder.watching.waiting import Key


class Failed(Exception):
    """The exchange, a folder or the gradebook did not let something be done: a sentence."""


class Exchange:
    """A course's exchange.

    Parameters
    ----------
    course : Course
        Its folder and configuration.
    """

    def __init__(self, course: Course) -> None:
        self.course = course
        self.heard: list[str] = []
        self._factory = ExchangeFactory(parent=course.app)
        self._authenticator = Authenticator(parent=course.app)
        self._log = logging.Logger("autograder.watch", logging.WARNING)
        self._log.addHandler(_Ear(self.heard))

    def directory(self, key: Key, step: str = "") -> CourseDirectory:
        """Return a course directory in which one submission is chosen.

        Parameters
        ----------
        key : Key
            Whose.
        step : str
            The folder to collect into; the configured one by default.
        """
        made = CourseDirectory(parent=self.course.app)
        made.assignment_id, made.student_id = key
        if step:
            made.submitted_directory = step
        return made

    def collector(self, directory: CourseDirectory) -> Any:
        """Return what collects a submission, as the course has configured it."""
        return self._factory.Collect(**self._common(directory))

    def release(self, key: Key) -> None:
        """Hand the feedback pages of a submission to the exchange.

        Raises
        ------
        Failed
            If that was not possible.
        """
        with explained("The feedback could not be released"):
            self._factory.ReleaseFeedback(**self._common(self.directory(key))).start()

    def _common(self, directory: CourseDirectory) -> dict[str, Any]:
        return {
            "coursedir": directory,
            "authenticator": self._authenticator,
            "parent": self.course.app,
            "log": self._log,
        }


@contextmanager
def explained(what: str) -> Iterator[None]:
    """Turn everything that folders, exchanges and gradebooks raise into one sentence.

    Raises
    ------
    Failed
        With that sentence.
    """
    try:
        yield
    except OSError as error:
        where = f": {error.filename}" if error.filename else ""
        said = error.strerror or str(error).splitlines()[0]
        raise Failed(f"{what} ({said}{where}).") from None
    except SQLAlchemyError as error:
        if is_lost(error):
            raise
        raise Failed(f"{what} (the gradebook: {database_said(error)}).") from None
    except (ExchangeError, RuntimeError, ValueError) as error:
        raise Failed(f"{what} ({error}).") from None


class _Ear(logging.Handler):
    """Keeps what nbgrader warns of; what it fails with comes as an exception, too."""

    def __init__(self, heard: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._heard = heard

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno < logging.ERROR:
            self._heard.append(" ".join(record.getMessage().split()))
