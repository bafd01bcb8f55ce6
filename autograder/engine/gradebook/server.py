"""A gradebook in a database server: what is said of it, and whether it still answers."""

import logging

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError, SQLAlchemyError

from autograder.course import Course
from autograder.problems import CannotStart

POSTGRESQL = "postgresql"

# Beside an error that it raises, the driver may log a second one: an error is said once, by us.
logging.getLogger("psycopg").setLevel(logging.ERROR)


def is_postgresql(course: Course) -> bool:
    """Whether a course's gradebook is in PostgreSQL, where several machines can write to it."""
    try:
        return make_url(course.app.coursedir.db_url).get_backend_name() == POSTGRESQL
    except ArgumentError:
        return False  # whoever opens it says what is wrong


def shown_url(url: str) -> str:
    """Return a gradebook's address as it may be shown: without its password."""
    try:
        return make_url(url).render_as_string(hide_password=True)
    except ArgumentError:
        return url


def database_said(error: SQLAlchemyError) -> str:
    """Return the database's own words of an error."""
    return str(getattr(error, "orig", None) or error).splitlines()[0].rstrip(".")


def is_lost(error: BaseException) -> bool:
    """Whether an error says that a database server does not answer, or not any more."""
    if not isinstance(error, DBAPIError):
        return False
    # What the server itself says has a number; an error of the way to it has none.
    unanswered = isinstance(error, OperationalError) and (
        getattr(error.orig, "sqlstate", "") is None
    )
    return error.connection_invalidated or unanswered


def not_opened(what: str, url: str, error: SQLAlchemyError) -> CannotStart:
    """Return what is said where a database, or the gradebook in it, cannot be opened."""
    return CannotStart(f"The {what} {shown_url(url)} cannot be opened ({database_said(error)}).")


def connection_lost(url: str, error: SQLAlchemyError) -> CannotStart:
    """Return what ends a command that has lost its gradebook."""
    return CannotStart(
        f"The connection to the gradebook {shown_url(url)} is lost ({database_said(error)}): what "
        "was written until then is kept. When the server answers again, the same command goes on "
        "with the rest."
    )


def no_driver(url: str, error: ImportError) -> CannotStart:
    """Return what is said where Python cannot speak with a database."""
    remedy = ""
    if url.startswith(POSTGRESQL):
        remedy = ': pip install ".[cluster]"'
        if error.name == "psycopg2":  # what SQLAlchemy before 2.1 takes by default
            remedy += ", and write the address as postgresql+psycopg://"
    return CannotStart(
        f"The gradebook {shown_url(url)} needs the package {error.name}, which is not installed "
        f"here{remedy}."
    )
