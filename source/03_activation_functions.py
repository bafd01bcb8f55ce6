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
# # Unit 03: Activation functions
#
# **The question of this unit: what does a node do with its sum?**
#
# In unit 02 a node multiplied, added up, and sent the sum on as it was. Unit 02 ended with a
# suspicion: such a network can do nothing that a straight line cannot do. In this unit the nodes
# learn one more step. It is a small step, and it changes everything.
#
# When you are done, you will be able to
#
# - say why a network needs an *activation function*, and prove what happens without one;
# - write relu, tanh, sigmoid and softmax yourself, so that they are safe for any number;
# - compute the prediction of a network with any activation, and say what its output means.
#
# Time: about 90 minutes. A good place for a break is after the cheat sheet, at the end of
# section 4. Points: 13. A word that you do not know? Look it up in the
# [glossary](../glossary.md).

# %%
import numpy as np

from course import checks, toolbox
from course.figures.activations import activation_cheat_sheet, same_network_three_activations
from course.widgets.activation import explore_activation

# %% [markdown]
# ## 1. The suspicion
#
# Here is the network of unit 02 again: two inputs, two hidden nodes, one output. Write its output
# as a formula, with $x_0$ and $x_1$ for the two inputs:
#
# $$2 \cdot (x_0 + x_1) - 1 \cdot (-x_0 + x_1)$$
#
# **Before you run the next cell:** multiply out the brackets and collect what belongs together. How
# many times $x_0$ is it, and how many times $x_1$?

# %%
bank_weights = {
    "node_0": np.array([1, 1]),
    "node_1": np.array([-1, 1]),
    "output": np.array([2, -1]),
}
for inputs in [[2, 3], [3, 4], [0, 1]]:
    one_node = 3 * inputs[0] + 1 * inputs[1]
    print(inputs, "network:", toolbox.forward(inputs, bank_weights), "  3 * x0 + 1 * x1:", one_node)

# %% [markdown]
# The hidden layer was no help at all. One node with the weights 3 and 1 does the same work, and one
# node with weights is the straight line of unit 01, without its bias.
#
# The cure: a node does something with its sum before it sends the sum on. From now on, we give the
# two steps two names:
#
# - the **sum** $z$: multiply and add, as before;
# - the **value** $a$: what the node sends on. It is $a = f(z)$, and $f$ is called the
#   **activation function**, or activation for short.
#
# What $f$ must not be is a straight line. It needs a bend somewhere. This unit shows the three
# bends that are used most.

# %% [markdown]
# ## 2. relu: negative numbers stop here
#
# The most common activation is also the simplest. It is called **relu** (short for *rectified
# linear unit*), and it has one rule: a positive number passes, anything else becomes 0.
#
# $$\text{relu}(z) = \text{the larger of } 0 \text{ and } z$$
#
# **Before you run the next cell:** what is relu of 3, and what is relu of -3?

# %%
for z in [3, -3]:
    print("relu of", z, "is", toolbox.relu(z))

# %% [markdown]
# You may meet relu written in one of the two ways below. The idea is right: Python's `max(0, z)` is
# the larger of two numbers. But both functions have a fault.
#
# **Before you run the next cell:** what will each of the two print? (`try` and `except` let the
# cell go on after an error. You need not use them yourself.)


# %%
def relu_without_return(z):
    max(0, z)


def relu_of_one_number(z):
    return max(0, z)


print("first version, for 3:", relu_without_return(3))
print("second version, for 3:", relu_of_one_number(3))
try:
    print("second version, for two numbers:", relu_of_one_number(np.array([3, -3])))
except ValueError:
    print("second version, for two numbers: Python stops with an error (ValueError)")

# %% [markdown]
# The first one computes the right number and then forgets it: without `return`, a Python function
# gives back `None`. The second one works for a single number only. Python's `max` has to decide
# whether the array `[3, -3]` is larger than 0, and there is no answer to that: one of its numbers
# is larger, the other is not.
#
# NumPy has several functions that go through arrays number by number, so that the result has the
# same shape as what came in. `np.minimum` and `np.maximum` compare, `np.abs` drops the minus sign,
# and `np.where` chooses:

# %%
z = np.array([-7, 2, 5])
print("the smaller of 4 and each:", np.minimum(4, z))
print("without the sign:         ", np.abs(z))
print("1 where z > 3, else 0:    ", np.where(z > 3, 1, 0))

# %% [markdown]
# ### Exercise 1: relu (2 points)
#
# Write the function `relu`. It takes a number or an array of any shape, and returns a number or an
# array of the same shape. One line is enough, and one of the functions above, or its twin, will
# help.


