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
# # Unit 03a: One bend
#
# **The question of this notebook: what can one bend do that no straight line can?**
#
# In unit 02 a node multiplied, added up, and sent the sum on as it was. Unit 02 ended with a
# suspicion: such a network can do nothing that a straight line cannot do. Now the nodes learn one
# more step. It is a small step, and it changes everything.
#
# Unit 03 has three notebooks, one for each sitting. When you are done with this one, you will be
# able to
#
# - say why a network needs an *activation function*, and prove what happens without one;
# - write the most common one, relu, for numbers and for tables;
# - say how one relu node makes two lines that are not parallel.
#
# Time: about 40 minutes. Points: 4. A word that you do not know? Look it up in the
# [glossary](../glossary.md).

# %%
import numpy as np

from course import bank, checks, toolbox
from course.figures.lines import draw_model_lines

# %% [markdown]
# ## 1. The suspicion
#
# Here is the network of unit 02 again: two inputs, two hidden nodes, one output. Write its output
# as a formula, with $x_0$ and $x_1$ for the two inputs:
#
# $$2 \cdot (x_0 + x_1) - 1 \cdot (-x_0 + x_1)$$
#
# **Before you run the next cell:** multiply out the brackets and collect what belongs together. How
# many times $x_0$ is it, and how many times $x_1$?

# %%
bank_weights = {
    "node_0": np.array([1, 1]),
    "node_1": np.array([-1, 1]),
    "output": np.array([2, -1]),
}
for inputs in [[2, 3], [3, 4], [0, 1]]:
    one_node = 3 * inputs[0] + 1 * inputs[1]
    print(inputs, "network:", toolbox.forward(inputs, bank_weights), "  3 * x0 + 1 * x1:", one_node)

# %% [markdown]
# The hidden layer was no help at all. One node with the weights 3 and 1 does the same work, and one
# node with weights is the straight line of unit 01, without its bias.
#
# The cure: a node does something with its sum before it sends the sum on. From now on, the two
# steps have two names:
#
# - the **sum** $z$: multiply and add, as before;
# - the **value** $a$: what the node sends on. It is $a = f(z)$, and $f$ is called the
#   **activation function**, or activation for short.
#
# What $f$ must not be is a straight line. It needs a bend somewhere. Unit 03 shows the three bends
# that are used most. This notebook is about the first of them.

# %% [markdown]
# ## 2. relu: negative numbers stop here
#
# The most common activation is also the simplest. It is called **relu** (short for *rectified
# linear unit*), and it has one rule: a positive number passes, anything else becomes 0.
#
# $$\text{relu}(z) = \text{the larger of } 0 \text{ and } z$$
#
# **Before you run the next cell:** what is relu of 3, and what is relu of -3?

# %%
for z in [3, -3]:
    print("relu of", z, "is", toolbox.relu(z))

# %% [markdown]
# You may meet relu written in one of the two ways below. The idea is right: Python's `max(0, z)` is
# the larger of two numbers. But both functions have a fault.
#
# **Before you run the next cell:** what will each of the two print? (`try` and `except` let the
# cell go on after an error. You need not use them yourself.)


# %%
def relu_without_return(z):
    max(0, z)


def relu_of_one_number(z):
    return max(0, z)


print("first version, for 3:", relu_without_return(3))
print("second version, for 3:", relu_of_one_number(3))
try:
    print("second version, for two numbers:", relu_of_one_number(np.array([3, -3])))
except ValueError:
    print("second version, for two numbers: Python stops with an error (ValueError)")

# %% [markdown]
# The first one computes the right number and then forgets it: without `return`, a Python function
# gives back `None`. The second one works for a single number only. Python's `max` has to decide
# whether the array `[3, -3]` is larger than 0, and there is no answer to that: one of its numbers
# is larger, the other is not.
#
# NumPy has several functions that go through arrays number by number, so that the result has the
# same shape as what came in. `np.minimum` and `np.maximum` compare, `np.abs` drops the minus sign,
# and `np.where` chooses:

