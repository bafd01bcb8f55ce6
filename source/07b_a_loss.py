# ---
# jupyter:
#   autograder:
#     assignment: 07_keras_style
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
# # Unit 07b: How wrong is a "perhaps"?
#
# **The question of this notebook: the answer is yes or no, the network says 0.6. How wrong is that?**
#
# In 07a you wrote a layer. It needs to hear how wrong its outputs were, and which way is down. So
# far the answer was a number of transactions, and the loss was made of squared errors. For a
# question with the answer yes or no there is a better loss.
#
# When you are done, you will be able to
#
# - say why a classifier ends in a sigmoid;
# - measure how wrong a probability is, and say which way is down;
# - tell a loss from a metric;
# - train a first classifier, still by hand.
#
# Time: about 45 minutes. Points: 4.
#
# A word that you do not know? Look it up in the [glossary](../glossary.md).

# %%
import numpy as np

from course import bank, checks, toolbox
from course.toolbox import keras_parts

# %% [markdown]
# ## 1. A yes/no question
#
# The bank offers its customers a loan. Who will say yes? For each customer, `y` is 1 for yes and 0
# for no. (It is we who chose this. Always look up what 0 and 1 mean in your labels: the numbers
# themselves mean nothing.) A model that answers such a question is called a **classifier**.
#
# The customers are simulated by this rule: *working customers with a balance below 5 thousand say
# yes, and so do retired customers with a balance above it. 5 in 100 do the opposite.* So neither
# balance nor retirement alone tells anything.

# %%
X_train, y_train = bank.loan_offers(400, seed=7)
print("shapes:", X_train.shape, y_train.shape)
print("the first customer: balance (in ten thousands) and retired", X_train[0], "says", y_train[0])
print("share of yes:", np.mean(y_train))

# %% [markdown]
# `y_train` is a table with one column, of shape `(400, 1)`, because a network with one output node
# returns such a table. (With shape `(400,)`, NumPy would compare every prediction with every
# customer, and `y_hat - y` would have 400 x 400 numbers. Keras turns a vector into such a table by
# itself. Our small library does not.)
#
# What should a network answer? Not yes or no, but a **probability**: 0.9 means "90 in 100 customers
# like this one say yes". A probability lies between 0 and 1, so the output node gets the activation
# that keeps it there: the **sigmoid**. Without it, the output can be any number, as the outputs for
# three sums show:

# %%
sums = np.array([-2.0, 0.5, 3.0])
print("sums:               ", sums)
print("linear output node: ", toolbox.identity(sums))
print("relu output node:   ", toolbox.relu(sums))
print("sigmoid output node:", toolbox.sigmoid(sums).round(3))

# %% [markdown]
# ## 2. How wrong is a probability?
#
# The number that says how wrong a prediction is, and that training makes small, is called the
# **loss** here, as in Keras (in unit 05 we said *cost*). For a probability, look at what happened,
# and at the probability $p$ that the network had given to just that. The loss is
#
# $$-\log(p)$$
#
# $\log$ is the **logarithm**, in NumPy `np.log`. It asks: to which power must the number e = 2.718...
# of unit 03 be raised, to get $p$? (This is the *natural* logarithm, to the base e.) All you need of
# it here: `np.log(1)` is 0, and the closer a number comes to 0, the further its logarithm falls
# below 0. The minus sign makes the loss positive.
#
# **Before you run the next cell:** the network gave the probability 0.5 to what happened. Guess the
# loss. And 0.01?

# %%
for given in (0.99, 0.9, 0.5, 0.1, 0.01):
    print(f"probability given to what happened: {given}   loss: {-np.log(given):.3f}")

# %% [markdown]
# A network that always says 0.5 has the loss 0.693. Remember this number: a loss near 0.69 means
# "knows nothing". Being sure *and* wrong costs most.
#
# With `y` for what happened and `y_hat` for the predicted probability of a 1, there are two cases.
# Where `y` is 1, the probability given to what happened is `y_hat`. Where `y` is 0, it is
# `1 - y_hat`. One formula holds both, because `y` and `1 - y` work like switches:
#
# $$-\big(\, y \, \log(\hat y) + (1 - y) \, \log(1 - \hat y) \,\big)$$
#
# ($\hat y$, read "y hat", is `y_hat`.) The mean of this over all customers is called
# **binary cross-entropy**.
#
# One thing can go wrong: if `y_hat` is exactly 0 or 1, the computer meets `log(0)`, which is minus
# infinity. Keras therefore keeps every probability at least 1e-7 (that is 0.0000001) away from 0
# and from 1. `np.clip(a, low, high)` does such a thing: it raises what is below `low` and lowers
# what is above `high`. Here with limits that are easier to see:

# %%
guesses = np.array([0.0, 0.3, 1.0])
print("clipped:", np.clip(guesses, 0.1, 0.9))
print("guesses:", guesses)

# %% [markdown]
# `np.clip` returns a **new** array and leaves the old one as it was. So give its result a name, and
# go on with that name.

# %% [markdown]
# ### Exercise 3: binary cross-entropy (2 points)
#
# Write the function `binary_crossentropy`. First clip `y_hat` to lie between `1e-7` and `1 - 1e-7`.
# Then return the mean of the formula above: one number.


# %% nbgrader={"grade": false, "grade_id": "binary_crossentropy", "locked": false, "schema_version": 3, "solution": true, "task": false}
def binary_crossentropy(y, y_hat):
    """Return the mean of -log(the probability given to what happened).

    Parameters
    ----------
    y : array of shape (n,) or (n, 1)
        What happened: 0 or 1.
    y_hat : array of the same shape
        The predicted probability of a 1; clipped to 1e-7 ... 1 - 1e-7.

    Returns
    -------
    float
        For y = [1, 0] and y_hat = [0.9, 0.2] this is (0.10536 + 0.22314) / 2 = 0.16425.
    """
    ### BEGIN SOLUTION
    p = np.clip(y_hat, 1e-7, 1 - 1e-7)
    return np.mean(-(y * np.log(p) + (1 - y) * np.log(1 - p)))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "binary_crossentropy_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check binary_crossentropy: four rows, sure and wrong, a column. Run this cell.
from course import checks

y_test = np.array([1.0, 0.0, 1.0, 1.0])
y_hat_test = np.array([0.9, 0.2, 0.6, 0.4])
costs_test = np.array([0.10536052, 0.22314355, 0.51082562, 0.91629073])
with np.errstate(all="ignore"):  # a logarithm that cannot be is told below, in a sentence
    loss_answer = checks.call(
        binary_crossentropy, y_test, y_hat_test, said="binary_crossentropy(y, y_hat)"
    )
loss_answer.is_not(
    costs_test, "These are the losses of the four rows. How do they become one number?"
)
loss_answer.is_number()
checks.that(
    np.isfinite(float(loss_answer.value)),
    f"binary_crossentropy(y, y_hat) gives {loss_answer.value}: a logarithm of 0, or of a negative "
    "number. Of what is the logarithm taken, and what does it hold here?",
)
loss_answer.is_not(-costs_test.mean(), "A loss is never negative. Did you forget the minus sign?")
loss_answer.is_not(
    costs_test.sum(), "That is the sum. What would happen to it with twice as many rows?"
)
loss_answer.is_not(
    costs_test[[0, 2, 3]].sum() / 4,
    "The row with y = 0 adds nothing. Which part is for it?",
)
loss_answer.is_not(
    (costs_test.sum() - 2 * costs_test[1]) / 4,
    "The row with y = 0 counts with the wrong sign. In front of how much does the minus stand?",
)
loss_answer.is_not(
    costs_test[1] / 4, "Only the row with y = 0 counts. Which part is for the others?"
)
loss_answer.is_not(
    costs_test.mean() / np.log(10), "That is a logarithm to the base 10. What does np.log give?"
)
loss_answer.is_not(
    costs_test.mean() / np.log(2), "That is a logarithm to the base 2. What does np.log give?"
)
loss_answer.is_not(
    -np.log([0.1, 0.2, 0.4, 0.6]).mean(), "Yes and no are exchanged. Which log counts where y is 1?"
)
loss_answer.is_not(
    -np.log(y_hat_test).mean(),
    "Every row counts as if it had said yes. Of what is the logarithm where y is 0?",
)
loss_answer.is_not(
    -np.mean(y_test * np.log(y_hat_test) + 1 - y_test * np.log(1 - y_hat_test)),
    "Python multiplies before it subtracts. Which brackets does 1 - y need?",
)
loss_answer.is_not(
    costs_test[[0, 2, 3]].sum() + costs_test[1] / 4,
    "The row with y = 0 alone is divided by the number of rows. Which brackets does the sum need?",
)
loss_answer.is_not(
    -np.mean(y_test * np.log(y_hat_test) - (1 - y_test) * y_hat_test),
    "Where y is 0, the logarithm is of 1 alone, and y_hat comes behind it. Which brackets hold "
    "1 - y_hat?",
)
loss_answer.is_not(
    0, "The two parts are multiplied, and one of them is always 0. What should join them?"
)
loss_answer.is_not(
    np.mean((y_test - y_hat_test) ** 2),
    "That is the mean squared error. Where is the logarithm?",
)
loss_answer.equals(0.43890510)
loss_answer.keeps_inputs()
with np.errstate(all="ignore"):
    sure_and_wrong_answer = checks.call(
        binary_crossentropy,
        np.array([1.0, 0.0]),
        np.array([0.0, 1.0]),
        said="binary_crossentropy([1, 0], [0, 1])",
    )
