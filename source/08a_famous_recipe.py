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
# # Unit 08a: A famous recipe
#
# **The question of this notebook: a network predicts diabetes with 78 % accuracy. Is that good?**
#
# So far the numbers came from a bank that exists only in this course. Now the rows are people who
# lived. In the four sittings of this unit you train the network of unit 07 on their measurements,
# reproduce a result that is printed all over the web, find out what is wrong with it, and then
# measure honestly. The honest answer is less pleasant, and it is the most useful lesson of this
# course.
#
# When you are done, you will be able to
#
# - read a table from a file, and take it apart;
# - say which accuracy a classifier must beat before it is worth anything;
# - define, compile and fit a network with the words of Keras.
#
# Time: about 30 minutes. Points: 2.
#
# A word that you do not know? Look it up in the [glossary](../glossary.md).

# %%
import tempfile  # for the check of exercise 1

import numpy as np

from course import checks, pima
from course import keras_style as keras
from course.toolbox import clinic

# %% [markdown]
# ## 1. The women behind the rows
#
# Each row of the table is a woman of at least 21 years. The women belong to a people who call
# themselves Akimel O'odham, the River People; others called them Pima, and so does the table. Many
# of them live in the Gila River Indian Community in Arizona. For centuries they farmed there with
# water from the Gila River. Towards the end of the nineteenth century settlers upstream used up the
# water; many of the fields dried out, and there was hunger. In the twentieth century diabetes
# became very frequent. Pima who live in the mountains of Mexico, and who still farmed by hand when
# they were examined, are closely related: 7 of 100 had diabetes there, against 38 of 100 in
# Arizona. The authors of this comparison conclude that how people live decides more than what they
# inherit (Schulz and others, 2006).
#
# From 1965 on, the residents of the community were asked to an examination every two years.
# Medicine owes much of what it knows about this kind of diabetes to those who came. In 1988 a part
# of the measurements was used for a study (Smith and others), and since then the table has been
# copied from computer to computer as practice for programmers, often without a word about the
# women. We use it to learn how to measure honestly, and we claim nothing about a people. (The
# sources, and a history of this table, stand at the end of this notebook.)
#
# | column | name in `pima.FEATURES` | what was measured |
# | --- | --- | --- |
# | 0 | `pregnancies` | times pregnant |
# | 1 | `glucose` | sugar in the blood, 2 hours after a sugary drink (mg/dl) |
# | 2 | `blood_pressure` | diastolic blood pressure, the lower number (mm Hg) |
# | 3 | `skin_thickness` | thickness of a skin fold at the upper arm (mm) |
# | 4 | `insulin` | insulin in the blood after 2 hours (mu U/ml) |
# | 5 | `bmi` | body-mass index: weight divided by height squared (kg/m²) |
# | 6 | `pedigree` | a score for diabetes in the family |
# | 7 | `age` | age in years |
# | 8 | | 1 if diabetes was found in the five years that followed, 0 if not |
#
# Columns 0 to 7 are the features `X`. Column 8 is what we want to predict, `y`. **1 means "diabetes
# was found".** What 0 and 1 mean is never obvious: always say it.
#
# The owner of the data is the National Institute of Diabetes and Digestive and Kidney Diseases of
# the United States. Where our copy comes from is written in `course/data/README.md`.
#
# ### Taking a table apart
#
# `np.loadtxt` reads a table of numbers from a text file; `delimiter=","` tells it that commas stand
# between the numbers. You cut out rows and columns with square brackets: `table[rows, columns]`. A
# colon alone means "all", and in `:2` the end, 2, is not included.
#
# **Before you run the next cell:** which shape will each part have?

# %%
small = np.array([[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]])
print("columns 0 and 1: ", small[:, :2].shape)
print("column 2:        ", small[:, 2], small[:, 2].shape)
print("column 2, sliced:", small[:, 2:3].shape, "- still a table, of one column")