# %%
z = np.array([-7, 2, 5])
print("the smaller of 4 and each:", np.minimum(4, z))
print("without the sign:         ", np.abs(z))
print("1 where z > 3, else 0:    ", np.where(z > 3, 1, 0))

# %% [markdown]
# ### Exercise 1: relu (2 points)
#
# Write the function `relu`. It takes a number or an array of any shape, and returns a number or an
# array of the same shape. One line is enough, and one of the functions named above will help.
#
# (`toolbox.relu`, which the first cell of this section called, is the course's finished copy. The
# check of this exercise does not take it for an answer. Later you may use it wherever you like.)


# %% nbgrader={"grade": false, "grade_id": "relu", "locked": false, "schema_version": 3, "solution": true, "task": false}
def relu(z):
    """Return `z` where it is positive, and 0 elsewhere.

    Parameters
    ----------
    z : number, or array of any shape
        The sum of one node, or the sums of many nodes.

    Returns
    -------
    number, or array of the same shape as z
        For z = [-2, 0.5] this is [0, 0.5].
    """
    ### BEGIN SOLUTION
    return np.maximum(0, z)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "relu_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check relu: one number, a negative number, an array. Run this cell.
from course import checks

try:
    positive_answer = checks.call(relu, 3)
except np.exceptions.AxisError:
    checks.that(
        False,
        "np.max and np.min look for one number in ONE array. Which function of NumPy compares "
        "each number of an array with another number?",
    )
except (AttributeError, TypeError) as error_answer:
    checks.that(
        "imum() takes" not in str(error_answer) and "ArrayType" not in str(error_answer),
        "np.maximum and np.minimum compare two things, number by number. How many does your "
        "function hand to it?",
    )
    checks.that(
        "callable" in str(error_answer)
        or not any(sign_test in str(error_answer) for sign_test in ("'int' object", "type 'int'")),
        "relu(3) stops with an error: here z is one single number, and a loop, a place in square "
        "brackets or a word behind a dot needs an array. Which function of NumPy takes a number "
        "and an array alike?",
    )
    raise
positive_answer.is_not(
    0, "A positive number became 0. Which of the two, 0 and z, should be sent on?"
)
positive_answer.is_not(
    1, "It looks like 1 for every positive number. What should a node send on for 3?"
)
positive_answer.is_not(4, "3 became 4. With which number does relu compare each sum?")
positive_answer.is_not(6, "That is twice the number. What should a node send on for 3?")
positive_answer.is_number()
positive_answer.equals(3)
negative_answer = checks.call(relu, -3)
negative_answer.is_not(
    -3, "The negative number came through. What should the node send on instead?"
)
negative_answer.is_not(
    3, "The result is 3, just as it was for +3. What should a negative sum become?"
)
negative_answer.is_not(1, "A negative number became 1. What should the node send on instead?")
negative_answer.equals(0)
try:
    several_answer = checks.call(relu, np.array([-2.0, 0.5, 0.0, 4.0]))
except ValueError as error_answer:
    checks.that(
        "truth value" not in str(error_answer),
        "relu works for one number, but not for an array. Python's max and if decide about one "
        "number only. Which function of NumPy decides for each number of an array?",
    )
    checks.that(
        "inhomogeneous" not in str(error_answer),
        "relu works for one number, but not for an array: 0 and an array cannot stand in one list. "
        "Which function of NumPy takes them as two arguments and compares number by number?",
    )
    raise
several_answer.is_not(
    [0, 1, 0, 4],
    "One half became 1. A comparison such as z > 0 counts as 1 where it holds, and as 0 elsewhere. "
    "With which number should each number be compared?",
)
several_answer.is_not(
    [-2, 0.5, 0, 4],
    "The array came back as it was, with its negative number. `if` and np.any decide once for all "
    "numbers together. Which function decides for each of them?",
)
for mistake_test in (0, [0, 0, 0, 0]):
    several_answer.is_not(
        mistake_test,
        "The positive numbers became 0 as well. `if`, np.any and np.all decide once for all "
        "numbers together. Which function decides for each of them?",
    )
