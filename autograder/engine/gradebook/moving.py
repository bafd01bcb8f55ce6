"""A gradebook is copied into another database, table by table, and compared row by row."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from nbgrader.api import Base
from sqlalchemy import (
    Column,
    Connection,
    MetaData,
    NullPool,
    String,
    Table,
    create_engine,
    func,
    insert,
    inspect,
    select,
)
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from autograder.course import Course, load_course
from autograder.engine.gradebook.locking import locked
from autograder.engine.gradebook.recording import missing_file
from autograder.engine.gradebook.server import (
    POSTGRESQL,
    database_said,
    no_driver,
    not_opened,
    shown_url,
)
from autograder.problems import CannotStart, some_of

ROWS = 1000
"""So many are read, written and compared at a time."""

# By its only row nbgrader knows how old the tables are; it is none of its models.
VERSION = Table("alembic_version", MetaData(), Column("version_num", String(32), primary_key=True))
TABLES = [*Base.metadata.sorted_tables, VERSION]


def move_gradebook(to: str, root: Path) -> None:
    """Run the command; its words are those of ``autograder move-gradebook``."""
    course = load_course(root)
    with locked(course):
        rows = copied(course, to)
    old = shown_url(course.app.coursedir.db_url)
    click.echo(f"{rows} rows are copied and compared with {old}, which stays as it is.")
    click.echo("To use the copy from now on, write into nbgrader_config.py:")
    click.echo(f'c.CourseDirectory.db_url = "{to}"')


def copied(course: Course, to: str) -> int:
    """Copy a course's gradebook; return how many rows it has.

    Parameters
    ----------
    course : Course
        The caller has its lock. Meanwhile not even the Formgrader can write to its gradebook.
    to : str
        The address of an empty database.

    Raises
    ------
    CannotStart
        If there is no gradebook, the other database is not empty, or does not give a row back as it
        was; the other one is empty then.
    """
    url = course.app.coursedir.db_url
    if path := missing_file(course):
        raise CannotStart(f"There is no gradebook at {path}: there is nothing to move.")
    with _connected(url) as source, _connected(to) as target:
        _check_complete(source, url)
        if there := inspect(target).get_table_names():
            raise CannotStart(
                f"The database {shown_url(to)} is not empty, it has the tables "
                f"{some_of(sorted(there), 3)}: give one that has none."
            )
        try:
            if source.dialect.name == POSTGRESQL:
                names = ", ".join(table.name for table in TABLES)
                source.exec_driver_sql(f"lock table {names} in share mode")
            _copy(source, target)
            rows = sum(_compared(source, target, table) for table in TABLES)
            target.commit()
        except (SQLAlchemyError, ValueError) as error:
            said = database_said(error) if isinstance(error, SQLAlchemyError) else error
            raise CannotStart(
                f"The gradebook cannot be copied, and {shown_url(to)} stays empty ({said})."
            ) from None
    return rows


@contextmanager
def _connected(url: str) -> Iterator[Connection]:
    """Connect with a database; what is not committed is undone in the end."""
    try:
        engine = create_engine(url, poolclass=NullPool)
        connection = engine.connect()
        if engine.dialect.name == "sqlite":
            # Tables are made within the transaction, too; and nobody else writes until its end.
            connection.exec_driver_sql("begin immediate")
    except ImportError as error:
        raise no_driver(url, error) from None
    except ArgumentError:
        raise CannotStart(
            f"{url} is no address of a database: write it as in c.CourseDirectory.db_url, for "
            "instance postgresql://USER@HOST/NAME."
        ) from None
    except SQLAlchemyError as error:
        raise not_opened("database", url, error) from None
    with connection:
        yield connection


def _check_complete(source: Connection, url: str) -> None:
    """See that a gradebook has all that this version of nbgrader writes into one."""
    schema = inspect(source)
    there = {
        (name, column["name"])
        for name in schema.get_table_names()
        for column in schema.get_columns(name)
    }
    wanted = [(table.name, column.name) for table in TABLES for column in table.columns]
    missing = [".".join(names) for names in wanted if names not in there]
    if missing:
        raise CannotStart(
            f"The gradebook {shown_url(url)} lacks {some_of(missing, 3)}, which this version of "
            "nbgrader has: if it is an older one, `nbgrader db upgrade` brings it up to date."
        )


def _copy(source: Connection, target: Connection) -> None:
    Base.metadata.create_all(target)
    VERSION.create(target)
    for table in TABLES:
        for rows in _chunks(source, table):
            target.execute(insert(table), rows)


def _compared(source: Connection, target: Connection, table: Table) -> int:
    """Compare a table's copy with what was copied; return how many rows it has.

    Raises
    ------
    ValueError
        If there is a difference.
    """
    [key] = table.primary_key
    count = 0
    for rows in _chunks(source, table):
        names = [row[key.name] for row in rows]
        found = target.execute(select(table).where(key.in_(names))).mappings()
        copies = {row[key.name]: dict(row) for row in found}
        for row in rows:
            if copies.get(row[key.name]) != row:
                raise ValueError(f"the row {row[key.name]} of {table.name} is another one there")
        count += len(rows)
    if count != target.execute(select(func.count()).select_from(table)).scalar():
        raise ValueError(f"{table.name} has more rows there")
    return count


def _chunks(source: Connection, table: Table) -> Iterator[list[Mapping[str, Any]]]:
    """Yield a table's rows, many at a time."""
    found = source.execution_options(yield_per=ROWS).execute(select(table)).mappings()
    for rows in found.partitions():
        yield [dict(row) for row in rows]