# %% nbgrader={"grade": false, "grade_id": "relu", "locked": false, "schema_version": 3, "solution": true, "task": false}
def relu(z):
    """Return `z` where it is positive, and 0 elsewhere.

    Parameters
    ----------
    z : number, or array of any shape
        The sum of one node, or the sums of many nodes.

    Returns
    -------
    number, or array of the same shape as z
        For z = [-2, 0.5] this is [0, 0.5].
    """
    ### BEGIN SOLUTION
    return np.maximum(0, z)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "relu_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
try:
    positive_answer = checks.call(relu, 3)
except np.exceptions.AxisError:
    checks.that(
        False,
        "np.max and np.min look for one number in ONE array. Which function of NumPy compares "
        "each number of an array with another number?",
    )
positive_answer.is_number()
positive_answer.is_not(
    0, "A positive number became 0. Which of the two, 0 and z, should be sent on?"
)
positive_answer.is_not(
    1, "It looks like 1 for every positive number. What should a node send on for 3?"
)
positive_answer.equals(3)
negative_answer = checks.call(relu, -3)
negative_answer.is_not(
    -3, "The negative number came through. What should the node send on instead?"
)
negative_answer.is_not(
    3, "That is the number without its minus sign. What should a negative sum become?"
)
negative_answer.equals(0)
try:
    several_answer = checks.call(relu, np.array([-2.0, 0.5, 0.0, 4.0]))
except ValueError as error_answer:
    checks.that(
        "truth value" not in str(error_answer),
        "relu works for one number, but not for an array. Python's max and if decide about one "
        "number only. Which function of NumPy decides for each number of an array?",
    )
    checks.that(
        "inhomogeneous" not in str(error_answer),
        "relu works for one number, but not for an array: 0 and an array cannot stand in one list. "
        "Which function of NumPy takes them as two arguments and compares number by number?",
    )
    raise
several_answer.is_array((4,))
several_answer.equals([0, 0.5, 0, 4])
several_answer.keeps_inputs()
print("relu works here. The hidden tests try tables and other numbers, and fractions.")

# %% nbgrader={"grade": true, "grade_id": "relu_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
for number_test in (7, -7, 0, 0.25, -0.25, np.float32(-1.5)):
    checks.call(relu, number_test).is_number().equals((number_test + abs(number_test)) / 2)
checks.call(relu, np.array(2.5)).is_number().equals(2.5)
rng_test = np.random.default_rng(30)
for shape_test in [(1,), (6,), (3, 4), (1, 3), (2, 3, 4)]:
    z_test = rng_test.normal(size=shape_test)
    said_test = f"relu of an array of shape {shape_test}"
    array_answer = checks.call(relu, z_test, said=said_test).is_array(shape_test).keeps_inputs()
    array_answer.equals(
        (z_test + np.abs(z_test)) / 2, "Look at the numbers one by one: which should become 0?"
    )
    mirrored_answer = checks.call(relu, -z_test, said=said_test)
    checks.that(
        np.allclose(array_answer.value - mirrored_answer.value, z_test),
        f"{said_test}: relu(z) - relu(-z) should be z itself. Try it by hand with 3 and with -3.",
    )
### END HIDDEN TESTS

# %% [markdown]
# That was your first activation. relu is so popular because it is quick to compute, and because its
# one bend is enough, as section 8 will show.

# %% [markdown]
# ## 3. tanh: no number gets too large
#
# The second activation has a smooth bend: **tanh** (say "tanch"; its full name is *hyperbolic
# tangent*). Whatever comes in, what comes out lies between -1 and 1. It is made from the number
# $e = 2.718\ldots$, which NumPy raises to the power of $z$ with `np.exp(z)`:
#
# $$\tanh(z) = \frac{e^{z} - e^{-z}}{e^{z} + e^{-z}}$$
#
# **Before you run the next cell:** put $z = 0$ into the formula. Any number to the power of 0 is 1,
# so what is tanh of 0?

# %%
for z in [-5, -1, 0, 1, 5]:
    print("tanh of", z, "is", round(float(toolbox.tanh(z)), 7))

# %% [markdown]
# Far from 0 the result hardly changes any more: for 5 it is almost 1, and for 50 it will be as good
# as 1. Such a node is called **saturated**, like a sponge that cannot take more water.
#
# On paper the formula is perfect. A computer has one trouble with it: $e^z$ grows so quickly that
# it soon does not fit into a number of the computer. This is called **overflow**. NumPy then says
# `inf` (infinity) and writes a warning, which the first line of the next cell switches off.

