# ---
# jupyter:
#   autograder:
#     assignment: 08_pima_classifier
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
# # Unit 08b: Rows that nobody has seen
#
# **The question of this notebook: how do we measure a classifier before the next patients come?**
#
# The famous recipe of 08a is right for 78 of 100 patients, the very patients on which it was
# trained. In this sitting you take some rows away before anything is learned, and learn nothing from
# them when you prepare the table.
#
# When you are done, you will be able to
#
# - split a table into training and test rows;
# - fill in what was not measured;
# - bring all columns to one scale;
# - do all this without a leak.
#
# Time: about 45 minutes. Points: 6.
#
# A word that you do not know? Look it up in the [glossary](../glossary.md).

# %%
import numpy as np

from course import checks, pima
from course.toolbox import clinic

X, y = clinic.load_patients(pima.PATH)

# %% [markdown]
# ## 1. A perfect score for nothing
#
# Here is a program that learns nothing at all. It keeps the patients it knows in a list. For any
# patient it looks up the most similar one in its list and says what was found there. We let it keep
# the first 614 women, and ask it first about these, then about the 154 others.
#
# **Before you run the cell:** how often will it be right about the women in its own list?

# %%
X_known, y_known = X[:614], y[:614]
X_others, y_others = X[614:], y[614:]
about_known = clinic.most_similar(X_known, y_known, X_known)
about_others = clinic.most_similar(X_known, y_known, X_others)
print(f"accuracy on the rows in its list: {np.mean(about_known == y_known):.2f}")
print(f"accuracy on the other rows:       {np.mean(about_others == y_others):.2f}")

# %% [markdown]
# Perfect on the rows that it knows, and no better than the majority rule on the others. (Over 40
# other draws of the rows its accuracy on unseen ones is 0.675 on average, a little above the 0.651
# of the baseline.) It is like an exam whose questions were handed out the day before: a full score
# tells nothing.
#
# **Accuracy on the training rows is not the accuracy of the classifier.** Evaluating on the
# training rows is a common mistake in published introductions to this table. The remedy is
# simple: take some rows away *before* anything is learned, and use them only at the very end. These
# are the **test rows**; the others are the **training rows**.
#
# The split should be random. It should also keep the shares: if 35 % of all women have diabetes,
# then 35 % in each part. Otherwise luck alone makes a part easier than the other. A split that
# keeps the shares is called **stratified**. It is done by splitting each class on its own.
#
# Three functions help. `np.flatnonzero(...)` gives the numbers of the rows for which something is
# true. `rng.permutation(...)` shuffles them: `rng` is a source of random numbers. And
# `np.concatenate([...])` joins several vectors to one.

# %%
rng = np.random.default_rng(0)
classes = np.array([0, 1, 0, 0, 1])
rows_of_0 = np.flatnonzero(classes == 0)
print("rows of class 0:", rows_of_0, "shuffled:", rng.permutation(rows_of_0))
print("joined:", np.concatenate([rows_of_0, np.flatnonzero(classes == 1)]))

# %% [markdown]
# ### Exercise 3: split without leaking (2 points)
#
# Complete the function `split_stratified`. The loop is there: it visits the classes 0 and 1 one
# after the other (`np.unique(y)` lists them). For each, `rows` holds the numbers of the rows of this
# class, already shuffled.
#
# Your part (2 or 3 lines): append the first of `rows` to the list `test_rows`, as one array. How many,
# `test_share` says: it is the share of the rows of this class. Append **all the others** to the list
# `train_rows`, again as one array. Only `append` puts rows into the two lists; do not assign to them, or the rows of the class
# before are lost.
#
# For example: 8 rows of a class and `test_share=0.25` give 2 test rows and 6 training rows. With 11
# rows of a class, a quarter is 2.75: that is rounded to 3 test rows. `round` does this. `rows[:2]`
# are the first two, `rows[2:]` all from the third on: such a part is what you append, without
# further brackets.


