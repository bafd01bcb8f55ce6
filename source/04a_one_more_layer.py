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
# # Unit 04a: One more layer
#
# **The question of this notebook: what does one more layer buy?**
#
# Networks that read handwriting or translate texts have many hidden layers, one behind the other.
# This is all that the word *deep* in *deep learning* means: more than one hidden layer. (How deep
# learning, machine learning and artificial intelligence hang together stands at the end of unit
# 00.) Unit 04 has three notebooks. In this first one you will see with your own eyes what a hidden
# layer does to the data, and compute a network with two of them.
#
# When you are done, you will be able to
#
# - say what a hidden layer does to the data;
# - compute the prediction of a network with two hidden layers, by hand and with a function.
#
# Time: about 35 minutes. Points: 3. A word that you do not know? Look it up in the
# [glossary](../glossary.md).

# %%
import numpy as np

from course import checks, toolbox
from course.figures.layers import four_clouds, show_points_layer_by_layer
from course.figures.network import draw_network

# %% [markdown]
# ## 1. Points that no line can part
#
# Take 120 points in four clouds (you will see them in a minute). Each point has two inputs and a label, 0 or 1. Clouds in
# opposite corners have the same label. A straight line would have to part the points with label 1
# from the points with label 0.
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
# No line does better than three of the four clouds. Two groups of points that one straight line can
# part are called **linearly separable**. These two are not. Now a network with one hidden layer of
# two relu nodes. Its weights are chosen by hand: hidden node 0 adds up both inputs, hidden node 1
# adds them up and turns the sign round. The output node adds both values, and its bias is -1. A
# positive output stands for label 1.
#
# (`(output > 0) == labels` compares for each point what the network says with the label. In a
# comparison `True` equals 1 and `False` equals 0, as the labels do. `np.sum` counts how often both
# agree.)

# %%
W_hidden = np.array([[1, -1], [1, -1]])
w_output = np.array([1, 1])
hidden = toolbox.relu(points @ W_hidden)
output = hidden @ w_output - 1
print("the network is right for", np.sum((output > 0) == labels), "of", len(points), "points")

# %% [markdown]
# All of them. The output node can do no more than a network without a hidden layer: it draws a straight line. But it does not
# see the inputs. It sees the values of the **hidden layer**, and draws its line among them. The
# next figure shows the same points as each layer sees them.
#
# **Before you run the next cell:** a point of the cloud top left has the inputs -1 and 1. What do
# the two hidden nodes hold for it? Where will this cloud lie in the second plot?

# %%
show_points_layer_by_layer(points, labels, W_hidden, w_output, bias=-1)

# %% [markdown]
# For the inputs -1 and 1 both sums are 0, so this cloud lies near the corner of the second plot,
# and so does the cloud of the same label. The hidden layer has **moved the points** until one line
# was enough. The third plot shows the points at their old places once more, and what the network
# says there: seen from the inputs, the one line has become two. That is what hidden layers do: each
# one describes the data anew, so that the next one has less left to do.
#
# ## 2. Two hidden layers
#
# One hidden layer was enough for four clouds. For harder questions, a second hidden layer can
# describe anew what the first one has found. The next network has an **input layer**, two **hidden
# layers**, and an **output layer**. The input layer has one **node** for each feature of the data,
# here two nodes for two features. It computes nothing: it holds the data.
#
# (You may read that "the number of layers in the input layer equals the number of features". It is
# the number of nodes.)

# %%
W1 = np.array([[2, 4], [4, -5]])
W2 = np.array([[-1, 1], [2, 2]])
W3 = np.array([[2], [7]])
draw_network(
    [[3, 5], ["?", "?"], ["?", "?"], ["?"]],
    [W1, W2, W3],
    alt=(
        "A network drawn as columns of circles joined by lines. The input layer holds 3 and 5. "
        "The two hidden layers have two nodes each, and the output layer has one; all of them hold "
        "question marks. In hidden layer 1 the upper node has the weights 2 and 4, the lower node "
        "4 and -5. In hidden layer 2 the upper node has the weights -1 and 2, the lower node 1 and "
        "2. The output node has the weights 2 and 7."
    ),
    caption="Two inputs, two hidden layers of two nodes, one output.",
)

