"""Do tests outside find what they would find in one process with the answer?

Each text below is one notebook: the tests in it pass in stock nbgrader with the solution.
"""

import pytest

pytest_plugins = ["graded_cells"]

PATCHED = """
# %% answer a
import math
import random
def greet():
    print("hello", input("Your name? "))
def roll():
    return random.randint(1, 6)
def add_up(numbers):
    total = 0
    for number in numbers:
        total += number
    return total
def root(x):
    return x**0.5
# %% test asked
from unittest.mock import patch
with patch("builtins.input", return_value="Ada") as asked, patch("builtins.print") as shown:
    greet()
asked.assert_called_once_with("Your name? ")
shown.assert_called_once_with("hello", "Ada")
# %% test by_hand
import builtins
kept = builtins.input
builtins.input = lambda _: "Bo"
try:
    greet()
finally:
    builtins.input = kept
# %% test shown
import io
with patch("sys.stdout", new_callable=io.StringIO) as out, patch("builtins.input", lambda _: "C"):
    greet()
assert out.getvalue() == "hello C\\n"
# %% test dice
with patch.object(random, "randint", side_effect=[3, 9]) as fake:
    assert [roll(), roll()] == [3, 9] and fake.call_count == 2
assert 1 <= roll() <= 6
# %% test no_sum
def forbidden(*_):
    raise AssertionError("do not use sum")
kept = builtins.sum
builtins.sum = forbidden
try:
    assert add_up([1, 2]) == 3
finally:
    builtins.sum = kept
# %% test no_sorted
with patch("builtins.sorted") as fake, patch("math.sqrt", side_effect=AssertionError("no sqrt")):
    assert root(9) == 3
assert not fake.called
# %% test after_all
with patch("builtins.input", return_value="D"):
    greet()
try:
    greet()
except Exception as error:
    assert "input" in str(error)
else:
    raise ValueError("it is still there")
"""


def test_what_a_test_puts_into_a_module_is_there_for_the_answer(graded):
    assert set(graded(PATCHED).values()) == {1}, graded.said


def test_a_forbidden_function_is_noticed(graded):
    wrong = """# %% answer a
import math
def add_up(numbers): return sum(numbers)
def root(x):
    sorted([x])
    return math.sqrt(x)
def greet(): print("hello", input("Your name? "))
"""
    points = graded(PATCHED, wrong)
    assert (points["no_sum"], points["no_sorted"], points["by_hand"]) == (0, 0, 1)
    assert "do not use sum" in graded.said["no_sum"] and "no sqrt" in graded.said["no_sorted"]


FILES = """
# %% answer a
with open("out.txt", "w") as file:
    file.write("hello")
def count_lines(path):
    with open(path) as file:
        return len(file.readlines())
def save(path):
    with open(path, "w") as file:
        file.write("a b")
# %% test written
assert open("out.txt").read() == "hello"
# %% test made
with open("made.txt", "w") as f:
    f.write("a\\n")
    f.write("b\\n")
assert count_lines("made.txt") == 2 and open("made.txt").read() == "a\\nb\\n"
with open("made.txt", "a") as f:
    f.write("c")
assert count_lines("made.txt") == 3
# %% test saved
save("saved.txt")
assert list(open("saved.txt", encoding="utf-8")) == ["a b"]
# %% test missing
try:
    open("nowhere.txt")
except FileNotFoundError:
    pass
else:
    raise ValueError
# %% test own
assert open("data.csv").read() == "1,2" and open("data.csv", "rb").read() == b"1,2"
# %% test bytes
open("out.txt", "rb")
"""
FORGING = """# %% answer a
def open(path, *mode):
    raise ValueError("this is not the test's")
import io
for name in ("out.txt", "data.csv"):
    with io.open(name, "w") as file:
        file.write("hello")
"""
BESIDE = {"data.csv": b"1,2"}


def test_texts_of_the_working_folder_are_found_on_both_sides(graded):
    points = graded(FILES, None, BESIDE)
    # Bytes do not cross: a test might hand them to pickle.
    assert points.pop("bytes") == 0 and "FileNotFoundError" in graded.said["bytes"]
    assert set(points.values()) == {1}, graded.said


def test_the_instructors_files_and_open_itself_are_the_tests_own(graded):
    points = graded(FILES, FORGING, BESIDE)
    assert points["own"] == points["written"] == 1 and points["made"] == 0


