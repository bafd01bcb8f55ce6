# ruff: noqa: NPY002 - what a test seeds in the old way is part of the matter
"""Does a learner's function, called from a test, behave as if it were called where it is?"""

import contextlib
import inspect
import io
import random
import warnings

import numpy as np
import pytest

pytest_plugins = ["learner_pair"]


def test_a_function_takes_positional_and_named_arguments(pair):
    pair.learn("def f(a, b=2, *more, c, **named): return a, b, more, c, named")
    assert pair["f"](1, 5, 6, c=3, d=[4]) == (1, 5, (6,), 3, {"d": [4]})


def test_a_value_is_itself(pair):
    pair.learn("import numpy as np\nvalue = {'a': [1, 2.5, None], 'b': np.arange(3)}")
    np.testing.assert_equal(pair["value"], {"a": [1, 2.5, None], "b": np.arange(3)})


def test_a_function_looks_like_the_original(pair):
    pair.learn("def double(x, times=2):\n    'Return twice x.'\n    return times * x")
    double = pair["double"]
    assert (double.__name__, double.__doc__) == ("double", "Return twice x.")
    assert str(inspect.signature(double)) == "(x, times=2)"


def test_the_text_of_a_function_can_be_read(pair):
    pair.learn("# before\ndef double(x):\n    return 2 * x  # twice\n")
    assert inspect.getsource(pair["double"]) == "def double(x):\n    return 2 * x  # twice\n"


def test_the_text_of_a_method_can_be_read(pair):
    text = "    def twice(self, x):\n        return 2 * x\n"
    pair.learn(f"class Number:\n    one = 1\n\n{text}\nnumber = Number()")
    assert inspect.getsource(pair["number"].twice) == text
    assert inspect.getsource(pair["Number"].twice) == text


# Arguments


@pytest.mark.parametrize(
    ("code", "given", "expected"),
    [
        ("x.append(3)", [1], [1, 3]),
        ("x[0].append(3)", [[1]], [[1, 3]]),
        ("x['b'] = 2", {"a": 1}, {"a": 1, "b": 2}),
        ("x.pop('a')", {"a": 1}, {}),
        ("x.add(2)", {1}, {1, 2}),
        ("x.extend(b'b')", bytearray(b"a"), bytearray(b"ab")),
        ("x[0].sort()", ([2, 1],), ([1, 2],)),
        ("x.append(x[0])", [[1]], [[1], [1]]),
    ],
)
def test_a_change_in_place_comes_back(pair, code, given, expected):
    pair.learn(f"def f(x): {code}")
    pair["f"](given)
    assert given == expected


@pytest.mark.parametrize("order", ["C", "F"])
def test_an_array_that_is_changed_in_place_comes_back(pair, order):
    pair.learn("def f(x): x[1] = 7")
    array = np.zeros((2, 3), order=order)
    pair["f"](array)
    assert array.tolist() == [[0, 0, 0], [7, 7, 7]]


def test_an_array_of_objects_that_is_changed_in_place_comes_back(pair):
    pair.learn("def f(x): x[1] = 'new'")
    array = np.array([1, None], dtype=object)
    pair["f"](array)
    assert array.tolist() == [1, "new"]


def test_a_change_through_one_of_two_names_is_one_change(pair):
    pair.learn("def f(a, b):\n    a.append(1)\n    return a is b")
    given = []
    assert pair["f"](given, given) and given == [1]


def test_what_was_changed_before_an_error_comes_back(pair):
    pair.learn("def f(x):\n    x.append(1)\n    raise ValueError")
    given = []
    with pytest.raises(ValueError):
        pair["f"](given)
    assert given == [1]


def test_a_read_only_array_is_read_only_for_the_learner(pair):
    pair.learn("def f(x): x[0] = 1")
    array = np.zeros(2)
    array.flags.writeable = False
    with pytest.raises(ValueError, match="read-only"):
        pair["f"](array)


@pytest.mark.parametrize("given", [[1], {1: 2}, {1}, np.zeros(2), bytearray(b"a")])
def test_a_result_that_is_an_argument_is_that_object(pair, given):
    pair.learn("def f(x): return x, [x]")
    first, (second,) = pair["f"](given)
    assert first is given and second is given


def test_a_result_that_equals_an_argument_is_another_object(pair):
    pair.learn("def f(x): return list(x)")
    given = [1]
    assert pair["f"](given) is not given


# Printed texts, warnings, error states


def test_what_is_printed_can_be_caught(pair):
    pair.learn("def f():\n    print('a')\n    print('b', end='!')")
    with contextlib.redirect_stdout(io.StringIO()) as caught:
        pair["f"]()
    assert caught.getvalue() == "a\nb!"