# %%
with np.errstate(over="ignore"):
    for z in [10, 700, 1000]:
        print("e to the power of", z, "is", f"{np.exp(z):.6g}")
print("infinity divided by infinity is", np.inf / np.inf)

# %% [markdown]
# (In `1.01423e+304` the letter e has nothing to do with our $e$. Python writes very large numbers
# in this way: "times 10 to the power of 304".)
#
# `nan` means *not a number*. One `nan` in a network spoils every number that comes after it. So we
# write the formula differently, in two steps.
#
# A reminder: $e^{-z}$ means $1 / e^{z}$. And when powers of $e$ are multiplied, their small numbers
# are added: $e^{z} \cdot e^{-z} = e^{0} = 1$, and $e^{-z} \cdot e^{-z} = e^{-2z}$.
#
# **Step 1.** Multiply the upper and the lower part of the fraction by $e^{-z}$. This changes
# nothing in the result, and only one power remains:
#
# $$\tanh(z) = \frac{(e^{z} - e^{-z}) \cdot e^{-z}}{(e^{z} + e^{-z}) \cdot e^{-z}}
# = \frac{1 - e^{-2z}}{1 + e^{-2z}}$$
#
# For a large positive $z$ all is well now: $e^{-2000}$ is simply 0. For a large *negative* $z$ the
# power is still too large.
#
# **Step 2.** tanh of a negative number is the same as for the positive number, with a minus sign in
# front: $\tanh(-5) = -\tanh(5)$. So compute with $|z|$, which is $z$ without its sign, and put the
# sign back at the end. NumPy has a function for each of these: `np.abs` and `np.sign`.

# %%
z = np.array([-5.0, 0.0, 5.0])
print("without the sign:", np.abs(z))
print("only the sign:   ", np.sign(z))

# %% [markdown]
# ### Exercise 2: tanh (2 points)
#
# Write the function `tanh` with the two steps above. First compute the power once, and give it a
# name: `p = np.exp(...)`. Then write the fraction with `p`, and multiply it by the sign. Put the
# upper and the lower part of the fraction into brackets each.
#
# (NumPy has a finished `np.tanh`. Write your own all the same: the point is to see what is inside.)


# %% nbgrader={"grade": false, "grade_id": "tanh", "locked": false, "schema_version": 3, "solution": true, "task": false}
def tanh(z):
    """Return the hyperbolic tangent of `z`, without overflow.

    Parameters
    ----------
    z : number, or array of any shape

    Returns
    -------
    number, or array of the same shape as z
        All between -1 and 1. For z = [-1, 0, 1] this is about [-0.76, 0, 0.76].
    """
    ### BEGIN SOLUTION
    p = np.exp(-2 * np.abs(z))
    return np.sign(z) * (1 - p) / (1 + p)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "tanh_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
one_answer = checks.call(tanh, 1.0)
one_answer.is_number()
one_answer.is_not(0.7310585786, "That is between 0 and 1, a sigmoid. What is the formula of tanh?")
one_answer.is_not(0.4621171573, "That is tanh of one half. By what is z multiplied in the power?")
one_answer.is_not(
    1.3130352855, "The fraction stands on its head. Which part belongs above the line?"
)
one_answer.is_not(
    -0.7615941560,
    "The sign is the wrong way round. Is the power small, and what is subtracted from what?",
)
one_answer.is_not(
    0.8646647168, "That is the upper part of the fraction alone. What is it divided by?"
)
one_answer.is_not(
    2.3504023873, "That is the upper part of the fraction alone. What is it divided by?"
)
one_answer.is_not(
    1.0, "Division comes before plus and minus. Are both parts of the fraction in brackets?"
)
one_answer.equals(0.7615941560)
minus_one_answer = checks.call(tanh, -1.0)
minus_one_answer.is_not(
    0.7615941560,
    "That is tanh of +1. Either the sign is missing, or it came in twice: is the power computed "
    "with |z|?",
)
minus_one_answer.equals(-0.7615941560)
checks.call(tanh, 0.0).equals(0)
try:
    table_answer = checks.call(
        tanh, np.array([[0.5, -2.0], [0.0, 3.0]]), said="tanh of a 2 x 2 table"
    )
except ValueError as error_answer:
    checks.that(
        "truth value" not in str(error_answer),
        "tanh works for one number, but not for a table: `if` decides about one number only. "
        "Which function of NumPy gives the sign of each number?",
    )
    raise
table_answer.is_array((2, 2))
table_answer.equals([[0.4621171573, -0.9640275801], [0, 0.9950547537]])
table_answer.keeps_inputs()
try:
    with np.errstate(over="raise", divide="raise", invalid="raise"):
        far_answer = checks.call(tanh, np.array([-1000.0, 1000.0]), said="tanh of [-1000, 1000]")
