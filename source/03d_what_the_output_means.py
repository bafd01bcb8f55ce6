# ---
# jupyter:
#   autograder:
#     assignment: 03_activation_functions
#   jupytext:
#     cell_metadata_filter: nbgrader,tags,-all
#     notebook_metadata_filter: kernelspec,jupytext,-jupytext.text_representation.jupytext_version
#     text_representation:
#       extension: .py
#       format_name: percent
#       format_version: '1.3'
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Unit 03d: What the output means
#
# **The question of this sitting: is the number that a network puts out a probability?**
#
# A bank asks: will this customer get a loan, yes or no? And another: will the customer make few,
# some or many transactions? The answer is a number, or several. In this sitting you will find out
# when such a number is a probability, and write the function that makes probabilities of several
# numbers.
#
# When you are done, you will be able to
#
# - say what the output of a network means, and what it does not mean;
# - choose what the output node does with its sum;
# - write softmax yourself, so that it is safe for any number.
#
# Time: about 40 minutes. Points: 3. A word that you do not know? Look it up in the
# [glossary](../glossary.md).

# %%
import numpy as np

from course import checks, toolbox

# %% [markdown]
# ## 1. What does an output of 0 mean?
#
# A bank wants to know whether it should grant a loan. In its data the **label** of a past customer
# is 1 when the loan was granted and 0 when it was not. The inputs are the age, and whether the
# customer is retired (0 or 1). Somebody has built this network. The customer is 40 years old and
# not retired. (`for name, function in [...]` goes through pairs: each time it takes one name and
# one function.)

# %%
loan_weights = {
    "node_0": np.array([1, 1]),
    "node_1": np.array([1, 1]),
    "output": np.array([1, -1]),
}
inputs = np.array([40, 0])
sum_0 = toolbox.node_value(inputs, loan_weights["node_0"])
sum_1 = toolbox.node_value(inputs, loan_weights["node_1"])
for name, function in [
    ("identity", toolbox.identity),
    ("tanh    ", toolbox.tanh),
    ("relu    ", toolbox.relu),
]:
    hidden = function(np.array([sum_0, sum_1]))
    output = toolbox.node_value(hidden, loan_weights["output"])
    print(name, " hidden:", hidden, " output:", round(output))

# %% [markdown]
# With tanh both hidden nodes are saturated: 40 is so far from 0 that the result is 1, as exactly as
# the computer can write it. A customer of 50 would look the same to them.
#
# You may read of this network: "the output is 0, which means that the loan is granted". Two things
# are wrong with that. First, 0 and 1 mean what the labels say, and here 0 is the label for *not*
# granted. Second, the output of such a network is not a probability: without a sigmoid at its end
# it can be any number, such as the 9 and the 52 of sitting 03c.

# %% [markdown]
# ### Quick question 1 (1 point)
#
# So what does the output 0 tell us about this customer? Try some other customers first: change
# `inputs` in the cell above.
#
# - **a**: the probability that they get the loan is 0 %
# - **b**: that an activation was used: with identity, customers of other ages get other outputs
# - **c**: nothing: both hidden nodes always hold the same number, and the output subtracts one from
#   the other


# %% nbgrader={"grade": false, "grade_id": "question_1", "locked": false, "schema_version": 3, "solution": true, "task": false}
def question_1():
    """Return the letter of your answer in quotes, such as return "a"."""
    ### BEGIN SOLUTION
    return "c"
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "question_1_test", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check question 1: is your answer one of the three letters? Run this cell.
letter = checks.choice(question_1, "abc")
print("Your answer is", letter + ". Whether it is right is checked when your work is graded.")
### BEGIN HIDDEN TESTS
checks.that(
    letter != "a",
    "Quick question 1, your answer a: try the ages 20 and 70, and other weights. Could the output "
    "be larger than 1?",
)
checks.that(
    letter != "b",
    "Quick question 1, your answer b: with identity, what do the hidden nodes hold for the ages 20 "
    "and 70, and what is the output?",
)
### END HIDDEN TESTS

