"""The vocabulary of the test cells: what passes, what fails, and with which sentence."""

import numpy as np
import pytest

from course import checks

MISTAKES = (ArithmeticError, AttributeError, IndexError, NameError, TypeError, ValueError)
VECTOR = np.array([1.0, 2.0, 3.0])


def double(z):
    return 2 * np.asarray(z)


def divide_by_nothing(x):
    with np.errstate(divide="raise"):
        return x / np.zeros(3)


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
        (lambda: answer(double).is_number(), "is the function double"),
        (
            lambda: answer(VECTOR).is_number(),
            "one number, but is [1, 2, 3], an array of shape (3,). How do they",
        ),
        (lambda: answer([1, 2]).is_number(), "one number, but is [1, 2], a list of shape (2,)."),
        (lambda: answer(np.ones(9)).is_number(), "number, but is an array of shape (9,). How"),
        (lambda: answer(3.0).is_array((3,)), "of shape (3,), but is the single number 3.0"),
        (lambda: answer([1, 2, 3]).is_array((3,)), "but is of type list"),
        (lambda: answer(VECTOR).is_array((1, 3), (3, 1)), "shape (1, 3) or (3, 1), but has shape"),
        (lambda: answer(VECTOR).is_not(VECTOR, "Why?").equals(1), "[1, 2, 3], expected 1. Why?"),
        (lambda: answer(np.array([-1e-16, 6.0])).equals(1), "gives [0, 6], expected 1."),
        (lambda: answer(np.array([3e-13, 0.0])).equals(1), "gives [3e-13, 0], expected 1."),
        (lambda: answer(reversed([1])).has_parts(1, "a"), "Which function makes a list of that?"),
        (lambda: answer(2.0).equals(3), "gives 2, expected 3. Work it out by hand"),
        (
            lambda: answer(np.eye(2) / 3).equals(0),
            "gives [[0.3333333, 0], [0, 0.3333333]], expected 0. How do they become one number?",
        ),
        (
            lambda: answer(np.eye(2) / 3).equals(np.eye(2)),
            "gives [[0.3333333, 0], [0, 0.3333333]],",
        ),
        (
            lambda: answer(VECTOR).equals([[1, 2, 3]]),
            "gives [1, 2, 3], expected [[1, 2, 3]]. It is a vector, and a table",
        ),
        (
            lambda: answer(np.nan).equals(3),
            "gives nan, expected 3. Work it out by hand: which step",
        ),
        (lambda: answer((1, 2)).has_parts(3, "a, b and c"), "3 things, a, b and c"),
        (lambda: answer({"a": 1}).has_parts(1, "a"), "it returned one dictionary. How does"),
        (
            lambda: answer((VECTOR, VECTOR)).is_array((3,)),
            "but is a tuple of 2 things. What should",
        ),
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
    with pytest.raises(checks.CheckFailed, match=r"gives 3, expected 4\. Work it out by hand"):
        answer(3.0).is_not([3.0, 3.0], "Not this one.").equals(4)


def test_a_named_mistake_is_told_by_whichever_check_finds_it():
    with pytest.raises(checks.CheckFailed, match=r"^f\(\) should be one number, but is .* Add\?$"):
        answer(VECTOR).is_not(VECTOR, "Add?").is_number()


def test_only_the_first_mistake_that_fits_is_told():
    named = answer(2.0).is_not(7, "Seven?").is_not(2, "First?").is_not(2, "Second?")
    with pytest.raises(checks.CheckFailed, match=r"^f\(\) gives 2, expected 3\. First\?$"):
        named.equals(3, "Hint?")


def test_a_right_answer_is_no_mistake():
    answer(2.0).is_not(2, "Why?").is_number().equals(2)


@pytest.mark.parametrize(
    ("seen", "wanted", "question"),
    [
        (np.ones((3, 1)), (3,), "It is a table with one column."),
        (np.ones((1, 3)), (3,), "It is a table with one row."),
        (np.ones((3, 2)), (2, 3), "The sizes have changed places."),
        (np.ones((2, 3)), (3,), "It is a table, and a vector is asked for."),
        (np.ones(3), (3, 1), "It is a vector, and a table is asked for."),
        (np.ones(4), (3,), "What should each of its numbers stand for?"),
        (np.ones((4, 2)), (3, 2), "Which of the sizes is not right"),
        (np.float64(3), (3,), "Where are the other numbers?"),
        (3, (1,), "What keeps it an array?"),
        ((1, 2, 3), (3,), "Which function makes an array"),
    ],
)
def test_a_wrong_shape_gets_a_question(seen, wanted, question):
    with pytest.raises(checks.CheckFailed) as failure:
        answer(seen).is_array(wanted)
    assert question in str(failure.value)


def test_a_shape_with_too_many_axes_is_one_table_too_deep():
    with pytest.raises(checks.CheckFailed, match="number of its axes is 3, and it should be 2"):
        answer(np.ones((1, 2, 3))).is_array((2, 3))


