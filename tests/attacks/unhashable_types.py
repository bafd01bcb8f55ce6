# verdict: graded, flagged or ungradable
# points: 0
# run: alone
#
# Lists, objects and numbers where a notebook has texts: cell types, ids, tags, grade_ids, sources.

# %% harness
def edit(notebook):
    for strange in (["code"], {"a": 1}, 5, None, True, "widget"):
        notebook["cells"].append(
            {
                "cell_type": strange, "id": strange, "source": ["x = 1", strange],
                "metadata": {"tags": strange, "nbgrader": {"grade_id": strange, "grade": strange}},
            }
        )  # fmt: skip
    notebook["metadata"] = {"kernelspec": 5, "language_info": []}
