"""Do functions that wrap others, less usual operators and errors cross as what they are?"""

pytest_plugins = ["graded_cells"]

WRAPPED = """
# %% answer a
import functools
def twice(f):
    @functools.wraps(f)
    def inner(*args):
        f(*args)
        return f(*args)
    return inner
def add_up(f, n):
    return sum(f(i) for i in range(n))
def square(x):
    return x * x
# %% test decorated
calls = []
@twice
def note(x):
    calls.append(x)
    return len(calls)
assert note(7) == 2 and calls == [7, 7] and note.__name__ == "note"
# %% test counted
import functools
counted = []
@functools.wraps(square)
def spy(x):
    counted.append(x)
    return square(x)
assert add_up(spy, 3) == 5 and counted == [0, 1, 2]
assert add_up(square, 3) == 5
"""


def test_a_function_that_wraps_another_is_not_that_one(graded):
    assert set(graded(WRAPPED).values()) == {1}, graded.said


def test_a_decorator_that_does_nothing_is_noticed(graded):
    text = WRAPPED.replace("        f(*args)\n        return", "        return")
    assert graded(text) == {"decorated": 0, "counted": 1}, graded.said


SPECIAL = """
# %% answer a
class Bag:
    def __init__(self, *xs): self.xs = frozenset(xs)
    def __or__(self, other): return Bag(*(self.xs | other.xs))
    def __and__(self, other): return Bag(*(self.xs & other.xs))
    def __eq__(self, other): return isinstance(other, Bag) and self.xs == other.xs
    def __reversed__(self): return iter(sorted(self.xs, reverse=True))
    def __format__(self, spec): return f"bag of {len(self.xs):{spec}}"
    def __divmod__(self, k): return divmod(len(self.xs), k)
    def __floor__(self): return 7
    def __ior__(self, other):
        self.xs |= other.xs
        return self
class Short(Exception):
    def __init__(self, need, who):
        super().__init__(need, who)
        self.need = need
def pay(n):
    raise Short(n, "Ann")
# %% test sets
assert Bag(1) | Bag(2) == Bag(1, 2) and Bag(1, 2) & Bag(2) == Bag(2)
same = bag = Bag(1)
bag |= Bag(2)
assert same is bag and bag == Bag(1, 2)
# %% test texts
assert f"{Bag(1):03d}" == "bag of 001" and f"{Bag()}" == "bag of 0"
# %% test numbers
import math
assert divmod(Bag(1, 2, 3), 2) == (1, 1) and math.floor(Bag()) == 7
# %% test backwards
assert list(reversed(Bag(1, 3, 2))) == [3, 2, 1]
# %% test error
try:
    pay(3)
except Short as error:
    assert error.args == (3, "Ann") and error.need == 3 and str(error) == "(3, 'Ann')"
else:
    raise ValueError
made = Short(5, "Bo")
assert made.args == (5, "Bo") and str(made) == "(5, 'Bo')"
"""


def test_objects_have_their_less_usual_operators_and_errors_what_they_were_given(graded):
    assert set(graded(SPECIAL).values()) == {1}, graded.said
    assert graded(SPECIAL, "# %% answer a\nclass Bag: ...\nclass Short(Exception): ...\n") == {
        "sets": 0, "texts": 0, "numbers": 0, "backwards": 0, "error": 0,
    }  # fmt: skip
