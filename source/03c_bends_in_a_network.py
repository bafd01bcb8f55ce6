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
# # Unit 03c: Bends in a network
#
# **The question of this sitting: what does an activation change in a network, and what is a network
# without one?**
#
# You know three activations: relu, tanh and sigmoid. Now they go to work, in the network of unit
# 02. Then you will prove the suspicion of sitting 03a, for networks of any size.
#
# When you are done, you will be able to
#
# - compute the prediction of a network with any activation;
# - say which nodes get an activation, and which one does not;
# - prove that two layers without an activation are one layer.
#
# Time: about 50 minutes. Points: 4. A word that you do not know? Look it up in the
# [glossary](../glossary.md).

# %%
import numpy as np

from course import checks, toolbox
from course.figures.activations import same_network_three_activations

# %% [markdown]
# ## 1. The network with an activation
#
# Back to the bank of unit 02. The weights are the same, but each hidden node now takes two steps:
# the sum, then the activation. With tanh, and the customer with the inputs 2 and 3:
#
# | node | sum $z$ | value $a = \tanh(z)$ |
# | --- | --- | --- |
# | hidden node 0 | 5 | tanh(5) |
# | hidden node 1 | 1 | tanh(1) |
#
# The output node is different. It predicts a number of transactions, and that can be any number. So
# it keeps its sum as it is. With tanh on the output node the bank could never predict more than one
# transaction.
#
# **Before you run the next cell:** without an activation the output was 9. Will it be larger or
# smaller now?

# %%
bank_weights = {
    "node_0": np.array([1, 1]),
    "node_1": np.array([-1, 1]),
    "output": np.array([2, -1]),
}
tanh_of_5 = toolbox.tanh(5)
tanh_of_1 = toolbox.tanh(1)
print("hidden node 0:", tanh_of_5.round(10))
print("hidden node 1:", tanh_of_1.round(10))
print("output:", (tanh_of_5 * 2 + tanh_of_1 * -1).round(10))

# %% [markdown]
# In Python a function can be handed to another function, like a number. This is useful here: we
# write forward propagation once, and say at each call which activation to use. Inside, call it with
# round brackets:


# %%
def use_twice(activation, z):
    return activation(activation(z))


print(use_twice(np.sqrt, 16.0))

# %% [markdown]
# ### Exercise 4: forward propagation with any activation (2 points)
#
# Write the function `forward_with_activation`. It does what `forward` of unit 02 did, with the
# activation on both hidden nodes, and none on the output node. For the sums, call
# `toolbox.node_value(x, w)`.


# %% nbgrader={"grade": false, "grade_id": "forward_with_activation", "locked": false, "schema_version": 3, "solution": true, "task": false}
def forward_with_activation(x, weights, activation):
    """Return the prediction of the 2-2-1 network for one customer.

    Parameters
    ----------
    x : array of shape (2,)
        The inputs.
    weights : dict
        "node_0", "node_1" and "output", each an array of shape (2,).
    activation : function
        Takes the sum of a hidden node and returns its value. The output node has no activation.

    Returns
    -------
    float
        With the weights of section 1, x = [2, 3] and tanh, this is about 1.238.
    """
    ### BEGIN SOLUTION
    hidden_0 = activation(toolbox.node_value(x, weights["node_0"]))
    hidden_1 = activation(toolbox.node_value(x, weights["node_1"]))
    return float(toolbox.node_value([hidden_0, hidden_1], weights["output"]))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "forward_with_activation_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check forward_with_activation: two activations, and other weights. Run this cell.
bank_weights_test = {
    "node_0": np.array([1, 1]),
    "node_1": np.array([-1, 1]),
    "output": np.array([2, -1]),
}
x_test = np.array([4, 1])
said_test = "forward_with_activation([4, 1], weights, toolbox.tanh)"
try:
    network_answer = checks.call(
        forward_with_activation, x_test, bank_weights_test, toolbox.tanh, said=said_test
    )
except TypeError as error_answer:
    checks.that(
        "operand" not in str(error_answer) or "function" not in str(error_answer),
        "A function stands here where a number is needed: Python cannot multiply or add functions. "
        "How is a function called?",
    )
    checks.that(
        "'str' object is not callable" not in str(error_answer),
        "A text in quotes is no function. By which name does your function know the activation?",
    )
    checks.that(
        "tanh() takes 1 positional argument" not in str(error_answer),
        "The activation takes one thing, the sum of a node. Which function makes the sum of the "
        "inputs and the weights?",
    )
    raise
except AttributeError as error_answer:
    checks.that(
        "attribute 'activation'" not in str(error_answer),
        "`activation` is no part of the toolbox: it is handed to your function. By which name can "
        "you call it?",
    )
    raise
