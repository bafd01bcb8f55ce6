"""The rows of grades or comments of notebooks: read at once, and written where they change.

nbgrader's classes make an object of each row, and follow every change of it. That takes a third of
what a submission's results take to be written down.
"""

from typing import Any

from nbgrader.api import Comment, Grade
from sqlalchemy import ARRAY, Table, bindparam, func, insert, select, update
from sqlalchemy.orm import Session

from autograder.engine.gradebook.server import POSTGRESQL

Key = tuple[str, str]
"""The ids of a submitted notebook and of a cell."""


class Rows:
    """The rows of some notebooks of one unit, one for each cell.

    Parameters
    ----------
    session : sqlalchemy.orm.Session
        Of the gradebook.
    kind : type
        ``Grade`` or ``Comment``.
    columns : str
        What is read of each row.
    """

    def __init__(self, session: Session, kind: type[Grade] | type[Comment], *columns: str) -> None:
        self._session = session
        self._kind = kind
        self._columns = columns
        self._found: dict[Key, Any] = {}
        self._new: dict[Key, dict[str, Any]] = {}
        self._changed: list[dict[str, Any]] = []

    def read(self, notebooks: list[str], cells: list[str]) -> None:
        """Read what is there of submitted notebooks.

        Parameters
        ----------
        notebooks, cells : list of str
            Ids. The table has an index by cell and notebook, and none by notebook alone.
        """
        kind = self._kind
        if not notebooks or not cells:
            return
        wanted = [getattr(kind, name) for name in ("id", "notebook_id", "cell_id", *self._columns)]
        # Until the transaction ends, nobody else marks these: SQLite has a lock for all of it.
        asked = select(*wanted).where(kind.cell_id.in_(cells), kind.notebook_id.in_(notebooks))
        for row in self._session.execute(asked.with_for_update()):
            self._found[row.notebook_id, row.cell_id] = row

    def add(self, key: Key, **values: Any) -> None:
        """Have a row inserted for a cell that has none."""
        if key not in self._found:
            self._new[key] = {"notebook_id": key[0], "cell_id": key[1], **values}

    def get(self, key: Key, column: str) -> Any:
        """Return what a row holds already; None for one that is yet to be inserted."""
        return getattr(self._found.get(key), column, None)

    def set(self, key: Key, **values: Any) -> None:
        """Change a row; it does not matter if the values are what they were."""
        if key in self._new:
            self._new[key] |= values
        elif any(self.get(key, name) != value for name, value in values.items()):
            self._changed.append({"row": self._found[key].id, **values})

    def write(self) -> None:
        """Tell the database, within the session's transaction."""
        insert_rows(self._session, self._kind, list(self._new.values()))
        update_rows(self._session, self._kind, self._changed)


def insert_rows(session: Session, kind: Any, rows: list[dict[str, Any]]) -> None:
    """Insert rows of one of nbgrader's tables with one statement; there may be none.

    Parameters
    ----------
    session : sqlalchemy.orm.Session
    kind : type
        One of nbgrader's tables.
    rows : list of dict
        The same columns of each; those that are not there have their defaults.
    """
    if not rows:
        return
    table = kind.__table__
    if session.get_bind().dialect.name == POSTGRESQL:
        _insert_columns(session, table, rows)
    else:
        session.execute(insert(table), rows)


def _insert_columns(session: Session, table: Table, rows: list[dict[str, Any]]) -> None:
    """Insert rows that travel as one array for each column.

    The server takes many rows of values one by one, which costs it and us three times as much.
    """
    made = {each.name: each.default.arg for each in table.columns if each.default is not None}
    columns = {name: [row[name] for row in rows] for name in rows[0]}
    for name in made.keys() - columns.keys():
        columns[name] = [_default(made[name]) for _ in rows]
    arrays = [bindparam(name, type_=ARRAY(table.c[name].type)) for name in columns]
    values = select(*map(func.unnest, arrays))
    statement = insert(table).from_select([*columns], values, include_defaults=False)
    session.execute(statement, columns)


def _default(made: Any) -> Any:
    return made(None) if callable(made) else made


def update_rows(session: Session, kind: Any, rows: list[dict[str, Any]]) -> None:
    """Change rows with one statement; there may be none.

    Parameters
    ----------
    session : sqlalchemy.orm.Session
    kind : type
        One of nbgrader's tables.
    rows : list of dict
        The same columns of each, and as ``row`` its id.
    """
    if rows:
        table = kind.__table__
        names = {name: bindparam(name) for name in rows[0] if name != "row"}
        statement = update(table).where(table.c.id == bindparam("row")).values(names)
        session.connection().execute(statement, rows)
