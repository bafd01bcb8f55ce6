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
# # Unit 01: Linear regression
#
# **The question of this unit: what can a straight line see, and what not?**
#
# A bank wants to know how many transactions a customer will make next year. The oldest tool for
# such a question is a straight line through the data. In this unit you build it, measure how wrong
# it is, and find something in the data that no straight line can follow. That is why the rest of
# the course needs neural networks.
#
# When you are done, you will be able to
#
# - predict with a linear model, and fit one to data;
# - say what a *residual* is, and why the errors are squared before they are added up;
# - say what an *interaction* is, and see in a picture that a linear model misses it.
#
# Time: 60 to 75 minutes. A good place for a break is after section 4. Points: 13 (10 from tests, 3
# for a text that a person reads). A word that you do not know? Look it up in the
# [glossary](../glossary.md).

# %%
import numpy as np

from course import bank, checks, toolbox
from course.figures.lines import draw_lines, draw_model_lines, draw_residuals

# %% [markdown]
# ## 1. The customers
#
# `bank.simulate` returns 1,000 customers, and how many transactions each of them made in the next
# year. (The customers are made up by a program.) Of the five features we look at two: the balance,
# in thousands, and whether the customer is retired (1) or not (0). These are column 1 and column 2
# of the table.
#
# In the next cell, `customers[:, [1, 2]]` means: all rows, and of these the columns 1 and 2. And
# `X[:3]` means: the first three rows.

# %%
customers, y = bank.simulate()
X = customers[:, [1, 2]]
print("X has shape", X.shape, "and y has shape", y.shape)
print("the first three rows of X (balance, retired):")
print(X[:3])
print("their transactions:", y[:3])

# %% [markdown]
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
# A model of this kind is called **linear**. Its weights and its bias are its **parameters**:
# numbers that are found from data.
#
# Take the weights 5 and 6 and the bias 38. **Before you run the next cell:** what does this model
# predict for a retired customer with a balance of 3? Work it out on paper.

# %%
prediction = 5 * 3 + 6 * 1 + 38
print("prediction:", prediction)

