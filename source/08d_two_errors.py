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
# # Unit 08d: Two kinds of error
#
# **The question of this notebook: the classifier is wrong for one woman in four. For which one?**
#
# In 08c the network reached an honest accuracy of about 0.76. Now we look at its errors one by one,
# and at what follows for its use.
#
# When you are done, you will be able to
#
# - read a confusion matrix, precision, recall and a ROC curve;
# - choose a threshold, and say what it costs;
# - run the same lines in real Keras;
# - say what such a classifier must not be used for.
#
# Time: about 55 minutes. Points: 4, and 3 more for a written answer.
#
# A word that you do not know? Look it up in the [glossary](../glossary.md).

# %%
import warnings  # for the check of exercise 8

import numpy as np

from course import checks, pima
from course.figures.clinic import draw_calibration, draw_confusion_matrix, draw_roc
from course.toolbox import clinic
from course.widgets.threshold import explore_threshold

X, y = clinic.load_patients(pima.PATH)

# %% [markdown]
# ## 1. Scores and predictions
#
# Accuracy counts all errors alike. A patient does not. To be told "no diabetes" and have it is one
# thing; to be sent to a second examination for nothing is another. So let us look at the errors one
# by one.
#
# The last node of the network has a sigmoid. Its output is a number between 0 and 1, the **score**.
# To get a prediction, the score is compared with a **threshold**, most often one half: *above* one
# half means 1, "diabetes", otherwise 0. Mind the side: with `<` in place of `>`, every right answer
# turns into a wrong one.
#
# In a cross-validation each patient is in the test part once. So each of the 768 women can get a
# score from a network that has never seen her. Below, every number rests on such scores.
# (`.astype(int)` turns True and False into 1 and 0.)

# %%
unseen_scores = clinic.cross_validated_scores(X, y)
said_ill = (unseen_scores > 0.5).astype(int)
print("the first five scores:     ", unseen_scores[:5].round(1))
print("the first five predictions:", said_ill[:5])
print("what was found:            ", y[:5].astype(int))
print(f"accuracy: {np.mean(said_ill == y):.2f}")

# %% [markdown]
# ## 2. Counting the errors
#
# ### Exercise 7: the confusion matrix (2 points)
#
# The **confusion matrix** counts the four cases. Its rows are the **true** class, its columns the
# **predicted** class, each in the order 0, 1:
#
# | | predicted 0 | predicted 1 |
# | --- | --- | --- |
# | **true 0** | true negatives | false positives |
# | **true 1** | false negatives | true positives |
#
# "Positive" means that 1 was predicted (not that it is good news); "true" means that the prediction
# was right. Write the function `confusion_matrix`. Two tools: `np.zeros((2, 2), dtype=int)` makes a
# table of whole numbers to fill, and `np.sum((y == 1) & (y_hat == 0))` counts the rows where both
# conditions hold: here the false negatives. The brackets around each condition are needed.
#
# The classes can be floats, 0.0 and 1.0. These can be compared, but a place in a matrix must be a
# whole number.


# %% nbgrader={"grade": false, "grade_id": "confusion_matrix", "locked": false, "schema_version": 3, "solution": true, "task": false}
def confusion_matrix(y, y_hat):
    """Count how often each true class was predicted as each class.

    Parameters
    ----------
    y : array of shape (n,)
        The true classes, zeros and ones.
    y_hat : array of shape (n,)
        The predicted classes, zeros and ones.

    Returns
    -------
    array of shape (2, 2)
        Rows: true class 0, 1. Columns: predicted class 0, 1. For y = [0, 1, 1, 1] and
        y_hat = [0, 0, 1, 1] this is [[1, 0], [1, 2]].
    """
    ### BEGIN SOLUTION
    matrix = np.zeros((2, 2), dtype=int)
    for true in (0, 1):
        for predicted in (0, 1):
            matrix[true, predicted] = np.sum((y == true) & (y_hat == predicted))
    return matrix
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "confusion_matrix_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check confusion_matrix: ten rows, then seven others with floats. Run this cell.
from course import checks

