"""The tables themselves, as rows of text; the columns are those that each system documents."""

import html
from collections.abc import Iterable
from dataclasses import dataclass

from autograder.engine.gradebook.class_grades import ClassGrades, Mark, Unit
from autograder.exports.roster import Entry

Rows = list[list[str]]


@dataclass(frozen=True)
class Table:
    """What every format is made from.

    Parameters
    ----------
    grades : ClassGrades
    people : list of Entry
        Who has a row, in order.
    units : list of Unit
        Which have a column, in order.
    absent : str
        What stands where nothing was submitted: ``""`` or ``"0"``.
    notes : dict
        Learner -> what is to be said of their grades.
    """

    grades: ClassGrades
    people: list[Entry]
    units: list[Unit]
    absent: str = ""
    notes: dict[str, str] | None = None

    def score(self, person: Entry, unit: Unit) -> str:
        """Return one cell."""
        mark = self.grades.marks.get((person.id, unit.name))
        return self.absent if mark is None else number(mark.score)


def number(value: float) -> str:
    """Write points without a needless fraction; no more digits than a score has."""
    return f"{round(value, 6):g}" if abs(value) < 1e6 else repr(value)


def canvas(table: Table, titles: dict[str, str]) -> Rows:
    """Return Canvas' gradebook: heading, the row of possible points, one row a learner.

    ``titles`` gives the column of a unit where Canvas knows it by a number: ``Name (1234)``. A
    column that Canvas does not know is offered as a new assignment when the file is imported.
    Source: Instructure's guide "How do I import grades in the Gradebook?" and the file that
    Canvas itself exports.
    """
    fixed = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]
    rows = [fixed + [titles.get(unit.name, unit.name) for unit in table.units]]
    rows.append(
        ["    Points Possible", "", "", "", ""] + [number(unit.max_score) for unit in table.units]
    )
    for person in table.people:
        who = [_last_first(person), person.canvas_id, person.sis_user_id, person.sis_login_id]
        rows.append([*who, person.section] + [table.score(person, unit) for unit in table.units])
    return rows


def moodle(table: Table, titles: dict[str, str]) -> Rows:
    """Return a table for Moodle's "Import grades from CSV": it asks which column is which.

    Source: MoodleDocs, "Grade import": a row is matched by user name, id number or e-mail address.
    """
    fixed = ["Username", "ID number", "First name", "Last name", "Email address"]
    rows = [fixed + [titles.get(unit.name, unit.name) for unit in table.units]]
    for person in table.people:
        who = [person.moodle_username, person.moodle_idnumber, person.first_name]
        rows.append(
            [*who, person.last_name, person.email]
            + [table.score(person, unit) for unit in table.units]
        )
    return rows


def wide(table: Table, titles: dict[str, str], exercises: bool) -> Rows:
    """Return one row a learner: a column for each unit and, by choice, for each exercise."""
    head = ["id", "last_name", "first_name", "email", "section"]
    for unit in table.units:
        head.append(titles.get(unit.name, unit.name))
        head += [f"{unit.name}/{cell}" for cell in unit.exercises] if exercises else []
    rows = [[*head, "note"]]
    for person in table.people:
        row = [person.id, person.last_name, person.first_name, person.email, person.section]
        for unit in table.units:
            row.append(table.score(person, unit))
            row += _cells(table, person, unit) if exercises else []
        rows.append([*row, (table.notes or {}).get(person.id, "")])
    return rows


def _cells(table: Table, person: Entry, unit: Unit) -> list[str]:
    mark = table.grades.marks.get((person.id, unit.name))
    if mark is None:
        return [table.absent] * len(unit.exercises)
    return [number(mark.exercises.get(cell, 0.0)) for cell in unit.exercises]


def worksheet(table: Table, unit: Unit, heads: list[str], sheet: Iterable[list[str]]) -> Rows:
    """Fill in Moodle's offline grading worksheet, row by row.

    Rows are matched by e-mail address, "Username" or "ID number". Whoever has no grade keeps the
    row as it came. Comments are HTML to Moodle, so what was written here is escaped.
    Source: MoodleDocs, "Assignment settings", offline grading worksheet.
    """
    known = {}
    for person in table.people:
        for name in (person.email, person.moodle_username, person.moodle_idnumber):
            if name:
                known[name.casefold()] = person
    columns = {head: place for place, head in enumerate(heads)}
    keys = [columns[head] for head in ("Email address", "Username", "ID number") if head in columns]
    rows = [heads]
    for given in sheet:
        row = given + [""] * (len(heads) - len(given))
        person = next(
            (known[row[key].casefold()] for key in keys if row[key].casefold() in known), None
        )
        mark = person and table.grades.marks.get((person.id, unit.name))
        if mark is not None:
            row[columns["Grade"]] = number(mark.score)
            if "Feedback comments" in columns and mark.comments:
                row[columns["Feedback comments"]] = _said(mark)
        rows.append(row)
    return rows


def _said(mark: Mark) -> str:
    return "<br>".join(html.escape(comment).replace("\n", "<br>") for comment in mark.comments)


def _last_first(person: Entry) -> str:
    if not (person.first_name and person.last_name):
        return person.last_name or person.first_name or person.id
    return f"{person.last_name}, {person.first_name}"
