"""Do mutants change what they say, and nothing else?"""

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.trials.mutations.mutants import diff, mutants


def changed(source, kind, lines=None):
    return sorted(
        mutant.becomes.strip() for mutant in mutants(source, lines) if mutant.kind == kind
    )


LOOP = """\
def f(numbers):
    total = 0
    for number in numbers:
        total = total + number
    return total
"""

FIXED = '''\
# 1 + 1
import numpy as np
%matplotlib inline
@cache(size=3 + 4)
def f(a: list[3] = 1 + 1, *, b=2.5) -> "text":
    """Add 1 + 1 = 2."""
    assert a > 3, "a is below" + "3"
    print("text", f"{a + 1:.{3}f}")
    if a is None:
        raise ValueError(f"{a + 1}" + "!")
    ax.set_title("text")
    x: "float" = g(a)  # 1 + 1
    return x


if __name__ == "__main__":
    f(1 + 1)
'''


def test_what_only_people_read_and_what_is_given_stays():
    assert [(mutant.line, mutant.becomes.strip()) for mutant in mutants(FIXED)] == [
        (9, "if a is not None:"),
        (9, "if False:"),
        (9, "if True:"),
        (11, "pass"),
        (12, 'x: "float" = a  # 1 + 1'),
        (13, "x"),
    ]


def test_letters_of_several_bytes_before_a_change_do_not_move_it():
    source = "def f(größe):\n    # über\n    λ = 'é' + größe[1] - ü  # naïve\n"
    assert changed(source, "arithmetic") == [
        "λ = 'é' + größe[1] + ü  # naïve",
        "λ = 'é' - größe[1] - ü  # naïve",
    ]
    assert changed(source, "constant") == [
        "λ = 'é' + größe[0] - ü  # naïve",
        "λ = 'é' + größe[2] - ü  # naïve",
    ]


def test_expressions_of_several_lines_change_in_one():
    source = "def f(a, b):\n    return (\n        a  # not +\n        + b  # +\n    )\n"
    made = [(mutant.line, mutant.was, mutant.becomes) for mutant in mutants(source)]
    assert (4, "        + b  # +", "        - b  # +") in made
    assert changed(source, "dropped term") == ["a  # +", "b  # +"]


def test_nested_functions_and_lambdas_change_inside():
    source = "def f(a):\n    def g(b):\n        return b - a\n    return lambda c: g(c) + a\n"
    assert changed(source, "arithmetic") == ["return b + a", "return lambda c: g(c) - a"]
    assert "return b" in changed(source, "dropped term")


def test_the_first_line_changes_like_any_other():
    mutant = next(m for m in mutants("a = b + c") if m.kind == "arithmetic")
    assert (mutant.line, mutant.source) == (1, "a = b - c")


def test_windows_line_ends_stay():
    mutant = next(m for m in mutants("a = 1\r\nb = c + d\r\n") if m.kind == "arithmetic")
    assert mutant.source == "a = 1\r\nb = c - d\r\n"
    assert (mutant.line, mutant.was, mutant.becomes) == (2, "b = c + d", "b = c - d")


def test_only_the_given_lines_change():
    lines = {3, 4}
    made = mutants(LOOP, lines)
    assert {mutant.line for mutant in made} == {3, 4}
    assert "    return total" in {mutant.was for mutant in mutants(LOOP)}
    for mutant in made:
        assert mutant.source.startswith("def f(numbers):\n    total = 0\n")
        assert mutant.source.endswith("\n    return total\n")
    # The loop ends in line 4, behind which the return would come.
    assert "early return" in {mutant.kind for mutant in made}
    assert "early return" not in {mutant.kind for mutant in mutants(LOOP, {1, 2, 3, 5})}


def test_mutants_come_by_place_and_then_by_kind():
    made = mutants("def f(a, b):\n    a = a + 1\n    return a - b\n")
    assert [mutant.line for mutant in made] == sorted(mutant.line for mutant in made)
    of_sum = [mutant.kind for mutant in made if mutant.becomes.strip() in {"a = a - 1", "a += 1"}]
    assert of_sum == ["in place", "arithmetic"]


