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
# # Unit 05: Gradient descent
#
# **The question of this unit: what does "wrong" cost, and which way is down?**
#
# So far the weights of our networks fell from the sky. Somebody gave them to you, and you
# computed the prediction. Now the other half begins: **learning**, which means finding good
# weights. It takes two things: a number that says how wrong the predictions are, and a rule that
# says how to change the weights so that this number falls. To see both clearly, we go back to the
# smallest model there is, with one weight. In unit 06 the same rule trains a whole network.
#
# When you are done, you will be able to
#
# - measure how wrong a model is, in three ways, and say what differs between them;
# - find out which way is *down*, by a formula and by trying;
# - write gradient descent, the loop that trains nearly every network in use today;
# - say what a learning rate, a step, a batch and an epoch are.
#
# Time: about 90 minutes, with a good place for a break after section 3. Points: 14. A word that you
# do not know? Look it up in the [glossary](../glossary.md).

# %%
import numpy as np

from course import bank, checks, toolbox
from course.figures.descent import (
    draw_bowl,
    draw_costs,
    draw_epochs,
    draw_learning_rates,
    draw_walk,
)
from course.widgets.learning_rate import explore_learning_rate

# %% [markdown]
# ## 1. What does "wrong" cost?
#
# Four customers of the bank have 1, 2, 3 and 4 accounts. Last year they made 7, 19, 31 and 45
# transactions. Our model has one weight `w` and predicts
#
# $$\hat{y} = w \cdot x$$
#
# - `x` is the number of accounts;
# - `y` is what was **observed**, the true number of transactions;
# - `y_hat` (written $\hat{y}$, "y hat") is what the model **predicted**.
#
# The **error** of a prediction is `y_hat - y`. It is positive when the model predicts too much
# and negative when it predicts too little. (Unit 01 looked at the *residual* `y - y_hat`: the
# same size, the opposite sign.) With `w = 10`:

# %%
accounts = np.array([1.0, 2.0, 3.0, 4.0])  # this is x
transactions = np.array([7.0, 19.0, 31.0, 45.0])  # this is y
predicted = 10 * accounts  # this is y_hat
print("observed: ", transactions)
print("predicted:", predicted)
print("errors:   ", predicted - transactions)

# %% [markdown]
# We want **one** number for all four customers. As in unit 01, each error is **squared** first, so
# that errors of opposite sign do not cancel. Three numbers are in use:
#
# | letters | name | how it is computed |
# | --- | --- | --- |
# | SSE | **s**um of **s**quared **e**rrors | square each error, add up |
# | MSE | **m**ean **s**quared **e**rror | the same, divided by the number of rows $n$ |
# | RMSE | **r**oot **m**ean **s**quared **e**rror | the square root of the MSE |
#
# Read the letters from right to left and you have the recipe: for RMSE take the *errors*,
# *square* them, take the *mean*, take the *root*. Some texts abbreviate it wrongly, as RSME. That
# would be another recipe: errors, mean, square, root. In the mean the errors cancel, and so the
# result looks far too good. You will see it after the exercise.
#
# Such a number is called a **cost** (or a *loss*). Many introductions know only one cost, often the
# RMSE. In fact each has its use:
#
# - the **MSE** does not grow just because there are more rows, and its slope is simple. So it is
#   what we train with;
# - the **RMSE** has the unit of `y`: an RMSE of 3 means "wrong by about 3 transactions". So it is
#   good for telling people how wrong a model is;
# - there are others, for other tasks. For yes or no, unit 07 uses the *cross-entropy*.
#
# **Before you go on:** work out the SSE, the MSE and the RMSE of the four errors above on paper.

# %% [markdown]
# ### Exercise 1: three costs (2 points)
#
# Write the three functions. Each takes `y` and `y_hat`, two arrays of the same length, and returns
# one number. `np.sum`, `np.mean` and `np.sqrt` do what their names say, and `a ** 2` is the square
# of `a`. You know the first one from unit 01.


# %% nbgrader={"grade": false, "grade_id": "costs", "locked": false, "schema_version": 3, "solution": true, "task": false}
def sum_of_squared_errors(y, y_hat):
    """Return the sum of the squared errors (SSE).

    Parameters
    ----------
    y : array of shape (n,)
        What was observed.
    y_hat : array of shape (n,)
        What was predicted.

    Returns
    -------
    float
        For y = [1, 2] and y_hat = [4, 3] this is 9 + 1 = 10.
    """
    ### BEGIN SOLUTION
    return np.sum((y_hat - y) ** 2)
    ### END SOLUTION


def mean_squared_error(y, y_hat):
    """Return the mean of the squared errors (MSE).

    The parameters are those of sum_of_squared_errors. For y = [1, 2] and y_hat = [4, 3] this is 5.
    """
    ### BEGIN SOLUTION
    return np.mean((y_hat - y) ** 2)
    ### END SOLUTION


def root_mean_squared_error(y, y_hat):
    """Return the root of the mean of the squared errors (RMSE).

    The parameters are those of sum_of_squared_errors. For y = [1, 2] and y_hat = [4, 3] this is
    the square root of 5, about 2.236.
    """
    ### BEGIN SOLUTION
    return np.sqrt(np.mean((y_hat - y) ** 2))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "costs_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
y_test = np.array([7.0, 19.0, 31.0, 45.0])
y_hat_test = np.array([10.0, 20.0, 30.0, 40.0])
said_test = "sum_of_squared_errors(y, y_hat)"
sse_answer = checks.call(sum_of_squared_errors, y_test, y_hat_test, said=said_test)
if np.shape(sse_answer.value) == (4,):
    sse_answer.is_not(
        [9, 1, 1, 25], "These are the squares. What is still missing to get one number?"
    )
