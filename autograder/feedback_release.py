"""A release of feedback that is written down, for `autograder history`.

With this line in the course's ``nbgrader_config.py``, `nbgrader release_feedback`, the Formgrader's
*Release Feedback* and `autograder watch` note with which points a learner got it, and which of them
a person gave::

    c.ExchangeFactory.release_feedback = "autograder.feedback_release.ReleaseAndNote"
"""

import glob
import os
import re
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.exchange.default import ExchangeReleaseFeedback
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from autograder.engine.gradebook.releases import note_releases


class ReleaseAndNote(ExchangeReleaseFeedback):
    """Releases as nbgrader does; what cannot be written down does not keep the feedback back."""

    def copy_files(self) -> None:
        """Copy the pages, then note whose they were."""
        super().copy_files()
        url = make_url(self.coursedir.db_url)
        if url.drivername == "sqlite" and not os.path.isfile(url.database or ""):
            return  # nbgrader would make a gradebook where there is none
        state = Path(self.coursedir.root) / ".autograder"
        unit = self.coursedir.assignment_id
        try:
            with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as gradebook:
                note_releases(state, gradebook, unit, self._released())
        except (OSError, SQLAlchemyError) as error:
            self.log.warning("The release could not be written down for the history: %s", error)

    def _released(self) -> list[str]:
        """Return the learners whose pages were copied, by the folders that hold them."""
        left_out = set((self.coursedir.student_id_exclude or "").split(","))
        unit = self.coursedir.assignment_id
        found = []
        for folder in glob.glob(self.src_path):
            about = self.coursedir.format_path(
                self.coursedir.feedback_directory, "(?P<student>[^/]*)", unit, escape=True
            )
            match = re.fullmatch(about, folder)
            if match and match["student"] not in left_out and any(Path(folder).glob("*.html")):
                found.append(match["student"])
        return sorted(found)
