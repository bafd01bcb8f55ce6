"""Every exercise of every unit: its solution passes alone, and nothing empty earns a point."""

import ast

import pytest
from unit import exercises, unit_names

EXERCISES = [
    pytest.param(exercise, id=f"{exercise.unit}-{exercise.name}")
    for unit in unit_names()
    for exercise in exercises(unit)
]
FUNCTIONS = [param for param in EXERCISES if "-question" not in param.id]


@pytest.mark.parametrize("exercise", EXERCISES)
def test_the_solution_passes_without_any_other_answer(exercise):
    assert exercise.run(exercise.solution) == dict.fromkeys(exercise.tests)


@pytest.mark.parametrize("exercise", EXERCISES)
def test_the_untouched_answer_passes_nothing_and_is_told_so(exercise):
    for grade_id, message in exercise.run(exercise.stub).items():
        assert message is not None, f"{grade_id} passes on the untouched answer"
        assert "not written yet" in message.lower()


@pytest.mark.parametrize("exercise", EXERCISES)
def test_an_empty_cell_passes_nothing(exercise):
    for grade_id, message in exercise.run("").items():
        assert message is not None, f"{grade_id} passes on an empty answer"


@pytest.mark.parametrize("change", ["None", "0.0", "_zeros(value)"])
@pytest.mark.parametrize("exercise", FUNCTIONS)
def test_zeros_and_nothing_pass_nothing(exercise, change):
    for grade_id, message in exercise.run(exercise.degenerate(change)).items():
        assert message is not None, f"{grade_id} passes when the answer is {change}"


@pytest.mark.parametrize("unit", unit_names())
def test_a_unit_has_about_ten_points_and_one_or_two_questions(unit):
    found = exercises(unit)
    assert 9 <= sum(sum(exercise.points.values()) for exercise in found) <= 15
    assert 1 <= sum(exercise.is_question for exercise in found) <= 2


@pytest.mark.parametrize("exercise", EXERCISES)
def test_visible_tests_cost_one_point_and_hidden_ones_stand_behind(exercise):
    hidden = {name for name, test in exercise.tests.items() if "BEGIN HIDDEN TESTS" in test}
    assert hidden
    assert all(exercise.points[name] == 1 for name in set(exercise.tests) - hidden)


@pytest.mark.parametrize("exercise", EXERCISES)
def test_visible_tests_leave_no_name_that_a_learner_would_use(exercise):
    """A test's `customer` would overwrite the learner's, or hide that an answer forgot it."""
    for name, test in exercise.tests.items():
        visible = test.split("### BEGIN HIDDEN TESTS")[0]
        stored = {
            node.id
            for node in ast.walk(ast.parse(visible))
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        }
        odd = {used for used in stored - {"letter"} if not used.endswith(("_answer", "_test"))}
        assert not odd, f"{name} stores {odd}: end its names in _answer or _test"