several_answer.is_not(
    [0, 0, 0, 4],
    "One half became 0, and it is positive. Is it rounded somewhere, or compared with another "
    "number than 0?",
)
several_answer.is_array((4,))
several_answer.equals([0, 0.5, 0, 4])
several_answer.keeps_inputs()
checks.passed("relu works here. The hidden tests try tables and other numbers, and fractions.")

# %% nbgrader={"grade": true, "grade_id": "relu_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
for number_test in (7, -7, 0, 0.25, -0.25, np.float32(-1.5)):
    checks.call(relu, number_test).is_number().equals((number_test + abs(number_test)) / 2)
checks.call(relu, np.array(2.5)).is_number().equals(2.5)
rng_test = np.random.default_rng(30)
for shape_test in [(1,), (6,), (3, 4), (1, 3), (2, 3, 4)]:
    z_test = rng_test.normal(size=shape_test)
    said_test = f"relu of an array of shape {shape_test}"
    array_answer = checks.call(relu, z_test, said=said_test).is_array(shape_test).keeps_inputs()
    array_answer.equals(
        (z_test + np.abs(z_test)) / 2, "Look at the numbers one by one: which should become 0?"
    )
    mirrored_answer = checks.call(relu, -z_test, said=said_test)
    checks.that(
        np.allclose(array_answer.value - mirrored_answer.value, z_test),
        f"{said_test}: relu(z) - relu(-z) should be z itself. Try it by hand with 3 and with -3.",
    )
### END HIDDEN TESTS

# %% [markdown]
# That was your first activation. relu is so popular because it is quick to compute, and because one
# bend can do a lot, as you will see now.
#
# ## 3. One relu node beside the straight line
#
# In unit 01 the straight line failed at the bank for one reason. A thousand more on the account
# means about 8 more transactions for a customer who is not retired, but only about 1 more for a
# retired customer. The line had to give both the same slope.
#
# We keep a straight line, and add **one relu node** to it. Its inputs are the balance, with the
# weight 1, and `retired`, with the weight -10. What it sends on counts 7 times:
#
# $$\hat{y} = 25 + 1 \cdot \text{balance} + 39 \cdot \text{retired}
# + 7 \cdot \text{relu}(\text{balance} - 10 \cdot \text{retired})$$
#
# The balance is between 0 and 10 (thousand), and `retired` is 0 or 1. **Before you run the cell:**
# for which customers does the node send on 0?


# %%
def transactions(balance, retired):
    node = toolbox.relu(balance - 10 * retired)
    return 25 + 1 * balance + 39 * retired + 7 * node


for retired in (0, 1):
    before = transactions(2, retired)
    after = transactions(3, retired)
    print(f"retired {retired}: balance 2 -> {before}, balance 3 -> {after}, gain {after - before}")

# %% [markdown]
# For a retired customer the node's sum is never positive. So relu sends on 0, and only the gain of
# 1 remains. For a customer who is not retired the node passes the balance on, with the weight 7:
# the gain is $1 + 7 = 8$.
#
# Now the customers of unit 01. **Before you run the next cell:** will the two lines be parallel?
# (`def predict(X)` makes a function that the figure can call. In it, `X[:, 0]` is the balance of
# all customers and `X[:, 1]` says who is retired.)

# %%
customers, y = bank.simulate()
X = customers[:, [1, 2]]


def predict(X):
    return transactions(X[:, 0], X[:, 1])


draw_model_lines(X, y, predict, caption="A straight line and one relu node.")

# %% [markdown]
# The two lines are no longer parallel: each follows its own group. How much better is that? We
# compare the sum of squared errors of unit 01, first for the best straight line, then for the line
# with its relu node:

# %%
w, b = toolbox.fit_linear(X, y)
line_error = toolbox.sum_of_squared_errors(y, toolbox.predict_linear(X, w, b))
bend_error = toolbox.sum_of_squared_errors(y, predict(X))
print("the best straight line:  ", round(line_error))
print("with one relu node:      ", round(bend_error))