except FloatingPointError:
    checks.that(
        False,
        "tanh of [-1000, 1000] runs into an overflow: np.exp gets a large positive number, for "
        "which its result does not fit. Is the number inside np.exp negative for both?",
    )
far_answer.equals([-1, 1])
print("tanh works here. The hidden tests try other shapes, and numbers far from 0.")

# %% nbgrader={"grade": true, "grade_id": "tanh_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
try:
    with np.errstate(over="raise", divide="raise", invalid="raise"):
        far_answer = checks.call(tanh, np.array([[-5000, 800], [0, -360]]), said="tanh far from 0")
except FloatingPointError as error_answer:
    checks.that(
        False,
        f"tanh far from 0 fails: {error_answer}. Which numbers does np.exp get for -5000, and "
        "which for 800?",
    )
far_answer.equals([[-1, 1], [0, -1]])
rng_test = np.random.default_rng(31)
for number_test in (2, -3, 0, np.float32(0.75), np.array(-0.5)):
    checks.call(tanh, number_test).is_number().equals(np.tanh(float(number_test)), atol=1e-6)
for shape_test in [(1,), (6,), (3, 4), (1, 3), (2, 3, 4)]:
    z_test = rng_test.normal(scale=2, size=shape_test)
    said_test = f"tanh of an array of shape {shape_test}"
    array_answer = checks.call(tanh, z_test, said=said_test).is_array(shape_test).keeps_inputs()
    array_answer.equals(
        np.tanh(z_test), "Try the formula by hand for one of the numbers.", atol=1e-6
    )
    mirrored_answer = checks.call(tanh, -z_test, said=said_test)
    checks.that(
        np.allclose(mirrored_answer.value, -array_answer.value, atol=1e-6),
        f"{said_test}: tanh(-z) should be -tanh(z). Where does the sign come in?",
    )
### END HIDDEN TESTS

# %% [markdown]
# ## 4. sigmoid: a number that can be a probability
#
# The third activation looks like tanh, but its result lies between **0 and 1**. It is called
# **sigmoid** (S-shaped):
#
# $$\text{sigmoid}(z) = \frac{1}{1 + e^{-z}}$$
#
# Because a probability is a number between 0 and 1, sigmoid is the usual last step of a network
# that answers a question with yes or no: 0.9 then means "yes, with a probability of 90 %".
#
# You may read that sigmoid gives a number between -1 and 1. **Before you run the next cell:** can
# that be? Can $1 + e^{-z}$ ever be negative, when $e$ to any power is positive? (The signs behind
# the colons, such as `:8.5f`, only set how many places are printed.)

# %%
for z in [-10, -1, 0, 1, 10]:
    print(f"z = {z:3}   sigmoid: {toolbox.sigmoid(z):.5f}   tanh: {toolbox.tanh(z):8.5f}")

# %% [markdown]
# It is tanh that lies between -1 and 1.
#
# Again the formula overflows on one side: for $z = -1000$ the power is $e^{1000}$. And again there
# is a second way to write it. Multiply the upper and the lower part by $e^z$:
#
# $$\text{sigmoid}(z) = \frac{1 \cdot e^{z}}{(1 + e^{-z}) \cdot e^{z}} = \frac{e^{z}}{e^{z} + 1}$$
#
# The first form is safe where $z$ is positive, the second where $z$ is negative. The power that is
# safe is the same in both cases, $p = e^{-|z|}$: for a positive $z$ this is $e^{-z}$, for a
# negative $z$ it is $e^{z}$. Written with $p$, the two forms differ only in the upper part:
#
# | | fraction |
# | --- | --- |
# | where $z \ge 0$ | $1 / (1 + p)$ |
# | where $z < 0$ | $p / (1 + p)$ |
#
# `np.where(condition, this, that)` chooses for each number: `this` where the condition holds,
# `that` where it does not. It can choose between numbers and arrays alike:

# %%
z = np.array([-5.0, 0.0, 5.0])
print(np.where(z >= 0, 100, z))

# %% [markdown]
# ### Exercise 3: sigmoid (2 points)
#
# Write the function `sigmoid` so that it does not overflow. First compute the safe power `p` with
# `np.exp`, then choose the upper part of the fraction with `np.where`, then divide.
#
# (A warning to spare you a search: `np.where` computes **both** of its choices and then picks. So
# it does not help to give it a choice that overflows.)


