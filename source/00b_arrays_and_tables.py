# ---
# jupyter:
#   autograder:
#     assignment: 00_start_here
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
# # Unit 00b: Arrays and tables
#
# **The question of this notebook: how do a thousand customers fit into one variable?**
#
# In 00a one customer became five numbers. Here many customers become one table, and you take the
# table apart. At the end stands the sum that all neural networks are made of. (The exercises of a
# unit are counted through all its notebooks: Exercise 1 was in 00a, here stand 2 and 3.)
#
# When you are done, you will be able to
#
# - say what *shape* a table has, and take a row and a column out of it;
# - tell three shapes apart that look alike;
# - compute a weighted sum.
#
# Time: about 40 minutes. Points: 7. A word that you do not know? Look it up in the
# [glossary](../glossary.md).

# %%
import numpy as np

from course import bank, checks

# %% [markdown]
# ## 1. Three tools
#
# You need three tools today: `np.sum` adds up the numbers of an array, `np.mean` takes their mean,
# and `a[0]` takes one number out of the array `a`.

# %%
a = np.array([1, 2, 6])
print("sum: ", np.sum(a))
print("mean:", np.mean(a))
print("the number at place 0:", a[0])

# %% [markdown]
# The **mean** (or average) is the sum divided by how many numbers there are: 9 divided by 3. And
# Python counts places **from 0**: of three numbers, the first one stands at place 0 and the last
# one at place 2. Round brackets call a function. Square brackets take something out.

# %% [markdown]
# ## 2. Many customers: a table
#
# The vectors of many customers, one below the other, make a table. By agreement, all over data
# science, it is called `X`, and
#
# - **each row is one customer** (one *observation*);
# - **each column is one feature**.
#
# Here is a small bank with five customers and three features: age, balance and number of accounts.
# A table has **two** pairs of brackets: an outer one, and one for each row.
#
# In the last line, `X[:, 2]` takes a column out. Its brackets hold two things: first which rows,
# then which column. A colon alone, a *slice* from the beginning to the end, stands for "all".

# %%
X = np.array(
    [
        [25, 3, 1],
        [40, 8, 2],
        [63, 2, 2],
        [70, 5, 1],
        [32, 12, 4],
    ]
)
print("shape:", X.shape)
print("row 1:", X[1])
print("column 2:", X[:, 2])

# %% [markdown]
# The shape of a table is `(rows, columns)`, **rows first**: 5 customers, 3 features, shape
# `(5, 3)`. Rows and columns are counted from 0 as well. So `X[1]`, row 1, is the **second** row:
# the customer who is 40 years old.
#
# And `X[:, 2]` is: all rows, of these column 2.
#
# **Before you go on:** what is the mean balance of these five customers? Which column do you need?

# %% [markdown]
# ### Exercise 2: the mean of a column (3 points)
#
# Write the function `column_mean`. It takes a table `X` and the number of a column, and returns
# the mean of this column: one number. Columns are counted from 0, as always in Python. The table
# may have any number of rows and columns: where a docstring says `n` or `n_features`, it means
# "some number of them".


# %% nbgrader={"grade": false, "grade_id": "column_mean", "locked": false, "schema_version": 3, "solution": true, "task": false}
def column_mean(X, column):
    """Return the mean of one column of a table.

    Parameters
    ----------
    X : array of shape (n, n_features)
        One row for each customer.
    column : int
        Which column, counted from 0.

    Returns
    -------
    float
        For the table above, the mean of column 2 (accounts) is 10 / 5 = 2.
    """
    ### BEGIN SOLUTION
    return np.mean(X[:, column])
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "column_mean_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check column_mean: three columns of one table, then another table. Run this cell.
from course import checks