# %% [markdown]
# ### Exercise 1: load and slice (1 point)
#
# Write the function `load_patients`. It reads the file at `path` and returns two things: the table
# `X` with columns 0 to 7, and the vector `y` with column 8. `path` is a variable that holds the name
# of the file. The file has no header: its first row is the first patient.


# %% nbgrader={"grade": false, "grade_id": "load_patients", "locked": false, "schema_version": 3, "solution": true, "task": false}
def load_patients(path):
    """Read the clinic's table.

    Parameters
    ----------
    path : the name of a file
        A text file: rows of nine numbers, commas between them, no header.

    Returns
    -------
    X : array of shape (n, 8)
        The measurements, one row for each patient.
    y : array of shape (n,)
        1.0 where diabetes was found, 0.0 where not.

    For the table of the clinic, n is 768. Write `return X, y` to return two things.
    """
    ### BEGIN SOLUTION
    table = np.loadtxt(path, delimiter=",")
    return table[:, :8], table[:, 8]
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "load_patients_test", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check load_patients: the table of the clinic, then another file. Run this cell.
from course import checks

patients_answer = checks.call(load_patients, pima.PATH, said="load_patients(pima.PATH)")
patients_answer.has_parts(2, "X and y")
X_answer, y_answer = patients_answer.item(0, "X"), patients_answer.item(1, "y")
checks.that(
    np.shape(X_answer.value) not in [(768,), (768, 1)],
    "The first thing that load_patients returns is one column alone, and X has more. In which order "
    "are X and y expected?",
)
checks.that(
    np.shape(X_answer.value) != (768, 2),
    "X holds two of the nine columns. Which sign between two places means all from one to the "
    "other?",
)
checks.that(
    np.shape(X_answer.value) != (768, 9),
    "X has all nine columns. The last one is the answer: may it stand among the measurements?",
)
checks.that(
    np.shape(X_answer.value) != (768, 7),
    "X has only seven columns. The end of a slice is not in it: which number must stand there?",
)
checks.that(
    np.shape(X_answer.value) != (8, 9),
    "X has 8 rows and all 9 columns. Rows come first in the brackets, then columns: which of them "
    "should be cut?",
)
checks.that(
    np.shape(X_answer.value)[:1] != (767,),
    "A patient is missing. The file has no header: what did you do with its first row?",
)
X_answer.is_array((768, 8))
y_answer.is_array((768,))
checks.that(X_answer.value[0, 0] != 148, "X begins with the glucose. Which column has number 0?")
y_answer.is_not(pima.load()[0][:, 7], "These are the ages. Which column says what was found?")
X_answer.equals(pima.load()[0])
y_answer.equals(pima.load()[1])
# A second table, of three patients.
three_test = np.arange(27.0).reshape(3, 9)
with tempfile.TemporaryDirectory() as folder_test:
    np.savetxt(folder_test + "/three.csv", three_test, delimiter=",")
    said_test = "load_patients for another file of three patients"
    patients_answer = checks.call(load_patients, folder_test + "/three.csv", said=said_test)
patients_answer.has_parts(2, "X and y")
checks.that(
    np.shape(patients_answer.value[0])[:1] != (768,),
    "load_patients gives 768 patients for a file of three. Does your code use `path`?",
)
patients_answer.item(0, "X").is_array((3, 8)).equals(three_test[:, :8])
patients_answer.item(1, "y").is_array((3,)).equals([8, 17, 26])
checks.passed("load_patients works here. When your work is graded, other paths are tried, too.")
### BEGIN HIDDEN TESTS
patients = checks.call(load_patients, str(pima.PATH), said="load_patients(path)")
X_part, y_part = patients.item(0, "X"), patients.item(1, "y")
checks.Answer(X_part.value[-1], "The last row of X").equals([1, 93, 70, 31, 0, 30.4, 0.315, 23])
checks.Answer(X_part.value.sum(axis=0), "The sum of each column of X").equals(
    [2953, 92847, 53073, 15772, 61286, 24570.3, 362.401, 25529]
)
checks.Answer(y_part.value[:6], "The beginning of y").equals([1, 0, 1, 0, 1, 0])
checks.Answer(y_part.value.sum(), "The sum of y").equals(268)
refused = False
try:
    load_patients("there_is_no_such_file.csv")