# %% nbgrader={"grade": false, "grade_id": "split_stratified", "locked": false, "schema_version": 3, "solution": true, "task": false}
def split_stratified(y, test_share, rng):
    """Split rows at random, with the same share of each class on both sides.

    Parameters
    ----------
    y : array of shape (n,)
        The class of each row, 0 or 1.
    test_share : float
        Which share of the rows becomes the test part, such as 0.2. It is rounded to whole rows in
        each class.
    rng : numpy.random.Generator
        Draws which rows these are.

    Returns
    -------
    train_rows, test_rows : arrays of int
        Row numbers. Each row is in exactly one of the two.
    """
    train_rows, test_rows = [], []
    for label in np.unique(y):
        rows = rng.permutation(np.flatnonzero(y == label))
        ### BEGIN SOLUTION
        n_test = round(test_share * len(rows))
        test_rows.append(rows[:n_test])
        train_rows.append(rows[n_test:])
        ### END SOLUTION
    return np.concatenate(train_rows), np.concatenate(test_rows)


# %% nbgrader={"grade": true, "grade_id": "split_stratified_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check split_stratified: twelve rows, then 25 rows with another share. Run this cell.
from course import checks

twelve_test = np.array([1, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0])
more_test = np.resize([0, 0, 1, 0, 1, 1, 0, 1, 0, 0, 1], 25)  # 14 zeros, 11 ones
for labels_test, share_test in ((twelve_test, 0.25), (more_test.astype(float), 0.4)):
    zeros_test, ones_test = np.sum(labels_test == 0), np.sum(labels_test == 1)
    said_test = f"split_stratified ({zeros_test} zeros, {ones_test} ones, test_share={share_test})"
    rng_test = np.random.default_rng(3)
    parts_answer = checks.call(split_stratified, labels_test, share_test, rng_test, said=said_test)
    parts_answer.has_parts(2, "train_rows and test_rows")
    checks.that(
        [isinstance(part_test, np.ndarray) for part_test in parts_answer.value],
        f"{said_test} should return two arrays of row numbers, but returns something else. "
        "Does a `return` stand inside the loop?",
    )
    train_answer, test_answer = parts_answer.value
    both_answer = np.concatenate([train_answer, test_answer])
    checks.that(
        not np.all(np.isin(both_answer, (0, 1))),
        "Both parts hold only zeros and ones. Are these row numbers, or classes?",
    )
    checks.that(
        len(test_answer) > 0,
        f"{said_test} puts no row into the test part. How many rows of a class should go there?",
    )
    checks.that(
        len(train_answer) > 0,
        f"{said_test} puts no row into the training part. Which rows of a class should go there?",
    )
    checks.that(
        both_answer.dtype.kind == "i",
        "Row numbers are whole numbers, but yours are of another type. What was appended?",
    )
    checks.that(
        not np.any(np.isin(test_answer, train_answer)),
        "Some rows are in both parts. What does a test tell about a row that was trained on?",
    )
    checks.that(
        not np.all(labels_test[both_answer] == 0),
        "Only rows of class 0 are in the two parts. Does a `return` stand inside the loop?",
    )
    checks.that(
        np.any(labels_test[train_answer] == 1) or np.any(labels_test[test_answer] == 0),
        "One class is in the training part alone, the other in the test part alone. Which rows of "
        "each class go where?",
    )
    checks.that(
        not np.all(labels_test[train_answer] == 1) and not np.all(labels_test[test_answer] == 1),
        "A part has rows of class 1 only. Are the rows of the class before lost on the way?",
    )
    checks.that(
        len(both_answer) == len(labels_test),
        f"There are {len(labels_test)} rows, but {len(train_answer)} training rows and "
        f"{len(test_answer)} test rows. Where does the first part end, and where does the second "
        "begin?",
    )
    checks.that(
        len(test_answer) != round((1 - share_test) * len(labels_test)),
        f"The test part has {len(test_answer)} rows of {len(labels_test)}, the training part "
        f"{len(train_answer)}. Of which part is test_share the share?",
    )
    got_answer = (np.sum(labels_test[test_answer] == 0), np.sum(labels_test[test_answer] == 1))
    checks.that(
        got_answer != (2, 2),
        f"{said_test} tests 2 rows of each class. What does the number of test rows depend on?",
    )
    checks.that(
        got_answer != (int(share_test * zeros_test), int(share_test * ones_test))
        or got_answer == (round(share_test * zeros_test), round(share_test * ones_test)),
        f"{share_test} times {zeros_test} zeros makes {share_test * zeros_test:g}, and "
        f"{share_test} times {ones_test} ones makes {share_test * ones_test:g}. Your test part has "
        f"{got_answer[0]} zeros and {got_answer[1]} ones. Is this rounded, or cut off?",
    )
    checks.that(
        got_answer != (np.ceil(share_test * zeros_test), np.ceil(share_test * ones_test))
        or got_answer == (round(share_test * zeros_test), round(share_test * ones_test)),
        f"{share_test} times {zeros_test} zeros makes {share_test * zeros_test:g}, and "
        f"{share_test} times {ones_test} ones makes {share_test * ones_test:g}. Your test part has "
        f"{got_answer[0]} zeros and {got_answer[1]} ones. Is this rounded, or always up?",
    )
    checks.that(
        share_test == 0.25 or got_answer != (round(zeros_test / 4), round(ones_test / 4)),
        f"With test_share={share_test}, a quarter of each class is in the test part, as with the "
        "share before. Where does test_share come in?",
    )
    checks.that(
        got_answer == (round(share_test * zeros_test), round(share_test * ones_test)),
        f"With test_share={share_test}, the test part should have {round(share_test * zeros_test)} "
        f"of the {zeros_test} zeros and {round(share_test * ones_test)} of the {ones_test} ones. "
        f"It has {got_answer[0]} and {got_answer[1]}. How many rows does each class have?",
    )
    parts_answer.keeps_inputs()
