# verdict: graded, flagged
# points: 0
# flags: missing
#
# The tests carry other grade_ids, with paths, SQL and a thousand letters in them.

# %% harness
def edit(notebook):
    names = ["../../x", "'; drop table grade; --", "x" * 1000, "", "numbers ", "\u0000", None, 7]
    for cell in notebook["cells"]:
        if names and cell["metadata"].get("nbgrader", {}).get("grade"):
            cell["metadata"]["nbgrader"]["grade_id"] = names.pop()