sure_and_wrong_answer.is_number()
checks.that(
    np.isfinite(float(sure_and_wrong_answer.value)),
    f"binary_crossentropy([1, 0], [0, 1]) gives {sure_and_wrong_answer.value}, because of log(0). "
    "Which line should keep y_hat away from 0 and from 1, and is its result kept?",
)
# In float32 the distance to 1 is a little larger: hence 2 %.
sure_and_wrong_answer.is_not(8.059048, "That is half of it. How many rows came in?")
sure_and_wrong_answer.equals(
    16.118096, "Is the distance that is kept from 0 and 1 the 1e-7 of the text?", rtol=0.02
)
sure_and_wrong_answer.keeps_inputs()
loss_answer = checks.call(
    binary_crossentropy,
    np.array([[1.0], [0.0], [0.0]]),
    np.array([[0.25], [0.5], [0.1]]),
    said="binary_crossentropy for a column of 3 rows",
)
loss_answer.is_not(
    [0.72826729],
    "In a column, each row is an array with one number, and so is their sum. Which function of "
    "NumPy makes one number of all?",
)
loss_answer.is_number().equals(0.72826729)
checks.passed("binary_crossentropy works here. The hidden tests try other rows and shapes.")

# %% nbgrader={"grade": true, "grade_id": "binary_crossentropy_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
checks.call(binary_crossentropy, np.array([1.0, 0.0]), np.array([0.9, 0.2])).equals(0.164252033)
checks.call(binary_crossentropy, np.zeros(5), np.full(5, 0.5)).is_number().equals(np.log(2))
checks.call(binary_crossentropy, np.array([1.0, 0.0]), np.array([1.0, 0.0])).equals(0, atol=1e-6)
checks.call(binary_crossentropy, np.array([0.0]), np.array([1.0])).equals(
    7 * np.log(10), "A single customer, sure and wrong: how far from 1 is y_hat kept?", rtol=0.02
)
checks.call(binary_crossentropy, np.array([1.0]), np.array([0.0])).equals(
    7 * np.log(10), "A single customer, sure and wrong: how far from 0 is y_hat kept?"
)
checks.call(binary_crossentropy, np.array([1.0]), np.array([1e-5])).equals(
    5 * np.log(10), "A probability of 0.00001 lies inside the limits. Is it left as it is?"
)
rng = np.random.default_rng(71)
for shape in [(1,), (7,), (7, 1), (200, 1)]:
    y_test = rng.integers(0, 2, size=shape).astype(float)
    y_hat_test = rng.uniform(0.02, 0.98, size=shape)
    # The probability given to all that happened is a product; its logarithm is a sum.
    product = np.sum(np.log(np.abs(1 - y_test - y_hat_test)))
    answer = checks.call(
        binary_crossentropy, y_test, y_hat_test, said=f"binary_crossentropy, shape {shape}"
    )
    answer.is_number().keeps_inputs()
    answer.equals(-product / len(y_test), "Is every row in the mean, with its own case?")
### END HIDDEN TESTS

# %% [markdown]
# ## 3. Which way is down?
#
# Training needs the slope of the loss along each prediction. We use without proof that the slope of
# $\log(p)$ is $1 / p$: the logarithm is steep near 0 and flattens out. So where `y` is 1, the loss
# $-\log(\hat y)$ has the slope $-1 / \hat y$. Where `y` is 0, the loss $-\log(1 - \hat y)$ has the
# slope $1 / (1 - \hat y)$: when $\hat y$ rises, $1 - \hat y$ falls, so there are two minus signs, and
# together they make a plus. Again one formula holds both cases (put in 1 and 0 for $y$, and see):
#
# $$\frac{\hat y - y}{\hat y \, (1 - \hat y)}$$
#
# Because the loss is a **mean** over $n$ rows, each slope is then divided by $n$. Look at the sign:
# where `y` is 1, `y_hat - y` is negative: the loss falls when `y_hat` rises. As it should.

