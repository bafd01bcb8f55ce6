# ---
# jupyter:
#   autograder:
#     assignment: 01_linear_regression
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
# # Unit 01a: The best line
#
# **The question of this notebook: how does a straight line predict, and which line is the best?**
#
# A bank wants to know how many transactions a customer will make next year. The oldest tool for
# such a question is a straight line through the data. Here you build it, measure how wrong it is,
# and let the computer find the best one. In 01b you find something that no straight line can see.
#
# When you are done, you will be able to
#
# - predict with a linear model;
# - say what a *residual* is, and why the errors are squared before they are added up;
# - fit a linear model to data.
#
# Time: about 45 minutes. Points: 7. A word that you do not know? Look it up in the
# [glossary](../glossary.md).

# %%
import numpy as np

from course import bank, checks, toolbox
from course.figures.lines import draw_customers, draw_line_and_residuals

# %% [markdown]
# ## 1. The customers
#
# `bank.simulate` returns 1,000 customers, and how many transactions each of them made in the next
# year. (The customers are made up by a program.) Of the five features we look at two: the balance,
# in thousands, and whether the customer is retired (1) or not (0). These are column 1 and column 2
# of the table.
#
# In the next cell, `customers[:, [1, 2]]` means: all rows, and of these the columns 1 and 2. And
# `X[:3]` means: the first three rows, as in 00b.

# %%
customers, y = bank.simulate()
X = customers[:, [1, 2]]
print("X has shape", X.shape, "and y has shape", y.shape)
print("the first three rows of X (balance, retired):")
print(X[:3])
print("their transactions:", y[:3])

# %% [markdown]
# Here they are, all 1,000. Each point is one customer. How far right it stands says how large the
# balance is, and how high it stands says how many transactions the customer made.
#
# **Before you run the next cell:** do you expect the points to rise to the right, to fall, or
# neither?

# %%
draw_customers(X, y)

# %% [markdown]
# On the whole they rise: the more money on the account, the more transactions. But they do not lie
# on a line. A straight line can only follow the trend. (On the left you see two groups of points.
# 01b comes back to them.)
#
# What we want to predict is always called `y`. What a model predicts is called `y_hat`, because in
# formulas it is written as a $y$ with a hat: $\hat{y}$.
#
# ## 2. Predicting with a line
#
# A straight line predicts like this: start with a number, and add something for each thousand on
# the account.
#
# $$\hat{y} = w \cdot \text{balance} + b$$
#
# - $w$ is the **weight** of the balance. It says by how much the prediction grows when the balance
#   grows by 1. In a picture it is the *slope* of the line.
# - $b$ is the **bias**. It is the prediction where the balance is 0.
#
# (This bias has nothing to do with being unfair. It is just the name of the number that is added.)
#
# With two features there are two weights, and a prediction is a weighted sum plus the bias:
#
# $$\hat{y} = w_0 \cdot \text{balance} + w_1 \cdot \text{retired} + b$$
#
# The small numbers below $w$ only count: $w_0$ is the first number in `w`, which Python calls
# `w[0]`. This is a **linear model**. Its weights and its bias are its **parameters**: numbers that
# are found from data.
#
# Take the weights 5 and 6 and the bias 38. **Before you run the next cell:** what does this model
# predict for a retired customer with a balance of 3? Work it out on paper.

# %%
prediction = 5 * 3 + 6 * 1 + 38
print("prediction:", prediction)

# %% [markdown]
# For a whole table, NumPy has a sign that does the weighted sum of **each row**: `X @ w`. It takes
# a row of `X`, multiplies it number by number with `w`, adds up, and does the same with the next
# row. (Unit 02 looks into `@` more closely.) The first row gives 3 times 5 plus 1 times 6.

# %%
three_customers = np.array([[3, 1], [3, 0], [8, 1]])
print(three_customers @ np.array([5, 6]))

# %% [markdown]
# ### Exercise 1: predict (2 points)
#
# Write the function `predict_linear`. It takes a table `X` with one row for each customer, a
# vector `w` with a weight for each column, and the bias `b`. It returns an array with one
# prediction for each row.


