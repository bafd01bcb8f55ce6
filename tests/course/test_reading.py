"""What a function's lines show of its mistake, and what they do not show."""

import ast

import numpy as np
import pytest
from defined import define
from stopped_lines import STOPPED

from course import checks
from course.checks.errors.arrays import one_in_an_array
from course.toolbox import keras_parts


def hear(text, *given, expected=123.0):
    """Return what is said of a function whose value is wrong."""
    with pytest.raises(checks.CheckFailed) as failure:
        checks.call(define(text), *given).equals(expected)
    return str(failure.value)


def stop(text, *given):
    """Return the note of the error that a function ends in."""
    try:
        checks.call(define(text), *given)
    except checks.CheckFailed:
        raise
    except Exception as error:
        return error.__notes__[0]
    pytest.fail("no error")


X = np.array([[1.0, 2.0], [3.0, 4.0]])
Y = np.array([1.0, 2.0])

WRONG = {
    "def f(a, b): return np.array(a[0], b[0])": "makes an array of `a[0]` alone",
    "def f(a, b): return (a * b) ** 1 / 2": "so `** 1 / 2` is not one power",
    "def f(a, b): return int(a[0]) ^ int(b[0])": "In Python `^` is no power.",
    "def f(a, b):\n a * b\n return a + b": "The line `a * b` computes something and keeps it",
    "def f(a, b):\n np.exp(a)\n return a + b": "The line `np.exp(a)` computes something",
    "def f(a, b):\n toolbox.relu(a)\n return a + b": "The line `toolbox.relu(a)` computes",
    "def f(a, b):\n a = [1, 2]\n return np.array(a) + b": "`a = [1, 2]` gives `a` numbers of its",
    "def f(a, b): return a[0]": "No line of your function uses `b`.",
    "def f(a, b): return a.mean": "is the function mean",
    "def f(a, b): return (a * b).shape": "`.shape` says how large an array is.",
    "def f(a, b):\n t = 0\n for x in a:\n  t = x * b[0]\n return t": "gives `t` a new value",
    "def f(a, b):\n for x in a:\n  t = 0\n  t = t + x * b[0]\n return t": "`t = 0` stands inside",
    "def f(a, b):\n for x in a:\n  t = []\n  t.append(x * b[0])\n return t[0]": "`t = []` stands",
    "def f(a, b):\n for x in a:\n  return x * b[0]": "The `return` stands inside the loop",
    "def f(a, b):\n for a, b in zip(a, b):\n  pass\n return a": "gives `a` a new meaning",
}

WRONG |= {
    "def f(a, b):\n return a * b\n np.sum(a * b)": "so the line `np.sum(a * b)` below it never",
    "def f(a, b):\n t = 0\n for x in a:\n  t =+ x * b[0]\n return t": "`=+` gives `t` the value",
    "def f(a, b):\n for a in b:\n  t = a\n return t": "`for a in ...` gives `a` a new meaning",
    "def f(a, b):\n t = 0\n for i in range(len(a) - 1):\n  t += a[i] * b[i]\n return t": (
        "`range(len(a) - 1)` stops before `len(a) - 1`"
    ),
    "def f(a, b): return np.array([..., ...])": "The three dots `...` stand for",
    "def f(a, b):\n c = []\n for x in a:\n  c.append([x * b[0]])\n return np.array(c)": (
        "`c.append([x * b[0]])` puts a list with one number"
    ),
    "def f(a, b):\n total = a * b\n return totals": "there is a `total`. Which letters differ?",
    "def f(a, b): return np.mean(b[int(a[0]) :]) if a[0] else b[a:]": "from `a` on: that is what",
    "def f(a, b): return other": "Which value does your function make?",
    "def f(a, b):\n for x, y in a, b:\n  z = x * y\n return z": "`in a, b` goes through them one",
    "def f(a, b):\n for _ in range(3):\n  c = a * b\n return c": "Each round computes `c = a * b`",
    "def f(a, b):\n return a\n return b": "`return b` below it never runs. How does one",
    "def f(a, b):\n c = a\n c[0] = b[0]\n return c": "`c = a` gives the same thing a second name",
}


@pytest.mark.parametrize("text", WRONG)
def test_a_wrong_value_is_explained_by_the_line_that_made_it(text):
    assert WRONG[text] in hear(text, Y, Y)


def test_a_hint_of_the_exercise_comes_before_an_input_that_may_rightly_be_unused():
    with pytest.raises(checks.CheckFailed, match=r"expected 4\. Which group\?$"):
        checks.call(define("def f(a, b): return a"), 2, 3).equals(4, "Which group?")


def test_a_known_mistake_of_the_exercise_comes_first():
    function = define("def f(a):\n a * 2\n return a + 1")
    with pytest.raises(checks.CheckFailed, match=r"gives 3, expected 4\. Added\?$"):
        checks.call(function, 2).is_not(3, "Added?").equals(4)