# %% nbgrader={"grade": false, "grade_id": "sigmoid", "locked": false, "schema_version": 3, "solution": true, "task": false}
def sigmoid(z):
    """Return the sigmoid of `z`, without overflow.

    Parameters
    ----------
    z : number, or array of any shape

    Returns
    -------
    number, or array of the same shape as z
        All between 0 and 1. For z = [-1, 0, 1] this is about [0.27, 0.5, 0.73].
    """
    ### BEGIN SOLUTION
    p = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1, p) / (1 + p)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "sigmoid_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
one_answer = checks.call(sigmoid, 1.0)
one_answer.is_number()
one_answer.is_not(
    0.7615941560, "That is tanh, which lies between -1 and 1. Between what lies sigmoid?"
)
one_answer.is_not(0.2689414214, "That is sigmoid of -1. What stands in the upper part for +1?")
one_answer.is_not(
    1.3678794412, "Division comes before plus. Which part of the fraction needs brackets?"
)
one_answer.is_not(
    2.7182818285, "That is e to the power of z alone. What is added in the lower part?"
)
one_answer.is_not(1, "That looks like the upper part of the fraction alone. What is it divided by?")
one_answer.is_not(
    0.3678794412, "That is the safe power alone. What is missing to make it a fraction?"
)
one_answer.equals(0.7310585786)
minus_one_answer = checks.call(sigmoid, -1.0)
minus_one_answer.is_not(
    0.7310585786, "That is sigmoid of +1. What is different where z is negative?"
)
minus_one_answer.is_not(
    -0.7310585786, "A sigmoid is never negative. Is it really the sign that changes?"
)
minus_one_answer.equals(0.2689414214)
checks.call(sigmoid, 0).equals(0.5)
try:
    table_answer = checks.call(
        sigmoid, np.array([[0.5, -2.0], [0.0, 3.0]]), said="sigmoid of a table"
    )
except ValueError as error_answer:
    checks.that(
        "truth value" not in str(error_answer),
        "sigmoid works for one number, but not for a table: `if` decides about one number only. "
        "Which function of NumPy chooses for each number?",
    )
    raise
table_answer.is_array((2, 2))
table_answer.equals([[0.6224593312, 0.1192029220], [0.5, 0.9525741268]])
table_answer.keeps_inputs()
try:
    with np.errstate(over="raise", divide="raise", invalid="raise"):
        far_answer = checks.call(
            sigmoid, np.array([-1000.0, 1000.0]), said="sigmoid of [-1000, 1000]"
        )
except FloatingPointError:
    checks.that(
        False,
        "sigmoid of [-1000, 1000] runs into an overflow: np.exp gets a large positive number, for "
        "which its result does not fit. Is the number inside np.exp negative for both?",
    )
far_answer.equals([0, 1])
print("sigmoid works here. The hidden tests try other shapes, and numbers far from 0.")

# %% nbgrader={"grade": true, "grade_id": "sigmoid_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
try:
    with np.errstate(over="raise", divide="raise", invalid="raise"):
        far_answer = checks.call(
            sigmoid, np.array([[-5000, 800], [0, -720]]), said="sigmoid far from 0"
        )
except FloatingPointError as error_answer:
    checks.that(
        False,
        f"sigmoid far from 0 fails: {error_answer}. Which numbers does np.exp get for -5000, and "
        "which for 800?",
    )
far_answer.equals([[0, 1], [0.5, 0]])
rng_test = np.random.default_rng(32)
for number_test in (2, -3, 0, np.float32(0.75), np.array(-0.5)):
    expected_test = (1 + np.tanh(float(number_test) / 2)) / 2
    checks.call(sigmoid, number_test).is_number().equals(expected_test, atol=1e-6)
for shape_test in [(1,), (6,), (3, 4), (1, 3), (2, 3, 4)]:
    z_test = rng_test.normal(scale=3, size=shape_test)
    said_test = f"sigmoid of an array of shape {shape_test}"
    array_answer = checks.call(sigmoid, z_test, said=said_test).is_array(shape_test).keeps_inputs()
    array_answer.equals(
        (1 + np.tanh(z_test / 2)) / 2, "Try the formula by hand for one of the numbers.", atol=1e-6
    )
    mirrored_answer = checks.call(sigmoid, -z_test, said=said_test)
    checks.that(
        np.allclose(array_answer.value + mirrored_answer.value, 1),
        f"{said_test}: sigmoid(z) and sigmoid(-z) should sum to 1, like the chances of yes and no.",
    )
### END HIDDEN TESTS