sse_answer.is_number()
sse_answer.is_not(
    -2, "The errors were added as they are, so they cancel. What comes before adding?"
)
sse_answer.is_not(2, "The errors were added as they are, so they cancel. What comes before adding?")
sse_answer.is_not(4, "The errors were added first, then squared. Which comes first in the recipe?")
sse_answer.is_not(10, "These are the sizes of the errors, added. What should happen to each error?")
sse_answer.is_not(9, "That is a mean. What does the first letter of SSE stand for?")
sse_answer.equals(36)
sse_answer.keeps_inputs()
mse_answer = checks.call(
    mean_squared_error, y_test, y_hat_test, said="mean_squared_error(y, y_hat)"
)
mse_answer.is_number()
mse_answer.is_not(36, "That is the SSE. How does a sum become a mean?")
mse_answer.is_not(2.25, "That was divided by 4 twice. How often is the mean taken?")
mse_answer.is_not(12, "The sum of the squares was divided by 3. How many rows are there?")
mse_answer.is_not(
    2.5, "That is the mean of the sizes of the errors. What should happen to each error?"
)
mse_answer.is_not(0.25, "The mean was taken first, then squared. Which comes first in the recipe?")
mse_answer.is_not(3, "That is the root of the MSE. Is there an R in MSE?")
mse_answer.equals(9)
mse_answer.keeps_inputs()
rmse_answer = checks.call(
    root_mean_squared_error, y_test, y_hat_test, said="root_mean_squared_error(y, y_hat)"
)
rmse_answer.is_number()
rmse_answer.is_not(9, "That is the MSE. What does the R stand for?")
rmse_answer.is_not(6, "That is the root of the SSE. Which step comes before the root?")
rmse_answer.is_not(
    0.5, "That is RSME: the mean came before the squares. What is the order in RMSE?"
)
rmse_answer.is_not(
    2.5, "Read RMSE from the right: which step comes after squared, and which comes last?"
)
rmse_answer.is_not(1.5, "The root was taken of the sum, then divided by 4. Which step comes last?")
rmse_answer.equals(3)
rmse_answer.keeps_inputs()
y_test = np.array([-2.0, 0.0, 5.0])
y_hat_test = np.array([-1.0, -2.0, 7.0])
for function_test, cost_test in [
    (sum_of_squared_errors, 9),
    (mean_squared_error, 3),
    (root_mean_squared_error, 3**0.5),
]:
    said_test = f"{function_test.__name__} of three other rows"
    checks.call(function_test, y_test, y_hat_test, said=said_test).equals(
        cost_test, "Does it use the numbers that came in, however many they are?"
    )
print("The three costs work here. The hidden tests try other lengths and perfect predictions.")

# %% nbgrader={"grade": true, "grade_id": "costs_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
functions_test = (sum_of_squared_errors, mean_squared_error, root_mean_squared_error)
rng_test = np.random.default_rng(50)
for n_test in (1, 2, 7, 100):
    y_test = rng_test.normal(size=n_test)
    y_hat_test = y_test + rng_test.normal(0.5, 2, size=n_test)
    length_test = float(np.linalg.norm(y_test - y_hat_test))
    expected_test = (
        length_test**2,
        np.var(y_test - y_hat_test) + np.mean(y_test - y_hat_test) ** 2,
        length_test / n_test**0.5,
    )
    for function_test, number_test in zip(functions_test, expected_test, strict=True):
        costs_answer = checks.call(
            function_test, y_test, y_hat_test, said=f"{function_test.__name__} with {n_test} rows"
        )
        costs_answer.is_number().keeps_inputs()
        costs_answer.equals(number_test, "Does it work for any number of rows?")
        swapped_answer = checks.call(
            function_test,
            y_hat_test,
            y_test,
            said=f"{function_test.__name__} with y and y_hat swapped",
        )
        swapped_answer.equals(
            number_test, "Is a square ever negative? Swapping should change nothing."
        )
for function_test in functions_test:
    said_test = f"{function_test.__name__} of perfect predictions"
    checks.call(function_test, np.array([3.0, -2.0]), np.array([3.0, -2.0]), said=said_test).equals(
        0
    )
### END HIDDEN TESTS

# %% [markdown]
# And here is what comes out when the letters are mixed up:

# %%
print("RMSE:", toolbox.root_mean_squared_error(transactions, predicted))
print("RSME:", np.abs(np.mean(predicted - transactions)), "(squares after the mean: errors cancel)")

# %% [markdown]
# From now on, `toolbox.mean_squared_error` and the other two are there for you when you need them.

# %% [markdown]
# ## 2. Which way is down?
#
# The data stays as it is. Only the weight can change. So the cost is a function of the weight: for
# each `w` there is one MSE. Here are a few:

# %%
for weight in (2, 6, 10, 14, 18):
    cost_here = toolbox.mean_squared_error(transactions, weight * accounts)
    print("w =", weight, "  MSE =", cost_here)

# %% [markdown]
# The best weight is somewhere near 10. A computer could try thousands of weights. But a network
# has not one weight but thousands or billions, and then trying them all is hopeless. We need a
# rule that looks only at the place where we stand and says which way is down.
#
# That is the **slope**: for a tiny change of the weight, the change of the cost divided by the
# change of the weight. In other words: if the curve went on as straight as it is here, the cost
# would change by this much when the weight grows by 1. A positive slope means: more weight, more
# cost. A negative slope means: more weight, less cost.
#
# For the MSE we can work it out. Take one row:
#
# 1. if `w` grows by a tiny bit, the prediction `w * x` grows by `x` times that bit;
# 2. if an error grows by a tiny bit, its square grows by `2 * error` times that bit. (Try it:
#    from 3 to 3.001 the square grows from 9 to about 9.006, which is 6 times the bit.)
#
# Both together: the squared error grows by `2 * error * x` times the bit. The MSE is the mean over
# the rows, so its slope is the mean of these:
#
# $$\text{slope} = \frac{2}{n} \, (\text{error}_0 \, x_0 + \text{error}_1 \, x_1 + \dots)$$
#
# At `w = 10` the errors are 3, 1, -1 and -5, the accounts 1, 2, 3 and 4, and $n = 4$:
#
# $$\frac{2}{4} \, (3 \cdot 1 + 1 \cdot 2 - 1 \cdot 3 - 5 \cdot 4) = \frac{2}{4} \cdot (-18) = -9$$
#
# **Before you run the next cell:** the slope is negative. So should `w` be larger or smaller than
# 10? And what will the slope be at the very bottom?

# %%
for weight in (2, 10, 10.6, 14):
    errors = weight * accounts - transactions
    slope_here = 2 * np.mean(errors * accounts)
    # z.1f: one decimal, and 0.0 without a minus
    print(f"w = {weight:4}   slope = {slope_here:z.1f}")

# %% [markdown]
# At `w = 10.6` the slope is 0: no way is down any more. That is the best weight. And the further
# away we stand, the steeper it is. That is the third reason for squaring, promised in unit 01: the
# slope of a square is simple, and it says at every place which way is down and how far off we are.
#
# ### Several weights
#
# With several features there is a weight for each of them, and a slope along each weight: only this
# one weight changes a little, and the others stay. All slopes together are called the **gradient**.
# It is an array as long as `w`.
#
# `X` has one row for each customer and one column for each feature. With several weights the
# predictions are `X @ w`, no longer `w * x`. The gradient's number $j$ multiplies each error by the
# customer's feature in **column** $j$, then adds up. Turning a table on its side, so that columns
# become rows, is called *transposing*; NumPy writes it `X.T`. So with one matrix product all the
# sums are done:

# %%
X_two = np.array([[1.0, 2.0], [2.0, 0.0], [3.0, 3.0], [4.0, 1.0]])  # accounts, family members
print("shape of X:  ", X_two.shape)
print("shape of X.T:", X_two.T.shape)
print("X.T @ (four numbers) gives", (X_two.T @ np.ones(4)).shape)

# %% [markdown]
# (And the bias? Add a column of ones to `X`: its weight is then added to every prediction. So a
# bias is one more weight. We do that at the end of this unit.)

# %% [markdown]
# ### Exercise 2: the slope by formula (2 points)
#
# Write the function `slope`. It takes the table `X`, the observed `y` and the weights `w`, and
# returns the gradient of the MSE: one number for each weight. In words: two, divided by the
# number of rows, times the matrix product of `X` transposed and the errors.


# %% nbgrader={"grade": false, "grade_id": "slope", "locked": false, "schema_version": 3, "solution": true, "task": false}
def slope(X, y, w):
    """Return the slope of the mean squared error of X @ w along each weight.

    Parameters
    ----------
    X : array of shape (n, n_features)
        One row for each observation.
    y : array of shape (n,)
        What was observed.
    w : array of shape (n_features,)
        The weights.

    Returns
    -------
    array of shape (n_features,)
        For X = [[1], [2], [3], [4]], y = [7, 19, 31, 45] and w = [10] this is [-9].
    """
    ### BEGIN SOLUTION
    errors = X @ w - y
    return 2 / len(y) * (X.T @ errors)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "slope_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
X_test = np.array([[1.0, 2.0, 1.0], [2.0, 0.0, 1.0], [3.0, 3.0, 1.0], [4.0, 1.0, 1.0]])
y_test = np.array([17.0, 21.0, 42.0, 45.0])
w_test = np.array([10.0, 4.0, 0.0])
gradient_answer = checks.call(
    slope, X_test, y_test, w_test, said="slope(X, y, w) with 4 rows and 3 weights"
)
if np.shape(gradient_answer.value) == ():
    gradient_answer.is_not(-0.5, "That is twice the mean error. Where does X come in?")
checks.that(
    np.shape(gradient_answer.value) not in [(3, 4), (4, 3)],
    f"slope gives a table of shape {np.shape(gradient_answer.value)}, expected 3 numbers. These "
    "products are not added up. * or @?",
)
gradient_answer.is_array((3,))
gradient_answer.is_not(
    [2.5, -0.5, 0.5], "The sign is reversed. What is subtracted from what in an error?"
)
gradient_answer.is_not([-10, 2, -2], "That is 4 times too large. How does a sum become a mean?")
gradient_answer.is_not(
    [-1.25, 0.25, -0.25], "That is half of it. How fast does the square of an error grow?"
)
gradient_answer.is_not(
    [-5, 1, -1], "These are the right sums. Which number stands before each sum?"
)
gradient_answer.is_not(
    [-10 / 3, 2 / 3, -2 / 3], "The sums were divided by 3, the number of weights. What is n?"
)
gradient_answer.is_not(
    [-0.625, 0.125, -0.125], "The sums were divided by 4 twice. How often is the mean taken?"
)
gradient_answer.is_not(
    [3.5, 1.5, 1.5], "The errors were squared. Are there squares in the slope, too?"
)
gradient_answer.equals(
    [-2.5, 0.5, -0.5], "Work it out by hand for the first weight: what is different?"
)
gradient_answer.keeps_inputs()
X_test = np.array([[1.0], [2.0], [3.0], [4.0]])
y_test = np.array([7.0, 19.0, 31.0, 45.0])
gradient_answer = checks.call(
    slope, X_test, y_test, np.array([10.0]), said="slope(X, y, w) with one weight"
)
gradient_answer.is_array((1,)).equals([-9])
print("slope works here. The hidden tests try other tables and compare with tiny steps.")

# %% nbgrader={"grade": true, "grade_id": "slope_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
rng_test = np.random.default_rng(51)
for n_test, n_features_test in [(1, 1), (1, 3), (4, 1), (6, 6), (50, 3)]:
    X_test = rng_test.normal(size=(n_test, n_features_test))
    y_test, w_test = rng_test.normal(size=n_test), rng_test.normal(size=n_features_test)
    said_test = f"slope with {n_test} rows and {n_features_test} features"
    slope_answer = (
        checks.call(slope, X_test, y_test, w_test, said=said_test)
        .is_array((n_features_test,))
        .keeps_inputs()
    )

    def cost_test(v, X_test=X_test, y_test=y_test):
        return np.var(X_test.dot(v) - y_test) + np.mean(X_test.dot(v) - y_test) ** 2

    measured_test = toolbox.numerical_slope(cost_test, w_test, h=0.01)
    slope_answer.equals(
        measured_test, "Measure it with tiny steps: does the formula agree?", atol=1e-6
    )
    # The cost is a parabola, so this holds exactly for a step d of any size.
    d_test = rng_test.normal(size=n_features_test)
    rest_test = np.mean(X_test.dot(d_test) ** 2)
    checks.that(
        np.isclose(
            cost_test(w_test + d_test),
            cost_test(w_test) + np.sum(slope_answer.value * d_test) + rest_test,
            atol=1e-5,
        ),
        f"{said_test} does not say how the cost changes when the weights change.",
    )
    exact_answer = checks.call(
        slope, X_test, X_test.dot(w_test), w_test, said="slope where every prediction is right"
    )
    exact_answer.equals(
        np.zeros(n_features_test), "At the lowest point nothing is downhill.", atol=1e-5
    )
### END HIDDEN TESTS

# %% [markdown]
# ### Three costs, one minimum, three slopes
#
# What if we train with the SSE or the RMSE? All three costs are lowest at the **same** weight: if
# one sum of squares is smaller than another, so is its mean, and so is the root of that. But they
# are **not equally steep**. The next cell measures their slopes for our four customers at `w = 10`:
# it makes tiny steps and looks how much each cost changes. (Section 3 shows how that is done.)
#
# **Before you run it:** the slope of the MSE is -9, and the SSE is 4 times the MSE. What will the
# slope of the SSE be?


# %%
def sse_at(weight):
    return toolbox.sum_of_squared_errors(transactions, weight * accounts)


def mse_at(weight):
    return toolbox.mean_squared_error(transactions, weight * accounts)


def rmse_at(weight):
    return toolbox.root_mean_squared_error(transactions, weight * accounts)


ten = np.array([10.0])
print("slope of the SSE: ", toolbox.numerical_slope(sse_at, ten).round(3))
print("slope of the MSE: ", toolbox.numerical_slope(mse_at, ten).round(3))
print("slope of the RMSE:", toolbox.numerical_slope(rmse_at, ten).round(3))