# %% [markdown]
# For a whole table, NumPy has a sign that does the weighted sum of **each row**: `X @ w`. It takes
# a row of `X`, multiplies it number by number with `w`, adds up, and does the same with the next
# row. (Unit 02 looks into `@` more closely.)

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
X_test = np.array([[3, 1], [3, 0], [8, 1]])
w_test = np.array([5, 6])
y_hat_answer = checks.call(predict_linear, X_test, w_test, 38, said="predict_linear(X, w, b)")
y_hat_answer.is_not(
    X_test * w_test, "These are products. What has to happen with those of one row?"
)
y_hat_answer.is_not(X_test * w_test + 38, "Each row has two numbers. How do they become one?")
y_hat_answer.is_not([108, 50], "You added up columns. What belongs to one customer?")
y_hat_answer.is_not(
    [71, 43], "X[0] and X[1] are rows, that is, customers. How do you write a column?"
)
y_hat_answer.is_not(120, "One number came out for all customers. What do you want for each row?")
y_hat_answer.is_not(59, "That is the first row alone. Does `return` stand inside the loop?")
y_hat_answer.is_not(84, "That is the last row alone. Where do you keep the others?")
y_hat_answer.is_array((3,))
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
y_hat_answer.equals([7, 14], "Are w and b used, and all columns, however many there are?")
print("predict_linear works here. The hidden tests try one row, and other numbers of features.")

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
# next ones. So a mistake in one exercise never costs you points in the next. (An answer is a
# function that you write yourself. A call of the toolbox's copy of that very function is none.)

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
# counts much more than a small one: an error of 6 counts 36 times as much as an error of 1. (There
# is a third reason. It has to do with finding the best model, and comes in unit 05.)
#
# Adding up the squares gives the **sum of squared errors**, SSE for short:
#
# $$\text{SSE} = (y_0 - \hat{y}_0)^2 + (y_1 - \hat{y}_1)^2 + \dots$$
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
y_test = np.array([9.0, 5.0, 13.0])
y_hat_test = np.array([7.0, 9.0, 6.0])
sse_answer = checks.call(sum_of_squared_errors, y_test, y_hat_test)
sse_answer.is_not([4, 16, 49], "These are the squares. How do they become one number?")
sse_answer.is_not([2, -4, 7], "These are the residuals. Which two steps come after them?")
sse_answer.is_not([-40, -76, -23], "Only y_hat was squared. Which part must be in brackets?")
sse_answer.is_number()
sse_answer.is_not(5, "That is the sum of the residuals. What should happen before they are added?")
sse_answer.is_not(-5, "That is the sum of the errors. What should happen before they are added?")
sse_answer.is_not(25, "You added before you squared. What do the errors 50 and -50 give that way?")
sse_answer.is_not(
    13, "Here the errors lost their sign, but they are not squared. What does ** 2 do?"
)
sse_answer.is_not(-139, "Only y_hat was squared. Which part must be in brackets?")
sse_answer.is_not(10, "The residuals were doubled. What is the difference between * 2 and ** 2?")
sse_answer.is_not(
    109, "You squared y and y_hat, and subtracted after that. What is a squared error?"
)
sse_answer.is_not(4, "That is the first square alone. Does `return` stand inside the loop?")
sse_answer.is_not(49, "That is the last square alone. Where do you keep the others?")
sse_answer.is_not(20, "Those are the first two squares. How many predictions came in?")
sse_answer.is_not(23, "That is the mean of the squares. What does the name of the function say?")
sse_answer.is_not(23**0.5, "That is the root of the mean. Which of these steps are asked for?")
sse_answer.is_not(69**0.5, "That is the root of the sum. Is a root asked for?")
sse_answer.is_not(46, "That is the result for the three customers above. Where do y and y_hat go?")
sse_answer.is_not(813, "y and y_hat were added. How far apart are 9 and 7?")
sse_answer.is_not(287, "These are third powers. Which power is a square?")
sse_answer.is_not(34.5, "That is half of it. Is anything divided in the recipe?")
sse_answer.equals(69)
sse_answer.keeps_inputs()
y_test, y_hat_test = np.array([1.0, 0.0, -2.0, 4.0]), np.array([4.0, 1.0, 2.0, 2.0])
sse_answer = checks.call(sum_of_squared_errors, y_test, y_hat_test)
sse_answer.equals(30, "Are all errors in it, however many there are?")
print("sum_of_squared_errors works here. The hidden tests try other numbers and other lengths.")

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
# Here are three points to try it on: at $x = 1, 2, 3$ we have $y = 2, 3, 7$.

# %%
X_small = np.array([[1.0], [2.0], [3.0]])
y_small = np.array([2.0, 3.0, 7.0])
small_with_ones = np.column_stack([X_small, np.ones(3)])
print(small_with_ones)

# %%
result = np.linalg.lstsq(small_with_ones, y_small, rcond=None)
print("the parameters:", result[0].round(3))

# %% [markdown]
# `np.column_stack` puts columns (or tables) side by side. `np.ones(3)` is an array of three ones.
# `lstsq` returns four things. The first one, `result[0]`, holds one number for each column: here
# first the weight 2.5 and then, as the ones stand in the last column, the bias -1. (`rcond=None`
# has to do with rounding. Write it like this.)
#
# You will need two ways to take an array apart: `a[-1]` is its last number, and `a[:-1]` is
# everything but the last number.