network_answer.is_not(np.tanh([5, -3]), "These are the hidden nodes. Which step comes after them?")
network_answer.is_not(
    [2 * np.tanh(5), np.tanh(3)], "These are the products for the output node. What is missing?"
)
network_answer.is_number()
network_answer.is_not(
    13,
    "That is the network without an activation. Where is `activation` called, and what happens to "
    "the number that it returns?",
)
network_answer.is_not(
    np.tanh(13), "Only the output got the activation. Which nodes should have it?"
)
network_answer.is_not(
    np.tanh(2 * np.tanh(5) + np.tanh(3)),
    "The output went through the activation too. May the prediction be any number?",
)
network_answer.is_not(
    3 * np.tanh(4) + np.tanh(1),
    "The activation was applied to the inputs. Should it come before or after the sum?",
)
network_answer.is_not(
    2 * np.tanh(5) + 3, "Only hidden node 0 has an activation. What about the other?"
)
network_answer.is_not(
    10 + np.tanh(3), "Only hidden node 1 has an activation. What about the other?"
)
network_answer.is_not(
    2 * np.tanh(-3) - np.tanh(5), "The hidden nodes changed places. Which comes first?"
)
network_answer.is_not(
    2 * np.tanh(np.tanh(5)) + np.tanh(np.tanh(3)),
    "The hidden nodes went through the activation twice. Where should it be called?",
)
network_answer.is_not(
    np.tanh(5) - np.tanh(3), "The hidden values were added up. Where do the output's weights go?"
)
for mistake_test in (np.tanh(5), -np.tanh(3)):
    network_answer.is_not(
        mistake_test,
        "The output node saw one hidden node only. How do two numbers become one array?",
    )
network_answer.is_not(1.2382242, "That is the prediction for 2 and 3. Where does `x` come in?")
network_answer.is_not(
    10, "That is the result with relu. Does your function use its argument `activation`?"
)
network_answer.equals(2 * np.tanh(5) + np.tanh(3))
network_answer.keeps_inputs()
said_test = "forward_with_activation([4, 1], weights, toolbox.relu)"
network_answer = checks.call(
    forward_with_activation, x_test, bank_weights_test, toolbox.relu, said=said_test
)
network_answer.is_not(
    2 * np.tanh(5) + np.tanh(3),
    "That is the result with tanh. Does your function use its argument `activation`?",
)
network_answer.equals(10)
other_weights_test = {
    "node_0": np.array([3, -1]),
    "node_1": np.array([2, 1]),
    "output": np.array([-4, -1]),
}
x_test = np.array([1, 2])
said_test = "forward_with_activation([1, 2], other_weights, toolbox.relu)"
network_answer = checks.call(
    forward_with_activation, x_test, other_weights_test, toolbox.relu, said=said_test
)
for mistake_test in (-2, -13, 5):
    network_answer.is_not(
        mistake_test,
        "In this call the weights are others, but weights of the first example are in the result. "
        "Does every weight come from the argument `weights`?",
    )
network_answer.is_not(
    0, "With other output weights a negative number should come out. What stopped it?"
)
network_answer.equals(-8)
checks.passed("forward_with_activation works here. The hidden tests try other weights.")


# %% nbgrader={"grade": true, "grade_id": "forward_with_activation_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
def bent(z):
    return 0.5 * z * z + 1


relu_weights_test = {
    "node_0": np.array([2, 4]),
    "node_1": np.array([4, -5]),
    "output": np.array([2, 7]),
}
network_answer = checks.call(
    forward_with_activation,
    np.array([3, 5]),
    relu_weights_test,
    toolbox.relu,
    said="the relu network",
)
network_answer.is_number().keeps_inputs().equals(52)
relu_weights_test["output"] = np.array([-2, 7])
network_answer = checks.call(
    forward_with_activation,
    np.array([3, 5]),
    relu_weights_test,
    toolbox.relu,
    said="the relu network",
)
network_answer.equals(-52, "Does the output node send its sum on as it is?")
rng_test = np.random.default_rng(34)
for activation_test in (toolbox.identity, np.tanh, toolbox.sigmoid, bent, bent, bent):
    x_test = rng_test.normal(size=2)
    other_test = {
        name_test: rng_test.normal(size=2) for name_test in ("node_0", "node_1", "output")
    }
    z_test = np.stack([other_test["node_0"], other_test["node_1"]]).dot(x_test)
    expected_test = other_test["output"].dot(
        [activation_test(z_test[0]), activation_test(z_test[1])]
    )
    said_test = (
        f"forward_with_activation with other weights and the activation {activation_test.__name__}"
    )
    network_answer = checks.call(
        forward_with_activation, x_test, other_test, activation_test, said=said_test
    )
    network_answer.is_number().keeps_inputs()
    network_answer.equals(
        expected_test, "Do the weights and the activation come from the arguments?"
    )
### END HIDDEN TESTS

# %% [markdown]
# Here is what the three choices do to the same network. The first input moves from left to right,
# the second stays at 3. Each plot has its own scale: compare the shapes, and read the numbers at
# the left for the heights. **Before you run the next cell:** which of the three plots will be a
# straight line?