# %% nbgrader={"grade": false, "grade_id": "predict_linear", "locked": false, "schema_version": 3, "solution": true, "task": false}
def predict_linear(X, w, b):
    """Return the prediction of a linear model for each row.

    Parameters
    ----------
    X : array of shape (n, n_features)
        One row for each customer.
    w : array of shape (n_features,)
        One weight for each feature.
    b : float
        The bias: the prediction where all features are 0.

    Returns
    -------
    array of shape (n,)
        For X = [[3, 1], [3, 0]], w = [5, 6] and b = 38, the first number is 59.
    """
    ### BEGIN SOLUTION
    return X @ w + b
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "predict_linear_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check predict_linear: three customers, then a table with three features. Run this cell.
from course import checks

X_test = np.array([[3, 1], [3, 0], [8, 1]])
w_test = np.array([5, 6])
y_hat_answer = checks.call(predict_linear, X_test, w_test, 38, said="predict_linear(X, w, b)")
checks.that(
    not isinstance(y_hat_answer.value, tuple),
    "predict_linear(X, w, b) returned two things: a comma in `return` makes a tuple of them. "
    "Which sign adds the bias?",
)
y_hat_answer.is_not(
    X_test * w_test, "These are products. What has to happen with those of one row?"
)
y_hat_answer.is_not(X_test * w_test + 38, "Each row has two numbers. How do they become one?")
y_hat_answer.is_not(
    11 * X_test + 38, "Each number met both weights. Which weight belongs to which column?"
)
y_hat_answer.is_not([108, 50], "You added up columns. What belongs to one customer?")
y_hat_answer.is_not(
    [71, 43], "`X[0]` and `X[1]` are rows, that is, customers. How do you write a column?"
)
y_hat_answer.is_not(120, "One number came out for all customers. What do you want for each row?")
y_hat_answer.is_not(
    59, "That is the first row alone. Is there a loop, and does `return` stand inside it?"
)
y_hat_answer.is_not(84, "That is the last row alone. Where do you keep the others?")
y_hat_answer.is_not(
    [[59, 53, 84]],
    "The brackets around the predictions make them one row of a table. Are they needed?",
)
y_hat_answer.is_not([], "It is empty: no prediction was kept. Which line should keep each one?")
y_hat_answer.is_array((3,))
y_hat_answer.is_not(
    [173, 129, 388], "The bias was added to each weight. To what should it be added, and how often?"
)
y_hat_answer.is_not(
    [21, 15, 46], "The bias is missing. What would a customer with zeros everywhere get?"
)
y_hat_answer.is_not(
    [97, 91, 122], "The bias came in twice. How often does it belong to one prediction?"
)
y_hat_answer.is_not(
    [61, 56, 91], "The weights changed places. Which weight belongs to the balance?"
)
y_hat_answer.is_not([-17, -23, 8], "The bias was subtracted. What should happen to it?")
y_hat_answer.is_not(
    [798, 570, 1748], "The sums were multiplied by the bias. What should happen to it?"
)
y_hat_answer.equals([59, 53, 84])
y_hat_answer.keeps_inputs()
X_test = np.array([[1, 0, 2], [4, -5, 1]])
y_hat_answer = checks.call(predict_linear, X_test, np.array([2, -1, 4]), -3)
y_hat_answer.is_not(
    [43, 28], "The weights and the bias of the text are still in it. Where do `w` and `b` go?"
)
y_hat_answer.is_not([-1, 10], "Only two columns are in it. How many features has this table?")
y_hat_answer.equals([7, 14], "Are `w` and `b` used, and all columns, however many there are?")
checks.passed(
    "predict_linear works here. The hidden tests try one row, and other numbers of features."
)

# %% nbgrader={"grade": true, "grade_id": "predict_linear_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
y_hat_answer = checks.call(predict_linear, np.array([[2.0]]), np.array([-3.0]), 0.5)
y_hat_answer.is_array((1,)).equals([-5.5])
y_hat_answer = checks.call(predict_linear, np.zeros((4, 3)), np.array([1.0, -2.0, 5.0]), -7.25)
y_hat_answer.is_array((4,)).equals([-7.25] * 4, "What is predicted where all features are 0?")
rng_test = np.random.default_rng(11)
for n_test, n_features_test in [(1, 2), (2, 2), (3, 3), (5, 1), (60, 5)]:
    X_test = rng_test.normal(size=(n_test, n_features_test))
    w_test, b_test = rng_test.normal(size=n_features_test), rng_test.normal()
    said_test = f"predict_linear with {n_test} rows and {n_features_test} features"
    y_hat_answer = checks.call(predict_linear, X_test, w_test, b_test, said=said_test)
    y_hat_answer.is_array((n_test,)).keeps_inputs()
    expected_test = [sum(w_test[k] * x for k, x in enumerate(row)) + b_test for row in X_test]
    y_hat_answer.equals(
        expected_test, "Is every prediction a weighted sum of its row, plus the bias?"
    )
