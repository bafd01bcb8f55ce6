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
# # Unit 02a: One prediction
#
# **The question of this notebook: how does a neural network make one prediction?**
#
# A bank wants to know how many transactions a customer will make next year. In unit 01 a straight
# line gave an answer. Here a small neural network gives one, and you will compute every number of
# it yourself. There is no magic in it: only multiplying and adding.
#
# When you are done, you will be able to
#
# - say what a *node*, a *layer* and a *weight* are;
# - compute the prediction of a small network by hand, and write a function that does it.
#
# Time: about 35 minutes. Points: 5. A word that you do not know? Look it up in the
# [glossary](../glossary.md).

# %%
import numpy as np

from course import checks, toolbox
from course.figures.network import draw_network
from course.widgets.network import explore_network

# %% [markdown]
# ## 1. A picture of a network
#
# The circles are **nodes**. Each node holds one number. The nodes stand in columns, and each
# column is called a **layer**:
#
# - the **input layer** holds what we know about one customer. Here these are two numbers: the
#   customer has 2 accounts and 3 family members;
# - the **output layer** holds the prediction;
# - the layer between them is a **hidden layer**, because its numbers are neither in the data that
#   comes in nor in the answer that goes out. You see them only when you look inside the network.
#
# Every line from one node to another (also called an *edge*) carries a number, its **weight**. The
# weight says how strongly the left node acts on the right one. A negative weight means: the more on
# the left, the less on the right. Two weights here are negative, and their lines are dashed.
#
# The nodes of a layer are counted from 0, from top to bottom. So the upper one of the two hidden
# nodes is hidden node 0.
#
# The question marks are what we want to find out. Who chose the weights? Here they are made up. How
# a network learns them from data comes in units 05 and 06. And where is the bias of unit 01? We
# leave it out for now. It comes back in units 03 and 04.
#
# For the picture the weights are written in tables. In `input_to_hidden` each row belongs to one
# input, and each column to one hidden node. (The rest of the next cell describes the picture for
# those who cannot see it. You need not read it.)

# %%
input_to_hidden = [[1, -1], [1, 1]]
hidden_to_output = [[2], [-1]]
draw_network(
    [[2, 3], ["?", "?"], ["?"]],
    [input_to_hidden, hidden_to_output],
    alt=(
        "A network drawn as circles joined by lines. The input layer on the left has two nodes "
        "that hold 2 and 3. The hidden layer in the middle has two nodes with question marks, the "
        "output layer on the right has one. The weights from the inputs to hidden node 0 are 1 "
        "and 1, to hidden node 1 they are -1 and 1. The weights from the hidden nodes to the "
        "output are 2 and -1."
    ),
    caption="The network of this unit: 2 input nodes, 2 hidden nodes, 1 output node.",
)

# %% [markdown]
# Computing the numbers from left to right is called **forward propagation**. For each node:
#
# 1. multiply each number on the left by the weight of its line;
# 2. add up the products.
#
# For hidden node 0 the inputs are 2 and 3, and both weights are 1:
#
# $$2 \cdot 1 + 3 \cdot 1 = 5$$
#
# **Before you run the next cell:** what will hidden node 1 hold? Its weights are -1 and 1. Work it
# out on paper, then compare.

# %%
node_0 = 2 * 1 + 3 * 1
node_1 = 2 * -1 + 3 * 1
print("hidden node 0:", node_0)
print("hidden node 1:", node_1)

# %% [markdown]
# ## 2. One node
#
# Let us give the numbers names, as all books on neural networks do. Both are vectors, that is,
# arrays:
#
# - `x` holds the numbers that come in, here 2 and 3;
# - `w` holds the weights, in the same order, here -1 and 1.
#
# The value of the node is the first input times the first weight, plus the second input times the
# second weight, and so on:
#
# $$x_0 \, w_0 + x_1 \, w_1 + \dots$$
#
# As in unit 01, the small numbers below $x$ and $w$ only count: $x_0$ is the first number in `x`,
# which Python calls `x[0]`.
#
# You know this recipe: it is the **weighted sum** of unit 00.