# %% [markdown]
# ### The cheat sheet
#
# Here are the three activations side by side. *Identity* means: the node sends its sum on as it is,
# without an activation. The lower row shows how steep each curve is. Steep means that a small
# change of the sum changes what the node sends on; flat means that the node hardly reacts.
#
# Look at the ends of tanh and sigmoid, and at the left half of relu: their curves are flat there. A
# saturated node reacts to nothing. In unit 06, when the network learns, this will matter.

# %%
activation_cheat_sheet()

# %% [markdown]
# The next picture shows one of the curves, and how steep it is at one sum. Choose the activation in
# the menu and move the sum with the slider.
#
# **Before you move anything:** at which sum is sigmoid steepest? And from which sum on does a node
# with tanh hardly react? Look at the dashed line on the left and at the dot on the right.

# %%
explore_activation("tanh", z=1)

# %% [markdown]
# ## 5. softmax: shares of one whole
#
# (This is a good place for a break. When you come back, run the first code cell again.)
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
print("their sum:   ", powers.sum().round(4))
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
# can do this; they only have to be told the direction. A table has two **axes**: axis 0 runs down
# the rows, axis 1 along the columns, and `axis=-1` is the last axis. A single row has only one
# axis, axis 0. It is the last one too, so `axis=-1` is right for a row and for a table.
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
# ### Exercise 4: softmax (2 points)
#
# Write the function `softmax`. It takes one row, or a table with one row for each customer, and
# returns the shares in the same shape. Three steps: subtract the largest number of each row, raise
# $e$ to the power, divide by the sum of each row.


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
z_test = np.array([1.0, 2.0, 3.0])
loop_test = (
    "One row came in, and each single number of it was treated as a row. How can you compute "
    "without a loop over rows, so that a row and a table are treated alike?"
)
try:
    row_answer = checks.call(softmax, z_test)
except np.exceptions.AxisError:
    checks.that(
        False, "A single row has no axis 1. Which axis is the last one, here and in a table?"
    )
except TypeError as error_answer:
    checks.that("not iterable" not in str(error_answer), loop_test)
    raise
row_answer.is_array((3,))
row_answer.is_not([1, 1, 1], loop_test)
row_answer.is_not(
    z_test / 6, "These are shares of the numbers themselves. What comes before the division?"
)
row_answer.is_not(np.exp(z_test), "These are the powers. Do they sum to 1?")
row_answer.is_not(
    np.exp(z_test - 3), "The largest is 1, so they cannot sum to 1. By what should you divide?"
)
powers_test = np.exp(z_test) - 3
for mistake_test in (powers_test, powers_test / np.sum(powers_test)):
    row_answer.is_not(
        mistake_test,
        "The largest number was subtracted from the powers. Should it be, or from the numbers "
        "before np.exp?",
    )
