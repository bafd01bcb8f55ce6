# ---
# jupyter:
#   autograder:
#     assignment: 05_gradient_descent
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
# # Unit 05b: The slope by trying
#
# **The question of this notebook: how do you find a slope when you have no formula for it?**
#
# In 05a you worked out a formula for the slope of the mean squared error. Was it right? And
# what about other costs? There is a second way to a slope, and it needs no formula at all. With it
# you can check any formula. Unit 06 will need that.
#
# When you are done with this notebook, you will be able to
#
# - measure the slope of any cost by tiny steps;
# - say why it matters with which cost a model is trained.
#
# Time: about 30 minutes. Points: 3. A word that you do not know? Look it up in the
# [glossary](../glossary.md).

# %%
import numpy as np

from course import checks, toolbox
from course.figures.descent import draw_costs

# %% [markdown]
# ## 1. Tiny steps
#
# Here are the four customers again, and the mean squared error as a function of the one weight:

# %%
accounts = np.array([1.0, 2.0, 3.0, 4.0])  # this is x
transactions = np.array([7.0, 19.0, 31.0, 45.0])  # this is y


def mse_at(weight):
    return toolbox.mean_squared_error(transactions, weight * accounts)


print("MSE at w = 10:  ", mse_at(10))
print("MSE at w = 10.1:", round(mse_at(10.1), 3))

# %% [markdown]
# The weight grew by 0.1. The cost changed from 9 to 8.175, which is a change of -0.825. The slope is
# the change of the cost divided by the change of the weight: $-0.825 / 0.1 = -8.25$. The formula
# said -9. So we are near, but not there: on the way from 10 to 10.1 the curve becomes flatter.
#
# The step should be smaller, then. And there is a trick: make a step of size `h` to the right, and
# one to the left, and compare the two places.
#
# $$\text{slope} \approx \frac{\text{cost}(w + h) - \text{cost}(w - h)}{2 h}$$
#
# The two places are `2 * h` apart. So that is what the difference is divided by.
#
# **Before you run the next cell:** which of its two numbers will be nearer to -9?

# %%
tiny = 0.01  # this is h
print("one side:  ", round((mse_at(10 + tiny) - mse_at(10)) / tiny, 6))
print("both sides:", round((mse_at(10 + tiny) - mse_at(10 - tiny)) / (2 * tiny), 6))

# %% [markdown]
# With several weights you step with **one weight at a time**, while all others stay where they are.
# For the weights `[5, 7]` and `h = 0.1`:
#
# - the slope along weight 0 needs the cost at `[5.1, 7]` and at `[4.9, 7]`;
# - the slope along weight 1 needs the cost at `[5, 7.1]` and at `[5, 6.9]`.
#
# That is slow: two costs for each weight. But it works for every cost. (Books call it *finite
# differences*.)

# %% [markdown]
# ### Exercise 3: the slope by trying (2 points)
#
# Write the function `numerical_slope`. It takes three things: `cost`, the weights `w` and the size
# `h` of the step. `cost` is a function, such as `mse_at` above. `mse_at` got a single number; `cost`
# gets an array of weights, as in `cost(w)`, even where there is one weight only. It returns one
# number. Return an array with one slope for each weight: `slopes = np.zeros(len(w))` makes room for
# them.
#
# A hint: `step = np.zeros(len(w))` followed by `step[i] = h` is a step along weight `i` alone.
# `w + step` is a new array, so `w` stays as it is. (It also works where `w` holds whole numbers. A
# copy of such an array cannot hold 1.1: what is put into it becomes a whole number.) And `range(len(w))` counts the weights: 0, 1, ...
#
# (In the first line of the function, `h=1e-5` is a *default*: whoever calls the function without an
# `h` gets this one. `1e-5` is Python's way to write 0.00001. Inside the function, use the name `h`.)


# %% nbgrader={"grade": false, "grade_id": "numerical_slope", "locked": false, "schema_version": 3, "solution": true, "task": false}
def numerical_slope(cost, w, h=1e-5):
    """Return the slope of `cost` at `w`, measured by small steps to both sides.

    Parameters
    ----------
    cost : function
        Takes an array like `w` and returns a number.
    w : array of shape (n,)
        Where to measure.
    h : float
        The size of the step.

    Returns
    -------
    array of shape (n,)
        For a cost of w[0] ** 2 + 3 * w[1] and w = [1, 2] this is [2, 3].
    """
    ### BEGIN SOLUTION
    slopes = []
    for step in h * np.eye(len(w)):
        slopes.append((cost(w + step) - cost(w - step)) / (2 * h))
    return np.array(slopes)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "numerical_slope_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check numerical_slope: a cost of two weights, then other costs. Run this cell.
from course import checks


def cost_test(w):
    w_test = np.ravel(w)  # a single number, too, has a first weight and a last one here
    return w_test[0] ** 2 + 3 * w_test[-1]


with np.errstate(all="ignore"):
    slopes_answer = checks.call(
        numerical_slope, cost_test, np.array([1.0, 2.0]), 0.1, said="numerical_slope, h = 0.1,"
    )