# %% [markdown]
# So the last step of a network depends on what its output should mean:
#
# | the output should be | the output node |
# | --- | --- |
# | any number, such as transactions | sends its sum on as it is |
# | the probability of yes | sends on sigmoid of its sum |
# | one of several answers | is one of several, and softmax comes last |
#
# The third line is what this sitting is about from here on.
#
# ## 2. softmax: shares of one whole
#
# Sigmoid answers yes or no. What if there are more than two answers, such as *few*, *some* or
# *many* transactions? Then the network gets one output node for each answer, and the sums of these
# nodes are turned into shares:
#
# 1. raise $e$ to the power of each number, so that nothing is negative;
# 2. divide each by the sum of all.
#
# Now every share lies between 0 and 1, and together they make 1, as probabilities must. This is
# called **softmax**. Unlike the others, it does not look at each number alone, but at the whole
# row.

# %%
z = np.array([1.0, 2.0, 3.0])
powers = np.exp(z)
print("powers:      ", powers.round(4))
print("their sum:   ", powers.sum().round(4))
print("the shares:  ", toolbox.softmax(z).round(4))

# %% [markdown]
# **Before you run the next cell:** what happens to the shares when 10 is added to every number?

# %%
print("10 more:     ", toolbox.softmax(z + 10).round(4))

# %% [markdown]
# Nothing happens: only the differences count. We can use this against overflow. Subtract the
# **largest number of the row** from the whole row before you raise $e$ to its power. Then the
# largest power is $e^0 = 1$, and nothing can overflow.
#
# A table has one row for each customer, and every row gets its own shares. `np.max` and `np.sum`
# can do this; they only have to be told the direction. A table has two **axes**: axis 0 runs down
# the rows, axis 1 along the columns, and `axis=-1` is the last axis. A single row has only one
# axis, axis 0. It is the last one too, so `axis=-1` is right for a row and for a table.
#
# With `keepdims=True` the result stays a column, so that each row meets its own number:

# %%
table = np.array([[1, 2, 3], [10, 20, 60]])
print("sum of everything:", np.sum(table))
print("sum of each row:  ", np.sum(table, axis=-1))
print("sum of each row, as a column:")
print(np.sum(table, axis=-1, keepdims=True))
print("largest number of each row, as a column:")
print(np.max(table, axis=-1, keepdims=True))
print("each row divided by its sum:")
print((table / np.sum(table, axis=-1, keepdims=True)).round(3))

# %% [markdown]
# ### Exercise 6: softmax (2 points)
#
# Write the function `softmax`. It takes one row, or a table with one row for each customer, and
# returns the shares in the same shape. Three steps: subtract the largest number of each row, raise
# $e$ to the power, divide by the sum of each row.


# %% nbgrader={"grade": false, "grade_id": "softmax", "locked": false, "schema_version": 3, "solution": true, "task": false}
def softmax(z):
    """Return `z` turned into shares that sum to 1 along the last axis, without overflow.

    Parameters
    ----------
    z : array of shape (k,) or (n, k)
        One row, or n rows, of k sums.

    Returns
    -------
    array of the same shape as z
        For z = [1, 2, 3] this is about [0.09, 0.24, 0.67].
    """
    ### BEGIN SOLUTION
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "softmax_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check softmax: one row, a table, and large numbers. Run this cell.
z_test = np.array([1.0, 2.0, 3.0])
loop_test = (
    "One row came in, and each single number of it was treated as a row. How can you compute "
    "without a loop over rows, so that a row and a table are treated alike?"
)
try:
    row_answer = checks.call(softmax, z_test)
except np.exceptions.AxisError:
    checks.that(
        False, "A single row has no axis 1. Which axis is the last one, here and in a table?"
    )