truth_test = np.array([0, 1, 0, 1, 1, 0, 0, 1, 1, 0])
guess_test = np.array([0, 1, 1, 0, 1, 0, 0, 0, 1, 0])
said_test = "confusion_matrix(y, y_hat)"
matrix_answer = checks.call(confusion_matrix, truth_test, guess_test, said=said_test)
matrix_answer.is_not(
    [4, 1, 2, 3],
    "The four counts are right, but stand in one row. How does a table begin a new row?",
)
matrix_answer.is_array((2, 2))
matrix_answer.is_not([[4, 2], [1, 3]], "Rows and columns are exchanged. Which is the true class?")
matrix_answer.is_not([[3, 2], [1, 4]], "Class 1 comes first. Which row and column are number 0?")
matrix_answer.is_not([[3, 1], [2, 4]], "Is [0, 0] the place of the true negatives?")
matrix_answer.is_not([[0.4, 0.1], [0.2, 0.3]], "These are shares of all rows. What is counted?")
matrix_answer.is_not([[0.8, 0.2], [0.4, 0.6]], "These are shares of each row. What is counted?")
matrix_answer.is_not(
    [[4, 0], [0, 3]], "Only the right predictions are there. Where are the errors?"
)
matrix_answer.is_not(
    [[1, 1], [1, 1]], "Every count is 1. What should a further row do to the count that is there?"
)
matrix_answer.is_not(
    [[30, 20], [30, 20]],
    "Every true class met every prediction, 100 pairs. How do y and y_hat go side by side?",
)
matrix_answer.is_not(
    [[7, 8], [9, 6]], "The four numbers make more than 10. Must one condition hold, or both?"
)
checks.that(
    np.all(matrix_answer.value >= 0),
    f"{said_test} holds a negative count. What does `~`, or a minus, make of the numbers 0 and 1?",
)
total_test = np.sum(matrix_answer.value)
matrix_answer.equals(
    [[4, 1], [2, 3]],
    f"The four counts make {total_test:g} together, and there are 10 rows. Which row is counted "
    "more than once, or not at all?"
    if total_test != 10
    else None,
)
matrix_answer.keeps_inputs()
# Other rows. In the table of the clinic, the classes are floats: 0.0 and 1.0.
truth_test = np.array([1.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0])
guess_test = np.array([1.0, 0.0, 1.0, 1.0, 1.0, 1.0, 0.0])
said_test = "confusion_matrix with seven other rows"
matrix_answer = checks.call(confusion_matrix, truth_test, guess_test, said=said_test)
matrix_answer.is_array((2, 2))
matrix_answer.is_not(
    [[4, 1], [2, 3]], "That is the matrix of the first call. Where do y and y_hat go?"
)
matrix_answer.equals([[2, 3], [0, 2]])
checks.passed(
    "confusion_matrix works here. The hidden tests try other rows, and a class that is missing."
)

# %% nbgrader={"grade": true, "grade_id": "confusion_matrix_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(85)
for n in (1, 9, 200):
    y_true, y_said = (rng.random(n) < 0.4).astype(float), (rng.random(n) < 0.3).astype(float)
    answer = checks.call(confusion_matrix, y_true, y_said, said=f"confusion_matrix with {n} rows")
    answer.is_array((2, 2)).keeps_inputs()
    expected = np.bincount((2 * y_true + y_said).astype(int), minlength=4).reshape(2, 2)
    answer.equals(expected, "Try it by hand with four rows.")
for y_true, y_said, expected in [
    ([0, 1, 1, 0, 0], [0, 0, 0, 0, 0], [[3, 0], [2, 0]]),
    ([1, 1, 1, 1], [1, 1, 0, 1], [[0, 0], [1, 3]]),
]:
    checks.call(confusion_matrix, np.array(y_true), np.array(y_said)).equals(expected)
### END HIDDEN TESTS

# %%
draw_confusion_matrix(
    clinic.confusion_matrix(y, said_ill),
    names=("no diabetes", "diabetes"),
    caption="All 768 women, each scored by a network that never saw her. Threshold: one half.",
)

# %% [markdown]
# Look at the lower row: these are the women with diabetes, and the network misses a large part of
# them. The accuracy did not tell you.
#
# ### Exercise 8: precision and recall (2 points)
#
# Two numbers say what accuracy hides:
#
# - **recall**: of those who **are** ill, which share was predicted as ill?
# - **precision**: of those who were **predicted** as ill, which share is ill?
#
# $$\text{recall} = \frac{\text{true positives}}{\text{true positives} + \text{false negatives}}
# \qquad
# \text{precision} = \frac{\text{true positives}}{\text{true positives} + \text{false positives}}$$
#
# Write both functions. What if the number below the line is 0? Then nobody was predicted as ill (or
# nobody is ill), and the function returns 0.0. Ask for it *before* you divide.
#
# If you would like to begin with the four counts: `clinic.confusion_matrix(y, y_hat)` is a finished
# copy of exercise 7. Mind which of its four places holds which count.


