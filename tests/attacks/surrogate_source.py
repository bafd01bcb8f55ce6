# verdict: graded or graded, flagged or ungradable
# points: 0
# run: alone
#
# Half of a character in the text of cells, in their ids and in a picture's name.

# %% harness
def edit(notebook):
    from attack_course import code_cell

    notebook["cells"].append(code_cell("x = '\ud800'", "surrogate"))
    told = {"cell_type": "markdown", "id": "m", "metadata": {}, "source": "\udfff"}
    notebook["cells"].append({**told, "attachments": {"\ud800.png": {"image/png": "\ud800"}}})
