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
# # Unit 06b: The whole network
#
# **The question of this notebook: how do a few lines find all slopes, and can you trust them?**
#
# In 06a you carried the blame back through one layer. Now a loop carries it through a whole
# network. A wrong sign in such code, or a forgotten factor: nothing crashes, and the numbers look
# as good as any. So everybody who writes it checks it, and so do you.
#
# When you are done with this notebook, you will be able to
#
# - find the slopes of all weights of any network;
# - check slopes with one number, and say when that number misleads;
# - find mistakes that hide very well.
#
# Time: about 45 minutes. Points: 6. A word that you do not know? Look it up in the
# [glossary](../glossary.md).

# %%
import numpy as np

from course import checks, toolbox

# %% [markdown]
# ## 1. The whole network
#
# The three rules of 06a, once more:
#
# 1. Blame flows backward over the edges, times their weights.
# 2. The slope along a weight is what came in from the left, times the blame on the right.
# 3. The blame of a sum `z` is the blame of `a = activation(z)`, times the slope of the activation
#    at `z`.
#
# `toolbox.backward_layer` does rules 1 and 2 for a layer.
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
#    - through the layer: `toolbox.backward_layer(dZ, A_prev, W)` gives `dW`, `db`, and the `dA`
#      for the layer before. `A_prev` is what the layer receives.
#
# Python counts backward with `reversed(range(3))`, which gives 2, 1, 0. For three layers, that is:
# in the place of the 3 belongs the number of layers. `k` must be a number, and no layer: you need
# it for `Zs[k]`, `As[k]` and `derivatives[k]`. And `a_list.insert(0, thing)` puts a thing at the
# front of a list. `append` puts it at the end.

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
# Check backward: two layers, then three, then one with a sigmoid. Run this cell.
from course import checks

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
checks.that(
    not isinstance(backward_answer.value, tuple | list)
    or len(backward_answer.value) != 4
    or not all(isinstance(part_test, np.ndarray) for part_test in backward_answer.value),
    "backward returns 4 arrays one after the other, and 2 pairs are asked for. What makes one pair "
    "of a dW and its db, before it goes into the list?",
)
backward_answer.has_parts(2, "one pair (dW, db) for each layer")
backward_answer.keeps_inputs(
    "Nothing is updated here, so all lists and arrays stay as they came in. Which line writes into "
    "one of them?"
)
last_answer = backward_answer.item(1, "the pair of the last layer").has_parts(2, "dW and db")
first_answer = backward_answer.item(0, "the pair of the first layer").has_parts(2, "dW and db")
dW_answer = last_answer.item(0, "dW of the last layer")
dW_answer.is_not(
    [[22, 5], [4, -15]],
    "These are the slopes of the first layer. At which end of the list do you put each pair?",
)
dW_answer.is_not([4, 2], "That is db. In which order does backward_layer return its three arrays?")
checks.that(
    np.ndim(dW_answer.value) != 3,
    "dW of the last layer consists of several tables. A whole list went into the error, and one of "
    "its tables is the prediction. Which place in As has it?",
)
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
dW_answer.is_not(
    [[8, 2], [6, -6]],
    "The loop went from the first layer to the last. At which end does the blame come in?",
)
dW_answer.is_not(
    [[13, -1], [6, -22]], "X was compared with Y. Which place in As holds the prediction?"
)
dW_answer.is_not(
    [[28, 69], [-12, 66]], "Only Y was divided in dA. Which brackets does the error need?"
)
for factor_test in (0.25, 0.5, 1, 2):
    dW_answer.is_not(
        factor_test * np.array([[152, 288], [16, 64]]),
        "The errors are squared in dA. What is the slope of a square?",
    )
dW_answer.is_not(
    [[6, 6], [4, 4]],
    "Every sum of the last layer has the blame 1 here, whatever the errors are. Where does dA come "
    "into dZ?",
)
for blame_test in (0.5, 0.75, 1.5, 3, 6, 12, 24, 7.5, 15, 30, 60, 120, 240, 30**0.5):
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
hint_test = (
    "The arrays in the brackets of backward_layer have changed places. What is each of its three "
    "for, and in which order does it take them?"
)
for mistake_test in (
    [[-2, -6], [7, 6]],
    [[-2, 4], [10, 4]],
    [[-2, 10], [4, 4]],
    [[-2, 7], [-6, 6]],
):
    dW_answer.is_not(mistake_test, hint_test)
