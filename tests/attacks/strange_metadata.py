# verdict: graded, flagged or ungradable
# points: 0
# run: alone
#
# The cells' metadata are lists and texts; nbgrader's part of them is a number.

# %% harness
def edit(notebook):
    for place, cell in enumerate(notebook["cells"]):
        cell["metadata"] = [[], "x", {"nbgrader": 5}, {"nbgrader": []}, None, 7][place % 6]