checks.passed("split_stratified works here. The hidden tests try other shares and numbers of rows.")

# %% nbgrader={"grade": true, "grade_id": "split_stratified_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
shuffle_test = np.random.default_rng(81)
for n_zeros, n_ones, share in [(8, 4, 0.5), (100, 40, 0.2), (41, 103, 0.3), (20, 10, 0.9)]:
    labels = shuffle_test.permutation(np.repeat([0.0, 1.0], [n_zeros, n_ones]))
    said = f"split_stratified with {n_zeros} zeros, {n_ones} ones and test_share={share}"
    parts = checks.call(split_stratified, labels, share, np.random.default_rng(1), said=said)
    parts.has_parts(2, "train_rows and test_rows").keeps_inputs()
    for k in (0, 1):
        parts.item(k, "a part").has_type(np.ndarray, "an array of row numbers")
    train_answer, test_answer = parts.value
    together = np.sort(np.concatenate([train_answer, test_answer]))
    checks.that(
        np.array_equal(together, np.arange(n_zeros + n_ones)),
        f"{said}: each row should be in exactly one of the two parts.",
    )
    test_answer = test_answer.astype(int)
    for label, size in ((0, n_zeros), (1, n_ones)):
        checks.that(
            np.sum(labels[test_answer] == label) == round(share * size),
            f"{said}: the test part should have {round(share * size)} rows of class {label}.",
        )
    # Two splits of few rows may be the same by chance; four are not.
    others = [
        checks.call(split_stratified, labels, share, np.random.default_rng(seed), said=said)
        for seed in (2, 3, 4)
    ]
    checks.that(
        any(set(other.value[1].tolist()) != set(test_answer.tolist()) for other in others),
        f"{said}: the test part is always the same. Are the rows shuffled by `rng`?",
    )
labels = np.repeat([0.0, 1.0], [500, 268])
parts = checks.call(split_stratified, labels, 0.2, np.random.default_rng(3))
train_answer, test_answer = parts.has_parts(2, "train_rows and test_rows").value
checks.that(
    len(train_answer) + len(test_answer) == 768 and np.sum(labels[test_answer] == 0) == 100,
    "split_stratified with 500 zeros, 268 ones and test_share=0.2 should test 100 of the zeros.",
)
checks.that(
    np.sum(labels[test_answer] == 1) == 54,
    "split_stratified with 500 zeros, 268 ones and test_share=0.2 should test 54 of the ones: 53.6, "
    "rounded.",
)
### END HIDDEN TESTS

# %% [markdown]
# With the row numbers, four parts are cut out of the table. This happens once, at the beginning:

# %%
train_rows, test_rows = clinic.split_stratified(y, 0.2, np.random.default_rng(4))
X_train, y_train = X[train_rows], y[train_rows]
X_test, y_test = X[test_rows], y[test_rows]
print("training rows:", X_train.shape, f" share with diabetes: {y_train.mean():.3f}")
print("test rows:    ", X_test.shape, f" share with diabetes: {y_test.mean():.3f}")

# %% [markdown]
# ## 2. Impossible zeros
#
# Nobody lives with a blood pressure of 0. Yet the table has such rows. (You need not read the cell:
# it counts the zeros of each column, among the training rows.)

