# verdict: ungradable
# points: 0
#
# A notebook of forty megabytes.

# %% harness
def edit(notebook):
    notebook["metadata"]["filling"] = "x" * 40 * 2**20