# %% nbgrader={"grade": false, "grade_id": "precision_and_recall", "locked": false, "schema_version": 3, "solution": true, "task": false}
def precision(y, y_hat):
    """Return which share of the rows predicted as 1 are 1.

    Parameters
    ----------
    y : array of shape (n,)
        The true classes, zeros and ones.
    y_hat : array of shape (n,)
        The predicted classes, zeros and ones.

    Returns
    -------
    float
        0.0 if no row is predicted as 1. For y = [0, 1, 1, 1] and y_hat = [1, 0, 1, 1] this is 2/3.
    """
    ### BEGIN SOLUTION
    predicted = y_hat == 1
    if not np.any(predicted):
        return 0.0
    return np.mean(y[predicted] == 1)
    ### END SOLUTION


def recall(y, y_hat):
    """Return which share of the rows that are 1 were predicted as 1.

    Parameters
    ----------
    y : array of shape (n,)
        The true classes, zeros and ones.
    y_hat : array of shape (n,)
        The predicted classes, zeros and ones.

    Returns
    -------
    float
        0.0 if no row is 1. For y = [0, 1, 1, 1, 1] and y_hat = [1, 0, 0, 1, 1] this is 2/4.
    """
    ### BEGIN SOLUTION
    ill = y == 1
    if not np.any(ill):
        return 0.0
    return np.mean(y_hat[ill] == 1)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "precision_and_recall_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check precision, then recall: thirteen rows, others, and nobody at all. Run this cell.
from course import checks

# 5 true negatives, 1 false positive, 4 false negatives, 3 true positives.
truth_test = np.array([0, 1, 0, 1, 1, 0, 0, 1, 1, 0, 1, 0, 1])
guess_test = np.array([0, 1, 1, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0])
said_test = "precision(y, y_hat)"
share_answer = checks.call(precision, truth_test, guess_test, said=said_test)
checks.that(
    np.shape(share_answer.value) != (2,),
    f"{said_test} gives two numbers, as if a whole row or column of the matrix were a count. How do "
    "you take a single count out of it?",
)
share_answer.is_number()
share_answer.is_not(
    7 / 4, "Above the line stand all who are ill. Which of them were predicted as ill?"
)
share_answer.is_not(
    3 / 8, "The true negatives stand below the line. Were they predicted as ill, or as healthy?"
)
share_answer.is_not(3 / 7, "That is the recall. Which rows does precision look at?")
share_answer.is_not(8 / 13, "That is the accuracy. Which rows does precision look at?")
share_answer.is_not(3, "That counts the true positives. Which share of the positives are they?")
share_answer.is_not(75, "That is a percentage. Which number is the share?")
for brackets_test in (3 / 3 + 1, 3 / 1 + 3):
    share_answer.is_not(brackets_test, "Which brackets does the fraction need?")
share_answer.is_not(3 / 13, "That is a share of all rows. Of which rows should it be the share?")
share_answer.is_not(
    5 / 9, "That is the share among those predicted as 0. Which class is asked for?"
)
share_answer.is_not(5 / 6, "The four cases seem to be in another order. Which count stands where?")
share_answer.equals(3 / 4).keeps_inputs()
said_test = "recall(y, y_hat)"
share_answer = checks.call(recall, truth_test, guess_test, said=said_test)
checks.that(
    np.shape(share_answer.value) != (2,),
    f"{said_test} gives two numbers, as if a whole row or column of the matrix were a count. How do "
    "you take a single count out of it?",
)
share_answer.is_number()
share_answer.is_not(
    4 / 7, "Above the line stand all who were predicted as ill. Which of them are ill?"
)
share_answer.is_not(3 / 8, "The true negatives stand below the line. Are they ill, or healthy?")
share_answer.is_not(3 / 4, "That is the precision. Which rows does recall look at?")
share_answer.is_not(8 / 13, "That is the accuracy. Which rows does recall look at?")
share_answer.is_not(3, "That counts the true positives. Which share of the ill are they?")
share_answer.is_not(300 / 7, "That is a percentage. Which number is the share?")
for brackets_test in (3 / 3 + 4, 3 / 4 + 3):
    share_answer.is_not(brackets_test, "Which brackets does the fraction need?")
