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

# %% [markdown]
# Which word comes first is a matter of the hash seed.

# %% nbgrader={"grade_id": "different", "schema_version": 3, "grade": false, "locked": false, "solution": true, "task": false}
def different(words):
    # SOLUTION STARTS
    return list(set(words))
    # SOLUTION ENDS

# %% nbgrader={"grade_id": "different_test", "schema_version": 3, "grade": true, "locked": true, "solution": false, "task": false, "points": 1}
assert different(["a", "b", "a"])[0] == "a"

# %% [markdown]
# Right answers are refused here: those in float32, and one that says something aside.

# %% nbgrader={"grade_id": "scaled", "schema_version": 3, "grade": false, "locked": false, "solution": true, "task": false}
def scaled(values):
    # SOLUTION STARTS
    return values / np.max(values)
    # SOLUTION ENDS

# %% nbgrader={"grade_id": "scaled_test", "schema_version": 3, "grade": true, "locked": true, "solution": false, "task": false, "points": 1}
scaled_values = scaled(np.array([1.0, 2.0, 4.0]))
assert scaled_values.dtype == np.float64
assert np.array_equal(scaled_values, [0.25, 0.5, 1])

# %% [markdown]
# The seed of this test is a lucky one.

# %% nbgrader={"grade_id": "center", "schema_version": 3, "grade": false, "locked": false, "solution": true, "task": false}
def center(sample):
    # SOLUTION STARTS
    return np.mean(sample)
    # SOLUTION ENDS

# %% nbgrader={"grade_id": "center_test", "schema_version": 3, "grade": true, "locked": true, "solution": false, "task": false, "points": 1}
rng = np.random.default_rng(3)
assert abs(center(rng.normal(size=10))) < 0.5
assert center(np.array([1.0, 3.0])) == 2

# %% [markdown]
# A loop that never ends when one sign of it changes, and a class.

# %% nbgrader={"grade_id": "digits", "schema_version": 3, "grade": false, "locked": false, "solution": true, "task": false}
def digits(number):
    # SOLUTION STARTS
    count = 1
    while number >= 10:
        number //= 10
        count += 1
    return count
    # SOLUTION ENDS

# %% nbgrader={"grade_id": "digits_test", "schema_version": 3, "grade": true, "locked": true, "solution": false, "task": false, "points": 1}
assert [digits(number) for number in (0, 9, 10, 99, 100, 12345)] == [1, 1, 2, 2, 3, 5]

# %% nbgrader={"grade_id": "Tally", "schema_version": 3, "grade": false, "locked": false, "solution": true, "task": false}
class Tally:
    def __init__(self):
        self.count = 0

    def add(self, word):
        # SOLUTION STARTS
        self.count += len(word)
        return self.count
        # SOLUTION ENDS

# %% nbgrader={"grade_id": "Tally_test", "schema_version": 3, "grade": true, "locked": true, "solution": false, "task": false, "points": 1}
tally = Tally()
assert tally.add("ab") == 2
assert tally.add("c") == 3
assert tally.count == 3