# %%
for column, name in enumerate(pima.FEATURES):
    smallest = np.min(X_train[:, column])
    print(f"{name:14} smallest: {smallest:6.3f}   zeros: {np.sum(X_train[:, column] == 0)}")

# %% [markdown]
# In five of the columns, a zero means "**not measured**": glucose, blood pressure, skin thickness,
# insulin and BMI. (`pima.NOT_ZERO` holds their numbers.) For insulin this is about half of the
# rows: that is why the means of skin thickness and insulin in 08a were so low. A zero in
# `pregnancies` is different: it is a real measurement, and must stay.
#
# Many published introductions train on these zeros as if they were measurements. A common remedy is
# to put a typical value in their place: the **median** (`np.median`), the value in the
# middle when all are sorted.
#
# The median of what? Two traps:
#
# - of the values that **were measured**: with the zeros among them, the median comes out too low;
# - of the **training rows alone**. The test rows stand for patients who have not come yet. Whatever
#   we compute from them has to wait until the end. When something of the test rows finds its way
#   into the training or the preparation, we say that it **leaks**.
#
# In NumPy, a condition in the brackets picks out values, and can also be assigned to:

# %%
five = np.array([80.0, 0.0, 70.0, 0.0, 60.0])
print("measured:", five[five != 0], " median:", np.median(five[five != 0]))
five[five == 0] = 99
print("zeros replaced by 99:", five)

# %% [markdown]
# ### Exercise 4: fill the impossible zeros (2 points)
#
# Complete the function `fill_zeros`. The first line is there: it makes copies, so that the tables
# of whoever calls the function stay as they are. The loop is there as well: it visits the five
# columns of `pima.NOT_ZERO`. Your part (3 or 4 lines): compute the median of the values in this
# column of `X_train` that are not 0, and put it in the place of the zeros of this column, in
# `X_train` **and** in `X_test`.
#
# `X_train[:, column]` is one column of the table. You may give it a name, such as `part`:
# what you then write into `part[part == 0]` goes into the table. The measured values,
# `part[part != 0]`, are a new and shorter array, so give them another name. (Compute the median
# once, before you write anything. And take the column of `X_test` in the same way, before you look
# for its zeros: `X_test == 0` finds those of all columns, also those that were measured.)


# %% nbgrader={"grade": false, "grade_id": "fill_zeros", "locked": false, "schema_version": 3, "solution": true, "task": false}
def fill_zeros(X_train, X_test):
    """Return copies in which impossible zeros hold the training part's median of the column.

    Parameters
    ----------
    X_train : array of shape (n_train, 8)
        The training rows, columns as in `pima.FEATURES`.
    X_test : array of shape (n_test, 8)
        The test rows.

    Returns
    -------
    X_train, X_test : arrays of the same shapes
        If a column of X_train holds 80, 0, 70, 0, 60, its zeros become 70. So do the zeros in this
        column of X_test, whatever else stands there.
    """
    X_train, X_test = np.array(X_train, dtype=float), np.array(X_test, dtype=float)
    for column in pima.NOT_ZERO:
        ### BEGIN SOLUTION
        train, test = X_train[:, column], X_test[:, column]
        median = np.median(train[train != 0])
        train[train == 0] = median
        test[test == 0] = median
        ### END SOLUTION
    return X_train, X_test


# %% nbgrader={"grade": true, "grade_id": "fill_zeros_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check fill_zeros: five training rows and two test rows, then others. Run this cell.
from course import checks

# Nothing is missing here: row 1 has no pregnancies, and that can be true.
measured_test = np.arange(1.0, 49.0).reshape(6, 8)
measured_test[:, 0] = [3, 0, 5, 2, 7, 4]
measured_test[:, 1] += 100
said_test = "fill_zeros for six patients without a missing value"
filled_answer = checks.call(fill_zeros, measured_test, measured_test[::-1], said=said_test)
filled_answer.has_parts(2, "X_train and X_test")
train_answer = filled_answer.item(0, "X_train").is_array((6, 8))
one_answer = checks.Answer(train_answer.value[1, 0], "Row 1, column 0 (no pregnancies)")
for several_test in (13.5, 14):
    one_answer.is_not(
        several_test, "That is the median of row 1. Which place in the brackets picks a column?"
    )
for several_test in (27, 25.5):
    one_answer.is_not(
        several_test, "That is the median of the whole table. How do you take one column alone?"
    )