### END HIDDEN TESTS

# %% [markdown]
# That is all a linear model does. From here on the notebook calls `toolbox.predict_linear`. The
# toolbox of this course holds finished copies of what later exercises need, in this unit and in the
# next ones. So a mistake in one exercise never costs you points in the next. (In the exercise
# itself the finished copy is no answer: there, write your own lines.)

# %% [markdown]
# ## 3. How wrong is it?
#
# Three customers made 60, 50 and 90 transactions. The model above predicted 59, 53 and 84. The
# difference between what was observed and what was predicted is called the **residual**: what is
# left over.
#
# $$\text{residual} = y - \hat{y}$$

# %%
y_three = np.array([60, 50, 90])
y_hat_three = np.array([59, 53, 84])
residuals = y_three - y_hat_three
print("residuals:", residuals)
print("their sum:", np.sum(residuals))

# %% [markdown]
# A positive residual means: the model predicted too little. A negative one: too much.
#
# To say how wrong the model is on the whole we need **one** number. The sum of the residuals is a
# bad one. **Before you read on:** why? Think of a model with the residuals 50 and -50.

# %% [markdown]
# Their sum is 0, as if the model made no error at all. So each residual is **squared** first, that
# is, multiplied by itself. Squares are never negative, so nothing cancels out. And a large error
# counts much more than a small one: an error of 6 counts 36 times as much as an error of 1.
#
# Adding up the squares gives the **sum of squared errors**, SSE for short:
#
# $$\text{SSE} = (y_0 - \hat{y}_0)^2 + (y_1 - \hat{y}_1)^2 + \dots$$
#
# Here $y_0$ is `y[0]`, the first customer's number, and $\hat{y}_0$ is what was predicted for this
# customer. For our three customers the residuals are 1, -3 and 6, so the SSE is 1 + 9 + 36 = 46.
#
# In Python, `a ** 2` is the square of `a`. With an array it squares each number. Mind the order:
# Python computes `**` before it subtracts. So `7 - 2 ** 2` is 3, and `(7 - 2) ** 2` is 25.

# %% [markdown]
# ### Exercise 2: the sum of squared errors (2 points)
#
# Write the function `sum_of_squared_errors`. It takes what was observed, `y`, and what was
# predicted, `y_hat`, and returns the sum of squared errors.


# %% nbgrader={"grade": false, "grade_id": "sum_of_squared_errors", "locked": false, "schema_version": 3, "solution": true, "task": false}
def sum_of_squared_errors(y, y_hat):
    """Return the sum of squared errors.

    Parameters
    ----------
    y : array of shape (n,)
        What was observed.
    y_hat : array of shape (n,)
        What was predicted.

    Returns
    -------
    float
        For y = [5, 7] and y_hat = [4, 10] this is 1 + 9 = 10.
    """
    ### BEGIN SOLUTION
    return np.sum((y - y_hat) ** 2)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "sum_of_squared_errors_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check sum_of_squared_errors: three predictions, then four. Run this cell.
from course import checks

