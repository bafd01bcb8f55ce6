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
# ## Sitting c: the gradient check
#
# **The question of this sitting: how can you trust code whose mistakes do not crash?**
#
# In sitting b you wrote `backward`, which finds the slopes of all weights. A wrong sign in it, a
# forgotten factor: nothing crashes, and the numbers look as good as any. So everybody who writes
# such code checks it.
#
# When you are done with this sitting, you will be able to
#
# - check slopes with one number;
# - say what that number means, and when it misleads;
# - find mistakes that hide very well.
#
# Time: about 40 minutes. Points: 3. A word that you do not know? Look it up in the
# [glossary](../glossary.md).

# %%
import numpy as np

from course import checks, toolbox

# %% [markdown]
# ## 1. Two ways to the same slopes
#
# You know a tool that needs no rule at all: `toolbox.numerical_slope` makes tiny steps. It is slow,
# but on a small network that does not matter. The next cell builds one, with tanh in its hidden
# layer, and finds the slopes of its first four weights in both ways.

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
# (`W.ravel()` writes the numbers of a table one after the other, and `reshape` turns them into a
# table again, because `numerical_slope` steps along a simple array. The name `_` is for what one
# does not need.)
#
# ## 2. One number
#
# Looking is fine for four numbers. For more, one wants one number that says how far apart two
# arrays `g` and `m` (for *measured*) are. The largest difference alone will not do: a difference
# of 0.01 is tiny beside slopes of 1,000 and huge beside slopes of 0.01. So it is divided by the
# size of the slopes:
#
# $$\frac{\text{largest } |g - m|}{\text{largest } (|g| + |m|)}$$
#
# The bars mean "without the sign"; NumPy writes `np.abs`. An example: for `g = [1, -8]` and
# `m = [3, -5]` the differences are 2 and 3 without their signs, and the largest is 3. At the bottom
# stand $1 + 3 = 4$ and $8 + 5 = 13$, and the largest is 13. The result is $3 / 13$.
#
# One thing remains: when all slopes are 0, the bottom is 0, too, and one must not divide by it.
# So if the bottom is less than `1e-12` (that is 0.000000000001), we divide by `1e-12` instead.

# %% [markdown]
# ### Exercise 4: the gradient check (2 points)
#
# Write the function `gradient_check`. It takes two arrays of the same shape and returns the
# number above. `np.max` finds the largest number in an array of any shape, such as a table. And
# Python's `max(a, b)` is the larger of two numbers.


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
        1e-12 if that is larger. For [1, -8] and [3, -5] this is 3 / 13.
    """
    ### BEGIN SOLUTION
    difference = np.max(np.abs(gradient - numerical))
    size = np.max(np.abs(gradient) + np.abs(numerical))
    return difference / max(size, 1e-12)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "gradient_check_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check gradient_check: arrays, a table, zeros and tiny numbers. Run this cell.
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
apart_answer.is_number()
apart_answer.is_not(4, "That is the largest difference. What should it be divided by?")
for mistake_test in (3, 3 / 16):
    apart_answer.is_not(
        mistake_test, "At the top, -4 was taken for less than 3. Where do the bars stand?"
    )
apart_answer.is_not(4 / 6, "The size below the line lost its bars. What is |-9| + |-7|?")
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
apart_answer = checks.call(gradient_check, np.array([4.0, -1.0, 0.5]), np.array([-2.0, 5.0, 0.5]))
apart_answer.is_not(
    2 / 3,
    "At the bottom, the largest of one gradient met the largest of the other, from another place. "
    "Which comes first there: adding, or looking for the largest?",
)
apart_answer.is_not(1.5, "At the bottom 4 and -2 were added up to 2. Where do the bars stand?")
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
# ## 3. What a check finds
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
# ```
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
# **Before you run it:** which of the mistakes could you find by looking at the slopes alone?


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
show_check("too early, lr = 0.01", slopes_of_first_weights(lr=0.01))

# %% [markdown]
# How to read the number:
#
# - about 0.000001 or less: the code is right. What is left is rounding;
# - 0.001 or more: something is wrong, in the code or in the check;
# - in between: look again, with other weights and other inputs. A mistake may be small, as in the
#   last line.
#
# And *updated too early*? The smaller the learning rate, the smaller the mistake. On the bank's
# customers of sitting d with a rate of 0.1, a network with this mistake learns just as well as a
# right one, and nobody notices anything. With 0.3 a right one still learns, and the one with the
# mistake runs away: its numbers grow until they are no numbers any more. The check sees the mistake
# at once.
#
# **When the check itself misleads.** Do you remember the kink of relu? If a sum is *exactly* 0,
# there is no one slope. By agreement `backward` takes 0, but tiny steps to both sides measure 0.5:

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
# Look at the five lines of section 3 again, the order in which the last layer is updated too early.
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
# - A gradient check compares the slopes of `backward` with measured ones, and says in one number how
#   far apart they are.
# - It finds mistakes that neither crash nor show in the results.
# - All slopes first, then all updates.
#
# Now that the slopes can be trusted, you train a network with them:
# [06d: the bank again](06d_the_bank_again.ipynb).