def test_a_line_that_writes_over_an_argument_is_told_before_a_mistake_that_looks_like_it():
    function = define("def f(a, b): return np.sum(np.square(a, b))")
    with pytest.raises(checks.CheckFailed, match=r"`np.square\(a, b\)` looks at `a` alone"):
        checks.call(function, Y, Y).is_not(5, "Added?").equals(4)


@pytest.mark.parametrize(
    ("line", "fact"),
    [
        ("a[0] == 4", "compares two things and changes"),
        ("b = len(a == 1)", "True or False"),
        ("for x in a: x = x * b", "gives the name `x` a new value for this round"),
    ],
)
def test_a_line_that_cannot_be_meant_is_told_before_a_known_mistake(line, fact):
    function = define(f"def f(a, b):\n {line}\n return np.sum(a) + b")
    with pytest.raises(checks.CheckFailed, match=fact):
        checks.call(function, Y, 2).is_not(5, "Added?").equals(4)


def test_right_numbers_in_another_shape_are_asked_about_their_shape():
    function = define("def f(a, b):\n a * 2\n return a.reshape(2, 1)")
    with pytest.raises(checks.CheckFailed, match="table with one column"):
        checks.call(function, Y, Y).equals(Y)


@pytest.mark.parametrize(
    "text",
    [
        "def f(a, b): return np.array([a, b])",
        "def f(a, b): return np.array(a + b, float)",
        "def f(a, b): return np.array(a + b, np.float64)",
        "def f(a, b): return np.array(a + b, b.dtype)",
        "def f(a, b): return (a + b) ** (1 / 2)",
        "def f(a, b):\n t = 0\n for x in a:\n  t = t + x * b[0]\n return t",
        "def f(a, b):\n t = 0\n for x in a:\n  t += x * b[0]\n return t",
        "def f(a, b):\n out = []\n for x in a:\n  row = []\n  for y in b:\n   row.append(x * y)\n"
        "  out.append(row)\n return np.array(out)",
        "def f(a, b):\n for x in a:\n  b = b * x\n  c = b * 2\n return c",
        "def f(a, b):\n s = []\n for x in a:\n  s.append(x)\n  c = np.array(s) * b[0]\n return c",
        "def f(a, b):\n for _ in a:\n  b[0] = b[0] + 1\n  c = b * 2\n return c",
        "def f(a, b):\n c = np.array(a)\n c[0] = b[0]\n return c",
        "def f(a, b):\n for x in (a, b):\n  z = x * b\n return z",
        "def f(a, b):\n for x in a:\n  if x > b[0]: return x\n return 0",
        "def f(a, b):\n a = a * 1.0\n return a + b",
        "def f(a, b):\n return a + b\n raise NotImplementedError",
        "def f(a, b):\n t = 0\n for i in range(len(a) - 1):\n  t += a[i + 1] * b\n return t",
        "def f(a, b):\n np.copyto(a, b)\n return a",
        "def f(a, b):\n print(a, b)\n return a + b",
        "def f(a, b):\n for x, y in zip(a, b):\n  z = x * y\n return z",
        "def f(a, b):\n if a[0] > 9:\n  return a\n return b + a",
        "def f(a, b): return a + b if a[0] > 9 else b + a",
    ],
)
def test_a_line_that_may_be_right_is_not_accused(text):
    said = hear(text, Y, Y)
    asked = (
        "Work it out by hand: which step gives something else?",
        "How do they become one number?",
    )
    assert said.endswith(asked), said


NOTHING = {
    "def f(x): print(x)": "`print` shows a value to you",
    "def f(x):\n for y in [x]:\n  print(y)": "`print` shows a value to you",
    "def f(x): x + 1": "The last line, `x + 1`, computes something",
    "def f(x):\n 'Say b.'\n 'b'": "The last line, `'b'`, only names a value.",
    "def f(x): y = x + 1": "keeps its result under the name `y`",
    "def f(x): toolbox.kept = x": "keeps its result under the name `toolbox.kept`",
    "class C:\n def g(self, x): self.y, z = x, 1\nf = C().g": "what it gets in the object, and",
    "def f(x): return": "There is nothing behind `return`.",
    "def f(x): return print(x)": "`print` shows a value and gives None back.",
    "def f(x):\n y = []\n return y.append(x)": "`append` changes a thing in its place",
    "def f(x):\n y = []\n y = y.append(x)\n return y": "so `y` is None after",
    "def f(x):\n if x > 5:\n  return x": "The `return` stands inside an `if`",
    "def f(x):\n for y in []:\n  return y": "The `return` stands inside a `for`",
    "def f(x):\n y = None\n return y": "Does the function end with a line that starts",
}


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_returned_is_explained_by_its_lines(text):
    with pytest.raises(checks.CheckFailed, match=r"returned nothing \(None\)\. ") as failure:
        checks.call(define(text), 1)
    assert NOTHING[text] in str(failure.value)


class Thing:
    """Holds something under a name."""

    W = 2


