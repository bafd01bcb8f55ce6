# ---
# jupyter:
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
# # Unit 06: Backpropagation
#
# **The question of this unit: who is to blame for the error?**
#
# A network made a prediction, and it was wrong. Each of its weights had a part in that. Which of
# them should grow, which should shrink, and how much? In unit 05 you could answer this for a
# model with one layer. Now you answer it for any network, and then you train one: on the bank's
# customers, where the straight line of unit 01 failed.
#
# When you are done, you will be able to
#
# - carry the blame for an error backward through a network, by hand and in code;
# - say what the slope of an activation has to do with it;
# - check such code, so that a mistake in it cannot hide;
# - train a network with mini-batches and judge what it has learned.
#
# Time: about 100 minutes, with a good place for a break after section 4. Points: 15, of which 3 are
# graded by a person. A word that you do not know? Look it up in the [glossary](../glossary.md).

# %%
import numpy as np

from course import bank, checks, toolbox
from course.figures.blame import draw_blame
from course.figures.history import draw_history
from course.figures.lines import draw_model_lines

# %% [markdown]
# ## 1. Blame, by hand
#
# Here is the network of unit 02 once more. It has no activation. For the customer with the inputs
# 2 and 3, its hidden nodes hold 5 and 1, and it predicts 9. Then a year goes by, and we learn
# that the customer made only 4 transactions. The error is $9 - 4 = 5$, and the squared error is
# 25.
#
# The **blame** of a node is the slope of the cost along this node: for a tiny change of the number
# in the node, the change of the cost divided by the change of this number. (Blame is our word for
# it. Books say *gradient*, or *delta*.) For the output node we know it from unit 05. The slope of a
# square is two times the error:
#
# $$2 \cdot (9 - 4) = 10$$
#
# **Before you go on:** hidden node 0 reaches the output over a line of the drawing (books say
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
# **Backpropagation** is the chain rule, done once for the whole network from right to left, so
# that no product is computed twice.

