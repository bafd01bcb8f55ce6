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
# # Unit 03c: From the sum to the answer
#
# **The question of this notebook: what do activations change in a network, and what does its output
# mean?**
#
# You know three activations: relu, tanh and sigmoid. Now they go to work, in the network of unit
# 02. Then we look at what comes out at the end. When is it a probability? And what if there are
# more answers than yes and no?
#
# When you are done, you will be able to
#
# - compute the prediction of a network with any activation;
# - say what the output of a network means, and what it does not mean;
# - write softmax yourself, so that it is safe for any number.
#
# Time: about 45 minutes. Points: 5. A word that you do not know? Look it up in the
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
# ### Exercise 5: forward propagation with any activation (2 points)
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
from course import checks

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
        "`activation` takes one thing in its brackets, the sum of one node. What stands in the "
        "brackets here, and what makes it one number for each node?",
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
    13 * np.tanh(1),
    "The activation was applied to the weights. Should it come before or after the sum?",
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
    2 * np.tanh(3) - np.tanh(5),
    "Each hidden node uses weights of both. In a table of weights for `@`, does a node stand in a "
    "row or in a column?",
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
        "Only one of the two hidden values is in the result. Does each hidden node use weights of "
        "its own, and do both reach the output node?",
    )
network_answer.is_not(7, "The output node sees the inputs. Which layer should it see?")
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
    return 0.5 * np.square(z) + 1


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
# pieces: it has a **kink** (a sharp bend) where hidden node 0 switches on, and another where hidden
# node 1 switches off. Note that the customer with the inputs 2 and 3 gets 9 with relu as well: both
# of their sums are positive, so relu lets them pass. Where all sums are positive, relu changes
# nothing.

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
# ## 3. What does an output of 0 mean?
#
# A bank wants to know whether it should grant a loan. In its data the **label** of a past customer
# is 1 when the loan was granted and 0 when it was not. The inputs are the age, and whether the
# customer is retired (0 or 1). Somebody has built this network. The customer is 40 years old and
# not retired. (`for name, function in [...]` goes through pairs: each time it takes one name and
# one function.)

# %%
loan_weights = {
    "node_0": np.array([1, 1]),
    "node_1": np.array([1, 1]),
    "output": np.array([1, -1]),
}
inputs = np.array([40, 0])
sum_0 = toolbox.node_value(inputs, loan_weights["node_0"])
sum_1 = toolbox.node_value(inputs, loan_weights["node_1"])
for name, function in [
    ("identity", toolbox.identity),
    ("tanh    ", toolbox.tanh),
    ("relu    ", toolbox.relu),
]:
    hidden = function(np.array([sum_0, sum_1]))
    output = toolbox.node_value(hidden, loan_weights["output"])
    print(name, " hidden:", hidden, " output:", round(output))

# %% [markdown]
# With tanh both hidden nodes are saturated: 40 is so far from 0 that the result is 1, as exactly as
# the computer can write it. A customer of 50 would look the same to them.
#
# You may read of this network: "the output is 0, which means that the loan is granted". Two things
# are wrong with that. First, 0 and 1 mean what the labels say, and here 0 is the label for *not*
# granted. Second, the output of such a network is not a probability: without a sigmoid at its end
# it can be any number, such as the 9 and the 52 above.

# %% [markdown]
# ### Quick question 1 (1 point)
#
# So what does the output 0 tell us about this customer? Try some other customers first: change
# `inputs` in the cell above.
#
# - **a**: the probability that they get the loan is 0 %
# - **b**: that an activation was used. Without one (identity), customers of other ages get other
#   outputs
# - **c**: nothing: both hidden nodes always hold the same number, and the output subtracts one from
#   the other


# %% nbgrader={"grade": false, "grade_id": "question_1", "locked": false, "schema_version": 3, "solution": true, "task": false}
def question_1():
    """Return the letter of your answer in quotes, such as return "a"."""
    ### BEGIN SOLUTION
    return "c"
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "question_1_test", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check question 1: is your answer one of the three letters? Run this cell.
from course import checks

letter = checks.choice(question_1, "abc")
print("Your answer is", letter + ". Whether it is right is checked when your work is graded.")
### BEGIN HIDDEN TESTS
checks.that(
    letter != "a",
    "Quick question 1, your answer a: try the ages 20 and 70, and other weights. Could the output "
    "be larger than 1?",
)
checks.that(
    letter != "b",
    "Quick question 1, your answer b: with identity, what do the hidden nodes hold for the ages 20 "
    "and 70, and what is the output?",
)
### END HIDDEN TESTS