# %% [markdown]
# The weights stand in a dictionary, as before. The names of the hidden nodes now have two numbers:
# first the hidden layer, then the place in it, and both count from 0. The figure counts its layers
# from 1: its *hidden layer 1* holds `node_0_0` and, below it, `node_0_1`; its *hidden layer 2*
# holds `node_1_0` and, below it, `node_1_1`. The hidden nodes use **relu**. The output node sends
# on its sum as it is.
#
# (In `W1`, `W2` and `W3`, each column is one node: the first column of `W1` is `node_0_0`. In this
# `W1` the rows happen to hold the same numbers as the columns.)
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
# Check predict_with_network: three customers, and other weights. Run this cell.
from course import checks

deep_weights_test = {
    "node_0_0": np.array([2, 4]),
    "node_0_1": np.array([4, -5]),
    "node_1_0": np.array([-1, 2]),
    "node_1_1": np.array([1, 2]),
    "output": np.array([2, 7]),
}
x_test = np.array([4, 1])
said_test = "predict_with_network([4, 1], weights)"
try:
    deep_answer = checks.call(predict_with_network, x_test, deep_weights_test, said=said_test)
except TypeError as error_answer:
    checks.that(
        "relu() takes 1 positional argument" not in str(error_answer),
        "relu takes one thing, the sum of a node. Which function makes the sum of the inputs and "
        "the weights?",
    )
    raise
except KeyError as error_answer:
    names_test = getattr(getattr(predict_with_network, "__code__", None), "co_names", ())
    checks.that(
        "'node_0'" not in str(error_answer) or "forward" not in names_test,
        "toolbox.forward knows one hidden layer only: it looks for `node_0` and `node_1`. This "
        "network has two hidden layers. Which function computes a single node?",
    )
    raise
deep_answer.is_not([12, 11], "That is the first hidden layer. How many steps are left?")
deep_answer.is_not([10, 34], "That is the second hidden layer. Which step is left?")
deep_answer.is_number()
deep_answer.is_not(182, "That is the prediction for 3 and 5. Where does `x` come in?")
for mistake_test in (10, 34):
    deep_answer.is_not(
        mistake_test, "That is one node of the second hidden layer. Which steps are left?"
    )
for mistake_test in (253, 276):
    deep_answer.is_not(
        mistake_test,
        "The two weights of each node in the second hidden layer met the same number. Does each "
        "node of the first hidden layer use weights of its own, and do both go on?",
    )
for mistake_test in (108, 251, 255, 260, 262, 272, 405):
    deep_answer.is_not(
        mistake_test,
        "A node of the second hidden layer saw one number only. How many nodes of the first hidden "
        "layer does each node of the second see?",
    )
for mistake_test in (90, 306):
    deep_answer.is_not(
        mistake_test,
        "The two weights of the output node met the same number. Does each node of the second "
        "hidden layer use weights of its own, and do both go on?",
    )
for mistake_test in (529, 396, 828):
    deep_answer.is_not(
        mistake_test,
        "The values of two nodes were added up before the next layer saw them. How do they reach "
        "it as two numbers?",
    )
deep_answer.is_not(
    322,
    "Each node of the second hidden layer uses weights of both. In a table of weights for `@`, "
    "does a node stand in a row or in a column?",
)
deep_answer.is_not(101, "The output node sees the first hidden layer. Which layer should it see?")
for mistake_test in (38, 42, 62, 238):
    deep_answer.is_not(
        mistake_test, "A second hidden node sees the inputs. Which layer should it see?"
    )
deep_answer.is_not(271, "The nodes of the first hidden layer changed places. Which comes first?")
deep_answer.is_not(138, "The nodes of the second hidden layer changed places. Which comes first?")
deep_answer.is_not(
    180, "A node stands in the wrong layer. Which number in its name counts the hidden layers?"
)
deep_answer.is_not(15, "The output node sees the inputs. Which layer should it see?")
deep_answer.is_not(
    1268,
    "A value of the layer before was replaced while another node still needed it. Under which new "
    "names can the values of a layer be kept?",
)
deep_answer.is_not(44, "The output node's weights are missing. How is the prediction put together?")
for mistake_test in (2, 56, 332):
    deep_answer.is_not(
        mistake_test,
        "The products of a node were not added up. What makes one number of them?",
    )