except OSError:
    refused = True
checks.that(
    refused, "load_patients reads a table even where there is no file. Does your code use `path`?"
)
### END HIDDEN TESTS

# %% [markdown]
# From here on we use the course's copy, `clinic.load_patients`. All functions that you write in
# this unit have such a copy in `clinic`, so a mistake in one exercise never costs you points in the
# next.
#
# Are the two groups of women different? The next cell compares their means, column by column.
# (`y == 1` in the brackets picks the rows where diabetes was found. You need not read the rest.)

# %%
X, y = clinic.load_patients(pima.PATH)
print("X:", X.shape, " y:", y.shape)
print("diabetes found:    ", np.sum(y == 1), "women")
print("diabetes not found:", np.sum(y == 0), "women")
print()
print("mean of        found  not found")
for column, name in enumerate(pima.FEATURES):
    found, not_found = X[y == 1, column].mean(), X[y == 0, column].mean()
    print(f"{name:14} {found:6.1f}  {not_found:9.1f}")

# %% [markdown]
# Measured against how much it varies from woman to woman, glucose differs most between the two
# groups (the insulin differs by as much, but varies far more). Two of the means look low: for women
# like these, a skin fold near 30 mm and an insulin near 150 are usual. Are they right? We come back
# to this in 08b.

# %% [markdown]
# ## 2. The bar to clear
#
# "My classifier is right for 65 % of the patients." Is that good?
#
# Think of a rule that looks at nobody: it says "no diabetes" to every woman. It is right whenever
# there is none. This is the **majority rule**: find the most frequent class in the rows that you
# know, and predict it for everybody. Its accuracy is called the **baseline**. Whoever praises a
# classifier for its accuracy must show that it beats the baseline. (A classifier that does not may
# still have learned something, as 08d shows. But its accuracy does not prove it.)
#
# **Accuracy** is the share of the rows that were predicted rightly, a number between 0 and 1.
#
# ### Exercise 2: the majority baseline (1 point)
#
# Write the function `majority_accuracy`. It finds the more frequent class in `y_train`, predicts it
# for every row of the test part, and returns the accuracy on `y_test`.
#
# A hint: the mean of a vector of zeros and ones is the share of ones. And `y_test == 1` is a vector
# of True and False, whose mean is the share of True.


# %% nbgrader={"grade": false, "grade_id": "majority_accuracy", "locked": false, "schema_version": 3, "solution": true, "task": false}
def majority_accuracy(y_train, y_test):
    """Return the accuracy on `y_test` of always predicting the most frequent class of `y_train`.

    Parameters
    ----------
    y_train : array of shape (n_train,)
        Zeros and ones: the classes from which the rule is learned. If there are as many ones as
        zeros, the rule says 0.
    y_test : array of shape (n_test,)
        Zeros and ones: the classes on which the rule is tried.

    Returns
    -------
    float
        For y_train = [0, 0, 1] and y_test = [0, 1, 1, 1] the rule says 0, and is right for 1 of 4
        rows: 0.25.
    """
    ### BEGIN SOLUTION
    majority = 1 if np.mean(y_train) > 0.5 else 0
    return np.mean(y_test == majority)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "majority_accuracy_test", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check majority_accuracy: more zeros, more ones, as many of each. Run this cell.
from course import checks

