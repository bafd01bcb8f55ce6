"""nbgrader's export plugins: each reads the class once, and writes one file in one piece."""

import csv
import io
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.plugins.export import ExportPlugin
from traitlets import Bool, Dict, Enum, Unicode

from autograder.engine.gradebook.class_grades import ClassGrades, Unit, read_class
from autograder.engine.gradebook.export import ungradable
from autograder.exports import tables
from autograder.exports.roster import Entry, Roster, read_roster
from autograder.exports.tables import Rows, Table
from autograder.files import write
from autograder.problems import CannotStart


class ClassExporter(ExportPlugin):
    """What the formats have in common: who has a row, which units have a column, what is said."""

    file = ""
    with_comments = False
    roster = Unicode("", help="A roster file: our ids and the school's.").tag(config=True)
    absent = Enum(["empty", "zero"], "empty", help="What stands where nothing was submitted.").tag(
        config=True
    )
    titles = Dict(help="Unit -> the name of its column.").tag(config=True)
    exercises = Bool(False, help="A column for each exercise, too.").tag(config=True)

    def rows(self, table: Table) -> Rows:
        """Return the file's rows, its heading first."""
        raise NotImplementedError

    def export(self, gradebook: Gradebook) -> None:
        """Write the file of ``--to``, or the format's own in the current folder.

        Raises
        ------
        CannotStart
            If a unit or a learner that was asked for is not known, or a file cannot be read.
        """
        grades = read_class(gradebook, exercises=self.exercises, comments=self.with_comments)
        roster = read_roster(Path(self.roster)) if self.roster else Roster({}, [])
        table = Table(
            grades,
            self._people(grades, roster),
            self._units(grades),
            "0" if self.absent == "zero" else "",
            self._notes(grades),
        )
        path = Path(self.to or self.file)
        self._write(path, self.rows(table))
        self._tell(grades, roster, table, path)

    def _units(self, grades: ClassGrades) -> list[Unit]:
        if self.titles:
            grades.chosen(self.titles)  # a title of a unit that is none is a slip
        return grades.chosen(str(name) for name in self.assignment)

    def _people(self, grades: ClassGrades, roster: Roster) -> list[Entry]:
        """Return the class: the gradebook's learners and the roster's, each once."""
        people = {}
        for learner in grades.learners.values():
            told = roster.entries.get(learner.id, Entry(learner.id))
            people[learner.id] = Entry(
                **{
                    **vars(told),
                    "first_name": told.first_name or learner.first_name,
                    "last_name": told.last_name or learner.last_name,
                    "email": told.email or learner.email,
                }
            )
        people = {**roster.entries, **people}
        wanted = [str(name) for name in self.student]
        for name in wanted:
            if name not in people:
                raise CannotStart(f"Neither gradebook nor roster knows a learner {name}.")
        return [people[name] for name in wanted or sorted(people)]

    def _notes(self, grades: ClassGrades) -> dict[str, str]:
        notes: dict[str, list[str]] = {}
        known = ungradable(Path(CourseDirectory(parent=self).root))
        for unit in grades.units:
            for learner in known.get(unit.name, {}):
                notes.setdefault(learner, []).append(f"{unit.name}: ungradable")
        for (learner, unit), mark in grades.marks.items():
            if mark.waits:
                notes.setdefault(learner, []).append(f"{unit}: waits for a mark")
        return {learner: "; ".join(sorted(told)) for learner, told in notes.items()}

    def _write(self, path: Path, rows: Rows) -> None:
        text = io.StringIO(newline="")
        csv.writer(text).writerows(rows)
        try:
            write(path, text.getvalue().encode())
        except OSError as error:
            raise CannotStart(f"{path} cannot be written: {error.strerror}.") from None

    def _tell(self, grades: ClassGrades, roster: Roster, table: Table, path: Path) -> None:
        self.log.info("%d learners, %d units: %s", len(table.people), len(table.units), path)
        for name in roster.ignored:
            self.log.warning("The roster's column %r means nothing here.", name)
        if roster.entries:
            _name(self.log, "only in the roster", set(roster.entries) - set(grades.learners))
            _name(self.log, "only in the gradebook", set(grades.learners) - set(roster.entries))
        for learner, told in sorted((table.notes or {}).items()):
            self.log.warning("%s: %s", learner, told)


def _name(log, where: str, ids: set[str]) -> None:
    if ids:
        log.warning("%d learners are %s: %s", len(ids), where, ", ".join(sorted(ids)))


class CanvasExporter(ClassExporter):
    """The file that Canvas' Gradebook imports."""

    file = "canvas.csv"

    def rows(self, table: Table) -> Rows:
        """Return Canvas' rows."""
        return tables.canvas(table, self.titles)


class MoodleExporter(ClassExporter):
    """The file for Moodle's grade import."""

    file = "moodle.csv"

    def rows(self, table: Table) -> Rows:
        """Return Moodle's rows."""
        return tables.moodle(table, self.titles)


class WideExporter(ClassExporter):
    """One row a learner, with everything."""

    file = "wide.csv"

    def rows(self, table: Table) -> Rows:
        """Return the rows."""
        return tables.wide(table, self.titles, self.exercises)


class WorksheetExporter(ClassExporter):
    """Moodle's offline grading worksheet of one unit, filled in with points and comments."""

    file = "worksheet.csv"
    with_comments = True
    worksheet = Unicode("", help="The worksheet as Moodle gave it.").tag(config=True)

    def rows(self, table: Table) -> Rows:
        """Return the worksheet's rows.

        Raises
        ------
        CannotStart
            If it is not one unit that was asked for, or the file is no such worksheet.
        """
        if len(table.units) != 1:
            raise CannotStart("A worksheet is that of one unit: name the unit.")
        path = Path(self.worksheet)
        try:
            heads, *sheet = csv.reader(path.read_text(encoding="utf-8-sig").splitlines(True))
        except (OSError, ValueError):
            heads, sheet = [], []
        if not {"Identifier", "Grade"} <= set(heads):
            raise CannotStart(
                f"{path} is no grading worksheet: download one in Moodle (the assignment, "
                '"View all submissions", "Download grading worksheet").'
            )
        return tables.worksheet(table, table.units[0], heads, sheet)
