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
# # Unit 00a: First steps
#
# **The question of this notebook: how do I work here?**
#
# Welcome. In this course you build neural networks yourself, from multiplying and adding up to a
# program that learns from real patients. You need a little Python: variables, functions, lists and
# loops. You need no mathematics beyond school, and no experience with Jupyter.
#
# The course has nine units, 00 to 08. Each unit has one to four notebooks such as this one. A
# notebook is made for one sitting. Do them in their order: 00a, 00b, 01a and so on.
#
# When you are done with this one, you will be able to
#
# - run cells in the right order, read an error message, and start afresh;
# - answer an exercise and check your answer;
# - turn a customer of a bank into an array of numbers.
#
# Time: about 30 minutes. Points: 3. A word that you do not know? Look it up in the
# [glossary](../glossary.md).

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
# code cell has to run each time before you work**. Every notebook begins with such a cell.

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
# The next cell is for your answer. It begins to define a function, `question_1`:
#
# - the line in three double quotes is a **docstring**. It says what the function is for. Leave it;
# - the line that begins with `raise` stops the function with the message that nothing is written
#   yet. **Delete this whole line** and write a line such as `return "a"` in its place. **Keep the
#   four spaces in front**: they say that the line belongs to the function.
#
# Then run the cell. Nothing visible happens yet, only a number appears in the brackets: Python now
# knows your function. Run the cell below it as well. It is folded: you see one line of it, and
# that is enough. It calls your function and says what came back.


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
# line where it happened. In the exercises the course adds what the error means in plain words.
#
# What is wrong? Correct it in the cell, and run the cell again. A cell can always be changed and
# run again. Nothing can break. (As long as the mistake is there, *Run All Cells* may stop here.)
#
# Some errors that you will meet:
#
# | the last line says | what it often means |
# | --- | --- |
# | `NameError` | a name is misspelled, or the cell that makes it has not been run |
# | `UnboundLocalError` | a function uses a variable before it has given it a value |
# | `SyntaxError: 'return' outside function` | the line with `return` has no spaces in front |
# | any other `SyntaxError` | a bracket, a quote, a comma or a sign is missing, here or one line up |
# | `IndentationError` | a line has too many or too few spaces in front |
# | `TypeError` | a function got the wrong kind or number of things |
# | `ValueError` or `IndexError` | often: an array does not have the shape that you think it has |
# | `AttributeError` | this thing has no such name: an array, for instance, has no `append` |
# | `KeyError` | a dictionary has no such key: is it spelled rightly? |

# %% [markdown]
# ## 4. The round trip
#
# Every notebook has a few exercises. An exercise has an **answer cell**, in which you write, and
# one or two **test cells** below it, which check what you wrote. You cannot change the test cells,
# and they are folded: you see their first line only. (A click on it opens one, if you are curious.
# There is nothing in it that you need.) The arrow keys pass over folded cells. Shift and Enter do
# not: from the answer they take you to the test cell, and pressed once more they run it.

# %%
draw_round_trip()

