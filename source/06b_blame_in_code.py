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
# # Unit 06: Backpropagation
# ## Sitting b: blame in code
#
# **The question of this sitting: how do a few lines find the slopes of any network?**
#
# In sitting a you carried the blame backward by hand, for one customer and six weights. Now you
# write it for all customers at once, and for as many layers as you like.
#
# When you are done, you will be able to
#
# - carry the blame back through one layer with two matrix products and a sum;
# - carry it back through a whole network.
#
# Time: about 50 minutes. Points: 5. A word that you do not know? Look it up in the
# [glossary](../glossary.md).

# %%
import numpy as np

from course import checks, toolbox

# %% [markdown]
# The three rules of sitting a, once more:
#
# 1. Blame flows backward over the edges, times their weights.
# 2. The slope along a weight is what came in from the left, times the blame on the right.
# 3. The blame of a sum `z` is the blame of `a = activation(z)`, times the slope of the activation
#    at `z`.
#
# ## 1. One layer, all rows at once
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
# Given `dZ`, rules 1 and 2 become matrix products:
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

# How does one add up each column? `np.sum` takes an *axis*. Axis 0 runs down the rows, axis 1 along
# the columns:

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
# in the blame of the output. Section 2 does that.)


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
        Slope along each number that the layer received. For the output layer of sitting a,
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
    "All three arrays are there, but in another order. Which of them comes first?",
)
dW_answer = backward_layer_answer.item(0, "dW")
dW_answer.is_not(
    [[4, -1, 7], [-1, 1, 2], [8, -4, 4]],
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
# ## 2. The whole network
#
# A network is a list of layers, each a pair `(W, b)`. The line `W, b = layers[k]` takes the pair of
# layer `k` apart. `toolbox.forward_layers` (you built it in unit 04) sends all rows forward and
# keeps what it computes, in two lists:
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
# `a_list.insert(0, thing)` puts a thing at the front of a list. `append` puts it at the end.

# %%
found = []
for number in reversed(range(3)):
    found.insert(0, number)
    print("layer", number, "comes, and the list is", found)

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
# Check backward: two layers with one output, then one layer with two. Run this cell.
# Two customers, and two nodes in each layer: all tables have one shape, so every way to multiply
# runs, and its result shows which one it was. Relu is in the hidden layer.
X_test = np.array([[-1.0, 3.0], [3.0, 1.0]])
Y_test = np.array([[-4.0, 14.0], [-2.0, -4.0]])
layers_test = [
    (np.array([[1.0, -1.0], [1.0, 1.0]]), np.zeros(2)),
    (np.array([[1.0, 1.0], [-1.0, 2.0]]), np.zeros(2)),
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
dW_answer = last_answer.item(0, "dW of the last layer")
dW_answer.is_not(
    [[22, 5], [4, -15]],
    "These are the slopes of the first layer. At which end of the list do you put each pair?",
)
dW_answer.is_not([4, 2], "That is db. In which order does backward_layer return its three arrays?")
dW_answer.is_array((2, 2))
dW_answer.is_not(
    [[-14, -12], [-4, 8]], "The sign is reversed. What is subtracted from what in an error?"
)
dW_answer.is_not(
    [[7, 6], [2, -4]], "That is half of it. Is the factor 2 there, and is the mean taken only once?"
)
dW_answer.is_not(
    [[28, 24], [8, -16]],
    "That is 2 times too large. What stands before the error in the slope of a mean of 4 numbers?",
)
dW_answer.is_not(
    [[56, 48], [16, -32]], "That is 4 times too large. Which cost is a mean over 4 numbers?"
)
dW_answer.is_not([[3.5, 3], [1, -2]], "It is divided by 4 twice. How often is the mean taken?")
for factor_test in (0.25, 0.5, 1, 2):
    dW_answer.is_not(
        factor_test * np.array([[152, 288], [16, 64]]),
        "The errors are squared in dA. What is the slope of a square?",
    )
for blame_test in (0.75, 1.5, 3, 6, 12, 24, 7.5, 15, 30, 60, 120, 240, 30**0.5):
    dW_answer.is_not(
        blame_test * np.array([[6, 6], [4, 4]]),
        "Every row got the same blame. Is dA one number, or one for each row?",
    )
hint_test = (
    "On its way through the activation the blame was added up by a matrix product. Does rule 3 add "
    "up, or does it work number by number?"
)
dW_answer.is_not([[26, 26], [-4, -4]], hint_test)
dW_answer.is_not([[24, 12], [16, 8]], hint_test)
dW_answer.is_not(
    [[10, 20], [22, -4]],
    "What leaves the last layer was taken for what it receives. Which place of As belongs to it?",
)
dW_answer.is_not(
    [[8, 14], [6, -2]], "The last layer got X. What does it receive from the hidden layer?"
)
dW_answer.is_not(
    [[14, 12], [-2, -16]],
    "The last layer got the sums of the hidden layer. What does a node send on, z or a?",
)
dW_answer.equals(
    [[14, 12], [4, -8]],
    "Is dA two times the error, divided by Y.size, and does the layer receive As[k]?",
)
db_answer = last_answer.item(1, "db of the last layer")
db_answer.is_not(
    [[-1, -5], [7, 5]],
    "That is the blame for the layer before. In which order does backward_layer return its three?",
)
db_answer.equals([4, 2])
dW_answer = first_answer.item(0, "dW of the first layer").is_array((2, 2))
dW_answer.is_not(
    [[22, 20], [4, -10]], "It is as if every gate were open. Where is the slope of relu?"
)
dW_answer.is_not(
    [[21, 20], [7, -10]],
    "The gates were opened by what the layer received. Which numbers does a gate look at?",
)
dW_answer.is_not(
    [[8, 2], [6, -6]],
    "The blame of the output came here unchanged. Which name holds the blame that goes on?",
)
dW_answer.equals([[22, 5], [4, -15]], "Is the blame carried through the last layer first?")
first_answer.item(1, "db of the first layer").is_array((2,)).equals([6, -5])
backward_answer.keeps_inputs()
# Three layers without activation: 2 inputs, then one node in each layer. Three customers.
layers_test = [
    (np.array([[1.0], [1.0]]), np.zeros(1)),
    (np.array([[2.0]]), np.ones(1)),
    (np.array([[3.0]]), np.ones(1)),
]
Y_test = np.array([[19.0], [13.0], [4.0]])
Zs_test, As_test = toolbox.forward_layers(
    np.array([[1.0, 2.0], [0.0, 1.0], [2.0, -1.0]]), layers_test, [toolbox.identity] * 3
)
backward_answer = checks.call(
    backward,
    Y_test,
    layers_test,
    [toolbox.identity_derivative] * 3,
    Zs_test,
    As_test,
    said="backward(...) of three layers",
)
checks.that(
    not isinstance(backward_answer.value, list) or len(backward_answer.value) != 2,
    "With three layers backward returns two pairs. Is the 2 of another network in your loop?",
)
backward_answer.has_parts(3, "one pair (dW, db) for each layer")
for k_test, expected_test in enumerate([[[60], [-12]], [[24]], [[20]]]):
    pair_answer = backward_answer.item(k_test, f"the pair of layer {k_test}").has_parts(
        2, "dW and db"
    )
    pair_answer.item(0, f"dW of layer {k_test}").equals(expected_test)
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
    [[0.1175019, 0.1175019]], "The derivative got what comes after the activation. Is that z?"
)
dW_answer.equals([[0.125, 0.125]])
checks.passed(
    "backward works here. The hidden tests try deeper networks and measure with tiny steps."
)

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
# ## What you have learned
#
# - For every array of a network there is one of the same shape with its slopes: `dW` for `W`, `db`
#   for `b`, `dZ` for `Z`.
# - One layer back is two matrix products and a sum. The whole network back is a loop over its
#   layers, from the last to the first, with the activation's slope in each.
#
# A dozen lines, and any of them could be wrong without a crash. How would you notice? That is the
# question of the next sitting: [06c: the gradient check](06c_gradient_check.ipynb).