# %% [markdown]
# ### Exercise 4: its gradient (1 point)
#
# Write `binary_crossentropy_gradient`. It returns an array with one slope for each prediction.
# Clip `y_hat` first, as in exercise 3: otherwise the formula may divide by zero. `y.size` is the
# number of rows $n$.


# %% nbgrader={"grade": false, "grade_id": "binary_crossentropy_gradient", "locked": false, "schema_version": 3, "solution": true, "task": false}
def binary_crossentropy_gradient(y, y_hat):
    """Return the slope of the binary cross-entropy along each prediction.

    Parameters
    ----------
    y : array of shape (n,) or (n, 1)
        What happened: 0 or 1.
    y_hat : array of the same shape
        The predicted probability of a 1; clipped to 1e-7 ... 1 - 1e-7.

    Returns
    -------
    array of the same shape
        For y = [1, 0] and y_hat = [0.5, 0.2] this is [-2, 1.25] / 2 = [-1, 0.625].
    """
    ### BEGIN SOLUTION
    p = np.clip(y_hat, 1e-7, 1 - 1e-7)
    return (p - y) / (p * (1 - p)) / y.size
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "binary_crossentropy_gradient_test", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check binary_crossentropy_gradient: four rows, a column, edges 0 and 1. Run this cell.
from course import checks

y_test = np.array([1.0, 0.0, 1.0, 0.0])
y_hat_test = np.array([0.5, 0.2, 0.8, 0.9])
slopes_test = np.array([-0.5, 0.3125, -0.3125, 2.5])
with np.errstate(all="ignore"):  # a division that cannot be is told below, in a sentence
    gradient_answer = checks.call(
        binary_crossentropy_gradient,
        y_test,
        y_hat_test,
        said="binary_crossentropy_gradient(y, y_hat)",
    )
gradient_answer.is_not(
    keras_parts.binary_crossentropy(y_test, y_hat_test),
    "That is the loss itself. How steep is it along each prediction?",
)
gradient_answer.is_not(slopes_test.sum(), "Each prediction has a slope of its own. Why one number?")
gradient_answer.is_not(
    slopes_test.mean(), "Each prediction has a slope of its own. Why one number?"
)
gradient_answer.is_array((4,))
gradient_answer.is_not(
    -slopes_test, "The signs are turned around. Where y is 1, should y_hat rise or fall?"
)
gradient_answer.is_not(
    slopes_test * 4, "The loss is a mean over 4 rows. How does that change each slope?"
)
gradient_answer.is_not(
    slopes_test / 4, "This is divided by the number of rows twice. Which division is enough?"
)
gradient_answer.is_not(
    slopes_test * 16,
    "This is multiplied by the number of rows, not divided. What stands inside the last brackets?",
)
gradient_answer.is_not(
    (y_hat_test - y_test) / 4,
    "Only the upper half of the fraction is there. What is below it?",
)
gradient_answer.is_not(
    y_hat_test - y_test, "Only the upper half of the fraction is there. What is below it?"
)
gradient_answer.is_not(
    [-0.03125, 0.008, -0.008, 0.02025], "These are products. What stands below the line?"
)
gradient_answer.is_not(
    y_hat_test - y_test / (y_hat_test * (1 - y_hat_test)) / 4,
    "Only y is divided. Which brackets does the part above the line need?",
)
gradient_answer.is_not(
    [-0.125, 0.2, -0.0125, 0.025],
    "Python divided too early. Which brackets does the fraction need?",
)
gradient_answer.is_not(
    np.where(y_test == 1, slopes_test * 4, slopes_test),
    "Only where y is 0 are the slopes divided by the number of rows. Which brackets are missing?",
)
gradient_answer.is_not(
    1 / y_hat_test / 4, "Every row counts as if it had said yes, uphill. Where does y come in?"
)
gradient_answer.is_not(
    np.clip(slopes_test, 1e-7, 1 - 1e-7),
    "The slopes were clipped, and some of them should be negative. What should be clipped instead?",
)
checks.that(
    np.isfinite(gradient_answer.value.astype(float)),
    "binary_crossentropy_gradient(y, y_hat) divides by zero, though no prediction is 0 or 1. Does "
    "y stand below the line, or y_hat?",
)
gradient_answer.equals(slopes_test)
gradient_answer.keeps_inputs()
column_answer = checks.call(
    binary_crossentropy_gradient,
    np.array([[1.0], [0.0], [1.0]]),
    np.array([[0.5], [0.2], [0.8]]),
    said="binary_crossentropy_gradient for a column of 3 rows",
)
if np.shape(column_answer.value) == (3, 2):
    column_answer.is_not(
        column_answer.value,
        "The two numbers of a shape met each slope, and made two of it. Which number counts rows?",
    )
