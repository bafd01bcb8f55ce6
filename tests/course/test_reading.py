"""What a function's lines show of its mistake, and what they do not show."""

import itertools
import linecache

import numpy as np
import pytest

from course import checks, toolbox
from course.checks.errors.meant import misspelt_word
from course.toolbox import keras_parts

_numbers = itertools.count()


def define(text, **more):
    """Define `f` as a notebook's cell does, with its lines at hand."""
    file = f"<cell {next(_numbers)}>"
    linecache.cache[file] = (len(text), None, text.splitlines(keepends=True), file)
    names = {"np": np, "toolbox": toolbox, "__name__": "__main__", **more}
    exec(compile(text, file, "exec"), names)
    return names["f"]


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
    "def f(a, b): return a": "No line of your function uses `b`.",
    "def f(a, b): return a.mean": "is the function mean",
    "def f(a, b): return (a * b).shape": "`.shape` says how large an array is.",
    "def f(a, b):\n t = 0\n for x in a:\n  t = x * b[0]\n return t": "gives `t` a new value",
    "def f(a, b):\n for x in a:\n  t = 0\n  t = t + x * b[0]\n return t": "`t = 0` stands inside",
    "def f(a, b):\n for x in a:\n  t = []\n  t.append(x * b[0])\n return t[0]": "`t = []` stands",
    "def f(a, b):\n for x in a:\n  return x * b[0]": "The `return` stands inside the loop",
    "def f(a, b):\n for a, b in zip(a, b):\n  pass\n return a": "gives `a` a new meaning",
}

WRONG |= {
    "def f(a, b):\n for x, y in a, b:\n  z = x * y\n return z": "`in a, b` goes through them one",
    "def f(a, b):\n for _ in range(3):\n  c = a * b\n return c": "Each round computes `c = a * b`",
    "def f(a, b):\n c = a\n c[0] = b[0]\n return c": "`c = a` gives the same thing a second name",
}


@pytest.mark.parametrize("text", WRONG)
def test_a_wrong_value_is_explained_by_the_line_that_made_it(text):
    assert WRONG[text] in hear(text, Y, Y)


def test_a_known_mistake_of_the_exercise_comes_first():
    function = define("def f(a):\n a * 2\n return a + 1")
    with pytest.raises(checks.CheckFailed, match=r"gives 3, expected 4\. Added\?$"):
        checks.call(function, 2).is_not(3, "Added?").equals(4)


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
        "def f(a, b):\n np.copyto(a, b)\n return a",
        "def f(a, b):\n print(a, b)\n return a + b",
        "def f(a, b):\n for x, y in zip(a, b):\n  z = x * y\n return z",
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