hint_test = (
    "A zero of another column was filled with the median of column 1. In which array does your line "
    "look for zeros: in the whole table, or in one column?"
)
one_answer.is_not(122, hint_test)
one_answer.equals(0, "In which columns can a zero be true?")
new_answer = filled_answer.item(1, "X_test").is_array((6, 8))
one_answer = checks.Answer(new_answer.value[4, 0], "Row 4 of X_test, column 0 (no pregnancies)")
one_answer.is_not(122, hint_test)
one_answer.equals(0, "In which columns can a zero of X_test be true?")

five_patients_test = np.array(
    [
        [0, 0, 70, 20, 80, 30.0, 0.5, 30],
        [2, 100, 0, 0, 0, 0.0, 0.2, 40],
        [1, 110, 80, 32, 90, 36.0, 0.4, 50],
        [3, 140, 96, 44, 0, 27.0, 0.3, 25],
        [5, 180, 60, 28, 400, 33.0, 0.7, 60],
    ]
)
two_new_test = np.array([[0, 0, 62, 0, 0, 41.0, 0.1, 21], [4, 190, 0, 10, 200, 0.0, 0.6, 33]])
said_test = "fill_zeros(X_train, X_test)"
filled_answer = checks.call(fill_zeros, five_patients_test, two_new_test, said=said_test)
filled_answer.has_parts(2, "X_train and X_test")
train_answer = filled_answer.item(0, "X_train").is_array((5, 8))
new_answer = filled_answer.item(1, "X_test").is_array((2, 8))
one_answer = train_answer.item((0, 1), "the filled glucose of the first training row")
one_answer.is_not(99, "That is the number of the example above. Which value belongs there?")
if train_answer.value[1, 1] != 100:
    one_answer.is_not(
        0, "The zero stayed, and measured values were replaced. What should the condition pick?"
    )
one_answer.is_not(
    0,
    "It is still not measured. In which array does your line look for zeros: is it a column of the "
    "table, and does it still hold them?",
)
one_answer.is_not(110, "That is the median with the zero among the values. Was the zero measured?")
one_answer.is_not(1, "That is the median of True and False. How do you pick the values themselves?")
one_answer.is_not(132.5, "That is the mean of the measured values. Which one is in the middle?")
one_answer.is_not(
    140, "That is the median with the test row among the values. Is it known already?"
)
for several_test in (29, 30, 33, 36, 70):
    one_answer.is_not(
        several_test, "That is a median over several columns. How do you take one column alone?"
    )
one_answer.equals(125)
one_answer = new_answer.item((0, 1), "the filled glucose of the first test row")
one_answer.is_not(0, "It is still not measured. What should happen to the zeros of X_test?")
one_answer.is_not(190, "That was learned from the test rows. What do we know before they come?")
one_answer.is_not(95, "That was learned from the test rows. What do we know before they come?")
one_answer.equals(125)
checks.that(
    np.ptp(train_answer.value[:, 1]) > 0,
    "Every patient has the same glucose now, the median. Which values of the column should get it?",
)
checks.that(
    np.ptp(train_answer.value[0]) > 0,
    "Whole rows have been overwritten: all numbers of the first patient are the same. Which place "
    "in the brackets picks the column?",
)
checks.that(
    np.ptp(new_answer.value[0]) > 0,
    "Whole rows of X_test have been overwritten: all numbers of its first patient are the same. Which "
    "place in the brackets picks the column?",
)
glucose_only_test = five_patients_test.copy()
glucose_only_test[0, 1] = 125
train_answer.is_not(
    glucose_only_test, "Only the glucose is filled. What keeps the loop from the other columns?"
)
train_answer.equals(
    [
        [0, 125, 70, 20, 80, 30.0, 0.5, 30],
        [2, 100, 75, 30, 90, 31.5, 0.2, 40],
        [1, 110, 80, 32, 90, 36.0, 0.4, 50],
        [3, 140, 96, 44, 90, 27.0, 0.3, 25],
        [5, 180, 60, 28, 400, 33.0, 0.7, 60],
    ]
)
new_answer.equals([[0, 125, 62, 30, 90, 41.0, 0.1, 21], [4, 190, 75, 10, 200, 31.5, 0.6, 33]])
filled_answer.keeps_inputs()
# Other patients: three training rows, one test row.
three_test = np.array(
    [
        [0, 90, 0, 0, 70, 24.5, 0.3, 22],
        [6, 0, 88, 41, 0, 0.0, 0.9, 51],
        [1, 120, 64, 15, 50, 38, 1, 29],
    ]
)
one_new_test = np.array([[2, 0, 0, 0, 0, 0.0, 0.4, 36]])
said_test = "fill_zeros with three training rows and one test row"
filled_answer = checks.call(fill_zeros, three_test, one_new_test, said=said_test)
train_answer = filled_answer.item(0, "X_train").is_array((3, 8))
train_answer.is_not(
    [
        [0, 90, 75, 30, 70, 24.5, 0.3, 22],
        [6, 125, 88, 41, 90, 31.5, 0.9, 51],
        [1, 120, 64, 15, 50, 38, 1, 29],
    ],
    "These are the medians of the first call. From which table should they come?",
)
train_answer.equals(
    [
        [0, 90, 76, 28, 70, 24.5, 0.3, 22],
        [6, 105, 88, 41, 60, 31.25, 0.9, 51],
        [1, 120, 64, 15, 50, 38, 1, 29],
    ]
)
filled_answer.item(1, "X_test").is_array((1, 8)).equals([[2, 105, 76, 28, 60, 31.25, 0.4, 36]])
checks.passed(
    "fill_zeros works here. The hidden tests try larger tables, and test parts of one row."
)

