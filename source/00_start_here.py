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
# # Unit 00: Start here
#
# **The question of this unit: how do I work here, and what are arrays?**
#
# Welcome. In this course you build neural networks yourself, from multiplying and adding up to a
# program that learns from real patients. You need a little Python: variables, functions, lists and
# loops. You need no mathematics beyond school, and no experience with Jupyter.
#
# When you are done, you will be able to
#
# - work in a notebook: run cells in the right order, read an error message, start afresh;
# - answer an exercise and check your answer;
# - put numbers into arrays, and say what *shape* an array has.
#
# Time: 45 to 60 minutes. A good place for a break is after section 6. Points: 10. A word that you
# do not know? Look it up in the [glossary](../glossary.md).

# %% [markdown]
# ## 1. Cells
#
# What you are reading is a **notebook**. It is made of **cells**. This one holds text. The next
# one holds Python code.
#
# Click into the code cell below, hold the **Shift** key and press **Enter**. That **runs** the
# cell, and takes you to the next one.

# %%
import numpy as np

from course import bank, checks
from course.figures.round_trip import draw_round_trip

print("It works. 6 * 7 is", 6 * 7)

# %% [markdown]
# Two things happened. What the cell prints appeared below it. And a number appeared in the
# brackets at its left edge, such as `[1]`: this cell was the first to run. While a cell is still
# running, you see a star there: `[*]`.
#
# The lines that begin with `from` and `import` fetch what this notebook needs. So **this first
# code cell has to run each time before you work**. Every unit begins with such a cell.

# %% [markdown]
# ## 2. The order of running
#
# Behind the notebook works a program that is called the **kernel**. It does the computing, and it
# remembers every variable, from cell to cell. What counts for it is the order in which you **run**
# the cells. Where they stand on the page does not matter to it.
#
# Run the next two cells.

# %%
visits = 0

# %%
visits = visits + 1
print("visits:", visits)

# %% [markdown]
# **Before you go on:** what happens when you run the second cell again, and again? Decide, then
# try. And then: how do you get back to 1?

# %% [markdown]
# Every run of the second cell adds 1 to what the kernel remembers. To get back you run the first
# cell again, then the second one.
#
# After a while it is easy to lose track of what was run. Then start afresh: open the menu
# **Kernel** at the top and choose **Restart Kernel and Run All Cells**. The kernel forgets
# everything, and runs the notebook once from the top to the bottom. Your text and your code stay
# as they are. (If an exercise is not done yet, the run stops there with a message. That is fine.)
#
# If a cell never comes to an end (the star stays), choose **Kernel**, then **Interrupt Kernel**.

# %% [markdown]
# ### Quick question 1 (1 point)
#
# A notebook has two cells. The first one says `balance = 10`. The second one says
# `balance = balance + 5`. You run the first cell once, then the second cell **three times**. What
# does `balance` hold?
#
# - **a**: 15, because the second cell says 10 + 5
# - **b**: 25
# - **c**: 10, because a cell that runs again starts afresh
#
# Write your letter in the next cell. To do so, delete the whole line that begins with `raise` and
# write a line such as `return "a"`, with the same four spaces in front. Then run the cell. Nothing
# visible happens yet, only a number appears in the brackets: the cell *defines* the function
# `question_1`. The cell after it uses it.


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
    "Quick question 1, your answer a: what does the kernel remember after the first run?",
)
checks.that(
    letter != "c",
    "Quick question 1, your answer c: which cell would have to run to set balance to 10?",
)
### END HIDDEN TESTS

# %% [markdown]
# ## 3. When something goes wrong
#
# Everybody who programs sees error messages, every day. They are there to help. The next cell has
# a mistake in it. Run it.

# %% tags=["raises-exception"]
customers = 1000
print(custmers)