# %%
a = np.array([10, 20, 30])
print(a[-1])
print(a[:-1])

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
X_test = np.array([[0.0], [1.0], [2.0], [3.0]])
y_test = np.array([2.0, 3.0, 5.0, 10.0])
fit_answer = checks.call(fit_linear, X_test, y_test, said="fit_linear(X, y)")
checks.that(
    not (isinstance(fit_answer.value, tuple) and len(fit_answer.value) == 4),
    "fit_linear(X, y) returned all four things that lstsq returns. Which one holds the parameters?",
)
fit_answer.has_parts(2, "the weights w and the bias b")
w_answer, b_answer = fit_answer.item(0, "w"), fit_answer.item(1, "b")
checks.that(
    not isinstance(w_answer.value, tuple),
    "The four things that lstsq returns were taken apart, not the parameters. Which of the four "
    "holds them, and must be taken out first?",
)
checks.that(
    not (isinstance(w_answer.value, float) and isinstance(b_answer.value, np.ndarray)),
    "fit_linear(X, y) returned one number first and then an array. Which of w and b comes first, "
    "and which of them is an array?",
)
w_answer.is_not([2.6, 1.1], "The last one is for the column of ones. Which are weights?")
w_answer.is_array((1,))
w_answer.is_not(
    [43 / 14], "That is the best line through the point (0, 0). What do the ones bring in?"
)
w_answer.is_not([1.1], "That is the bias. In which column do the ones stand, counted from 0?")
w_answer.is_not([2.5], "That is the line of the three points above. Where do X and y go?")
w_answer.is_not([5], "Only the ones are left in the table. Where did the column of X go?")
w_answer.is_not(
    [8 / 3], "That is the line through the first point and the last. What do the others say?"
)
w_answer.equals([2.6])
b_answer.is_number()
b_answer.is_not(0, "A line has a bias as well as weights. Which column of the table brings it in?")
b_answer.is_not(5, "That is the mean of y. Is the line there where x is 0?")
b_answer.equals(1.1)
fit_answer.keeps_inputs()
X_test = np.array([[1.0, 0.0], [2.0, 1.0], [3.0, 0.0], [4.0, 1.0], [0.0, 2.0]])
y_test = np.array([6.0, 5.0, 10.0, 9.0, -2.0])
fit_answer = checks.call(fit_linear, X_test, y_test, said="fit_linear with two features")
fit_answer.has_parts(2, "the weights w and the bias b")
w_answer = fit_answer.item(0, "w")
w_answer.is_not([2.6], "That is the weight of the first call. Where do X and y go?")
w_answer.equals([2, -3], "Is there one weight for each feature?")
fit_answer.item(1, "b").equals(4, "Where does the bias stand when there are more features?")
print("fit_linear works here. The hidden tests try more features, other data and the bank's data.")

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
# Two things in the next cell are new. The customers are drawn at random, and `seed=1` (the *random
# seed*) starts the draw at another place than before: other customers come. And in the last lines,
# `{...:.2f}` writes a number with two decimals.

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

# %% [markdown]
# ## 5. What a straight line cannot see
#
# What does the model say about the two groups of customers? We compare a retired customer and one
# who is not retired, with the **same** balance. How many more transactions does the model predict
# for the retired one? We call this the **gap** between the groups, and look at it for several
# balances.

# %% [markdown]
# ### Exercise 4: the gap between two groups (2 points)
#
# Write the function `group_gap`. It takes a vector of balances, and the parameters `w` and `b` of
# a linear model with the features balance and retired, in this order. For **each** balance it
# returns the prediction for a retired customer **minus** the prediction for one who is not
# retired.
#
# One way: make two tables with `np.column_stack`, one in which everybody is retired and one in
# which nobody is, and call `toolbox.predict_linear` for both. (`np.zeros(n)` is an array of `n`
# zeros. Here `n` is `len(balance)`.) If you find a shorter way, good.