# %% [markdown]
# 1. **Answer.** In the answer cell, delete the comment and the line that begins with `raise`, and
#    write your own code there. Run the cell with Shift and Enter. That also takes you to the next
#    cell.
# 2. **Check.** Run the test cell below, with Shift and Enter again. When all is well, it says so.
#    When something is wrong, it says what it saw, and often asks you a question. Think, change
#    your answer, run your cell and then the test cell again. Mistakes made here cost nothing. If
#    the answer cell itself ends in an error, Python has not taken over your new function. Mend
#    that first: the test would look at the old one.
# 3. **Check all.** When you are done with a notebook, press the button **Check all** above it. It
#    saves, runs everything once from the top, and says one line about each exercise.
# 4. **Submit.** Press the button **Submit**, beside it. All notebooks of the unit are handed in
#    together. You may do this after each of them, as often as you like. What you handed in last
#    counts.
# 5. **Feedback**: your points, and what to look at again. The button **Feedback** opens the page
#    beside the notebook. If you work alone, it is there within seconds.
#
# (No such buttons above your notebook? Then **Validate** there does what *Check all* does. To hand
# in, save, open the menu **Nbgrader** and choose **Assignment List**: *Submit* and *view feedback*
# are in it.)
#
# Some test cells only say that **hidden tests** run when your work is graded. Hidden tests call
# your function with other numbers. They see to it that your function works in general, and not for
# one example only.
#
# **If you work alone**, your own computer does the grading. (Not on Windows: there, compare with the
# solved notebooks, which are in the folder `source` of the project.) Your *desk* is the folder that
# you see on the left, with all notebooks in it. Its first page, *Home*, shows your points, and
# what to do next.
#
# **Saving:** press Ctrl and S together (on a Mac: Command and S). JupyterLab also saves by itself,
# every few seconds or minutes. What is saved is the notebook: text, code and outputs. The variables
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
# Look at the brackets of `np.array([1, 2, 3])` once more. The round ones call the function. The
# square ones make the list, and **one** list goes in.

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
# members. The last line asks for its size: `customer.shape`, with a dot and without brackets.

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
# is its way to write a tuple with a single value.)
#
# ### Exercise 1: a customer as a vector (2 points)
#
# Write the function `make_customer`. It takes the five features of a customer and returns them as
# an array of shape `(5,)`, in the order of `bank.FEATURES`.
#
# The docstring is longer here. Below `Parameters` stands what the function takes: the **arguments**
# `age`, `balance` and so on. They already hold the numbers of the customer when your lines run.
# Below `Returns` stands what the function should give back, with an example.


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


# %% nbgrader={"grade": true, "grade_id": "make_customer_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check make_customer: two customers. Run this cell.
from course import checks

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
customer_answer.is_not(
    [5], "That is the shape of the array. Which of the two is asked for, the array or its shape?"
)
customer_answer.is_not(
    [75.5], "The five numbers were added up. Which sign stands between the values of a list?"
)
for place_test, name_test in enumerate(bank.FEATURES):
    without_test = np.delete([64, 6.5, 0, 3, 2], place_test)
    customer_answer.is_not(without_test, f"One number is missing: {name_test}. Where does it go?")
customer_answer.is_array((5,))
customer_answer.is_not(
    [64, 0.0065, 0, 3, 2],
    "The balance was divided by 1000. In which unit does it come in, and in which is it wanted?",
)
customer_answer.is_not(
    [64, 6500, 0, 3, 2],
    "The balance was multiplied by 1000. In which unit is it wanted?",
)
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
    [64, 6.5, 0, 2, 3], "The last two changed places. Which comes first in `bank.FEATURES`?"
)
customer_answer.is_not(
    [3, 64, 6.5, 2, 0], "That is the order of the alphabet. Which one was agreed on?"
)
customer_answer.equals([64, 6.5, 0, 3, 2], "Does every argument stand in its own place?")
customer_answer = checks.call(make_customer, 31, 0.75, 1, 2, 6).is_array((5,))
customer_answer.equals([31, 0.75, 1, 2, 6], "Does every argument stand in its own place?")
checks.passed("make_customer works here. The hidden tests try other customers.")

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
    only_one_test = [float(k == place_test) for k in range(5)]
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
#
# ## What you have learned
#
# - The kernel remembers what was run, in the order in which it was run. *Restart Kernel and Run
#   All Cells* starts afresh.
# - An error message is read from its end.
# - Answer, check, *Check all*: as often as you like.
# - An array computes number by number. A vector of n numbers has shape `(n,)`.
#
# Now press **Check all** above. Then go on with
# [00b: Arrays and tables](00b_arrays_and_tables.ipynb), where one customer becomes many.
#
# Something to play with: you may add cells of your own. The button with the plus sign above the
# notebook does it. They are not graded.