more_zeros_test, more_ones_test = np.array([0, 0, 0, 1, 1]), np.array([1, 1, 0])
ill_rows_test, healthy_rows_test = np.array([0, 1, 1, 1, 1]), np.array([0.0, 0.0, 0.0, 1.0])
first_answer = checks.call(majority_accuracy, more_zeros_test, ill_rows_test)
first_answer.is_not(
    [1, 0, 0, 0, 0], "This says of each row whether the rule is right. Which share of them is True?"
)
first_answer.is_number()
second_answer = checks.call(majority_accuracy, more_ones_test, healthy_rows_test).is_number()
if first_answer.value == 0 and second_answer.value == 1:
    first_answer.is_not(0, "That is the class which the rule predicts. How often is it right?")
if first_answer.value == 0 and second_answer.value == 0:
    first_answer.is_not(
        0, "No row is right, in two different parts. Can y_test hold what it is compared with?"
    )
first_answer.is_not(20, "That is a percentage. Which number between 0 and 1 is the share?")
first_answer.is_not(1, "The rule is right for 1 row of 5. You counted the rows: which share is it?")
first_answer.is_not(0.6, "That is the accuracy on y_train. Whose classes should be counted?")
first_answer.is_not(0.4, "That is the share of ones in y_train. Which class does the rule predict?")
# The classes from the table are floats: 0.0 and 1.0.
floats_test = more_zeros_test.astype(float)
third_answer = checks.call(majority_accuracy, floats_test, healthy_rows_test).is_number()
if np.isclose(second_answer.value, 0.75) and np.isclose(third_answer.value, 0.25):
    first_answer.is_not(0.8, "That is the less frequent class of y_train. Which does the rule say?")
if np.isclose(second_answer.value, 0.75):
    first_answer.is_not(0.8, "The rule was learned from y_test. What is known before the test?")
    second_answer.is_not(0.75, "In y_train there are more ones than zeros. What is the rule then?")
first_answer.is_not(0.8, "The rule is right for 1 row of 5. Which class does it predict, and why?")
first_answer.equals(0.2)
second_answer.is_not(
    1 / 3, "The right rows are divided by the number of training rows. Of which rows is it a share?"
)
second_answer.equals(0.25)
third_answer.equals(0.75)
first_answer.keeps_inputs()
tie_test, after_tie_test = np.array([1, 0, 1, 0]), np.array([0, 0, 0, 1])
tie_answer = checks.call(majority_accuracy, tie_test, after_tie_test).is_number()
for other_test in (0.25, 0):
    tie_answer.is_not(
        other_test, "There are as many ones as zeros in y_train. What does the rule say then?"
    )
tie_answer.equals(0.75)
checks.passed("majority_accuracy works here. When your work is graded, other parts are tried, too.")
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(80)
for n_train, n_test, share in [(7, 1, 0.2), (31, 9, 0.8), (100, 40, 0.4), (55, 300, 0.65)]:
    of_known = (np.arange(n_train) < share * n_train).astype(float)
    of_new = (rng.random(n_test) < 0.3).astype(float)
    right = sum(1 for label in of_new if label == round(share))
    said = f"majority_accuracy with y_train of length {n_train} and y_test of length {n_test}"
    answer = checks.call(majority_accuracy, rng.permutation(of_known), of_new, said=said)
    answer.is_number().keeps_inputs().equals(right / n_test)
tie = checks.call(majority_accuracy, np.array([0, 1]), np.array([0, 0, 1, 0, 0]))
tie.is_not(0.2, "There are as many ones as zeros in y_train. What does the rule say then?")
tie.equals(0.8)
for label in (0, 1):
    alone = checks.call(majority_accuracy, np.array([label]), np.array([1, 1]))
    alone.equals(label)
### END HIDDEN TESTS

# %%
print(f"majority baseline: {clinic.majority_accuracy(y, y):.4f}")

# %% [markdown]
# So 65 % is what you get for nothing. Keep this number in mind: **0.651**.

