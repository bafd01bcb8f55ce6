# verdict: graded, flagged
# points: 13
# flags: duplicate
#
# Right answers, and a test cell that is there twice with the same grade_id. Stock nbgrader stops the
# whole batch at it; here the learner keeps the points, and everybody else theirs.

# %% answer
RIGHT_ANSWERS


# %% harness
def edit(notebook):
    import copy

    from attack_course import cell_of

    cells = notebook["cells"]
    copied = copy.deepcopy(cell_of(notebook, "numbers"))
    copied["id"] = "copied"
    cells.insert(cells.index(cell_of(notebook, "numbers")), copied)
