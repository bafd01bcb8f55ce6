# verdict: ungradable
# points: 0
#
# A notebook without a list of cells.

# %% harness
def edit(notebook):
    notebook["cells"] = {"cell_type": "code"}
