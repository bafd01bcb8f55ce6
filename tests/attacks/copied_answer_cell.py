# verdict: graded, flagged
# points: 0
# flags: duplicate
#
# The answer cell is there twice, and so is every test, the second time as an empty cell.

# %% harness
def edit(notebook):
    import copy

    twice = []
    for cell in notebook["cells"]:
        twice.append(cell)
        if "nbgrader" in cell["metadata"]:
            twice.append(copy.deepcopy(cell))
            twice[-1]["id"] += "-2"
            if cell["metadata"]["nbgrader"]["grade"]:
                twice[-1]["source"] = ""
    notebook["cells"] = twice
    # Empty copies are changes of a locked cell, too: the instructor's text is not among them.
    for cell in notebook["cells"]:
        if cell["id"].endswith("-2") and not cell["source"]:
            cell["source"] = "# Hidden tests run here."