def test_the_call_is_written_out():
    with pytest.raises(
        checks.CheckFailed, match=r"^double\(\[1, 2, 3\]\) should be one number, but is \[2, 4, 6\]"
    ):
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


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (2, "You returned 2, which is no text. Which letter stands"),
        (double, "You returned double, a function and not a text"),
        (("a", "b"), "You returned ('a', 'b'), several things in one"),
        ("", "You returned '', and there is no letter in it"),
        ("b)", "You returned 'b)', a letter and more. What else"),
        ("ab", "You returned 'ab', more than one letter"),
        ("a or c", "You returned 'a or c', the words and not the letter"),
        ("a, c", "You returned 'a, c', more than one letter"),
        ("d", "You returned 'd', and no answer has this letter"),
        ("it doubles", "You returned 'it doubles', the words and not the letter"),
    ],
)
def test_what_is_no_letter_to_choose_from_gets_a_sentence_of_its_own(value, sentence):
    with pytest.raises(checks.CheckFailed) as failure:
        checks.choice(lambda: value, "abc")
    message = str(failure.value)
    assert message.startswith('Return one of "a", "b", "c" (a letter in quotes). ')
    assert sentence in message
    assert message.endswith("?")


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
        (
            lambda x: x @ np.ones((4, 2)),
            "a row on the left has 3 numbers, and on the right it meets 4",
        ),
        (lambda x: x + np.ones(4), r"Two arrays of the shapes (3,) and (4,) cannot be paired up"),
        (lambda x: np.column_stack([x, np.ones(2)]), "need equally many rows"),
        (lambda x: np.eye(2)[x[0], x[1]], "stand whole numbers, parts such as"),
        (lambda x: max(0, x), "Which function of NumPy looks at each number?"),
        (lambda x: np.array([x, [1, 2]]), "Things of different sizes cannot become one array."),
        (lambda x: [1, 2] * [3, 4], "Neither a list nor a tuple computes number by number."),
        (lambda x: [1, 2] - x.tolist(), "A list does not compute number by number."),
        (lambda x: x ^ 2, "In Python a power is written `**`"),
        (lambda x: None + 1, "Which name holds it?"),
        (lambda x: y_hat - x, "Python knows nothing called `y_hat` here."),  # noqa: F821
        (lambda x: np.bincount(x), "Whole numbers are needed here"),
        (lambda x: x[3], "There is no place 3 here: the places of this axis are counted from 0"),
        (lambda x: x.tolist()[3], "The list ends before that place."),
        (lambda x: x(2), "Round brackets call a function, and this holds several things."),
        (lambda x: np.max(x, 4), "There is no axis 4: axes are counted from 0"),
        (lambda x: list(x[0]), "needs several things, and here it got a single one"),
        (lambda x: [None for a, b in [x]], "takes something apart into 2 names"),
        (divide_by_nothing, "Something was divided by 0."),
        (lambda x: x.weights, "An array has nothing called `weights`."),
    ],
)
def test_a_common_error_gets_a_note_in_plain_words(mistake, sentence):
    with pytest.raises(MISTAKES) as failure:
        checks.call(mistake, np.array([1.0, 2.0, 3.0]))
    assert sentence in failure.value.__notes__[0]


def test_a_name_used_too_early_gets_a_note():
    def total(x):
        for number in x:
            result += number  # noqa: F821
        return result

    with pytest.raises(UnboundLocalError) as failure:
        checks.call(total, [1])
    assert "`result` is used before a line of the function" in failure.value.__notes__[0]


def test_an_error_that_nobody_knows_gets_a_way_to_look_at_it():
    def strange(x):
        raise RuntimeError("of a kind that is rare")

    with pytest.raises(RuntimeError) as failure:
        checks.call(strange, 1)
    assert "What does each name in it hold" in failure.value.__notes__[0]


def test_a_part_of_a_part_is_named_by_the_call():
    part = checks.call(lambda: ([1.0, 2.0], 3), said="forward_layers(...)").item(0, "Zs")
    with pytest.raises(checks.CheckFailed, match=r"^Zs\[1\] of forward_layers\(\.\.\.\) gives 2"):
        part.item(1, "Zs[1]").equals(5)


def test_one_array_in_place_of_two_things_is_said():
    with pytest.raises(checks.CheckFailed, match=r"w and b; it returned one array of shape \(2,\)"):
        checks.call(lambda: np.array([1.0, 2.0])).has_parts(2, "w and b")


def test_two_arrays_are_told_from_the_numbers_of_one():
    two = checks.call(lambda: (np.ones(3), np.ones(3)))
    with pytest.raises(checks.CheckFailed, match=r"but is a tuple of 2 things\. What should"):
        two.is_array((3,))
    one = checks.call(lambda: (1.0, 2.0, 3.0))
    with pytest.raises(checks.CheckFailed, match="Which function makes an array from a tuple"):
        one.is_array((3,))


def test_right_numbers_in_another_shape_are_asked_about_their_shape():
    column = checks.Answer(np.array([[1.0], [2.0]]), "m")
    with pytest.raises(checks.CheckFailed, match="table with one column") as failed:
        column.equals([1, 2], "How much of the old m stays?")
    assert "the old m" not in str(failed.value)
    with pytest.raises(checks.CheckFailed, match="the old m"):
        checks.Answer(np.array([[1.0], [3.0]]), "m").equals([1, 2], "How much of the old m stays?")