# %% nbgrader={"grade": true, "grade_id": "fill_zeros_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(82)
for n_train, n_test, share in [(6, 1, 0.3), (40, 15, 0.2), (61, 30, 0.5), (20, 5, 0.0)]:
    table_a = rng.normal(50, 10, size=(n_train, 8))
    table_b = rng.normal(90, 5, size=(n_test, 8))
    table_a[2:][rng.random((n_train - 2, 8)) < share] = 0
    table_b[rng.random((n_test, 8)) < share] = 0
    said = f"fill_zeros with X_train of shape {(n_train, 8)} and X_test of shape {(n_test, 8)}"
    filled = checks.call(fill_zeros, table_a, table_b, said=said)
    filled.has_parts(2, "X_train and X_test").keeps_inputs()
    marked = np.where(table_a == 0, np.nan, table_a)
    typical = np.nanmedian(marked, axis=0)
    can_be_missing = np.isin(np.arange(8), [1, 2, 3, 4, 5])
    for k, part in enumerate((table_a, table_b)):
        name = ("X_train", "X_test")[k]
        expected = np.where((part == 0) & can_be_missing, typical, part)
        filled.item(k, name).is_array(part.shape).equals(
            expected, "Which rows may the medians come from, and which columns may change?"
        )
### END HIDDEN TESTS

# %% [markdown]
# ## 3. One scale for all
#
# Insulin is counted in hundreds, the pedigree score in tenths. A network with small weights at
# first hardly sees the small columns, and the large ones shake it. The remedy is to **standardize**
# each column: subtract its mean, then divide by its **spread**. After that, each column of the
# training part has the mean 0 and the spread 1.
#
# The spread says how far the numbers lie from their mean on the whole. We take the **standard
# deviation**: the root of the mean of the squared distances from the mean. `np.std` computes it. For
# 1, 1, 5, 5 the mean is 3, every distance is 2, so the spread is 2.
#
# $$z = \frac{x - \text{mean}}{\text{spread}}$$
#
# Mean and spread of what? You know it by now: of the training rows alone. The test rows are then
# measured with the *same* mean and the *same* spread.
#
# ### Exercise 5: standardize (2 points)
#
# Write the function `standardize`. For a table, `np.mean(table, axis=0)` goes down the rows and
# returns one mean for each column; `np.std` takes the same `axis=0`.


# %% nbgrader={"grade": false, "grade_id": "standardize", "locked": false, "schema_version": 3, "solution": true, "task": false}
def standardize(X_train, X_test):
    """Return both parts, less the training part's means and divided by its spreads.

    Parameters
    ----------
    X_train : array of shape (n_train, n_features)
        The training rows.
    X_test : array of shape (n_test, n_features)
        The test rows.

    Returns
    -------
    X_train, X_test : arrays of the same shapes
        If a column of X_train holds 1, 1, 5, 5 (mean 3, spread 2), it becomes -1, -1, 1, 1, and a 7
        in this column of X_test becomes (7 - 3) / 2 = 2.
    """
    ### BEGIN SOLUTION
    mean = np.mean(X_train, axis=0)
    spread = np.std(X_train, axis=0)
    return (X_train - mean) / spread, (X_test - mean) / spread
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "standardize_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check standardize: four training rows and three test rows, then others. Run this cell.
from course import checks