# %% [markdown]
# Less than a third is left of the error. We have chosen these weights by hand, close to the lines
# that unit 01 fitted to each group alone. In unit 06 the network will find such weights by itself.
#
# (In this formula the balance and `retired` also reach the output directly, past the node. In the
# networks of this course every line goes through a hidden node. That is no obstacle: both numbers
# are never negative, and relu leaves such numbers as they are: relu(3) is 3. So two more relu nodes
# can pass them on.)

# %% [markdown]
# ## 4. The proof: without a bend, two layers are one
#
# In section 1 you multiplied out brackets for one small network. The same works for all networks
# of this kind, of any size.
#
# A layer without an activation is a matrix product, as in unit 02. In formulas the sign `@` is left
# out: $X W_1$ is `X @ W1`. We add a **bias**: one number for each node, which is added to its sum,
# like `b` in unit 01. Layers are counted from 1 here:
#
# - first layer: $H = X W_1 + b_1$. The table $H$ holds what the hidden nodes send on, one row for
#   each customer. The bias $b_1$ is added to **every row** of $X W_1$;
# - second layer: $Y = H W_2 + b_2$.
#
# Put the first line into the second:
#
# $$Y = (X W_1 + b_1) \, W_2 + b_2$$
#
# Matrix products only multiply and add. So two rules of plain numbers hold for them, too:
#
# 1. **A bracket is multiplied out.** $(X W_1 + b_1) \, W_2$ is $(X W_1) \, W_2 + b_1 W_2$. In the
#    last part stands a vector, $b_1$. Read `b1 @ W2` as the second layer for one single customer,
#    whose hidden nodes hold the numbers of `b1`: out comes one number for each output node.
# 2. **In a chain of products, the brackets may move.** $(X W_1) \, W_2$ is $X \, (W_1 W_2)$. We may
#    multiply the two tables of weights first, before any customer comes in.
#
# The next cell checks both rules with numbers, without $b_2$. **Before you run it:** the first bias
# is 10 and 20, and the weights of the output node are 3 and 1. What does the output node make of
# the bias, $10 \cdot 3 + 20 \cdot 1$?

# %%
small_X = np.array([[1, 2], [3, 0]])
small_W1, small_b1 = np.array([[1, 0], [2, 1]]), np.array([10, 20])
small_W2 = np.array([[3], [1]])
print("the bias through the second layer:", small_b1 @ small_W2)
print("layer by layer:")
print((small_X @ small_W1 + small_b1) @ small_W2)
print("rule 1, multiplied out:")
print((small_X @ small_W1) @ small_W2 + small_b1 @ small_W2)
print("rule 2, the weights first:")
print(small_X @ (small_W1 @ small_W2) + small_b1 @ small_W2)

# %% [markdown]
# All three give the same. (The order of the tables must stay: `W1 @ W2` is not `W2 @ W1`.) Now
# collect what belongs together:
#
# $$Y = X \, (W_1 W_2) + (b_1 W_2 + b_2)$$
#
# On the right stands **one** layer. Its weights are the first bracket, and its bias is the second.
#
# **Before you go on:** 3 inputs, 4 hidden nodes, 2 outputs. `W1` has the shape `(3, 4)` and `W2`
# has the shape `(4, 2)`. Which shapes do the weights and the bias of the one layer have?

# %% [markdown]
# ### Exercise 2: collapse two layers into one (2 points)
#
# Write the function `collapse`. It takes the weights and biases of two layers without an
# activation, and returns the weights `W` and the bias `b` of the one layer that does the same. Where
# letters stand side by side in the formulas, Python needs its `@`. A function can return two things
# with a comma between them: `return W, b`.


# %% nbgrader={"grade": false, "grade_id": "collapse", "locked": false, "schema_version": 3, "solution": true, "task": false}
def collapse(W1, b1, W2, b2):
    """Return the one layer that does the same as two layers without an activation.

    Parameters
    ----------
    W1 : array of shape (n_in, n_hidden)
        The weights of the first layer, one column for each hidden node.
    b1 : array of shape (n_hidden,)
        Its biases.
    W2 : array of shape (n_hidden, n_out)
        The weights of the second layer.
    b2 : array of shape (n_out,)
        Its biases.

    Returns
    -------
    W : array of shape (n_in, n_out)
    b : array of shape (n_out,)
        For W1 = [[2]], b1 = [1], W2 = [[3]] and b2 = [4], W is [[6]] and b is [7].
    """
    ### BEGIN SOLUTION
    W = W1 @ W2
    b = b1 @ W2 + b2
    return W, b
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "collapse_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check collapse: the weights and the bias of the one layer. Run this cell.
from course import checks