# %% [markdown]
# **Read an error message from its end.** The last line names the kind of the error and says what
# is wrong. A `NameError` means: Python does not know this name. The arrow above it points at the
# line where it happened. In the exercises you will see two or three such arrows, one for each
# function that was at work: look for the last one in a cell that **you** wrote. For some errors the
# course adds a note in plain words below the last line.
#
# What is wrong? Correct it in the cell, and run the cell again. A cell can always be changed and
# run again. Nothing can break.
#
# Some errors that you will meet:
#
# | the last line says | what it often means |
# | --- | --- |
# | `NameError` | a name is misspelled, or the cell that makes it has not been run |
# | `UnboundLocalError` | a function uses a variable before it has given it a value |
# | `SyntaxError` | a bracket, a quote or a colon is missing, in this line or the one before |
# | `IndentationError` | a line has too many or too few spaces in front |
# | `TypeError` | a function got the wrong kind or number of things |
# | `ValueError` or `IndexError` | often: an array does not have the shape that you think it has |
# | `AttributeError` | this thing has no such name: an array, for instance, has no `append` |
# | `KeyError` | a dictionary has no such key: is it spelled rightly? |

# %% [markdown]
# ## 4. The round trip
#
# Every unit has a few exercises. An exercise has an **answer cell**, in which you write, and one
# or two **test cells** below it, which check what you wrote. You cannot change the test cells.

# %%
draw_round_trip()

# %% [markdown]
# 1. **Answer.** In the answer cell, delete the lines that say so and write your own code. Run the
#    cell.
# 2. **Check.** Run the test cell below. When all is well, it says so. When something is wrong, it
#    says what it saw, and often asks you a question. Think, change your answer, run your cell and
#    then the test cell again. Mistakes made here cost nothing. If the answer cell itself ends in
#    an error, Python has not taken over your new function. Mend that first: the test would look
#    at the old one.
# 3. **Validate.** When you are done with the unit, press the button **Validate** above the
#    notebook. It runs everything once from the top, as a grader would, and tells you which test
#    cells fail.
# 4. **Submit.** Save first. Open the menu **Nbgrader**, choose **Assignment List**, and press
#    **Submit** beside the unit.
# 5. **Feedback**: your points, and what to look at again. If you work alone, it is there within
#    seconds: **view feedback** in the same list.
#
# Some test cells only say that **hidden tests** run when your work is graded. Hidden tests call
# your function with other numbers. They see to it that your function works in general, and not for
# one example only.
#
# **If you work alone**, your own computer does the grading. (Not on Windows: there, compare with the
# solved units, which are in the folder `source` of the project.) The page `progress.md` on your desk
# shows your points, and what to do next.
#
# **Saving:** press Ctrl and S together (on a Mac: Command and S). JupyterLab also saves by itself
# every two minutes or so. What you save is the notebook: text, code and outputs. The variables
# live only in the kernel. When you come back another day, run the cells again from the top.

# %% [markdown]
# ## 5. Arrays
#
# Neural networks compute with many numbers at once. A Python list is not made for that:

# %%
numbers = [1, 2, 3]
print(numbers * 2)

# %% [markdown]
# The list was repeated. To compute with numbers we use **arrays**. They come from the package
# NumPy, which everybody calls `np`. The function `np.array` makes an array from a list.
#
# **Before you run the next cell:** what will `a * 2` print?

# %%
a = np.array([1, 2, 3])
print(a * 2)
print(a + 10)
print(a * np.array([5, 0, -1]))

# %% [markdown]
# An array computes **number by number**. With a single number (such as 2) it does the same with
# each of its numbers. With another array it pairs them up: the first with the first, the second
# with the second, and so on.
#
# Three functions that we need today:

# %%
print("sum: ", np.sum(np.array([1, 2, 6])))
print("mean:", np.mean(np.array([1, 2, 6])))
print("the number at place 0:", np.array([1, 2, 6])[0])

# %% [markdown]
# The **mean** (or average) is the sum divided by how many numbers there are: 9 divided by 3. And
# Python counts places **from 0**: of three numbers, the first one stands at place 0 and the last
# one at place 2.

