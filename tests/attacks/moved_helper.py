# verdict: graded or graded, flagged
# points: 0
#
# The locked helper stands at the end of the notebook, and the learner's own `same`, which checks
# nothing, before the tests.

# %% after
def same(found, wanted):
    pass


cases = []


# %% harness
def edit(notebook):
    from attack_course import cell_of

    helper = cell_of(notebook, "helpers")
    notebook["cells"].remove(helper)
    notebook["cells"].append(helper)