column_answer.is_array((3, 1)).equals([[-2 / 3], [1.25 / 3], [-1.25 / 3]])
with np.errstate(all="ignore"):
    edge_answer = checks.call(
        binary_crossentropy_gradient,
        np.array([1.0, 0.0]),
        np.array([0.0, 1.0]),
        said="binary_crossentropy_gradient([1, 0], [0, 1])",
    )
edge_answer.is_array((2,))
checks.that(
    np.isfinite(edge_answer.value.astype(float)),
    "binary_crossentropy_gradient([1, 0], [0, 1]) divides by zero. Which line should keep y_hat "
    "away from 0 and from 1, and is its result kept?",
)
# In float32 the distance to 1 is a little larger: hence 20 %.
edge_answer.equals(
    [-5e6, 5e6], "Is the distance that is kept from 0 and 1 the 1e-7 of the text?", rtol=0.2
)
edge_answer.keeps_inputs()
checks.passed(
    "binary_crossentropy_gradient works here. The hidden tests compare it with slopes measured by "
    "finite differences, for other shapes."
)
### BEGIN HIDDEN TESTS
answer = checks.call(binary_crossentropy_gradient, np.array([1.0, 0.0]), np.array([1.0, 0.0]))
answer.equals([-0.5, 0.5], "A prediction that is exactly right: what is left after clipping?")
rng = np.random.default_rng(72)
for shape in [(1,), (6,), (6, 1), (1, 1)]:
    y_test = rng.integers(0, 2, size=shape).astype(float)
    y_hat_test = rng.uniform(0.1, 0.9, size=shape)
    measured = toolbox.numerical_slope(
        lambda p, y=y_test: keras_parts.binary_crossentropy(y.ravel(), p), y_hat_test.ravel()
    )
    answer = checks.call(
        binary_crossentropy_gradient,
        y_test,
        y_hat_test,
        said=f"the gradient for arrays of shape {shape}",
    )
    answer.is_array(shape).keeps_inputs()
    answer.equals(
        measured.reshape(shape), "Does it agree with the slope that small steps measure?", rtol=1e-4
    )
### END HIDDEN TESTS

# %% [markdown]
# Something pretty happens when this blame goes back through the sigmoid. The slope of the sigmoid
# is `y_hat * (1 - y_hat)`, just what stands below the line. The two cancel, and the blame of the
# sum is simply `(y_hat - y) / n`: prediction minus truth. That is why the sigmoid and this loss are
# always used together.

# %%
sums = np.array([-1.0, 0.3, 2.0])
happened = np.array([0.0, 1.0, 1.0])
predicted = toolbox.sigmoid(sums)
blame = keras_parts.binary_crossentropy_gradient(happened, predicted)
print("blame times slope of the sigmoid:", (blame * toolbox.sigmoid_derivative(sums)).round(6))
print("(y_hat - y) / n:                 ", ((predicted - happened) / 3).round(6))

# %% [markdown]
# ## 4. Loss and metric
#
# People do not ask a bank for its cross-entropy. They ask: how often is it right? Take every
# prediction above 0.5 as a yes, all others as a no, and count the share of right answers: that is
# the **accuracy**.
#
# - A **loss** is for the optimizer. It must have a slope everywhere, so that each small step
#   counts.
# - A **metric**, such as accuracy, is what we report to people. It need not have a slope, and
#   accuracy has none that helps: move a weight a little, and no customer changes sides.
#
# Training lowers the loss. We watch the metric.

# %%
happened = np.array([1.0, 0.0, 1.0, 1.0])
for predicted in (np.array([0.9, 0.2, 0.6, 0.4]), np.array([0.9, 0.2, 0.6, 0.49])):
    example_loss = keras_parts.binary_crossentropy(happened, predicted)
    share_right = keras_parts.binary_accuracy(happened, predicted)
    print(f"predictions {predicted}   loss {example_loss:.3f}   accuracy {share_right}")

# %% [markdown]
# The last prediction became better. The loss has seen it, the accuracy has not.