X_test = np.array([[25, 3, 1], [40, 8, 2], [63, 2, 2], [70, 5, 1], [32, 12, 4]])
mean_answer = checks.call(column_mean, X_test, 1, said="column_mean(X, 1)")
mean_answer.is_not(X_test[:, 1], "That is the column itself. What is still to be done with it?")
mean_answer.is_not(
    X_test.mean(axis=1), "That is one mean for each customer. What was to be averaged?"
)
mean_answer.is_not(
    X_test.mean(axis=0), "These are the means of all columns. Which one was asked for?"
)
mean_answer.is_not(
    X_test[:, 1] / 5, "Each number was divided by 5. What has to happen before that?"
)
mean_answer.is_not(
    30 / np.array([5, 3]),
    "The sum was divided by both numbers of `X.shape`. Which of them counts the rows?",
)
mean_answer.is_number()
mean_answer.is_not(50 / 3, "That is the mean of row 1, a customer. How do you write a column?")
mean_answer.is_not(18, "That is the mean of the whole table. Which part of it did you want?")
mean_answer.is_not(
    30, "That is the sum of the column, undivided or divided by 1. What makes a mean of it?"
)
mean_answer.is_not(
    10, "A sum was divided by a wrong number. Which numbers did you add up, and how many are they?"
)
mean_answer.is_not(46, "That is the mean of column 0. How does your function choose the column?")
mean_answer.is_not(
    2,
    "2 is the mean of column 2, and also 30 divided by 15, the size of the table. Which of the two "
    "did you compute?",
)
mean_answer.is_not(12, "That is the last number alone. Where do you keep the others?")
mean_answer.is_not(1, "That is the number of the column. Where does the table come in?")
mean_answer.is_not(
    3, "That is the first number alone. Is there a loop, and does `return` stand inside it?"
)
mean_answer.is_not(
    0.6, "Only the first number was added. Is there a loop, and does `return` stand inside it?"
)
mean_answer.is_not(2.4, "Only the last number is in it. Where do you keep the others?")
mean_answer.is_not(7.5, "The sum was divided by 4. How many customers are there?")
mean_answer.is_not(
    1.2, "The sum was divided by the number of customers twice. How often is enough?"
)
mean_answer.is_not(6.75, "The first customer is not in it. With which number does counting begin?")
mean_answer.is_not(
    29 / 3, "That is the mean of the first row. Which part of the table is a column?"
)
mean_answer.is_not(5, "That is the number in the middle, the median. How is the mean computed?")
mean_answer.equals(6)
checks.call(column_mean, X_test, 2, said="column_mean(X, 2)").equals(2, "Does it use `column`?")
checks.call(column_mean, X_test, 0, said="column_mean(X, 0)").keeps_inputs().equals(46)
X_test = np.array([[4, 9], [7, -1], [-5, 0]])
mean_answer = checks.call(column_mean, X_test, 1, said="column_mean of a table with 3 rows")
mean_answer.is_not(
    8 / 5, "The sum was divided by 5. How can your function find out how many rows there are?"
)
for rounded_test in (2, 3, 2.7, 2.67, 2.667):
    mean_answer.is_not(rounded_test, "Decimals are missing. Which step cuts or rounds them?")
mean_answer.equals(8 / 3, "Does your function work for any table?")
checks.passed(
    "column_mean works here. The hidden tests try other tables, also with one row or one column."
)

# %% nbgrader={"grade": true, "grade_id": "column_mean_hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
X_test = np.array([[1.5, -2.0], [2.5, -4.0], [8.0, 3.0]])
checks.call(column_mean, X_test, 0, said="column_mean(X, 0)").is_number().equals(4)
checks.call(column_mean, X_test, 1, said="column_mean(X, 1)").is_number().equals(-1)
checks.call(column_mean, np.array([[7.0, 9.0, -3.0]]), 2).is_number().equals(-3)
checks.call(column_mean, np.array([[4.0], [5.0], [9.0]]), 0).is_number().equals(6)
rng_test = np.random.default_rng(3)
for n_test, n_features_test in [(2, 2), (4, 3), (3, 6), (250, 5)]:
    X_test = rng_test.normal(size=(n_test, n_features_test)) * 10 + 5
    for k_test in range(n_features_test):
        said_test = f"column_mean of column {k_test} of a table of shape {X_test.shape}"
        mean_answer = checks.call(column_mean, X_test, k_test, said=said_test)
        mean_answer.is_number().keeps_inputs()
        expected_test = sum(float(row[k_test]) for row in X_test) / n_test
        mean_answer.equals(expected_test, "Are all rows in it, and only this column?")