# %% [markdown]
# ## 6. A customer as a vector
#
# In this course a bank wants to know how many transactions a customer will make next year
# (payments, transfers, withdrawals). The bank knows five things about each customer. The course
# has them in this order:

# %%
print(bank.FEATURES)

# %% [markdown]
# A thing that we know about a customer is called a **feature**: the age in years, the balance (the
# money on the account) in thousands, retired (1 for yes, 0 for no), the number of accounts and the
# number of family members.
#
# So a customer becomes five numbers in a row. A row of numbers is called a **vector**. Here is
# one: 80 years old, 480 on the account (that is 0.48 thousand), retired, 4 accounts, 5 family
# members.

# %%
customer = np.array([80, 0.48, 1, 4, 5])
print(customer)
print("shape:", customer.shape)

# %% [markdown]
# NumPy writes `80.` for 80.0. All numbers of an array are of one kind, and as 0.48 has decimals,
# all of them are stored with decimals.
#
# The **shape** of an array says how many numbers it has. `(5,)` means: five numbers, in one
# direction. (Values in round brackets, parted by commas, are called a *tuple* in Python. The comma
# is its way to write a tuple with a single element.)
#
# ### Exercise 1: a customer as a vector (2 points)
#
# Write the function `make_customer`. It takes the five features of a customer and returns them as
# an array of shape `(5,)`, in the order of `bank.FEATURES`.


# %% nbgrader={"grade": false, "grade_id": "make_customer", "locked": false, "schema_version": 3, "solution": true, "task": false}
def make_customer(age, balance, retired, accounts, family):
    """Return one customer of the bank as a vector.

    Parameters
    ----------
    age : int
        Age in years.
    balance : float
        Money on the account, in thousands.
    retired : int
        1 for a retired customer, 0 for any other.
    accounts : int
        Number of accounts.
    family : int
        Number of family members.

    Returns
    -------
    array of shape (5,)
        For the customer above: make_customer(80, 0.48, 1, 4, 5) is the array
        [80, 0.48, 1, 4, 5].
    """
    ### BEGIN SOLUTION
    return np.array([age, balance, retired, accounts, family])
    ### END SOLUTION


# %% [markdown]
# Now check your answer: run the next cell.

# %% nbgrader={"grade": true, "grade_id": "make_customer_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
customer_answer = checks.call(make_customer, 64, 6.5, 0, 3, 2)
if isinstance(customer_answer.value, np.ndarray):
    checks.that(
        customer_answer.value.dtype.kind in "biufO",
        "make_customer gives an array of text, not of numbers. What did you put into it?",
    )
customer_answer.is_not(
    [[64, 6.5, 0, 3, 2]],
    "That is a table with one row. How many brackets has a vector?",
)
customer_answer.is_not(
    [[64], [6.5], [0], [3], [2]],
    "That is a table with one column. How many brackets has a vector?",
)
customer_answer.is_array((5,))
customer_answer.is_not(
    [80, 0.48, 1, 4, 5], "That is always the same customer. Where do the arguments go?"
)
customer_answer.is_not(
    [6.5, 64, 0, 3, 2], "Age and balance changed places. What is the agreed order?"
)
customer_answer.is_not(
    [64, 6, 0, 3, 2], "Half a thousand is missing. What happened to the balance?"
)
customer_answer.is_not(
    [64, 6.5, 0, 2, 3], "The last two changed places. Which of them comes first in bank.FEATURES?"
)
customer_answer.is_not(
    [3, 64, 6.5, 2, 0], "That is the order of the alphabet. Which one was agreed on?"
)
customer_answer.equals([64, 6.5, 0, 3, 2], "Does every argument stand in its own place?")
customer_answer = checks.call(make_customer, 31, 0.75, 1, 2, 6).is_array((5,))
customer_answer.equals([31, 0.75, 1, 2, 6], "Does every argument stand in its own place?")
print("make_customer works here. The hidden tests try other customers.")

