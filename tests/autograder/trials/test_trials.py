"""The parts of the audit: which cells an exercise needs, and what answers are made of it."""

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statistics_course import statistics_course
from tiny_course import answer, book, check

from autograder.course import load_course
from autograder.problems import CannotStart
from autograder.trials.leaning import leans_on
from autograder.trials.reading import read_unit, unit_names
from autograder.trials.seeds import FIXED, is_random, reseeded
from autograder.trials.variants import COLUMNS, INPUTS
from autograder.trials.wrapping import REPLAY, wrapped


@pytest.fixture(scope="module")
def statistics(tmp_path_factory):
    return load_course(statistics_course(tmp_path_factory.mktemp("statistics")))


@pytest.fixture(scope="module")
def week(statistics):
    return {each.name: each for each in read_unit(statistics, "week1").exercises}


# What a cell leans on


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("y = x + 1", {"x"}),
        ("x = x + 1", {"x"}),
        ("x += 1", {"x"}),
        ("x = 1\ny = x", set()),
        ("for x in data:\n    print(x)", {"data", "print"}),
        ("total = sum(x for x in data if x > low)", {"sum", "data", "low"}),
        ("def f(a):\n    b = a + c\n    return b", {"c"}),
        ("def f():\n    return g()\n\ndef g():\n    return 1", set()),
        ("with open(p) as file:\n    file.read()", {"open", "p"}),
        (
            "try:\n    f()\nexcept ValueError as error:\n    print(error)",
            {"f", "ValueError", "print"},
        ),
        ("import numpy as np\nnp.ones(n)", {"n"}),
        ("if a:\n    b = 1\nelse:\n    b = c\nb", {"a", "c"}),
        ("match a:\n    case [b, *c]:\n        b + c + d", {"a", "d"}),
        ("(lambda x: x + y)(1)", {"y"}),
        ("this is no Python", set()),
    ],
)
def test_names_that_a_cell_needs(source, wanted):
    assert leans_on(source) == wanted


# Exercises


def test_does_a_test_with_two_answers_belong_to_both(week):
    assert [test.name for test in week["half"].tests] == ["shares"]
    assert [test.name for test in week["quarter"].tests] == ["shares"]
    assert [piece.name for piece in week["half"].before] == ["half", "quarter"]


def test_are_the_cells_before_an_exercise_those_that_it_needs(week):
    assert [piece.source for piece in week["largest"].before] == [week["largest"].solution]
    assert [piece.name for piece in week["mean"].before] == ["", "mean"]
    assert "table.txt" in week["mean"].before[0].source


def test_are_other_words_around_the_regions_understood(week):
    mean = week["mean"]
    assert mean.lines == {4}
    assert "raise NotImplementedError" in mean.stub and "sum(" not in mean.stub
    [test] = mean.tests
    assert "4.5" in test.source and "4.5" not in test.released and test.has_visible_part


def test_is_a_wholly_hidden_test_without_visible_part(week):
    assert [test.has_visible_part for test in week["largest"].tests] == [True, False]
    assert [test.has_hidden_part for test in week["largest"].tests] == [False, True]


def test_are_units_found_and_files_read(statistics):
    assert unit_names(statistics) == ["week1"]
    unit = read_unit(statistics, "week1")
    assert set(unit.files) == {"table.txt"}
    assert unit.untested == ()


def lone_unit(folder, *cells):
    """A course with one unit of these cells, read."""
    (folder / "source" / "u").mkdir(parents=True)
    (folder / "nbgrader_config.py").write_text("c = get_config()\n")
    nbformat.write(book(*cells), folder / "source" / "u" / "u.ipynb")
    return read_unit(load_course(folder), "u")


def test_is_an_answer_without_a_test_named(tmp_path):
    unit = lone_unit(tmp_path, answer("a", "x = 1"), check("t", "assert x"), answer("b", "y = 1"))
    assert unit.untested == ("b",)
    assert [each.name for each in unit.exercises] == ["a"]


@pytest.mark.parametrize("source", ["", "# nothing yet", "raise NotImplementedError()"])
def test_is_an_answer_cell_without_a_solution_refused(tmp_path, source):
    cell = answer("a", "")
    cell.source = source
    with pytest.raises(CannotStart, match=r"u\.ipynb: the answer cell a holds no solution"):
        lone_unit(tmp_path, cell, check("t", "assert True"))


def test_is_a_broken_notebook_refused(tmp_path):
    lone_unit(tmp_path, answer("a", "x = 1"), check("t", "assert x"))
    (tmp_path / "source" / "u" / "u.ipynb").write_text('{"cells": [')
    with pytest.raises(CannotStart, match=r"u\.ipynb is no notebook that can be read"):
        read_unit(load_course(tmp_path), "u")


def test_is_an_unknown_unit_refused(statistics):
    with pytest.raises(CannotStart, match="There is no unit week9"):
        read_unit(statistics, "week9")


# Answers made from a solution


def run(source, *then):
    """Run an answer cell, then expressions; return their values."""
    namespace = {}
    exec(source, namespace)
    values = []
    for each in then:
        if each == REPLAY:
            exec(each, namespace)
        else:
            values.append(eval(each, namespace))
    return values