# %%
products = np.array([2, 3]) * np.array([-1, 1])
print("products:", products)
print("their sum:", np.sum(products))

# %% [markdown]
# ### Exercise 1: the value of one node (2 points)
#
# Write the function `node_value`. It takes `x` and `w` and returns the value of the node. It should
# work for any number of inputs, not only for two.
#
# You wrote this function in unit 00 as `weighted_sum`. Here it gets its name in a network. Write it
# once more, from memory if you can. (What you defined in another notebook is not known in this
# one.)


# %% nbgrader={"grade": false, "grade_id": "node_value", "locked": false, "schema_version": 3, "solution": true, "task": false}
def node_value(x, w):
    """Return the value of one node: multiply each input by its weight, then add up.

    Parameters
    ----------
    x : array of shape (n,)
        The numbers that come in.
    w : array of shape (n,)
        One weight for each of them.

    Returns
    -------
    float
        For x = [2, 3] and w = [-1, 1] this is 2 * -1 + 3 * 1 = 1.
    """
    ### BEGIN SOLUTION
    return np.sum(np.asarray(x) * np.asarray(w))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "node_value_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check node_value: two inputs, then three. Run this cell.
from course import checks

value_answer = checks.call(node_value, np.array([2, 4]), np.array([1, 3]))
value_answer.is_not([2, 12], "These are the products. What is still missing to get one number?")
value_answer.is_not([6, 18], "Every input met every weight. Which input belongs to which weight?")
value_answer.is_not([8, 16], "Every input met every weight. Which input belongs to which weight?")
value_answer.is_not(
    [7, 9],
    "The sum of the inputs was added to each weight. What happens to an input and its weight?",
)
value_answer.is_not(
    [], "It is empty. What should the sum be at the beginning: a list, or a number?"
)
value_answer.is_number()
value_answer.is_not(66, "`**` makes a power. Which sign multiplies?")
value_answer.is_not(6, "That is the sum of the inputs. Where do the weights come in?")
value_answer.is_not(4, "That is the sum of the weights. Where do the inputs come in?")
value_answer.is_not(
    10,
    "That is all of the numbers added up, and also each input times the weight of the other. By "
    "what should each input be multiplied?",
)
value_answer.is_not(24, "Every input met every weight. Which input belongs to which weight?")
value_answer.is_not(7, "That is half of the result. Did you add up, or take the mean?")
value_answer.is_not(
    2, "That is the first product alone. Is there a loop, and what ends it after its first round?"
)
value_answer.is_not(12, "That is the last product alone. Where do you keep the others?")
value_answer.is_not(1, "That is the result for the inputs 2 and 3 above. Where do `x` and `w` go?")
value_answer.equals(14, "Does every number of `x` meet its own number of `w`?")
value_answer.keeps_inputs()
value_answer = checks.call(node_value, np.array([1, 2, 3]), np.array([2, -1, 4]))
value_answer.is_not(0, "Only the first two inputs are in it. How many came in?")
value_answer.equals(12, "Does your function use all inputs, however many there are?")
checks.passed("node_value works here. The hidden tests try other numbers, and more inputs.")

# %% nbgrader={"grade": true, "grade_id": "node_value_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
checks.call(node_value, np.array([3, 4]), np.array([1, 1])).is_number().equals(7)
checks.call(
    node_value, np.array([1.0, 2.0, 3.0, 4.0, 5.0]), np.array([0.5, -1.0, 2.0, 0.0, 1.0])
).equals(9.5)
checks.call(node_value, np.array([4.0]), np.array([-2.5])).equals(-10)
rng_test = np.random.default_rng(2)
for n_test in (2, 6, 30):
    x_test, w_test = rng_test.normal(size=n_test), rng_test.normal(size=n_test)
    value_answer = checks.call(node_value, x_test, w_test).keeps_inputs()
    expected_test = float(np.einsum("i,i", x_test, w_test))
    value_answer.equals(expected_test, "Try it by hand with three inputs: is every product in it?")
### END HIDDEN TESTS

# %% [markdown]
# You now have the one building block of every neural network. Networks with billions of weights
# are made of this node.
#
# From here on, whenever you need the value of a node, call the finished copy, `toolbox.node_value`.

