# verdict: ungradable
# points: 0
# run: alone
#
# The list of cells holds texts, numbers and lists.

# %% harness
def edit(notebook):
    notebook["cells"] += ["x = 1", 5, None, [], [["cell_type", "code"]]]
