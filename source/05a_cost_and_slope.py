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
# # Unit 05a: Cost and slope
#
# **The question of this notebook: what does "wrong" cost, and which way is down?**
#
# So far the weights of our networks fell from the sky. Somebody gave them to you, and you
# computed the prediction. Now the other half begins: learning, which means finding good
# weights. It takes two things: a number that says how wrong the predictions are, and a rule that
# says how to change the weights so that this number falls. To see both clearly, we go back to the
# smallest model there is, with one weight. In unit 06 the same rule trains a whole network.
#
# This unit has four sittings. When you are done with this one, you will be able to
#
# - measure how wrong a model is, in three ways, and say what differs between them;
# - compute which way is *down*, for one weight and for many.
#
# Time: about 35 minutes. Points: 4. A word that you do not know? Look it up in the
# [glossary](../glossary.md).

# %%
import numpy as np

from course import checks, toolbox

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
# | SSE | sum of squared errors | square each error, add up |
# | MSE | mean squared error | the same, divided by the number of rows $n$ |
# | RMSE | root mean squared error | the square root of the MSE |
#
# Read the letters from right to left and you have the recipe: for RMSE take the *errors*,
# *square* them, take the *mean*, take the *root*. Some texts write RSME by mistake. That would be
# another recipe: errors, mean, square, root. In the mean the errors cancel, and so the result
# looks far too good. You will see it after the exercise.
#
# Such a number is called a **cost** (or a *loss*). The SSE is the first step to the other two, and
# each of these has its use:
#
# - the **MSE** does not grow just because there are more rows, and its slope is simple. So it is
#   what we train with;
# - the **RMSE** has the unit of `y`: an RMSE of 3 means "wrong by about 3 transactions". So it is
#   good for telling people how wrong a model is.
#
# There are other costs, for other tasks. For yes or no, unit 07 uses the *cross-entropy*.
#
# **Before you go on:** work out the SSE, the MSE and the RMSE of the four errors above on paper.

# %% [markdown]
# ### Exercise 1: three costs (2 points)
#
# Write the three functions. Each takes `y` and `y_hat`, two arrays of the same length, and returns
# one number. `np.sum` and `np.mean` do what their names say, `np.sqrt` takes the square root, and
# `a ** 2` is the square of `a`. You have met all three costs in unit 01. (The $n$ of the table is
# the number of rows. Python does not know this letter; it counts the rows with `len(y)`.)


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
# Check the three costs: four customers, then three other rows. Run this cell.
from course import checks

y_test = np.array([45.0, 7.0, 19.0, 31.0])
y_hat_test = np.array([40.0, 10.0, 20.0, 30.0])
said_test = "sum_of_squared_errors(y, y_hat)"
sse_answer = checks.call(sum_of_squared_errors, y_test, y_hat_test, said=said_test)
if np.shape(sse_answer.value) == (4,):
    sse_answer.is_not(
        [25, 9, 1, 1], "These are the squares. What is still missing to get one number?"
    )
sse_answer.is_number()
sse_answer.is_not(
    -2, "The errors were added as they are, so they cancel. What comes before adding?"
)
sse_answer.is_not(2, "The errors were added as they are, so they cancel. What comes before adding?")
hint_test = "The errors were multiplied by 2. How does one write a square in Python?"
sse_answer.is_not(-4, hint_test)
if np.shape(sse_answer.value) == () and sse_answer.value == 4:  # two mistakes give this number
    other_answer = checks.call(
        sum_of_squared_errors,
        np.array([-2.0, 0.0, 5.0]),
        np.array([-1.0, -2.0, 7.0]),
        said="sum_of_squared_errors of three other rows",
    )
    other_answer.is_not(-2, hint_test)
    other_answer.is_not(
        1, "The errors were added first, then squared. Which comes first in the recipe?"
    )
    other_answer.equals(9)