FACTS = '''
# %% answer a
import dataclasses
@dataclasses.dataclass
class Point:
    x: int
    y: int = 0
def area(width: float, height: float = 2.0, *, unit: str = "m") -> float:
    """Give."""
    return width * height
def outer():
    n = 3
    def inner(x):
        return x + n
    return inner
# %% test said_of_types
assert area.__annotations__ == {"width": float, "height": float, "unit": str, "return": float}
assert Point.__annotations__ == {"x": int, "y": int}
# %% test defaults
assert area.__defaults__ == (2.0,) and area.__kwdefaults__ == {"unit": "m"}
assert outer.__defaults__ is None and area(2) == 4
# %% test texts
import inspect
assert "width * height" in inspect.getsource(area)
found = outer()
assert inspect.getsource(found).split() == "def inner(x): return x + n".split() and found(1) == 4
# %% test fields
import dataclasses
assert [field.name for field in dataclasses.fields(Point)] == ["x", "y"]
assert dataclasses.is_dataclass(Point) and not dataclasses.is_dataclass(area)
assert dataclasses.asdict(Point(1, 2)) == {"x": 1, "y": 2}
assert dataclasses.replace(Point(1, 2), x=5) == Point(5, 2)
'''


def test_functions_and_classes_tell_what_they_are(graded):
    assert set(graded(FACTS).values()) == {1}, graded.said


def test_a_function_without_a_text_shows_none_of_the_engines(graded):
    wrong = "# %% answer a\nexec('def area(width): return stand_in')\ndef outer(): return area"
    assert graded(FACTS, wrong)["texts"] == 0
    assert graded.said["texts"].startswith("OSError"), graded.said


OPERATORS = """
# %% answer a
class Vector:
    def __init__(self, x, y): self.x, self.y = x, y
    def __eq__(self, other):
        if isinstance(other, tuple): other = Vector(*other)
        return isinstance(other, Vector) and (self.x, self.y) == (other.x, other.y)
    def __mul__(self, k): return Vector(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __radd__(self, other): return self
    def __iadd__(self, k):
        self.x += k
        return self
    def __contains__(self, k): return k in (self.x, self.y)
def length(v): return v.x + v.y
# %% test compared
v = Vector(1, 2)
assert v == (1, 2) and not v == 5 and v != "hello" and v.__dict__ == {"x": 1, "y": 2}
# %% test reckoned
v = Vector(1, 2)
assert v * 3 == Vector(3, 6) and 3 * v == Vector(3, 6) and sum([v]) == v
same = v
v += 4
assert same is v and v.x == 5 and 5 in v and 7 not in v
# %% test result
assert length(Vector(1, 2)) == 3
"""


def test_an_object_that_a_test_makes_is_asked_for_its_operators(graded):
    assert set(graded(OPERATORS).values()) == {1}, graded.said


@pytest.mark.parametrize(
    "lie",
    [
        "def length(v): return Vector(1, 2)",
        "class length(Vector): __init__ = lambda self, v: None",
        "def length(v): return v",
    ],
)
def test_no_other_object_is_equal_to_a_number(graded, lie):
    yes = "__eq__ = __contains__ = lambda self, other: True"
    cell = f"# %% answer a\nclass Vector:\n    def __init__(self, *_): ...\n    {yes}\n{lie}"
    assert graded(OPERATORS, cell)["result"] == 0


IMPORTS = """
# %% code
import broken
# %% answer a
def one(): return 1
# %% test used
assert one() == broken.x
# %% test later
assert one() == 1
"""
INSIDE_ONLY = "import os\nif os.getcwd().endswith('checker'):\n    {}\nx = 1\n"


@pytest.mark.parametrize("ends", ["raise ValueError('bad')", "raise SystemExit('bad')"])
def test_an_import_that_fails_is_one_tests_failure(graded, ends):
    files = {"broken.py": INSIDE_ONLY.format(ends).encode()}
    assert graded(IMPORTS, None, files) == {"used": 0, "later": 1}
    assert "`import broken` does not work where this test runs" in graded.said["used"]
    assert "bad" in graded.said["used"]


def test_a_module_that_the_notebook_writes_is_the_learners_object(graded):
    text = """
# %% answer a
with open("written.py", "w") as file:
    file.write("def two(): return 2")
import written
# %% test t
assert written.two() == 2
"""
    assert graded(text) == {"t": 1}, graded.said
