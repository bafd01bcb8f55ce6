# verdict: graded
# points: 0
#
# Sends the answers of many questions before they are asked, and each of them twice.

# %% after
def answer(question):
    if question["do"] == "name":
        return [
            found(function(1)),
            reply(4),
            reply(2),
            reply(10),
            reply(-7.0),
            reply(0.2),
            reply(14),
        ]
    return [reply(16), reply(-18), found(True), reply(True), reply(15), reply(1.0)]


IMPOSTOR