sse_answer.is_not(4, "The errors were added first, then squared. Which comes first in the recipe?")
sse_answer.is_not(12756, "y and y_hat were added. What is an error?")
sse_answer.is_not(10, "These are the sizes of the errors, added. What should happen to each error?")
sse_answer.is_not(9, "That is a mean. What does the first letter of SSE stand for?")
sse_answer.is_not(6, "That is the root of the SSE. Is there an R in SSE?")
sse_answer.is_not(
    25, "That is the square of the first error alone. Does `return` stand inside the loop?"
)
sse_answer.is_not(
    1,
    "That is the square of the last error alone. How does a total grow, instead of starting anew?",
)
sse_answer.is_not(
    -3296, "Only y was squared, not the whole error. Where do brackets belong: what is squared?"
)
sse_answer.is_not(
    2898, "Only y_hat was squared, not the whole error. Where do brackets belong: what is squared?"
)
for mistake_test in (-396, 396):
    sse_answer.is_not(
        mistake_test, "y and y_hat were squared one by one, then subtracted. What is squared?"
    )
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
mse_answer.is_not(
    1 / 9, "The number of rows was divided by the sum. Which of the two belongs below the line?"
)
mse_answer.is_not(3, "That is the root of the MSE. Is there an R in MSE?")
for mistake_test in (-824, 724.5):
    mse_answer.is_not(
        mistake_test, "Only one of y and y_hat was squared, not the whole error. What is squared?"
    )
for mistake_test in (-99, 99):
    mse_answer.is_not(
        mistake_test, "y and y_hat were squared one by one, then subtracted. What is squared?"
    )
mse_answer.equals(9)
mse_answer.keeps_inputs()
rmse_answer = checks.call(
    root_mean_squared_error, y_test, y_hat_test, said="root_mean_squared_error(y, y_hat)"
)
rmse_answer.is_number()
checks.that(
    not np.isnan(float(rmse_answer.value)),
    "root_mean_squared_error gives nan: a negative number has no root. Can a sum of squares be "
    "negative?",
)
rmse_answer.is_not(9, "That is the MSE. What does the R stand for?")
rmse_answer.is_not(81, "That is the square of the MSE. Which function takes a square root?")
rmse_answer.is_not(4.5, "That is half of the MSE. Which function takes a square root?")
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
    cost_answer = checks.call(function_test, y_test, y_hat_test, said=said_test)
    for places_test in range(1, 5):
        cost_answer.is_not(
            round(cost_test, places_test),
            "The number is rounded, and whoever computes with it later needs all its digits. Which "
            "step rounds?",
        )
    cost_answer.equals(cost_test, "Does it use the numbers that came in, however many they are?")
checks.passed("The three costs work. The hidden tests try other lengths and perfect predictions.")

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
            function_test,
            y_test,
            y_hat_test,
            said=f"{function_test.__name__} of arrays of length {n_test}",
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
# (On paper you have found 36, 9 and 3.) And here is what comes out when the letters are mixed up:

# %%
print("RMSE:", toolbox.root_mean_squared_error(transactions, predicted))
rsme = np.sqrt(np.mean(predicted - transactions) ** 2)
print("RSME:", rsme, "(squares after the mean: errors cancel)")

# %% [markdown]
# From the next exercise on, the three costs are there for you when you need them, as
# `toolbox.mean_squared_error` and so on.

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
# The best weight is somewhere near 10. With one weight, a computer could try thousands of values.
# But a network has thousands or billions of weights, and trying them all is hopeless. We need a
# rule that looks only at the place where we stand and says which way is down.
#
# That is the **slope**: for a tiny change of the weight, the change of the cost divided by the
# change of the weight. If the cost rises by 0.03 when the weight grows by 0.01, the slope is 3. A
# positive slope means: more weight, more cost. A negative slope means: more weight, less cost.
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
# (The small numbers count the rows, from 0.)
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
    print("w =", weight, "  slope =", np.round(slope_here, 1) + 0)  # + 0 makes 0.0 of -0.0

