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


COUNTING = """
# %% answer a
counter, scores = 0, {"ann": 1}
def bump():
    global counter, scores
    ### BEGIN SOLUTION
    counter += 1
    scores = {**scores, "bob": 2}
    ### END SOLUTION
    return counter
# %% test t
assert scores == {"ann": 1}
assert bump() == 1
assert counter == 1 and scores == {"ann": 1, "bob": 2}
# %% test deleted
mine = "the test's"
bump()
assert mine == "the test's"
"""
DELETING = """
# %% answer a
counter, scores, mine = 0, {"ann": 1}, "the learner's"
def bump():
    global counter, mine
    counter = mine = 1
    globals().pop("scores", 0)
    return 1
"""


def test_what_a_function_does_to_a_name_is_seen_in_the_same_test(graded):
    assert graded(COUNTING) == {"t": 1, "deleted": 1}
    assert graded(COUNTING, "") == {"t": 0, "deleted": 1}


def test_a_name_that_a_function_deletes_is_gone_and_the_tests_own_stay(graded):
    assert graded(COUNTING, DELETING) == {"t": 0, "deleted": 1}
    assert "'scores' is not defined" in graded.said["t"]


TAKEN_AWAY = """
# %% answer a
rate = 2
def step(x): return x * rate
### BEGIN SOLUTION
def run(x): return step(step(x))
### END SOLUTION
# %% test t
kept = step
del step
try:
    run(1)
except NameError:
    pass
else:
    raise AssertionError("run does not use step")
step = kept
assert run(1) == 4
# %% test given
seen = []
def step(x):
    seen.append(x)
    return kept(x)
assert run(1) == 4 and seen == [1, 2]
step = kept
# %% test changed
for rate in (3, 5):
    assert run(1) == rate ** 2
# %% test builtin
sum = 7
try:
    step([1])
finally:
    del sum
assert run(1) == 25
"""


def test_a_tests_value_is_what_the_learners_functions_look_up(graded):
    assert graded(TAKEN_AWAY) == {"t": 1, "given": 1, "changed": 1, "builtin": 1}
    otherwise = "# %% answer a\nrate = 2\ndef step(x): return x * 2\ndef run(x): return x * 4"
    assert graded(TAKEN_AWAY, otherwise) == {"t": 0, "given": 0, "changed": 0, "builtin": 0}


def test_a_builtins_name_is_shadowed_by_data_too(graded):
    using = "# %% answer a\nrate = 5\ndef step(x): return sum(x)\ndef run(x): return 25"
    assert graded(TAKEN_AWAY, using)["builtin"] == 0
    assert "'int' object is not callable" in graded.said["builtin"]


BY_TEXT = """
# %% answer a
big = 1
### BEGIN SOLUTION
del big
def area(x): return x * x
### END SOLUTION
# %% test gone
assert "big" not in globals() and "big" not in dir()
# %% test called
assert eval("area(3)") == 9 and globals()["area"](2) == 4
# %% test timed
%time area(1)
"""


def test_names_in_texts_are_the_learners(graded):
    assert graded(BY_TEXT) == {"gone": 1, "called": 1, "timed": 1}
    assert graded(BY_TEXT, "") == {"gone": 0, "called": 0, "timed": 0}


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