STOPPED = {
    "def f(X, y): return mean(X)": "`mean` belongs to NumPy",
    "def f(X, y): return node_value(X, y)": "The toolbox has a `node_value`",
    "def f(X, y): return toolbox.nodevalue(X, y)": "only `node_value`. Which letters differ?",
    "def f(X, y): return toolbox.X(y)": "but your function has a `X` of its own",
    "def f(X, y):\n d = {'k': X}\n return d[k]": "`k` is a key of `d`, and a key is a text.",
    "def f(X, y):\n d = {'k': X}\n k = d[k]\n return k": "`k` is a key of `d`",
    "def f(X, y):\n d = {'k': X}\n return d.k": "`k` is a key of a dictionary here",
    "def f(X, y):\n d = {'k': X}\n return d[0]": "the key `0` in `d`; its keys are `'k'`",
    "def f(X, y):\n d = {'k': X}\n n = 'k'\n return d['n']": '`"n"` in quotes is a text',
    "def f(X, y): return X[:, 'y']": '`"y"` in quotes is a text',
    "def f(X, y): return np.column_stack(X, y)": "takes its parts as one list",
    "def f(X, y): return np.concatenate(X, y)": "takes its parts as one list",
    "def f(X, y): return np.array(X, y, y)": "takes its parts as one list",
    "def f(X, y): return np.sum(y, y)": "`np.sum` looks at one array",
    "def f(X, y): return np.ones(y)": "wants to know how many numbers to make",
    "def f(X, y): return toolbox.slope * 2.0": "One side of the `*` is a function",
    "def f(X, y):\n for i in y:\n  z = y[i]\n return z": "and not a place in `y`",
    "def f(X, y): return np.mean[X]": "Square brackets pick a part, and a function has none.",
    "def f(X, y): return y.exp()": "`exp` is a function of NumPy, and not of an array.",
    "def f(X, y): return y.append(1)": "An array cannot grow, and has no `append`.",
    "def f(X, y): return toolbox.relu(X, y)": "inputs of `relu` is 1, and this call hands over 2.",
    "def f(X, y):\n s = []\n s.append(1, 2)\n return s": "`append` puts one thing into a list.",
    "def f(X, y): return [a for a, b in zip(y, X[0][:1], strict=True)]": "they differ in length",
    "def f(X, y): return y[0][0]": "A single number has no parts to pick",
    "def f(X, y):\n for a, b in X, np.ones(3):\n  pass\n return a": "goes through them one after",
    "def f(X, y): return np.random.default_rng(0)(y)": "A Generator is an object, and no function.",
    "def f(X, y):\n a, b = 3\n return a": "into several names, and what it got is a whole",
    "def f(X, y): return float('6,148')": "it is not the text of a single number",
    "def f(X, y): return y[0 : 1.5]": "A part such as `[a:b]` begins and ends at whole numbers",
    "def f(X, y): return np.concatenate([1, 2])": "one of these is a single number",
    "def f(X, y): return range(2.0)": "A count must be a whole number",
    "def f(X, y): return X.tolist()[:, 0]": "A list has one place number in its brackets",
    "def f(X, y): return y + 'a'": "NumPy computes with numbers, and here something else came",
    "def f(X, y): return f(X, y)": "A function calls itself here",
    "def f(X, y):\n y = np.array([1, 2])\n y -= 0.5\n return y": "writes into the old array",
    "def f(X, y): return 'g'(y)": "Round brackets call a function, and this is a text.",
    "def f(X, y):\n s = X\n s.append(1)\n return s": "An array cannot grow",
    "def f(X, y):\n a, b, c = y\n return a": "takes something apart into 3 names",
    "def f(X, y):\n for x in X.astype(int):\n  z = X[9]\n return z": "There is no place 9 here",
    "def f(X, y):\n X = X.astype(int)\n for x in X:\n  z = X[x]\n return z": "the rows of `X` them",
    "def f(X, y):\n y = y.astype(int)\n for i in y:\n  z = y[i]\n return z": "numbers of `y` them",
    "def f(X, y): return np.ones((3, 2)) * X": "Which sign multiplies rows with columns?",
    "def f(X, y): return X @ [y]": "one has a single row, or a single column",
    "def f(X, y): return X @ {'k': y}": "one of them is none, a single number for instance",
    "def f(X, y): return lstsq(X, y)": "`lstsq` stands in a part of NumPy, `np.linalg`.",
    "def f(X, y):\n d = {'k': X}\n k = k * 2\n return k": '`d` keeps something under the key `"k"`',
    "def f(X, y): return np.hstack([X, y])": "A table and a vector cannot be joined like this.",
    "def f(X, y): return np.linalg.solve(X[:, :1], y)": "as many rows as columns",
    "def f(X, y): return toolbox.node_value(X.astype(int), 'y2')": "A text went into a computation",
    "def f(X, y): return np.dot(X, X, y)": "`np.dot` multiplies two things",
    "def f(X, y):\n L = [1, 2]\n for k in [(X, y)]:\n  L[k]": "`k` is a tuple here, and no place",
    "def f(X, y):\n W = (X, y)\n return W.T": "`W` holds 2 things in one here",
    "def f(X, y): return X[0] / n": "How do you count the rows of `y`?",
    "def f(X, y): return X + slope": "no line of your function uses its input `y`",
    "def f(X, y): return toolbox.slope(X[:, :1], y, y)": "y, y)` got arrays whose shapes",
    "def f(X, y):\n for k in reversed(3):\n  pass": "What counts from 0 up to a number?",
    "def f(X, y): return [].insert(0, 1, 2)": "too many inputs, or too few. Which does it need?",
}


@pytest.mark.filterwarnings("ignore::SyntaxWarning")
@pytest.mark.parametrize("text", STOPPED)
def test_an_error_is_explained_by_the_line_that_stopped(text):
    assert STOPPED[text] in stop(text, X, Y)


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


@pytest.mark.parametrize(
    ("line", "meant"), [('returns "b"', "return"), ("Return b", "return"), ("x y", None)]
)
def test_a_misspelt_word_of_python_is_named(line, meant):
    with pytest.raises(SyntaxError) as failure:
        compile(f"def f():\n    {line}\n", "<cell>", "exec")
    said = misspelt_word(failure.value)
    assert f"but `{meant}` is." in said if meant else said is None
