# ---
# jupyter:
#   autograder:
#     assignment: 02_forward_propagation
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
# # Unit 02b: Many customers
#
# **The question of this notebook: how does a network predict for many customers at once?**
#
# In 02a a network made one prediction. Here it makes one for each row of a table: first with a
# loop, then in one line. That one line is how every program for neural networks computes.
#
# When you are done, you will be able to
#
# - compute the predictions of a network row by row;
# - say what a *matrix product* does, and do the same with two of them.
#
# Time: about 35 minutes. Points: 6. A word that you do not know? Look it up in the
# [glossary](../glossary.md).

# %%
import numpy as np

from course import checks, toolbox
from course.figures.product import draw_product

# %% [markdown]
# The network is the one of 02a: two inputs, two hidden nodes, one output. Its weights stand in a
# dictionary, under the name of the node that they lead into. `toolbox.forward` computes one
# prediction.

# %%
bank_weights = {
    "node_0": np.array([1, 1]),
    "node_1": np.array([-1, 1]),
    "output": np.array([2, -1]),
}
print("prediction for [2, 3]:", toolbox.forward(np.array([2, 3]), bank_weights))

# %% [markdown]
# ## 1. One row after the other
#
# A bank has more than one customer. As in unit 00, the customers stand in a table `X`: each **row**
# is one customer, and each **column** is one feature. `X[0]` is row 0, a vector.

# %%
X = np.array([[2, 3], [3, 4], [0, 1]])
print("shape:", X.shape)
print("the customer in row 0:", X[0])

# %% [markdown]
# ### Exercise 3: one prediction for each row (2 points)
#
# Write the function `forward_rows`. It takes a table `X` and returns an array with one prediction
# for each row, in the same order. A loop over the rows is a good way: `for x in X` gives you one
# row after the other. For the prediction of one row, call `toolbox.forward(x, weights)`.
#
# Collect the predictions in a list: start with `[]`, and `append` puts one more at its end. (If
# `visits` is the list `[4]`, then after the line `visits.append(7)` it is `[4, 7]`.) When the loop
# is done, make an array of the list.


# %% nbgrader={"grade": false, "grade_id": "forward_rows", "locked": false, "schema_version": 3, "solution": true, "task": false}
def forward_rows(X, weights):
    """Return the prediction of the 2-2-1 network for each row of X.

    Parameters
    ----------
    X : array of shape (n, 2)
        One row for each customer.
    weights : dict
        "node_0", "node_1" and "output", each an array of shape (2,).

    Returns
    -------
    array of shape (n,)
        For X = [[2, 3], [3, 4]] and the weights above, the first number is 9.
    """
    ### BEGIN SOLUTION
    return np.array([toolbox.forward(x, weights) for x in X])
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "forward_rows_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check forward_rows: three customers, then four and other weights. Run this cell.
from course import checks

weights_test = {
    "node_0": np.array([1, 1]),
    "node_1": np.array([-1, 1]),
    "output": np.array([2, -1]),
}
X_test = np.array([[2, 3], [3, 4], [0, 1]])
rows_answer = checks.call(forward_rows, X_test, weights_test, said="forward_rows(X, weights)")
rows_answer.is_not(
    9, "That is the first row alone. Is there a loop, and does `return` stand inside it?"
)
rows_answer.is_not(1, "That is the last row alone. Where do you keep the others?")
rows_answer.is_not(23, "One number came out for all customers together. What do you want for each?")
rows_answer.is_not(
    [1], "Only the last row is in it. Which lines belong inside the loop, and which around it?"
)
rows_answer.is_not([9, 13], "The last row is missing. How many rows came in?")
rows_answer.is_not(
    [8, 12, 12, 16, 0, 4], "Each single number went in. What is a customer: a number, or a row?"
)

rows_answer.is_not([], "It is empty: no prediction was kept. Which line should keep each one?")
rows_answer.is_array((3,))
rows_answer.is_not(
    [23, 23, 23], "Each time the whole table went in. What does `for` give you at each turn?"
)
rows_answer.is_not(
    [9, 9, 9], "The same row went in each time. What does the loop give you at each turn?"
)
rows_answer.is_not([0, 4, 8], "The number of each row went in. What does `for x in X` give you?")
rows_answer.is_not([8, 12, 0], "Only the first number of each row went in. What is a customer?")
rows_answer.is_not([1, 2, -1], "The hidden layer is missing. Which function knows all layers?")
for mistake_test in ([5, 7, 1], [1, 1, 1]):
    rows_answer.is_not(
        mistake_test, "That is one hidden node of each row. Which function computes the output?"
    )