# %% [markdown]
# The slope of the SSE is 4 times as steep as that of the MSE: $4 \cdot (-9) = -36$. The slope of
# the RMSE is much flatter: $-9$ divided by `2 * RMSE`, which is $-9 / 6 = -1.5$. (Unit 06 shows how
# such a slope through two steps, first the square and then the root, is put together.)
#
# All three are lowest at the same weight:

# %%
grid = np.arange(0, 20.01, 0.2)
for name, cost_at in (("SSE", sse_at), ("MSE", mse_at), ("RMSE", rmse_at)):
    lowest = np.argmin([cost_at(weight) for weight in grid])  # the place of the smallest number
    print(f"the {name} is lowest at w = {grid[lowest]:.1f}")

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
# ## 3. The slope by trying
#
# There is a second way to a slope that needs no formula at all: **try it**. Make a tiny step of
# size `h` to the right and see what the cost is there. Make the same step to the left. Then
#
# $$\text{slope} \approx \frac{\text{cost}(w + h) - \text{cost}(w - h)}{2 h}$$
#
# The two places are `2 * h` apart, which is why the difference is divided by that. Steps to
# **both** sides give a far better value than one step. (`mse_at` is the cost from section 2.)

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
# That is slow: two costs for each weight. But it works for **every** cost, so it is the tool with
# which one checks whether a formula is right. You will need it in unit 06.

# %% [markdown]
# ### Exercise 3: the slope by trying (2 points)
#
# Write the function `numerical_slope`. It takes a function `cost`, the weights `w` and the size
# `h` of the step. Call `cost` with an array of weights, and it returns one number. Return an
# array with one slope for each weight.
#
# A hint: `step = np.zeros(len(w))` followed by `step[i] = h` is a step along weight `i` alone, and
# `w + step` is a **new** array, so that `w` stays as it is.


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
        The size of the step. (1e-5 is Python's way to write 0.00001.)

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
def cost_test(w):
    return w[0] ** 2 + 3 * w[1]


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
        5, "That is the change when all weights step together. Which one should step?"
    )
slopes_answer.is_array((2,))
slopes_answer.is_not(
    [5, 5], "All weights step together. Should the others not stay where they are?"
)
slopes_answer.is_not(
    [2, 5],
    "The step along weight 0 is still there when weight 1 steps. Where is the step made anew?",
)
slopes_answer.is_not([4, 6], "That is twice too large. How far apart are the two places?")
slopes_answer.is_not([2.1, 3], "That is a step to one side only. Which second place do you need?")
slopes_answer.is_not([1.9, 3], "That is a step to one side only. Which second place do you need?")
slopes_answer.is_not([-2, -3], "The sign is reversed. Which cost is subtracted from which?")
slopes_answer.is_not([0.4, 0.6], "That is a difference of costs. What is it divided by?")
slopes_answer.is_not(
    [0.02, 0.03], "That is far too small. What stands below the line of the fraction?"
)
slopes_answer.equals([2, 3], "Work it out by hand for the first weight: what is different?")
slopes_answer.keeps_inputs()
checks.call(
    numerical_slope, lambda w: w[0] ** 3, np.array([1.0]), said="numerical_slope of w ** 3 at w = 1"
).equals([3], "Did you use h everywhere, and not a number of your own?")
print("numerical_slope works here. The hidden tests try other costs, more weights and other steps.")

# %% nbgrader={"grade": true, "grade_id": "numerical_slope_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
rng_test = np.random.default_rng(52)
for n_test in (1, 2, 5):
    # Of a cube, steps of size h to both sides measure 3 w^2 + h^2: so the test sees h.
    factors_test, w_test = rng_test.uniform(1, 2, size=n_test), rng_test.normal(size=n_test)
    for h_test in (0.5, 0.1):
        said_test = f"numerical_slope with {n_test} weights and h = {h_test}"
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
    said_test = f"numerical_slope with {n_test} weights and the usual h"
    numerical_slope_answer = checks.call(
        numerical_slope, lambda v: np.sum(np.sin(v)), w_test, said=said_test
    )
    numerical_slope_answer.equals(
        np.cos(w_test), "What is h when nobody says how large it is?", atol=1e-7
    )
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
# ## 4. One step
#
# Now we know which way is down: **against** the slope. A positive slope says that more weight
# costs more, so the weight must shrink. A negative slope says that it must grow. And where it is
# steep, the lowest point is probably still far away, so the step may be long:
#
# $$w_{\text{new}} = w - lr \cdot \text{slope}$$
#
# `lr` is a small positive number, the **learning rate**. From `w = 2` with `lr = 0.02`, where the
# slope is -129, the step goes to $2 - 0.02 \cdot (-129) = 2 + 2.58 = 4.58$.
#
# **Before you run the next cell:** will the second step be longer or shorter than the first?

# %%
accounts_table = accounts[:, np.newaxis]  # the four numbers as a table of four rows and one column
for place, next_place in ((2.0, 4.58), (4.58, 6.386), (6.386, 7.6502)):
    slope_here = toolbox.slope(accounts_table, transactions, np.array([place]))[0]
    print(f"at {place:.3f} the slope is {slope_here:.2f}, and the step goes to {next_place:.3f}")

# %% [markdown]
# ### Exercise 4: one step (2 points)
#
# Write the function `update`. It takes the weights `w`, the `gradient` (an array of the same
# shape) and the learning rate `lr`, and returns the **new** weights. The array `w` itself must
# stay as it is: whoever called the function may still need the old weights.


# %% nbgrader={"grade": false, "grade_id": "update", "locked": false, "schema_version": 3, "solution": true, "task": false}
def update(w, gradient, lr):
    """Return the weights after one step downhill.

    Parameters
    ----------
    w : array of shape (n,)
        The weights before the step. They are not changed.
    gradient : array of shape (n,)
        The slope of the cost along each weight.
    lr : float
        The learning rate.

    Returns
    -------
    array of shape (n,)
        For w = [2], gradient = [-129] and lr = 0.02 this is [4.58].
    """
    ### BEGIN SOLUTION
    return w - lr * gradient
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "update_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
w_test, gradient_test = np.array([1.0, 2.0]), np.array([10.0, -30.0])
new_answer = checks.call(update, w_test, gradient_test, 0.1)
new_answer.is_array((2,))
new_answer.is_not([2, -1], "That is a step uphill. Does a positive slope make the weight larger?")
new_answer.is_not([-9, 32], "That step is 10 times too long. Where does lr come in?")
new_answer.is_not([1, -3], "That is the step alone, lr times the slope. Where does it start?")
new_answer.is_not([-1, 3], "That is the step alone. Where does it start?")
new_answer.is_not(
    [-99, 302], "The slope was divided by lr. Does a small lr make long or short steps?"
)
new_answer.is_not([3, 4], "Both weights moved by the same amount. Has each of them its own slope?")
new_answer.equals([0, 5], "Work it out by hand for the first weight: what is different?")
new_answer.keeps_inputs()
new_answer = checks.call(update, np.array([3.0, -1.0, 0.5]), np.array([2.0, 0.0, -4.0]), 0.25)
new_answer.equals([2.5, -1, 1.5], "Does it work for any number of weights and any lr?")
print("update works here. The hidden tests try other weights and a learning rate of 0.")

