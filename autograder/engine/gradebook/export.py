"""Who got no grade for the latest submission is in the export too, and marked there.

One line in ``nbgrader_config.py`` puts it in the place of nbgrader's own table::

    c.ExportApp.plugin_class = "autograder.engine.gradebook.export.MarkedCsv"
"""

import json
from contextlib import suppress
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.plugins.export import CsvExportPlugin

from autograder.course import Course

FILE = "ungradable.json"
COLUMN = "note"
PLACES = {"assignment": 0, "student_id": 3}
"""Where nbgrader writes them in each row, before any name that may hold a comma."""


class MarkedCsv(CsvExportPlugin):
    """nbgrader's own table, with a last column that says whose latest submission is ungradable."""

    def export(self, gradebook: Gradebook) -> None:
        """Write ``grades.csv``, or the file of ``--to``."""
        super().export(gradebook)
        path = Path(self.to or "grades.csv")
        known = ungradable(Path(CourseDirectory(parent=self).root))
        head, *rows = path.read_text(encoding="utf-8").splitlines()
        lines = [f"{head},{COLUMN}"]
        for row in rows:
            parts = row.split(",")
            unit, student = (parts[place] for place in PLACES.values())
            lines.append(f"{row},{'ungradable' if student in known.get(unit, {}) else ''}")
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def ungradable(root: Path) -> dict[str, dict[str, str]]:
    """Return unit -> learner -> why the latest submission has no grade, of a course folder."""
    return _read(root / ".autograder" / FILE)


def note_ungradable(course: Course, unit: str, student: str, problem: str) -> None:
    """Note why a learner's latest submission has no grade; forget it where it has one.

    Parameters
    ----------
    course : Course
        Where it is noted.
    unit, student : str
        Which submission.
    problem : str
        Empty if it was graded.
    """
    path = course.state / FILE
    known = _read(path)
    if known.get(unit, {}).get(student, "") == problem:
        return
    if problem:
        known.setdefault(unit, {})[student] = problem
    else:
        del known[unit][student]
    with suppress(OSError):  # on a full disk, the run itself says it
        path.write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")


def _read(path: Path) -> dict[str, dict[str, str]]:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