# %% [markdown]
# ## 3. A famous recipe
#
# The following recipe stands, with small changes, in many introductions to neural networks. There
# are 8 inputs, then layers of 16, 8 and 1 nodes, so we write 8-16-8-1. It trains for 150 epochs in
# batches of 10. `"random_uniform"` draws the first weights between -0.05 and 0.05.
#
# Read it line by line; you know nearly every word of it from unit 07. It is in three steps:
# *define* the layers, *compile* (choose loss, optimizer and what to report), *fit*. Two things
# are written differently: a list hands all layers to `keras.Sequential` at once, and `"adam"` in
# quotes is Adam with its usual settings.
#
# **Before you run the cell:** the first weights are almost 0. What will the network say about each
# patient in the beginning? Which accuracy do you expect after the first epoch?

# %%
keras.utils.set_random_seed(67)
recipe = keras.Sequential(
    [
        keras.Input((8,)),
        keras.layers.Dense(16, activation="relu", kernel_initializer="random_uniform"),
        keras.layers.Dense(8, activation="relu", kernel_initializer="random_uniform"),
        keras.layers.Dense(1, activation="sigmoid", kernel_initializer="random_uniform"),
    ]
)
recipe.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
history = recipe.fit(X, y, epochs=150, batch_size=10, verbose=0).history
for epoch in (1, 2, 3, 149):
    loss, accuracy = history["loss"][epoch - 1], history["accuracy"][epoch - 1]
    print(f"epoch {epoch:3}: loss {loss:.2f}, accuracy {accuracy:.2f}")
loss, accuracy = recipe.evaluate(X, y, verbose=0)
print(f"at the end: loss {loss:.2f}, accuracy {accuracy:.2f}")

# %% [markdown]
# One published run of this recipe shows these numbers:
#
# | | loss | accuracy |
# | --- | --- | --- |
# | epoch 1 | 0.6776 | 0.6510 |
# | epoch 2 | 0.6535 | |
# | epoch 3 | 0.6378 | |
# | epoch 149 | 0.4666 | 0.7786 |
# | at the end | 0.4634 | 0.7773 |
#
# Yours are near, but not equal, and they need not be: the first weights and the order of the rows
# are drawn at random. We picked a seed whose run is close to the published one. (Try another number
# in `set_random_seed`. Of 100 runs that we made, 96 ended with a loss between 0.42 and 0.49 and an
# accuracy between 0.76 and 0.81. Two were a little better; two had bad luck with their first
# weights, and the worse of them ended at 0.70.)
#
# Notice where it starts. With weights of almost 0 the last sum is almost 0 for everybody, so it
# answers about one half to each patient. The first thing that it learns is the majority rule, 0.65. And then it climbs to 0.78. "Our network predicts diabetes with an accuracy of
# 78 %", such texts conclude.

# %% [markdown]
# **Before you go on:** the recipe reaches 0.78 on the 768 rows on which it was trained. What do we
# know about the *next* 1,000 patients of the clinic? Will it be right for about 780 of them?
# Decide, and write down why. The next sitting shows what is behind the number.

# %% [markdown]
# ## What you have learned
#
# - `table[:, :8]` and `table[:, 8]` take features and answers out of a table.
# - The majority rule is right for 0.651 of these women without looking at anybody. An accuracy
#   says nothing without this number beside it.
# - *Define, compile, fit*: the famous recipe reaches about 0.78, on the rows it was trained on.
#
# Next: [08b, rows that nobody has seen](08b_unseen_rows.ipynb).
#
# ## Go further
#
# - Change the number in `set_random_seed` and run the recipe again. How far apart are the results?
# - Joanna Radin tells the history of this table in "'Digital Natives': How Medical and Indigenous
#   Histories Matter for Big Data" (Osiris 32, 2017).
# - The first study: J. W. Smith and others, "Using the ADAP learning algorithm to forecast the
#   onset of diabetes mellitus" (1988). The comparison with Mexico: L. O. Schulz and others,
#   "Effects of traditional and Western environments on prevalence of type 2 diabetes in Pima
#   Indians in Mexico and the U.S." (Diabetes Care 29, 2006).
