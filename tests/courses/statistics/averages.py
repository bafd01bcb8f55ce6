# ---
# jupyter:
#   jupytext:
#     cell_metadata_filter: nbgrader,-all
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %%
import numpy as np

with open("table.txt") as file:
    table = [float(line) for line in file]

# %% nbgrader={"grade_id": "mean", "schema_version": 3, "grade": false, "locked": false, "solution": true, "task": false}
def mean(values):
    """Return the mean of a list."""
    # SOLUTION STARTS
    return sum(values) / len(values)
    # SOLUTION ENDS

# %% nbgrader={"grade_id": "mean_test", "schema_version": 3, "grade": true, "locked": true, "solution": false, "task": false, "points": 1}
assert mean([1, 2, 6]) == 3
# SECRET STARTS
assert mean(table) == 4.5
assert mean([-1.0]) == -1
# SECRET ENDS

# %% [markdown]
# The next exercise is only tested on a list that is in order.

# %% nbgrader={"grade_id": "largest", "schema_version": 3, "grade": false, "locked": false, "solution": true, "task": false}
def largest(values):
    # SOLUTION STARTS
    best = values[0]
    for value in values:
        if value > best:
            best = value
    return best
    # SOLUTION ENDS

# %% nbgrader={"grade_id": "largest_visible", "schema_version": 3, "grade": true, "locked": true, "solution": false, "task": false, "points": 1}
assert largest([1, 2, 3]) == 3

# %% nbgrader={"grade_id": "largest_hidden", "schema_version": 3, "grade": true, "locked": true, "solution": false, "task": false, "points": 1}
# SECRET STARTS
assert largest([1, 5, 9]) == 9
# SECRET ENDS

# %% [markdown]
# An answer that is always 0 is right here.

# %% nbgrader={"grade_id": "spread", "schema_version": 3, "grade": false, "locked": false, "solution": true, "task": false}
def spread(values):
    # SOLUTION STARTS
    return max(values) - min(values)
    # SOLUTION ENDS

# %% nbgrader={"grade_id": "spread_hidden", "schema_version": 3, "grade": true, "locked": true, "solution": false, "task": false, "points": 1}
# SECRET STARTS
assert spread([7, 7, 7]) == 0
# SECRET ENDS

# %% [markdown]
# This test needs the learner's own `mean`.

# %% nbgrader={"grade_id": "centered", "schema_version": 3, "grade": false, "locked": false, "solution": true, "task": false}
def centered(values):
    # SOLUTION STARTS
    middle = sum(values) / len(values)
    return [value - middle for value in values]
    # SOLUTION ENDS

# %% nbgrader={"grade_id": "centered_test", "schema_version": 3, "grade": true, "locked": true, "solution": false, "task": false, "points": 1}
assert centered([1, 2, 6]) == [1 - mean([1, 2, 6]), -1, 3]

# %% [markdown]
# Two answers, and one test for both; a third answer that a person reads.

# %% nbgrader={"grade_id": "half", "schema_version": 3, "grade": false, "locked": false, "solution": true, "task": false}
def half(x):
    # SOLUTION STARTS
    return x / 2
    # SOLUTION ENDS

# %% nbgrader={"grade_id": "quarter", "schema_version": 3, "grade": false, "locked": false, "solution": true, "task": false}
def quarter(x):
    # SOLUTION STARTS
    return half(half(x))
    # SOLUTION ENDS

# %% nbgrader={"grade_id": "shares", "schema_version": 3, "grade": true, "locked": true, "solution": false, "task": false, "points": 1}
assert half(3) == 1.5
assert quarter(8) == 2 and quarter(3) == 0.75

# %% nbgrader={"grade_id": "ideas", "schema_version": 3, "grade": true, "locked": false, "solution": true, "task": false, "points": 3}
# Your own ideas
pass
