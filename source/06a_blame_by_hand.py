# ---
# jupyter:
#   autograder:
#     assignment: 06_backpropagation
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
# # Unit 06a: Blame by hand
#
# **The question of this notebook: who is to blame for the error?**
#
# A network made a prediction, and it was wrong. Each of its weights had a part in that. Which of
# them should grow, which should shrink, and how much? In unit 05 you could answer this for a
# model with one layer. In the three sittings of this unit you answer it for any network. Then you
# train one: on the bank's customers, where the straight line of unit 01 failed.
#
# When you are done with this notebook, you will be able to
#
# - carry the blame for an error backward through a small network, with a pencil;
# - say what the slope of an activation has to do with it;
# - carry the blame back through one layer, for all customers at once.
#
# Time: about 40 minutes. Points: 4. A word that you do not know? Look it up in the
# [glossary](../glossary.md).

# %%
import numpy as np

from course import checks, toolbox
from course.figures.blame import draw_blame

# %% [markdown]
# ## 1. Blame, by hand
#
# Here is the network of unit 02 once more. It has no activation. For the customer with the inputs
# 2 and 3, its hidden nodes hold 5 and 1, and it predicts 9. Then a year goes by, and we learn
# that the customer made only 4 transactions. The error is $9 - 4 = 5$. The cost is the squared
# error, 25.
#
# The **blame** of a node is the slope of the cost along this node: for a tiny change of the number
# in the node, the change of the cost divided by the change of this number. (Blame is our word for
# it. Books say *gradient*, or *delta*.) For the output node we know it from unit 05. The slope of a
# square is two times the error:
#
# $$2 \cdot (9 - 4) = 10$$
#
# **Before you go on:** in the drawing below, hidden node 0 reaches the output over a line (books say
# *edge*) with the weight 2. If the node grows by 0.001, by how much does the output grow? And the
# cost? So what is the blame of the node?

# %%
values = [[2, 3], [5, 1], [9]]
edges = [[[1, -1], [1, 1]], [[2], [-1]]]
draw_blame(
    values,
    edges,
    [["?", "?"], [10]],
    caption="The blame arrives at the output. Each edge carries its weight.",
)

# %% [markdown]
# **Rule 1: blame flows backward over the same lines, the edges, times their weights.** If hidden
# node 0 grows by a tiny amount, the output grows by 2 times that amount, and the cost by
# $10 \cdot 2$ times that amount. If hidden node 1 grows, the output *shrinks* by the same amount.
# So
#
# - the blame of hidden node 0 is $10 \cdot 2 = 20$;
# - the blame of hidden node 1 is $10 \cdot (-1) = -10$.
#
# A negative blame is no praise. It only says: more in this node, less cost. (When a node has
# several edges to the right, the blame that comes over all of them is added up.)
#
# **Rule 2: the slope along a weight is what came in from the left, times the blame on the
# right.** The weight 2 of the upper edge multiplies the 5 of hidden node 0. If the weight grows by
# a tiny amount, the output grows by 5 times that amount, and the cost by $5 \cdot 10 = 50$ times
# that amount. For the weight from input 1 (which holds 3) to hidden node 1 it is
# $3 \cdot (-10) = -30$.
#
# That is all. Mathematicians call it the **chain rule**: along a path the slopes are multiplied.
# (You have used it before: the slope of the RMSE in unit 05 is the slope of the MSE times the slope
# of the root.) **Backpropagation** is the chain rule, done once for the whole network from right to
# left, so that no product is computed twice.

# %%
draw_blame(
    values,
    edges,
    [[20, -10], [10]],
    label="slopes",
    caption="The blame of the hidden nodes and of the output, and on each edge the slope along its "
    "weight.",
)

# %% [markdown]
# Is it true? In unit 05 you saw a tool that needs no rule at all: `numerical_slope` makes tiny
# steps. The next cell writes all six weights into one array and asks it.


# %%
def squared_error(weights):
    hidden_0 = 2 * weights[0] + 3 * weights[1]
    hidden_1 = 2 * weights[2] + 3 * weights[3]
    return (hidden_0 * weights[4] + hidden_1 * weights[5] - 4) ** 2