ADD = "import numpy as np\n\n\ndef add(x, y=1):\n    return x + y\n"


def test_is_a_result_replaced():
    assert run(wrapped(ADD, "None"), "add(2)") == [None]
    assert run(wrapped(ADD, "_first"), "add(2, y=3)") == [2]


def test_do_zeros_have_the_structure_of_the_result():
    source = 'def f():\n    return [1.5, (2, "a"), {"k": np.ones((2, 3))}, True]\n'
    change = "_fill(_right(), lambda shape: np.zeros(shape))"
    [(first, second, third, fourth)] = run(wrapped(source, change), "f()")
    assert (first, second, fourth) == (0.0, (0, ""), False)
    assert third["k"].shape == (2, 3) and not third["k"].any()


def test_is_a_function_that_asks_another_left_alone():
    source = "def f(x):\n    return x + 1\n\ndef g(x):\n    return 10 * f(x)\n"
    assert run(wrapped(source, "-_right()"), "f(1)", "g(1)") == [-2, -20]


def test_are_methods_changed_and_init_is_not():
    init, method = (
        "def __init__(self):\n        self.x = 3",
        "def m(self, y):\n        return 3 * y",
    )
    source = f"class C:\n    {init}\n    {method}\n"
    assert run(wrapped(source, "-_right()"), "C().m(2)", "C().x") == [-6, 3]


def test_is_a_value_changed():
    assert run(wrapped("a = 5\nb = [1, 2]", "None"), "(a, b)") == [(None, None)]


def test_does_a_hard_coded_answer_know_what_it_has_seen():
    values = run(
        wrapped(ADD, "_noted()"),
        "add(1, 1)", "add(np.ones(2), 2)",
        REPLAY,
        "add(np.ones(2), 2)", "add(5, 5)",
    )  # fmt: skip
    assert values[0] == 2 and list(values[2]) == [3, 3] and values[3] == 2


def test_does_float32_reach_the_solution():
    source = "def kind(x):\n    return [str(x[0].dtype), str(x[1].dtype), x[2]]\n"
    call = "kind([np.ones(2), np.ones(2, int), 0.5])"
    assert run(wrapped(source, INPUTS["float32"]), call) == [["float32", "int64", 0.5]]


def test_do_lists_reach_a_solution_that_takes_them():
    source = "def both(x):\n    both.seen = type(x)\n    return np.sum(np.multiply(x, 2))\n"
    assert run(wrapped(source, INPUTS["lists"]), "both(np.ones(2))") == [4]
    source = "def shape(x):\n    return x.shape\n"
    assert run(wrapped(source, INPUTS["lists"]), "shape(np.ones(2))") == [(2,)]
    source = "def same(x, y):\n    return np.sum(x == y)\n"
    assert run(wrapped(source, INPUTS["lists"]), "same(np.ones(3), np.ones(3))") == [3]


def test_do_columns_take_the_place_of_vectors():
    source = "def f():\n    return np.ones(2), np.ones((2, 2)), 1.0\n"
    [(vector, table, number)] = run(wrapped(source, COLUMNS), "f()")
    assert (vector.shape, table.shape, number) == ((2, 1), (2, 2), 1.0)


def test_is_a_read_only_array_read_only():
    source = "def f(x):\n    x += 1\n    return x\n"
    with pytest.raises(ValueError, match="read-only"):
        run(wrapped(source, INPUTS["read-only"]), "f(np.ones(2))")


# Seeds


@pytest.mark.parametrize(
    ("source", "moved"),
    [
        ("rng = np.random.default_rng(3)", "rng = np.random.default_rng(2003)"),
        ("Model(2, seed=5)", "Model(2, seed=2005)"),
        ("train(random_state=0)", "train(random_state=2000)"),
        ("random.seed(1); np.random.seed(2)", "random.seed(2001); np.random.seed(2002)"),
        ("x = 'é'; default_rng(7)", "x = 'é'; default_rng(2007)"),
        ("default_rng(seed)", "default_rng(seed)"),
        ("f(3)", "f(3)"),
        (f"{FIXED}\ndefault_rng(3)", f"{FIXED}\ndefault_rng(3)"),
    ],
)
def test_which_numbers_are_seeds(source, moved):
    assert reseeded(source, 2) == moved
    assert reseeded(source, 0) == source


@given(st.integers(0, 10**6), st.integers(1, 400))
def test_do_different_steps_give_different_numbers(seed, step):
    source = f"x = np.random.default_rng({seed}).random()"
    drawn = [
        run(f"import numpy as np\n{text}", "x")[0] for text in (source, reseeded(source, step))
    ]
    assert drawn[0] != drawn[1]


@pytest.mark.parametrize(
    ("source", "random"),
    [
        ("np.random.rand(3)", True),
        ("import random", False),
        ("random.choice(x)", True),
        ("rng = default_rng()", True),
        ("assert f(3) == 4", False),
    ],
)
def test_which_tests_draw(source, random):
    assert is_random(source) is random
