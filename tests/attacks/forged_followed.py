# verdict: graded
# points: 0
#
# Numbers of lists that nobody has given, a list that contains itself, one that is doubled with
# every answer, changes to what the test holds, and types of libraries with parts without an end.

# %% after
turn = 0
endless = ["range", 0, 2**60, 1]
shots = [
    ["def", 2, "list", ["known", 2], ["known", 2]], ["use", 0], ["known", 10**9],
    ["def", "x", "list"], ["def", 1, "list", 4], ["def", 3, "dict", ["a", ["known", 3]]],
    ["as", "collections.deque", None, endless], ["as", "builtins.dict_keys", endless],
    ["as", "os.system", "true"], ["as", "zoneinfo.ZoneInfo", "/etc/passwd"],
    ["as", "fractions.Fraction", 4, 0], ["as", ["list"]], ["as", "numpy.matrix", 4],
    ["object", 5, ["class", 6, {
        "name": "L", "qualname": "L", "module": "x", "doc": None, "signature": None,
        "special": ["eq"], "bases": [], "named": [], "like": "int",
        "annotations": [], "fields": None,
    }], ["tuple", 4]],
]  # fmt: skip


def answer(question):
    global turn
    turn += 1
    if question["do"] == "name":
        return found(function(1))
    number = 100 + 2 * turn
    doubled = ["def", number, "list", ["known", number - 2], ["known", number - 2]]
    changed = [[[1, ["list", 4]]], [[number, 1]], [["x", ["list"]]], [[1, ["dict"]]], [], 5]
    value = shots[turn // 2 % len(shots)] if turn % 2 else doubled
    return reply(value, **{"changed": changed[turn % 6], "dropped": [number, "x", -1][: turn % 4]})


IMPOSTOR