# %% [markdown]
# So the last step of a network depends on what its output should mean:
#
# | the output should be | the output node |
# | --- | --- |
# | any number, such as transactions | sends its sum on as it is |
# | the probability of yes | sends on sigmoid of its sum |
# | the probabilities of several answers | is one of several: softmax (next section) turns their sums into shares |
#
# ## 4. softmax: shares of one whole
#
# Sigmoid answers yes or no. What if there are more than two answers, such as *few*, *some* or
# *many* transactions? Then the network gets one output node for each answer, and the sums of these
# nodes are turned into shares:
#
# 1. raise $e$ to the power of each number, so that nothing is negative;
# 2. divide each by the sum of all.
#
# Now every share lies between 0 and 1, and together they make 1, as probabilities must. This is
# called **softmax**. Unlike the others, it does not look at each number alone, but at the whole
# row.

# %%
z = np.array([1.0, 2.0, 3.0])
powers = np.exp(z)
print("powers:      ", powers.round(4))
print("their sum:   ", np.sum(powers).round(4))
print("the shares:  ", toolbox.softmax(z).round(4))

# %% [markdown]
# **Before you run the next cell:** what happens to the shares when 10 is added to every number?

# %%
print("10 more:     ", toolbox.softmax(z + 10).round(4))

# %% [markdown]
# Nothing happens: only the differences count. We can use this against overflow. Subtract the
# **largest number of the row** from the whole row before you raise $e$ to its power. Then the
# largest power is $e^0 = 1$, and nothing can overflow.
#
# A table has one row for each customer, and every row gets its own shares. `np.max` and `np.sum`
# can do this; they only have to be told the direction. Such a direction is called an **axis**. A
# table has two of them: axis 0 goes down, from row to row; axis 1 goes to the right, from column to
# column. A sum along axis 1 leaves one number for each row. `axis=-1` is the last axis. A single
# row has only one axis, axis 0. It is the last one too, so `axis=-1` is right for a row and for a
# table.
#
# With `keepdims=True` the result stays a column, so that each row meets its own number:

# %%
table = np.array([[1, 2, 3], [10, 20, 60]])
print("sum of everything:", np.sum(table))
print("sum of each row:  ", np.sum(table, axis=-1))
print("sum of each row, as a column:")
print(np.sum(table, axis=-1, keepdims=True))
print("largest number of each row, as a column:")
print(np.max(table, axis=-1, keepdims=True))
print("each row divided by its sum:")
print((table / np.sum(table, axis=-1, keepdims=True)).round(3))

# %% [markdown]
# ### Exercise 6: softmax (2 points)
#
# Write the function `softmax`. It takes one row, or a table with one row for each customer, and
# returns the shares in the same shape. Three steps: subtract the largest number of each row, raise
# $e$ to the power, divide by the sum of each row. (Both the largest number and the sum are those of
# a row, and each needs the two settings that you have just seen.)


# %% nbgrader={"grade": false, "grade_id": "softmax", "locked": false, "schema_version": 3, "solution": true, "task": false}
def softmax(z):
    """Return `z` turned into shares that sum to 1 along the last axis, without overflow.

    Parameters
    ----------
    z : array of shape (k,) or (n, k)
        One row, or n rows, of k sums.

    Returns
    -------
    array of the same shape as z
        For z = [1, 2, 3] this is about [0.09, 0.24, 0.67].
    """
    ### BEGIN SOLUTION
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "softmax_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check softmax: one row, a table, and large numbers. Run this cell.
from course import checks

z_test = np.array([1.0, 2.0, 3.0])
loop_test = (
    "One row came in, and each single number of it was treated as a row. How can you compute "
    "without a loop over rows, so that a row and a table are treated alike?"
)
try:
    row_answer = checks.call(softmax, z_test)
except np.exceptions.AxisError:
    checks.that(
        False, "A single row has no axis but 0. Which axis is the last one, here and in a table?"
    )
except TypeError as error_answer:
    checks.that("not iterable" not in str(error_answer), loop_test)
    checks.that(
        "ArrayType" not in str(error_answer),
        "np.max and np.sum take `axis` and `keepdims` by their names. How are they written in the "
        "cell above?",
    )
    checks.that(
        "maximum()" not in str(error_answer),
        "np.maximum compares two things, number by number. Which function finds the largest number "
        "of each row?",
    )
    raise
row_answer.is_not(
    [1, 1, 1],
    "Each number was divided by itself alone, as if it were a whole row. Which numbers make a row, "
    "when a single row comes in?",
)
for mistake_test in (z_test / 6, (3 - z_test) / 3):
    row_answer.is_not(
        mistake_test,
        "These are shares of the numbers themselves. What comes before the division?",
    )