if np.shape(deep_answer.value) == () and deep_answer.value == 0:
    # Only where no relu closes does the result show what came into each node.
    ones_test = {name_test: np.array([1, 1]) for name_test in deep_weights_test}
    ones_answer = checks.call(
        predict_with_network,
        np.array([1, 1]),
        ones_test,
        said="predict_with_network([1, 1], weights), where every weight is 1,",
    )
    ones_answer.is_not(
        32,
        "Each node got the value of the node before it, one after the other. Which nodes see both "
        "inputs, and which see both values of a layer?",
    )
    ones_answer.is_number().equals(
        8, "All four hidden nodes should hold positive numbers here. What comes into each of them?"
    )
deep_answer.equals(258)
deep_answer.keeps_inputs()
x_test = np.array([3, 5])
said_test = "predict_with_network([3, 5], weights)"
deep_answer = checks.call(predict_with_network, x_test, deep_weights_test, said=said_test)
no_relu_test = (
    "A node of the first hidden layer, or that whole layer, has no relu here. Which nodes have "
    "one?",
    "A node of the second hidden layer, or that whole layer, has no relu here. Which nodes have "
    "one?",
    "In both hidden layers a node has no relu here, or no node has one. Which nodes have one?",
)
for mistake_test, hint_test in zip((0, 130, -104), no_relu_test, strict=True):
    deep_answer.is_not(mistake_test, hint_test)
deep_answer.equals(182)
other_weights_test = {
    "node_0_0": np.array([1, 2]),
    "node_0_1": np.array([3, 1]),
    "node_1_0": np.array([2, -1]),
    "node_1_1": np.array([1, 1]),
    "output": np.array([1, -3]),
}
x_test = np.array([-1, 2])
said_test = "predict_with_network([-1, 2], other_weights)"
deep_answer = checks.call(predict_with_network, x_test, other_weights_test, said=said_test)
deep_answer.is_not(0, "A negative prediction was stopped. Which nodes have relu, and which not?")
deep_answer.is_not(-12, "The input -1 became 0. Which layers have relu, and which has none?")
for mistake_test in (42, -18, -6, -9, 21, 33, 66):
    deep_answer.is_not(
        mistake_test,
        "In this call the weights are others, but weights of the first example are in the result. "
        "Does every weight come from the argument `weights`?",
    )
deep_answer.equals(-3)
# Here the other two hidden nodes have negative sums.
other_weights_test = {
    "node_0_0": np.array([-1, -1]),
    "node_0_1": np.array([1, 2]),
    "node_1_0": np.array([1, 1]),
    "node_1_1": np.array([1, -1]),
    "output": np.array([1, 2]),
}
said_test = "predict_with_network([1, 1], other_weights)"
deep_answer = checks.call(
    predict_with_network, np.array([1, 1]), other_weights_test, said=said_test
)
for mistake_test, hint_test in zip((1, -3, -9), no_relu_test, strict=True):
    deep_answer.is_not(mistake_test, hint_test)
deep_answer.equals(3)
checks.passed("predict_with_network works here. The hidden tests try other customers and weights.")

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
# Check question 1: is your answer one of the three letters? Run this cell.
from course import checks

letter = checks.choice(question_1, "abc")
print("Your answer is", letter + ". Whether it is right is checked when your work is graded.")
### BEGIN HIDDEN TESTS
checks.that(
    letter != "a",
    "Quick question 1, your answer a: the input layer is one layer. In the picture of section 2, "
    "what are the two circles on the left?",
)
checks.that(
    letter != "c",
    "Quick question 1, your answer c: a bias is added to a sum. Does the input layer compute one?",
)
### END HIDDEN TESTS

# %% [markdown]
# ## What you have learned
#
# - A hidden layer describes the data anew. After it, one line can part what no line could part
#   before.
# - Each hidden layer sees the values of the layer before it, not the inputs.
# - The input layer has one node for each feature, and computes nothing.
#
# **Next:** [04b, shapes and parameters](04b_shapes_and_parameters.ipynb). How many numbers does a
# network have to learn?
#
# ## Go further
#
# - Find two hidden nodes with biases that part the four clouds along other lines than ours.
# - One hidden layer with very many nodes can, in principle, come as close to any curve as you like.
#   Look up *universal approximation theorem*. Why then do people build deep networks?
