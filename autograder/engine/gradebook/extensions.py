"""Extensions of a roster, for submissions that are yet to come: nbgrader keeps none without one."""

import json
from datetime import timedelta

from autograder.course import Course

FILE = "extensions.json"


def note_extensions(course: Course, hours: dict[str, float]) -> None:
    """Note by how many hours the due dates of some learners are later; 0 takes it back."""
    path = course.state / FILE
    path.parent.mkdir(exist_ok=True)
    known = {**_read(course), **hours}
    path.write_text(
        json.dumps({name: more for name, more in known.items() if more}, indent=1) + "\n",
        encoding="utf-8",
    )


def extension_of(course: Course, student: str) -> timedelta | None:
    """Return what a learner's due dates are later by."""
    hours = _read(course).get(student)
    return timedelta(hours=hours) if hours else None


def _read(course: Course) -> dict[str, float]:
    try:
        return json.loads((course.state / FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