row_answer.is_not(
    np.exp(z_test - 3) / 3, "The powers were divided by how many they are. Which sum makes shares?"
)
for places_test in (1, 2, 3, 4):
    row_answer.is_not(
        np.round([0.09003057, 0.24472847, 0.66524096], places_test),
        "The result is rounded. Which line does that?",
    )
row_answer.is_not(np.exp(z_test), "These are the powers. Do they sum to 1?")
row_answer.is_not(
    np.exp(z_test - 3),
    "These do not sum to 1. Which step makes shares of the powers, and do you return its result?",
)
powers_test = np.exp(z_test) - 3
for mistake_test in (powers_test, powers_test / np.sum(powers_test)):
    row_answer.is_not(
        mistake_test,
        "The largest number was subtracted from the powers. Should it be, or from the numbers "
        "before np.exp?",
    )
powers_test = np.exp(z_test) - np.exp(3)
for mistake_test in (
    powers_test,
    powers_test / np.exp(3),
    powers_test / np.sum(powers_test),
    powers_test / np.sum(np.exp(z_test)),
    np.exp(powers_test) / np.sum(np.exp(powers_test)),
):
    row_answer.is_not(
        mistake_test,
        "The largest power was subtracted from the powers. Which number should be subtracted, "
        "and from what, before np.exp?",
    )
for mistake_test in (np.exp(z_test) / 6, np.exp(z_test - 3) / 6, np.exp(z_test - 3) / -3):
    row_answer.is_not(
        mistake_test,
        "The powers were divided by a sum of numbers that are no powers. Which sum makes shares?",
    )
for mistake_test in (np.exp(3), np.exp(-3)):
    row_answer.is_not(
        np.exp(z_test) / np.sum(np.exp(z_test)) * mistake_test,
        "Each number is divided by a sum of other powers than its own. Is the largest number "
        "subtracted in both places?",
    )
row_answer.is_not(
    np.exp(z_test / 3) / np.sum(np.exp(z_test / 3)),
    "The numbers were divided by the largest of them. What should happen with it instead?",
)
row_answer.is_not(
    1 / (1 + np.exp(-z_test)), "That is sigmoid of each number. Do the numbers sum to 1?"
)
row_answer.is_not(
    [0.66524096, 0.24472847, 0.09003057],
    "The largest number got the smallest share. What turned the order round?",
)
row_answer.is_not(
    [0, 0, 1], "That is only which number is largest. What are the shares of the others?"
)
row_answer.is_array((3,))
row_answer.equals([0.09003057, 0.24472847, 0.66524096])
row_answer.keeps_inputs()
z_test = np.array([[1.0, 2.0, 3.0], [0.0, 0.0, 0.0], [4.0, 0.0, 1.0]])
try:
    table_answer = checks.call(softmax, z_test, said="softmax of a table of 3 rows")
except ValueError as error_answer:
    checks.that(
        "truth value" not in str(error_answer),
        "softmax works for one row, but not for a table: Python's max compares whole rows. Which "
        "function of NumPy finds the largest number of each row?",
    )
    raise
table_answer.is_array((3, 3))
checks.that(
    not np.isclose(np.sum(table_answer.value), 1),
    "softmax of a table: the whole table sums to 1, and not each row. How does np.sum know in "
    "which direction to add up?",
)
checks.that(
    not np.allclose(np.sum(table_answer.value, axis=0), 1),
    "softmax of a table: each column sums to 1. Along which axis lies a row?",
)
rows_test = np.exp(z_test - np.max(z_test, axis=-1, keepdims=True))
missed_test = np.exp(z_test - np.max(z_test, axis=-1))
columns_test = np.exp(z_test - np.max(z_test, axis=0))
for mistake_test in (
    np.exp(z_test) / np.sum(np.exp(z_test), axis=-1),
    rows_test / np.sum(rows_test, axis=-1),
):
    table_answer.is_not(
        mistake_test,
        "The sums of the rows did not meet their own rows. Are they a row or a column of numbers?",
    )
for mistake_test in (
    missed_test / np.sum(missed_test, axis=-1, keepdims=True),
    missed_test / np.sum(missed_test, axis=-1),
):
    table_answer.is_not(
        mistake_test,
        "The largest numbers did not meet their own rows. Are they a row or a column of numbers?",
    )
