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
# # Unit 04: Deeper networks
#
# **The question of this unit: what does one more layer buy?**
#
# The networks so far had one hidden layer. Networks that read handwriting or translate texts have
# many, one behind the other. This is all that the word *deep* in *deep learning* means: more than
# one hidden layer. (How deep learning, machine learning and artificial intelligence hang together
# stands at the end of unit 00.) In this unit you will build networks of any depth, and see with
# your own eyes what the layers are for.
#
# When you are done, you will be able to
#
# - compute the prediction of a network with two hidden layers, by hand and with a function;
# - say which shapes the weights of a network have, and how many numbers it has to learn;
# - send a whole table through any stack of layers with one short loop;
# - say what a hidden layer does to the data, and when one more layer is of no use.
#
# Time: 60 to 75 minutes. A good place for a break is before section 5. Points: 11. A word that you
# do not know? Look it up in the [glossary](../glossary.md).

# %%
from itertools import pairwise

import numpy as np

from course import checks, toolbox
from course.figures.layers import (
    edge_and_shape_layers,
    four_clouds,
    show_points_layer_by_layer,
    show_what_layers_see,
    small_images,
)
from course.figures.network import draw_network

# %% [markdown]
# ## 1. Two hidden layers
#
# This network has four layers: the **input layer**, two **hidden layers**, and the **output
# layer**. The input layer has one **node** for each feature of the data, here two nodes for two
# features. (You may read that "the number of layers in the input layer equals the number of
# features". It is the number of nodes. The input layer is one layer, and it computes nothing: it
# holds the data.)

# %%
W1 = np.array([[2, 4], [4, -5]])
W2 = np.array([[-1, 1], [2, 2]])
W3 = np.array([[2], [7]])
draw_network(
    [[3, 5], ["?", "?"], ["?", "?"], ["?"]],
    [W1, W2, W3],
    alt=(
        "A network of four layers drawn as circles joined by lines. The input layer holds 3 and 5. "
        "The two hidden layers have two nodes each, and the output layer has one; all of them hold "
        "question marks. In hidden layer 1 the upper node has the weights 2 and 4, the lower node "
        "4 and -5. In hidden layer 2 the upper node has the weights -1 and 2, the lower node 1 and "
        "2. The output node has the weights 2 and 7."
    ),
    caption="Two inputs, two hidden layers of two nodes, one output.",
)

# %% [markdown]
# The weights stand in a dictionary, as before. The names of the hidden nodes now have two numbers:
# first the layer, then the place in it, and both count from 0. So `node_1_0` is the upper node of
# the second hidden layer. The hidden nodes use **relu**. The output node sends on its sum as it is.
#
# The first hidden layer sees the inputs 3 and 5:
#
# - `node_0_0`: the sum is $3 \cdot 2 + 5 \cdot 4 = 26$, and relu lets 26 pass;
# - `node_0_1`: the sum is $3 \cdot 4 + 5 \cdot (-5) = -13$, and relu makes it 0.
#
# The second hidden layer never sees 3 and 5. It sees 26 and 0. **Before you go on:** work out the
# second hidden layer on paper, and then the output.
#
# The next cell does one node in code: the sum first, then relu.

# %%
weights = {
    "node_0_0": np.array([2, 4]),
    "node_0_1": np.array([4, -5]),
    "node_1_0": np.array([-1, 2]),
    "node_1_1": np.array([1, 2]),
    "output": np.array([2, 7]),
}
one_sum = toolbox.node_value(np.array([3, 5]), weights["node_0_1"])
print("sum of node_0_1:  ", one_sum)
print("value of node_0_1:", toolbox.relu(one_sum))

# %% [markdown]
# ### Exercise 1: two hidden layers (2 points)
#
# Write the function `predict_with_network`. It takes the inputs of one customer and the dictionary,
# and returns the prediction. For each node, call `toolbox.node_value(x, w)` for the sum, and
# `toolbox.relu(z)` where the node has relu. The output node sees the second hidden layer.


# %% nbgrader={"grade": false, "grade_id": "predict_with_network", "locked": false, "schema_version": 3, "solution": true, "task": false}
def predict_with_network(x, weights):
    """Return the prediction of a network with two hidden layers of two relu nodes each.

    Parameters
    ----------
    x : array of shape (2,)
        The inputs.
    weights : dict
        "node_0_0", "node_0_1", "node_1_0", "node_1_1" and "output", each an array of shape (2,).

    Returns
    -------
    float
        With the weights above and x = [3, 5], the hidden layers hold [26, 0] and [0, 26].
    """
    ### BEGIN SOLUTION
    node_0_0 = toolbox.relu(toolbox.node_value(x, weights["node_0_0"]))
    node_0_1 = toolbox.relu(toolbox.node_value(x, weights["node_0_1"]))
    hidden_1 = [node_0_0, node_0_1]
    node_1_0 = toolbox.relu(toolbox.node_value(hidden_1, weights["node_1_0"]))
    node_1_1 = toolbox.relu(toolbox.node_value(hidden_1, weights["node_1_1"]))
    return float(toolbox.node_value([node_1_0, node_1_1], weights["output"]))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "predict_with_network_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