y_test = np.array([9.0, 5.0, 13.0])
y_hat_test = np.array([7.0, 9.0, 6.0])
sse_answer = checks.call(sum_of_squared_errors, y_test, y_hat_test)
sse_answer.is_not([4, 16, 49], "These are the squares. How do they become one number?")
sse_answer.is_not([2, -4, 7], "These are the residuals. Which two steps come after them?")
sse_answer.is_not([-40, -76, -23], "Only `y_hat` was squared. Which part must be in brackets?")
sse_answer.is_not(
    [12, 48, 147], "All squares came in at each turn of a loop. Which one belongs to one turn?"
)
sse_answer.is_number()
sse_answer.is_not(
    135, "Every observation met every prediction. Which prediction belongs to which observation?"
)
sse_answer.is_not(5, "That is the sum of the residuals. What should happen before they are added?")
sse_answer.is_not(-5, "That is the sum of the errors. What should happen before they are added?")
sse_answer.is_not(25, "You added before you squared. What do the errors 50 and -50 give that way?")
sse_answer.is_not(
    13, "Here the errors lost their sign, but they are not squared. What does `** 2` do?"
)
sse_answer.is_not(-139, "Only `y_hat` was squared. Which part must be in brackets?")
sse_answer.is_not(
    10,
    "That is the sum of the doubled residuals, and also the example's result. Did you write `* 2` "
    "for a square, or compute with the numbers of the example?",
)
sse_answer.is_not(
    109, "You squared `y` and `y_hat`, and subtracted after that. What is a squared error?"
)
sse_answer.is_not(
    4, "That is the first square alone. Is there a loop, and does `return` stand inside it?"
)
sse_answer.is_not(49, "That is the last square alone. Where do you keep the others?")
sse_answer.is_not(20, "Those are the first two squares. How many predictions came in?")
sse_answer.is_not(23, "That is the mean of the squares. What does the name of the function say?")
sse_answer.is_not(23**0.5, "That is the root of the mean. Which of these steps are asked for?")
sse_answer.is_not(69**0.5, "That is the root of the sum. Is a root asked for?")
sse_answer.is_not(
    46, "That is the result for the three customers above. Where do `y` and `y_hat` go?"
)
sse_answer.is_not(813, "`y` and `y_hat` were added. How far apart are 9 and 7?")
sse_answer.is_not(287, "These are third powers. Which power is a square?")
sse_answer.is_not(34.5, "That is half of it. Is anything divided in the recipe?")
sse_answer.equals(69)
sse_answer.keeps_inputs()
y_test, y_hat_test = np.array([1.0, 0.0, -2.0, 4.0]), np.array([4.0, 1.0, 2.0, 2.0])
sse_answer = checks.call(sum_of_squared_errors, y_test, y_hat_test)
sse_answer.equals(30, "Are all errors in it, however many there are?")
checks.passed(
    "sum_of_squared_errors works here. The hidden tests try other numbers and other lengths."
)

# %% nbgrader={"grade": true, "grade_id": "sum_of_squared_errors_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
checks.call(sum_of_squared_errors, np.array([5, 7]), np.array([4, 10])).is_number().equals(10)
checks.call(sum_of_squared_errors, np.array([-2.0]), np.array([1.5])).is_number().equals(12.25)
same_test = np.array([3.0, -1.0, 0.5, 8.0])
sse_answer = checks.call(sum_of_squared_errors, same_test, same_test)
sse_answer.equals(0, "What is left when nothing is wrong?")
checks.call(sum_of_squared_errors, np.array([50.0, -50.0]), np.array([0.0, 0.0])).equals(5000)
rng_test = np.random.default_rng(12)
for n_test in (2, 3, 10, 500):
    y_test, y_hat_test = rng_test.normal(size=n_test) * 4, rng_test.normal(size=n_test) * 4
    said_test = f"sum_of_squared_errors of {n_test} predictions"
    sse_answer = checks.call(sum_of_squared_errors, y_test, y_hat_test, said=said_test)
    sse_answer.is_number().keeps_inputs()
    expected_test = y_test.dot(y_test) - 2 * y_test.dot(y_hat_test) + y_hat_test.dot(y_hat_test)
    sse_answer.equals(expected_test, "Is every error squared, and then all of them added up?")
    sse_answer = checks.call(sum_of_squared_errors, y_hat_test, y_test, said=said_test)
    sse_answer.equals(expected_test)
### END HIDDEN TESTS

# %% [markdown]
# The SSE grows with the number of customers, and its unit is "transactions squared", which nobody
# can picture. To report an error to people, one goes two steps further:
#
# - the **mean squared error**, MSE, is the SSE divided by the number of customers;
# - the **root mean squared error**, RMSE, is the square root of the MSE. Its unit is transactions
#   again, so you may read it as "about so many transactions wrong". (Read the four letters from
#   the right, and you have the recipe: error, squared, mean, root.)
#
# The model with the least SSE also has the least MSE and the least RMSE. And these three are not
# the only ways to measure an error. Unit 05 compares them.

