# verdict: graded, flagged
# points: 0
# flags: changed, type
#
# An answer cell that says it is the test, and the test that says it is the answer.

# %% harness
def edit(notebook):
    by_name = {
        cell["metadata"]["nbgrader"]["grade_id"]: cell
        for cell in notebook["cells"]
        if "nbgrader" in cell["metadata"]
    }
    first, second = by_name["answers"], by_name["partial"]
    first["metadata"], second["metadata"] = second["metadata"], first["metadata"]
    first["cell_type"] = "raw"
    del first["outputs"], first["execution_count"]