share_answer.is_not(3 / 13, "That is a share of all rows. Of which rows should it be the share?")
share_answer.is_not(5 / 6, "That is the share among those who are 0. Which class is asked for?")
share_answer.is_not(5 / 9, "The four cases seem to be in another order. Which count stands where?")
share_answer.equals(3 / 7).keeps_inputs()
# Other rows, with the classes as floats.
truth_test, guess_test = np.array([1.0, 0.0, 1.0, 0.0]), np.array([1.0, 1.0, 0.0, 1.0])
checks.call(precision, truth_test, guess_test).is_number().equals(1 / 3)
checks.call(recall, truth_test, guess_test).is_number().equals(1 / 2)
# Nobody is called ill in vain; nobody who is ill is missed.
share_answer = checks.call(precision, np.array([1, 0, 1]), np.array([1, 0, 0]))
share_answer.is_not(0, "Nobody is called ill in vain here. Which number is asked whether it is 0?")
share_answer.equals(1)
share_answer = checks.call(recall, np.array([1, 0]), np.array([1, 1]))
share_answer.is_not(0, "Nobody who is ill is missed here. Which number is asked whether it is 0?")
share_answer.equals(1)
# Nobody is predicted as 1; nobody is ill.
with warnings.catch_warnings(record=True) as warned_answer:
    warnings.simplefilter("always")
    share_answer = checks.call(precision, np.array([0, 1, 1]), np.array([0, 0, 0]))
share_answer.equals(0, "Nobody is predicted as 1 here. What should be returned then?")
checks.that(
    not warned_answer,
    "precision([0, 1, 1], [0, 0, 0]) divides by 0 before it asks. Where must the question stand?",
)
with warnings.catch_warnings(record=True) as warned_answer:
    warnings.simplefilter("always")
    share_answer = checks.call(recall, np.array([0, 0, 0]), np.array([0, 1, 1]))
share_answer.equals(0, "Nobody is ill here. What should be returned then?")
checks.that(
    not warned_answer,
    "recall([0, 0, 0], [0, 1, 1]) divides by 0 before it asks. Where must the question stand?",
)
checks.passed("precision and recall work here. The hidden tests try other rows.")

# %% nbgrader={"grade": true, "grade_id": "precision_and_recall_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(86)
for n in (8, 40, 300):
    y_true, y_said = (rng.random(n) < 0.4).astype(float), (rng.random(n) < 0.6).astype(float)
    y_true[0] = y_said[0] = 1
    ill, alarmed = set(np.flatnonzero(y_true).tolist()), set(np.flatnonzero(y_said).tolist())
    found = len(ill & alarmed)
    share = checks.call(precision, y_true, y_said, said=f"precision with {n} rows")
    share.is_number().keeps_inputs().equals(found / len(alarmed))
    share = checks.call(recall, y_true, y_said, said=f"recall with {n} rows")
    share.is_number().keeps_inputs().equals(found / len(ill))
for function in (precision, recall):
    checks.call(function, np.array([1]), np.array([1])).equals(1)
    checks.call(function, np.array([0, 1]), np.array([1, 0])).equals(0)
    checks.call(function, np.array([0, 0]), np.array([0, 0])).equals(0)
for function, y_true, y_said, expected in [
    (precision, [0, 0, 0], [0, 1, 1], 0),
    (recall, [0, 1, 1], [0, 0, 0], 0),
    (precision, [1, 0, 1, 1], [1, 0, 0, 0], 1),
    (recall, [1, 0, 1, 0], [1, 1, 1, 1], 1),
]:
    checks.call(function, np.array(y_true), np.array(y_said)).equals(expected)
### END HIDDEN TESTS

# %% [markdown]
# ## 3. The threshold is a choice
#
# One half is only a habit. A clinic that wants to miss fewer women can lower the threshold: more
# are called for a second look, and more of them in vain. The next cell tries some thresholds.
#
# **Before you run it:** when the threshold goes down, what happens to recall, and what to
# precision?