W1_test, b1_test = np.array([[1, 2], [0, 1]]), np.array([1, 2])
W2_test, b2_test = np.array([[2, 1], [3, 1]]), np.array([10, 20])
try:
    both_answer = checks.call(
        collapse, W1_test, b1_test, W2_test, b2_test, said="collapse(W1, b1, W2, b2)"
    )
except ValueError as error_answer:
    checks.that(
        "inhomogeneous" not in str(error_answer),
        "W is a table and b is a vector: they cannot become one array. How does a function return "
        "two things?",
    )
    raise
except NameError as error_answer:
    checks.that(
        "'X'" not in str(error_answer),
        "collapse gets no table X: the one layer is the same for all rows. What stands behind X in "
        "the last formula?",
    )
    raise
checks.that(
    isinstance(both_answer.value, tuple | list),
    "collapse(W1, b1, W2, b2) returns one thing, but the one layer has weights and a bias. Which "
    "two things follow `return`?",
)
both_answer.has_parts(2, "W and b")
checks.that(
    [getattr(part_test, "ndim", 0) for part_test in both_answer.value] != [1, 2],
    "collapse(W1, b1, W2, b2) returns first a vector and then a table. Which of them is W?",
)
W_answer = both_answer.item(0, "W")
W_answer.is_not(
    W2_test @ W1_test, "The order is turned round. Which layer do the rows of X meet first?"
)
W_answer.is_not(
    W1_test * W2_test,
    "These are products number by number. Which sign stands for a matrix product?",
)
W_answer.is_not(W1_test + W2_test, "The weights were added. What does X meet first, and what then?")
for mistake_test in (W1_test @ W2_test + b1_test, (W1_test + b1_test) @ W2_test):
    W_answer.is_not(
        mistake_test, "A bias is in the weights. To which part of the last formula does it belong?"
    )
W_answer.is_array((2, 2))
W_answer.equals([[8, 3], [3, 1]])
b_answer = both_answer.item(1, "b")
b_answer.is_not(
    b1_test + b2_test, "The first bias goes through the second layer too. What happens to it there?"
)
b_answer.is_not(b2_test, "The first bias is lost. Which way does it take to the output?")
b_answer.is_not(b1_test, "The second bias is lost, and the first is as it was. What happens to it?")
b_answer.is_not(b1_test @ W2_test, "The second bias is lost. Where is it added?")
for mistake_test in (W2_test @ b1_test + b2_test, W2_test @ b1_test):
    b_answer.is_not(mistake_test, "Does b1 stand on the same side of W2 as in the formula?")
b_answer.is_not(
    (b1_test + b2_test) @ W2_test,
    "The second bias went through the second layer. When is it added?",
)
for mistake_test in (
    b1_test @ W1_test + b2_test,
    W1_test @ b1_test + b2_test,
    b1_test @ W1_test @ W2_test + b2_test,
):
    b_answer.is_not(
        mistake_test, "The first bias went through the first layer. Which comes after it?"
    )
b_answer.is_not(b2_test @ W2_test + b1_test, "The biases changed places. Which one comes first?")
b_answer.is_not(
    b1_test * W2_test + b2_test,
    "b1 and W2 were multiplied number by number. Which sign stands for a matrix product?",
)
for mistake_test in (
    b1_test @ b2_test,
    b1_test * b2_test,
    b1_test @ W2_test @ b2_test,
    (b1_test @ W2_test) * b2_test,
):
    b_answer.is_not(
        mistake_test, "b2 was multiplied. Which sign stands in front of it in the formula?"
    )