### END HIDDEN TESTS

# %% [markdown]
# (Of the table above, the mean balance is 6. That is column 1.)
#
# The bank of this course has 1,000 customers with all five features. They are made up by a
# program, so no real person's account is looked at. You will work with them in unit 01.
#
# `bank.simulate` returns two things, so two names stand on the left. The first is the table `X`.
# The second holds how many transactions each of its customers made. It is called `y`, by agreement
# as well. `X[:3]` means: the first three rows. (From here on `X` holds the bank's table. The small
# one of five customers is gone.)

# %%
X, y = bank.simulate()
print("shape of X:", X.shape)
print("the first three customers:")
print(X[:3])
print("their transactions in the next year:", y[:3])

# %% [markdown]
# ### Quick question 2 (1 point)
#
# A text on the web says: "Our data has 1,000 records with 3 features each, so it is a 100 x 3
# matrix." (A matrix is a table of numbers, and a record is another word for an observation.) If
# `X` holds this data, what is its shape?
#
# - **a**: `(100, 3)`, as the text says
# - **b**: `(3, 1000)`
# - **c**: `(1000, 3)`
# - **d**: `(3000,)`


# %% nbgrader={"grade": false, "grade_id": "question_2", "locked": false, "schema_version": 3, "solution": true, "task": false}
def question_2():
    """Return the letter of your answer in quotes, such as return "a"."""
    ### BEGIN SOLUTION
    return "c"
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "question_2_test", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check question 2: is your answer one of the four letters? Run this cell.
from course import checks

letter = checks.choice(question_2, "abcd")
print("Your answer is", letter + ". Whether it is right is checked when your work is graded.")
### BEGIN HIDDEN TESTS
checks.that(
    letter != "a", "Quick question 2, your answer a: how many rows has a table of shape (100, 3)?"
)
checks.that(
    letter != "b",
    "Quick question 2, your answer b: what stands in a row of X, and what in a column?",
)
checks.that(
    letter != "d", "Quick question 2, your answer d: how many directions does a table have?"
)
### END HIDDEN TESTS

# %% [markdown]
# ## 3. Three shapes that look alike
#
# The same three numbers can be stored in three ways. Look at the brackets.

# %%
vector = np.array([4, -5, 6])
row = np.array([[4, -5, 6]])
column = np.array([[4], [-5], [6]])
print("vector, shape", vector.shape)
print(vector)
print("a table with one row, shape", row.shape)
print(row)
print("a table with one column, shape", column.shape)
print(column)

# %% [markdown]
# To us they are the same three numbers. NumPy treats them differently. **Before you run the next
# cell:** how many numbers will `vector - column` have?

# %%
print(vector - column)

# %% [markdown]
# Nine numbers, and no error message. NumPy wanted to help: it repeated the vector in three rows
# and the column in three columns, so that they fit. This is called **broadcasting**. It is handy
# when you want it, and a trap when you do not.
#
# So we agree, for the whole course:
#
# - **a vector of n numbers has shape `(n,)`**, with one pair of brackets;
# - a table has shape `(rows, columns)`;
# - where a column of shape `(n, 1)` is just as good as a vector, the tests accept it. Where it is
#   not, the message names both shapes.
#
# When a result surprises you, print the shapes first. Very many mistakes in programs with neural
# networks are mistakes of shape.

# %% [markdown]
# ## 4. How many times how much
#
# A bank counts how much time a customer takes: 3 visits, 4 phone calls, 2 letters. A visit takes
# 10 minutes, a call 5 and a letter 8. How many minutes is that?
#
# $$3 \cdot 10 + 4 \cdot 5 + 2 \cdot 8 = 66$$
#
# Each number was multiplied by what it counts for, and the products were added up. This is called
# a **weighted sum**. The numbers 10, 5 and 8 are the **weights**: they say how much each number
# counts. You will meet it everywhere in this course: a straight line is a weighted sum, and a
# neural network is made of many of them.
#
# ### Exercise 3: a weighted sum (3 points)
#
# Write the function `weighted_sum`. It takes a vector `x` and a vector `w` with a weight for each
# of its numbers, and returns the weighted sum: one number. It should work for vectors of any
# length. You know both tools: how arrays are multiplied, from 00a, and `np.sum`.