rows_answer.is_not([1, 13, 9], "The order is reversed. Which customer stands in row 0?")
rows_answer.equals([9, 13, 1])
rows_answer.keeps_inputs()
weights_test = {
    "node_0": np.array([2, 0.5]),
    "node_1": np.array([1, -1]),
    "output": np.array([0.5, 5]),
}
X_test = np.array([[1, 2], [4, 1], [0, -2], [2, 0]])
rows_answer = checks.call(forward_rows, X_test, weights_test, said="forward_rows with 4 rows")
rows_answer.is_not([-3.5, 19.25, 9.5], "The last row is missing. How many rows came in?")
rows_answer.is_not(
    [5, 13, -2, 6], "The weights of the first call are still in it. Where does `weights` go?"
)
rows_answer.equals([-3.5, 19.25, 9.5, 12])
checks.passed("forward_rows works here. The hidden tests try longer tables and a table of one row.")

# %% nbgrader={"grade": true, "grade_id": "forward_rows_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
rng_test = np.random.default_rng(21)
for n_test in (1, 2, 50):
    X_test = rng_test.normal(size=(n_test, 2))
    weights_test = {name: rng_test.normal(size=2) for name in ("node_0", "node_1", "output")}
    W1_test = np.column_stack([weights_test["node_0"], weights_test["node_1"]])
    expected_test = X_test.dot(W1_test).dot(weights_test["output"])
    said_test = f"forward_rows with {n_test} rows"
    rows_answer = checks.call(forward_rows, X_test, weights_test, said=said_test)
    rows_answer.is_array((n_test,)).keeps_inputs()
    rows_answer.equals(expected_test)
### END HIDDEN TESTS

# %% [markdown]
# ## 2. All customers in one line
#
# A loop in Python is slow when there are millions of rows. Mathematics has an old abbreviation for
# "multiply and add, for every row and every node": the **matrix product**. NumPy writes it `@`.
# You met it in unit 01, where it multiplied the rows of a table by **one** vector of weights. Here
# there are two hidden nodes, so there are two vectors of weights.
#
# Put them into a table `W1`, with **one column for each hidden node**:
#
# - column 0 holds the weights of node 0, which are 1 and 1;
# - column 1 holds the weights of node 1, which are -1 and 1.

# %%
W1 = np.array([[1, -1], [1, 1]])
print(W1)

# %% [markdown]
# So its **rows** belong to the inputs: row 0 holds what input 0 is multiplied by, on its way to each
# of the nodes. (The dictionary holds the same numbers, node by node.)
#
# Then `X @ W1` holds the hidden nodes of all customers. Each of its numbers is a weighted sum: one
# row of `X` with one column of `W1`. The picture shows one of them.

# %%
X = np.array([[2, 3], [3, 4], [0, 1]])
draw_product(X, W1, row=0, column=1)

# %% [markdown]
# Row 0 of `X` and column 1 of `W1` meet. Their weighted sum goes to row 0, column 1 of the result:
# it is hidden node 1 of customer 0.
#
# **Before you run the next cell:** which number stands in row 1, column 0? Work it out with a row
# and a column, as in the picture.

# %%
print("X has shape", X.shape, "and W1 has shape", W1.shape)
print("X @ W1:")
print(X @ W1)

