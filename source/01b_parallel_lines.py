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
# # Unit 01b: Parallel lines
#
# **The question of this notebook: what can a straight line not see?**
#
# In 01a a linear model learned to predict the transactions of a bank's customers. It was wrong by
# about 12 transactions. Here you look at what it gets wrong, and find something in the data that
# no straight line can follow. That is why the rest of the course needs neural networks.
#
# When you are done, you will be able to
#
# - say what a linear model says about two groups of customers;
# - say what an *interaction* is, and see in a picture that a linear model misses it;
# - read a picture of residuals.
#
# Time: about 40 minutes. Points: 6 (3 from tests, 3 for a text that a person reads). A word that
# you do not know? Look it up in the [glossary](../glossary.md).

# %%
import numpy as np

from course import bank, checks, toolbox
from course.figures.lines import draw_lines, draw_model_lines, draw_residuals

# %% [markdown]
# ## 1. Where we stand
#
# The table `X` holds balance (in thousands) and retired (1 or 0), and `y` the transactions. The
# next cell fits the linear model of 01a once more, and measures it on 1,000 other customers. `rmse`
# is the root mean squared error: read it as "about so many transactions wrong".

# %%
customers, y = bank.simulate()
X = customers[:, [1, 2]]
w, b = toolbox.fit_linear(X, y)
print(f"weight of the balance: {w[0]:.2f}, weight of retired: {w[1]:.2f}, bias: {b:.2f}")

new_customers, y_new = bank.simulate(seed=1)
X_new = new_customers[:, [1, 2]]


def rmse(y, y_hat):
    return np.sqrt(toolbox.sum_of_squared_errors(y, y_hat) / len(y))


y_hat_new = toolbox.predict_linear(X_new, w, b)
print(f"RMSE of the linear model, on unseen customers: {rmse(y_new, y_hat_new):.2f}")

# %% [markdown]
# ## 2. The gap between two groups
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
# One way: make two tables, one in which everybody is retired and one in which nobody is, and call
# `toolbox.predict_linear` for both. You know `np.column_stack` and `np.ones` from 01a, and
# `np.zeros(n)` is an array of `n` zeros. Here `n` is `len(balance)`. If you find a shorter way,
# good.
#
# **Before you write it:** for a customer with more money, will the gap be larger, smaller or the
# same?


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
# Check group_gap: three balances, then five and another model. Run this cell.
from course import checks

balance_test = np.array([0.0, 4.0, 10.0])
w_test = np.array([5.0, 9.0])
gap_answer = checks.call(group_gap, balance_test, w_test, 38.0, said="group_gap(balance, w, b)")
gap_answer.is_not(9, "The number is right, but it is a single one. How many balances came in?")
gap_answer.is_not([9], "The number is right, but it is a single one. How many balances came in?")
checks.that(
    not isinstance(gap_answer.value, list),
    "group_gap(balance, w, b) returned a list. Which function makes an array from a list?",
)
gap_answer.is_not(
    5, "That is the weight of the balance, and one number. What is asked for each balance?"
)
gap_answer.is_not(
    4, "That is the difference of the weights. Which of them does the balance meet in both groups?"
)
gap_answer.is_not(
    27, "That is the right gap, times the number of balances. How many numbers should come back?"
)
gap_answer.is_not(
    [[0, 1]] * 3,
    "That is one table minus the other. What should be computed from each of the tables first?",
)
gap_answer.is_array((3,))
gap_answer.is_not(
    [4, 4, 4], "That is the difference of the weights. Which of them is in both predictions?"
)
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
for n_test in (3, 5):
    gap_answer.is_not([9] * n_test, "That is the gap of the first call. Where does `w` go?")
gap_answer.equals([-4] * 5)
checks.passed("group_gap works here. The hidden tests try other balances and other parameters.")

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
# ## 3. What the data says
#
# Do the bank's customers behave like this? We fit a line to each group alone. For that we need the
# rows of the retired, and then the rows of all others:
#
# - `X[:, 1] == 1` asks each customer "are you retired?". It is an array that holds `True` or
#   `False` for each of them;
# - put into square brackets, such an array picks the rows where it holds `True`;
# - the sign `~` turns `True` and `False` around.