dW_answer.is_not(
    [[14, 4], [12, -8]],
    "Rows and columns have changed places: dZ stands where As[k] belongs. Which of them comes first?",
)
dW_answer.is_not(
    [[44, 24], [-8, -80]],
    "dA was multiplied by the sums themselves. What does rule 3 need: the sum, or the slope of the "
    "activation there?",
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
    dW_answer = pair_answer.item(0, f"dW of layer {k_test}")
    for other_test in ([[24]], [[20]]):
        dW_answer.is_not(
            other_test,
            "These are the slopes of another layer. In which order do the pairs come into the list?",
        )
    dW_answer.equals(expected_test)
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
    [[0, 0]],
    "Every sum is 0 here, and every output is one half. Which of the two is the prediction?",
)
dW_answer.is_not(
    [[0.1175019, 0.1175019]], "The derivative got what comes after the activation. Is that z?"
)
dW_answer.is_not(
    [[0.03125, 0.03125]],
    "The derivative of the activation came in twice. How often does blame pass it in a layer?",
)
dW_answer.is_not(
    [[0.123067, 0.123067]], "The derivative got the derivative. At which number is it taken?"
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
    said_test = f"backward of a network with {', '.join(names_test)}"
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
            slopes_answer = both_answer.item(
                part_test, f"{('dW', 'db')[part_test]} of layer {k_test}"
            ).is_array(array_test.shape)
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
# ## 2. Two ways to the same slopes
#
# You know a tool that needs no rule at all: `toolbox.numerical_slope` makes tiny steps. It is slow,
# but on a small network that does not matter. The next cell builds one, with tanh in its hidden
# layer, and finds the slopes of its first four weights in both ways.
#
# `numerical_slope` steps along a simple array, but the weights are a table. So `W.ravel()` writes
# the numbers of a table one after the other, and `reshape` turns them into a table again. The name
# `_` is for what one does not need.

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
gradients = toolbox.backward(Y_small, small, small_derivatives, small_Zs, small_As)
by_backward, _ = gradients[0]  # dW and db of the first layer
by_steps = toolbox.numerical_slope(cost_of_first_weights, small[0][0].ravel()).reshape(2, 2)
print("by backward:")
print(by_backward.round(5))
print("by tiny steps:")
print(by_steps.round(5))

# %% [markdown]
# ## 3. One number
#
# Looking is fine for four numbers. For more, one wants one number that says how far apart two
# arrays `g` and `m` (for *measured*) are. The largest difference alone will not do: a difference
# of 0.01 is tiny beside slopes of 1,000 and huge beside slopes of 0.01. So it is divided by the
# size of the slopes:
#
# $$\frac{\text{largest } |g - m|}{\text{largest } (|g| + |m|)}$$
#
# The bars mean "without the sign"; NumPy writes `np.abs`. An example: for `g = [6, -1]` and
# `m = [3, -5]` the differences are 3 and 4 without their signs, and the largest is 4. At the bottom
# stand $6 + 3 = 9$ and $1 + 5 = 6$, and the largest is 9. The result is $4 / 9$.
#
# One thing remains: when all slopes are 0, the bottom is 0, too, and one must not divide by it.
# So if the bottom is less than `1e-12` (that is 0.000000000001), we divide by `1e-12` instead.

# %% [markdown]
# ### Exercise 4: the gradient check (2 points)
#
# Write the function `gradient_check`. It takes two arrays of the same shape and returns the
# number above: here `g` is called `gradient`, and `m` is called `numerical`. `np.max` finds the
# largest number in an array of any shape, such as a table. And Python's `max(a, b)` is the larger
# of two numbers.


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
        1e-12 if that is larger. For [6, -1] and [3, -5] this is 4 / 9.
    """
    ### BEGIN SOLUTION
    difference = np.max(np.abs(gradient - numerical))
    size = np.max(np.abs(gradient) + np.abs(numerical))
    return difference / max(size, 1e-12)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "gradient_check_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check gradient_check: arrays, a table, zeros and tiny numbers. Run this cell.
from course import checks

apart_answer = checks.call(gradient_check, np.array([1.0, -9.0, 2.0]), np.array([5.0, -7.0, -1.0]))
if np.shape(apart_answer.value) == (3,):
    apart_answer.is_not(
        [4 / 6, 2 / 16, 1], "That is a share for each slope. Which one number is asked for?"
    )
    apart_answer.is_not(
        [4 / 16, 2 / 16, 3 / 16], "The top is still an array. Which of its numbers is asked for?"
    )
    apart_answer.is_not(
        [4 / 6, 4 / 16, 4 / 3], "The bottom is still an array. Which of its numbers is asked for?"
    )
checks.that(
    not isinstance(apart_answer.value, bool | np.bool_),
    "gradient_check gives True or False. Which number is asked for, before anything is compared?",
)
apart_answer.is_number()
apart_answer.is_not(
    3 / 7,
    "The largest numbers were looked for before the signs were dropped. Which comes first?",
)
apart_answer.is_not(4e-12, "It was divided by 1e12. Which number is 0.000000000001?")
if apart_answer.value == 4:  # two mistakes give this number
    other_answer = checks.call(gradient_check, np.array([1.0, -8.0]), np.array([3.0, -5.0]))
    other_answer.is_not(3, "That is the largest difference. What should it be divided by?")
    other_answer.is_not(13 / 3, "The fraction is upside down. What stands below the line?")
    other_answer.equals(3 / 13)
apart_answer.is_not(4, "That is the largest difference. What should it be divided by?")
apart_answer.is_not(25, "That is a share in percent. What is 4 divided by 16?")
for mistake_test in (3, 3 / 16, -3 / 16):
    apart_answer.is_not(
        mistake_test,
        "The largest |g - m| is 4, and 3 stands at the top. In which order are the steps taken: "
        "subtract, drop the sign, look for the largest?",
    )
apart_answer.is_not(
    0.125, "The signs were dropped before subtracting. What stands between the bars at the top?"
)
apart_answer.is_not(
    4e12, "The bottom is 1e-12 here, although 16 is larger. When should 1e-12 stand there?"
)
apart_answer.is_not(
    4 / 6, "4 was divided by 6, the size at the first place. Where is |g| + |m| largest?"
)
apart_answer.is_not(0.5, "Bars are missing at the top and at the bottom. What is |1 - 5|?")
apart_answer.is_not(1, "Each slope was divided by its own size. Which largest numbers are meant?")
for mistake_test in (4 / 9, 4 / 7):
    apart_answer.is_not(
        mistake_test,
        "It was divided by the largest of one gradient alone. What stands below the line?",
    )
apart_answer.is_not(
    9 / 25, "That is a share of means or of sums. Could one bad slope hide in a mean?"
)
apart_answer.is_not(12 / 25, "The bottom is a mean. What is asked for there?")
apart_answer.is_not(
    4 / 9 + 7, "Only one part of the bottom stands below the line. Which brackets are needed?"
)
apart_answer.equals(1 / 4, "Work out the top and the bottom by hand: which of them is different?")
apart_answer.keeps_inputs()
apart_answer = checks.call(gradient_check, np.array([4.0, -1.0, 0.5]), np.array([-3.0, 5.0, 0.5]))
apart_answer.is_not(
    7 / 9,
    "At the bottom, the largest of one gradient met the largest of the other, from another place. "
    "Which comes first there: adding, or looking for the largest?",
)
apart_answer.is_not(7 / 4, "At the bottom 4 and -3 were added up to 1. Where do the bars stand?")
apart_answer.is_not(
    4 / 7, "The signs were dropped before subtracting. What stands between the bars at the top?"
)
apart_answer.equals(1, "Work out the top and the bottom by hand: which of them is different?")
with np.errstate(all="ignore"):
    zeros_answer = checks.call(gradient_check, np.zeros(2), np.zeros(2)).is_number()
checks.that(
    not np.isnan(zeros_answer.value), "For zeros it divides 0 by 0. What should stand below then?"
)
zeros_answer.equals(0)
table_test = np.array([[1.0, -9.0], [2.0, 0.0]])
table_answer = checks.call(
    gradient_check, table_test, -table_test, said="gradient_check of two tables"
)
table_answer.is_number().equals(1)
tiny_answer = checks.call(gradient_check, np.array([3e-13, 0.0]), np.array([1e-13, 0.0]))
tiny_answer.is_not(1 / 7, "Is 1e-12 added to the bottom, or does it take the bottom's place?")
tiny_answer.equals(0.2, "The bottom is less than 1e-12 here. What should stand there instead?")
checks.passed("gradient_check works here. The hidden tests try tables, equal arrays, tiny numbers.")

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
# ## 4. What a check finds
#
# Here are three mistakes that one meets in published code, and what they do to the four slopes from
# above:
#
# - **the sign is reversed** (`Y - As[-1]`): then every step goes uphill;
# - **the derivative of the activation is forgotten**: the blame of `a` is taken for the blame of
#   `z`;
# - **the last layer is updated too early**: the code goes backward layer by layer, but changes the
#   weights of the last layer before it carries the blame through them.
#
# The last one hides best. This is its order:
#
# ```text
# 1  find dW and db of the last layer
# 2  last layer: W = W - lr * dW
# 3  carry the blame back through the last layer's W to the hidden nodes
# 4  find dW and db of the first layer
# 5  first layer: W = W - lr * dW
# ```
#
# In line 3, `W` is no longer the weight with which the prediction was made.
#
# The next cell makes these mistakes on purpose. (You need not read its function.) The last one is
# made with two learning rates. `toolbox.gradient_check` is the course's own copy of your function.
#
# **Before you run it:** imagine that you see the slopes, and not the check. Which of the mistakes
# would you find?


# %%
def slopes_of_first_weights(sign=1, with_derivative=True, lr=0.0):
    (W1, _), (W2, _) = small
    blame = sign * 2 * (small_As[2] - Y_small) / 3
    W2 = W2 - lr * toolbox.backward_layer(blame, small_As[1], W2)[0]  # too early, unless lr is 0
    hidden_blame = toolbox.backward_layer(blame, small_As[1], W2)[2]
    if with_derivative:
        hidden_blame = hidden_blame * toolbox.tanh_derivative(small_Zs[0])
    return toolbox.backward_layer(hidden_blame, X_small, W1)[0]


def show_check(name, slopes):
    check = toolbox.gradient_check(slopes, by_steps)
    print(f"{name}: check {check:.12f}, slopes", slopes.ravel().round(3))


show_check("all is right", slopes_of_first_weights())
show_check("sign reversed", slopes_of_first_weights(sign=-1))
show_check("no derivative", slopes_of_first_weights(with_derivative=False))
show_check("too early, lr = 0.5", slopes_of_first_weights(lr=0.5))
show_check("too early, lr = 0.001", slopes_of_first_weights(lr=0.001))

# %% [markdown]
# The slopes alone tell you little: only beside the right ones is a mistake seen, and in the last line
# not even there. That is what the number is for. How to read it:
#
# - about 0.000001 or less: the code is right. What is left is rounding;
# - 0.001 or more: something is wrong, in the code or in the check;
# - in between: look again, with other weights and other inputs. A mistake may be small, as in the
#   last line.
#
# And *updated too early*? The smaller the learning rate, the smaller the mistake. On the bank's
# customers, which come back in 06c, with a rate of 0.1, a network with this mistake learns just as
# well as a right one, and nobody notices anything. With 0.3, from the start that 06c takes, a right
# one still learns, and the one with the mistake runs away: its numbers grow until they are no
# numbers any more. On the small network above, the check shows about 0.02 with a rate of 0.1, and 0.07 with
# 0.3. So at such rates it sees the mistake. At 0.001, as in the last line, it shows only 0.0002:
# that is why one looks again at a number in between.
#
# **When the check itself misleads.** Do you remember the kink of relu? If a sum is *exactly* 0,
# there is no one slope. By agreement `backward` takes 0, but tiny steps to both sides measure 0.5.
# (`lambda z: ...` writes a small function in one line, without a name.)

# %%
at_zero = np.array([0.0])
print("by agreement: ", toolbox.relu_derivative(at_zero))
print("by tiny steps:", toolbox.numerical_slope(lambda z: toolbox.relu(z[0]), at_zero))

# %% [markdown]
# Then the number is large, up to 1, although the code is right. It happens easily: a customer whose
# inputs are all 0, with biases that are 0, gives such sums. So one checks with random inputs,
# weights and biases, for which no sum is exactly 0. Or with tanh, which has no kink.

# %% [markdown]
# ### Quick question 1 (1 point)
#
# Look at the five lines of section 4 again, the order in which the last layer is updated too early.
# How can they be put right, with as few changes as possible?
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
# Check question 1: is your answer one of the letters? Run this cell.
from course import checks

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
# ## What you have learned
#
# - The whole network back is a loop over its layers, from the last to the first, with the slope of
#   the activation in each.
# - A gradient check compares these slopes with measured ones. It finds mistakes that neither crash
#   nor show in the results.
# - All slopes first, then all updates.
#
# Now that the slopes can be trusted, you train a network with them:
# [06c: the bank again](06c_bank_again.ipynb).