# %% nbgrader={"grade": false, "grade_id": "group_gap", "locked": false, "schema_version": 3, "solution": true, "task": false}
def group_gap(balance, w, b):
    """Return the prediction for a retired customer minus that for one who is not retired.

    Parameters
    ----------
    balance : array of shape (n,)
        Balances in thousands. The two customers have the same balance.
    w : array of shape (2,)
        The weights of balance and retired, in this order.
    b : float
        The bias.

    Returns
    -------
    array of shape (n,)
        The gap for each balance.
    """
    ### BEGIN SOLUTION
    retired = np.column_stack([balance, np.ones(len(balance))])
    not_retired = np.column_stack([balance, np.zeros(len(balance))])
    return toolbox.predict_linear(retired, w, b) - toolbox.predict_linear(not_retired, w, b)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "group_gap_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
balance_test = np.array([0.0, 4.0, 10.0])
w_test = np.array([5.0, 9.0])
gap_answer = checks.call(group_gap, balance_test, w_test, 38.0, said="group_gap(balance, w, b)")
gap_answer.is_not(9, "The number is right, but it is a single one. How many balances came in?")
gap_answer.is_array((3,))
gap_answer.is_not([-9, -9, -9], "The sign is turned around. Which group is subtracted from which?")
gap_answer.is_not(
    [5, 5, 5], "That is the weight of the balance. In which column does retired stand?"
)
gap_answer.is_not(
    [47, 67, 97], "These are the predictions for the retired. What is subtracted from them?"
)
gap_answer.is_not(
    [38, 58, 88], "These are the predictions for those not retired. What about the others?"
)
gap_answer.is_not(
    [85, 85, 85],
    "The second bias was added. When a whole sum is subtracted, what must stand around it?",
)
gap_answer.is_not([47, 47, 47], "The bias is still in it. Does it belong to one group or to both?")
gap_answer.is_not(
    [9, 29, 59], "The balance is still in it. Do the two customers differ in their balance?"
)
gap_answer.is_not(
    [0, 36, 90], "That is balance times the weight of retired. Which number does that weight meet?"
)
gap_answer.is_not([0, 0, 0], "There is no gap at all. In what do your two customers differ?")
gap_answer.is_not([85, 125, 185], "The two predictions were added. What is a gap?")
gap_answer.equals([9, 9, 9])
gap_answer.keeps_inputs()
balance_test = np.array([1.0, 2.5, 3.0, 7.0, 8.5])
gap_answer = checks.call(group_gap, balance_test, np.array([2.0, -4.0]), 10.0)
gap_answer.is_not([4] * 5, "The minus sign is lost. Which group makes fewer transactions here?")
gap_answer.is_not([-4] * 3, "There are 5 balances. Where does the 3 come from?")
gap_answer.is_not([9] * 5, "That is the gap of the first call. Where does w go?")
gap_answer.equals([-4] * 5)
print("group_gap works here. The hidden tests try other balances and other parameters.")

# %% nbgrader={"grade": true, "grade_id": "group_gap_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
gap_answer = checks.call(group_gap, np.array([2.5]), np.array([3.0, -4.5]), -1.0)
gap_answer.is_array((1,)).equals([-4.5])
rng_test = np.random.default_rng(14)
for n_test in (2, 5, 101):
    balance_test = rng_test.uniform(0, 10, n_test)
    w_test, b_test = rng_test.normal(size=2) * 5, rng_test.normal() * 5
    said_test = f"group_gap for {n_test} balances"
    gap_answer = checks.call(group_gap, balance_test, w_test, b_test, said=said_test)
    gap_answer.is_array((n_test,)).keeps_inputs()
    expected_test = [
        (w_test[0] * x + w_test[1] + b_test) - (w_test[0] * x + b_test)
        for x in balance_test.tolist()
    ]
    gap_answer.equals(
        expected_test, "Write down both predictions for one balance. What is the same in them?"
    )
### END HIDDEN TESTS

# %% [markdown]
# You will have noticed it: the balance does not matter. A linear model keeps the gap **constant**,
# whatever the weights are. In the difference of the two predictions, balance and bias cancel out,
# and only $w_1$ is left:
#
# $$(w_0 \cdot \text{balance} + w_1 \cdot 1 + b) -
# (w_0 \cdot \text{balance} + w_1 \cdot 0 + b) = w_1$$
#
# Do the real customers behave like this? We fit a line to each group alone. `X[:, 1] == 1` is an
# array that holds `True` for each retired customer. Put into brackets, it picks their rows.

