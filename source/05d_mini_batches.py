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
# # Unit 05d: Mini-batches
#
# **The question of this notebook: must every step look at every customer?**
#
# So far each step looked at all rows. With a million customers, one step would take a million
# predictions. But to see roughly which way is down, a few rows are enough.
#
# When you are done with this notebook, you will be able to
#
# - cut the data into batches, in random order;
# - say what a batch, a step and an epoch are;
# - train a model of the bank's customers in two ways, and compare.
#
# Time: about 30 minutes. Points: 3. A word that you do not know? Look it up in the
# [glossary](../glossary.md).

# %%
import numpy as np

from course import bank, checks, toolbox
from course.figures.descent import draw_epochs

# %% [markdown]
# ## 1. A few rows at a time
#
# Instead of all rows in each step, one
#
# 1. puts the rows into a random order;
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
# For random numbers NumPy has *generators*, made by `np.random.default_rng`.
# `generator.permutation(n)` returns the numbers from 0 to `n - 1` in random order. And an array of
# row numbers in square brackets picks these rows:

# %%
transactions = np.array([7.0, 19.0, 31.0, 45.0])
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
# `(X_batch, y_batch)`. The rows stand in random order. `rng` is a generator that comes in, and it
# draws this order. Every row is in exactly one batch, and each row of `X` stays together with its
# number in `y`. All batches have `batch_size` rows; only the last one may have fewer.
#
# A hint: `range(0, 10, 4)` counts 0, 4, 8. That is for 10 rows and a batch size of 4 only: what
# belongs in the place of these two numbers? And `order[8:12]`, a *slice*, takes the places 8 to 11
# of `order`. It simply ends where `order` ends.


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
# Check mini_batches: 10 rows in batches of 4, then 7 rows in batches of 3. Run this cell.
from course import checks

X_test = np.column_stack([np.arange(10.0), np.arange(10.0) ** 2])
y_test = 100 * np.arange(10.0)
said_test = "mini_batches(X, y, 4, rng) with 10 rows"
batches_answer = checks.call(
    mini_batches, X_test, y_test, 4, np.random.default_rng(1), said=said_test
)
checks.that(
    not isinstance(batches_answer.value, tuple)
    or len(batches_answer.value) != 2
    or not all(isinstance(part_test, list) for part_test in batches_answer.value),
    "mini_batches returns two lists. Which two arrays belong to one batch, and what makes a pair of "
    "them?",
)
batches_answer.has_type(list, "a list of pairs")
for batch_test in batches_answer.value:
    checks.that(
        isinstance(batch_test, tuple | list) and len(batch_test) == 2,
        "Each item of the list should be a pair (X_batch, y_batch). What do you append?",
    )
    checks.that(
        np.ndim(batch_test[1]) != 0,
        "Each pair holds one single row, and its number of y. Which part of the order makes a batch?",
    )
    checks.that(
        (np.ndim(batch_test[0]), np.ndim(batch_test[1])) != (1, 2),
        "y comes first in each pair. Which comes first in (X_batch, y_batch)?",
    )