# %% [markdown]
# At `w = 10.6` the slope is 0: no way is down any more. That is the best weight. And the further
# away we stand, the steeper it is. That is one more reason for squaring: the slope of a square is
# simple, and it says at every place which way is down and how far off we are.
#
# ### Several weights
#
# With several features there is a weight for each of them, and a slope along each weight: only this
# one weight changes a little, and the others stay. All slopes together are called the **gradient**.
# It is an array as long as `w`.
#
# `X` has one row for each customer and one column for each feature. With several weights the
# predictions are `X @ w`, no longer `w * x`. For the slope along weight 0, each error is multiplied
# by the customer's number in column 0 of `X`, and then all are added up. For weight 1 it is
# column 1, and so on. A matrix product does this with the rows of a table. So we turn the table on
# its side, and columns become rows. That is called *transposing*; NumPy writes it `X.T`:

# %%
X_two = np.array([[1.0, 2.0], [2.0, 0.0], [3.0, 3.0], [4.0, 1.0]])  # accounts, family members
errors = np.array([3.0, 1.0, -1.0, -5.0])
print("X.T has the shape", X_two.T.shape, "and these rows:")
print(X_two.T)
print("X.T @ errors:", X_two.T @ errors)

# %% [markdown]
# The first number, -18, is the sum that you have seen above. The second one is the same for the
# family members: $3 \cdot 2 + 1 \cdot 0 - 1 \cdot 3 - 5 \cdot 1 = -2$.
#
# (And the bias? Add a column of ones to `X`: its weight is then added to every prediction. So a
# bias is one more weight. Sitting d does that.)

# %% [markdown]
# ### Exercise 2: the slope by formula (2 points)
#
# Write the function `slope`. It takes the table `X`, the observed `y` and the weights `w`, and
# returns the gradient of the MSE: one number for each weight. In words: two divided by the
# number of rows, and this times the matrix product of `X` transposed and the errors `y_hat - y`.
# (The $n$ of the formula is the number of rows: `len(y)`.)


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
# Check slope: three tables of different sizes. Run this cell.
from course import checks

# As many rows as columns: here every way to multiply runs, and its result shows which one it was.
X_test = np.array([[1.0, 2.0, 1.0], [2.0, 0.0, 1.0], [3.0, 3.0, 1.0]])
y_test = np.array([15.0, 23.0, 39.0])
w_test = np.array([10.0, 4.0, 0.0])
gradient_answer = checks.call(
    slope, X_test, y_test, w_test, said="slope(X, y, w) with 3 rows and 3 weights"
)
if np.shape(gradient_answer.value) == ():
    gradient_answer.is_not(1, "That is the mean error. Where does X come in?")
    gradient_answer.is_not(2, "That is twice the mean error. Where does X come in?")
    for mistake_test in (8, 16):
        gradient_answer.is_not(
            mistake_test, "All was added up to one number. How many weights are there?"
        )
    gradient_answer.is_not(
        4, "That is the slope along the first weight alone. Where are those along the others?"
    )
    hint_test = "That is the mean of a whole table. Which product gives one sum for each weight?"
    gradient_answer.is_not(8 / 3, hint_test)
    gradient_answer.is_not(16 / 3, hint_test)
if np.shape(gradient_answer.value) == (3, 3):
    gradient_answer.is_not(
        [[100 / 3, -188 / 3, -156], [70 / 3, -42, -130], [10, -98 / 3, -78]],
        "`w * X` gives a table of products. How is one prediction for each row made of it?",
    )
    gradient_answer.equals([4, 10, 2], "These products are not added up. * or @?")
