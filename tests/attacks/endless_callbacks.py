# verdict: graded
# points: 0
#
# Instead of an answer, the learner's process calls the test's functions: with numbers that belong
# to none, with hostile arguments, without an end.

# %% after
import itertools

numbers = itertools.cycle([0, -1, 10**9, "x", None, [], 0.0])


def answer(question):
    if question.get("do") == "name":
        return found(function(1))
    return {
        "callback": next(numbers),
        "args": ["list", ["list", ["known", 0]], ["object", 7, None]],
        "kwargs": ["dict", ["x", 1]],
        "objects": [], "from": 0,
    }  # fmt: skip


IMPOSTOR
