"""Whose is a name that a test uses: the test's own, or the learner's as it stands now?"""

pytest_plugins = ["graded_cells"]

FACTORIAL = """
# %% answer a
### BEGIN SOLUTION
def factorial(n):
    return 1 if n == 0 else n * factorial(n - 1)
### END SOLUTION
# %% test t
assert factorial(5) == 120
# %% code
from math import factorial
"""


def test_a_later_import_is_not_what_a_test_means(graded):
    wrong = "# %% answer a\ndef factorial(n): return n"
    assert graded(FACTORIAL) == {"t": 1}
    assert graded(FACTORIAL, wrong) == graded(FACTORIAL, "") == {"t": 0}


IMPORTING = """
# %% answer a
### BEGIN SOLUTION
import numpy as np
from tools import double
### END SOLUTION
# %% test t
assert np.sqrt(9) == 3 and double(4) == 8
"""
TOOLS = {"tools.py": b"def double(x): return 2 * x"}
LYING = "# %% answer a\nclass np: sqrt = lambda x: 3\ndef double(x): return 8"


def test_an_import_can_be_the_task(graded):
    assert graded(IMPORTING, None, TOOLS) == {"t": 1}
    assert graded(IMPORTING, "", TOOLS) == {"t": 0}
    assert "'np' is not defined" in graded.said["t"]


def test_a_module_is_the_tests_own_whatever_the_learner_calls_so(graded):
    wrong = IMPORTING.replace("np.sqrt(9) == 3", "np.sqrt(16) == 4")
    assert graded(wrong, LYING, TOOLS) == {"t": 1}


STALE = """
# %% answer a
def half(x): return x / 2
# %% test t1
result = half(4)
assert result == 2
# %% answer b
### BEGIN SOLUTION
result = 10
### END SOLUTION
# %% test t2
assert result == 10
# %% answer c
### BEGIN SOLUTION
exec("result = 77")
### END SOLUTION
# %% test t3
assert result == 77
"""


def test_what_the_learner_sets_after_a_test_counts(graded):
    assert graded(STALE) == {"t1": 1, "t2": 1, "t3": 1}


def test_what_only_the_test_has_set_stays(graded):
    assert graded(STALE, "# %% answer b\npass") == {"t1": 1, "t2": 0, "t3": 0}
    assert graded(STALE.replace("10\n# %% answer c", "2\n# %% answer c"), "")["t2"] == 1


def test_what_the_learner_deletes_is_gone(graded):
    assert graded(STALE, "# %% answer b\nresult = 1\ndel result")["t2"] == 0
    assert "'result' is not defined" in graded.said["t2"]


HELPED = """
# %% answer a
def half(x): return x / 2
# %% locked helper
def checked(x): return half(x) == x / 2
# %% test t
assert checked(3)
"""


def test_a_helper_of_a_locked_cell_finds_the_answer(graded):
    assert graded(HELPED) == {"t": 1}
    assert graded(HELPED, "# %% answer a\ndef half(x): return x") == {"t": 0}


OWN_MAX = """
# %% answer a
### BEGIN SOLUTION
def max(values):
    return sorted(values)[-1]
### END SOLUTION
# %% test t
assert max([1, 3, 2]) == 3
"""


def test_an_answer_may_have_the_name_of_a_builtin(graded):
    assert graded(OWN_MAX) == {"t": 1}
    assert graded(OWN_MAX, "# %% answer a\ndef max(values): return 1") == {"t": 0}


FORBIDDEN = """
# %% answer a
def add_up(numbers):
    total = 0
    for number in numbers:
        total += number
    return total
# %% test t
def sum(*args):
    raise AssertionError("do not use sum")
try:
    assert add_up([1, 2]) == 3
finally:
    del sum
# %% test after
assert add_up([1, 2]) == 3
"""


def test_a_test_can_forbid_a_builtin_by_its_name(graded):
    assert graded(FORBIDDEN) == {"t": 1, "after": 1}
    using = "# %% answer a\ndef add_up(numbers): return sum(numbers)"
    assert graded(FORBIDDEN, using) == {"t": 0, "after": 1}
    assert "do not use sum" in graded.said["t"]


CASCADE = """
# %% answer a
def size(things): return len(list(things))
deep = []
for _ in range(200):
    deep = [deep]
# %% test handed
import threading, unittest
case = unittest.TestCase()
case.lock = threading.Lock()
assert size(case) == 2
# %% test fetched
assert deep
# %% test after
assert size([1, 2, 3]) == 3
"""


def test_what_cannot_cross_spoils_no_later_test(graded):
    assert graded(CASCADE) == {"handed": 0, "fetched": 0, "after": 1}
    assert "deep cannot be used from a test" in graded.said["fetched"]


TWO_NAMES = """
# %% answer a
numbers = [3, 1]
### BEGIN SOLUTION
copied = list(numbers)
### END SOLUTION
# %% test t
assert copied == numbers and copied is not numbers
"""


def test_one_object_under_two_names_is_one(graded):
    assert graded(TWO_NAMES) == {"t": 1}
    assert graded(TWO_NAMES, "# %% answer a\nnumbers = [3, 1]\ncopied = numbers") == {"t": 0}


PICTURE = """
# %% answer a
class Picture:
    def _repr_png_(self):
        return b"\\x89PNG"
display(Picture())
Picture()
# %% answer b
width = 3
# %% test t
assert width == 3
"""


def test_a_picture_of_bytes_is_shown(graded):
    assert graded(PICTURE) == {"t": 1}
    first = graded.outputs[0]
    assert [output["data"]["image/png"] for output in first] == ["iVBORw=="] * 2