def test_a_diff_shows_the_change_and_two_lines_around_it():
    source = "a = 1\nb = 2\nc = a + b\nd = 3\ne = 4\nf = 5"
    mutant = next(m for m in mutants(source) if m.kind == "arithmetic")
    assert diff(source, mutant).split("\n") == [
        "--- solution",
        "+++ mutant",
        "@@ -1,5 +1,5 @@",
        " a = 1",
        " b = 2",
        "-c = a + b",
        "+c = a - b",
        " d = 3",
        " e = 4",
    ]


def test_what_is_not_python_is_refused():
    with pytest.raises(SyntaxError):
        mutants("def f(:")
    with pytest.raises(SyntaxError):
        mutants("%matplotlib inline\ndef f(:")


names = st.sampled_from(["x", "x_1", "größe", "λ"])
atoms = names | st.sampled_from(["0", "1.5", "-1", "'é'", "True", "np.pi", "f'{λ + 1:>{x}}'"])


operators = st.sampled_from(["+", "-", "*", "/", "//", "%", "**", "@", "&", "<", "==", "and", "or"])


def larger(inner):
    """Expressions made of smaller ones, each safe to stand anywhere."""
    a_and_b = st.tuples(inner, inner)
    return st.one_of(
        st.tuples(inner, operators, inner).map(lambda parts: f"({' '.join(parts)})"),
        a_and_b.map(lambda pair: f"(\n    {pair[0]} +  # über +, (\n    {pair[1]}\n)"),
        a_and_b.map(lambda pair: f"np.sum({pair[0]}, axis=0, where={pair[1]})"),
        a_and_b.map(lambda pair: f"g({pair[0]}, {pair[1]})"),
        a_and_b.map(lambda pair: f"λ[{pair[0]}:, {pair[1]}]"),
        a_and_b.map(lambda pair: f"[{pair[0]} for λ in x if {pair[1]}]"),
        a_and_b.map(lambda pair: f"(lambda λ: {pair[0]} if {pair[1]} else λ)"),
        inner.map(lambda one: f"(-{one})"),
        inner.map(lambda one: f"np.asarray(({one}).T)"),
    )


expressions = st.recursive(atoms, larger, max_leaves=5)


def indented(text):
    return "\n".join(f"    {line}" for line in text.split("\n"))


simple_statements = st.one_of(
    st.tuples(names, expressions).map(lambda pair: f"{pair[0]} = {pair[1]}  # ß"),
    st.tuples(names, expressions).map(lambda pair: f"{pair[0]} += {pair[1]}"),
    st.tuples(names, expressions).map(lambda pair: f"{pair[0]}.append({pair[1]}); x = 2"),
    expressions.map(lambda one: f"return {one}"),
)
blocks = st.lists(simple_statements, min_size=1, max_size=3).map("\n".join)
statements = simple_statements | st.one_of(
    st.tuples(expressions, blocks).map(lambda t: f"for λ in {t[0]}:\n{indented(t[1])}"),
    st.tuples(expressions, blocks, blocks).map(
        lambda t: f"if {t[0]}:\n{indented(t[1])}\nelse:\n{indented(t[2])}"
    ),
    blocks.map(lambda block: f"@cache\ndef g(x, λ=1 + 1):\n{indented(block)}"),
)
functions = st.lists(statements, min_size=1, max_size=3).map(
    lambda body: 'def f(x, größe):\n    """ä + 1."""\n' + indented("\n".join(body))
)


@given(functions)
def test_every_mutant_is_another_program_and_differs_where_it_says(solution):
    trees = {ast.dump(ast.parse(solution))}
    before = solution.split("\n")
    for mutant in mutants(solution):
        tree = ast.dump(ast.parse(mutant.source))
        assert tree not in trees
        trees.add(tree)
        was = mutant.was.split("\n") if mutant.was else []
        becomes = mutant.becomes.split("\n") if mutant.becomes else []
        first = mutant.line - 1 if was else mutant.line
        after = before[:first] + becomes + before[first + len(was) :]
        assert [line.rstrip() for line in after] == [
            line.rstrip() for line in mutant.source.split("\n")
        ]


@given(functions, st.sets(st.integers(1, 12)))
def test_lines_that_must_not_change_stay_in_their_order(solution, lines):
    kept = [line for k, line in enumerate(solution.split("\n"), 1) if k not in lines]
    for mutant in mutants(solution, lines):
        there = iter(mutant.source.split("\n"))
        assert all(line in there for line in kept)