# %% [markdown]
# Row 1, column 0: the row 3, 4 and the column 1, 1 give 3 times 1 plus 4 times 1, which is 7. And
# the first row is 5 and 1, the hidden nodes of the customer `[2, 3]`, as in 02a.
#
# The shapes follow a rule that is worth knowing by heart. With two inputs and four hidden nodes it
# says:
#
# $$(n, \mathbf{2}) \; @ \; (\mathbf{2}, 4) \; \rightarrow \; (n, 4)$$
#
# The two **inner** numbers must be equal: every input needs its weight. They vanish, and the two
# **outer** numbers remain: rows of `X`, columns of `W1`. So the order matters: `W1 @ X` stops with an
# error here, because the inner numbers would be 2 and 3.
#
# With a vector on the right there is one weighted sum for each row, and one number for each comes
# out. Its shape is `(n,)`:
#
# $$(n, \mathbf{2}) \; @ \; (\mathbf{2},) \; \rightarrow \; (n,)$$
#
# In the next cell, `np.ones((100, 3))` is a table of ones with 100 rows and 3 columns. Only the
# shapes matter here.

# %%
X_wide = np.ones((100, 3))
W_wide = np.ones((3, 4))
print("(100, 3) @ (3, 4) gives", (X_wide @ W_wide).shape)
print("(100, 3) @ (3,) gives", (X_wide @ np.ones(3)).shape)

# %% [markdown]
# ### Exercise 4: the network as matrix products (3 points)
#
# Write the function `forward_matrix`. It does what `forward_rows` does, without a loop. (A loop over
# the rows would be right as well. But try it without: that is what this section is about.) It takes
#
# - `X` of shape `(n, n_inputs)`, one row for each customer;
# - `W1` of shape `(n_inputs, n_hidden)`, one column for each hidden node;
# - `w2` of shape `(n_hidden,)`, the weights of the one output node. In our network they are 2 and
#   -1.
#
# It returns the predictions, an array of shape `(n,)`. Two products are enough: the first one gives
# the hidden nodes of all customers, the second one the output of all customers. Write down the
# shapes before you write the code.


# %% nbgrader={"grade": false, "grade_id": "forward_matrix", "locked": false, "schema_version": 3, "solution": true, "task": false}
def forward_matrix(X, W1, w2):
    """Return the predictions of a network with one hidden layer, for all rows at once.

    Parameters
    ----------
    X : array of shape (n, n_inputs)
        One row for each customer.
    W1 : array of shape (n_inputs, n_hidden)
        One column for each hidden node.
    w2 : array of shape (n_hidden,)
        The weights of the output node.

    Returns
    -------
    array of shape (n,)
        For X = [[2, 3]], W1 = [[1, -1], [1, 1]] and w2 = [2, -1] this is [9].
    """
    ### BEGIN SOLUTION
    return X @ W1 @ w2
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "forward_matrix_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check forward_matrix: the network above, then one with four hidden nodes. Run this cell.
from course import checks

X_test = np.array([[2, 3], [3, 4], [0, 1]])
W1_test = np.array([[1, -1], [1, 1]])
w2_test = np.array([2, -1])
matrix_answer = checks.call(
    forward_matrix, X_test, W1_test, w2_test, said="forward_matrix(X, W1, w2)"
)
checks.that(
    not isinstance(matrix_answer.value, tuple),
    "forward_matrix(X, W1, w2) returned two things: a comma in `return` makes a tuple of them. "
    "Which sign stands for the second product?",
)
matrix_answer.is_not(X_test @ W1_test, "These are the hidden nodes. Which step comes after them?")
matrix_answer.is_not(
    X_test @ W1_test * w2_test, "These products are not added up yet. Did you use `@` or `*`?"
)
matrix_answer.is_not(
    X_test @ W1_test + w2_test, "The weights of the output were added. How does a node use weights?"
)
matrix_answer.is_not(
    23, "One number came out for all customers together. What do you want for each?"
)
matrix_answer.is_not(9, "That is the first row alone. What about the other rows?")
matrix_answer.is_not(
    [[9, 13, 1]],
    "The brackets around the predictions make them one row of a table. Are they needed?",
)
matrix_answer.is_not([26, -3], "You added up columns. What belongs to one customer?")
matrix_answer.is_not(
    [3, 1],
    "These are two numbers, for three customers. Is `X` left out, or does `hidden[0]`, a row, stand "
    "where a column belongs?",
)
matrix_answer.is_array((3,))
matrix_answer.is_not(
    [-7, -9, -3], "Do the weights of node 0 stand in a row of `W1` or in a column?"
)
matrix_answer.is_not([1, 2, -1], "The hidden layer is missing. Where does `W1` come in?")
matrix_answer.is_not([6, 8, 2], "That is the sum of the hidden nodes. Where does `w2` come in?")
matrix_answer.equals([9, 13, 1])
matrix_answer.keeps_inputs()
X_test = np.array([[1, 0, 2], [3, 1, -1]])
W1_test = np.array([[1, 0, 2, -1], [0, 3, 1, 1], [2, 1, 0, 4]])
matrix_answer = checks.call(forward_matrix, X_test, W1_test, np.array([1, -2, 3, 2]))
matrix_answer.is_not([1, -3], "Only two hidden nodes are in it. How many columns has `W1` here?")
matrix_answer.equals([21, 6], "Which shapes meet at each `@`?")
checks.passed(
    "forward_matrix works here. The hidden tests try other sizes of table and hidden layer."
)