deep_weights_test = {
    "node_0_0": np.array([2, 4]),
    "node_0_1": np.array([4, -5]),
    "node_1_0": np.array([-1, 2]),
    "node_1_1": np.array([1, 2]),
    "output": np.array([2, 7]),
}
x_test = np.array([4, 1])
said_test = "predict_with_network([4, 1], weights)"
deep_answer = checks.call(predict_with_network, x_test, deep_weights_test, said=said_test)
if np.shape(deep_answer.value) == (2,):
    deep_answer.is_not([12, 11], "That is the first hidden layer. How many steps are left?")
    deep_answer.is_not([10, 34], "That is the second hidden layer. Which step is left?")
deep_answer.is_number()
deep_answer.is_not(182, "That is the prediction for 3 and 5. Where does `x` come in?")
for mistake_test in (251, 253, 255, 260, 262, 272, 276):
    deep_answer.is_not(
        mistake_test,
        "A node of the second hidden layer saw one number only. How many nodes of the first hidden "
        "layer does each node of the second see?",
    )
for mistake_test in (90, 306):
    deep_answer.is_not(
        mistake_test, "The output node saw one number only. How many lines lead into it?"
    )
deep_answer.is_not(101, "The output node sees the first hidden layer. Which layer should it see?")
deep_answer.is_not(42, "The second hidden layer sees the inputs. Which layer should it see?")
deep_answer.is_not(38, "The second hidden layer sees the inputs. Which layer should it see?")
deep_answer.is_not(271, "The nodes of the first hidden layer changed places. Which comes first?")
deep_answer.is_not(138, "The nodes of the second hidden layer changed places. Which comes first?")
deep_answer.is_not(44, "The output node's weights are missing. How is the prediction put together?")
deep_answer.equals(258)
deep_answer.keeps_inputs()
x_test = np.array([3, 5])
said_test = "predict_with_network([3, 5], weights)"
deep_answer = checks.call(predict_with_network, x_test, deep_weights_test, said=said_test)
deep_answer.is_not(-104, "There is no relu at all in this result. Which nodes have one?")
deep_answer.is_not(130, "Only the first hidden layer has relu here. Which nodes have one?")
deep_answer.is_not(0, "Only the second hidden layer has relu here. Which nodes have one?")
deep_answer.equals(182)
deep_weights_test["output"] = np.array([2, -7])
said_test = "predict_with_network([3, 5], weights) with the output weights 2 and -7"
deep_answer = checks.call(predict_with_network, x_test, deep_weights_test, said=said_test)
deep_answer.is_not(0, "A negative prediction was stopped. Which nodes have relu, and which not?")
deep_answer.is_not(182, "The output weights changed, the prediction did not. Where are they used?")
deep_answer.equals(-182)
print("predict_with_network works here. The hidden tests try other customers and other weights.")

# %% nbgrader={"grade": true, "grade_id": "predict_with_network_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
names_test = ("node_0_0", "node_0_1", "node_1_0", "node_1_1", "output")
rng_test = np.random.default_rng(40)
for _ in range(25):
    x_test = rng_test.normal(size=2)
    other_test = {name_test: rng_test.normal(size=2) for name_test in names_test}
    first_test = np.stack([other_test["node_0_0"], other_test["node_0_1"]]).dot(x_test).clip(0)
    second_test = np.stack([other_test["node_1_0"], other_test["node_1_1"]]).dot(first_test).clip(0)
    said_test = "predict_with_network with other weights"
    deep_answer = checks.call(predict_with_network, x_test, other_test, said=said_test)
    deep_answer.is_number().keeps_inputs()
    deep_answer.equals(
        second_test.dot(other_test["output"]),
        "Does each node take its own weights from `weights`, and relu only where it belongs?",
    )
### END HIDDEN TESTS

# %% [markdown]
# Here is the whole network with its numbers. Do they agree with those on your paper?

# %%
first_hidden = toolbox.relu(np.array([3, 5]) @ W1)
second_hidden = toolbox.relu(first_hidden @ W2)
print("hidden layer 1:", first_hidden)
print("hidden layer 2:", second_hidden)
print("output:", toolbox.node_value(second_hidden, weights["output"]))

# %%
draw_network(
    [[3, 5], [26, 0], [0, 26], [182]],
    [W1, W2, W3],
    caption="Forward propagation through two hidden layers.",
)