measured = toolbox.numerical_slope(squared_error, np.array([1, 1, -1, 1, 2, -1]))
by_rule = np.array([2 * 20, 3 * 20, 2 * -10, 3 * -10, 5 * 10, 1 * 10])
print("by rule:      ", by_rule)
print("by tiny steps:", measured.round(3))

# %% [markdown]
# The same six slopes. But tiny steps need two forward passes for each weight. For a network with a
# million weights that is hopeless. Backpropagation needs one way forward and one way back for all
# of them together.
#
# Now we step against the slopes, as in unit 05, with a small learning rate. **Before you run the
# next cell:** will the prediction rise or fall?

# %%
W1 = np.array([[1, -1], [1, 1]])  # one column for each hidden node
w2 = np.array([2, -1])
W1_new = W1 - 0.001 * np.array([[40, -20], [60, -30]])
w2_new = w2 - 0.001 * np.array([50, 10])
for first, second in ((W1, w2), (W1_new, w2_new)):
    prediction = np.array([2, 3]) @ first @ second
    print(f"prediction {prediction:.2f}, squared error {(prediction - 4) ** 2:.2f}")

# %% [markdown]
# ## 2. Through the activation
#
# A node with an activation does two things: it adds up its sum `z`, then it sends on
# `a = activation(z)`. On the way back, the blame has to pass the activation, too. If `z` grows by a
# tiny amount, `a` grows by that amount times the slope of the activation at `z`. So
#
# **Rule 3: the blame of the sum `z` is the blame of `a`, times the slope of the activation at
# `z`.**
#
# The slope of a function is called its **derivative**. For our three activations:
#
# | activation | its derivative at $z$ | in words |
# | --- | --- | --- |
# | relu | 1 where $z > 0$, else 0 | a gate: open or closed |
# | tanh | $1 - (\tanh z)^2$ (in Python: `** 2`) | 1 in the middle, 0 far outside |
# | sigmoid | $s \, (1 - s)$ with $s = \text{sigmoid}(z)$ | 0.25 in the middle, 0 far outside |
#
# At exactly $z = 0$ relu has a **kink**: left of it the slope is 0, right of it 1, and at the kink
# itself there is none. By agreement we take 0.
#
# Forgetting rule 3 is a common mistake. It is nasty, because nothing crashes: the slopes are just
# wrong.

# %% [markdown]
# ### Exercise 1: three derivatives (2 points)
#
# Write the three functions. Each takes `z`, a number or an array of any shape, and returns the
# slope at each of its numbers. You may call `toolbox.tanh(z)` and `toolbox.sigmoid(z)`. For relu,
# a comparison such as `z > 5` works on a whole array, and `np.where(z > 5, 10, 20)` makes an array
# with 10 where the condition holds and 20 elsewhere.


# %% nbgrader={"grade": false, "grade_id": "derivatives", "locked": false, "schema_version": 3, "solution": true, "task": false}
def relu_derivative(z):
    """Return the slope of relu at z: 1 where z is positive, 0 elsewhere.

    Parameters
    ----------
    z : float or array
        The sums of some nodes.

    Returns
    -------
    float or array of the same shape
        For z = [-2, 0, 3] this is [0, 0, 1].
    """
    ### BEGIN SOLUTION
    return np.where(np.asarray(z) > 0, 1.0, 0.0)
    ### END SOLUTION


def tanh_derivative(z):
    """Return the slope of tanh at z. For z = [0, 1] this is about [1, 0.41997]."""
    ### BEGIN SOLUTION
    return 1 - toolbox.tanh(z) ** 2
    ### END SOLUTION


def sigmoid_derivative(z):
    """Return the slope of the sigmoid at z. For z = [0, 1] this is about [0.25, 0.19661]."""
    ### BEGIN SOLUTION
    s = toolbox.sigmoid(z)
    return s * (1 - s)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "derivatives_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check the three derivatives: numbers and arrays. Run this cell.
from course import checks

