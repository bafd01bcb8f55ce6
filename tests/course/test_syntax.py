"""What is said of a line that Python cannot read."""

import pytest

from course.checks.errors import syntax
from course.checks.errors.meant import misspelled_word


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("return X(:, column)", "which call a function. Which brackets are they?"),
        ("return np.mean(X(:, 1))", "which call a function. Which brackets are they?"),
        ("return X[, column]", "Which sign means all of them?"),
        ("return np.mean(X[:, 1]", "never closed"),
        ("return f(X[1:2] y)", "Which is missing here?"),
        ("return np.where(X => 0, X, 0)", "`=>` is no sign of Python's: where a comparison"),
        ("if y =! 0: return y", "`=!` is no sign of Python's: where a comparison"),
        ("return y > = 0", "The two signs of the comparison `>=` belong together."),
        ("return = y", "`return` is no name that holds something"),
        ("return np.exp(-2|z|)", "Bars as in `|z|` belong to formulas"),
        ("return np.max(|y - z|)", "Bars as in `|y - z|` belong to formulas"),
        ("m = beta_1 m + y", "Between `beta_1` and `m` stands no sign."),
        ("z = np.exp(np.abs(X)\n    return z", "never closed"),
        ("z = g(h(X, d[1])\n    y = g(h(X, d[2])\n    return y", "closed"),
        ("z = f(X\n      y)", "Between two things in brackets stands a comma"),
        ("return np.where(X = 0, 0, X)", "Which sign compares two things?"),
        ("return np.sum(X=X, 0)", "Which of them should go to the front?"),
        ("return X y", "Between `X` and `y` stands no sign. Which one is missing there: a comma"),
        ("return not y X", "Which sign is missing or too many"),
        ("def g(80, 0.48):\n        return 1", "and here stands `80`. Which names"),
        ("def g('a', b):\n        return 1", "and here stands `'a'`. Which names"),
        ("return (y == 1 not y)", "Which is missing here?"),
        ("if y = 1: return X", "Which sign asks whether two things are equal?"),
        ("return np.sum((y = 1) & (X = 0))", "Which sign asks whether two things are equal?"),
        ("y + 1 = 2", "Which name should get the result here?"),
        ("m = np.mean(X), axis=0", "`axis=0` stands outside of the round brackets in front of it."),
        ("return [x for (x, y) in X, column]", "Behind `in` stands `X, column`, and a comma"),
        ("return y >= = 0", "Which sign is missing or too many"),
    ],
)
def test_a_wrong_bracket_around_rows_and_columns_is_named(line, asked):
    source = f"def f(X, column):\n    {line}\n"
    with pytest.raises(SyntaxError) as failure:
        compile(source, "<cell>", "exec")
    assert asked in syntax.note(failure.value, source)


@pytest.mark.parametrize(
    ("line", "meant"), [('returns "b"', "return"), ("Return b", "return"), ("x y", None)]
)
def test_a_misspelled_word_of_python_is_named(line, meant):
    with pytest.raises(SyntaxError) as failure:
        compile(f"def f():\n    {line}\n", "<cell>", "exec")
    said = misspelled_word(failure.value)
    assert f"but `{meant}` is." in said if meant else said is None