gradient_answer.is_array((3,))
gradient_answer.is_not(
    [-4, -10, -2], "The sign is reversed. What is subtracted from what in an error?"
)
gradient_answer.is_not([12, 30, 6], "That is 3 times too large. How does a sum become a mean?")
gradient_answer.is_not([2, 5, 1], "That is half of it. How fast does the square of an error grow?")
gradient_answer.is_not([6, 15, 3], "These are the right sums. Which number stands before each sum?")
gradient_answer.is_not(
    [4 / 3, 10 / 3, 2 / 3], "The sums were divided by 9. Over how many rows is the mean taken?"
)
gradient_answer.is_not(
    [36, 90, 18], "That is 9 times too large. Over how many rows is the mean taken, and of what?"
)
gradient_answer.is_not(
    [-52, -46, -50 / 3],
    "`w @ X` adds up over the rows of X. Which product gives one prediction for each row?",
)
gradient_answer.is_not(
    [3, 7.5, 1.5], "The sums were divided by 4. Is that the number of rows here?"
)
gradient_answer.is_not(
    [36, 30, 18], "The errors were squared. Are there squares in the slope, too?"
)
gradient_answer.is_not(
    [0, 6, 2],
    "There is a sum for each row of X, but a slope belongs to a column. What turns X on its side?",
)
gradient_answer.is_not(
    [8, -6, 14],
    "The numbers in each row were added up. A slope belongs to a column: which way does one add over "
    "the customers?",
)
gradient_answer.is_not(
    [323 / 3, 85, 43 / 3],
    "y was subtracted at the very end, not from the predictions. Where do brackets belong?",
)
gradient_answer.is_not(
    [1 / 9, 2 / 45, 2 / 9],
    "2 was divided by everything that follows. What alone belongs below the line?",
)
gradient_answer.is_not(
    [12, -10, 6],
    "Each error has met a column of X, not its own row. Which product adds up over the rows?",
)
gradient_answer.is_not(
    [-342, -994 / 3, -484 / 3],
    "y was subtracted from the weights. From what is it subtracted to get the errors?",
)
gradient_answer.is_not(
    [-56 / 3, -38 / 3, -50 / 3],
    "X stands on its side in the prediction. Which of the two products needs X.T?",
)
hint_test = "Something was divided by the numbers of y themselves. What counts how many they are?"
gradient_answer.is_not([4 / 5, 30 / 23, 2 / 13], hint_test)
gradient_answer.is_not([0.339799331, 1.261538462, 0.292976589], hint_test)
gradient_answer.is_not(
    [724 / 3, 206, 314 / 3], "The prediction and y were added. What is an error?"
)
gradient_answer.equals([4, 10, 2], "Work it out by hand for the first weight: what is different?")
gradient_answer.keeps_inputs()
X_test = np.array([[1.0, 2.0, 1.0], [2.0, 0.0, 1.0], [3.0, 3.0, 1.0], [4.0, 1.0, 1.0]])
y_test = np.array([17.0, 21.0, 42.0, 45.0])
gradient_answer = checks.call(
    slope, X_test, y_test, w_test, said="slope(X, y, w) with 4 rows and 3 weights"
)
gradient_answer.is_array((3,))
gradient_answer.is_not(
    [-10 / 3, 2 / 3, -2 / 3], "The sums were divided by 3. Is that the number of rows here?"
)
gradient_answer.equals([-2.5, 0.5, -0.5])
X_test = np.array([[1.0], [2.0], [3.0], [4.0]])
y_test = np.array([7.0, 19.0, 31.0, 45.0])
gradient_answer = checks.call(
    slope, X_test, y_test, np.array([10.0]), said="slope(X, y, w) with one weight"
)
gradient_answer.is_array((1,)).equals([-9])
checks.passed("slope works here. The hidden tests try other tables and compare with tiny steps.")

# %% nbgrader={"grade": true, "grade_id": "slope_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
rng_test = np.random.default_rng(51)
for n_test, n_features_test in [(1, 1), (1, 3), (4, 1), (6, 6), (50, 3)]:
    X_test = rng_test.normal(size=(n_test, n_features_test))
    y_test, w_test = rng_test.normal(size=n_test), rng_test.normal(size=n_features_test)
    said_test = f"slope with X of shape ({n_test}, {n_features_test})"
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
# ## What you have learned
#
# - A cost says in one number how wrong a model is. The RMSE has the unit of `y`. The MSE has a
#   simple slope, so it is what we train with.
# - The slope says how the cost changes when a weight grows a little. Where it is negative, more
#   weight means less cost.
# - With several weights there is a slope for each of them. Together they are the gradient, and one
#   matrix product finds it.
#
# How sure are you that the formula is right? The next sitting checks it without any formula:
# [05b: the slope by trying](05b_slope_by_trying.ipynb).