z_test = np.array([-2.0, 0.0, 3.0])
slopes_answer = checks.call(relu_derivative, z_test)
checks.that(
    not isinstance(slopes_answer.value, tuple),
    "relu_derivative returns a tuple. With a condition alone `np.where` looks for places. Which two "
    "numbers should it choose from?",
)
if np.shape(slopes_answer.value) == ():
    slopes_answer.is_not(3, "That is the largest number. Which function looks at each of them?")
slopes_answer.is_array((3,))
slopes_answer.is_not(
    [1, 0, 1], "Every number but 0 has opened the gate. Which comparison decides about it?"
)
slopes_answer.is_not([0, 0, 3], "That is relu itself. How steep is it at 3?")
slopes_answer.is_not(
    [-2, 0, 1], "Where z is not positive, z itself came back. How steep is relu there?"
)
slopes_answer.is_not([0, 0, 0], "That is 0 everywhere. How steep is relu at 3?")
slopes_answer.is_not([0, 1, 1], "What did we agree on for a sum of exactly 0?")
slopes_answer.is_not([-1, 0, 1], "That is the sign of z. How steep is the flat part of relu?")
for mistake_test in ([1, 0, 0], [1, 1, 0]):
    slopes_answer.is_not(mistake_test, "The gate is open on the wrong side. Where is relu flat?")
slopes_answer.is_not(
    [0, 0, 2], "That is twice too large. How much does relu rise when z rises by 1?"
)
slopes_answer.equals([0, 0, 1], "Where is relu flat, and how steep is it elsewhere?")
slopes_answer.keeps_inputs()
try:
    checks.call(relu_derivative, 3.0).is_number().equals(1)
except TypeError as error_answer:
    checks.that(
        "'float'" not in str(error_answer),
        "relu_derivative(3.0): here z is a single number, and a loop, `len` or square brackets have "
        "nothing to go through. What works for a number and for an array alike?",
    )
    raise
z_test = np.array([0.5, 2.0])
slopes_answer = checks.call(tanh_derivative, z_test)
slopes_answer.is_array((2,))
slopes_answer.is_not(
    [0.462117157, 0.964027580], "That is tanh itself. How steep is it far outside?"
)
slopes_answer.is_not(
    [0.537882843, 0.035972420], "There is a square missing. What does the table say?"
)
slopes_answer.is_not(
    [0.075765686, -0.928055160], "tanh was multiplied by 2. How does one write a square in Python?"
)
slopes_answer.is_not([0.75, -3], "There is a tanh missing. What does the table square?")
slopes_answer.is_not([0.755081338, 0.000670700], "What is squared: z, or tanh of z?")
slopes_answer.is_not([0.289317953, 0.001294015], "What is squared: the difference, or tanh of z?")
slopes_answer.is_not(
    [0.213552267, 0.929349175], "That is the square alone. What is it subtracted from?"
)
slopes_answer.is_not(
    [1.572895466, 0.141301650], "That is twice too large. Which factor is not in the table?"
)
slopes_answer.is_not(
    [0.235003712, 0.104993585], "That is the slope of the sigmoid. Which row of the table is tanh?"
)
slopes_answer.is_not(
    [-0.786447733, -0.070650825], "The sign is reversed. What is subtracted from what in the table?"
)
slopes_answer.equals([0.786447733, 0.070650825], "Compare with the table: what is different?")
slopes_answer.keeps_inputs()
checks.call(tanh_derivative, -1.0).is_number().equals(0.419974342)
slopes_answer = checks.call(sigmoid_derivative, z_test)
slopes_answer.is_array((2,))
slopes_answer.is_not(
    [0.622459331, 0.880797078], "That is the sigmoid itself. How steep is it far outside?"
)
slopes_answer.is_not([0.25, -2], "There is a sigmoid missing. What is s in the table?")
slopes_answer.is_not([0, 0], "Which brackets does s (1 - s) need?")
slopes_answer.is_not(
    [0.311229666, -0.880797078], "The second factor uses z itself. What is s in the table?"
)
slopes_answer.is_not(
    [0.188770334, 0.238405844], "The first factor is z itself. What is s in the table?"
)
slopes_answer.is_not([0.377540669, 0.119202922], "That is 1 - s. Which factor stands before it?")
slopes_answer.is_not(
    [0.612544381, 0.224196507], "That is 1 - s ** 2, a recipe for another function. Which one?"
)
slopes_answer.is_not(
    [1.009914950, 1.656600571],
    "That is s * (1 + s). Does the slope grow where the curve flattens?",
)
slopes_answer.is_not(
    [0.470007424, 0.209987170], "That is twice too large. Which factor is not in the table?"
)
slopes_answer.is_not(
    [0.786447733, 0.070650825], "That is the slope of tanh. Which row of the table is the sigmoid?"
)
slopes_answer.is_not(
    [0.593279846, 0.529765452],
    "The sigmoid was taken of 1 - s. What stands between s and (1 - s) in the table?",
)
slopes_answer.is_not(
    [-0.235003712, -0.104993585], "The sign is reversed. What is subtracted from what in the table?"
)
slopes_answer.equals([0.235003712, 0.104993585], "Compare with the table: what is different?")
slopes_answer.keeps_inputs()
checks.call(sigmoid_derivative, -1.0).is_number().equals(0.196611933)
checks.passed("The derivatives work. The hidden tests compare them with tiny steps in many places.")

