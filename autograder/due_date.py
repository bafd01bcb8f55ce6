"""A release that says when it is due: nbgrader's exchange has no place for it.

With this line in the course's ``nbgrader_config.py``, `nbgrader release_assignment` and the
Formgrader's *Release* put a small file beside the notebooks, which a learner's Home shows::

    c.ExchangeFactory.release_assignment = "autograder.due_date.ReleaseWithDueDate"

It holds the due date that the gradebook has at that moment.
"""

import json
import os
from datetime import UTC
from pathlib import Path

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.exchange.default import ExchangeReleaseAssignment
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

DUE = "due.json"


class ReleaseWithDueDate(ExchangeReleaseAssignment):
    """Releases as nbgrader does, and puts the due date beside the notebooks, if there is one."""

    def copy_files(self) -> None:
        """Copy the release; what cannot be learned of its due date does not keep it back."""
        super().copy_files()
        try:
            due = self._due()
        except SQLAlchemyError as error:
            self.log.warning("The due date could not be read from the gradebook: %s", error)
            return
        if due is None:
            return
        path = Path(self.dest_path, DUE)
        path.write_text(json.dumps({"due": due}) + "\n", encoding="utf-8")
        path.chmod(0o664 if self.coursedir.groupshared else 0o644)

    def _due(self) -> str | None:
        """The due date as ISO 8601, in UTC, as nbgrader keeps it."""
        url = make_url(self.coursedir.db_url)
        # nbgrader would make a gradebook where there is none.
        if url.drivername == "sqlite" and not os.path.isfile(url.database or ""):
            return None
        with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as gradebook:
            try:
                due = gradebook.find_assignment(self.coursedir.assignment_id).duedate
            except MissingEntry:
                return None
        return due.replace(tzinfo=UTC).isoformat() if due else None