# %%
print("threshold  recall  precision  accuracy")
for threshold in (0.7, 0.5, 0.3, 0.1):
    called = (unseen_scores > threshold).astype(int)
    found, right = clinic.recall(y, called), clinic.precision(y, called)
    print(f"{threshold:9}  {found:6.2f}  {right:9.2f}  {np.mean(called == y):8.2f}")

# %% [markdown]
# Look at the last line. With a threshold of 0.1 the accuracy falls to 0.62, below the 0.651 of the
# majority rule. Yet 96 of 100 women with diabetes are found, and the majority rule finds none. By
# its accuracy alone this classifier would look useless. So ask which error is worse, before you ask
# for an accuracy.
#
# The next picture shows why there is no threshold without errors: the scores of the two groups
# overlap. Right of the dashed line the network says "diabetes". The table below counts what that
# does to the 768 women.
#
# **Before you move the threshold:** when it goes down, which two of the four counts must fall? Look
# at the table while you lower it to 0.3, and say what each of the women who changed sides gains or
# loses by it.

# %%
explore_threshold(y, unseen_scores, names=("no diabetes", "diabetes"))

# %% [markdown]
# The **ROC curve** (the letters stand for *receiver operating characteristic*, a name from the days
# of the first radar) shows all thresholds at once. Each point is one threshold: to the right, the
# share of the healthy who are alarmed for nothing; upwards, the recall. A perfect classifier would
# go straight up to the corner at the top left. Guessing gives the diagonal. The *area* below the
# curve is 1 for the perfect classifier and one half for guessing. It is the chance that a woman
# with diabetes gets a higher score than a woman without, when one of each is picked at random.

# %%
draw_roc(
    y,
    unseen_scores,
    thresholds=(0.5, 0.3),
    caption="ROC curve of the network. Lowering the threshold moves you along the curve, up and to "
    "the right.",
)

# %% [markdown]
# Is the score a probability? A sigmoid gives a number between 0 and 1, but that alone makes no
# probability. It is one if, among the women with a score of about 0.7, about 70 % have diabetes.
# This can be counted, and is called **calibration**:

# %%
draw_calibration(
    y,
    unseen_scores,
    caption="768 women in eight groups from low scores to high ones. On the dashed line, scores "
    "could be read as probabilities.",
)

# %% [markdown]
# After 30 epochs the points stay near the dashed line. After 150 they would not: a network that
# overfits is too sure of itself.

# %% [markdown]
# ## 4. The same in real Keras
#
# The library of this course uses the names of Keras 3, which professionals use. The recipe of
# 08a, now with an honest split and early stopping, runs in real Keras when you change the import.
# Keras leaves the computing to another program, and has to be told which one *before* it is
# imported. (Without this line it looks for TensorFlow, and fails where that is not installed.)
# Install both with `pip install keras jax` (some hundred megabytes), then run this as a program of
# its own. You need not do it now.
#
# ```python
# import os
#
# os.environ["KERAS_BACKEND"] = "jax"  # who does the computing: must stand before the import
#
# import keras  # here we wrote: from course import keras_style as keras
# import numpy as np
#
# from course import pima
# from course.toolbox import clinic
#
# X, y = clinic.load_patients(pima.PATH)
# train, test = clinic.split_stratified(y, 0.2, np.random.default_rng(0))
# fit_part, watch_part = clinic.split_stratified(y[train], 0.25, np.random.default_rng(0))
# fit, watch = train[fit_part], train[watch_part]
# X_fit, X_watch = clinic.prepare(X[fit], X[watch])
# _, X_test = clinic.prepare(X[fit], X[test])
#
# keras.utils.set_random_seed(0)
# model = keras.Sequential(
#     [
#         keras.Input((8,)),
#         keras.layers.Dense(16, activation="relu"),
#         keras.layers.Dense(8, activation="relu"),
#         keras.layers.Dense(1, activation="sigmoid"),
#     ]
# )
# model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
# stop = keras.callbacks.EarlyStopping(
#     monitor="val_loss", patience=10, restore_best_weights=True
# )
# model.fit(
#     X_fit,
#     y[fit],
#     epochs=150,
#     batch_size=10,
#     validation_data=(X_watch, y[watch]),
#     callbacks=[stop],
#     verbose=0,
# )
# loss, accuracy = model.evaluate(X_test, y[test], verbose=0)
# print(f"loss {loss:.2f}, accuracy {accuracy:.2f}")
# ```
#
# If you copy from older pages, you will meet `init="uniform"` and `nb_epoch=150`. These arguments
# no longer exist: today they are `kernel_initializer="random_uniform"` and `epochs=150`.

