"""Is each kind of change of a statement made as it is meant?"""

import pytest

from autograder.trials.mutations.mutants import mutants


def changed(source, kind, lines=None):
    return sorted(
        mutant.becomes.strip() for mutant in mutants(source, lines) if mutant.kind == kind
    )


COUNT = """\
def f(numbers):
    for k in range(len(numbers)):
        g(numbers[k])
        if numbers[k]:
            break
"""
LADDER = """\
if a:
    b = 1
elif c:
    b = 2
b = 3
"""
WALK = """\
def f(numbers):
    for number in numbers:
        g(number)
        h(number)
    print(1)
"""
LOOP = """\
def f(numbers):
    total = 0
    for number in numbers:
        total = total + number
    return total
"""
BRANCH = """\
def f(a):
    if a > 0:
        b = 1
        g(a)
    else:
        b = 2
    return b
"""
STEPS = """\
def f(x, w):
    p = np.exp(x)
    w = w - p
    history.append(w)
    return p * w
"""


@pytest.mark.parametrize(
    ("source", "kind", "was", "becomes"),
    [
        (
            LOOP,
            "dropped statement",
            "    for number in numbers:\n        total = total + number",
            "    pass",
        ),
        (LOOP, "early return", "", "        return total"),
        (WALK, "early break", "", "        break"),
        (WALK, "dropped statement", "        h(number)", "        pass"),
        (COUNT, "index", "        g(numbers[k])", "        g(numbers[k - 1])"),
        (
            COUNT,
            "range",
            "    for k in range(len(numbers)):",
            "    for k in range(1, len(numbers)):",
        ),
        (LADDER, "condition", "elif c:", "elif False:"),
        (LADDER, "dropped statement", "b = 3", "pass"),
        (LOOP, "dropped return", "    return total", "    total"),
        (BRANCH, "condition", "    if a > 0:", "    if True:"),
        (BRANCH, "condition", "    if a > 0:", "    if False:"),
        (BRANCH, "dropped else", "        b = 2", "        pass"),
        (BRANCH, "dropped statement", "        g(a)", "        pass"),
        (STEPS, "dropped statement", "    w = w - p", "    pass"),
        (STEPS, "dropped statement", "    history.append(w)", "    pass"),
        (STEPS, "early return", "    p = np.exp(x)", "    return np.exp(x)"),
        (
            STEPS,
            "swapped statements",
            "    w = w - p\n    history.append(w)",
            "    history.append(w)\n    w = w - p",
        ),
    ],
)  # fmt: skip
def test_kinds_of_changes_of_statements(source, kind, was, becomes):
    made = [(mutant.was, mutant.becomes) for mutant in mutants(source) if mutant.kind == kind]
    assert (was, becomes) in made


def test_a_name_without_another_value_keeps_its_statement():
    # Without its only assignment, the name would be an error whatever a test looks at.
    assert "p = np.exp(x)" not in [
        mutant.was.strip() for mutant in mutants(STEPS) if mutant.kind == "dropped statement"
    ]


def test_a_branch_that_is_one_statement_is_not_dropped_twice():
    source = "def f(a):\n    if a:\n        raise ValueError(a)\n    return 1\n"
    assert changed(source, "dropped statement") == []
    assert changed(source, "condition") == ["if False:", "if True:"]


def test_where_something_is_returned_what_is_printed_only_informs():
    assert changed("def f(a):\n    print(a)\n    return a\n", "dropped statement") == []
    assert changed("def f(a):\n    print(a)\n", "dropped statement") == ["pass"]


def test_an_else_that_is_another_condition_is_left_to_that_condition():
    assert changed(LADDER, "dropped else") == []


def test_a_loop_that_ends_with_break_is_not_ended_again():
    source = "def f(a):\n    for b in a:\n        g(b)\n        break\n"
    assert changed(source, "early break") == []


def test_statements_that_do_not_lean_on_each_other_keep_their_order():
    source = "def f(a, b):\n    a = 2 * a\n    b = 3 * b\n    c = b\n    d = c\n    return a, d\n"
    assert changed(source, "swapped statements") == ["c = b\n    b = 3 * b"]


def test_the_object_of_a_method_is_no_input_and_a_used_name_stays_free():
    source = "class A:\n    def f(self, X):\n        result = X @ self.W\n        return result\n"
    (spoiled,) = changed(source, "changed input")
    assert spoiled.split() == [
        "result_of_it",
        "=",
        "result",
        "X",
        "+=",
        "1",
        "return",
        "result_of_it",
    ]
    assert "self += 1" not in spoiled


def test_methods_lose_what_they_keep():
    source = "class A:\n    def f(self, x):\n        self.x = x\n        self.n: int = len(x)\n"
    assert changed(source, "dropped statement") == ["pass", "pass"]


@pytest.mark.parametrize(
    ("described", "spoiled"),
    [
        ("x : array of shape (n,)", ["x += 1"]),
        ("w, x : number, or array of any shape", ["x += 1"]),
        ("x : dict", ["x.clear()"]),
        ("x : list of int", ["x.clear()"]),
        ("x : list of arrays", ["x.clear()", "x[0][...] += 1"]),
        ("x : list of (W, b)", ["x.clear()", "x[0][0][...] += 1"]),
        ("x : dict of arrays", ["x.clear()", "x[next(iter(x))][...] += 1"]),
        ("x : float", []),
    ],
)
def test_inputs_are_changed_as_their_docstring_describes_them(described, spoiled):
    source = f'def f(x):\n    """Do it.\n\n    {described}\n    """\n    return g(x)\n'
    changes = [mutant for mutant in mutants(source) if mutant.kind == "changed input"]
    assert [mutant.was for mutant in changes] == ["    return g(x)"] * len(spoiled)
    assert sorted(mutant.becomes for mutant in changes) == [
        f"    result = g(x)\n    {statement}\n    return result" for statement in spoiled
    ]


def test_without_a_docstring_inputs_are_arrays_where_they_are_used_as_such():
    source = "def f(X, w, k):\n    return (X @ w)[k]\n"
    spoiled = [mutant.becomes.split("\n")[1].strip() for mutant in mutants(source)
               if mutant.kind == "changed input"]  # fmt: skip
    assert spoiled == ["X += 1", "w += 1"]


def test_an_input_that_got_another_value_is_not_the_callers_any_more():
    source = "def f(X, w):\n    X = X.copy()\n    X = X - 1\n    return X @ w\n"
    becomes = "".join(mutant.becomes for mutant in mutants(source))
    assert "w += 1" in becomes
    assert "X += 1" not in becomes and "X -= 1" not in becomes
