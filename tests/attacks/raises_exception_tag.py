# verdict: graded
# points: 0
#
# Tags every cell as one that may raise. Stock nbgrader runs on after the error; the test has to
# count as failed all the same.

# %% harness
def edit(notebook):
    for cell in notebook["cells"]:
        cell["metadata"]["tags"] = ["raises-exception"]