# %% nbgrader={"grade": true, "grade_id": "update_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
checks.call(update, np.array([2.0]), np.array([-129.0]), 0.02).equals([4.58])
flat_answer = checks.call(
    update, np.array([3.0, -4.0]), np.zeros(2), 0.1, said="update where it is flat"
)
flat_answer.equals([3, -4], "Where the slope is 0, should the weights move?")
rng_test = np.random.default_rng(53)
for n_test in (1, 2, 8):
    w_test, gradient_test = rng_test.normal(size=n_test), rng_test.normal(size=n_test)
    for lr_test in (0.0, 0.001, 0.5, 3.0):
        new_answer = checks.call(
            update,
            w_test,
            gradient_test,
            lr_test,
            said=f"update of {n_test} weights with lr = {lr_test}",
        )
        new_answer.is_array((n_test,)).keeps_inputs()
        # One number at a time: the new weight, the old one and the step must add up.
        expected_test = [
            float(a) + lr_test * -float(s) for a, s in zip(w_test, gradient_test, strict=True)
        ]
        new_answer.equals(expected_test, "Does every weight move against its own slope?", atol=1e-6)
### END HIDDEN TESTS

# %% [markdown]
# ## 5. Gradient descent
#
# Step after step after step: that is **gradient descent**. In each step,
#
# 1. find the slope **where you stand now**;
# 2. update the weights;
# 3. write down the cost.
#
# The list of the costs is called the **history**. It shows whether the walk goes down.
#
# **Before you go on:** the walk above began at the weight 2 with a cost of 561. Three steps were
# made. How many numbers will the history hold, and will 561 be one of them?

# %% [markdown]
# ### Exercise 5: gradient descent (2 points)
#
# Write the function `gradient_descent`. It starts at `w`, makes `n_steps` steps, and returns
# **two** things: the weights at the end, and the history, a list with the MSE **after** each step
# (so its length is `n_steps`, and the cost at the start is not in it).
#
# You may call `toolbox.slope(X, y, w)`, `toolbox.update(w, gradient, lr)` and
# `toolbox.mean_squared_error(y, y_hat)`. The predictions are `X @ w`. A list grows with
# `history.append(...)`, and two things are returned by `return first, second`.


# %% nbgrader={"grade": false, "grade_id": "gradient_descent", "locked": false, "schema_version": 3, "solution": true, "task": false}
def gradient_descent(X, y, w, lr, n_steps):
    """Walk downhill from `w` and return where the walk ended and the cost after each step.

    Parameters
    ----------
    X : array of shape (n, n_features)
        One row for each observation.
    y : array of shape (n,)
        What was observed.
    w : array of shape (n_features,)
        Where to start. It is not changed.
    lr : float
        The learning rate.
    n_steps : int
        How many steps to make.

    Returns
    -------
    w : array of shape (n_features,)
        The weights after the last step.
    history : list of float
        The mean squared error after each step, n_steps numbers.
    """
    ### BEGIN SOLUTION
    history = []
    for _ in range(n_steps):
        w = toolbox.update(w, toolbox.slope(X, y, w), lr)
        history.append(toolbox.mean_squared_error(y, X @ w))
    return w, history
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "gradient_descent_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
X_test = np.array([[1.0], [2.0], [3.0], [4.0]])
y_test = np.array([7.0, 19.0, 31.0, 45.0])
gradient_descent_answer = checks.call(
    gradient_descent,
    X_test,
    y_test,
    np.array([2.0]),
    0.02,
    3,
    said="gradient_descent from w = [2], 3 steps,",
)
gradient_descent_answer.has_parts(2, "the weights and the history")
checks.that(
    np.shape(gradient_descent_answer.value[0]) != (3,)
    or np.shape(gradient_descent_answer.value[1]) != (1,),
    "gradient_descent returns three numbers, then one. Which of the two should come first?",
)
end_answer = gradient_descent_answer.item(0, "w").is_array((1,))
end_answer.is_not(
    [9.74], "Every step was equally long. Is the slope the same everywhere on the way?"
)
end_answer.is_not(
    [4.58], "That is where the walk stands after 1 step. Does `return` stand in the loop?"
)
end_answer.is_not(
    [-8.2942], "The walk goes uphill. Which way does update go when it gets the slope?"
)
end_answer.is_not([2], "The walk ends where it began. Where do the new weights go?")
end_answer.is_not(
    [6.386], "That is where the walk stands after 2 steps. How often does the loop run?"
)
end_answer.is_not(
    [8.53514], "That is where the walk stands after 4 steps. How often does the loop run?"
)
end_answer.equals(
    [7.6502], "The first three steps lead to 4.58, 6.386 and 7.6502. Which one differs?"
)
history_answer = gradient_descent_answer.item(1, "history")
if np.shape(history_answer.value) == (4,):
    history_answer.is_not(
        [561, 278.103, 139.48347, 71.5599003],
        "The cost at the start is in it. After which moment should a cost be written down?",
    )
if np.shape(history_answer.value) == (1,):
    history_answer.is_not([71.5599003], "Only the last cost is in it. Where is the list made?")