# %%
draw_blame(
    values,
    edges,
    [[20, -10], [10]],
    label="slopes",
    caption="The blame of each node, and on each edge the slope of the cost along its weight.",
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
print("by rule:      ", 2 * 20, 3 * 20, 2 * -10, 3 * -10, 5 * 10, 1 * 10)
print("by tiny steps:", *[f"{slope:.0f}" for slope in measured])

# %% [markdown]
# Tiny steps need two forward passes for each weight. For a network with a million weights that
# is hopeless.
# Backpropagation needs **one** way forward and **one** way back for all of them together.
#
# Now we step against the slopes, as in unit 05, with a small learning rate. **Before you run the
# next cell:** will the prediction rise or fall?

# %%
small_lr = 0.001
W1_new = np.array([[1, -1], [1, 1]]) - small_lr * np.array([[40, -20], [60, -30]])
w2_new = np.array([2, -1]) - small_lr * np.array([50, 10])
prediction = np.array([2, 3]) @ W1_new @ w2_new
print(f"before: prediction 9.00, squared error {(9 - 4) ** 2:.2f}")
print(f"after:  prediction {prediction:.2f}, squared error {(prediction - 4) ** 2:.2f}")

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
# At exactly $z = 0$ relu has a kink, so there is no one slope. By agreement we take 0.
#
# Forgetting rule 3 is a common mistake in homemade networks. It is nasty, because nothing crashes:
# the network even learns a little, just badly.

# %% [markdown]
# ### Exercise 1: three derivatives (2 points)
#
# Write the three functions. Each takes `z`, a number or an array of any shape, and returns the
# slope at each of its numbers. You may call `toolbox.tanh(z)` and `toolbox.sigmoid(z)`. For relu,
# a comparison such as `z > 5` works on a whole array, and `np.where(condition, one, other)` picks
# `one` where the condition holds and `other` elsewhere.


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
z_test = np.array([-2.0, 0.0, 3.0])
slopes_answer = checks.call(relu_derivative, z_test)
slopes_answer.is_array((3,))
slopes_answer.is_not([0, 0, 3], "That is relu itself. How steep is it at 3?")
slopes_answer.is_not([0, 1, 1], "What did we agree on for a sum of exactly 0?")
slopes_answer.is_not([-1, 0, 1], "That is the sign of z. How steep is the flat part of relu?")
slopes_answer.is_not([1, 0, 0], "The gate is open on the wrong side. Where is relu flat?")
slopes_answer.equals([0, 0, 1], "Where is relu flat, and how steep is it elsewhere?")
slopes_answer.keeps_inputs()
checks.call(relu_derivative, 3.0).is_number().equals(1)
z_test = np.array([0.5, 2.0])
slopes_answer = checks.call(tanh_derivative, z_test)
slopes_answer.is_array((2,))
slopes_answer.is_not(
    [0.462117157, 0.964027580], "That is tanh itself. How steep is it far outside?"
)
slopes_answer.is_not(
    [0.537882843, 0.035972420], "There is a square missing. What does the table say?"
)
slopes_answer.is_not([0.75, -3], "There is a tanh missing. What does the table square?")
slopes_answer.is_not([0.755081338, 0.000670700], "What is squared: z, or tanh of z?")
slopes_answer.is_not([0.289317953, 0.001294015], "What is squared: the difference, or tanh of z?")
slopes_answer.is_not(
    [0.213552267, 0.929349175], "That is the square alone. What is it subtracted from?"
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
slopes_answer.equals([0.235003712, 0.104993585], "Compare with the table: what is different?")
slopes_answer.keeps_inputs()
checks.call(sigmoid_derivative, -1.0).is_number().equals(0.196611933)
print("The derivatives work here. The hidden tests compare them with tiny steps at many places.")

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
    print(f"z = {z:4.1f}   slope of tanh = {toolbox.tanh_derivative(z):.6f}")

# %% [markdown]
# At 40 the slope is 0, and zero times any blame is zero. **No blame gets through, so nothing on
# the left can learn through this node.** Such a node is called *saturated*. That is why inputs are
# brought to a size of about 1 before training. (A relu node whose sum is negative for every
# customer is just as silent; it is called *dead*.)

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
# | array | shape | its slopes |
# | --- | --- | --- |
# | `Z` | `(n, n_out)` | `dZ`: the blame of every sum, for every customer |
# | `W` | `(n_in, n_out)` | `dW` |
# | `b` | `(n_out,)` | `db` |
# | `A_prev` | `(n, n_in)` | `dA_prev`: the blame that goes on to the layer before |
#
# Given `dZ`, your two rules become matrix products:
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
# in the blame of the output. Section 4 does that.)


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
dZ_test = np.array([[1.0, 2.0], [0.0, -1.0], [3.0, 1.0]])
A_prev_test = np.array([[2.0, 1.0], [1.0, -1.0], [0.0, 4.0]])
W_test = np.array([[1.0, 3.0], [-2.0, 5.0]])
backward_layer_answer = checks.call(
    backward_layer, dZ_test, A_prev_test, W_test, said="backward_layer(dZ, A_prev, W)"
)
backward_layer_answer.has_parts(3, "dW, db and dA_prev")
dW_answer = backward_layer_answer.item(0, "dW").is_array((2, 2))
dW_answer.is_not(
    [[2, 13], [3, 7]], "It is turned on its side. Which of the two belongs to the rows of W?"
)
dW_answer.is_not(
    [[2 / 3, 1], [13 / 3, 7 / 3]], "It is divided by 3. Is a mean taken in this function?"
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
dA_prev_answer = backward_layer_answer.item(2, "dA_prev").is_array((3, 2))
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
print("backward_layer works here. The hidden tests try other sizes, and one row.")

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
    said_test = f"backward_layer with {n_test} rows, {n_in_test} inputs and {n_out_test} outputs"
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
# ## 4. The whole network
#
# A network is a list of layers, each a pair `(W, b)`. The line `W, b = layers[k]` takes the pair of
# layer `k` apart. `toolbox.forward_layers` (you built it in
# unit 04) sends all rows forward and keeps what it computes:
#
# - `Zs[k]` holds the sums of layer `k`;
# - `As[0]` is `X`, and `As[k + 1]` is what layer `k` sends on. So layer `k` **receives** `As[k]`,
#   and `As[-1]`, the last one, is the prediction.
#
# On the way back we go through the layers from the last to the first:
#
# 1. The blame of the prediction is the slope of the mean squared error: two times the error,
#    divided by how many numbers the mean is taken over. That is `Y.size`, the number of all
#    numbers in `Y`. Call the result `dA`.
# 2. For each layer `k`, beginning with the last:
#    - through the activation (rule 3): `dZ` is `dA` times the derivative at `Zs[k]`, number by
#      number;
#    - through the layer: `toolbox.backward_layer` gives `dW`, `db`, and the `dA` for the layer
#      before.
#
# Python counts backward with `reversed(range(3))`, which gives 2, 1, 0. And
# `a_list.insert(0, thing)` puts a thing at the **front** of a list.

# %%
print("backward:", list(reversed(range(3))))
found = []
for number in reversed(range(3)):
    found.insert(0, f"layer {number}")
print(found)

# %% [markdown]
# ### Exercise 3: backward (3 points)
#
# Write the function `backward`. It returns a list with one pair `(dW, db)` for each layer, in the
# order of `layers` (the first layer first). `derivatives[k]` is a function, the derivative of the
# activation of layer `k`: call it with an array of sums. For a layer without activation it is
# `toolbox.identity_derivative`, which is 1 everywhere.
#
# Nothing is updated here: `backward` only finds the slopes.


# %% nbgrader={"grade": false, "grade_id": "backward", "locked": false, "schema_version": 3, "solution": true, "task": false}
def backward(Y, layers, derivatives, Zs, As):
    """Return the slope of the mean squared error along every weight and bias.

    Parameters
    ----------
    Y : array of shape (n, n_outputs)
        What was observed.
    layers : list of (W, b)
        The layers of the network.
    derivatives : list of functions
        The derivative of each layer's activation.
    Zs, As : lists of arrays
        What toolbox.forward_layers kept.

    Returns
    -------
    list of (dW, db)
        One pair for each layer, in the order of layers.
    """
    ### BEGIN SOLUTION
    gradients = []
    dA = 2 * (As[-1] - Y) / Y.size
    for k in reversed(range(len(layers))):
        dZ = dA * derivatives[k](Zs[k])
        dW, db, dA = toolbox.backward_layer(dZ, As[k], layers[k][0])
        gradients.insert(0, (dW, db))
    return gradients
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "backward_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# The network of section 1 with relu in its hidden layer, and four customers.
X_test = np.array([[2.0, 3.0], [4.0, 1.0], [3.0, 4.0], [1.0, 0.0]])
Y_test = np.array([[5.0], [8.0], [15.0], [0.0]])
layers_test = [
    (np.array([[1.0, -1.0], [1.0, 1.0]]), np.zeros(2)),
    (np.array([[2.0], [-1.0]]), np.zeros(1)),
]
derivatives_test = [toolbox.relu_derivative, toolbox.identity_derivative]
Zs_test, As_test = toolbox.forward_layers(X_test, layers_test, [toolbox.relu, toolbox.identity])
backward_answer = checks.call(
    backward,
    Y_test,
    layers_test,
    derivatives_test,
    Zs_test,
    As_test,
    said="backward(...) of two layers",
)
backward_answer.has_parts(2, "one pair (dW, db) for each layer")
last_answer = backward_answer.item(1, "the pair of the last layer").has_parts(2, "dW and db")
first_answer = backward_answer.item(0, "the pair of the first layer").has_parts(2, "dW and db")
checks.that(
    (np.shape(first_answer.value[0]), np.shape(last_answer.value[0])) != ((2, 1), (2, 2)),
    "The slopes of the last layer come first. At which end of the list do you put each pair?",
)
dW_answer = last_answer.item(0, "dW").is_array((2, 1))
dW_answer.is_not([[-9], [-1]], "The sign is reversed. What is subtracted from what in an error?")
dW_answer.is_not([[4.5], [0.5]], "That is half of it. How fast does the square of an error grow?")
dW_answer.is_not([[36], [4]], "That is 4 times too large. Which cost is a mean over 4 numbers?")
dW_answer.is_not(
    [[18], [2]], "The error alone is not yet the slope of the cost. Which factor is missing?"
)
dW_answer.is_not([[2.25], [0.25]], "It is divided by 4 twice. How often is the mean taken?")
for mistake_test in ([[33], [5]], [[66], [10]], [[132], [20]]):
    dW_answer.is_not(mistake_test, "The errors are squared in dA. What is the slope of a square?")
for mistake_test in ([[54], [6]], [[27], [3]], [[13.5], [1.5]], [[126], [14]], [[252], [28]]):
    dW_answer.is_not(
        mistake_test, "Every row got the same blame. Is dA one number, or one for each row?"
    )
dW_answer.equals(
    [[9], [1]],
    "Is dA two times the error, divided by Y.size, and does the layer receive As[k]?",
)
last_answer.item(1, "db").is_array((1,)).equals([3])
dW_answer = first_answer.item(0, "dW").is_array((2, 2))
dW_answer.is_not(
    [[12, -6], [6, -3]], "It is as if every gate were open. Where is the slope of relu?"
)
dW_answer.is_not(
    [[6, 1], [3, 2]], "The blame of the output came here unchanged. What lies on its way?"
)
dW_answer.equals([[12, -1], [6, -2]], "Is the blame carried through the last layer first?")
first_answer.item(1, "db").is_array((2,)).equals([6, -1])
backward_answer.keeps_inputs()
# One layer with two outputs and the sigmoid: every sum is 0, every output one half.
layers_test = [(np.zeros((1, 2)), np.zeros(2))]
Zs_test, As_test = toolbox.forward_layers(np.ones((1, 1)), layers_test, [toolbox.sigmoid])
backward_answer = checks.call(
    backward,
    np.zeros((1, 2)),
    layers_test,
    [toolbox.sigmoid_derivative],
    Zs_test,
    As_test,
    said="backward(...) of one layer with two outputs",
)
dW_answer = backward_answer.item(0, "the pair of the layer").item(0, "dW").is_array((1, 2))
dW_answer.is_not(
    [[0.25, 0.25]], "That is twice too large. Over how many numbers is the mean taken?"
)
dW_answer.is_not(
    [[0.1175019, 0.1175019]], "The derivative got what comes after the activation. Is that z?"
)
dW_answer.equals([[0.125, 0.125]])
print("backward works here. The hidden tests try deeper networks and compare with tiny steps.")

# %% nbgrader={"grade": true, "grade_id": "backward_hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
from itertools import pairwise

known_test = {
    "identity": (toolbox.identity, toolbox.identity_derivative),
    "relu": (toolbox.relu, toolbox.relu_derivative),
    "tanh": (toolbox.tanh, toolbox.tanh_derivative),
    "sigmoid": (toolbox.sigmoid, toolbox.sigmoid_derivative),
}
rng_test = np.random.default_rng(62)
for n_test, sizes_test, names_test in [
    (1, [2, 1], ["identity"]),
    (5, [3, 2], ["sigmoid"]),
    (4, [2, 2, 1], ["tanh", "identity"]),
    (6, [3, 3, 3], ["sigmoid", "tanh"]),
    (7, [2, 5, 2], ["relu", "sigmoid"]),
    (3, [3, 4, 4, 2], ["tanh", "relu", "identity"]),
    (2, [2, 3, 2, 3, 1], ["sigmoid", "tanh", "tanh", "sigmoid"]),
]:
    layers_test = [
        (rng_test.normal(size=(n_in, n_out)), rng_test.normal(size=n_out))
        for n_in, n_out in pairwise(sizes_test)
    ]
    X_test, Y_test = (
        rng_test.normal(size=(n_test, sizes_test[0])),
        rng_test.normal(size=(n_test, sizes_test[-1])),
    )
    activations_test = [known_test[name][0] for name in names_test]
    derivatives_test = [known_test[name][1] for name in names_test]
    Zs_test, As_test = toolbox.forward_layers(X_test, layers_test, activations_test)
    said_test = f"backward of {len(names_test)} layers ({', '.join(names_test)})"
    backward_answer = checks.call(
        backward, Y_test, layers_test, derivatives_test, Zs_test, As_test, said=said_test
    )
    backward_answer.has_parts(len(names_test), "one pair (dW, db) for each layer").keeps_inputs()
    for k_test, pair_test in enumerate(layers_test):
        both_answer = backward_answer.item(k_test, f"the pair of layer {k_test}").has_parts(
            2, "dW and db"
        )
        for part_test, array_test in enumerate(pair_test):

            def cost_test(
                v,
                k_test=k_test,
                part_test=part_test,
                array_test=array_test,
                layers_test=layers_test,
                X_test=X_test,
                Y_test=Y_test,
                acts=activations_test,
            ):
                changed = [list(layer) for layer in layers_test]
                changed[k_test][part_test] = v.reshape(array_test.shape)
                miss = toolbox.forward_layers(X_test, changed, acts)[1][-1] - Y_test
                return float(np.linalg.norm(miss) ** 2 / miss.size)

            measured_test = toolbox.numerical_slope(cost_test, array_test.ravel()).reshape(
                array_test.shape
            )
            slopes_answer = both_answer.item(part_test, ("dW", "db")[part_test]).is_array(
                array_test.shape
            )
            slopes_answer.equals(
                measured_test, "Measured with tiny steps, the slope is another one.", 1e-4, 1e-6
            )
right_answer = checks.call(
    backward,
    As_test[-1],
    layers_test,
    derivatives_test,
    Zs_test,
    As_test,
    said="backward without any error",
)
checks.that(
    all(np.allclose(part_test, 0) for pair_test in right_answer.value for part_test in pair_test),
    "Where every prediction is right, nobody is to blame: all slopes should be 0.",
)
### END HIDDEN TESTS

# %% [markdown]
# ## 5. Can you trust it?
#
# A mistake in backpropagation rarely crashes. So everybody who writes it checks it: on a small
# network, compare the slopes with those measured by tiny steps. The next cell does so for the
# weights of the first layer of a small network with tanh.

# %%
X_small = np.array([[0.2, 0.3], [0.4, 0.1], [-0.3, 0.2]])
Y_small = np.array([[1.0], [0.0], [0.5]])
small = [
    (np.array([[1.0, -1.0], [1.0, 1.0]]), np.array([0.1, -0.2])),
    (np.array([[2.0], [-1.0]]), np.array([0.3])),
]
small_activations = [toolbox.tanh, toolbox.identity]
small_derivatives = [toolbox.tanh_derivative, toolbox.identity_derivative]


def cost_of_first_weights(numbers):
    (W1, b1), second = small
    changed = [(numbers.reshape(W1.shape), b1), second]
    _, As = toolbox.forward_layers(X_small, changed, small_activations)
    return toolbox.mean_squared_error(Y_small, As[-1])


small_Zs, small_As = toolbox.forward_layers(X_small, small, small_activations)
by_backward = toolbox.backward(Y_small, small, small_derivatives, small_Zs, small_As)[0][0]
by_steps = toolbox.numerical_slope(cost_of_first_weights, small[0][0].ravel()).reshape(2, 2)
print("by backward:  ", *[f"{slope:9.5f}" for slope in by_backward.ravel()])
print("by tiny steps:", *[f"{slope:9.5f}" for slope in by_steps.ravel()])

# %% [markdown]
# (`W.ravel()` writes the numbers of a table one after the other, and `reshape` turns them into a
# table again, because `numerical_slope` steps along a simple array.)
#
# Looking is fine for four numbers. For more, one wants **one number** that says how far apart two
# arrays `g` and `m` (for *measured*) are. The largest difference alone will not do: a difference
# of 0.01 is tiny beside slopes of 1,000 and huge beside slopes of 0.01. So it is divided by the
# size of the slopes:
#
# $$\frac{\text{largest } |g - m|}{\text{largest } (|g| + |m|)}$$
#
# The bars mean "without the sign"; NumPy writes `np.abs`. If the result is about 0.000001 or
# less, the code is right. If it is 0.001 or more, there is a mistake.
#
# One thing remains: when all slopes are 0, the bottom is 0, too, and one must not divide by it.
# So if it is less than `1e-12`, we divide by `1e-12` instead.

# %% [markdown]
# ### Exercise 4: the gradient check (2 points)
#
# Write the function `gradient_check`. It takes two arrays of the same shape and returns the
# number above. `np.max` finds the largest number in an array of any shape, and Python's
# `max(a, b)` is the larger of two numbers.


# %% nbgrader={"grade": false, "grade_id": "gradient_check", "locked": false, "schema_version": 3, "solution": true, "task": false}
def gradient_check(gradient, numerical):
    """Return how far apart two gradients are, relative to their size.

    Parameters
    ----------
    gradient : array of any shape
        The slopes that backward found.
    numerical : array of the same shape
        The slopes that were measured by tiny steps.

    Returns
    -------
    float
        The largest |gradient - numerical|, divided by the largest |gradient| + |numerical|, or by
        1e-12 if that is larger. For [1, -8] and [3, -5] this is 3 / 13.
    """
    ### BEGIN SOLUTION
    difference = np.max(np.abs(gradient - numerical))
    size = np.max(np.abs(gradient) + np.abs(numerical))
    return difference / max(size, 1e-12)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "gradient_check_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
apart_answer = checks.call(gradient_check, np.array([1.0, -8.0]), np.array([3.0, -5.0]))
if np.shape(apart_answer.value) == (2,):
    apart_answer.is_not(
        [0.5, 3 / 13], "That is a share for each slope. Which one number is asked for?"
    )
apart_answer.is_number()
apart_answer.is_not(3, "That is the largest difference. What should it be divided by?")
apart_answer.is_not(
    -2 / 13, "A difference lost its size because of its sign. Where do the bars stand?"
)
apart_answer.is_not(-2, "A difference lost its size because of its sign. Where do the bars stand?")
apart_answer.is_not(0.75, "The size below the line lost its bars. What is |-8| + |-5|?")
apart_answer.is_not(0.5, "Each slope was divided by its own size. Which largest numbers are meant?")
apart_answer.is_not(
    0.375, "It was divided by the largest of one gradient alone. What stands below the line?"
)
apart_answer.is_not(
    0.6, "It was divided by the largest of one gradient alone. What stands below the line?"
)
apart_answer.is_not(2.5 / 8.5, "That is a share of means. Could one bad slope hide in a mean?")
apart_answer.equals(3 / 13, "Work out the top and the bottom by hand: which of them is different?")
apart_answer.keeps_inputs()
apart_answer = checks.call(gradient_check, np.array([4.0, -1.0, 0.5]), np.array([-2.0, 5.0, 0.5]))
apart_answer.is_not(
    2 / 3,
    "At the bottom, the largest of one gradient met the largest of the other, from another place. "
    "Which comes first there: adding, or looking for the largest?",
)
apart_answer.is_not(1.5, "At the bottom 4 and -2 were added up to 2. Where do the bars stand?")
apart_answer.equals(1, "Work out the top and the bottom by hand: which of them is different?")
with np.errstate(all="ignore"):
    zeros_answer = checks.call(gradient_check, np.zeros(2), np.zeros(2)).is_number()
checks.that(
    not np.isnan(zeros_answer.value), "For zeros it divides 0 by 0. What should stand below then?"
)
zeros_answer.equals(0)
print("gradient_check works here. The hidden tests try tables, equal arrays and tiny numbers.")

# %% nbgrader={"grade": true, "grade_id": "gradient_check_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
tiny_answer = checks.call(gradient_check, np.array([3e-13, 0.0]), np.array([1e-13, 0.0]))
tiny_answer.is_not(1 / 7, "Is 1e-12 added to the bottom, or does it take the bottom's place?")
tiny_answer.equals(0.2)
large_answer = checks.call(gradient_check, np.array([0.25, 4e-13]), np.array([0.25, 0.0]))
large_answer.equals(8e-13, "Is the bottom replaced only when it is tiny?", atol=1e-15)
rng_test = np.random.default_rng(63)
for shape_test in [(1,), (4,), (2, 3), (5, 1), (2, 2, 2)]:
    g_test, m_test = rng_test.normal(size=shape_test), rng_test.normal(size=shape_test)
    said_test = f"gradient_check of arrays of shape {shape_test}"
    gradient_check_answer = (
        checks.call(gradient_check, g_test, m_test, said=said_test).is_number().keeps_inputs()
    )
    top_test = max(max(a - b, b - a) for a, b in zip(g_test.flat, m_test.flat, strict=True))
    bottom_test = max(
        max(a, -a) + max(b, -b) for a, b in zip(g_test.flat, m_test.flat, strict=True)
    )
    gradient_check_answer.equals(
        top_test / bottom_test, "Are both the top and the bottom the largest over all slopes?"
    )
    checks.call(gradient_check, m_test, g_test, said=said_test).equals(
        top_test / bottom_test, "Swapping changes nothing."
    )
    scaled_answer = checks.call(gradient_check, 1000 * g_test, 1000 * m_test, said=said_test)
    scaled_answer.equals(
        top_test / bottom_test, "Slopes 1,000 times as large, but the same shares: is it equal?"
    )
    checks.call(gradient_check, g_test, g_test, said=f"{said_test} that are equal").equals(0)
    checks.call(gradient_check, g_test, -g_test, said=f"{said_test} with reversed signs").equals(1)
    with np.errstate(all="ignore"):
        zeros_answer = checks.call(
            gradient_check,
            np.zeros(shape_test),
            np.zeros(shape_test),
            said="gradient_check of zeros",
        )
    zeros_answer.equals(0, "What should stand below when all slopes are 0?")
### END HIDDEN TESTS

# %% [markdown]
# ### What a check finds
#
# Here are three mistakes that one meets in published code, and what they do to the four slopes from
# above:
#
# - **the sign is reversed** (`Y - As[-1]`): then every step goes uphill;
# - **the derivative of the activation is forgotten**: the blame of `a` is taken for the blame of
#   `z`;
# - **the last layer is updated too early**: the code goes backward layer by layer, but changes the
#   weights of the last layer **before** it carries the blame through them.
#
# The last one is the most instructive. This is its order:
#
# ```
# 1  find dW and db of the last layer
# 2  last layer: W = W - lr * dW
# 3  carry the blame back through the last layer's W to the hidden nodes
# 4  find dW and db of the first layer
# 5  first layer: W = W - lr * dW
# ```
#
# In line 3, `W` is no longer the weight with which the prediction was made.


# %%
def slopes_of_first_weights(sign=1, with_derivative=True, updated_by=0.0):
    (W1, _), (W2, _) = small
    blame = sign * 2 * (small_As[2] - Y_small) / 3
    W2 = W2 - updated_by * toolbox.backward_layer(blame, small_As[1], W2)[0]
    hidden_blame = toolbox.backward_layer(blame, small_As[1], W2)[2]
    if with_derivative:
        hidden_blame = hidden_blame * toolbox.tanh_derivative(small_Zs[0])
    return toolbox.backward_layer(hidden_blame, X_small, W1)[0].ravel()


rows = [
    ("by tiny steps", by_steps.ravel()),
    ("all is right", slopes_of_first_weights()),
    ("sign reversed", slopes_of_first_weights(sign=-1)),
    ("no derivative", slopes_of_first_weights(with_derivative=False)),
    ("updated too early", slopes_of_first_weights(updated_by=0.5)),
]
for name, slopes in rows:
    print(f"{name:18s}", *[f"{slope:9.5f}" for slope in slopes])

# %% [markdown]
# Look at the last line. The signs are right and the sizes are not far off. A network trained in
# this way still learns, only worse than it could. Looking at the cost, nobody would suspect a
# mistake. The check finds it.

# %% [markdown]
# ### Quick question 1 (1 point)
#
# How can the five lines above be put right, with as few changes as possible?
#
# - **a**: in line 2, add instead of subtracting
# - **b**: move line 2 to the end, so that nothing is updated before all slopes are found
# - **c**: move line 5 to the very beginning, so that both layers are updated early
# - **d**: run the five lines twice, so that the differences even out


# %% nbgrader={"grade": false, "grade_id": "question_1", "locked": false, "schema_version": 3, "solution": true, "task": false}
def question_1():
    """Return the letter of your answer in quotes, such as return "a"."""
    ### BEGIN SOLUTION
    return "b"
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "question_1_test", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
letter = checks.choice(question_1, "abcd")
print("Your answer is", letter + ". Whether it is right is checked when your work is graded.")
### BEGIN HIDDEN TESTS
checks.that(
    letter != "a",
    "Quick question 1, your answer a: which way is down, with the slope or against it?",
)
checks.that(
    letter != "c", "Quick question 1, your answer c: what does line 5 need that only line 4 finds?"
)
checks.that(
    letter != "d",
    "Quick question 1, your answer d: in the second round, which weights does line 3 go through?",
)
### END HIDDEN TESTS

# %% [markdown]
# ## 6. Training
#
# All parts are there. One epoch of training goes like this. For each mini-batch:
#
# 1. **forward**: `toolbox.forward_layers(X_batch, layers, activations)`;
# 2. **backward**: `toolbox.backward(Y_batch, layers, derivatives, Zs, As)`;
# 3. **update**: every `W` minus `lr` times its `dW`, every `b` minus `lr` times its `db`.
#
# After the last batch of the epoch, one forward pass over **all** rows gives the mean squared
# error that goes into the history.
#
# Where does training start? Not with zeros. If all weights are 0, no blame gets back over the
# edges, and if all hidden nodes start out equal, they get equal blame and stay equal for ever. So
# one starts with small **random** weights.

# %% [markdown]
# ### Exercise 5: train (2 points)
#
# Write the function `train`. It returns the trained layers, a list of `(W, b)`, and the history
# with one number for each epoch. The list `layers` that came in, and the arrays in it, must stay
# as they are: make new arrays and a new list.
#
# Useful: `for X_batch, Y_batch in toolbox.mini_batches(X, Y, batch_size, rng)`, called **once in
# each epoch**, so that every epoch has its own random order. And
# `for (W, b), (dW, db) in zip(layers, gradients)` walks through two lists side by side.


# %% nbgrader={"grade": false, "grade_id": "train", "locked": false, "schema_version": 3, "solution": true, "task": false}
def train(X, Y, layers, activations, derivatives, lr, n_epochs, batch_size, rng):
    """Train a network with mini-batches and return its layers and its history.

    Parameters
    ----------
    X : array of shape (n, n_features)
        One row for each observation.
    Y : array of shape (n, n_outputs)
        What was observed.
    layers : list of (W, b)
        Where to start; left unchanged.
    activations, derivatives : lists of functions
        One for each layer.
    lr : float
        Learning rate.
    n_epochs, batch_size : int
        How many epochs, and how many rows in a batch.
    rng : numpy.random.Generator
        Draws the order of the rows in each epoch.

    Returns
    -------
    layers : list of (W, b)
        The trained layers.
    history : list of float
        The mean squared error over all rows after each epoch.
    """
    ### BEGIN SOLUTION
    history = []
    for _ in range(n_epochs):
        for X_batch, Y_batch in toolbox.mini_batches(X, Y, batch_size, rng):
            Zs, As = toolbox.forward_layers(X_batch, layers, activations)
            gradients = toolbox.backward(Y_batch, layers, derivatives, Zs, As)
            pairs = zip(layers, gradients, strict=True)
            layers = [(W - lr * dW, b - lr * db) for (W, b), (dW, db) in pairs]
        _, As = toolbox.forward_layers(X, layers, activations)
        history.append(toolbox.mean_squared_error(Y, As[-1]))
    return layers, history
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "train_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
X_test = np.array([[2.0, 3.0], [4.0, 1.0], [3.0, 4.0], [1.0, 0.0]])
Y_test = np.array([[5.0], [8.0], [15.0], [0.0]])
layers_test = [
    (np.array([[1.0, -1.0], [1.0, 1.0]]), np.zeros(2)),
    (np.array([[2.0], [-1.0]]), np.zeros(1)),
]
functions_test = (
    [toolbox.relu, toolbox.identity],
    [toolbox.relu_derivative, toolbox.identity_derivative],
)
train_answer = checks.call(
    train,
    X_test,
    Y_test,
    layers_test,
    *functions_test,
    0.01,
    1,
    4,
    np.random.default_rng(0),
    said="train(...), one step,",
)
train_answer.has_parts(2, "the layers and the history")
first_test = train_answer.value[0]
checks.that(
    not (isinstance(first_test, list) and len(first_test) > 0 and isinstance(first_test[0], float)),
    "A list of numbers comes first. Which of the two comes first, the layers or the history?",
)
trained_answer = train_answer.item(0, "layers").has_parts(2, "one pair (W, b) for each layer")
W1_answer = trained_answer.item(0, "the first pair").item(0, "W").is_array((2, 2))
W1_answer.is_not(
    [[1, -1], [1, 1]], "The weights did not change. What happens with the updated ones?"
)
W1_answer.is_not([[1.12, -1.01], [1.06, 0.98]], "That is a step uphill. Which way is down?")
W1_answer.is_not([[-11, 0], [-5, 3]], "That step is 100 times too long. Where does lr come in?")
W1_answer.is_not([[12, -1], [6, -2]], "These are the slopes. What becomes of the weights?")
W1_answer.is_not(
    [[0.8854, -0.9899], [0.9427, 1.0202]],
    "The last layer was updated before the blame went through it. What has to come first?",
)
W1_answer.equals([[0.88, -0.99], [0.94, 1.02]], "Is each weight moved against its own slope, once?")
b1_answer = trained_answer.item(0, "the first pair").item(1, "b").is_array((2,))
b1_answer.is_not([0, 0], "The weights moved, the biases did not. Who updates them?")
b1_answer.equals([-0.06, 0.01])
second_answer = trained_answer.item(1, "the second pair")
second_answer.item(0, "W").is_array((2, 1)).equals([[1.91], [-1.01]])
second_answer.item(1, "b").is_array((1,)).equals([-0.03])
history_answer = train_answer.item(1, "history")
history_answer.is_not(6.2945937425, "That is one number, not a list. Where are the others kept?")
history_answer.is_not([7], "That is the cost before the step. When should it be written down?")
history_answer.is_not(
    [7, 6.2945937425], "The cost at the start is in it. How many epochs were there?"
)
history_answer.is_not([2.50890290], "That is the RMSE. Which cost was asked for?")
history_answer.equals(
    [6.2945937425], "Is the mean squared error taken over all rows, after the epoch?"
)
train_answer.keeps_inputs()
# Other data: 5 rows in batches of 3 make 2 steps in each epoch.
X_test = np.array([[2.0, 1.0], [0.0, 3.0], [1.0, 1.0], [3.0, -1.0], [-1.0, 2.0]])
Y_test = np.array([[6.0], [1.0], [3.0], [9.0], [-2.0]])
arguments_test = (X_test, Y_test, layers_test, *functions_test, 0.02, 3, 3)
longer_answer = checks.call(
    train, *arguments_test, np.random.default_rng(0), said="train(...), 3 epochs,"
)
longer_answer.has_parts(2, "the layers and the history")
checks.that(
    np.shape(longer_answer.value[1]) != (6,),
    "With 3 epochs of 2 batches the history has 6 numbers. After what is one written down?",
)
checks.that(
    np.shape(longer_answer.value[1]) == (3,),
    f"With 3 epochs the history has shape {np.shape(longer_answer.value[1])}, expected (3,). Where "
    "is a number added to it?",
)
expected_layers_test, expected_history_test = toolbox.train(
    *arguments_test, np.random.default_rng(0)
)
trained_answer = longer_answer.item(0, "layers").has_parts(2, "one pair (W, b) for each layer")
W1_answer = trained_answer.item(0, "the first pair").item(0, "W").is_array((2, 2))
hint_test = (
    "The new weights of one batch are lost when the next batch comes. Which name must hold them "
    "when the next forward pass begins?"
)
W1_answer.is_not([[1.04, -1.02], [0.68, 1.16]], hint_test)
W1_answer.is_not([[1.63697408, -0.96429476], [0.67257748, 1.01620312]], hint_test)
hint_test = "Every step used all rows. Which names hold the rows of one batch?"
W1_answer.is_not([[1.42037147, -0.91980810], [0.54060190, 1.02635112]], hint_test)
W1_answer.is_not([[1.37237222, -0.97395302], [0.67199627, 1.06090582]], hint_test)
W1_answer.is_not(
    [[1.38848811, -0.97472451], [0.50237198, 0.94062651]],
    "Every epoch had the same batches. Where are they drawn anew, and by which generator?",
)
W1_answer.equals(expected_layers_test[0][0], "Is every batch of every epoch used once?")
for k_test in range(2):
    pair_answer = trained_answer.item(k_test, f"layer {k_test}")
    pair_answer.item(0, "W").equals(
        expected_layers_test[k_test][0], "Is every batch of every epoch used once?"
    )
    pair_answer.item(1, "b").equals(
        expected_layers_test[k_test][1], "Is every batch of every epoch used once?"
    )
longer_answer.item(1, "history").item(2, "last number").equals(
    expected_history_test[2],
    "It is not the cost of the layers that you return, over all rows. Which rows were used?",
)
longer_answer.item(1, "history").equals(
    expected_history_test, "Is the cost of all rows written down once, after the last batch?"
)
print("train works here. The hidden tests try other networks, batches and several epochs.")

# %% nbgrader={"grade": true, "grade_id": "train_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
rng_test = np.random.default_rng(64)
# One layer without activation is the linear model of unit 05: its steps are known.
for n_test, n_features_test, batch_size_test, n_epochs_test in [
    (1, 1, 1, 1),
    (7, 2, 3, 4),
    (6, 3, 2, 2),
    (10, 2, 10, 3),
]:
    X_test, Y_test = (
        rng_test.normal(size=(n_test, n_features_test)),
        rng_test.normal(size=(n_test, 1)),
    )
    start_test = rng_test.normal(size=n_features_test + 1)
    said_test = (
        f"train with {n_test} rows, batch_size = {batch_size_test} and {n_epochs_test} epochs"
    )
    train_answer = checks.call(
        train,
        X_test,
        Y_test,
        [(start_test[:-1, np.newaxis], start_test[-1:])],
        [toolbox.identity],
        [toolbox.identity_derivative],
        0.1,
        n_epochs_test,
        batch_size_test,
        np.random.default_rng(n_test),
        said=said_test,
    )
    train_answer.has_parts(2, "the layers and the history").keeps_inputs()
    table_test, order_test, w_test, costs_test = (
        np.column_stack([X_test, np.ones(n_test)]),
        np.random.default_rng(n_test),
        start_test,
        [],
    )
    for _ in range(n_epochs_test):
        for rows_test, observed_test in toolbox.mini_batches(
            table_test, Y_test[:, 0], batch_size_test, order_test
        ):
            w_test = toolbox.update(w_test, toolbox.slope(rows_test, observed_test, w_test), 0.1)
        costs_test.append(
            float(np.linalg.norm(table_test.dot(w_test) - Y_test[:, 0]) ** 2 / n_test)
        )
    trained_answer = (
        train_answer.item(0, "layers")
        .has_parts(1, "one pair (W, b) for each layer")
        .item(0, "the pair")
    )
    hint_test = "Is mini_batches called anew in each epoch, and is every batch used for one update?"
    trained_answer.item(0, "W").is_array((n_features_test, 1)).equals(
        w_test[:-1, np.newaxis], hint_test, 1e-4, 1e-6
    )
    trained_answer.item(1, "b").is_array((1,)).equals(w_test[-1:], hint_test, 1e-4, 1e-6)
    train_answer.item(1, "history").equals(
        costs_test, "Is the cost taken over all rows after each epoch?", 1e-4
    )
# One step of a deeper network, against slopes that are measured.
X_test, Y_test = rng_test.normal(size=(5, 2)), rng_test.normal(size=(5, 2))
layers_test = [
    (rng_test.normal(size=(2, 3)), rng_test.normal(size=3)),
    (rng_test.normal(size=(3, 3)), rng_test.normal(size=3)),
    (rng_test.normal(size=(3, 2)), rng_test.normal(size=2)),
]
activations_test = [toolbox.tanh, toolbox.sigmoid, toolbox.identity]
derivatives_test = [
    toolbox.tanh_derivative,
    toolbox.sigmoid_derivative,
    toolbox.identity_derivative,
]
arguments_test = (X_test, Y_test, layers_test, activations_test, derivatives_test, 0.5)
said_test = "train with three layers"
train_answer = checks.call(train, *arguments_test, 1, 5, np.random.default_rng(1), said=said_test)
train_answer.has_parts(2, "the layers and the history").keeps_inputs()
for k_test, pair_test in enumerate(layers_test):
    for part_test, array_test in enumerate(pair_test):

        def cost_test(v, k_test=k_test, part_test=part_test, array_test=array_test):
            changed = [list(layer) for layer in layers_test]
            changed[k_test][part_test] = v.reshape(array_test.shape)
            miss = toolbox.forward_layers(X_test, changed, activations_test)[1][-1] - Y_test
            return float(np.linalg.norm(miss) ** 2 / miss.size)

        measured_test = toolbox.numerical_slope(cost_test, array_test.ravel()).reshape(
            array_test.shape
        )
        moved_answer = (
            train_answer.item(0, "layers")
            .item(k_test, f"layer {k_test}")
            .item(part_test, ("W", "b")[part_test])
        )
        moved_answer.equals(
            array_test - 0.5 * measured_test, "Does every layer step against its slope?", 1e-4, 1e-6
        )
none_answer = checks.call(
    train, *arguments_test, 0, 5, np.random.default_rng(1), said="train with 0 epochs"
)
checks.that(
    len(none_answer.value[0]) == 3 and len(none_answer.value[1]) == 0,
    "With 0 epochs the history should be empty and the layers as before.",
)
long_answer = checks.call(
    train, *arguments_test[:-1], 0.1, 200, 2, np.random.default_rng(2), said=said_test
)
checks.that(
    long_answer.value[1][-1] < long_answer.value[1][0],
    "After 200 epochs the cost should be lower than after the first.",
)
### END HIDDEN TESTS

# %% [markdown]
# ## 7. The bank again
#
# In unit 01 a linear model predicted the transactions from the balance and from whether the
# customer is retired. Its two lines were parallel, because one weight for the balance had to do
# for everybody. But in the data a higher balance means many more transactions for those who work,
# and hardly any more for the retired. The line could not see this **interaction**.
#
# Here is the linear model again. It is judged on 1,000 customers that it has **not** seen
# (another seed).


# %%
def balance_and_retired(X):
    return X[:, [bank.FEATURES.index("balance"), bank.FEATURES.index("retired")]]


X_full, y_bank = bank.simulate(n_customers=1000, seed=0)
X_full_new, y_new = bank.simulate(n_customers=1000, seed=1)
X_bank, X_new = balance_and_retired(X_full), balance_and_retired(X_full_new)

w_line, b_line = toolbox.fit_linear(X_bank, y_bank)


def predict_line(X):
    return toolbox.predict_linear(X, w_line, b_line)


line_error = toolbox.root_mean_squared_error(y_new, predict_line(X_new))
print(f"linear model, unseen customers: RMSE {line_error:.1f} transactions")

# %%
draw_model_lines(X_new, y_new, predict_line, caption="The linear model: two parallel lines.")

# %% [markdown]
# Now a network with the **same two features**: 2 inputs, 8 hidden nodes with relu, 1 output.
# Before training, everything is **scaled** to a size of about 1: the balance (0 to 10) is divided
# by 10, the transactions (up to about 120) by 100. There are two reasons:
#
# - large sums make a tanh or sigmoid saturated, and large slopes with relu make the steps jump;
# - one learning rate has to fit all weights. If one feature is 10 times as large as the other, so
#   are the slopes along its weights. (Remember the long bowl of unit 05.)
#
# The predictions are multiplied by 100 again.
#
# **Before you run it:** the training makes 60 epochs of 50 steps. How many rows are in a batch?


# %%
def scale(X):
    return np.column_stack([X[:, 0] / 10, X[:, 1]])


rng = np.random.default_rng(seed=2)
start = [
    (rng.normal(0, 1, size=(2, 8)), np.zeros(8)),
    (rng.normal(0, 0.5, size=(8, 1)), np.zeros(1)),
]
activations = [toolbox.relu, toolbox.identity]
derivatives = [toolbox.relu_derivative, toolbox.identity_derivative]
trained, history = toolbox.train(
    scale(X_bank),
    y_bank[:, np.newaxis] / 100,
    start,
    activations,
    derivatives,
    lr=0.1,
    n_epochs=60,
    batch_size=20,
    rng=rng,
)
for epoch in (1, 5, 20, 60):
    print(f"epoch {epoch:2d}: RMSE {100 * np.sqrt(history[epoch - 1]):.1f} transactions")

# %%
draw_history(
    {"mean squared error": history},
    metrics=["mean squared error"],
    caption="The cost after each epoch, on the scaled transactions.",
)

# %% [markdown]
# The curve jitters a little, because every mini-batch says something slightly different about the
# way down. Is the network better than the line? Ask the customers that neither of them has seen.


# %%
def predict_network(X):
    _, As = toolbox.forward_layers(scale(X), trained, activations)
    return 100 * As[-1][:, 0]


network_error = toolbox.root_mean_squared_error(y_new, predict_network(X_new))
print(f"unseen customers: linear model RMSE {line_error:.1f}, network RMSE {network_error:.1f}")

# %%
draw_model_lines(
    X_new,
    y_new,
    predict_network,
    caption="The trained network: the lines are no longer parallel.",
)

# %% [markdown]
# The lines are **no longer parallel**. They have small kinks, at balances of about 0.7, 1.8 and
# 9.5: each kink is a relu node that switches on or off there.
#
# How much more do the retired make than the others, at the same balance? In the rule with which
# the bank was simulated, it is 40 more at a balance of 0, 5 more at 5, and 30 **fewer** at 10:

# %%
print("balance  linear model  network  true rule")
for balance in (0, 5, 10):
    pair = np.array([[balance, 0.0], [balance, 1.0]])
    line_gap = predict_line(pair)[1] - predict_line(pair)[0]
    network_gap = predict_network(pair)[1] - predict_network(pair)[0]
    print(f"{balance:7d}  {line_gap:12.0f}  {network_gap:7.0f}  {40 - 7 * balance:9d}")

# %% [markdown]
# Nobody told the network about the interaction. It was given neither a product of the features
# nor a hint. It found it, step by step, by blame alone.
#
# It is not perfect: the customers' accounts and families, which it does not see, and chance leave
# an error of a bit more than 6 transactions that nothing can remove from these two features.

# %% [markdown] nbgrader={"grade": false, "grade_id": "reflection", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": true}
# ### Reflection: the bank, twice (3 points, graded by a person)
#
# Explain to a colleague who has read unit 01 but not this unit, in about six sentences:
#
# 1. Where did the straight line fail, and why would no other weights have helped it?
# 2. What did the network do differently? Name something in the last figure or in the last table
#    that shows it.
# 3. The bank wants to use the network next month for decisions about real customers. Name two
#    things that you would check before you trust it, and say why.
#
# If you work alone, compare your answer with sections 5 and 7 afterwards.
#
# ### BEGIN MARK SCHEME
# Points: one for each part.
#
# 1. One point: the line has one weight for the balance, the same for both groups, so its two
#    lines are parallel whatever the weights are; in the data the effect of the balance depends on
#    retirement (an interaction). Half a point for "the data is not linear" without the two
#    groups.
# 2. One point: hidden nodes that are active for some customers only (or: bends, an activation)
#    let the effect of the balance differ between the groups, together with a piece of evidence:
#    the lines that are not parallel, the gap that goes from about 40 to about -27 while the
#    line's gap stays at 6, or the RMSE of 6.4 against 11.7 on unseen customers. Half a point
#    without evidence.
# 3. Half a point for each of two sound checks with a reason. For instance: the error on customers
#    who were not used for training; whether next month's customers are like these (other ages or
#    balances, a balance above 10 was never seen); another random start or seed; a gradient check
#    of the code; a simpler model that does as well; who is treated worse by its errors, and
#    whether a person can object; that the data here is simulated. "Train longer" alone is no
#    check.
#
# Good to see, without points of their own: that prediction is not cause; that the remaining error
# comes from what the two features do not say.
# ### END MARK SCHEME

# %% [markdown]
# *Write your answer here: double-click this text.*

# %% [markdown]
# ## What you have learned
#
# - Blame is the slope of the cost along a node. It flows backward over the same edges, times their
#   weights, and through each activation, times its slope.
# - The slope along a weight is what came in, times the blame of where it leads.
# - All slopes first, then all updates. A gradient check finds the mistakes that do not crash.
# - A trained network found the interaction that a straight line cannot see.
#
# You have now built everything that a neural network needs. Libraries such as Keras do the same,
# with another spelling. Unit 07 shows it.
#
# ## Go further
#
# - Change the seed below. With 4 hidden nodes and seed 0 the network stays as blind as the line:
#   one of its relu nodes is off for every customer, and the other three are on for nearly all of
#   them. A relu that is always on bends nothing, so this network *is* a straight line. Does tanh
#   do better?
# - What happens with a learning rate of 1? And when the balance is not divided by 10?
# - The way back costs about twice as much work as the way forward. For the largest networks this
#   means thousands of computers for months: the price of learning from very much data.
# - Convolutional networks (for images) and recurrent networks (for text and sound) share weights
#   between many places. They are trained in the very same way: the blame from all these places is
#   added up.

# %%
n_hidden, seed = 4, 0
rng = np.random.default_rng(seed)
start = [
    (rng.normal(0, 1, size=(2, n_hidden)), np.zeros(n_hidden)),
    (rng.normal(0, 0.5, size=(n_hidden, 1)), np.zeros(1)),
]
_, history = toolbox.train(
    scale(X_bank),
    y_bank[:, np.newaxis] / 100,
    start,
    [toolbox.relu, toolbox.identity],
    [toolbox.relu_derivative, toolbox.identity_derivative],
    lr=0.1,
    n_epochs=60,
    batch_size=20,
    rng=rng,
)
print(f"RMSE on the training customers: {100 * np.sqrt(history[-1]):.1f} transactions")
