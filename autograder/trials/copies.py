"""Finished copies as answers: a course that hands on what learners built must not take it back."""

import ast

from autograder.engine.protocol import names
from autograder.trials.exercises import Exercise
from autograder.trials.running import Trial


def finished_copies(exercise: Exercise, copies: tuple[str, ...]) -> list[Trial]:
    """Return a trial for each finished copy of an exercise, tried as submissions are graded.

    Parameters
    ----------
    exercise : Exercise
        The exercise.
    copies : tuple of str
        The dotted names that the course withholds from it (``c.Autograder.withheld``).
    """
    wanted = _defined(exercise.solution)
    if len(wanted) == 1:
        return [
            Trial(
                "degenerate", f"the finished copy {copy}", _bound([(copy, *wanted)]), as_graded=True
            )
            for copy in copies
        ]
    fitting = {copy.rpartition(".")[2]: copy for copy in reversed(copies)}
    pairs = [(fitting[name], name) for name in wanted if name in fitting]
    # What has no copy is left out: whatever is earned, the copies have earned it.
    answer = [Trial("degenerate", "the finished copies", _bound(pairs), as_graded=True)]
    return answer if pairs else []


def _bound(pairs: list[tuple[str, str]]) -> str:
    """Return an answer cell that gives copies the names of the answers."""
    lines = []
    for copy, name in pairs:
        home, _, own = copy.rpartition(".")
        lines.append(f"from {home} import {own} as {name}")
    return "\n".join(lines)


def _defined(solution: str) -> list[str]:
    """Return the functions and classes that an answer defines, in order."""
    tree = names.parse(solution)
    kinds = ast.FunctionDef | ast.ClassDef
    return [node.name for node in (tree.body if tree else []) if isinstance(node, kinds)]