# %% nbgrader={"grade": true, "grade_id": "derivatives_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
rng_test = np.random.default_rng(60)
pairs_test = [
    (relu_derivative, toolbox.relu),
    (tanh_derivative, toolbox.tanh),
    (sigmoid_derivative, toolbox.sigmoid),
]
for shape_test in [(1,), (8,), (5, 3), (1, 1), (2, 3, 2)]:
    z_test = rng_test.uniform(0.1, 4, size=shape_test) * rng_test.choice([-1, 1], size=shape_test)
    for derivative_test, activation_test in pairs_test:
        said_test = f"{derivative_test.__name__} of an array of shape {shape_test}"
        derivatives_answer = (
            checks.call(derivative_test, z_test, said=said_test).is_array(shape_test).keeps_inputs()
        )
        measured_test = (activation_test(z_test + 1e-4) - activation_test(z_test - 1e-4)) / 2e-4
        derivatives_answer.equals(
            measured_test, "Measured with tiny steps, the slope is another one.", atol=1e-6
        )
for derivative_test, middle_test in [
    (relu_derivative, 0),
    (tanh_derivative, 1),
    (sigmoid_derivative, 0.25),
]:
    checks.call(derivative_test, 0.0).is_number().equals(
        middle_test, "How steep is the curve in the middle?"
    )
    for far_test in (-18.0, -1e-3, 1e-3, 18.0):
        at_answer = checks.call(derivative_test, far_test).is_number()
        if derivative_test is relu_derivative:
            at_answer.equals(
                float(far_test > 0), "Is the gate open for positive sums, and only for them?"
            )
        else:
            other_test = checks.call(derivative_test, -far_test).value
            at_answer.equals(other_test, "To the left and right of 0 the curve is equally steep.")
            at_answer.equals(
                middle_test if abs(far_test) < 1 else 0, "How steep is it far from 0?", atol=1e-5
            )
checks.call(relu_derivative, np.array([-3, 0, 4])).equals([0, 0, 1])
checks.that(
    np.shape(relu_derivative(np.zeros((2, 2)))) == (2, 2),
    "relu_derivative should keep the shape of z.",
)
### END HIDDEN TESTS

# %% [markdown]
# Do you remember the loan network of unit 03, whose hidden sums were 40? Look at the slope there:

# %%
for z in (0.0, 2.0, 5.0, 40.0):
    print(f"z = {z}: slope of tanh = {toolbox.tanh_derivative(z):.6f}")

# %% [markdown]
# At 40 the slope is 0, and zero times any blame is zero. **No blame gets through, so nothing on
# the left can learn through this node.** The node is *saturated*, as in 03b. That is one more
# reason to bring inputs to a size of about 1 before training. (A relu node whose sum is negative
# for every customer is just as silent; it is called *dead*.)