# %% nbgrader={"grade": true, "grade_id": "make_customer_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
checks.call(make_customer, 80, 0.48, 1, 4, 5).is_array((5,)).equals([80, 0.48, 1, 4, 5])
customer_answer = checks.call(make_customer, 35, -1.25, 0, 1, 0).is_array((5,))
customer_answer.is_not([35, 1.25, 0, 1, 0], "The minus sign is lost. May a balance be negative?")
customer_answer.equals([35, -1.25, 0, 1, 0])
table_test, _ = bank.simulate(n_customers=20, seed=8)
for row_test in table_test:
    customer_answer = checks.call(make_customer, *(float(number) for number in row_test))
    customer_answer.is_array((5,)).equals(row_test, "Does every argument stand in its own place?")
for place_test, name_test in enumerate(bank.FEATURES):
    only_one_test = [7.25 * (k == place_test) for k in range(5)]
    customer_answer = checks.call(make_customer, *only_one_test).is_array((5,))
    customer_answer.equals(only_one_test, f"Where does {name_test} belong?")
    checks.that(
        customer_answer.value.dtype.kind in "biufO",
        "make_customer gives an array of text, not of numbers. What did you put into it?",
    )
### END HIDDEN TESTS

# %% [markdown]
# That is the first step of everything that follows: something real becomes numbers, in an agreed
# order. A picture becomes numbers too (the brightness of each of its points), and so do a sound
# and a text.

# %% [markdown]
# ## 7. Many customers: a table
#
# The vectors of many customers, one below the other, make a table. By agreement, all over data
# science, it is called `X`, and
#
# - **each row is one customer** (one *observation*);
# - **each column is one feature**.
#
# Here is a small bank with five customers and three features: age, balance and number of accounts.
# A table has **two** pairs of brackets: an outer one, and one for each row.

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
# In `X[:, 2]` the brackets hold two things: first which rows, then which column. The colon stands
# for "all". So `X[:, 2]` means: all rows, of these column 2.
#
# **Before you go on:** what is the mean balance of these five customers? Which column do you need?