@pytest.mark.filterwarnings("ignore::SyntaxWarning")
@pytest.mark.parametrize("text", STOPPED)
def test_an_error_is_explained_by_the_line_that_stopped(text):
    assert STOPPED[text] in stop(text, X, Y)


def test_one_number_in_an_array_is_no_array_of_several():
    error = TypeError("only 0-dimensional arrays can be converted to Python scalars")
    tree = ast.parse("float(total)").body[0]
    assert "shape (1,)." in one_in_an_array(error, {"total": Y[:1]}, tree)
    assert one_in_an_array(error, {"total": Y}, tree) is None


def test_a_forgotten_self_is_seen():
    text = "class C:\n W = 1\n def g(self, x): return W * x\ndef f(x): return C().g(x)"
    assert "`W` is kept by the object" in stop(text, 1)


def test_what_self_keeps_is_named_before_the_toolbox():
    text = """
class Kept:
    def update(self): pass
class C:
    def __init__(self): self.kept = Kept()
    def g(self, x): return update(x)
def f(x): return C().g(x)
"""
    assert "`self.kept` has something of this name" in stop(text, 1)


def test_an_object_is_not_called_but_one_of_its_methods():
    layer = keras_parts.Dense(1)
    assert "`layer` is an object" in stop("def f(layer): return layer(1)", layer)


def test_what_belongs_to_another_object_is_seen():
    layer = keras_parts.Dense(1)
    owner = "class C:\n def g(self, layer): return {}\ndef f(layer): return C().g(layer)"
    assert "`self` has no `units`, but `layer` has." in stop(owner.format("self.units"), layer)
    assert "`layer` is a Dense and has no" in stop(owner.format("layer.predict(1)"), layer)
    assert "it is yours to write" in stop(owner.format("super().train()"), layer)


def test_a_class_in_the_place_of_an_object_is_seen():
    text = "from course.toolbox import keras_parts\ndef f(x): return keras_parts.Dense.build(x, x)"
    assert "`keras_parts.Dense` is the class itself" in stop(text, 1)


def test_an_accuracy_that_was_not_asked_for_is_seen():
    class OneNumber:
        def evaluate(self):
            return 0.5

    text = "def f(model):\n loss, accuracy = model.evaluate()\n return loss"
    assert "one number, the loss alone" in stop(text, OneNumber())


def test_the_answer_of_a_method_is_not_taken_for_a_product_of_tables():
    text = """
class C:
    def half(self, x): return x / 2
    def g(self, x): return np.ones((3, 2)) * self.half(x)
def f(x): return C().g(x)
"""
    assert "cannot be paired up number by number" in stop(text, X)


def test_a_setting_without_quotes_is_seen():
    text = "def f(x): return dict(activation=sigmoid)"
    assert "`sigmoid` without quotes is a name" in stop(text, 1)


def test_layers_side_by_side_are_seen():
    text = "from course import keras_style as keras\ndef f(x): return keras.Sequential(x, x, x)"
    assert "takes its layers as one list" in stop(text, keras_parts.Dense(1))


def test_a_file_that_is_only_opened_is_seen():
    text = f"def f(x):\n with open({__file__!r}) as table: return table[0]"
    assert "`open` only opens a file" in stop(text, 1)


def test_a_method_without_self_is_seen():
    thing = define("class C:\n def g(x): return x\nf = C()")
    with pytest.raises(TypeError) as failure:
        checks.call(thing.g, 1)
    assert "under the name `self`" in failure.value.__notes__[0]


def test_arrays_of_the_notebook_in_the_place_of_an_input_are_told():
    text = "def f(X):\n a, b = table[0], table[:, 0]\n return a + b"
    with pytest.raises(ValueError, match="broadcast") as failure:
        checks.call(define(text, table=np.ones((3, 2))), X)
    assert "No line of your function uses `X`." in failure.value.__notes__[0]


def test_inputs_that_are_not_those_of_the_exercise_are_told():
    with pytest.raises(TypeError) as failure:
        checks.call(define("def f(x): return x"), 1, 2)
    assert "The check calls f(1, 2), and your function takes other" in failure.value.__notes__[0]


@pytest.mark.filterwarnings("ignore::SyntaxWarning")
def test_each_sentence_asks_one_question():
    heard = [hear(text, Y, Y) for text in WRONG] + [stop(text, X, Y) for text in STOPPED]
    for sentence in heard:
        assert len([part for part in sentence.split("?") if part.strip()]) == 1, sentence


def test_a_function_without_lines_to_read_gets_the_general_question():
    names = {}
    exec("def f(a):\n a * 2\n return a + 1", names)
    with pytest.raises(checks.CheckFailed, match="Work it out by hand"):
        checks.call(names["f"], 2).equals(4)


def test_the_helper_of_a_test_is_not_the_learners():
    def helper(x):
        x * 2
        return x + 1

    with pytest.raises(checks.CheckFailed, match="Work it out by hand"):
        checks.call(helper, 2).equals(4)