# %%
is_retired = X[:, 1] == 1
w_retired, b_retired = toolbox.fit_linear(X[is_retired, :1], y[is_retired])
w_others, b_others = toolbox.fit_linear(X[~is_retired, :1], y[~is_retired])
print(f"not retired: {w_others[0]:.2f} more transactions per thousand")
print(f"retired:     {w_retired[0]:.2f} more transactions per thousand")
for thousands in (0, 5, 10):
    in_data = (w_retired[0] * thousands + b_retired) - (w_others[0] * thousands + b_others)
    print(f"balance {thousands}: gap in the data {in_data:.1f}, in the linear model {w[1]:.1f}")

# %% [markdown]
# (`X[is_retired, :1]` means: the rows of the retired, and the columns before column 1, which is
# the balance alone. The sign `~` turns True and False around.)
#
# Here are the model and the data side by side. **One** model draws **two** lines, because its
# formula depends on `retired`:
#
# - for retired = 0 it is $w_0 \cdot \text{balance} + b$;
# - for retired = 1 it is $w_0 \cdot \text{balance} + (w_1 + b)$. This line starts higher, by $w_1$,
#   and has the same slope $w_0$.

# %%
draw_lines(X, y, w, b)

# %% [markdown]
# In A the two lines are **parallel**. They have to be: a constant gap means parallel lines. In B
# they are not. For customers who are not retired, each thousand on the account brings about 8
# transactions. For retired customers it brings about 1.
#
# This is called an **interaction**: how much one feature counts depends on another feature. Here,
# how much the balance counts depends on whether the customer is retired. Interactions are
# everywhere: sugar makes coffee sweeter only if you stir it.
#
# A linear model has **one** weight for the balance, the same for all. So it cannot see an
# interaction, and settles for something in between that is right for nobody.
#
# The residuals show it too. **Before you run the next cell:** a good model leaves residuals that
# look like a cloud around 0 everywhere. What do you expect here, for each group, at a small and at
# a large balance? Picture A tells you.

# %%
draw_residuals(X, y - toolbox.predict_linear(X, w, b))

# %% [markdown]
# There is a clear pattern in both. A pattern in the residuals means that the model has missed
# something that could be known. It is always worth looking at them, and not only at the RMSE.
#
# ### Quick question 1 (1 point)
#
# The bank collects data of ten times as many customers, and fits the same linear model again, with
# the features balance and retired. What happens to the two lines in picture A?
#
# - **a**: with so much data they become as steep as the lines in picture B
# - **b**: they stay parallel, and miss the same pattern
# - **c**: they fall onto each other


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
    "Quick question 1, your answer a: how many weights for the balance has a linear model?",
)
checks.that(
    letter != "c",
    "Quick question 1, your answer c: where the lines fall together, what would w[1] be?",
)
### END HIDDEN TESTS

# %% [markdown]
# ## 6. A repair by hand
#
# We know what is missing, so we can put it in: a third column, which holds **balance times
# retired**. For retired customers it holds their balance, and for all others 0. Its weight says
# how much **more** (or less) a thousand counts for a retired customer.

# %%
X_product = np.column_stack([X, X[:, 0] * X[:, 1]])
w_product, b_product = toolbox.fit_linear(X_product, y)
print("weights of balance, retired, balance * retired:", w_product.round(2))

X_new_product = np.column_stack([X_new, X_new[:, 0] * X_new[:, 1]])
y_hat_product = toolbox.predict_linear(X_new_product, w_product, b_product)
print(f"RMSE with the product, on unseen customers: {rmse(y_new, y_hat_product):.2f}")

# %% [markdown]
# For those not retired a thousand brings 8.02 transactions. For the retired it is 6.93 less, so
# only 1.09. The error falls from 11.66 to 6.44.


