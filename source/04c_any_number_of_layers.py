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
# # Unit 04c: Any number of layers
#
# **The question of this notebook: how does one short loop compute every network, and what do its
# layers see?**
#
# You have computed networks with one and with two hidden layers. Now you will write forward
# propagation once and for all, for any number of layers. Then you will use it to find out when one
# more layer is of no use, and to look into a network that reads small images.
#
# When you are done, you will be able to
#
# - send a whole table through any stack of layers with one short loop;
# - say when one more layer is of no use;
# - say what the layers of a network for images look for, and what deep networks cost.
#
# Time: about 35 minutes. Points: 4. A word that you do not know? Look it up in the
# [glossary](../glossary.md).

# %%
import numpy as np

from course import checks, toolbox
from course.figures.layers import (
    edge_and_shape_layers,
    four_clouds,
    show_what_layers_see,
    small_images,
)

# %% [markdown]
# ## 1. One loop for all layers
#
# A network is a list of layers. Each layer is a pair `(W, b)` of its weights and its biases, and it
# has an activation. What a layer does is always the same:
#
# $$Z = A W + b \qquad A_{\text{new}} = f(Z)$$
#
# In words: the table `A` that comes in, times the weights (a matrix product, `@` in Python), plus the
# biases, gives the sums `Z`. The activation, here written $f$, makes the next table of them. At the
# start, `A` is the table `X`.
#
# We want to keep every `Z` and every `A` on the way: in unit 06, when the network learns, all of
# them will be needed. So there are two lists, `Zs` and `As`.
#
# The next cell shows two tools. `zip` walks through two lists at the same time, and the brackets in
# `(factor, extra)` take each pair apart. (With `strict=True`, Python says so when the lists are not
# equally long.) And `numbers[-1]` is the *last* entry of a list, so that each turn of the loop can
# start from what the turn before has appended. **Before you run the cell:** what will the list hold
# at the end?

# %%
pairs = [(2, 1), (10, 0)]
names = ["first", "second"]
numbers = [3]
for (factor, extra), name in zip(pairs, names, strict=True):
    numbers.append(numbers[-1] * factor + extra)
    print(name, "turn:", numbers)

# %% [markdown]
# ### Exercise 4: forward through all layers (3 points)
#
# Write the function `forward_layers`. It takes
#
# - `X` of shape `(n, n_features)`;
# - `layers`, a list of pairs `(W, b)`;
# - `activations`, a list with one function for each layer, the output layer included. A function in
#   a list is called like any other: `activations[0](Z)`.
#
# It returns the two lists: `return Zs, As`. `Zs` has one table for each layer. `As` has one more,
# because it starts with `X`. So for a network with three layers the lists hold
#
# | | weights | sums | values |
# | --- | --- | --- | --- |
# | the data | | | `As[0]`, which is `X` |
# | layer 1 | `W1` | `Zs[0]` | `As[1]` |
# | layer 2 | `W2` | `Zs[1]` | `As[2]` |
# | layer 3, the output layer | `W3` | `Zs[2]` | `As[3]`, the prediction |


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
        For X = [[2]], one layer ([[3]], [-10]) and relu, Zs holds [[-4]], As holds [[2]] and [[0]].
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
# Check forward_layers: two layers, then three, with every table. Run this cell.
from course import checks

X_test = np.array([[1, 2], [3, 0], [0, 1]])
W_a_test, b_a_test = np.array([[1, -1], [2, 1]]), np.array([-4, 1])
W_b_test, b_b_test = np.array([[1, 2], [0, -1]]), np.array([1, -3])
said_test = "forward_layers(X, layers, activations)"
try:
    both_answer = checks.call(
        forward_layers,
        X_test,
        [(W_a_test, b_a_test), (W_b_test, b_b_test)],
        [toolbox.relu, toolbox.tanh],
        said=said_test,
    )
except TypeError as error_answer:
    checks.that(
        "'list' object is not callable" not in str(error_answer),
        "A list cannot be called, and `layers` and `activations` are lists. Which single part of "
        "them belongs to this layer?",
    )
    checks.that(
        "'tuple' object is not callable" not in str(error_answer),
        "A pair of tables stands where a function is called. Does your loop walk through `layers` "
        "and `activations` side by side?",
    )
    raise
except NameError as error_answer:
    checks.that(
        "name 'f'" not in str(error_answer),
        "In the formula, f stands for the activation of a layer. Which name in your function holds "
        "it?",
    )
    raise
except IndexError as error_answer:
    checks.that(
        "list index" not in str(error_answer),
        "A list is asked for a place that it does not have (yet). What do `Zs` and `As` hold when "
        "the loop begins?",
    )
    raise
except ValueError as error_answer:
    checks.that(
        "(0,)" not in str(error_answer),
        "`+` computes with the numbers of a list and an array. What makes a list longer by one?",
    )
    checks.that(
        "to unpack (expected 3" not in str(error_answer),
        "Each turn of this loop gets two things, a pair and an activation. Which brackets take the "
        "pair apart?",
    )
    raise
