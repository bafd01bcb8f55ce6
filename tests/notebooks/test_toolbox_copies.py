"""What the toolbox hands on would pass the exercise in which learners built it, and is refused."""

import ast
import importlib
import inspect
import pkgutil

import pytest
from unit import exercises, unit_names

import course.toolbox

HOMES = {
    name: module.__name__
    for info in pkgutil.iter_modules(course.toolbox.__path__)
    for module in [importlib.import_module(f"course.toolbox.{info.name}")]
    for name, value in vars(module).items()
    if getattr(value, "__module__", None) == module.__name__
}


def _names(exercise):
    body = ast.parse(exercise.solution).body
    return [node.name for node in body if isinstance(node, ast.FunctionDef | ast.ClassDef)]


COPIES = [
    pytest.param(exercise, id=f"{exercise.unit}-{exercise.name}")
    for unit in unit_names()
    for exercise in exercises(unit)
    if set(_names(exercise)) & set(HOMES)
]


@pytest.mark.parametrize("exercise", COPIES)
def test_the_text_of_the_toolbox_passes_the_exercise(exercise):
    """Its text, and not its functions: those are withheld from the exercise."""
    homes = {HOMES[name] for name in _names(exercise) if name in HOMES}
    text = "\n".join(inspect.getsource(importlib.import_module(home)) for home in homes)
    assert exercise.run(text) == dict.fromkeys(exercise.tests)


@pytest.mark.parametrize("exercise", COPIES)
def test_the_finished_copy_passes_no_test_of_the_exercise(exercise):
    lines = [f"from {HOMES[name]} import {name}" for name in _names(exercise) if name in HOMES]
    for grade_id, message in exercise.run("\n".join(lines)).items():
        assert "is a finished copy that does the work of this exercise" in str(message), grade_id


def test_every_function_of_the_toolbox_is_a_solution_or_says_that_it_is_given():
    built = {name for unit in unit_names() for found in exercises(unit) for name in _names(found)}
    given = {"identity", "identity_derivative"}
    assert set(course.toolbox.__all__) - built == given