for mistake_test in (np.exp(z_test) / 6, np.exp(z_test - 3) / 6):
    row_answer.is_not(
        mistake_test,
        "The powers were divided by the sum of the numbers that came in. Which sum makes shares?",
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
    "softmax of a table: the whole table sums to 1. Should not each row sum to 1?",
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
table_answer.equals(
    [[0.09003057, 0.24472847, 0.66524096], [1 / 3] * 3, [0.93623955, 0.01714783, 0.04661262]]
)
table_answer.keeps_inputs()
try:
    with np.errstate(over="raise", divide="raise", invalid="raise"):
        large_answer = checks.call(
            softmax, np.array([1000.0, 1000.0]), said="softmax of [1000, 1000]"
        )
except FloatingPointError:
    checks.that(
        False,
        "softmax of [1000, 1000] runs into an overflow: np.exp gets a number that is too large "
        "for it. What can you subtract from the whole row first?",
    )
large_answer.equals([0.5, 0.5])
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
print("softmax works here. The hidden tests try other shapes, and very large and small numbers.")

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
for shape_test in [(1,), (5,), (1, 3), (3, 1), (4, 3), (2, 5), (2, 3, 4)]:
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
# ## 6. The network with an activation
#
# Back to the bank. Each hidden node now takes two steps: the sum, then the activation. With tanh,
# and the customer with the inputs 2 and 3:
#
# | node | sum $z$ | value $a = \tanh(z)$ |
# | --- | --- | --- |
# | hidden node 0 | 5 | tanh(5) |
# | hidden node 1 | 1 | tanh(1) |
#
# The output node is different. It predicts a number of transactions, and that can be any number. So
# it keeps its sum as it is. With tanh on the output node the bank could never predict more than one
# transaction, and with relu it could never predict a negative number.
#
# **Before you run the next cell:** without an activation the output was 9. Will it be larger or
# smaller now?

# %%
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
bank_weights_test = {
    "node_0": np.array([1, 1]),
    "node_1": np.array([-1, 1]),
    "output": np.array([2, -1]),
}
x_test = np.array([4, 1])
said_test = "forward_with_activation([4, 1], weights, toolbox.tanh)"
network_answer = checks.call(
    forward_with_activation, x_test, bank_weights_test, toolbox.tanh, said=said_test
)
if np.shape(network_answer.value) == (2,):
    network_answer.is_not(
        np.tanh([5, -3]), "These are the hidden nodes. Which step comes after them?"
    )
network_answer.is_number()
network_answer.is_not(
    13, "That is the network without an activation. Where does `activation` come in?"
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
print("forward_with_activation works here. The hidden tests try other weights and activations.")


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
# ### A second network, and a pair of brackets too many
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
# ### What does an output of 0 mean?
#
# Another bank wants to know whether it should grant a loan. In its data the **label** of a past
# customer is 1 when the loan was granted and 0 when it was not. The inputs are the age, and whether
# the customer is retired (0 or 1). Somebody has built this network. The customer is 40 years old
# and not retired:

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
    print(name, " hidden:", hidden, f" output: {output:g}")

# %% [markdown]
# With tanh both hidden nodes are saturated: 40 is so far from 0 that the result is 1, as exactly as
# the computer can write it. A customer of 50 would look the same to them.
#
# You may read of this network: "the output is 0, which means that the loan is granted". Two things
# are wrong with that. First, 0 and 1 mean what the labels say, and here 0 is the label for *not*
# granted. Second, the output of such a network is not a probability: without a sigmoid at its end
# it can be any number, such as the 9 and the 52 of this unit.

# %% [markdown]
# ### Quick question 1 (1 point)
#
# So what does the output 0 tell us about this customer? Try some other customers first: change
# `inputs` in the cell above.
#
# - **a**: the probability that they get the loan is 0 %
# - **b**: that an activation was used: with identity, customers of other ages get other outputs
# - **c**: nothing: both hidden nodes always hold the same number, and the output subtracts one from
#   the other


# %% nbgrader={"grade": false, "grade_id": "question_1", "locked": false, "schema_version": 3, "solution": true, "task": false}
def question_1():
    """Return the letter of your answer in quotes, such as return "a"."""
    ### BEGIN SOLUTION
    return "c"
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "question_1_test", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
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
# ## 7. The proof: two layers without an activation are one
#
# In section 1 you multiplied out brackets for one small network. The same works for all networks of
# this kind, of any size.
#
# A layer without an activation is a matrix product, as in unit 02. We add a **bias**: one number
# for each node, which is added to its sum, like `b` in unit 01. Layers are counted from 1 here,
# because 0 is the input:
#
# - first layer: $H = X W_1 + b_1$. The table $H$ holds what the hidden nodes send on, one row for
#   each customer. The bias $b_1$ is added to **every row** of $X W_1$;
# - second layer: $Y = H W_2 + b_2$.
#
# Put the first line into the second:
#
# $$Y = (X W_1 + b_1) \, W_2 + b_2$$
#
# Now the bracket. A matrix product only multiplies and adds, so a bracket is multiplied out as with
# plain numbers: $(X W_1 + b_1) \, W_2$ is $X W_1 W_2 + b_1 W_2$. In $b_1 W_2$ a vector stands in
# front of a table. It counts as one row: `b1 @ W2` sends this row through the second layer, and the
# result is a vector again, with one number for each output node.
#
# The next cell does it both ways, with numbers and without $b_2$. **Before you run it:** the first
# bias is 10 and 20, and the weights of the output node are 3 and 1. What does the output node make
# of the bias?

# %%
small_X = np.array([[1, 2], [3, 0]])
small_W1, small_b1 = np.array([[1, 0], [2, 1]]), np.array([10, 20])
small_W2 = np.array([[3], [1]])
print("the bias through the second layer:", small_b1 @ small_W2)
print("with the bracket:")
print((small_X @ small_W1 + small_b1) @ small_W2)
print("multiplied out:")
print(small_X @ small_W1 @ small_W2 + small_b1 @ small_W2)

# %% [markdown]
# Both ways give the same. Now collect what belongs together:
#
# $$Y = X \, (W_1 W_2) + (b_1 W_2 + b_2)$$
#
# On the right stands **one** layer. Its weights are the first bracket, and its bias is the second.
# The order matters: `W1 @ W2` is not `W2 @ W1`.
#
# **Before you go on:** 3 inputs, 4 hidden nodes, 2 outputs. `W1` has the shape `(3, 4)` and `W2`
# has the shape `(4, 2)`. Which shapes do the weights and the bias of the one layer have?

# %% [markdown]
# ### Exercise 6: collapse two layers into one (2 points)
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
W1_test, b1_test = np.array([[1, 2], [0, 1]]), np.array([1, 2])
W2_test, b2_test = np.array([[2, 1], [3, 1]]), np.array([10, 20])
both_answer = checks.call(
    collapse, W1_test, b1_test, W2_test, b2_test, said="collapse(W1, b1, W2, b2)"
)
both_answer.has_parts(2, "W and b")
W_answer = both_answer.item(0, "W").is_array((2, 2))
W_answer.is_not(
    W2_test @ W1_test, "The order is turned round. Which layer do the rows of X meet first?"
)
W_answer.is_not(
    W1_test * W2_test,
    "These are products number by number. Which sign stands for a matrix product?",
)
W_answer.is_not(W1_test + W2_test, "The weights were added. What does X meet first, and what then?")
W_answer.equals([[8, 3], [3, 1]])
b_answer = both_answer.item(1, "b").is_array((2,))
b_answer.is_not(
    b1_test + b2_test, "The first bias goes through the second layer too. What happens to it there?"
)
b_answer.is_not(b2_test, "The first bias is lost. Which way does it take to the output?")
b_answer.is_not(b1_test @ W2_test, "The second bias is lost. Where is it added?")
b_answer.is_not(
    W2_test @ b1_test + b2_test, "Does b1 stand on the same side of W2 as in the formula?"
)
b_answer.is_not(
    (b1_test + b2_test) @ W2_test,
    "The second bias went through the second layer. When is it added?",
)
b_answer.equals([18, 23])
both_answer.keeps_inputs()
W1_test, b1_test = np.array([[1, 0], [2, 1], [0, -1]]), np.array([3, 5])
W2_test, b2_test = np.array([[2], [4]]), np.array([7])
said_test = "collapse for 3 inputs, 2 hidden nodes and 1 output"
both_answer = checks.call(collapse, W1_test, b1_test, W2_test, b2_test, said=said_test)
both_answer.has_parts(2, "W and b")
both_answer.item(0, "W").is_array((3, 1)).equals([[2], [8], [-4]])
both_answer.item(1, "b").is_array((1,)).equals([33])
print("collapse works here. The hidden tests try other sizes, and send data through both networks.")

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

# %% [markdown]
# ## 8. What one bend is good for
#
# In unit 01 the straight line failed at the bank for one reason: a thousand more on the account
# means many more transactions for a customer who is not retired (about 8), and hardly any for a
# retired one (about 1). The line had to give both the same slope.
#
# One relu node is enough to do better. Look at its sum in the next cell. The balance is between 0
# and 10 (thousand), and `retired` is 0 or 1. **Before you run the cell:** for which customers is
# the node switched off?


# %%
def transactions(balance, retired):
    node = toolbox.relu(balance - 10 * retired)
    return 25 + 1 * balance + 39 * retired + 7 * node


for retired in (0, 1):
    before, after = transactions(2, retired), transactions(3, retired)
    print(f"retired {retired}: balance 2 -> {before}, balance 3 -> {after}, gain {after - before}")

# %% [markdown]
# For a retired customer the node's sum is never positive, so relu sends on 0, and only the gain of
# 1 remains. For a customer who is not retired the node passes the balance on, with the weight 7.
# The two lines are no longer parallel. They start at 25 and at 64, about where the lines of the two
# groups started in unit 01. We have chosen these weights by hand. In unit 06 the network will find
# such weights by itself.

# %% [markdown]
# ## What you have learned
#
# - A node takes two steps: the sum $z$, then the activation, $a = f(z)$.
# - relu stops negative numbers, tanh goes from -1 to 1, sigmoid from 0 to 1. softmax turns a row
#   into shares of 1.
# - Formulas with $e^z$ can overflow. Rewrite them so that the power is never positive.
# - The hidden nodes get an activation. The output node gets what its meaning asks for: none for a
#   number, sigmoid for a probability, softmax for shares.
# - Without an activation, any stack of layers equals one layer.
#
# ## Go further
#
# - tanh and sigmoid are the same curve in different sizes. The cell below prints `tanh(z)`, and
#   below it `2 * sigmoid(2 * z) - 1`. Try other numbers.
# - Change the weights of the loan network so that two customers get different outputs. Then put
#   `toolbox.sigmoid` around the output. What does 0.5 mean?
# - relu has relatives that are not quite flat on the left, such as *leaky relu*. Can you write one
#   with `np.where`?

# %%
z = np.array([-2.0, 0.5, 1.0])
print(toolbox.tanh(z).round(6))
print((2 * toolbox.sigmoid(2 * z) - 1).round(6))