history_answer.is_not(71.5599003, "Only the last cost is there. Where are the others kept?")
history_answer.is_not(
    [561, 278.103, 139.48347],
    "These are the costs before each step. When is the cost written down?",
)
history_answer.is_not(
    [1112.412, 557.93388, 286.2396012], "These are SSE. Which cost was asked for?"
)
history_answer.is_not(
    [16.67642048, 11.81031202, 8.459308500], "These are RMSE. Which cost was asked for?"
)
history_answer.is_not(
    [561, 561, 561], "The cost never changes. Are the predictions made anew after each step?"
)
history_answer.is_not([422.373, 340.64247, 312.5412003], "Is the prediction X @ w?")
history_answer.equals(
    [278.103, 139.48347, 71.5599003], "Is it the MSE of the predictions X @ w, after each step?"
)
gradient_descent_answer.keeps_inputs()
X_test = np.array([[1.0, 0.0], [0.0, 2.0], [1.0, 1.0]])
y_test = np.array([1.0, 2.0, 6.0])
gradient_descent_answer = checks.call(
    gradient_descent,
    X_test,
    y_test,
    np.zeros(2),
    0.3,
    2,
    said="gradient_descent with 2 weights, 2 steps,",
)
gradient_descent_answer.has_parts(2, "the weights and the history")
gradient_descent_answer.item(0, "w").equals(
    [1.84, 1.72], "Does it use the data, lr and n_steps that came in?"
)
gradient_descent_answer.item(1, "history").equals(
    [3.64, 2.91093333], "Is it the MSE of the predictions X @ w, after each step?"
)
print("gradient_descent works here. The hidden tests try longer walks and more weights.")

# %% nbgrader={"grade": true, "grade_id": "gradient_descent_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
rng_test = np.random.default_rng(54)
for n_test, n_features_test, lr_test, n_steps_test in [
    (1, 1, 0.1, 1),
    (4, 1, 0.3, 2),
    (20, 3, 0.1, 7),
    (8, 2, 0.05, 40),
]:
    X_test, y_test, start_test = (
        rng_test.normal(size=(n_test, n_features_test)),
        rng_test.normal(size=n_test),
        rng_test.normal(size=n_features_test),
    )
    said_test = (
        f"gradient_descent with {n_test} rows, {n_features_test} weights and {n_steps_test} steps"
    )
    gradient_descent_answer = checks.call(
        gradient_descent, X_test, y_test, start_test, lr_test, n_steps_test, said=said_test
    )
    gradient_descent_answer.has_parts(2, "the weights and the history").keeps_inputs()
    # On a bowl every step multiplies the way to the lowest point by the same matrix.
    best_test = np.linalg.lstsq(X_test, y_test, rcond=None)[0]
    shrink_test = np.eye(n_features_test) - lr_test * 2 / n_test * np.einsum(
        "ni,nj->ij", X_test, X_test
    )
    places_test = [
        best_test + np.linalg.matrix_power(shrink_test, k) @ (start_test - best_test)
        for k in range(n_steps_test + 1)
    ]
    costs_test = [
        float(np.linalg.norm(y_test - X_test.dot(place)) ** 2 / n_test) for place in places_test
    ]
    end_answer = gradient_descent_answer.item(0, "w").is_array((n_features_test,))
    end_answer.equals(
        places_test[-1], "Is the slope taken anew in each step, and is every step made?", 1e-4, 1e-5
    )
    gradient_descent_answer.item(1, "history").equals(
        costs_test[1:], "Is the cost written down once after each step?", 1e-4
    )
still_answer = checks.call(
    gradient_descent, X_test, y_test, start_test, 0.1, 0, said="gradient_descent with 0 steps"
)
still_answer.has_parts(2, "the weights and the history").item(0, "w").equals(start_test)
checks.that(len(still_answer.value[1]) == 0, "With 0 steps the history should be empty. Is it?")
### END HIDDEN TESTS

# %% [markdown]
# Here is the walk from `w = 2` with the learning rate 0.02, made with the course's own copy.

# %%
X_one = accounts_table  # one column: the accounts
start_one = np.array([2.0])
walk = [toolbox.gradient_descent(X_one, transactions, start_one, 0.02, k)[0][0] for k in range(9)]
draw_walk(accounts, transactions, walk)

# %% [markdown]
# ### How long should a step be?
#
# **Before you run the next cell:** what will happen with a learning rate of 0.002? And with 0.14?

# %%
walks = {
    lr: [toolbox.gradient_descent(X_one, transactions, start_one, lr, k)[0][0] for k in range(9)]
    for lr in (0.002, 0.04, 0.14)
}
for rate, places in walks.items():
    print("lr =", rate, " weights:", " ".join(f"{weight:.1f}" for weight in places))
draw_learning_rates(accounts, transactions, walks, span=(-10, 30))

# %% [markdown]
# With 0.14 each step jumps over the lowest point and lands **higher** on the other side, where it
# is steeper, so that the next jump is longer still. A history that rises is the sign of a
# learning rate that is too large. A history that hardly falls is the sign of one that is too
# small. The numbers differ from task to task: try a few, each 3 or 10 times as large as the one
# before.

# %% [markdown]
# Now choose the learning rate yourself. The second slider sets how many steps are made, so that you
# can also watch one step after the other.
#
# **Before you move anything:** is there a rate with which the very first step lands on the lowest
# point, 10.6? And from which rate on does the walk get away? Look at the side on which each step
# lands.

# %%
explore_learning_rate(accounts, transactions, start=2, lr=0.02, n_steps=8)

# %% [markdown]
# ### Two weights: a bowl
#
# With two weights the cost is a surface over a plane. For a linear model it is always a **bowl**
# with one lowest point. (For a network it is a landscape with many valleys, and gradient descent
# may end in any of them.) The drawing shows the SSE of four customers with two features, accounts
# and family members, and 20 steps of gradient descent. The bowl of the MSE has the same shape: all
# its numbers are a quarter of these.

# %%
transactions_two = np.array([17.0, 21.0, 42.0, 45.0])
start_two = np.array([2.0, -6.0])
walk_two = [
    toolbox.gradient_descent(X_two, transactions_two, start_two, 0.04, k)[0] for k in range(21)
]
draw_bowl(X_two, transactions_two, walk_two)

# %% [markdown]
# The walk dives down the steep side, then creeps along the flat floor. One learning rate has to
# do for both weights: on the steep side it must not be too large, and so on the floor it is
# rather small. That is why one brings all features to a similar size before training. Unit 06
# does that.

# %% [markdown]
# ## 6. A few rows at a time
#
# Each step above looked at **all** rows. With a million customers, one step would take a million
# predictions. But to see roughly which way is down, a few rows are enough. So one
#
# 1. puts the rows into a **random order**;
# 2. cuts them into small heaps, the **mini-batches** (often just *batches*);
# 3. makes one step for each batch.
#
# Three words that belong together:
#
# - a **batch** is the handful of rows that one step looks at; their number is the **batch size**;
# - a **step** is one update of the weights;
# - an **epoch** is one round in which every row was looked at once.
#
# With 10 rows and a batch size of 4 an epoch has 3 steps: two batches of 4 rows and one of the 2
# rows that are left. For the next epoch the rows are shuffled anew.
#
# For random numbers NumPy has *generators*. `generator.permutation(n)` returns the numbers from 0
# to `n - 1` in random order, and an array of row numbers in square brackets picks these rows:

