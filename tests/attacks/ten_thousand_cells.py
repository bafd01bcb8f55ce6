# verdict: ungradable
# points: 0
#
# A notebook of ten thousand cells.

# %% harness
def edit(notebook):
    from attack_course import code_cell

    notebook["cells"] += [code_cell("1", f"cell-{number}") for number in range(10_000)]