except TypeError as error_answer:
    checks.that("not iterable" not in str(error_answer), loop_test)
    checks.that(
        "maximum()" not in str(error_answer),
        "np.maximum compares two things, number by number. Which function finds the largest number "
        "of each row?",
    )
    raise
row_answer.is_not([1, 1, 1], loop_test)
row_answer.is_not(
    z_test / 6, "These are shares of the numbers themselves. What comes before the division?"
)
row_answer.is_not(np.exp(z_test), "These are the powers. Do they sum to 1?")
row_answer.is_not(
    np.exp(z_test - 3),
    "These do not sum to 1. Which step makes shares of the powers, and do you return its result?",
)
powers_test = np.exp(z_test) - 3
for mistake_test in (powers_test, powers_test / np.sum(powers_test)):
    row_answer.is_not(
        mistake_test,
        "The largest number was subtracted from the powers. Should it be, or from the numbers "
        "before np.exp?",
    )
for mistake_test in (np.exp(z_test) / 6, np.exp(z_test - 3) / 6, np.exp(z_test - 3) / -3):
    row_answer.is_not(
        mistake_test,
        "The powers were divided by a sum of numbers that are no powers. Which sum makes shares?",
    )
for mistake_test in (np.exp(3), np.exp(-3)):
    row_answer.is_not(
        np.exp(z_test) / np.sum(np.exp(z_test)) * mistake_test,
        "Each number is divided by a sum of other powers than its own. Is the largest number "
        "subtracted in both places?",
    )
row_answer.is_not(
    np.exp(z_test / 3) / np.sum(np.exp(z_test / 3)),
    "The numbers were divided by the largest of them. What should happen with it instead?",
)
row_answer.is_not(
    1 / (1 + np.exp(-z_test)), "That is sigmoid of each number. Do the numbers sum to 1?"
)
row_answer.is_not(
    [0.66524096, 0.24472847, 0.09003057],
    "The largest number got the smallest share. What turned the order round?",
)
row_answer.is_not(
    [0, 0, 1], "That is only which number is largest. What are the shares of the others?"
)
row_answer.is_array((3,))
row_answer.equals([0.09003057, 0.24472847, 0.66524096])
row_answer.keeps_inputs()
z_test = np.array([[1.0, 2.0, 3.0], [0.0, 0.0, 0.0], [4.0, 0.0, 1.0]])
try:
    table_answer = checks.call(softmax, z_test, said="softmax of a table of 3 rows")
except ValueError as error_answer:
    checks.that(
        "truth value" not in str(error_answer),
        "softmax works for one row, but not for a table: Python's max compares whole rows. Which "
        "function of NumPy finds the largest number of each row?",
    )
    raise
table_answer.is_array((3, 3))
checks.that(
    not np.isclose(np.sum(table_answer.value), 1),
    "softmax of a table: the whole table sums to 1, and not each row. How does np.sum know in "
    "which direction to add up?",
)
checks.that(
    not np.allclose(np.sum(table_answer.value, axis=0), 1),
    "softmax of a table: each column sums to 1. Along which axis lies a row?",
)
rows_test = np.exp(z_test - np.max(z_test, axis=-1, keepdims=True))
missed_test = np.exp(z_test - np.max(z_test, axis=-1))
columns_test = np.exp(z_test - np.max(z_test, axis=0))
for mistake_test in (
    np.exp(z_test) / np.sum(np.exp(z_test), axis=-1),
    rows_test / np.sum(rows_test, axis=-1),
):
    table_answer.is_not(
        mistake_test,
        "The sums of the rows did not meet their own rows. Are they a row or a column of numbers?",
    )
for mistake_test in (
    missed_test / np.sum(missed_test, axis=-1, keepdims=True),
    missed_test / np.sum(missed_test, axis=-1),
):
    table_answer.is_not(
        mistake_test,
        "The largest numbers did not meet their own rows. Are they a row or a column of numbers?",
    )