# %% nbgrader={"grade": false, "grade_id": "weighted_sum", "locked": false, "schema_version": 3, "solution": true, "task": false}
def weighted_sum(x, w):
    """Return the weighted sum of a vector.

    Parameters
    ----------
    x : array of shape (n,)
        The numbers.
    w : array of shape (n,)
        How much each of them counts.

    Returns
    -------
    float
        For x = [3, 4, 2] and w = [10, 5, 8] this is 66.
    """
    ### BEGIN SOLUTION
    return np.sum(x * w)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "weighted_sum_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check weighted_sum: a vector of three numbers, then one of four. Run this cell.
from course import checks

x_test = np.array([3, 4, 2])
w_test = np.array([10, 5, 8])
sum_answer = checks.call(weighted_sum, x_test, w_test)
sum_answer.is_not([30, 20, 16], "These are the minutes for each kind. What is still missing?")
sum_answer.is_not([13, 9, 10], "You added them in pairs. How long do 3 visits of 10 minutes take?")
sum_answer.is_not(
    [90, 45, 72], "Every weight met the sum of all counts. Which number belongs to which weight?"
)
sum_answer.is_not(
    [69, 92, 46], "Every count met the sum of all weights. Which number belongs to which weight?"
)
sum_answer.is_not(
    [90, 60, 48], "All products came in at each turn of the loop. Which one belongs to one turn?"
)
sum_answer.is_not(
    [19, 14, 17],
    "The sum of the counts was added to each weight. What should happen to a number and its weight?",
)
sum_answer.is_not([], "It is empty. What should the sum be at the beginning: a list, or a number?")
sum_answer.is_not([30, 50, 66], "These are sums on the way to the end. Which one is asked for?")
sum_answer.is_number()
sum_answer.is_not(36, "The first product is missing. With which number does counting begin?")
sum_answer.is_not(60329, "`**` makes a power. Which sign multiplies?")
sum_answer.is_not(9600, "The products were multiplied. What happens to them in the recipe?")
sum_answer.is_not(9, "That is how often the customer came or wrote. Where do the weights come in?")
sum_answer.is_not(23, "That is the sum of the weights. Where do the counts come in?")
sum_answer.is_not(207, "Every number met every weight. Which number belongs to which weight?")
sum_answer.is_not(22, "That is the mean of the products. What is asked for instead of the mean?")
sum_answer.is_not(
    32, "You added everything up. What should happen to a number and its weight first?"
)
sum_answer.is_not(
    30, "That is the first product alone. Is there a loop, and does `return` stand inside it?"
)
sum_answer.is_not(16, "That is the last product alone. Where do you keep the others?")
sum_answer.is_not(50, "The last product is missing. Where does the loop, or the slice, end?")
sum_answer.is_not(
    66 / 23, "The sum was divided by the sum of the weights. Is anything divided in the recipe?"
)
sum_answer.equals(66)
sum_answer.keeps_inputs()
sum_answer = checks.call(weighted_sum, np.array([1, -1, 2, 5]), np.array([2, 0.5, -7, 1]))
sum_answer.is_not(21.5, "A minus sign is lost. What is -7 times 2?")
sum_answer.is_not(7.5, "The minus sign of the sum is lost. Which line drops it?")
sum_answer.is_not(-12.5, "Only the first three products are in it. How many numbers came in?")
sum_answer.is_not(66, "That is the result of the first call. Where do `x` and `w` go?")
sum_answer.is_not(-7, "The half is lost. Which line makes a whole number of it?")
sum_answer.is_not(-8, "The half is lost. Which line makes a whole number of it?")
sum_answer.equals(-7.5)
checks.passed("weighted_sum works here. The hidden tests try shorter and longer vectors.")

