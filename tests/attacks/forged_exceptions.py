# verdict: graded
# points: 0
#
# Says that its functions raised SystemExit, KeyboardInterrupt, StopIteration, the engine's own
# errors, or errors that are made in strange ways; in answer to a name as well.

# %% after
shots = [
    error(["builtins", "SystemExit"], args=["list", 0], text="0"),
    error(["builtins", "KeyboardInterrupt"], args=["list"], text=""),
    error(["builtins", "StopIteration"], args=["list"], text=""),
    error(["builtins", "StopAsyncIteration"], args=["list"], text=""),
    error(["builtins", "GeneratorExit"], args=["list"], text=""),
    error(["builtins", "BaseExceptionGroup"], args=["list", "x", ["list"]]),
    error(["builtins", "UnicodeDecodeError"], args=["list", 1, 2]),
    error(["autograder.engine.checker.remote", "LearnerGone"], args=["list"], text=""),
    error(["autograder.engine.submission.results", "CheckFailed"]),
    error(["unittest.case", "SkipTest"], args=["list", "x"], text="x"),
    error(["numpy", "float64"], text="no exception"),
    error(["builtins", "int"], text={"a": 1}),
    error(["builtins", "ValueError"], text="x" * 10**7, frames=["y" * 10**5] * 20),
    error(["builtins\x00", "\x00"], text="\ud800", frames=[5, None]),
    error(text="nothing is named"),
    {"error": {"mine": 0}}, {"error": {"mine": -1}}, {"error": {"mine": "x"}}, {"error": None},
    {}, {"reply": 1, "error": 5, "callback": None}, {"out": None}, {"out": 5}, {"callback": "x"},
]  # fmt: skip
turn = 0


def answer(question):
    global turn
    turn += 1
    if question["do"] == "name" and turn % 3:
        return found(function(1))
    return shots.pop(0) if shots else reply(None)


IMPOSTOR