four_rows_test = np.array([[1.0, 10, 2, -1], [1, 50, 2, 1], [5, 10, 4, 1], [5, 50, 4, -1]])
three_rows_test = np.array([[3.0, 70, 1, 2], [7, 30, 5, 0], [5, 20, 3, 1]])
said_test = "standardize(X_train, X_test)"
scaled_answer = checks.call(standardize, four_rows_test, three_rows_test, said=said_test)
scaled_answer.has_parts(2, "X_train and X_test")
train_answer = scaled_answer.item(0, "X_train")
checks.that(
    np.shape(train_answer.value) != (3, 4),
    "The first thing that standardize returns has the three rows of X_test. In which order are the "
    "two parts expected?",
)
train_answer.is_array((4, 4))
new_answer = scaled_answer.item(1, "X_test").is_array((3, 4))
one_answer = new_answer.item((0, 1), "the 70 in X_test (mean 30 and spread 20 in X_train)")
one_answer.is_not(
    70,
    "It did not change. Was X_test left out, or were mean and spread taken after X_train had been "
    "changed?",
)
one_answer.is_not(40, "The mean is subtracted. Which step is missing?")
if np.allclose(train_answer.value[:2, :2], [[-1, -1], [-1, 1]]):
    one_answer.is_not(
        3.5,
        "X_train is right, but from X_test nothing was subtracted, or a mean of 0. Was the mean "
        "taken before X_train had been changed, or after it?",
    )
one_answer.is_not(3.5, "It is divided by the spread. Which step is missing?")
own_mean_test, own_spread_test = np.mean(three_rows_test), np.std(three_rows_test)
one_answer.is_not(
    (70 - own_mean_test) / own_spread_test,
    "One mean and one spread of the whole of X_test were used. Which rows, and which columns of "
    "them, should the two numbers come from?",
)
one_answer.is_not(
    0.1, "It is divided by the square of the spread. Which function gives the spread?"
)
one_answer.is_not(68.5, "Division comes before subtraction in Python. Which should be done first?")
one_answer.is_not(-2, "The sign is turned around. What is subtracted from what?")
one_answer.is_not(
    40 / np.sqrt(1300), "The mean is not in the spread. From where are the distances measured?"
)
one_answer.is_not(50 / 30, "Mean and spread have changed places. Which of them is subtracted?")
one_answer.is_not(
    40 / np.sqrt(20), "It is divided by the root of the spread. Which root is in `np.std` already?"
)
one_answer.is_not(800, "It is multiplied by the spread. What should be done with it?")
one_answer.is_not(
    np.sqrt(3), "The spread was computed with ddof=1. Which one does `np.std` give by itself?"
)
one_answer.is_not(
    np.sqrt(27 / 14), "That was learned from the test rows. What do we know before they come?"
)
one_answer.is_not(0.8, "It is divided by the largest value. Which function gives the spread?")
one_answer.is_not(
    40 / np.sqrt(np.mean((four_rows_test - four_rows_test.mean(axis=0)) ** 2)),
    "The distances of all columns went into one spread. What does `axis` do?",
)
one_answer.is_not(
    1, "It is divided by the largest value minus the smallest. Which function gives the spread?"
)
one_answer.is_not(1.677890, "That was learned from both parts together. Which is known already?")
one_answer.is_not(
    (70 - 9) / np.std(four_rows_test),
    "That is with one mean and spread for all columns. What does `axis` do?",
)
for axis_test in ((70 - 9) / 20, (70 - 30) / np.std(four_rows_test)):
    one_answer.is_not(
        axis_test, "One mean, or one spread, serves for all columns. What does `axis` do?"
    )