# %%
same_network_three_activations()

# %% [markdown]
# With identity it is one line, as suspected. tanh bends it smoothly. relu breaks it into straight
# pieces: one kink where hidden node 0 switches on, one where hidden node 1 switches off. Note that
# the customer with the inputs 2 and 3 gets 9 with relu as well: both of their sums are positive, so
# relu lets them pass. An activation shows its effect only where it bends.

# %% [markdown]
# ## 2. A second network, and a pair of brackets too many
#
# This network has other weights, and relu in the hidden layer. The customer has the inputs 3 and 5.
# **Before you run the next cell:** work out both hidden nodes on paper. One of the sums is
# negative.

# %%
inputs = np.array([3, 5])
relu_weights = {
    "node_0": np.array([2, 4]),
    "node_1": np.array([4, -5]),
    "output": np.array([2, 7]),
}
sum_0 = toolbox.node_value(inputs, relu_weights["node_0"])
sum_1 = toolbox.node_value(inputs, relu_weights["node_1"])
sums = np.array([sum_0, sum_1])
hidden = toolbox.relu(sums)
print("sums:  ", sums)
print("hidden:", hidden)
print("output:", toolbox.node_value(hidden, relu_weights["output"]))

# %% [markdown]
# You may see the weights of node 1 written as `np.array([[4, -5]])`, with a second pair of
# brackets. That is a table with one row. **Before you run the next cell:** will the sum still come
# out right? And the matrix product `@`?

# %%
stray = np.array([[4, -5]])
print("shapes:", inputs.shape, "and", stray.shape)
print("multiply and add:", np.sum(inputs * stray))
try:
    print("inputs @ stray:", inputs @ stray)
except ValueError:
    print("inputs @ stray: Python stops with an error, the inner numbers 2 and 1 are not equal")

# %% [markdown]
# The sum came out right by luck: it is the broadcasting of unit 00 again, which happened to fit.
# The next line breaks. Weights of one node have the shape `(n,)`.

# %% [markdown]
# ## 3. The proof: two layers without an activation are one
#
# In sitting 03a you multiplied out brackets for one small network. The same works for all networks
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
# 1. **A bracket is multiplied out.** $(X W_1 + b_1) \, W_2$ is $(X W_1) \, W_2 + b_1 W_2$. In $b_1
#    W_2$ a vector stands in front of a table. It counts as one row: `b1 @ W2` sends this row
#    through the second layer, and the result is a vector again, with one number for each output
#    node.
# 2. **In a chain of products, the brackets may move.** $(X W_1) \, W_2$ is $X \, (W_1 W_2)$. We may
#    multiply the two tables of weights first, before any customer comes in.
#
# The next cell checks both rules with numbers, without $b_2$. **Before you run it:** the first bias
# is 10 and 20, and the weights of the output node are 3 and 1. What does the output node make of
# the bias?

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
# ### Exercise 5: collapse two layers into one (2 points)
#
# Write the function `collapse`. It takes the weights and biases of two layers without an
# activation, and returns the weights `W` and the bias `b` of the one layer that does the same. A
# function can return two things with a comma between them: `return W, b`.


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
    not isinstance(both_answer.value, np.ndarray),
    "collapse(W1, b1, W2, b2) returns one array, but the one layer has weights and a bias. Which "
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
b_answer.is_not(
    W2_test @ b1_test + b2_test, "Does b1 stand on the same side of W2 as in the formula?"
)
b_answer.is_not(
    (b1_test + b2_test) @ W2_test,
    "The second bias went through the second layer. When is it added?",
)
b_answer.is_not(
    b1_test @ W1_test + b2_test, "The first bias went through the first layer. Which comes after?"
)
b_answer.is_not(
    b1_test * W2_test + b2_test,
    "b1 and W2 were multiplied number by number. Which sign stands for a matrix product?",
)
for mistake_test in (b1_test @ b2_test, b1_test @ W2_test @ b2_test):
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
# You have proved it: without activations two layers are one layer. And when three layers follow
# each other, two of them collapse into one, then the next, and so on. **However many layers there
# are, without an activation they can do what one layer can do: a straight line.**
#
# You may read that the activation function "removes the nonlinearities". You have just seen the
# opposite: the activation **introduces** a nonlinearity, that is, a bend. Without it there is none.
#
# ## What you have learned
#
# - Each hidden node computes its sum and then its activation. An output node that predicts a number
#   has none.
# - An activation shows its effect only where it bends.
# - Without an activation, any stack of layers equals one layer.
#
# **Next:** [03d, what the output means](03d_what_the_output_means.ipynb). Is an output of 0.9 a
# probability?
#
# ## Go further
#
# - Collapse two layers with your function, and send a table through both networks. Are the outputs
#   equal to the last digit?
# - What happens to the proof when relu stands between the layers? Which step is no longer allowed?
