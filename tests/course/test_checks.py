"""The vocabulary of the test cells: what passes, what fails, and with which sentence."""

import numpy as np
import pytest

from course import checks

VECTOR = np.array([1.0, 2.0, 3.0])


def double(z):
    return 2 * np.asarray(z)


def answer(value):
    def f():
        return value

    return checks.call(f)


@pytest.mark.parametrize("value", [3, 3.0, np.float32(3), np.int64(3), np.array(3.0)])
def test_any_kind_of_single_number_is_a_number(value):
    answer(value).is_number().equals(3)


def test_float32_is_close_enough():
    answer(np.float32(1000 / 3)).equals(1000 / 3)


@pytest.mark.parametrize(
    ("check", "sentence"),
    [
        (lambda: answer(None), "returned nothing (None). Does the function end with"),
        (lambda: answer("3").is_number(), "is the text '3'"),
        (lambda: answer(double).is_number(), "is of type function"),
        (lambda: answer(VECTOR).is_number(), "one number, but is an array of shape (3,)"),
        (lambda: answer(3.0).is_array((3,)), "of shape (3,), but is the single number 3.0"),
        (lambda: answer([1, 2, 3]).is_array((3,)), "but is of type list"),
        (lambda: answer(VECTOR).is_array((1, 3), (3, 1)), "shape (1, 3) or (3, 1), but has shape"),
        (lambda: answer(VECTOR).is_not(VECTOR, "Why?"), "gives [1, 2, 3]. Why?"),
        (lambda: answer(2.0).equals(3), "gives 2, expected 3."),
        (lambda: answer(np.eye(2) / 3).equals(0), "should have shape (), but has shape (2, 2)"),
        (
            lambda: answer(np.eye(2) / 3).equals(np.eye(2)),
            "gives [[0.3333333, 0], [0, 0.3333333]],",
        ),
        (
            lambda: answer(VECTOR).equals([[1, 2, 3]]),
            "should have shape (1, 3), but has shape (3,)",
        ),
        (lambda: answer(np.nan).equals(3), "gives nan, expected 3."),
        (lambda: answer((1, 2)).has_parts(3, "a, b and c"), "3 things, a, b and c"),
        (lambda: answer((1, 2)).item(2, "c"), "has no part 2 (c)"),
        (lambda: answer((1, 2)).item(1, "b").equals(3), "b of f() gives 2"),
        (lambda: answer(3).has_type(list, "a list"), "should be a list, but is of type int"),
        (lambda: checks.that([True, False], "No."), "No."),
    ],
)
def test_a_failed_check_says_one_sentence(check, sentence):
    with pytest.raises(checks.CheckFailed) as failure:
        check()
    assert sentence in str(failure.value)


def test_a_long_array_is_told_by_its_first_difference():
    expected = np.arange(100.0).reshape(10, 10)
    wrong = expected.copy()
    wrong[4, 7] = 0.5
    with pytest.raises(
        checks.CheckFailed, match=r"1 of 100 numbers.*at \[4, 7\]: 0.5 instead of 47"
    ):
        answer(wrong).equals(expected)


def test_a_mistake_of_another_shape_is_no_accusation():
    answer(3.0).is_not([3.0, 3.0], "Not this one.")


def test_the_call_is_written_out():
    with pytest.raises(checks.CheckFailed, match=r"^double\(\[1, 2, 3\]\) should be one number"):
        checks.call(double, VECTOR).is_number()


def test_an_unwritten_answer_is_called_unwritten():
    def relu(z):
        raise NotImplementedError("Not written yet")

    with pytest.raises(checks.CheckFailed, match=r"relu\(3\) is not written yet"):
        checks.call(relu, 3)


def test_other_errors_of_the_learner_pass_through():
    with pytest.raises(ZeroDivisionError):
        checks.call(lambda z: z / 0, 1)


def test_changed_inputs_are_noticed_and_do_not_spread():
    def spoil(data):
        data["x"] += 1
        return data["x"].sum()

    data = {"x": np.zeros(3)}
    result = checks.call(spoil, data)
    assert data["x"].tolist() == [0, 0, 0]
    with pytest.raises(checks.CheckFailed, match="changes the data"):
        result.keeps_inputs()


def test_unchanged_inputs_pass():
    checks.call(
        lambda x, f, rows: f(x) + len(rows), np.array([np.nan]), np.sin, [(1, "a")]
    ).keeps_inputs()


def test_choice_takes_a_letter_only():
    assert checks.choice(lambda: " B", "abc") == "b"
    with pytest.raises(checks.CheckFailed, match='"a", "b", "c"'):
        checks.choice(lambda: "d", "abc")
    with pytest.raises(checks.CheckFailed, match="letter in quotes"):
        checks.choice(lambda: 2, "abc")
    with pytest.raises(checks.CheckFailed, match="You returned 'ab'"):
        checks.choice(lambda: "ab", "abc")


def test_a_notebook_shows_only_the_sentence():
    from IPython.core.interactiveshell import InteractiveShell

    shell = InteractiveShell.instance()
    shown = []
    shell._showtraceback = lambda etype, value, stb: shown.extend(stb)
    try:
        shell.run_cell("from course import checks\nchecks.that(1 > 2, 'One is less than two.')")
    finally:
        InteractiveShell.clear_instance()
    assert shown == ["One is less than two."]


@pytest.mark.parametrize(
    ("mistake", "sentence"),
    [
        (lambda x: x @ np.ones((4, 2)), "inner numbers of their shapes are 3 and 4, and they must"),
        (lambda x: x + np.ones(4), r"Two arrays of the shapes (3,) and (4,) cannot be paired up"),
        (lambda x: np.column_stack([x, np.ones(2)]), "need the same number of rows"),
        (lambda x: np.eye(2)[x[0], x[1]], "1.0 is none. What makes a whole number of it?"),
        (lambda x: max(0, x), "Which function of NumPy looks at each number?"),
        (lambda x: np.array([x, [1, 2]]), "Did a whole list go in where one part of it was meant?"),
        (lambda x: [1, 2] * [3, 4], "Which function makes an array from a list?"),
        (lambda x: [1, 2] - x.tolist(), "Which function makes an array from a list?"),
        (lambda x: x ^ 2, "In Python a power is written `**`"),
        (lambda x: None + 1, "Which name holds it?"),
    ],
)
def test_a_common_error_gets_a_note_in_plain_words(mistake, sentence):
    with pytest.raises((IndexError, TypeError, ValueError)) as failure:
        checks.call(mistake, np.array([1.0, 2.0, 3.0]))
    assert sentence in failure.value.__notes__[0]


def test_other_errors_get_no_note():
    with pytest.raises(KeyError) as failure:
        checks.call(lambda weights: weights["node_2"], {})
    assert not hasattr(failure.value, "__notes__")


def test_a_part_of_a_part_is_named_by_the_call():
    part = checks.call(lambda: ([1.0, 2.0], 3), said="forward_layers(...)").item(0, "Zs")
    with pytest.raises(checks.CheckFailed, match=r"^Zs\[1\] of forward_layers\(\.\.\.\) gives 2"):
        part.item(1, "Zs[1]").equals(5)


def test_one_array_in_place_of_two_things_is_said():
    with pytest.raises(checks.CheckFailed, match=r"w and b; it returned one array of shape \(2,\)"):
        checks.call(lambda: np.array([1.0, 2.0])).has_parts(2, "w and b")