# %% [markdown]
# ## 2. A layer in matrix form
#
# With four nodes in a layer and a hundred customers, nobody wants to name every node. In unit 02
# one matrix product computed a layer for all customers at once. This works for every layer. (The
# cell above did it for one customer.) In a name such as `W1`, the number counts the layers that
# compute something, starting with 1.
#
# Take a table `X` of 100 customers with 3 features, and a hidden layer of 4 nodes. **Before you run
# the next cell:** which shape must `W1` have, and which shape will the sums `Z1` have? (Its numbers
# are drawn at random: `rng.normal(size=(100, 3))` is a table of 100 rows and 3 columns.)

# %%
rng = np.random.default_rng(0)
X_100 = rng.normal(size=(100, 3))
W_3_4 = rng.normal(size=(3, 4))
Z1 = X_100 @ W_3_4
A1 = toolbox.relu(Z1)
print("X: ", X_100.shape)
print("W1:", W_3_4.shape)
print("Z1:", Z1.shape)
print("A1:", A1.shape)

# %% [markdown]
# For the next layer, **`A1` takes the place of `X`**. It is a table as well: 100 rows, one for each
# customer, and 4 columns, one for each node. The next layer does not know, and need not know,
# whether its table comes from a bank or from another layer. That is why layers can be stacked.

# %%
W_4_2 = rng.normal(size=(4, 2))
A2 = toolbox.relu(A1 @ W_4_2)
print("A1:", A1.shape, " W2:", W_4_2.shape, " A2:", A2.shape)

# %% [markdown]
# ### The bias
#
# One thing is missing. Look at a customer whose inputs are all 0: whatever the weights are, every
# sum is 0, and so is the prediction. And look at a relu node: its kink always lies where the sum of
# the products is 0.
#
# So each node gets one more number, its **bias** $b$. It is added to the sum before the activation:
#
# $$z = x_0 \, w_0 + x_1 \, w_1 + \dots + b \qquad a = f(z)$$
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
# A network can be described by the sizes of its layers. `[3, 4, 2]` means: 3 inputs, one hidden
# layer of 4 nodes, 2 outputs. From the sizes follow the shapes of all its weights and biases:
#
# | step | weights | biases |
# | --- | --- | --- |
# | from 3 nodes to 4 nodes | `(3, 4)` | `(4,)` |
# | from 4 nodes to 2 nodes | `(4, 2)` | `(2,)` |
#
# Three layers have only two steps between them. The weights of a step have one row for each node on
# the left and one column for each node on the right. The biases belong to the nodes on the right.
#
# The two sizes of each step are neighbors in the list. Python has a function that walks through
# all neighbors, `pairwise`:

# %%
for n_in, n_out in pairwise([3, 4, 2]):
    print("from", n_in, "nodes to", n_out, "nodes")