if np.shape(slopes_answer.value) == ():
    slopes_answer.is_not(
        2, "That is the slope along weight 0 alone. Does `return` stand inside the loop?"
    )
    slopes_answer.is_not(
        3, "That is the slope along the last weight. Where do you keep the others?"
    )
    slopes_answer.is_not(
        5,
        "That is the slopes of all weights added up, as when all weights step together. Where does "
        "each weight keep a slope of its own?",
    )
if np.shape(slopes_answer.value) == (2, 2):
    checks.that(
        np.all(np.isfinite(slopes_answer.value)),
        "numerical_slope divides a difference of costs by a whole array with zeros in it. Which "
        "single number stands below the line?",
    )
slopes_answer.is_array((2,))
slopes_answer.is_not(
    [0, 0],
    "Both costs were taken at the same place. Are there two arrays, or two names for one array?",
)
slopes_answer.is_not(
    [5, 7],
    "`cost` was called with a single number. Which array has all weights, of which one has moved?",
)
slopes_answer.is_not(
    [5, 5], "All weights step together. Should the others not stay where they are?"
)
slopes_answer.is_not(
    [2, 5],
    "The step along weight 0 is still there when weight 1 steps. Where is the step made anew?",
)
slopes_answer.is_not(
    [-26.84, -26.2],
    "Only the second cost was divided. Which brackets does the difference of the costs need?",
)
slopes_answer.is_not([0, 3], "The steps were made from 0. From where should they be made?")
for mistake_test in ([1.05, 1.5], [0.95, 1.5]):
    slopes_answer.is_not(
        mistake_test, "The two places are h apart, and not 2 h. Where does each of them lie?"
    )
slopes_answer.is_not([4, 6], "That is twice too large. How far apart are the two places?")
slopes_answer.is_not([2.1, 3], "That is a step to one side only. Which second place do you need?")
slopes_answer.is_not([1.9, 3], "That is a step to one side only. Which second place do you need?")
slopes_answer.is_not([-2, -3], "The sign is reversed. Which cost is subtracted from which?")
slopes_answer.is_not(
    [20, 30], "The steps have the length 1, and 2 h stands below the line. How long is a step?"
)
slopes_answer.is_not(
    [2, 2],
    "Both are slopes along weight 0. Which weight should move in the second round of the loop?",
)
slopes_answer.is_not(
    [0.2, 0.3], "The difference of the costs was divided by 2. How far apart are the two places?"
)
slopes_answer.is_not([0.4, 0.6], "That is a difference of costs. What is it divided by?")
slopes_answer.is_not(
    [0.02, 0.03], "That was divided by 2, then multiplied by h. What stands below the line?"
)
slopes_answer.equals([2, 3], "Work it out by hand for each weight: where does it differ?")
slopes_answer.keeps_inputs()
checks.call(
    numerical_slope, lambda w: w[0] ** 3, np.array([1.0]), said="numerical_slope of w ** 3 at w = 1"
).equals([3], "Did you use h everywhere, and not a number of your own?")
checks.call(
    numerical_slope,
    lambda w: w[0] ** 3,
    np.array([1.0]),
    0.5,
    said="numerical_slope of w ** 3 at w = 1, with h = 0.5,",
).equals([3.25], "Did you use h everywhere, and not a number of your own?")
checks.call(
    numerical_slope,
    cost_test,
    np.array([1, 2]),
    0.1,
    said="numerical_slope at [1, 2], whole numbers,",
).equals(
    [2, 3],
    "An array that is made like w (a copy, `zeros_like`) can hold whole numbers only. What becomes "
    "of h in it?",
)
checks.passed("numerical_slope works. The hidden tests try other costs, more weights, other steps.")

# %% nbgrader={"grade": true, "grade_id": "numerical_slope_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
rng_test = np.random.default_rng(52)
for n_test in (1, 2, 5):
    # Of a cube, steps of size h to both sides measure 3 w^2 + h^2: so the test sees h.
    factors_test, w_test = rng_test.uniform(1, 2, size=n_test), rng_test.normal(size=n_test)
    for h_test in (0.5, 0.1):
        said_test = f"numerical_slope at an array of length {n_test}, h = {h_test},"
        numerical_slope_answer = checks.call(
            numerical_slope,
            lambda v, f=factors_test: np.sum(f * v**3),
            w_test,
            h_test,
            said=said_test,
        )
        numerical_slope_answer.is_array((n_test,)).keeps_inputs()
        numerical_slope_answer.equals(
            factors_test * (3 * w_test**2 + h_test**2), "Is the step of size h, to both sides?"
        )
    said_test = f"numerical_slope at an array of length {n_test}, the usual h,"
    numerical_slope_answer = checks.call(
        numerical_slope, lambda v: np.sum(np.sin(v)), w_test, said=said_test
    )
    numerical_slope_answer.equals(
        np.cos(w_test), "What is h when nobody says how large it is?", atol=1e-7
    )
