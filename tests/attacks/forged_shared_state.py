# verdict: graded
# points: 0
#
# Forged changes to the optimizer that the test has made: its methods, its class, its dictionary,
# and objects that nobody has shared.

# %% after
changes = [
    [0, "step", ["callback", 0], 0, 0], [0, "__class__", 1, 0, 0], [0, "__dict__", 1, 0, 0],
    [0, "__init__", 1, 0, 0], [0, "steps", ["object", 50, None], 0, 0], [0, "rate", True, 0, 0],
    [0, 5, 1, 0, 0], [0, "x\x00", ["known", 0], 0, 0], [0, "steps"], [99, "x", 1, 0, 0], [], 5,
    [[], "x", 1, 0, 0], [0, "big", "y" * 10**6, 0, 10**9], [-1, "steps", 2, 0, 0],
]  # fmt: skip
turn = 0


def answer(question):
    global turn
    turn += 1
    if question["do"] == "name":
        return found(function(1))
    return reply(-1, objects=changes[turn % len(changes) :][:1])


IMPOSTOR