one_answer.is_not(
    (70 - 13.5) / np.std(four_rows_test[1]),
    "Those are means of the rows. Which axis are the columns?",
)
one_answer.is_not(
    40 / np.std(four_rows_test[1]),
    "That is divided by the spread of a row. Which axis are the columns?",
)
one_answer.equals(2)
train_answer.is_not(four_rows_test, "X_train came back as it was. Which parts are to be measured?")
train_answer.equals([[-1, -1, -1, -1], [-1, 1, -1, 1], [1, -1, 1, 1], [1, 1, 1, -1]], atol=1e-6)
new_answer.equals([[0, 2, -2, 2], [2, 0, 2, 0], [1, -0.5, 0, 1]], atol=1e-6)
scaled_answer.keeps_inputs()
# Another table: two rows of three columns, and a single test row.
said_test = "standardize with two training rows and one test row"
short_test, single_test = np.array([[0.0, 4, -3], [6, 2, 7]]), np.array([[9.0, 5, 12]])
scaled_answer = checks.call(standardize, short_test, single_test, said=said_test)
scaled_answer.item(0, "X_train").is_array((2, 3)).equals([[-1, 1, -1], [1, -1, 1]], atol=1e-6)
scaled_answer.item(1, "X_test").is_array((1, 3)).equals([[2, 2, 2]], atol=1e-6)
checks.passed("standardize works here. The hidden tests try other sizes, and shift the test rows.")

# %% nbgrader={"grade": true, "grade_id": "standardize_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(83)
for n_train, n_test, n_features in [(5, 1, 1), (30, 12, 8), (12, 40, 3)]:
    center, width = rng.uniform(-50, 50, n_features), rng.uniform(0.5, 20, n_features)
    table_a = center + width * rng.normal(size=(n_train, n_features))
    table_b = center + width * rng.normal(size=(n_test, n_features))
    shapes = f"{(n_train, n_features)} and X_test of shape {(n_test, n_features)}"
    said = f"standardize with X_train of shape {shapes}"
    scaled = checks.call(standardize, table_a, table_b, said=said)
    scaled.has_parts(2, "X_train and X_test").keeps_inputs()
    train = scaled.item(0, "X_train").is_array((n_train, n_features))
    test = scaled.item(1, "X_test").is_array((n_test, n_features))
    checks.Answer(train.value.sum(axis=0), f"The column sums of X_train, {said},").equals(
        np.zeros(n_features), "Is the mean of each column subtracted?", atol=1e-3
    )
    checks.Answer((train.value**2).sum(axis=0), f"The sums of squares of X_train, {said},").equals(
        np.full(n_features, n_train), "Is each column divided by its own spread?", rtol=1e-3
    )
    # A test row that equals a training row must come out the same; a shift must stay a shift.
    twin = checks.call(standardize, table_a, table_a[:1], said=said + ", one of them twice")
    twin.item(1, "X_test").equals(train.value[:1], "Same patient, other number?", atol=1e-3)
    slope = (train.value[1] - train.value[0]) / (table_a[1] - table_a[0])
    test.equals(
        train.value[0] + (table_b - table_a[0]) * slope,
        "Are the test rows measured with the mean and the spread of the training rows?",
        rtol=1e-3,
        atol=1e-3,
    )
### END HIDDEN TESTS

# %% [markdown]
# ## 4. Ready, without a look
#
# From here on, `clinic.prepare(X_train, X_test)` does both steps: it fills the zeros, then
# standardizes, and learns everything from its first argument.
#
# **Before you run the cell:** which numbers will be 0 and 1 exactly, and which only nearly?

# %%
X_train_ready, X_test_ready = clinic.prepare(X_train, X_test)
for name, table in (("training rows", X_train_ready), ("test rows", X_test_ready)):
    mean, spread = table[:, 1].mean().round(3) + 0.0, table[:, 1].std()
    print(f"glucose, {name:13}: mean {mean:6.3f}, spread {spread:.3f}")

# %% [markdown]
# The training rows have the mean 0 and the spread 1, because the two numbers were taken from them.
# The test rows come close. If they had both exactly, something would have leaked.
#
# ## What you have learned
#
# - Accuracy on the training rows is not the accuracy of the classifier. Split first.
# - A stratified split keeps the share of each class on both sides.
# - A zero can mean "not measured". The median of what was measured may take its place.
# - Standardized columns have the mean 0 and the spread 1.
# - Medians, means and spreads are learned from the training rows alone. Otherwise the test rows
#   leak.
#
# Next: [08c, an honest number](08c_honest_number.ipynb).
#
# ## Go further
#
# - Is the program that looks up the most similar patient better when both parts are prepared first?
#   Cut the training rows once more with `split_stratified`, prepare the two parts, and try it on
#   several draws, so that the test rows stay unused. (In 40 draws it gained 0.02 to 0.03.)
# - Draw another split with another seed. Does the share with diabetes change? Why?
