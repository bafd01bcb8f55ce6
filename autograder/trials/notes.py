"""What a course knows of an exercise that no program can find out.

Other right answers (``right_*.py``) and a file ``audit.toml`` lie in the course folder, in
``tests/answers/UNIT/EXERCISE/``::

    columns = true    # an array of shape (n, 1) is as good as one of shape (n,)

    [[equivalent]]    # a change of the solution that nobody can see from outside
    was = "    return x + y"
    becomes = "    return y + x"
    reason = "The order of a sum does not matter."

A change is meant at every line that reads so. Lines are compared without the spaces around them.
"""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from autograder.course import Course
from autograder.problems import CannotStart
from autograder.trials.exercises import Exercise
from autograder.trials.mutations.mutants import Mutant

FOLDER = Path("tests", "answers")
FILE = "audit.toml"


@dataclass(frozen=True)
class Notes:
    """What the course says of one exercise.

    Parameters
    ----------
    path : pathlib.Path
        Where it says so.
    columns : bool
        Whether (n, 1) is as good as (n,).
    equivalent : dict
        The changed lines, before and after -> why nobody can see the change.
    right : tuple of pathlib.Path
        Right answers that are not the solution.
    """

    path: Path
    columns: bool = False
    equivalent: dict[tuple[str, str], str] = field(default_factory=dict)
    right: tuple[Path, ...] = ()

    def reason(self, mutant: Mutant) -> str | None:
        """Return why a mutant is equivalent to the solution, or None where it is not."""
        return self.equivalent.get((bare(mutant.was), bare(mutant.becomes)))


def read_notes(course: Course, exercise: Exercise) -> Notes:
    """Read what the course says of an exercise.

    Raises
    ------
    CannotStart
        If the file is not as described above.
    """
    folder = course.root / FOLDER / exercise.unit / exercise.name
    right = tuple(sorted(folder.glob("right_*.py")))
    path = folder / FILE
    if not path.is_file():
        return Notes(path, right=right)
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
        columns = found.pop("columns", False)
        entries = found.pop("equivalent", [])
        if found:
            raise ValueError(f"it knows no {', '.join(found)}")
        if not isinstance(columns, bool):
            raise ValueError("columns must be true or false")
        return Notes(path, columns, dict(map(_entry, entries)), right)
    except (ValueError, TypeError, AttributeError, OSError) as error:
        raise CannotStart(f"{path} cannot be read: {error}.") from None


def _entry(entry: dict) -> tuple[tuple[str, str], str]:
    missing = [key for key in ("was", "becomes", "reason") if not str(entry.get(key, "")).strip()]
    if missing:
        raise ValueError(f"an [[equivalent]] lacks {' and '.join(missing)}")
    return (bare(entry["was"]), bare(entry["becomes"])), entry["reason"]


def bare(lines: str) -> str:
    """Return lines without the spaces around each."""
    return "\n".join(line.strip() for line in lines.strip().splitlines())
