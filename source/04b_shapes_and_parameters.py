# ---
# jupyter:
#   autograder:
#     assignment: 04_deeper_networks
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
# # Unit 04b: Shapes and parameters
#
# **The question of this notebook: how many numbers does a network have to learn?**
#
# In 04a every node had a name of its own. With a hundred nodes in a layer, nobody wants to name
# them. Here you will describe a whole network with a short list of numbers, and work out from it
# which tables of weights belong to it, and how many numbers are in them.
#
# When you are done, you will be able to
#
# - compute a layer with many nodes for many customers in one line;
# - say which shapes the weights and the biases of a network have;
# - count how many numbers a network has to learn.
#
# Time: about 30 minutes. Points: 4. A word that you do not know? Look it up in the
# [glossary](../glossary.md).

# %%
from itertools import pairwise

import numpy as np

from course import checks, toolbox

# %% [markdown]
# ## 1. A layer in matrix form
#
# In unit 02 one matrix product computed a layer for all customers at once. This works for every
# layer. From here on we **count the layers that compute something**: layer 1 is the first hidden
# layer, and the last layer is the output layer. The input layer computes nothing and is not
# counted. So `W1` holds the weights of layer 1, `Z1` its sums, and `A1` its values, the sums after
# the activation.
#
# Take a table `X` of 100 customers with 3 features, and a hidden layer of 4 nodes. **Before you run
# the next cell:** which shape must `W1` have, and which shape will the sums `Z1` have?
#
# (The numbers are drawn at random. `np.random.default_rng(0)` makes something that draws them, and
# `rng.normal(size=(100, 3))` draws a table of 100 rows and 3 columns.)

# %%
rng = np.random.default_rng(0)
X = rng.normal(size=(100, 3))
W1 = rng.normal(size=(3, 4))
Z1 = X @ W1
A1 = toolbox.relu(Z1)
print("X: ", X.shape)
print("W1:", W1.shape)
print("Z1:", Z1.shape)
print("A1:", A1.shape)

# %% [markdown]
# For the next layer, **`A1` takes the place of `X`**. It is a table as well: 100 rows, one for each
# customer, and 4 columns, one for each node. The next layer does not know, and need not know,
# whether its table comes from a bank or from another layer. That is why layers can be stacked.

# %%
W2 = rng.normal(size=(4, 2))
A2 = toolbox.relu(A1 @ W2)
print("A1:", A1.shape, " W2:", W2.shape, " A2:", A2.shape)

# %% [markdown]
# ## 2. The bias
#
# One thing is missing. (You met it in 04a: the -1 of the output node.) Look at a customer whose
# inputs are all 0, in a network with relu or tanh and without such numbers: every sum of layer 1 is
# 0, so are its values, so are the sums of the next layer, and so on. Whatever the weights are, the
# sum of the output node is 0. And look at a relu node: its kink always lies where the sum of the
# products is 0.
#
# So each node gets one more number, its **bias** $b$. It is added to the sum before the activation:
#
# $$z = x_0 \, w_0 + x_1 \, w_1 + \dots + b \qquad a = f(z)$$
#
# Here $f$ stands for the activation, such as relu.
#
# You know it from unit 01: there, `b` was the prediction where all features are 0. In a hidden node
# it says how much must come together before the node becomes active. With a bias of -10, a relu
# node stays at 0 until the rest of its sum is larger than 10.
#
# A layer of 4 nodes has 4 biases, one for each node. NumPy adds them to every row of the table:

# %%
sums = np.array([[1, 2, 3, 4], [10, 20, 30, 40]])
b = np.array([-10, 0, 100, 0])
print("with the biases:")
print(sums + b)
print("after relu:")
print(toolbox.relu(sums + b))

# %% [markdown]
# ## 3. Parameters and settings
#
# A network can be described by the sizes of its layers, the input layer first. `[3, 4, 2]` means: 3
# inputs, one hidden layer of 4 nodes, 2 outputs. From the sizes follow the shapes of all its
# weights and biases:
#
# | layer | sees | has | weights | biases |
# | --- | --- | --- | --- | --- |
# | layer 1, the hidden layer | 3 inputs | 4 nodes | `(3, 4)` | `(4,)` |
# | layer 2, the output layer | 4 values | 2 nodes | `(4, 2)` | `(2,)` |
#
# The list has three sizes, but only two layers compute something. The weights of a layer have one
# row for each number that it sees and one column for each of its nodes. There is one bias for each
# of its nodes.
#
# So each layer needs two neighbours of the list: how many numbers come in, and how many nodes it
# has. Python has a function that walks through all neighbours, `pairwise`:

# %%
for n_in, n_out in pairwise([3, 4, 2]):
    print(n_in, "numbers come in,", n_out, "nodes")

# %% [markdown]
# ### Exercise 2: the shapes of all layers (2 points)
#
# Write the function `layer_shapes`. It takes the list of sizes and returns a list with one pair for
# each layer that computes: the shape of the weights and the shape of the biases. For layer 1 of
# the table above this is `((3, 4), (4,))`. (`shapes = []` makes an empty list, and
# `shapes.append(...)` puts one more thing at its end.)
#
# Shapes are tuples, as NumPy writes them. Note the comma in `(4,)`: this is a tuple with one number
# in it, while `(4)` is the number 4.


# %% nbgrader={"grade": false, "grade_id": "layer_shapes", "locked": false, "schema_version": 3, "solution": true, "task": false}
def layer_shapes(layer_sizes):
    """Return the shapes of the weights and biases of a network.

    Parameters
    ----------
    layer_sizes : list of int
        Nodes per layer, from the input layer to the output layer.

    Returns
    -------
    list of pairs
        For each layer that computes ((n_in, n_out), (n_out,)). For [5, 7] this is
        [((5, 7), (7,))].
    """
    ### BEGIN SOLUTION
    shapes = []
    for n_in, n_out in pairwise(layer_sizes):
        shapes.append(((n_in, n_out), (n_out,)))
    return shapes
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "layer_shapes_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check layer_shapes: networks of two and of three layers. Run this cell.
from course import checks

try:
    shapes_answer = checks.call(layer_shapes, [2, 6, 1])
except TypeError as error_answer:
    checks.that(
        "cannot unpack non-iterable int" not in str(error_answer),
        "Each turn of the loop gets one size, but a layer needs two neighbours. Which function "
        "walks through all neighbours?",
    )
    raise
except IndexError as error_answer:
    checks.that(
        "list index" not in str(error_answer),
        "The last size has no neighbour behind it. With 3 sizes, how many layers compute something?",
    )
    raise
said_test = f"layer_shapes([2, 6, 1]) gives {shapes_answer.value}."
checks.that(
    not isinstance(shapes_answer.value, dict),
    f"{said_test} This is a dictionary. Which brackets make an empty list?",
)
checks.that(
    not isinstance(shapes_answer.value, np.ndarray),
    "layer_shapes([2, 6, 1]) gives one array, and an array holds single numbers. What can hold "
    "pairs of shapes?",
)
checks.that(
    "array(" not in repr(shapes_answer.value),
    "layer_shapes([2, 6, 1]) should give shapes, but there is an array in what it returns. Which "
    "numbers say how large an array is?",
)
checks.that(
    "'" not in repr(shapes_answer.value),
    f"{said_test} There is a text in it, with quotes. Which brackets make a tuple of two numbers?",
)
shapes_answer.has_type(list | tuple, "a list")
shapes_answer.keeps_inputs()
list_answer = list(shapes_answer.value)
checks.that(
    list_answer != [((3, 4), (4,)), ((4, 2), (2,))],
    f"{said_test} These are the shapes for [3, 4, 2]. Where does `layer_sizes` come in?",
)
checks.that(
    list_answer != [(2, 6), (6, 1)] and list_answer != [((2, 6),), ((6, 1),)],
    f"{said_test} These are the weights alone. Which nodes have a bias, and how many are they?",
)
checks.that(
    list_answer
    not in (
        [(2, 6), (6,), (6, 1), (1,)],
        [(2, 6, 6), (6, 1, 1)],
        [[2, 6, 6], [6, 1, 1]],
        [(2, 6, (6,)), (6, 1, (1,))],
    ),
    f"{said_test} All the numbers are there, but each layer should have one pair of two shapes. "
    "Which brackets are missing?",
)
checks.that(
    list_answer not in ([[(2, 6), (6, 1)], [(6,), (1,)]], [((2, 6), (6, 1)), ((6,), (1,))]),
    f"{said_test} All weights stand together, and so do all biases. Which two belong to one layer?",
)
checks.that(
    list_answer != [((2, 6), (6,))],
    f"{said_test} That is the first layer alone. How many turns does the loop make before "
    "`return`?",
)
checks.that(
    list_answer != [((6, 1), (1,))],
    f"{said_test} That is the last layer alone. Which line begins the list, and how often does it "
    "run?",
)
checks.that(
    list_answer != [((6, 2), (6,)), ((1, 6), (1,))],
    f"{said_test} Do the rows of the weights stand for the numbers that come in, or for the nodes?",
)
checks.that(
    list_answer != [((2, 6), (2,)), ((6, 1), (6,))],
    f"{said_test} Is there a bias for each number that comes in, or for each node?",
)
checks.that(
    list_answer != [((2, 6), 6), ((6, 1), 1)],
    f"{said_test} The shapes of the biases are plain numbers. How does NumPy write the shape of a "
    "vector?",
)
checks.that(
    list_answer not in ([((2, 6), (1, 6)), ((6, 1), (1, 1))], [((2, 6), (6, 1)), ((6, 1), (1, 1))]),
    f"{said_test} The biases of a layer are a vector, not a table. How many numbers are in the "
    "shape of a vector?",
)
checks.that(
    list_answer not in ([([2, 6], [6]), ([6, 1], [1])], [[[2, 6], [6]], [[6, 1], [1]]]),
    f"{said_test} The numbers are right. Which brackets does NumPy use when it shows a shape?",
)
checks.that(
    list_answer != [12, 6],
    f"{said_test} These are numbers of weights. How does NumPy write a shape?",
)
checks.that(
    len(list_answer) == 2,
    f"{said_test} There should be 2 pairs in it, one for each layer that computes something. How "
    "many parts has your list?",
)
for sizes_test, expected_test in (
    ([2, 6, 1], [((2, 6), (6,)), ((6, 1), (1,))]),
    ([5, 1, 3, 2], [((5, 1), (1,)), ((1, 3), (3,)), ((3, 2), (2,))]),
):
    shapes_answer = checks.call(layer_shapes, sizes_test).has_type(list | tuple, "a list")
    pairs_test = [
        tuple(p_test) if isinstance(p_test, list) else p_test for p_test in shapes_answer.value
    ]
    checks.that(
        pairs_test == expected_test,
        f"layer_shapes({sizes_test}) gives {shapes_answer.value}. Expected was {expected_test}. "
        "Which pair is the first one that differs?",
    )