# %% nbgrader={"grade": true, "grade_id": "forward_matrix_hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
rng_test = np.random.default_rng(22)
for n_test, n_inputs_test, n_hidden_test in [(1, 2, 2), (5, 2, 3), (100, 3, 4), (7, 5, 1)]:
    X_test = rng_test.normal(size=(n_test, n_inputs_test))
    W1_test = rng_test.normal(size=(n_inputs_test, n_hidden_test))
    w2_test = rng_test.normal(size=n_hidden_test)
    said_test = f"forward_matrix with {n_test} rows and {n_hidden_test} hidden nodes"
    matrix_answer = checks.call(forward_matrix, X_test, W1_test, w2_test, said=said_test)
    matrix_answer.is_array((n_test,)).keeps_inputs()
    expected_test = np.einsum("ni,ih,h->n", X_test, W1_test, w2_test)
    matrix_answer.equals(expected_test)
### END HIDDEN TESTS

# %% [markdown]
# That is how libraries compute a layer, for a thousand rows or for a million.
#
# ## 3. One last look at this network
#
# ### Quick question 1 (1 point)
#
# Someone doubles **both** inputs, from `[2, 3]` to `[4, 6]`, and leaves the weights alone. What
# happens to the prediction?
#
# - **a**: it stays the same
# - **b**: it doubles
# - **c**: it becomes four times as large, because there are two layers
#
# Decide first. Then you may check yourself with `toolbox.forward` and `bank_weights`.


# %% nbgrader={"grade": false, "grade_id": "question_1", "locked": false, "schema_version": 3, "solution": true, "task": false}
def question_1():
    """Return the letter of your answer in quotes, such as return "a"."""
    ### BEGIN SOLUTION
    return "b"
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "question_1_test", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check question 1: is your answer one of the three letters? Run this cell.
from course import checks

letter = checks.choice(question_1, "abc")
print("Your answer is", letter + ". Whether it is right is checked when your work is graded.")
### BEGIN HIDDEN TESTS
checks.that(
    letter != "a",
    "Quick question 1, your answer a: compute the hidden nodes for [4, 6]. Are they 5 and 1?",
)
checks.that(
    letter != "c",
    "Quick question 1, your answer c: the output node sees the hidden nodes and not the inputs. "
    "How do the hidden nodes change?",
)
### END HIDDEN TESTS

# %% [markdown]
# ## What you have learned
#
# - A table `X` has one row for each observation and one column for each feature.
# - In a matrix product, every row on the left meets every column on the right: one weighted sum for
#   each pair. One product computes one layer for all rows.
# - `(n, k) @ (k, m)` gives `(n, m)`. The inner numbers must be equal.
#
# One thing should make you suspicious: is there anything in this network that a straight line could
# not do? (In quick question 1 both inputs were doubled. A weighted sum of doubled numbers is doubled
# too, in every layer, as on a straight line.) There is not, and unit 03 shows why, and what is
# missing.
#
# Now press **Check all** above, then **Submit**. After that, go on with
# [03a: One bend](../03_activation_functions/03a_one_bend.ipynb).
#
# ## Go further
#
# - Change one weight in the cell below. Which of the three predictions change?
# - The word *feed-forward* means that the numbers only ever flow from left to right. There are
#   networks with loops (*recurrent* networks). They read text and sound, one step after the other.

# %%
bank_weights["node_1"] = np.array([-1, 1])
for x in X:
    print(x, "gives", toolbox.forward(x, bank_weights))