# %%
generator = np.random.default_rng(seed=0)
shuffled = generator.permutation(4)
print("order:", shuffled)
print("the first two of it:", shuffled[0:2])
print("transactions of these two customers:", transactions[shuffled[0:2]])

# %% [markdown]
# (The *seed* decides which random numbers come. Same seed, same numbers: so that you and we see the
# same. But a generator goes on: ask the same one again, and it gives another order.)

# %% [markdown]
# ### Exercise 6: mini-batches (2 points)
#
# Write the function `mini_batches`. It returns the batches of one epoch: a list of pairs
# `(X_batch, y_batch)`. The rows stand in random order, drawn with the generator `rng` that comes
# in. Every row is in exactly
# one batch, and each row of `X` stays together with its number in `y`. All batches have
# `batch_size` rows; only the last one may have fewer.
#
# A hint: `range(0, 10, 4)` counts 0, 4, 8. That is for 10 rows and a batch size of 4 only: what
# belongs in the place of these two numbers? And a slice such as `order[8:12]` simply ends where
# `order` ends.


# %% nbgrader={"grade": false, "grade_id": "mini_batches", "locked": false, "schema_version": 3, "solution": true, "task": false}
def mini_batches(X, y, batch_size, rng):
    """Return the rows of one epoch in random order, cut into batches.

    Parameters
    ----------
    X : array of shape (n, n_features)
        One row for each observation.
    y : array of shape (n,)
        What was observed.
    batch_size : int
        Rows in each batch; the last batch holds what is left.
    rng : numpy.random.Generator
        Draws the order.

    Returns
    -------
    list of (X_batch, y_batch)
        For 10 rows and batch_size = 4 these are 3 pairs, with 4, 4 and 2 rows.
    """
    ### BEGIN SOLUTION
    order = rng.permutation(len(X))
    batches = []
    for start in range(0, len(X), batch_size):
        rows = order[start : start + batch_size]
        batches.append((X[rows], y[rows]))
    return batches
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "mini_batches_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
X_test = np.column_stack([np.arange(10.0), np.arange(10.0) ** 2])
y_test = 100 * np.arange(10.0)
said_test = "mini_batches(X, y, 4, rng) with 10 rows"
batches_answer = checks.call(
    mini_batches, X_test, y_test, 4, np.random.default_rng(1), said=said_test
)
batches_answer.has_type(list, "a list of pairs")
for batch_test in batches_answer.value:
    checks.that(
        isinstance(batch_test, tuple | list) and len(batch_test) == 2,
        "Each item of the list should be a pair (X_batch, y_batch). What do you append?",
    )
sizes_test = [len(batch_test[0]) for batch_test in batches_answer.value]
checks.that(
    sizes_test != [4, 4],
    "The batches have 4 and 4 rows, but there are 10 rows. Where are the last two?",
)
checks.that(
    sizes_test != [3, 3, 2, 2],
    "There are 4 batches. Is batch_size the number of batches, or of the rows in a batch?",
)
checks.that(
    sizes_test == [4, 4, 2],
    f"The batches have {sizes_test} rows, expected [4, 4, 2]. Where does each batch begin and end?",
)
rows_test = np.concatenate([batch_test[0] for batch_test in batches_answer.value])
targets_test = np.concatenate([batch_test[1] for batch_test in batches_answer.value])
checks.that(rows_test.shape == (10, 2), "Each X_batch should have as many columns as X. Has it?")
checks.that(
    targets_test.shape == (10,), "Each y_batch should have one number for each row. Has it?"
)
checks.that(
    len(np.unique(targets_test)) == 10,
    "A row occurs twice, so another one is missing. How are they drawn?",
)
checks.that(
    np.array_equal(targets_test, 100 * rows_test[:, 0]),
    "A row of X has met the wrong number of y. Are both picked with the same order?",
)
checks.that(
    not np.array_equal(targets_test, y_test),
    "The rows stand in their old order. What shuffles them?",
)
batches_answer.keeps_inputs()
again_answer = checks.call(
    mini_batches, X_test, y_test, 4, np.random.default_rng(1), said=said_test
)
checks.that(
    np.array_equal(
        targets_test, np.concatenate([batch_test[1] for batch_test in again_answer.value])
    ),
    "The same generator, the same seed, but another order. Does the order come from `rng`?",
)
said_test = "mini_batches(X, y, 3, rng) with 7 rows"
rng_test = np.random.default_rng(2)


def next_order_test():
    batches_answer = checks.call(
        lambda: mini_batches(X_test[:7], y_test[:7], 3, rng_test), said=said_test
    )
    sizes_test = [len(batch_test[0]) for batch_test in batches_answer.value]
    checks.that(
        sizes_test == [3, 3, 1],
        f"With 7 rows and batch_size = 3 the batches have {sizes_test} rows, expected [3, 3, 1]. "
        "Is a number of the example still in the function?",
    )
    return np.concatenate([batch_test[1] for batch_test in batches_answer.value])


checks.that(
    not np.array_equal(next_order_test(), next_order_test()),
    "Two calls with one generator give the same order. Does the order come from the `rng` that "
    "came in, or is a generator made anew in each call?",
)
print("mini_batches works here. The hidden tests try other sizes, and one epoch after the other.")

# %% nbgrader={"grade": true, "grade_id": "mini_batches_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
data_test = np.random.default_rng(55)
for n_test, n_features_test, batch_size_test in [
    (1, 1, 1),
    (6, 2, 3),
    (7, 3, 2),
    (5, 2, 8),
    (40, 1, 40),
    (33, 2, 8),
]:
    X_test, y_test = data_test.normal(size=(n_test, n_features_test)), data_test.normal(size=n_test)
    said_test = f"mini_batches with {n_test} rows and batch_size = {batch_size_test}"
    batches_answer = checks.call(
        mini_batches, X_test, y_test, batch_size_test, np.random.default_rng(n_test), said=said_test
    )
    batches_answer.has_type(list, "a list of pairs").keeps_inputs()
    sizes_test = [np.shape(y_batch_test) for _, y_batch_test in batches_answer.value]
    left_test = n_test
    for size_test in sizes_test:
        checks.that(
            size_test == (min(left_test, batch_size_test),),
            f"{said_test} gives batches of shapes {sizes_test}.",
        )
        left_test -= size_test[0]
    checks.that(
        left_test == 0, f"{said_test} gives batches of shapes {sizes_test}. Are all rows in them?"
    )
    for X_batch_test, y_batch_test in batches_answer.value:
        checks.that(
            np.shape(X_batch_test) == (len(y_batch_test), n_features_test),
            f"{said_test}: X_batch has shape {np.shape(X_batch_test)} beside "
            f"y_batch {np.shape(y_batch_test)}.",
        )
    table_test = np.column_stack([X_test, y_test])
    given_test = np.concatenate([np.column_stack(pair) for pair in batches_answer.value])
    checks.that(
        np.allclose(given_test[np.argsort(given_test[:, -1])], table_test[np.argsort(y_test)]),
        f"{said_test}: is each row of X in exactly one batch, beside its own number of y?",
    )
    if n_test > 5:
        checks.that(
            not np.array_equal(given_test, table_test), f"{said_test}: the rows are not shuffled."
        )