table_answer.is_not(
    columns_test / np.sum(columns_test, axis=-1, keepdims=True),
    "The largest number of each column was subtracted. Along which axis lies a row?",
)
table_answer.equals(
    [[0.09003057, 0.24472847, 0.66524096], [1 / 3] * 3, [0.93623955, 0.01714783, 0.04661262]]
)
table_answer.keeps_inputs()
try:
    with np.errstate(over="raise", divide="raise", invalid="raise"):
        large_answer = checks.call(
            softmax, np.array([1000.0, 1000.0]), said="softmax of [1000, 1000]"
        )
except FloatingPointError:
    checks.that(
        False,
        "softmax of [1000, 1000] runs into an overflow: np.exp gets a number that is too large "
        "for it. What can you subtract from the whole row first?",
    )
large_answer.equals([0.5, 0.5])
try:
    with np.errstate(over="raise", divide="raise", invalid="raise"):
        large_answer = checks.call(
            softmax,
            np.array([[1000.0, 1000.0], [0.0, 0.0]]),
            said="softmax of [[1000, 1000], [0, 0]]",
        )
except FloatingPointError:
    checks.that(
        False,
        "softmax of [[1000, 1000], [0, 0]] gets a number that is too large, or divides 0 by 0. Is "
        "the number that you subtract the largest of each row, or of the whole table?",
    )
large_answer.equals([[0.5, 0.5], [0.5, 0.5]])
checks.passed(
    "softmax works here. The hidden tests try other rows and tables, and very large and small "
    "numbers."
)

# %% nbgrader={"grade": true, "grade_id": "softmax_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
try:
    with np.errstate(over="raise", divide="raise", invalid="raise"):
        far_answer = checks.call(
            softmax, np.array([[-2000, -2000], [3000, 3000], [0, 5000]]), said="softmax far from 0"
        )
except FloatingPointError as error_answer:
    checks.that(
        False,
        f"softmax far from 0 fails: {error_answer}. Which numbers does np.exp get for the row "
        "[-2000, -2000], and which for [3000, 3000]?",
    )
far_answer.equals([[0.5, 0.5], [0.5, 0.5], [0, 1]])
rng_test = np.random.default_rng(33)
for shape_test in [(1,), (5,), (1, 3), (3, 1), (4, 3), (2, 5)]:
    z_test = rng_test.normal(scale=2, size=shape_test)
    said_test = f"softmax of an array of shape {shape_test}"
    array_answer = checks.call(softmax, z_test, said=said_test).is_array(shape_test).keeps_inputs()
    checks.that(
        np.allclose(array_answer.value.sum(axis=-1), 1),
        f"{said_test}: the shares of each row should sum to 1. Along which axis do you add up?",
    )
    expected_test = np.exp(z_test - np.logaddexp.reduce(z_test, axis=-1, keepdims=True))
    array_answer.equals(
        expected_test, "Is each power divided by the sum of the powers in its own row?"
    )
### END HIDDEN TESTS

# %% [markdown]
# With softmax at its end, a network for three answers puts out three probabilities for each
# customer.
#
# ## What you have learned
#
# - 0 and 1 mean what the labels say. An output is a probability only if the last step makes it one.
# - The output node gets what its meaning asks for: nothing for a number, sigmoid for the
#   probability of yes, softmax for shares.
# - softmax looks at a whole row. Subtracting the largest number first keeps it safe.
#
# That was unit 03. **Next:** [unit 04, one more
# layer](../04_deeper_networks/04a_one_more_layer.ipynb), where layers are put behind each other.
#
# ## Go further
#
# - Change the weights of the loan network so that two customers get different outputs. Then put
#   `toolbox.sigmoid` around the output. What does 0.5 mean?
# - Is sigmoid a softmax in disguise? Compare `toolbox.softmax(np.array([z, 0]))` with
#   `toolbox.sigmoid(z)` for some numbers `z`.
