# verdict: graded or graded, flagged
# points: 0
#
# The tests in another order: what one test leaves for the next does not exist yet, and the learner
# offers something in its place.

# %% after
cases = []


# %% harness
def edit(notebook):
    from attack_course import cell_of

    visible = cell_of(notebook, "visible")
    notebook["cells"].remove(visible)
    notebook["cells"].append(visible)