checks.passed("layer_shapes works here. The hidden tests try deeper networks, and a single layer.")

# %% nbgrader={"grade": true, "grade_id": "layer_shapes_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
for sizes_test in ([8, 16, 8, 1], [5, 7], [2, 2, 2, 2, 2], [1, 1], [144, 400, 3], [6, 1, 9]):
    shapes_answer = (
        checks.call(layer_shapes, sizes_test).has_type(list | tuple, "a list").keeps_inputs()
    )
    expected_test = []
    for k_test in range(len(sizes_test) - 1):
        W_test = np.zeros((sizes_test[k_test], sizes_test[k_test + 1]))
        expected_test.append((W_test.shape, W_test[0].shape))
    pairs_test = [
        tuple(pair_test) if isinstance(pair_test, list) else pair_test
        for pair_test in shapes_answer.value
    ]
    checks.that(
        pairs_test == expected_test,
        f"layer_shapes({sizes_test}) gives {shapes_answer.value}. Draw the layers of this network: "
        "what stands on the left of each step, and what on the right?",
    )
### END HIDDEN TESTS

# %% [markdown]
# The weights and the biases are the **parameters** of the network: the numbers that it will learn
# from the data, from unit 05 on. Everything that *people* decide before the learning starts is
# called a **setting** (or *hyperparameter*): how many layers, how many nodes in each, which
# activation. Later there will be more settings, which say how the network learns: the learning
# rate, the batch size and the number of epochs.

# %% [markdown]
# ### Exercise 3: how many parameters? (2 points)
#
# Write the function `count_parameters`. It takes the list of sizes and returns how many weights and
# biases there are together. For `[5, 7]` these are $5 \cdot 7 = 35$ weights and 7 biases, so 42.


# %% nbgrader={"grade": false, "grade_id": "count_parameters", "locked": false, "schema_version": 3, "solution": true, "task": false}
def count_parameters(layer_sizes):
    """Return how many weights and biases a network has.

    Parameters
    ----------
    layer_sizes : list of int
        Nodes per layer, from the input layer to the output layer.

    Returns
    -------
    int
        For [5, 7] this is 5 * 7 + 7 = 42.
    """
    ### BEGIN SOLUTION
    total = 0
    for n_in, n_out in pairwise(layer_sizes):
        total = total + n_in * n_out + n_out
    return total
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "count_parameters_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check count_parameters: a small network and a larger one. Run this cell.
from course import checks

try:
    count_answer = checks.call(count_parameters, [4, 5, 3])
