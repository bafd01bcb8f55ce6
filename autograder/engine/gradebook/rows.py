"""The rows of grades or comments of one notebook: read at once, and written where they change.

nbgrader's classes make an object of each row, and follow every change of it. That takes a third of
what a submission's results take to be written down.
"""

from typing import Any

from nbgrader.api import Comment, Grade
from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.orm import Session


class Rows:
    """The rows of a notebook, one for each cell.

    Parameters
    ----------
    session : sqlalchemy.orm.Session
        Of the gradebook.
    kind : type
        ``Grade`` or ``Comment``.
    notebook : str
        The submitted notebook's id.
    columns : str
        What is read of each row.
    """

    def __init__(
        self, session: Session, kind: type[Grade] | type[Comment], notebook: str, *columns: str
    ) -> None:
        self._session = session
        self._kind = kind
        self._notebook = notebook
        wanted = [getattr(kind, name) for name in ("id", "cell_id", *columns)]
        # Until the transaction ends, nobody else marks these: SQLite has a lock for all of it.
        asked = select(*wanted).where(kind.notebook_id == notebook).with_for_update()
        rows = session.execute(asked)
        self._found = {row.cell_id: row for row in rows}
        self._new: dict[str, dict[str, Any]] = {}
        self._changed: list[dict[str, Any]] = []

    def add(self, cell: str, **values: Any) -> None:
        """Have a row inserted for a cell that has none."""
        if cell not in self._found:
            self._new[cell] = {"cell_id": cell, "notebook_id": self._notebook, **values}

    def get(self, cell: str, column: str) -> Any:
        """Return what a row holds already; None for one that is yet to be inserted."""
        return getattr(self._found.get(cell), column, None)

    def set(self, cell: str, **values: Any) -> None:
        """Change a row; it does not matter if the values are what they were."""
        if cell in self._new:
            self._new[cell] |= values
        elif any(self.get(cell, name) != value for name, value in values.items()):
            self._changed.append({"row": self._found[cell].id, **values})

    def write(self) -> None:
        """Tell the database, within the session's transaction."""
        if self._new:
            self._session.execute(insert(self._kind), list(self._new.values()))
        if self._changed:
            table = self._kind.__table__
            names = {name: bindparam(name) for name in self._changed[0] if name != "row"}
            statement = update(table).where(table.c.id == bindparam("row")).values(names)
            self._session.connection().execute(statement, self._changed)
