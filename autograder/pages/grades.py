"""What the gradebook says of a unit, read in a few queries however many learners there are."""

from typing import Any

from nbgrader.api import (
    Assignment,
    BaseCell,
    Comment,
    Grade,
    Gradebook,
    GradeCell,
    Notebook,
    SourceCell,
    SubmittedAssignment,
    SubmittedNotebook,
    TaskCell,
)
from sqlalchemy import select

Grades = dict[str, Any]
"""Of one notebook: plain values only, for a page, for a worker process, and for a hash."""


def read_grades(
    gradebook: Gradebook, unit: str, student: str | None = None
) -> dict[tuple[str, str], Grades]:
    """Return the grades and comments of a unit's submissions.

    Parameters
    ----------
    gradebook : nbgrader.api.Gradebook
        Open.
    unit : str
        The assignment's name.
    student : str, optional
        Only this learner.

    Returns
    -------
    dict
        (student, notebook) -> what the page of that notebook shows.
    """
    session = gradebook.db
    chosen = _of(select(SubmittedNotebook.id), unit, student)
    books: dict[str, Grades] = {}
    found: dict[tuple[str, str], Grades] = {}
    query = select(
        SubmittedNotebook.id,
        SubmittedAssignment.student_id,
        Notebook.id,
        Notebook.name,
        SubmittedNotebook.late_submission_penalty,
        Assignment.duedate,
        SubmittedAssignment.extension,
    ).join(Notebook, SubmittedNotebook.notebook_id == Notebook.id)
    laid = _laid(session, unit)
    for key, name, source, book, penalty, day, more in session.execute(_of(query, unit, student)):
        due = day + more if day and more else day
        books[key] = {"late_penalty": penalty or 0.0, "cells": {}, "comments": {}}
        books[key]["due"] = due.isoformat() if due else None
        books[key]["laid"] = laid.get(source, {})
        found[name, book] = books[key]
    most = {
        key: points
        for kind in (GradeCell, TaskCell)
        for key, points in session.execute(select(kind.id, kind.max_score))
    }
    query = select(
        Grade.notebook_id,
        Grade.cell_id,
        BaseCell.name,
        Grade.score,
        Grade.manual_score,
        Grade.extra_credit,
        Grade.needs_manual_grade,
    ).join(BaseCell, Grade.cell_id == BaseCell.id)
    for key, cell, name, *scores in session.execute(query.where(Grade.notebook_id.in_(chosen))):
        books[key]["cells"][name] = _cell(most.get(cell) or 0.0, *scores)
    query = select(Comment.notebook_id, BaseCell.name, Comment.comment).join(
        BaseCell, Comment.cell_id == BaseCell.id
    )
    for key, name, comment in session.execute(query.where(Comment.notebook_id.in_(chosen))):
        if comment:
            books[key]["comments"][name] = comment
    for book in books.values():
        _add_up(book)
    return found


def _laid(session: Any, unit: str) -> dict[str, dict[str, str]]:
    """Return the answers of a unit's notebooks as learners get them: notebook -> name -> text."""
    query = (
        select(SourceCell.notebook_id, SourceCell.name, SourceCell.source)
        .join(Notebook, SourceCell.notebook_id == Notebook.id)
        .join(Assignment, Notebook.assignment_id == Assignment.id)
        .where(Assignment.name == unit, SourceCell.locked.is_(False))
    )
    found: dict[str, dict[str, str]] = {}
    for book, name, text in session.execute(query):
        found.setdefault(book, {})[name] = text or ""
    return found


def _of(query: Any, unit: str, student: str | None) -> Any:
    query = (
        query.join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
        .where(Assignment.name == unit)
    )
    return query if student is None else query.where(SubmittedAssignment.student_id == student)


def _cell(
    points: float,
    score: float | None,
    manual: float | None,
    extra: float | None,
    waiting: bool,
) -> dict[str, Any]:
    return {
        "score": score or 0.0,
        "points": points,
        "by_hand": manual is not None,
        "extra": extra or 0.0,
        # Also where there is a mark, which was given to another answer.
        "waiting": bool(waiting),
    }


def _add_up(book: Grades) -> None:
    cells = book["cells"].values()
    book["score"] = sum(cell["score"] for cell in cells) - book["late_penalty"]
    book["max_score"] = sum(cell["points"] for cell in cells)
    book["waiting"] = any(cell["waiting"] for cell in cells)
