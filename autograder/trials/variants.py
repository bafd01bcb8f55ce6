"""Right answers: those that the course keeps as files, and the solution with other data."""

from pathlib import Path

from autograder.trials.exercises import Exercise
from autograder.trials.running import Trial
from autograder.trials.wrapping import wrapped

INPUTS = {
    "float32": "_with(lambda array: array.astype('float32') if array.dtype.kind == 'f' else array)",
    "lists": "_if_equal(lambda array: array.tolist())",
    "read-only": "_with(_frozen)",
}
"""Name of a variant -> what the solution gets in the place of its arguments.

Where a solution cannot compute with lists, its exercise asks for arrays, and gets them.
"""

COLUMNS = (
    "_map(_right(), lambda array: array[:, None] if array.ndim == 1 and array.size else array)"
)
"""The result with (n, 1) in the place of (n,)."""


def right_answers(exercise: Exercise, files: list[Path], columns: bool) -> list[Trial]:
    """Return the trials of an exercise's right answers.

    Parameters
    ----------
    exercise : Exercise
        The exercise.
    files : list of pathlib.Path
        Other right answers, as the course keeps them.
    columns : bool
        Whether an array of shape (n, 1) is as good as one of shape (n,).
    """
    found = [Trial("right", "the solution", exercise.solution)]
    found += [Trial("right", path.stem, path.read_text(encoding="utf-8")) for path in files]
    changes = {**INPUTS, **({"(n, 1)": COLUMNS} if columns else {})}
    found += [
        Trial("right", name, wrapped(exercise.solution, change)) for name, change in changes.items()
    ]
    return found