# %% [markdown]
# ## 4. The best line
#
# Which weights and which bias are best? Those with the **least sum of squared errors**. This is
# called **least squares**, and finding them is called **fitting** the model to the data. A linear
# model fitted in this way is **linear regression**.
#
# NumPy finds the least squares with `np.linalg.lstsq`. It looks for weights only, not for a bias.
# A small trick helps: add a column to the table that holds 1 in each row. The weight of this
# column is added to each prediction, times 1. So it **is** the bias.
#
# Here are three points to try it on: at $x = 1, 2, 3$ we have $y = 2, 3, 7$. `np.ones(3)` is an
# array of three ones, and `np.column_stack` puts columns (or tables) side by side. They go in as
# **one** list, in square brackets.

# %%
X_small = np.array([[1.0], [2.0], [3.0]])
y_small = np.array([2.0, 3.0, 7.0])
small_with_ones = np.column_stack([X_small, np.ones(3)])
print(small_with_ones)

# %% [markdown]
# Now `np.linalg.lstsq` gets the table and `y`. (`rcond=None` has to do with rounding. Write it like
# this. And `.round(3)` rounds to three decimals. That is for printing only: a function should
# return what it computed, not rounded.)

# %%
result = np.linalg.lstsq(small_with_ones, y_small, rcond=None)
parameters = result[0]
print("the parameters:", parameters.round(3))

# %% [markdown]
# `lstsq` returns four things. The first one, `result[0]`, is taken out and called `parameters`. It
# holds one number for each column: here first the weight 2.5 and then, as the ones stand in the
# last column, the bias -1.
#
# So the best line is 2.5 times $x$, minus 1. The picture shows it, and its three residuals as
# dotted lines: 0.5, -1 and 0.5. Their squares add up to 1.5. Every other line has a larger sum.

# %%
draw_line_and_residuals(X_small[:, 0], y_small, 2.5, -1)

# %% [markdown]
# You will need two ways to take an array apart: `a[-1]` is its last number, and `a[:-1]` is
# everything but the last number.

# %%
a = np.array([10, 20, 30])
print(a[-1])
print(a[:-1])
print("the bias, the last of the parameters:", parameters[-1].round(3))

# %% [markdown]
# ### Exercise 3: fit a linear model (3 points)
#
# Write the function `fit_linear`. It takes a table `X` with any number of features, and `y`. It
# returns two things: the weights `w`, an array with one number for each feature, and the bias `b`,
# one number. A function returns two things with a comma: `return w, b`.
#
# Hint: the number of rows of `X` is `len(X)`.


# %% nbgrader={"grade": false, "grade_id": "fit_linear", "locked": false, "schema_version": 3, "solution": true, "task": false}
def fit_linear(X, y):
    """Return the weights and the bias with the least sum of squared errors.

    Parameters
    ----------
    X : array of shape (n, n_features)
        One row for each customer.
    y : array of shape (n,)
        What was observed.

    Returns
    -------
    w : array of shape (n_features,)
        The weights. For the three points above, w = [2.5].
    b : float
        The bias. For the three points above, b = -1.
    """
    ### BEGIN SOLUTION
    X_with_ones = np.column_stack([X, np.ones(len(X))])
    parameters = np.linalg.lstsq(X_with_ones, y, rcond=None)[0]
    return parameters[:-1], parameters[-1]
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "fit_linear_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check fit_linear: four points, then a table with two features. Run this cell.
from course import checks