# %% [markdown]
# ## 3. One layer, all rows at once
#
# From now on, as in unit 04, a layer has weights `W` of shape `(n_in, n_out)` and biases `b` of
# shape `(n_out,)`. It receives `A_prev`, the outputs of the layer before (*prev* for *previous*),
# computes the sums `Z = A_prev @ W + b` and sends on `activation(Z)`. There is one row for each
# customer.
#
# For every array there is a second one **of the same shape** with the slopes of the cost. Its
# name has a `d` in front:
#
# | array | shape | its slopes, of the same shape |
# | --- | --- | --- |
# | `Z` | `(n, n_out)` | `dZ`: the blame of every sum, for every customer |
# | `W` | `(n_in, n_out)` | `dW` |
# | `b` | `(n_out,)` | `db` |
# | `A_prev` | `(n, n_in)` | `dA_prev`: the blame that goes on to the layer before |
#
# Take one number of `dW` first, for two customers: the slope along the weight from input 0 to node
# 0. Say that input 0 holds 2 for the first customer and 4 for the second, and that the blame of the
# sum of node 0 is 3 for the first and -1 for the second. By rule 2 the first customer gives
# $2 \cdot 3 = 6$, the second gives $4 \cdot (-1) = -4$. Both use the same weight, so their slopes are
# added up: $6 - 4 = 2$. You have seen this in 05a: column 0 of the table, times the errors,
# added up over the rows. That was the first number of `X.T @ errors`. Here the blame stands in the
# place of the errors, with a column for each node, and the product gives a whole table: each input
# with each node.
#
# So, given `dZ`, all of it is matrix products and a sum:
#
# - **`dW`**: what came in, times the blame (rule 2), added up over all customers. That is `A_prev`
#   transposed, `@`, `dZ`. Look at the shapes: `(n_in, n) @ (n, n_out)`.
# - **`db`**: a bias is a weight whose input is always 1. So it is the blame itself, added up over
#   all customers: the sum of each **column** of `dZ`.
# - **`dA_prev`**: the blame, times the weights of the edges, backward (rule 1). That is `dZ`,
#   `@`, `W` transposed: `(n, n_out) @ (n_out, n_in)`.
#
# When the shapes fit, you are nearly always right. The exception is a layer with as many inputs as
# outputs, where a forgotten `.T` fits, too.

# How does one add up each column? `np.sum` takes an *axis*. Axis 0 goes down, from row to row; axis
# 1 goes to the right, from column to column. A sum along axis 0 leaves one number for each column:

# %%
dZ_example = np.array([[1.0, 10.0], [2.0, 20.0], [3.0, 30.0]])
print("sum of all numbers:  ", np.sum(dZ_example))
print("sum of each column:  ", np.sum(dZ_example, axis=0))
print("sum of each row:     ", np.sum(dZ_example, axis=1))

# %% [markdown]
# ### Exercise 2: back through one layer (2 points)
#
# Write the function `backward_layer`. It takes `dZ`, `A_prev` and `W`, and returns three arrays
# in this order: `dW, db, dA_prev`. (No division by the number of rows here: the mean will be taken
# in the blame of the output. Sitting b does that.)


# %% nbgrader={"grade": false, "grade_id": "backward_layer", "locked": false, "schema_version": 3, "solution": true, "task": false}
def backward_layer(dZ, A_prev, W):
    """Pass the blame back through one layer.

    Parameters
    ----------
    dZ : array of shape (n, n_out)
        Slope of the cost along each sum of this layer.
    A_prev : array of shape (n, n_in)
        What the layer received.
    W : array of shape (n_in, n_out)
        The weights of the layer.

    Returns
    -------
    dW : array of shape (n_in, n_out)
        Slope along each weight.
    db : array of shape (n_out,)
        Slope along each bias.
    dA_prev : array of shape (n, n_in)
        Slope along each number that the layer received. For the output layer of section 1,
        dZ = [[10]], A_prev = [[5, 1]] and W = [[2], [-1]] give dW = [[50], [10]], db = [10] and
        dA_prev = [[20, -10]].
    """
    ### BEGIN SOLUTION
    dW = A_prev.T @ dZ
    db = np.sum(dZ, axis=0)
    dA_prev = dZ @ W.T
    return dW, db, dA_prev
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "backward_layer_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check backward_layer: 3 rows and 2 outputs, then 2 rows and 1 output. Run this cell.
from course import checks