def order_of_test(rng, said_test):
    X_test, y_test = np.arange(60.0).reshape(30, 2), np.arange(30.0)
    batches_answer = checks.call(mini_batches, X_test, y_test, 7, rng, said=said_test).value
    return np.concatenate([y_batch_test for _, y_batch_test in batches_answer])


first_test, other_test = np.random.default_rng(8), np.random.default_rng(9)
one_test = order_of_test(first_test, "mini_batches")
checks.that(
    np.array_equal(one_test, order_of_test(first_test, "mini_batches")),
    "Generators in the same state should give the same order. Does the order come from `rng`?",
)
checks.that(
    not np.array_equal(one_test, order_of_test(other_test, "mini_batches")),
    "Generators with different seeds give the same order. Does the order come from `rng`?",
)
epochs_test = [
    np.concatenate(
        [
            y_batch_test
            for _, y_batch_test in mini_batches(np.ones((30, 1)), np.arange(30.0), 7, first_test)
        ]
    )
    for _ in range(2)
]
checks.that(
    not np.array_equal(*epochs_test),
    "Two epochs in a row have the same order. Is it drawn anew each time?",
)
### END HIDDEN TESTS

# %% [markdown]
# ### Quick question 2 (1 point)
#
# The bank has 1,000 customers. The batch size is 50. How many steps are made in 3 epochs?
#
# - **a**: 3
# - **b**: 20
# - **c**: 60
# - **d**: 150


# %% nbgrader={"grade": false, "grade_id": "question_2", "locked": false, "schema_version": 3, "solution": true, "task": false}
def question_2():
    """Return the letter of your answer in quotes, such as return "a"."""
    ### BEGIN SOLUTION
    return "c"
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "question_2_test", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
letter = checks.choice(question_2, "abcd")
print("Your answer is", letter + ". Whether it is right is checked when your work is graded.")
### BEGIN HIDDEN TESTS
checks.that(
    letter != "a",
    "Quick question 2, your answer a: that is one step for each epoch. How many batches are in it?",
)
checks.that(
    letter != "b",
    "Quick question 2, your answer b: these are the steps of one epoch. How many epochs?",
)
checks.that(
    letter != "d",
    "Quick question 2, your answer d: the batch size counts rows. How many batches make 1,000 "
    "rows?",
)
### END HIDDEN TESTS

# %% [markdown]
# ### Parameters and settings
#
# Unit 04 told **parameters**, which training finds, from **settings** (or *hyperparameters*), which
# you choose before. Three more settings have joined the list: the learning rate, the batch size and
# the number of epochs. Gradient descent never changes a setting, and you never type in a parameter.

# %% [markdown]
# ## 7. The bank: two ways to the same weights
#
# In unit 01, `fit_linear` found the best weights of a linear model with a formula. Let us walk
# there instead. First, all columns of `X` are brought to a similar size: each less its mean,
# divided by its *spread*, which says how far its numbers typically lie from the mean. (`np.std`
# computes it, and unit 08 explains it.) Then a column of ones is added for the bias.

# %%
X_bank, y_bank = bank.simulate(n_customers=1000, seed=0)
X_scaled = (X_bank - np.mean(X_bank, axis=0)) / np.std(X_bank, axis=0)
X_ones = np.column_stack([X_scaled, np.ones(len(X_bank))])
w_walk, history = toolbox.gradient_descent(X_ones, y_bank, np.zeros(6), lr=0.1, n_steps=500)
w_formula, b_formula = toolbox.fit_linear(X_scaled, y_bank)
solved = np.append(w_formula, b_formula)
print("            walking  formula")
for j in range(5):
    print(f"{bank.FEATURES[j]:10s} {w_walk[j]:8.3f} {solved[j]:8.3f}")
print(f"bias       {w_walk[5]:8.3f} {solved[5]:8.3f}")
print(f"root mean squared error: {np.sqrt(history[-1]):.1f} transactions")

# %% [markdown]
# The same weights. For a linear model the walk is a detour. For a network there is no formula, and
# walking is the only way.
#
# Now with mini-batches of 50 customers. An epoch has 20 steps instead of one, each a little less
# exact, at the same price: in both cases every customer is looked at once.

# %%
generator = np.random.default_rng(seed=5)
w_mini = np.zeros(6)
mini_history = [toolbox.mean_squared_error(y_bank, X_ones @ w_mini)]
for _epoch in range(10):
    for X_batch, y_batch in toolbox.mini_batches(X_ones, y_bank, 50, generator):
        w_mini = toolbox.update(w_mini, toolbox.slope(X_batch, y_batch, w_mini), lr=0.1)
    mini_history.append(toolbox.mean_squared_error(y_bank, X_ones @ w_mini))
full_history = mini_history[:1] + history[:10]
print("epoch  all rows  mini-batches")
for epoch in (0, 1, 2, 5, 10):
    print(f"{epoch:5d}  {full_history[epoch]:8.0f}  {mini_history[epoch]:12.0f}")

# %%
draw_epochs(full_history, mini_history)

# %% [markdown]
# ## What you have learned
#
# - A cost says in one number how wrong a model is. SSE, MSE and RMSE are lowest at the same
#   weights, but they are not equally steep.
# - The slope says how the cost changes when a weight grows. A formula gives it, or tiny steps to
#   both sides.
# - Gradient descent steps against the slope, again and again. The learning rate decides how far.
# - One epoch looks at every row once, in batches; each batch makes one step.
#
# One thing is missing before we can train a network: its slopes. The formula of this unit holds for
# one layer without activation. Unit 06 finds the slopes of all weights in all layers.
#
# ## Go further
#
# - You have seen from which learning rate on the walk gets away. What happens just there? Type that
#   rate into the cell below, and print `costs`.
# - Squaring makes one very large error count more than many small ones. The *mean absolute error*
#   does not. When would you want which?

# %%
lr = 0.05
w_end, costs = toolbox.gradient_descent(X_one, transactions, np.array([2.0]), lr, n_steps=20)
print("weight after 20 steps:", round(w_end[0], 3), " cost:", round(costs[-1], 3))
