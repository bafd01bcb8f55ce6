"""One `autograder` at a time writes to a course: the lock is where the gradebook is.

Beside a gradebook that is a file, the lock is a file, too. A file lock does not cross machines: for
PostgreSQL the server holds the lock, as long as the connection lasts that asked for it.
"""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import click
from filelock import FileLock, Timeout
from nbgrader.api import Gradebook
from sqlalchemy import Connection, NullPool, create_engine, text
from sqlalchemy.exc import SQLAlchemyError

from autograder.course import Course
from autograder.engine.gradebook.server import (
    POSTGRESQL,
    is_postgresql,
    no_driver,
    not_opened,
    shown_url,
)
from autograder.problems import CannotStart

KEYS = {"kind": 1635087471, "which": 1}
"""Of the lock in a database; the first is "auto" in ASCII, so that it is nobody else's."""

LONGEST_NAME = 63
"""Bytes that PostgreSQL keeps of the name of who is connected."""

HOLDER = """
select application_name from pg_locks join pg_stat_activity using (pid)
where locktype = 'advisory' and granted and classid = :kind and objid = :which and objsubid = 2
and database = (select oid from pg_database where datname = current_database())
"""
KEEPALIVE = ("tcp_keepalives_idle = 30", "tcp_keepalives_interval = 10", "tcp_keepalives_count = 3")
"""A holder whose machine is gone is noticed by the server after a minute, not after hours."""


class AtWork(CannotStart):
    """Another `autograder` is at work in the course."""


@contextmanager
def locked(course: Course) -> Iterator[None]:
    """Keep every other `autograder` out of a course that writes to it.

    Raises
    ------
    AtWork
        If another one is in.
    CannotStart
        If the database that has the lock cannot be asked.
    """
    course.state.mkdir(exist_ok=True)
    with _by_database(course) if is_postgresql(course) else _by_file(course):
        yield


@contextmanager
def _by_file(course: Course) -> Iterator[None]:
    lock = FileLock(course.state / "lock")
    holder = course.state / "at_work"  # the lock's own file is emptied by whoever asks for it
    try:
        lock.acquire(blocking=False)
    except Timeout:
        name = holder.read_text() if holder.is_file() else ""
        raise _at_work(name, str(course.root)) from None
    with lock:
        with suppress(OSError):  # on a full disk, the name is not worth a failure
            holder.write_text(f"`{_command()}`" if _command() else "")
        yield


@contextmanager
def _by_database(course: Course) -> Iterator[None]:
    url = course.app.coursedir.db_url
    try:
        engine = create_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
        connection = engine.connect()
    except ImportError as error:
        raise no_driver(url, error) from None
    except SQLAlchemyError as error:
        raise not_opened("gradebook", url, error) from None
    try:
        _acquire(connection, url)
        yield
    finally:
        with suppress(SQLAlchemyError):  # the server may be gone, and the lock with it
            connection.close()
        engine.dispose()


def _acquire(connection: Connection, url: str) -> None:
    naming = text("select set_config('application_name', :name, false)")
    connection.execute(naming, {"name": _own_name()})
    for setting in KEEPALIVE:
        connection.execute(text(f"set {setting}"))
    if not connection.execute(text("select pg_try_advisory_lock(:kind, :which)"), KEYS).scalar():
        holder = connection.execute(text(HOLDER), KEYS).scalar()
        raise _at_work(holder or "", f"the gradebook {shown_url(url)}")


def check_held(gradebook: Gradebook) -> None:
    """See that the lock is still ours, before something is written.

    The connection that holds it can end while the gradebook's own goes on.

    Raises
    ------
    CannotStart
        If it is not.
    """
    session = gradebook.db()
    if session.get_bind().dialect.name != POSTGRESQL:
        return
    if session.execute(text(HOLDER), KEYS).scalar() != _own_name():
        raise CannotStart(
            "The connection that kept others out of the gradebook is lost: what was written until "
            "then is kept. The same command goes on with the rest."
        )


def _own_name() -> str:
    host = socket.gethostname().encode("ascii", "replace").decode()
    name = f"`{_command() or 'autograder'}` (process {os.getpid()}) on {host}"
    return name[:LONGEST_NAME]


def _command() -> str:
    context = click.get_current_context(silent=True)
    return f"autograder {context.info_name}" if context else ""


def _at_work(name: str, where: str) -> AtWork:
    return AtWork(
        f"{name or 'Another `autograder`'} is at work in {where}: wait until it has ended, or stop "
        "it."
    )
