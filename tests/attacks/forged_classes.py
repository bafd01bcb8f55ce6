# verdict: graded
# points: 0
#
# Describes objects whose classes claim to be int, float, ndarray or Descent, with hostile names,
# bases that are no classes, and special methods that nobody should ask the learner for.

# %% after
special = [
    "__class__", "__getattribute__", "__array__", "__array_ufunc__", "__init_subclass__", "__new__",
    "__eq__", "__ne__", "__bool__", "__rsub__", "__sub__", "__abs__", "__le__", "__float__",
    "__instancecheck__", "__del__", "__reduce__", 5, None,
]  # fmt: skip
named = [["builtins", "int"], ["numpy", "ndarray"], ["descent", "Descent"], ["os", "environ"]]
names = ["int", "x\x00y", "", "a" * 10**6, None, 5, "__class__", "\ud800"]
bases = [
    [],
    [["object", 3, None]],
    [["shared", 0]],
    [["callback", 0]],
    [["class", 1, None]],
    5,
    "xx",
]
count = 100


def answer(question):
    global count
    if question["do"] == "name":
        return found(function(1))
    if question["do"] not in ("call", "getattr"):
        return reply(True)
    count += 2
    told = {
        "name": names[count // 2 % len(names)], "qualname": names[count // 2 % len(names)],
        "module": "builtins", "doc": {"a": 1}, "special": special,
        "bases": bases[count // 2 % len(bases)], "named": named,
        "annotations": [["x", ["list"]], [5, ["bytes"]], ["__class__", 3]][: count // 2 % 4],
        "fields": [None, [["x", None], ["import", [3]], [5, None]], [["__class__", [["int"]]]]][
            count // 2 % 3
        ],
        "signature": [["x", 9, None], ["\x00", 0, [["list"]]], 5],
    }  # fmt: skip
    return reply(["object", count, ["class", count + 1, told]])


IMPOSTOR
