"""Answers without any work in them: whoever earns points with one of these has found a hole."""

import ast

from autograder.engine.protocol import names
from autograder.trials.exercises import Exercise
from autograder.trials.running import Trial
from autograder.trials.wrapping import REPLAY, wrapped

CHANGES = {
    "returns None": "None",
    "zeros": "_fill(_right(), lambda shape: np.zeros(shape))",
    "ones": "_fill(_right(), lambda shape: np.ones(shape))",
    "random numbers": "_fill(_right(), np.random.default_rng(0).normal)",
    "the input itself": "_first",
}
"""Name of an answer -> what each function returns in the place of its result."""

HARD_CODED = "hard-coded"
"""An answer that knows the visible tests by heart."""


def degenerate(exercise: Exercise) -> list[Trial]:
    """Return the trials of an exercise's degenerate answers.

    A function keeps its name and its parameters, a class its ``__init__``; what they return is
    replaced. An answer cell that only sets values has those replaced.
    """
    found = [Trial("degenerate", "untouched", exercise.stub), Trial("degenerate", "empty", "")]
    for name, change in CHANGES.items():
        found.append(Trial("degenerate", name, wrapped(exercise.solution, change)))
    if any(test.has_visible_part for test in exercise.tests) and _has_parameters(exercise.solution):
        found.append(
            Trial("degenerate", HARD_CODED, wrapped(exercise.solution, "_noted()"), then=REPLAY)
        )
    return found


def _has_parameters(solution: str) -> bool:
    """Whether an answer depends on anything: without, to be hard-coded is all that it can do."""
    tree = names.parse(solution)
    return any(
        isinstance(node, ast.FunctionDef) and (node.args.args or node.args.vararg)
        for node in ast.walk(tree or ast.Module([], []))
    )