dZ_test = np.array([[1.0, 2.0], [0.0, -1.0], [3.0, 1.0]])
A_prev_test = np.array([[2.0, 1.0], [1.0, -1.0], [0.0, 4.0]])
W_test = np.array([[1.0, 3.0], [-2.0, 5.0]])
backward_layer_answer = checks.call(
    backward_layer, dZ_test, A_prev_test, W_test, said="backward_layer(dZ, A_prev, W)"
)
backward_layer_answer.has_parts(3, "dW, db and dA_prev")
shapes_test = [np.shape(part_test) for part_test in backward_layer_answer.value]
checks.that(
    sorted(shapes_test) != [(2,), (2, 2), (3, 2)] or shapes_test == [(2, 2), (2,), (3, 2)],
    "All three arrays are there, but in another order. In which order are they asked for?",
)
dW_answer = backward_layer_answer.item(0, "dW")
for mistake_test in (
    [[4, -1, 7], [-1, 1, 2], [8, -4, 4]],
    [[4, -1, 8], [-1, 1, -4], [7, 2, 4]],
):
    dW_answer.is_not(
        mistake_test,
        "It has a number for each pair of customers. Which table must be turned on its side, so that "
        "one adds up over the customers?",
    )
dW_answer.is_not(
    [2, 7],
    "Each input has met only one number of the blame. Which product pairs every input with every "
    "output?",
)
dW_answer.is_not(
    [[2, 2], [0, 1], [0, 4]],
    "That is a product number by number, in each row. What adds up over the customers?",
)
dW_answer.is_array((2, 2))
dW_answer.is_not(
    [[2, 13], [3, 7]], "It is turned on its side. Which of the two belongs to the rows of W?"
)
dW_answer.is_not(
    [[2 / 3, 1], [13 / 3, 7 / 3]], "It is divided by 3. Is a mean taken in this function?"
)
dW_answer.is_not(W_test, "That is W itself. Which name holds its slopes?")
dW_answer.is_not(
    [[-1, 0], [-15, -2]], "The slopes were subtracted from W. Are the weights updated here?"
)
dW_answer.is_not(
    [[2, 4], [1, 2]], "That is the first row alone. What becomes of the other customers?"
)
dW_answer.equals(
    [[2, 3], [13, 7]], "For one weight by hand: what came in, times the blame, in each row?"
)
db_answer = backward_layer_answer.item(1, "db")
if np.shape(db_answer.value) == ():
    db_answer.is_not(6, "That is the sum of everything. How many biases has the layer?")
db_answer.is_not(
    [[4, 2]], "The numbers are right. How many brackets are there, and how many has a vector?"
)
db_answer.is_not(
    [3, -1, 4], "These are the sums of the rows. Which way does one add over the customers?"
)
db_answer.is_not(dZ_test, "That is the blame in each row. What has to happen with the rows?")
db_answer.is_array((2,))
db_answer.is_not([4 / 3, 2 / 3], "That is a mean over the rows. Is a mean taken in this function?")
db_answer.equals([4, 2], "What is the sum of each column of dZ?")
dA_prev_answer = backward_layer_answer.item(2, "dA_prev")
dA_prev_answer.is_not(
    [[7, -3, 6], [8, -5, -1]],
    "It is turned on its side: each customer has a column. Which of the two tables has the "
    "customers in its rows?",
)
dA_prev_answer.is_not(
    A_prev_test, "That is A_prev itself. Which name holds the blame that goes on?"
)
dA_prev_answer.is_not(
    [[14, 8], [-3, 5], [0, -4]],
    "The blame was multiplied by what came in, too. Which rule does that, and for which array?",
)
dA_prev_answer.is_not(
    [[11, 11], [34, 9]], "dW was sent back over the edges. Which array holds the blame?"
)
dA_prev_answer.is_array((3, 2))
dA_prev_answer.is_not(
    [[-3, 13], [2, -5], [1, 14]], "The blame flows forward. Which edges lead back to one input?"
)
dA_prev_answer.equals(
    [[7, 8], [-3, -5], [6, -1]], "For one input by hand: which blame, times which weight?"
)
backward_layer_answer.keeps_inputs()
dZ_test = np.array([[2.0], [-1.0]])
A_prev_test = np.array([[1.0, 0.0, 2.0], [3.0, 1.0, -1.0]])
W_test = np.array([[1.0], [0.5], [-2.0]])
backward_layer_answer = checks.call(
    backward_layer, dZ_test, A_prev_test, W_test, said="backward_layer with 3 inputs, 1 output"
)
backward_layer_answer.has_parts(3, "dW, db and dA_prev")
backward_layer_answer.item(0, "dW").is_array((3, 1)).equals([[-1], [-1], [5]])
backward_layer_answer.item(1, "db").is_array((1,)).equals([1])
backward_layer_answer.item(2, "dA_prev").is_array((2, 3)).equals([[2, 1, -4], [-1, -0.5, 2]])
checks.passed("backward_layer works here. The hidden tests try other sizes, and one row.")