# %% [markdown]
# ## 5. A classifier, by hand
#
# You have all parts of a first classifier: layers, a loss, its gradient and a step. The function
# below trains a network with 8 hidden nodes on the loan offers, with the whole table in each step.
# Read the steps of its loop: predict, blame, back through both layers, and a step down for each.
# (`build` draws the first weights of a layer. `learned_by_hand` is a function only so that you can
# call it twice.)


# %%
def learned_by_hand(output_activation, n_steps=1000, lr=0.5):
    """Train a network, and return its last predictions."""
    rng = np.random.default_rng(2)
    hidden = keras_parts.Dense(8, activation="relu")
    output = keras_parts.Dense(1, activation=output_activation)
    hidden.build(2, rng)
    output.build(8, rng)
    for step in range(1, n_steps + 1):
        y_hat = output.forward(hidden.forward(X_train))
        blame = keras_parts.binary_crossentropy_gradient(y_train, y_hat)
        hidden.backward(output.backward(blame))
        for layer in (hidden, output):
            layer.set_weights(keras_parts.sgd_step([layer.W, layer.b], [layer.dW, layer.db], lr))
        if step in (1, 100, 300, 1000):
            loss = keras_parts.binary_crossentropy(y_train, y_hat)
            accuracy = keras_parts.binary_accuracy(y_train, y_hat)
            print(f"step {step:4}: loss {loss:.2f}, accuracy {accuracy:.2f}")
    return y_hat


y_hat = learned_by_hand("sigmoid")

# %% [markdown]
# It begins with a loss of 0.70, near the 0.69 of "knows nothing". (Why is only 0.34 of its first
# answers right? By chance. With its first weights, most probabilities lie near 0.5, and small
# differences decide on which side. Other first weights may get 0.6.) It ends with 94 of 100 customers right.
# More is hardly possible: about 5 in 100 do the opposite of the rule, and nobody can foresee who.
#
# "relu is the activation that works best, so let us use it everywhere." Here is the same network,
# from the same first weights, with relu in the **output** node:

# %%
y_hat = learned_by_hand("relu")
print("predictions that are exactly 0:", np.sum(y_hat == 0), "of", len(y_hat))

# %% [markdown]
# This network says 0 to everyone. From step 100 on nothing changes, and a loss of 8.5 is far worse
# than the 0.69 of knowing nothing. Why does it not learn from its mistakes? They are expensive
# enough.

# %% [markdown]
# ### Quick question 1 (1 point)
#
# The output node has relu. For some customer its sum is -2, so the prediction is 0, but `y` is 1.
# What does the network learn from this customer?
#
# - **a**: much: the loss is large, so the blame is large, and the weights move far
# - **b**: nothing: the blame is multiplied by the slope of relu at -2
# - **c**: a little: clipping keeps the blame small, but it gets through


# %% nbgrader={"grade": false, "grade_id": "question_1", "locked": false, "schema_version": 3, "solution": true, "task": false}
def question_1():
    """Return the letter of your answer in quotes, such as return "a"."""
    ### BEGIN SOLUTION
    return "b"
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "question_1_test", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check question_1: is it one of the letters? Run this cell.
from course import checks

letter = checks.choice(question_1, "abc")
print("Your answer is", letter + ". Whether it is right is checked when your work is graded.")
### BEGIN HIDDEN TESTS
checks.that(
    letter != "a",
    "Quick question 1, your answer a: the blame of the output is large. What is it multiplied by?",
)
checks.that(
    letter != "c",
    "Quick question 1, your answer c: clipping acts on y_hat. How steep is relu at a sum of -2?",
)
### END HIDDEN TESTS

# %% [markdown]
# ## What you have learned
#
# - For a yes/no question: one output node with a sigmoid, and binary cross-entropy as the loss. A
#   loss of 0.69 means "knows nothing".
# - Behind the sigmoid, the blame of the sum is prediction minus truth, divided by the number of
#   rows.
# - The loss is for the optimizer, a metric is for people.
# - Layers, a loss and its gradient: that is enough to train a classifier, if you write the loop.
#
# Written by hand, the loop has to name each layer. Who would do that for ten layers? Next:
# [07c, a better step, and a stack](07c_optimizer_and_model.ipynb)
#
# ## Go further
#
# - Change `lr` in `learned_by_hand("sigmoid", lr=0.5)` to 0.05 and to 5. What does each of them
#   reach? (Where nothing moves any more: what may have happened to the relu nodes?)
# - Put `"linear"` in the place of `"relu"` in the hidden layer. Can the network still do it? (Unit
#   03 has the reason.)