# %% [markdown]
# ### Exercise 2: the mean of a column (3 points)
#
# Write the function `column_mean`. It takes a table `X` and the number of a column, and returns
# the mean of this column. Columns are counted from 0, as always in Python.


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
X_test = np.array([[25, 3, 1], [40, 8, 2], [63, 2, 2], [70, 5, 1], [32, 12, 4]])
mean_answer = checks.call(column_mean, X_test, 1, said="column_mean(X, 1)")
mean_answer.is_not(X_test[:, 1], "That is the column itself. What is still to be done with it?")
mean_answer.is_not(
    X_test.mean(axis=1), "That is one mean for each customer. What was to be averaged?"
)
mean_answer.is_not(
    X_test.mean(axis=0), "These are the means of all columns. Which one was asked for?"
)
mean_answer.is_number()
mean_answer.is_not(50 / 3, "That is the mean of row 1, a customer. How do you write a column?")
mean_answer.is_not(18, "That is the mean of the whole table. Which part of it did you want?")
mean_answer.is_not(30, "That is the sum of the column. What makes a mean of it?")
mean_answer.is_not(
    10, "A sum was divided by a wrong number. Which numbers did you add up, and how many are they?"
)
mean_answer.is_not(46, "That is the mean of column 0. How does your function choose the column?")
mean_answer.is_not(2, "That is the mean of column 2. How does your function choose the column?")
mean_answer.is_not(1, "That is the number of the column. Where does the table come in?")
mean_answer.is_not(3, "That is the first number alone. Does `return` stand inside the loop?")
mean_answer.is_not(0.6, "Only the first number was added. Does `return` stand inside the loop?")
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
X_test = np.array([[4, 9], [7, -1], [-5, 1]])
mean_answer = checks.call(column_mean, X_test, 1, said="column_mean of a table with 3 rows")
mean_answer.equals(3, "Does your function work for any table?")
print("column_mean works here. The hidden tests try other tables, also with one row or one column.")

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
# The bank of this course has 1,000 customers with all five features. They are made up by a
# program, so no real person's account is looked at. You will work with them in unit 01.
#
# `bank.simulate` returns two things, so two names stand on the left: the table, and the
# transactions of its customers. `X[:3]` means: the first three rows.

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
# matrix." (A matrix is a table of numbers.) If `X` holds this data, what is its shape?
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
# ## 8. Three shapes that look alike
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
# ## 9. How many times how much
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
# of its numbers, and returns the weighted sum. It should work for vectors of any length. Both
# tools that you need are in section 5.


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
x_test = np.array([3, 4, 2])
w_test = np.array([10, 5, 8])
sum_answer = checks.call(weighted_sum, x_test, w_test)
sum_answer.is_not([30, 20, 16], "These are the minutes for each kind. What is still missing?")
sum_answer.is_not([13, 9, 10], "You added them in pairs. How long do 3 visits of 10 minutes take?")
sum_answer.is_number()
sum_answer.is_not(9, "That is how often the customer came or wrote. Where do the weights come in?")
sum_answer.is_not(23, "That is the sum of the weights. Where do the counts come in?")
sum_answer.is_not(207, "Every number met every weight. Which number belongs to which weight?")
sum_answer.is_not(22, "That is the mean of the products. What is asked for instead of the mean?")
sum_answer.is_not(
    32, "You added everything up. What should happen to a number and its weight first?"
)
sum_answer.is_not(30, "That is the first product alone. What about the other numbers?")
sum_answer.is_not(16, "That is the last product alone. Where do you keep the others?")
sum_answer.is_not(50, "The last product is missing. Where does the loop, or the slice, end?")
sum_answer.is_not(
    66 / 23, "The sum was divided by the sum of the weights. Is anything divided in the recipe?"
)
sum_answer.equals(66)
sum_answer.keeps_inputs()
sum_answer = checks.call(weighted_sum, np.array([1, -1, 2, 5]), np.array([2, 0, -7, 3]))
sum_answer.is_not(31, "A minus sign is lost. What is -7 times 2?")
sum_answer.is_not(-12, "Only the first three products are in it. How many numbers came in?")
sum_answer.is_not(66, "That is the result of the first call. Where do x and w go?")
sum_answer.equals(3)
print("weighted_sum works here. The hidden tests try shorter and longer vectors.")

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
# ## 10. Where this course goes
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
# A network holds numbers that it **learns** from examples. They are called **parameters**. Other
# numbers **you** choose before it learns, for instance how long it may learn. They are called
# **settings** here (you will also read *hyperparameters*).
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
# course hands you a finished copy, so a unit that went badly never stands in your way.
#
# ## What you have learned
#
# - The kernel remembers what was run, in the order in which it was run. *Restart Kernel and Run
#   All Cells* starts afresh.
# - An error message is read from its end.
# - Answer, check, Validate: as often as you like.
# - A vector of n numbers has shape `(n,)`. A table has shape `(rows, columns)`. Rows are
#   observations, columns are features.
# - A weighted sum multiplies each number by its weight and adds up.
#
# Now press **Validate** above, and submit the unit. Then go on with unit 01.
#
# ## Go further
#
# - The mean of the column `retired` of the bank's 1,000 customers is 0.41. What does this number
#   tell you? (Its numbers are all 0 or 1.)
# - Compute the mean of a column with a weighted sum. Which weights do you need?
# - Try some things in the cell below. You may also add cells of your own: the button with the plus
#   sign above the notebook does it. They are not graded.

# %%
X, y = bank.simulate()
print("mean transactions of a customer:", np.mean(y))