def test_what_is_printed_keeps_its_order(pair, capsys):
    pair.learn("def f(tell):\n    print('one')\n    tell()\n    print('three')")
    pair["f"](lambda: print("two"))
    print("four")
    assert capsys.readouterr().out == "one\ntwo\nthree\nfour\n"


def test_what_goes_to_stderr_comes_on_stderr(pair, capsys):
    pair.learn("import sys\ndef f(): print('a', file=sys.stderr)")
    pair["f"]()
    assert capsys.readouterr().err == "a\n"


def test_what_was_printed_before_an_error_is_there(pair, capsys):
    pair.learn("def f():\n    print('a')\n    1 / 0")
    with pytest.raises(ZeroDivisionError):
        pair["f"]()
    assert capsys.readouterr().out == "a\n"


def test_a_display_is_handed_on(pair):
    pair.learn("def f():\n    from IPython.display import display\n    display(3)")
    pair["f"]()
    assert [shown["data"]["text/plain"] for shown in pair.shown] == ["3"]


def test_a_warning_can_be_recorded(pair):
    pair.learn("import warnings\ndef f(): warnings.warn('old', DeprecationWarning)")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        pair["f"]()
    assert [(w.category, str(w.message)) for w in caught] == [(DeprecationWarning, "old")]


def test_a_warning_can_be_turned_into_an_error(pair):
    pair.learn("import warnings\ndef f(): warnings.warn('old', UserWarning)")
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        with pytest.raises(UserWarning, match="old"):
            pair["f"]()


def test_a_warning_can_be_expected(pair):
    pair.learn("import numpy as np\ndef f(): return np.log(np.array([0.0]))")
    with pytest.warns(RuntimeWarning, match="divide by zero"):
        pair["f"]()


def test_no_warning_is_told_twice(pair):
    pair.learn("import warnings\ndef f():\n    for _ in range(2): warnings.warn(str(_))")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        pair["f"]()
    assert len(caught) == 2


def test_numpys_error_state_crosses(pair):
    pair.learn("import numpy as np\ndef f(): return np.ones(1) / np.zeros(1)")
    with np.errstate(divide="raise"), pytest.raises(FloatingPointError):
        pair["f"]()


def test_numpys_error_state_ends_where_it_ends(pair):
    pair.learn("import numpy as np\ndef f(): return np.geterr()['divide']")
    with np.errstate(divide="ignore"):
        inside = pair["f"]()
    assert (inside, pair["f"]()) == ("ignore", "warn")


# Random numbers


@pytest.fixture
def _random_state():
    """Leave the generators of this process as they were."""
    numpys, pythons = np.random.get_state(), random.getstate()
    yield
    np.random.set_state(numpys)
    random.setstate(pythons)


@pytest.mark.usefixtures("_random_state")
def test_numpys_seed_in_the_test_governs_the_learners_draws(pair):
    pair.learn("import numpy as np\ndef f(): return np.random.normal(size=3)")
    np.random.seed(3)
    found = pair["f"]()
    np.random.seed(3)
    np.testing.assert_array_equal(found, np.random.normal(size=3))


@pytest.mark.usefixtures("_random_state")
def test_the_same_seed_twice_gives_the_same_draws_twice(pair):
    pair.learn("import numpy as np\ndef f(): return np.random.rand()")
    draws = []
    for _ in range(2):
        np.random.seed(3)
        draws += [pair["f"](), pair["f"]()]
    assert draws[:2] == draws[2:] and draws[0] != draws[1]


@pytest.mark.usefixtures("_random_state")
def test_pythons_seed_in_the_test_governs_the_learners_draws(pair):
    pair.learn("import random\ndef f(): return random.random()")
    draws = []
    for _ in range(2):
        random.seed(3)
        draws += [pair["f"](), pair["f"]()]
    assert draws[:2] == draws[2:] == [0.23796462709189137, 0.5442292252959519]


def test_a_generator_of_the_test_advances_on_both_sides(pair):
    pair.learn("def f(rng): return rng.normal()")
    rng, twin = np.random.default_rng(3), np.random.default_rng(3)
    found = [pair["f"](rng), rng.normal(), pair["f"](rng), rng.integers(9)]
    assert found == [twin.normal(), twin.normal(), twin.normal(), twin.integers(9)]


def test_a_generator_of_another_kind_crosses_too(pair):
    pair.learn("def f(rng): return rng.normal()")
    rng, twin = (np.random.Generator(np.random.MT19937(3)) for _ in range(2))
    assert [pair["f"](rng), rng.normal()] == [twin.normal(), twin.normal()]


def test_a_generator_of_the_learner_serves_the_test(pair):
    pair.learn("import numpy as np\nrng = np.random.default_rng(3)\ndef f(): return rng.normal()")
    rng, twin = pair["rng"], np.random.default_rng(3)
    assert [rng.normal(), pair["f"](), rng.normal()] == [twin.normal() for _ in range(3)]