# %%
def predict_with_product(X):
    X_product = np.column_stack([X, X[:, 0] * X[:, 1]])
    return toolbox.predict_linear(X_product, w_product, b_product)


draw_model_lines(
    X,
    y,
    predict_with_product,
    title="with the product of balance and retired",
    caption="With the right third column, the lines are no longer parallel.",
)

# %% [markdown]
# That was easy, because we had seen the picture and knew which product to add. In real life nobody
# tells us. With 5 features there are 10 products of two of them, with 1,000 features about half a
# million, and the pattern may not be a product at all.
#
# **A neural network finds such columns itself, from the data.** That is what this course is about.

# %% [markdown] nbgrader={"grade": false, "grade_id": "reflection", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": true}
# ### Reflection: one number for the manager (3 points, graded by a person)
#
# The manager of the bank asks you: "I want one number. What does one more thousand on the account
# bring, in transactions a year?"
#
# Answer in about five sentences:
#
# 1. What does the linear model with balance and retired say?
# 2. For whom is this number wrong, and in which direction?
# 3. What would you tell the manager?
#
# If you work alone, compare your answer with what section 5 printed about the two groups.
#
# ### BEGIN MARK SCHEME
# Points: one for each part.
#
# 1. One point: about 5.2 transactions (5.18) for each thousand, the same for every customer.
#    Saying only "it grows with the balance", without the number, earns half a point.
# 2. One point: wrong for both groups. For customers who are not retired it is too small (they make
#    about 8 more per thousand), for the retired it is much too large (about 1 more). Naming only
#    one of the groups, or no direction, earns half a point.
# 3. One point for advice that follows from it: there is no single number, so give one for each
#    group (about 8 and about 1), or use a model that can see the interaction. Also worth the
#    point: the number of a mixed group depends on how many of its customers are retired, and says
#    what goes together, not what would happen if somebody were given a thousand. "Collect more
#    data" alone earns nothing here (see quick question 1).
#
# Good to see, without points of their own: the word interaction, used rightly; a look at the
# residuals.
# ### END MARK SCHEME

# %% [markdown]
# *Write your answer here: double-click this text.*

# %% [markdown]
# ## What you have learned
#
# - A linear model predicts with a weighted sum plus a bias.
# - A residual is what was observed minus what was predicted. Errors are squared so that they do
#   not cancel out and so that large ones count more.
# - Least squares finds the weights and the bias with the least sum of squared errors.
# - A linear model keeps the gap between two groups constant. It cannot see an interaction: how
#   much one feature counts may depend on another feature.
# - A missing interaction leaves a pattern in the residuals. More data does not help against it.
#
# ## Go further
#
# - The linear model above used two of the five features. The cell below uses all five, without and
#   with the product. What is left in the end is noise: nobody can predict it. (The rule by which
#   the customers were made up stands at the top of a file; `print(bank.__file__)` says where it is.
#   Look only when you have had a guess.)
# - What does the linear model predict for a customer with a balance of -20? And of 1,000? Would
#   you believe it?
# - Fit a line to the balance alone, and compare its weight with 5.18. Why do the two hardly
#   differ? (Hint: compare the mean balance of the retired with that of the others.)

# %%
product = customers[:, [1]] * customers[:, [2]]
product_new = new_customers[:, [1]] * new_customers[:, [2]]
w_all, b_all = toolbox.fit_linear(customers, y)
y_hat_all = toolbox.predict_linear(new_customers, w_all, b_all)
print(f"RMSE with all five features, on unseen customers: {rmse(y_new, y_hat_all):.2f}")
w_six, b_six = toolbox.fit_linear(np.column_stack([customers, product]), y)
y_hat_six = toolbox.predict_linear(np.column_stack([new_customers, product_new]), w_six, b_six)
print(f"RMSE with all five and the product, on unseen customers: {rmse(y_new, y_hat_six):.2f}")