X_test = np.array([[0.0], [1.0], [2.0], [3.0]])
y_test = np.array([2.0, 3.0, 5.0, 10.0])
fit_answer = checks.call(fit_linear, X_test, y_test, said="fit_linear(X, y)")
checks.that(
    not (isinstance(fit_answer.value, tuple) and len(fit_answer.value) == 4),
    "fit_linear(X, y) returned all four things that `lstsq` returns. Which one holds the parameters?",
)
checks.that(
    not (isinstance(fit_answer.value, np.ndarray) and fit_answer.value.shape == (1,)),
    "fit_linear(X, y) returned one array with one number. Which two things are asked for?",
)
fit_answer.has_parts(2, "the weights w and the bias b")
w_answer, b_answer = fit_answer.item(0, "w"), fit_answer.item(1, "b")
checks.that(
    not isinstance(w_answer.value, tuple),
    "The four things that `lstsq` returns were taken apart, not the parameters. Which of the four "
    "holds them, and must be taken out first?",
)
checks.that(
    not (isinstance(w_answer.value, float) and isinstance(b_answer.value, np.ndarray)),
    "fit_linear(X, y) returned one number first and then an array. Which of w and b comes first, "
    "and which of them is an array?",
)
w_answer.is_not([2.6, 1.1], "The last one is for the column of ones. Which are weights?")
w_answer.is_not(
    2.6,
    "With more features there are more weights. Which part of the parameters holds all of them?",
)
w_answer.is_not([], "There is no weight in it. How many columns had the table that `lstsq` got?")
w_answer.is_not(
    1.1, "That is the bias, the last of the parameters. Which part of them holds the weights?"
)
w_answer.is_array((1,))
w_answer.is_not(
    [43 / 14], "That is the best line through the point (0, 0). What do the ones bring in?"
)
w_answer.is_not([1.1], "That is the bias. In which column do the ones stand, counted from 0?")
w_answer.is_not([2.5], "That is the line of the three points above. Where do `X` and `y` go?")
w_answer.is_not([5], "Only the ones are left in the table. Where did the column of `X` go?")
w_answer.is_not(
    [8 / 3], "That is the line through the first point and the last. What do the others say?"
)
w_answer.equals([2.6])
b_answer.is_not([2.6], "Those are the weights once more. Which part of the parameters is the bias?")
b_answer.is_not(
    np.linalg.svd(np.column_stack([X_test, np.ones(4)]), compute_uv=False),
    "That is the last of the four things that `lstsq` returns. Which of them holds the parameters?",
)
b_answer.is_number()
b_answer.is_not(0, "A line has a bias as well as weights. Which column of the table brings it in?")
b_answer.is_not(5, "That is the mean of y. Is the line there where x is 0?")
b_answer.equals(1.1)
fit_answer.keeps_inputs()
X_test = np.array([[1.0, 0.0], [2.0, 1.0], [3.0, 0.0], [4.0, 1.0], [0.0, 2.0]])
y_test = np.array([13.0, 5.0, 15.0, 7.0, -6.0]) / 3
fit_answer = checks.call(fit_linear, X_test, y_test, said="fit_linear with two features")
fit_answer.has_parts(2, "the weights w and the bias b")
w_answer = fit_answer.item(0, "w")
w_answer.is_not([2.6], "That is the weight of the first call. Where do `X` and `y` go?")
for decimals_test in range(5):
    w_answer.is_not([round(1 / 3, decimals_test), -3], "That is rounded. Is rounding asked for?")
w_answer.equals([1 / 3, -3], "Is there one weight for each feature?")
fit_answer.item(1, "b").equals(4, "Where does the bias stand when there are more features?")
checks.passed(
    "fit_linear works here. The hidden tests try more features, other data and the bank's data."
)

# %% nbgrader={"grade": true, "grade_id": "fit_linear_hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
rng_test = np.random.default_rng(13)
for n_test, n_features_test in [(4, 1), (6, 2), (40, 3), (200, 5)]:
    X_test = rng_test.normal(size=(n_test, n_features_test))
    w_test, b_test = rng_test.normal(size=n_features_test) * 3, rng_test.normal() * 3
    # Noise that no linear model can follow: what it could follow is taken out of it.
    basis_test = np.linalg.qr(np.column_stack([np.ones(n_test), X_test]))[0]
    noise_test = rng_test.normal(size=n_test)
    noise_test = noise_test - basis_test @ (basis_test.T @ noise_test)
    y_test = X_test @ w_test + b_test + noise_test
    said_test = f"fit_linear with {n_test} rows and {n_features_test} features"
    fit_answer = checks.call(fit_linear, X_test, y_test, said=said_test)
    fit_answer.has_parts(2, "the weights w and the bias b").keeps_inputs()
    w_answer, b_answer = fit_answer.item(0, "w"), fit_answer.item(1, "b")
    w_answer.is_array((n_features_test,))
    b_answer.is_number()
    w_answer.equals(w_test, "Is there one weight for each feature, in order?", rtol=1e-4, atol=1e-4)
    b_answer.equals(b_test, "Which column of the table stands for the bias?", rtol=1e-4, atol=1e-4)