# %% nbgrader={"grade": true, "grade_id": "backward_layer_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
example_answer = checks.call(
    backward_layer, np.array([[10.0]]), np.array([[5.0, 1.0]]), np.array([[2.0], [-1.0]])
).has_parts(3, "dW, db and dA_prev")
example_answer.item(0, "dW").equals([[50], [10]])
example_answer.item(1, "db").equals([10])
example_answer.item(2, "dA_prev").equals([[20, -10]])
rng_test = np.random.default_rng(61)
for n_test, n_in_test, n_out_test in [
    (1, 1, 1),
    (1, 3, 2),
    (4, 2, 2),
    (3, 3, 3),
    (20, 4, 1),
    (5, 1, 6),
]:
    dZ_test, A_prev_test = (
        rng_test.normal(size=(n_test, n_out_test)),
        rng_test.normal(size=(n_test, n_in_test)),
    )
    W_test, b_test = rng_test.normal(size=(n_in_test, n_out_test)), rng_test.normal(size=n_out_test)
    said_test = f"backward_layer with dZ of shape {dZ_test.shape}, W of shape {W_test.shape},"
    backward_layer_answer = checks.call(
        backward_layer, dZ_test, A_prev_test, W_test, said=said_test
    )
    backward_layer_answer.has_parts(3, "dW, db and dA_prev").keeps_inputs()

    # A cost whose slope along every sum is dZ, measured along everything the layer depends on.
    def cost_test(A, V, c, dZ_test=dZ_test):
        return np.sum(dZ_test * (np.einsum("ni,io->no", A, V) + c))

    for k_test, (name_test, array_test, measure_test) in enumerate(
        [
            (
                "dW",
                W_test,
                lambda v, A=A_prev_test, W_test=W_test, b_test=b_test, cost_test=cost_test: (
                    cost_test(A, v.reshape(W_test.shape), b_test)
                ),
            ),
            (
                "db",
                b_test,
                lambda v, A=A_prev_test, W_test=W_test, cost_test=cost_test: cost_test(
                    A, W_test, v
                ),
            ),
            (
                "dA_prev",
                A_prev_test,
                lambda v, A=A_prev_test, W_test=W_test, b_test=b_test, cost_test=cost_test: (
                    cost_test(v.reshape(A.shape), W_test, b_test)
                ),
            ),
        ]
    ):
        measured_test = toolbox.numerical_slope(measure_test, array_test.ravel(), h=0.1).reshape(
            array_test.shape
        )
        part_answer = backward_layer_answer.item(k_test, name_test).is_array(array_test.shape)
        part_answer.equals(
            measured_test, "Measured with steps, the slope is another one.", atol=1e-6
        )
### END HIDDEN TESTS

# %% [markdown]
# ## What you have learned
#
# - Blame is the slope of the cost along a node. It flows backward over the edges, times their
#   weights, and through each activation, times its slope.
# - The slope along a weight is what came in from the left, times the blame on the right.
# - One layer back, for all customers at once, is two matrix products and a sum.
#
# In the next sitting a loop carries the blame through as many layers as you like, and you find out
# whether you can trust it: [06b: the whole network](06b_whole_network.ipynb).