# %% nbgrader={"grade": true, "grade_id": "weighted_sum_hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
checks.call(weighted_sum, np.array([2.5]), np.array([-4.0])).is_number().equals(-10)
checks.call(weighted_sum, np.array([1.0, -2.0]), np.array([0.5, 0.25])).is_number().equals(0)
checks.call(weighted_sum, np.array([1, 2, 3, 4, 5]), np.array([1, 10, 100, 1000, 10000])).equals(
    54321
)
rng_test = np.random.default_rng(9)
for n_test in (2, 3, 8, 40):
    x_test, w_test = rng_test.normal(size=n_test), rng_test.normal(size=n_test)
    said_test = f"weighted_sum of a vector with {n_test} numbers"
    sum_answer = checks.call(weighted_sum, x_test, w_test, said=said_test)
    sum_answer.is_number().keeps_inputs()
    expected_test = float(np.trace(np.outer(x_test, w_test)))
    sum_answer.equals(expected_test, "Does it use all numbers and all weights?")
    # One number at a time: each must come out times its own weight.
    for place_test in range(min(n_test, 3)):
        alone_test = np.zeros(n_test)
        alone_test[place_test] = 2.0
        sum_answer = checks.call(weighted_sum, alone_test, w_test, said=said_test)
        sum_answer.equals(2 * w_test[place_test])
### END HIDDEN TESTS

# %% [markdown]
# Remember this function. In unit 02 it gets another name: the value of one node.

# %% [markdown]
# ## 5. Where this course goes
#
# Three names are often mixed up. Each is a part of the one before:
#
# - **artificial intelligence** is the wide field: machines doing what seems to need a mind, such
#   as playing chess. The rules may well be written by people;
# - **machine learning** is the part of it in which nobody writes the rule. The computer finds it
#   from examples. Fitting a straight line to data, in unit 01, is already machine learning;
# - **deep learning** is the part of machine learning that uses neural networks with several
#   layers. That is where this course leads.
#
# A network holds numbers that it learns from examples. They are called **parameters**. (The word
# has a second meaning. In a docstring, `Parameters` are what a function takes.) Other numbers you
# choose before it learns, for instance how long it may learn. They are called **settings** here.
# (You will also read *hyperparameters*.)
#
# Neural networks are used for **images** (what is in this photo?), **text** (translate this
# sentence), **audio** (write down what was said) and **video** (what happens here?). This has a
# price. Large networks need very much data and very much computing power, and so much electricity
# and money. Where data is scarce, a simple model is often just as good. You will see that for
# yourself in unit 08.
#
# | unit | the question it answers |
# | --- | --- |
# | 00 | How do I work here, and what are arrays? |
# | 01 | What can a straight line see, and what not? |
# | 02 | How does a network make one prediction? |
# | 03 | What does a node do with its sum? |
# | 04 | What does one more layer buy? |
# | 05 | What does "wrong" cost, and which way is down? |
# | 06 | Who is to blame for the error? |
# | 07 | How would a library spell this? |
# | 08 | Does it work on real patients? |
#
# The units build on each other. Where a later exercise needs what you wrote in an earlier one, the
# course hands you a finished copy, so a unit that went badly never stands in your way. While an
# exercise is yours to write, its finished copy is no answer, and says so when you call it.
#
# ## What you have learned
#
# - A table has shape `(rows, columns)`. Rows are observations, columns are features.
# - `X[1]` is a row, `X[:, 2]` is a column, both counted from 0.
# - When a result surprises you, print the shapes first.
# - A weighted sum multiplies each number by its weight and adds up.
#
# Now press **Check all** above, then **Submit**. After that, go on with
# [01a: The best line](../01_linear_regression/01a_the_best_line.ipynb).
#
# ## Go further
#
# - The mean of the column `retired` of the bank's 1,000 customers is 0.41. What does this number
#   tell you? (Its numbers are all 0 or 1.)
# - Compute the mean of a column with a weighted sum. Which weights do you need?
# - Try some things in the cell below. It is not graded.

# %%
X, y = bank.simulate()
print("mean transactions of a customer:", np.mean(y))