customers_test, y_test = bank.simulate(n_customers=300, seed=5)
said_test = "fit_linear of 300 customers"
fit_answer = checks.call(fit_linear, customers_test[:, [1, 2]], y_test, said=said_test)
fit_answer.has_parts(2, "the weights w and the bias b")
w_answer, b_answer = fit_answer.item(0, "w").is_array((2,)), fit_answer.item(1, "b").is_number()
left_test = y_test - b_answer.value
left_test = left_test - customers_test[:, 1] * w_answer.value[0]
left_test = left_test - customers_test[:, 2] * w_answer.value[1]
checks.that(
    abs(np.mean(left_test)) < 1e-2,
    "fit_linear of 300 customers leaves residuals whose mean is not 0. What could the bias do?",
)
checks.that(
    abs(np.mean(left_test * customers_test[:, 1])) < 1e-2,
    "fit_linear of 300 customers: another weight for the balance would have less squared error.",
)
checks.that(
    abs(np.mean(left_test * customers_test[:, 2])) < 1e-2,
    "fit_linear of 300 customers: another weight for retired would have less squared error.",
)
### END HIDDEN TESTS

# %% [markdown]
# Now we fit the model to the bank's 1,000 customers.

# %%
w, b = toolbox.fit_linear(X, y)
print("weight of the balance:", round(w[0], 2))
print("weight of retired:", round(w[1], 2))
print("bias:", round(b, 2))

# %% [markdown]
# The model says: a customer starts with 37.88 transactions, makes 5.18 more for each thousand on
# the account, and 5.63 more if retired.
#
# How good is it? To be fair we ask about customers that it **has not seen**: another 1,000 of
# them, which were not used for the fit. A model should be good at predicting what it does not know
# yet.
#
# For comparison there is a very simple rule: predict for everybody the mean of the transactions of
# the known customers.
#
# Three things in the next cell are new. The customers are drawn at random, and `seed=1` (the
# *random seed*) starts the draw at another place than before: other customers come. `np.sqrt` is
# the square root. And a text with an `f` in front of its quotes, an *f-string*, fills in values:
# `{...:.2f}` writes a number with two decimals.
#
# In the first line that prints, `np.mean(y)` stands for all predictions: a single number, which is
# subtracted from each of the 1,000 numbers.

# %%
new_customers, y_new = bank.simulate(seed=1)
X_new = new_customers[:, [1, 2]]


def rmse(y, y_hat):
    return np.sqrt(toolbox.sum_of_squared_errors(y, y_hat) / len(y))


print(f"RMSE of always predicting the mean, on unseen customers: {rmse(y_new, np.mean(y)):.2f}")
y_hat_new = toolbox.predict_linear(X_new, w, b)
print(f"RMSE of the linear model, on unseen customers: {rmse(y_new, y_hat_new):.2f}")

# %% [markdown]
# The linear model is much better than the mean. Its predictions are wrong by about 12
# transactions. Keep the number 11.66 in mind: in unit 06 a neural network tries to beat it.
#
# ## What you have learned
#
# - A linear model predicts with a weighted sum plus a bias.
# - A residual is what was observed minus what was predicted. Errors are squared so that they do
#   not cancel out and so that large ones count more.
# - Least squares finds the weights and the bias with the least sum of squared errors.
# - A fair question about a model is how well it predicts customers that it has not seen.
#
# Now press **Check all** above. Then go on with
# [01b: Parallel lines](01b_parallel_lines.ipynb): what is it that this model does not see?
#
# ## Go further
#
# - What does the model predict for a customer with a balance of -20? And of 1,000? Would you
#   believe it?
# - Fit a line to the balance alone: `toolbox.fit_linear(X[:, [0]], y)`. (A list with one column
#   in it, `[0]`, keeps a table, as `fit_linear` needs one. `X[:, 0]` is a vector.) Compare its
#   weight with 5.18. Why do the two hardly differ? (Hint: compare the mean balance of the retired with that of
#   the others. 01b shows how to pick their rows.)