# %% [markdown]
# ### Exercise 2: the shapes of all layers (2 points)
#
# Write the function `layer_shapes`. It takes the list of sizes and returns a list with one pair for
# each step: the shape of the weights and the shape of the biases. Shapes are tuples, as NumPy
# writes them. Note the comma in `(4,)`: this is a tuple with one number in it, while `(4)` is the
# number 4.


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
        For each step from layer to layer ((n_in, n_out), (n_out,)). For [5, 7] this is
        [((5, 7), (7,))].
    """
    ### BEGIN SOLUTION
    shapes = []
    for n_in, n_out in pairwise(layer_sizes):
        shapes.append(((n_in, n_out), (n_out,)))
    return shapes
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "layer_shapes_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
shapes_answer = checks.call(layer_shapes, [2, 6, 1])
shapes_answer.has_type(list | tuple, "a list")
shapes_answer.keeps_inputs()
list_answer = list(shapes_answer.value)
said_test = f"layer_shapes([2, 6, 1]) gives {list_answer}."
checks.that(
    list_answer != [((3, 4), (4,)), ((4, 2), (2,))],
    f"{said_test} These are the shapes for [3, 4, 2]. Where does `layer_sizes` come in?",
)
checks.that(
    list_answer != [(2, 6), (6, 1)] and list_answer != [((2, 6),), ((6, 1),)],
    f"{said_test} These are the weights alone. Which nodes have a bias, and how many are they?",
)
checks.that(
    list_answer != [(2, 6), (6,), (6, 1), (1,)],
    f"{said_test} All the shapes are there, but the two of each step should be a pair. Which "
    "belong together?",
)
checks.that(
    list_answer != [((2, 6), (6,))],
    f"{said_test} That is the first step alone. Does `return` come too early?",
)
checks.that(
    list_answer != [((6, 2), (6,)), ((1, 6), (1,))],
    f"{said_test} Do the rows of the weights stand for the nodes on the left or on the right?",
)
checks.that(
    list_answer != [((2, 6), (2,)), ((6, 1), (6,))],
    f"{said_test} Do the biases belong to the nodes on the left or on the right of a step?",
)
checks.that(
    list_answer != [((2, 6), 6), ((6, 1), 1)],
    f"{said_test} The shapes of the biases are plain numbers. How does NumPy write the shape of a "
    "vector?",
)
checks.that(
    list_answer not in ([([2, 6], [6]), ([6, 1], [1])], [[[2, 6], [6]], [[6, 1], [1]]]),
    f"{said_test} The numbers are right. Which brackets does NumPy use when it shows a shape?",
)
checks.that(
    len(list_answer) == 2,
    f"{said_test} There should be 2 pairs, but there are {len(list_answer)}. How many steps lead "
    "from layer to layer?",
)
checks.that(
    list_answer != [12, 6],
    f"{said_test} These are numbers of weights. How does NumPy write a shape?",
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
print("layer_shapes works here. The hidden tests try deeper networks and networks of one step.")

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
count_answer = checks.call(count_parameters, [3, 4, 2])
count_answer.is_number()
count_answer.is_not(20, "These are the weights alone. What else does each node have?")
count_answer.is_not(6, "These are the biases alone. What else is there to learn?")
count_answer.is_not(9, "That is the number of nodes. How many lines join them?")
count_answer.is_not(29, "The nodes of the input layer have a bias here. Do they compute a sum?")
count_answer.is_not(27, "Each step has a bias for each node on its left. Which compute a sum?")
count_answer.is_not(22, "Each step has one bias here. How many nodes need one of their own?")
count_answer.is_not(16, "That is the first step alone. Is there a step after it?")
count_answer.is_not(10, "That is the last step alone. What came before it?")
count_answer.equals(26)
count_answer.keeps_inputs()
count_answer = checks.call(count_parameters, [8, 16, 8, 1])
count_answer.is_not(280, "Only the first two steps are in it. How many steps are there?")
count_answer.is_not(26, "That is the number for [3, 4, 2]. Where does `layer_sizes` come in?")
count_answer.equals(289)
print("count_parameters works here. The hidden tests try deeper and wider networks.")

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
# In unit 08 you will train a network with the sizes `[8, 16, 8, 1]`: 289 parameters. The
# largest networks that write texts have hundreds of billions. They are counted in just this way.

# %% [markdown]
# ### Quick question 1 (1 point)
#
# The clinic's table in unit 08 has 768 rows, one for each patient, and 8 columns, one for each
# measurement. What does the input layer of a network for this table have 8 of?
#
# - **a**: layers
# - **b**: nodes
# - **c**: biases


# %% nbgrader={"grade": false, "grade_id": "question_1", "locked": false, "schema_version": 3, "solution": true, "task": false}
def question_1():
    """Return the letter of your answer in quotes, such as return "a"."""
    ### BEGIN SOLUTION
    return "b"
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "question_1_test", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
letter = checks.choice(question_1, "abc")
print("Your answer is", letter + ". Whether it is right is checked when your work is graded.")
### BEGIN HIDDEN TESTS
checks.that(
    letter != "a",
    "Quick question 1, your answer a: the input layer is one layer. In the picture of section 1, "
    "what are the two circles on the left?",
)
checks.that(
    letter != "c",
    "Quick question 1, your answer c: a bias is added to a sum. Does the input layer compute one?",
)
### END HIDDEN TESTS

# %% [markdown]
# ## 4. Any number of layers
#
# Now we can write forward propagation once and for all. A network is a list of layers. Each layer
# is a pair `(W, b)`, and it has an activation. One step is always the same:
#
# $$Z = A W + b \qquad A_{\text{new}} = f(Z)$$
#
# At the start, $A$ is the table `X`. We want to keep every `Z` and every `A` on the way: in unit
# 06, when the network learns, all of them will be needed. So there are two lists, `Zs` and `As`.
#
# The next cell shows two tools. `zip` walks through two lists at the same time, and the brackets in
# `(factor, extra)` take each pair apart. (With `strict=True`, Python says so when the lists are not
# equally long.) And `numbers[-1]` is the *last* entry of a list, so that each step can start from
# what the step before has appended. **Before you run the cell:** what will the list hold at the
# end?

# %%
pairs = [(2, 1), (10, 0)]
names = ["first", "second"]
numbers = [3]
for (factor, extra), name in zip(pairs, names, strict=True):
    numbers.append(numbers[-1] * factor + extra)
    print(name, "step:", numbers)

# %% [markdown]
# ### Exercise 4: forward through all layers (3 points)
#
# Write the function `forward_layers`. It takes
#
# - `X` of shape `(n, n_features)`;
# - `layers`, a list of pairs `(W, b)`;
# - `activations`, a list with one function for each layer, the output layer included.
#
# It returns the two lists: `return Zs, As`. `Zs` has one table for each layer. `As` has one more,
# because it starts with `X`. Python counts lists from 0, so keep the numbers apart. For the network
# of section 1 they are:
#
# | layer | its nodes | weights | sums | what it sends on |
# | --- | --- | --- | --- | --- |
# | input layer | | | | `As[0]`, which is `X` |
# | hidden layer 1 | `node_0_0`, `node_0_1` | `W1` | `Zs[0]` | `As[1]` |
# | hidden layer 2 | `node_1_0`, `node_1_1` | `W2` | `Zs[1]` | `As[2]` |
# | output layer | `output` | `W3` | `Zs[2]` | `As[3]`, the prediction |


# %% nbgrader={"grade": false, "grade_id": "forward_layers", "locked": false, "schema_version": 3, "solution": true, "task": false}
def forward_layers(X, layers, activations):
    """Send every row of `X` through all layers and keep what each layer computed.

    Parameters
    ----------
    X : array of shape (n, n_features)
        One row for each customer.
    layers : list of (W, b)
        W has shape (n_in, n_out), b has shape (n_out,).
    activations : list of functions
        One for each layer.

    Returns
    -------
    Zs : list of arrays
        The sums of each layer, before its activation.
    As : list of arrays
        The outputs of each layer, after its activation. As[0] is X, As[-1] is the prediction.
        For X = [[2]], one layer ([[3]], [-10]) and relu, Zs is [[[-4]]] and As is [[[2]], [[0]]].
    """
    ### BEGIN SOLUTION
    Zs = []
    As = [X]
    for (W, b), activation in zip(layers, activations, strict=True):
        Zs.append(As[-1] @ W + b)
        As.append(activation(Zs[-1]))
    return Zs, As
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "forward_layers_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
X_test = np.array([[1, 2], [3, 0], [0, 1]])
W_a_test, b_a_test = np.array([[1, -1], [2, 1]]), np.array([-4, 1])
W_b_test, b_b_test = np.array([[1, 2], [0, -1]]), np.array([1, -3])
said_test = "forward_layers(X, layers, activations)"
both_answer = checks.call(
    forward_layers,
    X_test,
    [(W_a_test, b_a_test), (W_b_test, b_b_test)],
    [toolbox.relu, toolbox.tanh],
    said=said_test,
)
both_answer.has_parts(2, "Zs and As")
Zs_answer = both_answer.item(0, "Zs").has_type(list | tuple, "a list")
As_answer = both_answer.item(1, "As").has_type(list | tuple, "a list")
checks.that(
    (len(Zs_answer.value), len(As_answer.value)) != (3, 2),
    f"{said_test} returns first a list of 3 tables and then a list of 2. Which of the two is Zs?",
)
checks.that(
    len(Zs_answer.value) == 2,
    f"The length of Zs is {len(Zs_answer.value)}, but there are 2 layers. How many tables does "
    "each give?",
)
checks.that(
    len(As_answer.value) == 3,
    f"The length of As is {len(As_answer.value)}. It should start with X and get one more table in "
    "each of the 2 layers. Does it?",
)
As_answer.item(0, "As[0]").equals(X_test, "With which table should As start?")
Z1_answer = Zs_answer.item(0, "Zs[0]").is_array((3, 2))
Z1_answer.is_not(X_test @ W_a_test, "The biases are missing. Where are they added?")
Z1_answer.is_not(
    X_test @ W_a_test.T + b_a_test, "Do the weights of a node stand in a row of W or in a column?"
)
Z1_answer.is_not(
    X_test @ W_a_test - b_a_test, "The biases were subtracted. What should happen to them?"
)
Z1_answer.is_not([[1, 2], [0, 0], [0, 2]], "These are the values after relu. What is Z?")
Z1_answer.equals([[1, 2], [-1, -2], [-2, 2]])
A1_answer = As_answer.item(1, "As[1]").is_array((3, 2))
A1_answer.is_not(
    [[1, 2], [-1, -2], [-2, 2]], "These are still the sums. Which step comes after them?"
)
A1_answer.is_not(
    np.tanh([[1, 2], [-1, -2], [-2, 2]]), "The second activation came first. Which is next?"
)
A1_answer.equals([[1, 2], [0, 0], [0, 2]])
Z2_answer = Zs_answer.item(1, "Zs[1]").is_array((3, 2))
Z2_answer.is_not(
    X_test @ W_b_test + b_b_test, "The second layer sees X. What has taken its place by now?"
)
Z2_answer.is_not(
    Z1_answer.value @ W_b_test + b_b_test,
    "The second layer sees the sums of the first. What should it see?",
)
Z2_answer.is_not(
    A1_answer.value @ W_a_test + b_a_test,
    "The second layer has the weights of the first. Which are its own?",
)
Z2_answer.equals([[2, -3], [1, -3], [1, -5]])
A2_answer = As_answer.item(2, "As[2]").is_array((3, 2))
A2_answer.is_not([[2, 0], [1, 0], [1, 0]], "The last layer used relu. Which activation is its own?")
A2_answer.is_not(
    [[2, -3], [1, -3], [1, -5]], "The last layer has no activation. What does the list say?"
)
A2_answer.equals(np.tanh([[2, -3], [1, -3], [1, -5]]))
both_answer.keeps_inputs()
X_test = np.array([[1, -1, 2]])
layers_test = [
    (np.array([[1], [2], [1]]), np.array([2])),
    (np.array([[2, -1]]), np.array([0, 1])),
    (np.array([[1], [5]]), np.array([-4])),
]
activations_test = [toolbox.relu, toolbox.relu, toolbox.identity]
said_test = "forward_layers of one row through three layers"
both_answer = checks.call(forward_layers, X_test, layers_test, activations_test, said=said_test)
both_answer.has_parts(2, "Zs and As")
checks.that(
    (len(both_answer.value[0]), len(both_answer.value[1])) == (3, 4),
    f"{said_test} should give 3 tables in Zs and 4 in As, but gives "
    f"{len(both_answer.value[0])} and {len(both_answer.value[1])}. Does your function go through "
    "all layers, however many?",
)
Zs_answer, As_answer = both_answer.item(0, "Zs"), both_answer.item(1, "As")
for k_test, expected_test in enumerate(([[3]], [[6, -2]], [[2]])):
    Zs_answer.item(k_test, f"Zs[{k_test}]").equals(expected_test)
for k_test, expected_test in enumerate(([[1, -1, 2]], [[3]], [[6, 0]], [[2]])):
    As_answer.item(k_test, f"As[{k_test}]").equals(expected_test)
print("forward_layers works here. The hidden tests try other sizes, depths and activations.")


# %% nbgrader={"grade": true, "grade_id": "forward_layers_hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
def bent(z):
    return 0.5 * z * z + 1


functions_test = [bent, toolbox.relu, np.tanh, toolbox.sigmoid, toolbox.identity]
rng_test = np.random.default_rng(41)
for sizes_test in ([3, 4], [2, 3, 1], [5, 1, 4, 2], [1, 6, 1], [2, 2, 2, 2, 2, 2]):
    layers_test = [
        (rng_test.normal(size=(n_in_test, n_out_test)), rng_test.normal(size=n_out_test))
        for n_in_test, n_out_test in pairwise(sizes_test)
    ]
    activations_test = [
        functions_test[int(k_test)] for k_test in rng_test.permutation(5)[: len(layers_test)]
    ]
    for n_test in (1, 7):
        X_test = rng_test.normal(size=(n_test, sizes_test[0]))
        said_test = f"forward_layers with {n_test} rows and the sizes {sizes_test}"
        both_answer = checks.call(
            forward_layers, X_test, layers_test, activations_test, said=said_test
        )
        both_answer.has_parts(2, "Zs and As").keeps_inputs()
        Zs_answer = both_answer.item(0, "Zs").has_type(list | tuple, "a list")
        As_answer = both_answer.item(1, "As").has_type(list | tuple, "a list")
        checks.that(
            len(Zs_answer.value) == len(layers_test)
            and len(As_answer.value) == len(layers_test) + 1,
            f"{said_test}: Zs should have {len(layers_test)} tables and As one more, but they have "
            f"{len(Zs_answer.value)} and {len(As_answer.value)}. What does each layer add?",
        )
        As_answer.item(0, "As[0]").equals(X_test, "With which table should As start?")
        A_test = X_test
        for k_test, (W_test, b_test) in enumerate(layers_test):
            # The bias as the weight of one more input that is always 1.
            Z_test = np.column_stack([A_test, np.ones(n_test)]).dot(np.vstack([W_test, b_test]))
            A_test = activations_test[k_test](Z_test)
            table_answer = Zs_answer.item(k_test, f"Zs[{k_test}]").is_array(Z_test.shape)
            table_answer.equals(Z_test, "What does this layer see?", rtol=1e-4, atol=1e-4)
            table_answer = As_answer.item(k_test + 1, f"As[{k_test + 1}]").is_array(A_test.shape)
            table_answer.equals(
                A_test, "Which activation belongs to this layer?", rtol=1e-4, atol=1e-4
            )
### END HIDDEN TESTS

# %% [markdown]
# Your function works for every network in this course, and `toolbox.forward_layers` is the course's
# copy of it. Here is the network of section 1 once more, as a list of layers. Its biases are all 0.
# (`enumerate` goes through a list and counts: 0, 1, 2 and so on.)

# %%
deep_layers = [(W1, np.zeros(2)), (W2, np.zeros(2)), (W3, np.zeros(1))]
deep_activations = [toolbox.relu, toolbox.relu, toolbox.identity]
Zs, As = toolbox.forward_layers(np.array([[3, 5]]), deep_layers, deep_activations)
for k, A in enumerate(As):
    print(f"A{k}:", A)

# %% [markdown]
# ## 5. Points that no line can part
#
# What does a hidden layer buy? Here are 120 points in four clouds. Each point has two inputs and a
# label, 0 or 1. Clouds in opposite corners have the same label. A straight line would have to part
# the points with label 1 from the points with label 0.
#
# You need not read the next cell. It tries thousands of lines, in every direction and at every
# place, and keeps the best one:

# %%
points, labels = four_clouds()
best = 0
for angle in np.linspace(0, 2 * np.pi, 121):
    direction = np.array([np.cos(angle), np.sin(angle)])
    for border in np.linspace(-2, 2, 41):
        right = np.sum((points @ direction > border) == labels)
        best = max(best, int(right))
print("the best line is right for", best, "of", len(points), "points")

# %% [markdown]
# No line does better than three of the four clouds. Now a network with one hidden layer of two relu
# nodes. Its weights are chosen by hand. Hidden node 0 becomes active where the sum of both inputs
# is positive, hidden node 1 where it is negative. The output is positive where one of them is
# larger than 1. (`np.sum` of a comparison counts how often it holds.)

# %%
cloud_layers = [
    (np.array([[1.0, -1.0], [1.0, -1.0]]), np.zeros(2)),
    (np.array([[1.0], [1.0]]), np.array([-1.0])),
]
Zs, As = toolbox.forward_layers(points, cloud_layers, [toolbox.relu, toolbox.identity])
output = As[-1][:, 0]
right = int(np.sum((output > 0) == labels))
print("the network is right for", right, "of", len(points), "points")

# %% [markdown]
# All of them. The output node can do no more than before: it draws a straight line. But it does not
# see the inputs. It sees the values of the **hidden layer**, `As[1]`, and draws its line among
# them. The next figure shows the same points as each layer sees them.
#
# **Before you run the next cell:** a point of the cloud top left has the inputs -1 and 1. What do
# the two hidden nodes hold for it? Where will this cloud lie in the second plot?

# %%
show_points_layer_by_layer(points, labels, cloud_layers)

# %% [markdown]
# For the inputs -1 and 1 both sums are 0, so this cloud lies in the corner of the second plot, and
# so does the cloud of the same label. The hidden layer has **moved the points** until one line was
# enough. That is what hidden layers do: each one describes the data anew, so that the next one has
# less left to do.

# %% [markdown]
# ### Deeper is not better by itself
#
# What did the work, the layer or the bend in relu? **Before you run the next cell:** it is the same
# network with `identity` in place of `relu`. What will the outputs be? (`_` is a name for what we
# do not need, here `Zs`.)

# %%
_, As = toolbox.forward_layers(points, cloud_layers, [toolbox.identity, toolbox.identity])
output = As[-1][:, 0]
print("smallest output:", output.min().round(6), " largest output:", output.max().round(6))
print("right for", int(np.sum((output > 0) == labels)), "of", len(points), "points")

# %% [markdown]
# Without the bend the two hidden nodes cancel each other, and every point gets the same output. The
# layer was worth nothing without its activation.

# %% [markdown]
# ### Quick question 2 (1 point)
#
# Somebody leaves out relu and, to make up for it, adds three more hidden layers, all without an
# activation. Their weights may be anything. How can this network part the points of the input
# plane?
#
# - **a**: along one straight line
# - **b**: along two straight lines, as in the figure
# - **c**: along five straight lines, one for each layer that computes something


# %% nbgrader={"grade": false, "grade_id": "question_2", "locked": false, "schema_version": 3, "solution": true, "task": false}
def question_2():
    """Return the letter of your answer in quotes, such as return "a"."""
    ### BEGIN SOLUTION
    return "a"
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "question_2_test", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
letter = checks.choice(question_2, "abc")
print("Your answer is", letter + ". Whether it is right is checked when your work is graded.")
### BEGIN HIDDEN TESTS
checks.that(
    letter != "b",
    "Quick question 2, your answer b: in the figure, something made two lines out of one. Is it "
    "still there?",
)
checks.that(
    letter != "c",
    "Quick question 2, your answer c: remember `collapse` in unit 03. What do two layers without "
    "an activation equal?",
)
### END HIDDEN TESTS

# %% [markdown]
# ## 6. What each layer sees
#
# Deep networks became famous with images. To a computer an image is a table of numbers, one for
# each **pixel** (a small square of the image): 0 is dark and 1 is bright. Our images have 12 rows
# of 12 pixels. Put the rows one behind the other, and an image is one row of 144 inputs.
#
# Here is a network with two layers for such images. Its weights are chosen by hand, so that we know
# what each node is for:
#
# - **the first layer looks for edges.** An edge here is a border between bright and dark. (Other
#   texts also use the word for the lines of a network.) Each node sees one patch of 3 x 3 pixels.
#   All its other weights are 0. There are four kinds of nodes, for four kinds of edges. Each kind
#   has one node for each of the 100 places where such a patch fits, which makes 400 nodes;
# - **the second layer looks for shapes.** It has three nodes. They see no pixels, only edges. A
#   triangle, for example, has a flat bottom and no flat top.
#
# The next cell shows the weights of one node of the kind *flat top*. You need not read its code.

# %%
images = small_images()
image_layers = edge_and_shape_layers()
W_edges, b_edges = image_layers[0]
print("the patch of node 0:")
print(W_edges[:, 0].reshape(12, 12)[:3, :3].astype(int))
print("its bias:", int(b_edges[0]))
print("inputs:", images.shape, " weights of layer 1:", W_edges.shape)
print("weights of layer 2:", image_layers[1][0].shape)

# %% [markdown]
# The pixels in the middle row of the patch count for this node, the pixels above them count against
# it. Its bias is -2. **Before you go on:** what does the node hold where three bright pixels lie
# below three dark ones? And where all pixels are bright?
#
# Then run the next cell. The maps in the middle of the figure are dark where a node is active.

# %%
Zs, As = toolbox.forward_layers(images, image_layers, [toolbox.relu, toolbox.relu])
show_what_layers_see(As)

# %% [markdown]
# Three bright pixels below three dark ones: the sum is $3 - 2 = 1$, and relu lets it pass. Where
# all pixels are bright, the bright pixels above count against the node: the sum is
# $3 - 3 - 2 = -2$, and relu makes it 0. So a node is active only at an edge, and the maps show
# where.
#
# Look at the two triangles. As tables of pixels they have little in common: one is large and low,
# the other is small and in the corner. After the first layer they are alike: a flat bottom and two
# slopes. And after the second layer they are the same: only the node *triangle* is active. (Of the
# diamond only the two upper sides are found, because the nodes for slopes look for bright pixels
# below dark ones. For this network that is enough.) With such nodes for every part of the image,
# one more layer could find a house: a triangle above a square.
#
# A description of the data that makes the next step easy is called a **representation**. We have
# chosen these weights by hand. A real network finds its own, by learning from examples. This is
# called **representation learning**, and it is the reason for the success of deep networks: nobody
# has to tell them what an edge is. When people looked into networks that had learned from
# photographs, they found edges in the first layer, textures and corners in the next, then eyes and
# wheels, then faces and cars.

# %% [markdown]
# ### The price
#
# How many parameters has this small network? **Before you run the next cell:** guess.

# %%
print("parameters:", toolbox.count_parameters([144, 400, 3]))

# %% [markdown]
# Nearly sixty thousand, for tiny images. Most of the weights are 0, and the others repeat: all 100
# nodes of one kind have the same 9 weights and the same bias, only at different places. Four kinds
# with 10 numbers each are enough for the whole first layer. A network that is built in this way,
# with the same few weights used at every place of the image, is called a **convolutional network**.
# It has far fewer parameters to learn, and it finds a triangle wherever it stands. It goes on from
# where this unit ends: the forward propagation that you have written, with shared weights.
#
# Deep networks are used for images, text, audio and video, as unit 00 said. Text and sound come one
# piece after the other. *Recurrent networks* keep what a layer has computed and use it again for
# the next piece. Newer networks for text, the *transformers*, look at all pieces at once.
#
# The price is high: millions of examples, often labeled by people, and special processors that run
# for days or months. For a small table with a few hundred rows, a straight line is often just as
# good. You will see this in unit 08.

# %% [markdown]
# ## What you have learned
#
# - The input layer has one node for each feature. Every layer after it computes $Z = A W + b$ and
#   then $f(Z)$, and what comes out takes the place of `X` for the next layer.
# - Parameters are weights and biases, and are learned. Settings, such as the number of layers, are
#   chosen by people.
# - A hidden layer describes the data anew. It can part with a line what no line could part before.
# - Without an activation one more layer buys nothing. And with it, more layers mean more
#   parameters, which need more data.
#
# All the weights in this unit came from nowhere, or from our own hands. How does a network find
# them? It starts with any weights, measures how wrong it is, and makes the error a little smaller,
# again and again. That is unit 05.
#
# ## Go further
#
# - Draw an image of your own in the cell below: 1 is bright, 0 is dark. What does the network make
#   of it? Can you fool it?
# - Is a diamond that stands on a flat bottom still a diamond for this network? Which weights
#   decide?
# - One hidden layer with very many nodes can, in principle, come as close to any curve as you like.
#   Look up *universal approximation theorem*. Why then do people build deep networks?
# - Find two hidden nodes with biases that part the four clouds along other lines than ours.

# %%
image = np.zeros((12, 12))
image[2:5, 3:9] = 1
_, As = toolbox.forward_layers(image.reshape(1, 144), image_layers, [toolbox.relu, toolbox.relu])
print("square, triangle, diamond:", As[-1][0])