# %% [markdown]
# ## 3. The whole network
#
# The output node works like the hidden nodes. The only difference: the numbers that come in are the
# values of the *hidden* nodes, not the inputs. So there are two steps:
#
# 1. from the inputs to the hidden layer: 2 and 3 become 5 and 1;
# 2. from the hidden layer to the output: 5 and 1 become $5 \cdot 2 + 1 \cdot (-1)$.
#
# We keep all the weights of the network in one **dictionary**. A dictionary holds values under
# names, which are called its keys: you write a key behind it in square brackets, and get its value.
# Here each key is the name of a node, and each value holds the weights of the lines that lead
# **into** this node (a column of `input_to_hidden`, or of `hidden_to_output`):

# %%
bank_weights = {
    "node_0": np.array([1, 1]),
    "node_1": np.array([-1, 1]),
    "output": np.array([2, -1]),
}
print(bank_weights["node_1"])

# %% [markdown]
# **Before you go on:** what will the network predict for the customer with the inputs 2 and 3?

# %% [markdown]
# ### Exercise 2: forward propagation (3 points)
#
# Write the function `forward`. It takes the inputs `x` of one customer and such a dictionary, which
# it calls `weights`, and returns the prediction: one number. Call `toolbox.node_value` three times:
# once for each hidden node and once for the output node. (In the docstring, "2-2-1" means two
# inputs, two hidden nodes and one output.)
#
# In this function, `weights["node_1"]` is the array of the weights of node 1. Mind the quotes: the
# key is a text. To hand the values of the two hidden nodes to `node_value`, put them into one array
# first: `np.array([first, second])`, where `first` and `second` are your names for them.


# %% nbgrader={"grade": false, "grade_id": "forward", "locked": false, "schema_version": 3, "solution": true, "task": false}
def forward(x, weights):
    """Return the prediction of the 2-2-1 network for one customer.

    Parameters
    ----------
    x : array of shape (2,)
        The inputs.
    weights : dict
        "node_0", "node_1" and "output", each an array of shape (2,).

    Returns
    -------
    float
        With the weights above and x = [2, 3], the hidden nodes hold 5 and 1.
    """
    ### BEGIN SOLUTION
    hidden_0 = toolbox.node_value(x, weights["node_0"])
    hidden_1 = toolbox.node_value(x, weights["node_1"])
    return toolbox.node_value(np.array([hidden_0, hidden_1]), weights["output"])
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "forward_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check forward: one customer, then other weights. Run this cell.
from course import checks

weights_test = {
    "node_0": np.array([1, 1]),
    "node_1": np.array([-1, 1]),
    "output": np.array([2, -1]),
}
forward_answer = checks.call(
    forward, np.array([4, 1]), weights_test, said="forward([4, 1], weights)"
)
forward_answer.is_not([5, -3], "These are the hidden nodes. Which step comes after them?")
forward_answer.is_not(
    [10, 3], "Each hidden node met its weight. What is still missing to get one number?"
)
forward_answer.is_not(
    [4, -2], "Each hidden node met both weights of the output. Which weight belongs to which node?"
)
forward_answer.is_number()
forward_answer.is_not(7, "That is the output node fed with the inputs. What should come into it?")
forward_answer.is_not(
    16, "Each hidden node got one input only. Where in the picture do its lines come from?"
)
forward_answer.is_not(
    2, "That is the sum of the hidden nodes. Does each one meet its own weight of the output?"
)
forward_answer.is_not(
    -15, "The hidden nodes met each other. Which numbers should they be multiplied by?"
)
forward_answer.is_not(
    5,
    "Only hidden node 0 is in it. Where does hidden node 1 go in, and do both stand in one list?",
)
forward_answer.is_not(-3, "Only hidden node 1 is in it. Where does hidden node 0 go in?")
forward_answer.is_not(
    0, "Which numbers come into each hidden node: the inputs, or the value of another node?"
)
forward_answer.is_not(
    1, "Each hidden node met a weight of the other one. Is a row or a column a node in your table?"
)
forward_answer.is_not(
    -2, "The products of a hidden node are not added up. How many numbers does one node hold?"
)
forward_answer.is_not(3, "The weights of the output were added. How does a node use its weights?")
forward_answer.is_not(-11, "Which hidden node belongs to the first weight of the output?")
forward_answer.is_not(
    9, "Does `x` go into both hidden nodes, and do only their values go into the output node?"
)
forward_answer.equals(13)
forward_answer.keeps_inputs()
weights_test = {
    "node_0": np.array([2, 0.5]),
    "node_1": np.array([1, -1]),
    "output": np.array([0.5, 5]),
}
forward_answer = checks.call(
    forward, np.array([1, 2]), weights_test, said="forward with other weights"
)
forward_answer.equals(-3.5, "Do `x` and all the weights come from the arguments of your function?")
checks.passed("forward works here. The hidden tests try other customers and other weights.")