checks.that(
    not isinstance(both_answer.value, np.ndarray),
    f"{said_test} returns one table, and not the two lists Zs and As. What should `return` hand on?",
)
parts_test = both_answer.value if isinstance(both_answer.value, list | tuple) else ()
checks.that(
    not any(getattr(part_test, "ndim", 0) == 3 for part_test in parts_test),
    "Zs and As should stay lists: the tables of a network have different sizes, and do not always "
    "fit into one array. Which function made an array here?",
)
checks.that(
    not isinstance(both_answer.value, list | tuple)
    or not all(isinstance(part_test, np.ndarray) for part_test in both_answer.value),
    f"{said_test} returns tables, and not two lists of tables. What should `return` hand on, so "
    "that every Z and every A is kept?",
)
checks.that(
    not isinstance(both_answer.value, list)
    or len(parts_test) == 0
    or not all(isinstance(part_test, tuple) and len(part_test) == 2 for part_test in parts_test),
    f"{said_test} returns a pair of tables for each layer. In which list does every Z belong, and "
    "in which every A?",
)
both_answer.has_parts(2, "Zs and As")
Zs_answer, As_answer = both_answer.item(0, "Zs"), both_answer.item(1, "As")
checks.that(
    not isinstance(Zs_answer.value, np.ndarray) and not isinstance(As_answer.value, np.ndarray),
    "Zs and As should be lists of tables, but one of them is an array. How do you keep every table "
    "on the way?",
)
Zs_answer.has_type(list | tuple, "a list")
As_answer.has_type(list | tuple, "a list")
checks.that(
    (len(Zs_answer.value), len(As_answer.value)) != (3, 2),
    f"{said_test} returns first a list of 3 tables and then a list of 2. Which of the two is Zs?",
)
checks.that(
    len(Zs_answer.value) != 1
    or not np.array_equal(Zs_answer.value[0], [[1, 2], [-1, -2], [-2, 2]]),
    "Zs holds the table of the first layer only, but there are 2 layers. How many turns does your "
    "loop make before `return`?",
)
checks.that(
    len(Zs_answer.value) != 1,
    "Zs holds the table of the last layer only, but there are 2 layers. Which lines should run "
    "once, and which in every turn of the loop?",
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
    X_test @ (W_a_test + b_a_test),
    "The biases were added to the weights. To what should they be added?",
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
    [[1, 2], [3, 0], [0, 1]],
    "The activation saw what came into the layer. On which table of the layer does it work?",
)
A1_answer.is_not(
    np.tanh([[1, 2], [-1, -2], [-2, 2]]), "The second activation came first. Which is next?"
)
A1_answer.is_not(
    [[5, 1], [3, 0], [2, 1]], "The activation saw the sums without the biases. Which comes first?"
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
checks.passed("forward_layers works here. The hidden tests try other sizes and depths.")

# %% nbgrader={"grade": true, "grade_id": "forward_layers_hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
from itertools import pairwise


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
# copy of it. Here is the network of 04a with two hidden layers, as a list of layers. Its biases are
# all 0. (`enumerate` goes through a list and counts: 0, 1, 2 and so on. `toolbox.identity`, the
# activation of 03b for an output that is any number, passes the sum on as it is.)

# %%
W1 = np.array([[2, 4], [4, -5]])
W2 = np.array([[-1, 1], [2, 2]])
W3 = np.array([[2], [7]])
deep_layers = [(W1, np.zeros(2)), (W2, np.zeros(2)), (W3, np.zeros(1))]
deep_activations = [toolbox.relu, toolbox.relu, toolbox.identity]
Zs, As = toolbox.forward_layers(np.array([[3, 5]]), deep_layers, deep_activations)
for k, A in enumerate(As):
    print("As", k, "holds", A)

# %% [markdown]
# It is 182 again, as in 04a. (A point behind a number, as in `26.`, means: a number with decimals.)
#
# ## 2. Deeper is not better by itself
#
# In 04a a hidden layer of two relu nodes parted the four clouds of points. What did the work there,
# the layer or the bend in relu? Here is that network as a list of layers, first with relu, then
# without:

# %%
points, labels = four_clouds()
cloud_layers = [
    (np.array([[1, -1], [1, -1]]), np.zeros(2)),
    (np.array([[1], [1]]), np.array([-1])),
]
Zs, As = toolbox.forward_layers(points, cloud_layers, [toolbox.relu, toolbox.identity])
output = As[-1][:, 0]
print("with relu: right for", np.sum((output > 0) == labels), "of", len(points), "points")

# %% [markdown]
# **Before you run the next cell:** it is the same network, with `identity` in place of relu. What
# will the outputs be? (`np.min` and `np.max` find the smallest and the largest number.)

# %%
Zs, As = toolbox.forward_layers(points, cloud_layers, [toolbox.identity, toolbox.identity])
output = As[-1][:, 0]
print("without relu: right for", np.sum((output > 0) == labels), "of", len(points), "points")
print("smallest output:", np.min(output).round(6), " largest output:", np.max(output).round(6))

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
# - **b**: along two straight lines, as in the figure of 04a
# - **c**: along five straight lines, one for each layer that computes something


# %% nbgrader={"grade": false, "grade_id": "question_2", "locked": false, "schema_version": 3, "solution": true, "task": false}
def question_2():
    """Return the letter of your answer in quotes, such as return "a"."""
    ### BEGIN SOLUTION
    return "a"
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "question_2_test", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check question 2: is your answer one of the three letters? Run this cell.
from course import checks

letter = checks.choice(question_2, "abc")
print("Your answer is", letter + ". Whether it is right is checked when your work is graded.")
### BEGIN HIDDEN TESTS
checks.that(
    letter != "b",
    "Quick question 2, your answer b: in the figure of 04a, something made two lines out of one. "
    "Is it still there?",
)
checks.that(
    letter != "c",
    "Quick question 2, your answer c: remember `collapse` in unit 03. What do two layers without "
    "an activation equal?",
)
### END HIDDEN TESTS

# %% [markdown]
# ## 3. What each layer sees
#
# Deep networks became famous with images. To a computer an image is a table of numbers, one for
# each **pixel** (a small square of the image): 0 is dark and 1 is bright. Our images have 12 rows
# of 12 pixels. Put the rows one behind the other, and an image is one row of 144 inputs.
#
# Here is a network with two layers for such images. Its weights are chosen by hand, so that we know
# what each node is for:
#
# - **layer 1 looks for edges.** An edge here is a border between bright and dark. (Other texts also
#   use the word for the lines of a network.) Each node sees one patch of 3 x 3 pixels. All its
#   other weights are 0. There are four kinds of nodes, for four kinds of edges. Each kind has one
#   node for each of the 100 places where such a patch fits, which makes 400 nodes;
# - **layer 2 looks for shapes.** It has three nodes. They see no pixels, only edges. A triangle,
#   for example, has a flat bottom and no flat top.
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
# the other is small and in the corner. After layer 1 they are alike: a flat bottom and two slopes.
# And after layer 2 the same node is active for both, *triangle*, and no other. (Of the diamond only
# the two upper sides are found, because the nodes for slopes look for bright pixels below dark
# ones. For this network that is enough.) With such nodes for every part of the image, one more
# layer could find a house: a triangle above a square.
#
# A description of the data that makes the next step easy is called a **representation**. We have
# chosen these weights by hand. A real network finds its own, by learning from examples. This is
# called **representation learning**, and it is the reason for the success of deep networks: nobody
# has to tell them what an edge is. When people looked into networks that had learned from
# photographs, they found edges in the first layer, textures and corners in the next, then eyes and
# wheels, then faces and cars.

# %% [markdown]
# ## 4. The price
#
# How many parameters has this small network? **Before you run the next cell:** guess.

# %%
print("parameters:", toolbox.count_parameters([144, 400, 3]))

# %% [markdown]
# Nearly sixty thousand, for tiny images. Most of the weights are 0, and the others repeat: all 100
# nodes of one kind have the same 9 weights and the same bias, only at different places. Four kinds
# with 10 numbers each are enough for the whole of layer 1. A network that is built in this way,
# with the same few weights used at every place of the image, is called a **convolutional network**.
# It has far fewer parameters to learn, and it finds a triangle wherever it stands. It computes what
# you have written, with shared weights.
#
# Deep networks are used for images, text, audio and video, as unit 00 said. Text and sound come one
# piece after the other. *Recurrent networks* keep what a layer has computed and use it again for
# the next piece. Newer networks for text, the *transformers*, look at all pieces at once.
#
# The price is high: millions of examples, often labelled by people, and special processors that run
# for days or months. For a small table with a few hundred rows, a straight line is often just as
# good. You will see this in unit 08.
#
# ## What you have learned
#
# - One loop computes any network: $Z = A W + b$, then $f(Z)$, and the result goes into the next
#   turn.
# - Without an activation one more layer buys nothing.
# - In images, the first layer finds edges, and the next ones find shapes among the edges.
# - More layers mean more parameters, which need more data.
#
# All the weights in this unit came from nowhere, or from our own hands. How does a network find
# them? It starts with any weights, measures how wrong it is, and makes the error a little smaller,
# again and again. That is unit 05.
#
# Press **Check all** above, then **Submit**. **Next:**
# [05a, cost and slope](../05_gradient_descent/05a_cost_and_slope.ipynb).
#
# ## Go further
#
# - Draw an image of your own in the cell below: 1 is bright, 0 is dark. What does the network make
#   of it? Can you fool it? (`image.reshape(1, 144)` puts its rows one behind the other.)
# - Is a diamond that stands on a flat bottom still a diamond for this network? Which weights
#   decide?

# %%
image = np.zeros((12, 12))
image[2:5, 3:9] = 1
Zs, As = toolbox.forward_layers(image.reshape(1, 144), image_layers, [toolbox.relu, toolbox.relu])
print("square, triangle, diamond:", As[-1][0])