# %%
is_retired = X[:, 1] == 1
print("the first four customers:", is_retired[:4])
print("rows of the retired:", len(X[is_retired]))
print("rows of all others:", len(X[~is_retired]))

# %% [markdown]
# Now one line for each group. Its only feature is the balance, column 0. `X[is_retired, :1]` means:
# the rows of the retired, and the columns before column 1. (With `:1` it stays a table, with one
# column. With `0` it would be a vector, and `fit_linear` needs a table.)

# %%
w_retired, b_retired = toolbox.fit_linear(X[is_retired, :1], y[is_retired])
w_others, b_others = toolbox.fit_linear(X[~is_retired, :1], y[~is_retired])
print(f"not retired: {w_others[0]:.2f} more transactions per thousand")
print(f"retired:     {w_retired[0]:.2f} more transactions per thousand")

# %% [markdown]
# With these two lines we can compute the gap in the data, for three balances.

# %%
for thousands in [0, 5, 10]:
    line_retired = w_retired[0] * thousands + b_retired
    line_others = w_others[0] * thousands + b_others
    in_data = line_retired - line_others
    print(f"balance {thousands}: gap in the data {in_data:.1f}, in the linear model {w[1]:.1f}")

# %% [markdown]
# In the data the gap is large at a balance of 0, and at 10 the sign has turned around. The linear
# model says 5.6 everywhere.
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
# a large balance? Picture A, further up, tells you.

# %%
draw_residuals(X, y - toolbox.predict_linear(X, w, b))

# %% [markdown]
# Customers who are **not retired**: the residuals rise with the balance, on average from about -13
# to about 15. At a small balance the model predicts too much for them, at a large one too little. In picture
# A the points of this group lie below their line on the left, and above it on the right.
#
# **Retired** customers: it is the other way round. On average the residuals fall from about 20
# to about -21.
#
# A good model leaves no such pattern. A pattern in the residuals means that the model has missed
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
# Check question 1: is your answer one of the three letters? Run this cell.
from course import checks

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
# ## 4. A repair by hand
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
# If you work alone, compare your answer with what section 3 printed about the two groups.
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
# *Write your answer here: double-click this text. When you are done, press Shift and Enter.*

# %% [markdown]
# ## What you have learned
#
# - A linear model keeps the gap between two groups constant. Its lines are parallel.
# - It cannot see an interaction: how much one feature counts may depend on another feature.
# - A missing interaction leaves a pattern in the residuals. More data does not help against it.
#
# Now press **Check all** above, then **Submit**. After that, go on with
# [02a: One prediction](../02_forward_propagation/02a_one_prediction.ipynb).
#
# ## Go further
#
# - The linear model above used two of the five features. The cell below uses all five, without and
#   with the product. What is left in the end is noise: nobody can predict it. (The rule by which
#   the customers were made up stands at the top of a file; `print(bank.__file__)` says where it is.
#   Look only when you have had a guess.)

# %%
# A list with one column, such as [1], keeps a table: with one column, and ready to be joined.
product = customers[:, [1]] * customers[:, [2]]
product_new = new_customers[:, [1]] * new_customers[:, [2]]
w_all, b_all = toolbox.fit_linear(customers, y)
y_hat_all = toolbox.predict_linear(new_customers, w_all, b_all)
print(f"RMSE with all five features, on unseen customers: {rmse(y_new, y_hat_all):.2f}")
w_six, b_six = toolbox.fit_linear(np.column_stack([customers, product]), y)
y_hat_six = toolbox.predict_linear(np.column_stack([new_customers, product_new]), w_six, b_six)
print(f"RMSE with all five and the product, on unseen customers: {rmse(y_new, y_hat_six):.2f}")
