# verdict: ungradable
# points: 0
#
# A notebook of version 99.

# %% harness
def edit(notebook):
    notebook["nbformat"] = 99
