# verdict: graded
# points: 0
#
# Answers that are nested nine hundred deep, contain themselves, or refer to what was never sent.

# %% after
def nested(depth):
    value = 1
    for _ in range(depth):
        value = ["list", value]
    return value


shots = [
    nested(900), nested(90), ["known", 0], ["known", -1], ["known", 10**9], ["known"], ["list"],
    [], ["dict", [["list"], 1]], ["dict", 5], {"a": 1}, ["set", ["list"]], ["int", "zz"],
    ["bytes", 5], ["complex", "nan", []], ["slice", 1], ["range", 1, 2, 0], ["type", "Nothing"],
    ["path", "\x00"], ["tuple", ["known", 0], ["object", 0, None]], ["shared", 0], ["callback", 0],
    [["list"], 1], [None], ["object", 1, ["class", 1, None]], ["named", "os", "system"],
]  # fmt: skip


def answer(question):
    if question["do"] == "name":
        return found(function(1))
    shot = shots.pop(0) if shots else None
    return reply(
        shot, changed=[[0, shot], [-1, shot], ["x", shot], 5], objects=[[0, "x", shot, 0, 0]]
    )


IMPOSTOR