except TypeError as error_answer:
    checks.that(
        "cannot unpack non-iterable int" not in str(error_answer),
        "Each turn of the loop gets one size, but a layer needs two neighbours. Which function "
        "walks through all neighbours?",
    )
    checks.that(
        "'tuple'" not in str(error_answer),
        "A shape such as (5,) is a tuple, and no number to compute with. What stands in it?",
    )
    raise
except IndexError as error_answer:
    checks.that(
        "list index" not in str(error_answer),
        "The last size has no neighbour behind it. With 3 sizes, how many layers compute something?",
    )
    raise
count_answer.is_not(
    [25, 18], "These are the numbers of each layer. What is asked of all layers together?"
)
count_answer.is_not(
    [35, 8], "Weights and biases are counted apart. What is asked of both together?"
)
count_answer.is_number()
count_answer.is_not(
    145, "The weights are counted several times. How often does each node need them?"
)
count_answer.is_not(35, "These are the weights alone. What else does each node have?")
count_answer.is_not(8, "These are the biases alone. What else is there to learn?")
count_answer.is_not(12, "That is the number of nodes. How many lines join them?")
count_answer.is_not(47, "The nodes of the input layer have a bias here. Do they compute a sum?")
count_answer.is_not(44, "The biases count the numbers that come in. Which nodes compute a sum?")
count_answer.is_not(
    52, "The numbers that come in are counted as biases, too. Which nodes compute a sum?"
)
count_answer.is_not(37, "Each layer has one bias here. How many nodes need one of their own?")
count_answer.is_not(
    38, "Only the last biases are in it. Which lines should run in every turn of the loop?"
)
count_answer.is_not(40, "The output nodes have no bias here. Do they compute a sum?")
if count_answer.value == 25:  # two mistakes give this number
    first_answer = checks.call(count_parameters, [4, 5])
    first_answer.is_not(
        14,
        "The numbers in each shape were added. How many numbers does a table with 4 rows and 5 "
        "columns hold?",
    )
    first_answer.equals(25)
count_answer.is_not(25, "That is the first layer alone. Is there a layer after it?")
count_answer.is_not(
    18, "That is the last layer alone. What happens to the number of the layer before it?"
)
for mistake_test in (60, 68):
    count_answer.is_not(mistake_test, "All sizes were multiplied. Which nodes are joined by lines?")
count_answer.is_not(
    17, "The two sizes of each layer were added. From how many nodes does each node get a line?"
)
count_answer.is_not(
    6, "That is how many numbers the shapes consist of. How many numbers fill such a table?"
)
for mistake_test in (26, 42):
    count_answer.is_not(
        mistake_test, "That number belongs to another network. Where does `layer_sizes` come in?"
    )
count_answer.equals(43)
count_answer.keeps_inputs()
count_answer = checks.call(count_parameters, [8, 16, 8, 1])
count_answer.is_not(280, "Only the first two layers are in it. How many sizes has this network?")
count_answer.is_not(43, "That is the number for [4, 5, 3]. Where does `layer_sizes` come in?")
count_answer.equals(289)
checks.passed("count_parameters works here. The hidden tests try deeper and wider networks.")

# %% nbgrader={"grade": true, "grade_id": "count_parameters_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
for sizes_test in ([5, 7], [1, 1], [2, 2, 1], [4, 3, 2, 5, 6, 1], [10, 1, 10], [144, 400, 3]):
    count_answer = checks.call(count_parameters, sizes_test).is_number().keeps_inputs()
    network_test = [
        np.ones((n_in_test + 1, n_out_test)) for n_in_test, n_out_test in pairwise(sizes_test)
    ]
    count_answer.equals(
        sum(int(step_test.size) for step_test in network_test),
        "Draw the network: how many lines are there, and how many nodes that compute a sum?",
        rtol=0,
    )
### END HIDDEN TESTS

# %% [markdown]
# In unit 08 you will train a network with the sizes `[8, 16, 8, 1]`: 289 parameters. The largest
# networks that write texts have hundreds of billions. They are counted in just this way.
#
# ## What you have learned
#
# - A layer computes $Z = A W + b$ and then $f(Z)$. What comes out takes the place of `X` for the
#   next layer.
# - The weights of a layer have the shape `(numbers that come in, nodes)`, its biases `(nodes,)`.
# - Parameters are weights and biases, and are learned. Settings, such as the number of layers, are
#   chosen by people.
#
# **Next:** [04c, any number of layers](04c_any_number_of_layers.ipynb). One short loop computes
# them all.
#
# ## Go further
#
# - Which has more parameters: one hidden layer of 20 nodes, or two of 10, both with 8 inputs and 1
#   output? Guess first, then use your function.