# %% [markdown]
# ## 5. What this classifier must not be used for
#
# You could now wrap the network into a web page with eight fields and a button. Do not. Here is
# why:
#
# - **It was made from 768 women of one community, decades ago.** It knows nothing of men, of
#   children, of other peoples, of today's food and medicine. Outside of the group that it was
#   trained on, no number of this unit holds.
# - **It misses many who are ill.** Whoever trusts its "no" may not see a doctor in time. A blood
#   test answers the question directly, and glucose, its strongest feature, *is* a part of that
#   test.
# - **It finds what goes together, not what causes what.** It cannot tell anybody what to change in
#   her life.
# - **It must decide nothing about a person**: no insurance premium, no job, no treatment. For such
#   uses there are laws, reviews and trials, and they have good reasons.
# - **Health data belong to people.** Use them for what the people agreed to, keep no more than you
#   need, try not to make anybody recognizable (eight measurements can be enough for that), and do
#   not speak of a people as of a defect.
#
# What it is good for: for learning how to tell an honest number from a flattering one.

# %% [markdown] nbgrader={"grade": false, "grade_id": "reflection", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": true}
# ### A written answer (3 points, graded by a person)
#
# The head of the clinic writes: "I have read that a neural network predicts diabetes with 78 %
# accuracy on exactly this data. Can we put it on our web page, so that women can find out
# whether they need a blood test?" Answer in about ten sentences, in your own words:
#
# 1. Which number, or numbers, would you report to her, measured on which rows? What is wrong with
#    the 78 %?
# 2. Which of the two kinds of error is worse for this use, and what follows for the threshold?
# 3. Name one thing that this classifier must not be used for, and say why. Would you put it on the
#    web page?
#
# Write into the cell below this one.
#
# ### BEGIN MARK SCHEME
# One point each; half points are fine. Reward reasons and the learner's own words, not the length.
#
# 1. **The number.** Reports an accuracy on unseen rows (test rows or cross-validation), about 0.75
#    to 0.77, beside the majority baseline 0.651, or recall and precision on unseen rows. Says that
#    the 78 % were measured on the training rows. Half a point if only one of the two is there. Also
#    good: the line does as well as the network; the number of the split depends on luck.
# 2. **The error.** A missed patient (false negative) is worse here, since she may not get the blood
#    test; so the threshold should be below one half, at the price of more false alarms (lower
#    precision). Another view with a sound reason earns the point too. Half a point if the threshold
#    is not mentioned or moves to the wrong side.
# 3. **The limits.** One forbidden use with a reason: other groups than the one it was trained on
#    (men, other peoples, today), replacing a doctor or a blood test, insurance or work, causal
#    advice, treating the score as a certain probability, use without consent. And a decision about
#    the web page that follows from the reason. "No" is expected; a careful "only as ..., checked by
#    ..., on new data" is fine.
# ### END MARK SCHEME

# %% [markdown]
# *Write your answer here: double-click this text. When you are done, press Shift and Enter.*

# %% [markdown]
# ## What you have learned
#
# - An accuracy says nothing without the majority rule beside it, 0.651 here.
# - Accuracy on the training rows is not the accuracy of the classifier. Split first, learn
#   everything from the training rows (medians, means, spreads, weights), choose settings on
#   validation rows, and use the test rows once.
# - Define, compile, fit, evaluate: you know every line of it, and what happens behind it.
# - A network overfits a small table. Early stopping saves time and false certainty. On this table,
#   a straight line is as good; a network pays where interactions are, as in the bank.
# - The confusion matrix, precision and recall show which errors are made. The threshold is a
#   choice, and choosing it is not a question of mathematics alone.
#
# You began with a line that could not see that retired customers behave differently. You end with
# a network that you have built from nothing, and with the judgment to say when not to use it.
#
# ## Go further
#
# - Where networks shine, there are many rows and many interactions: pictures, sound, language.
#   *Convolutional* networks look at pictures with small windows, *recurrent* networks read one step
#   after the other, and today's language models are built on *attention*. All of them are made of
#   the parts that you know: weighted sums, activations, a cost, gradients. The price is data and
#   computing power in quantities that only a few can pay.
# - Run section 4 with real Keras. How far from ours is its accuracy?