b_answer.is_not(
    np.sum(b1_test @ W2_test + b2_test),
    "The biases of all output nodes were added up. How many biases has a layer with 2 nodes?",
)
b_answer.is_array((2,))
b_answer.equals([18, 23])
both_answer.keeps_inputs()
W1_test, b1_test = np.array([[1, 0], [2, 1], [0, -1]]), np.array([3, 5])
W2_test, b2_test = np.array([[2], [4]]), np.array([7])
said_test = "collapse for 3 inputs, 2 hidden nodes and 1 output"
both_answer = checks.call(collapse, W1_test, b1_test, W2_test, b2_test, said=said_test)
both_answer.has_parts(2, "W and b")
both_answer.item(0, "W").is_array((3, 1)).equals([[2], [8], [-4]])
both_answer.item(1, "b").is_array((1,)).equals([33])
checks.passed(
    "collapse works here. The hidden tests try other sizes, and send data through both networks."
)

# %% nbgrader={"grade": true, "grade_id": "collapse_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
rng_test = np.random.default_rng(35)
for n_in_test, n_hidden_test, n_out_test in [
    (2, 3, 1),
    (3, 4, 2),
    (1, 1, 1),
    (4, 2, 5),
    (3, 3, 3),
    (1, 4, 1),
]:
    W1_test, b1_test = (
        rng_test.normal(size=(n_in_test, n_hidden_test)),
        rng_test.normal(size=n_hidden_test),
    )
    W2_test, b2_test = (
        rng_test.normal(size=(n_hidden_test, n_out_test)),
        rng_test.normal(size=n_out_test),
    )
    said_test = (
        f"collapse for {n_in_test} inputs, {n_hidden_test} hidden nodes and {n_out_test} outputs"
    )
    both_answer = checks.call(
        collapse, W1_test, b1_test, W2_test, b2_test, said=said_test
    ).has_parts(2, "W and b")
    W_answer = both_answer.item(0, "W").is_array((n_in_test, n_out_test))
    b_answer = both_answer.item(1, "b").is_array((n_out_test,))
    W_answer.equals(np.einsum("ih,ho->io", W1_test, W2_test), "Which shapes meet at the @?")
    b_answer.equals(
        np.einsum("h,ho->o", b1_test, W2_test) + b2_test,
        "What happens to each bias on its way out?",
    )
    X_test = rng_test.normal(size=(6, n_in_test))
    checks.that(
        np.allclose(
            X_test @ W_answer.value + b_answer.value,
            np.einsum("nh,ho->no", X_test @ W1_test + b1_test, W2_test) + b2_test,
        ),
        f"{said_test}: the one layer should predict what the two layers predict, for any rows.",
    )
    both_answer.keeps_inputs()
### END HIDDEN TESTS

# %% [markdown]
# You have proved it: without activations two layers are one layer. With 3 inputs, 4 hidden nodes
# and 2 outputs, the one layer has weights of the shape `(3, 2)` and a bias of the shape `(2,)`: the
# 4 hidden nodes are gone. And when three layers follow each other, two of them collapse into one,
# then the next, and so on. **However many layers there are, without an activation they can do what
# one layer can do: a straight line.**
#
# You may read that the activation function "removes the nonlinearities". You have just seen the
# opposite: the activation **introduces** a nonlinearity, that is, a bend. Without it there is none.
#
# ## What you have learned
#
# - A node takes two steps: the sum $z$, then the activation, $a = f(z)$.
# - relu sends positive numbers on and turns all others into 0. `np.maximum` does this for a whole
#   array at once; Python's `max` cannot.
# - One relu node can be switched off for one group and on for the other. So two lines get two
#   slopes.
# - Without an activation, any stack of layers equals one layer.
#
# Press **Check all** above. **Next:** [03b, two smooth bends](03b_tanh_and_sigmoid.ipynb). Not every
# bend is as sharp as relu's.
#
# ## Go further
#
# - relu has relatives that are not quite flat on the left, such as *leaky relu*: it sends on a
#   hundredth of a negative number. Can you write one with `np.where`?
# - What happens to the picture when the node's weight for `retired` is -5 and not -10? Change it in
#   `transactions` and run the cells below it again.
# - What happens to the proof when relu stands between the layers? Which step is no longer allowed?