checks.call(
    numerical_slope,
    lambda v: np.sum(v**2),
    np.array([3, -1, 2]),
    said="numerical_slope at [3, -1, 2]",
).equals([6, -2, 4], "The weights are whole numbers. Does the step survive?", atol=1e-6)
A_test = rng_test.normal(size=(4, 4))
w_test = rng_test.normal(size=4)
numerical_slope_answer = checks.call(
    numerical_slope, lambda v: v @ A_test @ v, w_test, said="numerical_slope of a bowl"
)
numerical_slope_answer.equals(
    (A_test + A_test.T).dot(w_test), "Does only one weight step at a time?", atol=1e-6
)
seen_test = []
checks.call(
    numerical_slope, lambda v: seen_test.append(np.array(v)) or 0.0, np.array([1.0, 2.0]), 0.25
)
checks.that(
    all(np.sum(~np.isclose(v, [1, 2])) <= 1 for v in seen_test),
    "numerical_slope steps with more than one weight at a time. Do the others stay where they are?",
)
### END HIDDEN TESTS

# %% [markdown]
# Now ask your tool about the formula of 05a. The two functions of the course do the same as
# the ones that you wrote:

# %%
X_two = np.array([[1.0, 2.0], [2.0, 0.0], [3.0, 3.0], [4.0, 1.0]])  # accounts, family members
transactions_two = np.array([17.0, 21.0, 42.0, 45.0])
w_two = np.array([10.0, 2.0])


def mse_of_two(w):
    return toolbox.mean_squared_error(transactions_two, X_two @ w)


print("by formula:   ", toolbox.slope(X_two, transactions_two, w_two))
print("by tiny steps:", toolbox.numerical_slope(mse_of_two, w_two).round(6))

# %% [markdown]
# The same numbers. The formula is right.

# %% [markdown]
# ## 2. Three costs, one lowest point, three slopes
#
# With your tool we can now answer a question for which we have no formula: what if we train with
# the SSE or the RMSE? All three costs are lowest at the same weight: if one sum of squares is
# smaller than another, so is its mean, and so is the root of that. But are they equally steep? The
# next cell measures their slopes at `w = 10`.
#
# **Before you run it:** the slope of the MSE is -9, and the SSE is 4 times the MSE. What will the
# slope of the SSE be?


# %%
def sse_at(weight):
    return toolbox.sum_of_squared_errors(transactions, weight * accounts)


def rmse_at(weight):
    return toolbox.root_mean_squared_error(transactions, weight * accounts)


ten = np.array([10.0])
print("slope of the SSE: ", toolbox.numerical_slope(sse_at, ten).round(3))
print("slope of the MSE: ", toolbox.numerical_slope(mse_at, ten).round(3))
print("slope of the RMSE:", toolbox.numerical_slope(rmse_at, ten).round(3))

# %% [markdown]
# The SSE is 4 times as steep as the MSE: $4 \cdot (-9) = -36$. The RMSE is much flatter. Why -1.5?
# The RMSE is the square root of the MSE. When a number grows by a tiny bit, its root grows by that
# bit divided by two times the root. (Try it: from 9 to 9.06 the root grows from 3 to about 3.01.
# That is 6 times less.) So the slope is $-9 / (2 \cdot 3) = -1.5$.
#
# Here are the three costs in one picture each, all drawn to the same scale:

# %%
draw_costs(accounts, transactions, w=10)

# %% [markdown]
# ### Quick question 1 (1 point)
#
# A model of 1,000 customers is trained with the MSE. The size of each step is the slope times a
# small number that stays the same. Someone replaces the MSE by the SSE and changes nothing else.
# What happens?
#
# - **a**: nothing changes, because both costs are lowest at the same weights
# - **b**: the first step is 1,000 times as long, and probably jumps far over the lowest point
# - **c**: the best weights become 1,000 times as large


# %% nbgrader={"grade": false, "grade_id": "question_1", "locked": false, "schema_version": 3, "solution": true, "task": false}
def question_1():
    """Return the letter of your answer in quotes, such as return "a"."""
    ### BEGIN SOLUTION
    return "b"
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "question_1_test", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check question 1: is your answer one of the letters? Run this cell.
from course import checks

letter = checks.choice(question_1, "abc")
print("Your answer is", letter + ". Whether it is right is checked when your work is graded.")
### BEGIN HIDDEN TESTS
checks.that(
    letter != "a",
    "Quick question 1, your answer a: the lowest point is the same. Are the slopes the same, too?",
)
checks.that(
    letter != "c",
    "Quick question 1, your answer c: look at the figure. At which weight is each of the two "
    "costs lowest?",
)
### END HIDDEN TESTS

# %% [markdown]
# ## What you have learned
#
# - Tiny steps to both sides measure the slope of any cost, one weight at a time. It is slow, but it
#   needs no formula. So it can check one.
# - SSE, MSE and RMSE are lowest at the same weights, but they are not equally steep.
#
# Now you know which way is down. Next you go there:
# [05c: downhill](05c_downhill.ipynb).