# %% nbgrader={"grade": true, "grade_id": "forward_hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
weights_test = {
    "node_0": np.array([1, 1]),
    "node_1": np.array([-1, 1]),
    "output": np.array([2, -1]),
}
checks.call(forward, np.array([3, 4]), weights_test, said="forward([3, 4], weights)").equals(13)
rng_test = np.random.default_rng(20)
for _ in range(5):
    x_test = rng_test.normal(size=2)
    weights_test = {name: rng_test.normal(size=2) for name in ("node_0", "node_1", "output")}
    hidden_test = np.stack([weights_test["node_0"], weights_test["node_1"]]).dot(x_test)
    expected_test = hidden_test.dot(weights_test["output"])
    forward_answer = checks.call(forward, x_test, weights_test, said="forward with other weights")
    forward_answer.is_number().keeps_inputs()
    forward_answer.equals(
        expected_test, "Do `x` and all the weights come from the arguments of your function?"
    )
### END HIDDEN TESTS

# %% [markdown]
# Here is the network again, with all its numbers. Does the number that you worked out on paper stand
# in the output node? (The second cell below calls the finished copy. Take away `toolbox.` there, and it asks your own function.)

# %%
draw_network(
    [[2, 3], [5, 1], [9]],
    [input_to_hidden, hidden_to_output],
    caption="Forward propagation for the customer with the inputs 2 and 3.",
)

# %%
print("prediction for [2, 3]:", toolbox.forward(np.array([2, 3]), bank_weights))
print("prediction for [3, 4]:", toolbox.forward(np.array([3, 4]), bank_weights))

# %% [markdown]
# ### Move the weights
#
# Here is the network once more, with a slider for every input and every weight. The arrow keys move
# a slider, too, and you can type a number into the field beside it.
#
# **Before you move anything:** by how much will the prediction grow when `input 0` goes from 2 to 3?
# And then, which *one* weight takes hidden node 1 out of the prediction when it becomes 0? Look at
# the output node and at the sums below the picture while you try.

# %%
explore_network([2, 3], bank_weights)

# %% [markdown]
# When `input 0` grows by 1, the prediction grows by 3, from 9 to 12. Hidden node 0 grows by 1, which
# counts 2. Hidden node 1 falls by 1, which counts -1, so that adds 1 more. And did you find the
# weight? It is the one from hidden node 1 to the output: times 0, nothing of the node is left.

# %% [markdown]
# ## What you have learned
#
# - A network holds numbers in nodes. A node multiplies its inputs by its weights and adds up.
# - Forward propagation does this layer by layer, from the inputs to the output.
# - A dictionary keeps the weights under the names of the nodes.
#
# Now press **Check all** above. Then go on with
# [02b: Many customers](02b_many_customers.ipynb), where all customers are predicted at once.
#
# ## Go further
#
# - Change one weight in the cell below and find out which predictions change, and by how much.
# - Which weights make the network simply add up its two inputs? There are many answers.
# - A node is a very rough picture of a nerve cell: signals come in, some count more than others,
#   and a signal goes out. The picture carries no further than that. A nerve cell is far more
#   complex.

# %%
bank_weights["node_1"] = np.array([-1, 1])
for x in [[2, 3], [3, 4], [0, 1]]:
    print(x, "gives", toolbox.forward(np.array(x), bank_weights))