sizes_test = [len(batch_test[0]) for batch_test in batches_answer.value]
checks.that(
    sizes_test != [2],
    "There is only one batch, with the last 2 rows. What happened to the batches before it?",
)
checks.that(
    sizes_test != [4],
    "There is only one batch, with 4 rows. How often does the loop run?",
)
checks.that(
    sizes_test != [4, 4, 4],
    "The batches have 4, 4 and 4 rows, but there are only 10 rows. Where does the last batch end?",
)
checks.that(
    sizes_test != [4, 0, 0],
    "Only the first batch has rows. The second one begins at place 4 of the order. Where does your "
    "part of the order end then, and how many row numbers has the order?",
)
checks.that(
    sizes_test != [10, 6, 2],
    "Each batch goes on to the last row. Where does a batch end?",
)
checks.that(
    sizes_test != [4, 4],
    "The batches have 4 and 4 rows, but there are 10 rows. Where are the last two?",
)
checks.that(
    sizes_test != [3, 3, 2, 2],
    "There are 4 batches. Is batch_size the number of batches, or of the rows in a batch?",
)
checks.that(
    len(sizes_test) > 0,
    "The list has no batch in it. From where to where does the loop count, and how often does it "
    "run then?",
)
checks.that(
    len(sizes_test) < 10,
    "There are 10 batches, and each begins one row after the one before. By how many rows should the "
    "beginning go on?",
)
checks.that(
    sizes_test != [10, 10, 10],
    "Each X_batch has all 10 rows. Which rows belong to a batch?",
)
checks.that(
    sizes_test != [4, 3, 3],
    "The batches have 4, 3 and 3 rows: they are about equally large. How many rows should each batch "
    "have, apart from the last one?",
)
checks.that(
    sum(sizes_test) != 9,
    f"The batches have {sizes_test} rows, 9 together, but there are 10. How many row numbers does "
    "the order need?",
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
if len(np.unique(targets_test)) < 10:
    whole_answer = checks.call(mini_batches, X_test, y_test, 10, np.random.default_rng(1))
    drawn_test = [y_one_test for batch_test in whole_answer.value for y_one_test in batch_test[1]]
    checks.that(
        len(set(drawn_test)) == len(drawn_test),
        "In one batch of all 10 rows a row occurs twice. Can a row be drawn again after it was drawn?",
    )
checks.that(
    len(np.unique(targets_test)) == 10,
    "A row is in two batches, and another one in none. How often is an order drawn in one epoch?",
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
checks.passed(
    "mini_batches works. The hidden tests try other sizes, and one epoch after the other."
)

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
    said_test = f"mini_batches with X of shape {X_test.shape}, batch_size = {batch_size_test},"
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
# Check question 2: is your answer one of the letters? Run this cell.
from course import checks

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
# In unit 04 you met parameters, the weights and biases, which training finds, and settings, which
# you choose before. Three more settings have joined the list: the learning rate, the batch size and
# the number of epochs. Gradient descent never changes a setting, and you never type in a parameter.

# %% [markdown]
# ## 2. The bank: two ways to the same weights
#
# In unit 01, `fit_linear` found the best weights of a linear model with a formula. Let us walk
# there instead. First the bowl is made round, as in 05c: each column of `X` less its mean,
# divided by its *spread*. The spread says how far the numbers of a column typically lie from their
# mean: take the differences from the mean, square them, take the mean, take the root. (`np.std`
# does all this. `axis=0` means: for each column.) Then a column of ones is added for the bias.

# %%
X_bank, y_bank = bank.simulate(n_customers=1000, seed=0)
X_scaled = (X_bank - np.mean(X_bank, axis=0)) / np.std(X_bank, axis=0)
X_ones = np.column_stack([X_scaled, np.ones(len(X_bank))])
w_walk, history = toolbox.gradient_descent(X_ones, y_bank, np.zeros(6), lr=0.1, n_steps=500)
w_formula, b_formula = toolbox.fit_linear(X_scaled, y_bank)
print("weights by walking:", w_walk[:5].round(3), " bias:", w_walk[5].round(3))
print("weights by formula:", w_formula.round(3), " bias:", np.round(b_formula, 3))
print("root mean squared error:", np.sqrt(history[-1]).round(1), "transactions")

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
full_history = mini_history[:1] + history[:10]  # the cost at the start, then 10 epochs
for epoch in (0, 1, 2, 5, 10):
    print(
        f"epoch {epoch}: all rows {full_history[epoch]:.0f}, mini-batches {mini_history[epoch]:.0f}"
    )

# %%
draw_epochs(full_history, mini_history)

# %% [markdown]
# Near the bottom the cost of the mini-batches goes a little up and down, instead of falling (in the
# printed numbers; the picture is too coarse for it): there each batch pulls its own way. A smaller learning rate calms it.

# %% [markdown]
# ## What you have learned
#
# - Mini-batches make many rough steps out of one exact one. That gets down faster.
# - One epoch looks at every row once, in batches; each batch makes one step.
# - For a linear model, walking and the formula lead to the same weights.
#
# One thing is missing before we can train a network: its slopes. The formula of this unit holds for
# one layer without activation. Unit 06 finds the slopes of all weights in all layers:
# [06a: blame by hand](../06_backpropagation/06a_blame_by_hand.ipynb).
#
# ## Go further
#
# - Change the batch size from 50 to 5 in the cell with `w_mini`, and to 500. What becomes of the
#   costs, and of the time that the cell takes?
# - Squaring makes one very large error count more than many small ones. The *mean absolute error*,
#   the mean of the sizes of the errors, does not. When would you want which?