table_answer.is_not(
    columns_test / np.sum(columns_test, axis=-1, keepdims=True),
    "The largest number of each column was subtracted. Along which axis lies a row?",
)
for shifted_test in (np.exp(z_test - z_test[0]), np.exp(z_test - z_test[-1])):
    table_answer.is_not(
        shifted_test / np.sum(shifted_test, axis=-1, keepdims=True),
        "In square brackets, the place 0 or -1 of a table is a whole row, and this row was "
        "subtracted from all rows. Which function finds the largest number of each row?",
    )
table_answer.equals(
    [[0.09003057, 0.24472847, 0.66524096], [1 / 3] * 3, [0.93623955, 0.01714783, 0.04661262]]
)
table_answer.keeps_inputs()
try:
    with np.errstate(over="raise", divide="raise", invalid="raise"):
        large_answer = checks.call(softmax, np.array([1000.0, 0.0]), said="softmax of [1000, 0]")
except FloatingPointError:
    checks.that(
        False,
        "softmax of [1000, 0] runs into an overflow: np.exp gets a number that is too large for it. "
        "Which number of the row leaves nothing above 0 when it is subtracted first?",
    )
checks.that(
    large_answer.value == large_answer.value,  # nan is not equal to itself
    "softmax of [1000, 0] gives nan: infinity was divided by infinity. When a warning is switched "
    "off, the overflow is still there. What comes before np.exp, so that nothing overflows?",
)
large_answer.equals([1, 0])
try:
    with np.errstate(over="raise", divide="raise", invalid="raise"):
        large_answer = checks.call(
            softmax,
            np.array([[1000.0, 1000.0], [0.0, 0.0]]),
            said="softmax of [[1000, 1000], [0, 0]]",
        )
except FloatingPointError:
    checks.that(
        False,
        "softmax of [[1000, 1000], [0, 0]] gets a number that is too large, or divides 0 by 0. Is "
        "the number that you subtract the largest of each row, or of the whole table?",
    )
large_answer.equals([[0.5, 0.5], [0.5, 0.5]])
checks.passed(
    "softmax works here. The hidden tests try other rows and tables, and very large and small "
    "numbers."
)

# %% nbgrader={"grade": true, "grade_id": "softmax_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
try:
    with np.errstate(over="raise", divide="raise", invalid="raise"):
        far_answer = checks.call(
            softmax, np.array([[-2000, -2000], [3000, 3000], [0, 5000]]), said="softmax far from 0"
        )
except FloatingPointError as error_answer:
    checks.that(
        False,
        f"softmax far from 0 fails: {error_answer}. Which numbers does np.exp get for the row "
        "[-2000, -2000], and which for [3000, 3000]?",
    )
far_answer.equals([[0.5, 0.5], [0.5, 0.5], [0, 1]])
rng_test = np.random.default_rng(33)
for shape_test in [(1,), (5,), (1, 3), (3, 1), (4, 3), (2, 5)]:
    z_test = rng_test.normal(scale=2, size=shape_test)
    said_test = f"softmax of an array of shape {shape_test}"
    array_answer = checks.call(softmax, z_test, said=said_test).is_array(shape_test).keeps_inputs()
    checks.that(
        np.allclose(array_answer.value.sum(axis=-1), 1),
        f"{said_test}: the shares of each row should sum to 1. Along which axis do you add up?",
    )
    expected_test = np.exp(z_test - np.logaddexp.reduce(z_test, axis=-1, keepdims=True))
    array_answer.equals(
        expected_test, "Is each power divided by the sum of the powers in its own row?"
    )
### END HIDDEN TESTS

# %% [markdown]
# With softmax at its end, a network for three answers puts out three probabilities for each
# customer.
#
# ## What you have learned
#
# - Each hidden node computes its sum and then its activation. Where all sums are positive, relu
#   changes nothing.
# - 0 and 1 mean what the labels say. An output is a probability only if the last step makes it one.
# - The output node gets what its meaning asks for: nothing for a number, sigmoid for the
#   probability of yes, softmax for shares.
# - softmax looks at a whole row. Subtracting the largest number first keeps it safe.
#
# That was unit 03: press **Check all** above, then **Submit**. **Next:**
# [04a, one more layer](../04_deeper_networks/04a_one_more_layer.ipynb). There, layers stand one
# behind the other.
#
# ## Go further
#
# - Change the weights of the loan network so that two customers get different outputs. Then put
#   `toolbox.sigmoid` around the output. What does 0.5 mean?
# - Is sigmoid a softmax in disguise? Compare `toolbox.softmax(np.array([z, 0]))` with
#   `toolbox.sigmoid(z)` for some numbers `z`.
