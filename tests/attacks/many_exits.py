# verdict: ungradable
# points: 0
#
# Sixty cells that each end the process: it would be started again for every one.

# %% harness
def edit(notebook):
    from attack_course import code_cell

    notebook["cells"] += [code_cell("import os\nos._exit(0)", f"exit-{i}") for i in range(60)]
