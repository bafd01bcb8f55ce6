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
# # Unit 07: How would a library spell this?
#
# **The question of this unit: what do the lines mean that everyone writes with Keras?**
#
# In unit 06 a network learned, and you wrote every step of it. Most people never do that. They use
# a library such as **Keras** and write five words: *add*, *compile*, *fit*, *evaluate*, *predict*.
# In this unit you build a small Keras of your own, part by part. At the end the real spelling will
# hold little that is new to you.
#
# When you are done, you will be able to
#
# - write a layer that can go forward and pass the blame back;
# - measure how wrong the answer to a yes/no question is, and say which way is down;
# - move weights with plain gradient descent (SGD) and with Adam;
# - put the parts together and train a classifier, in your spelling and in that of Keras.
#
# Time: about 120 minutes, best in two sittings: sections 1 to 3, a break, then sections 4 to 7.
# Points: 14. A word that you do not know? Look it up in the [glossary](../glossary.md).

# %%
import numpy as np

from course import bank, checks, toolbox
from course import keras_style as keras
from course.figures.history import compare_histories, draw_history
from course.toolbox import keras_parts
from course.widgets.hidden_nodes import explore_hidden_nodes

# %% [markdown]
# ## 1. A box that remembers
#
# A function forgets everything when it returns. A layer must remember something: its weights, and
# what it saw on the way forward. Python's tool for things that remember is the **class**. Here is a
# class that has nothing to do with networks:


# %%
class Account:
    def __init__(self, balance):
        self.balance = balance

    def deposit(self, amount):
        self.last = amount
        self.balance = self.balance + amount
        return self.balance

    def deposit_twice(self, amount):
        self.deposit(amount)
        return self.deposit(amount)


# %% [markdown]
# - `Account(100)` makes one account, an **object** of the class. Python calls `__init__` for it,
#   with 100 as `balance`.
# - `self` is the account itself. `self.balance` is a number that this account keeps.
# - A function inside a class is called a **method**. You call it with a dot: `anna.deposit(50)`.
#   You do not hand over `self`; Python does that for you.
# - Every method may keep something new in `self`. `self.last` does not exist until the first
#   deposit; after it, all methods can read it.
# - A method reaches the other methods of its own object through `self`, too: `deposit_twice` calls
#   `self.deposit(amount)`. (A bare `deposit(amount)` would be an error: there is no such function.)
#
# Here are two accounts side by side. **Before you run the next cell:** which numbers will it print?

# %%
anna = Account(100)
ben = Account(20)
print(anna.deposit(50))
print(anna.deposit(50))
print(ben.deposit_twice(5))
print(anna.balance, ben.balance, anna.last)

# %% [markdown]
# The second number is not 150 again: the account remembered. And Ben's account knows nothing of
# Anna's: each object has its own `balance` and its own `last`. You may read them from outside, too,
# as the last line does.
#
# One more tool. If `pair` holds two things, `self.a, self.b = pair` takes it apart: the first thing
# goes into `self.a`, the second into `self.b`. You will see such a line in the next class.

# %% [markdown]
# ## 2. One layer
#
# Keras calls the layer that you know `Dense`, because every input has a line to every node.
# `Dense(8, activation="relu")` is a layer of 8 nodes. In Keras, as in this course, a layer has
#
# - `W` of shape `(n_inputs, units)`, one column of weights for each node (*units* is Keras's word
#   for the number of nodes), and `b` of shape `(units,)`, one bias for each node;
# - an activation, chosen by its name.
#
# Two methods do the work. You know both from units 04 and 06.
#
# **`forward(X)`** computes the sums `Z = X @ W + b` and returns `activation(Z)`. It also *keeps*
# `X` and `Z` in `self.X` and `self.Z`: the way back needs them.
#
# **`backward(dA)`** receives the blame of the outputs: `dA` says how the loss changes when an
# output changes. The layer works out three things:
#
# 1. the blame of its sums, `dZ`: each `dA` times the slope of the activation at `Z`;
# 2. from `dZ`: the slopes `dW` and `db`. It keeps them in `self.dW` and `self.db`;
# 3. the blame `dX` of its inputs. It **returns** it, because the layer before needs it.
#
# For 2 and 3 the toolbox has your `backward_layer` of unit 06:
# `dW, db, dX = toolbox.backward_layer(dZ, X, W)`.

# %% [markdown]
# ### Exercise 1: the class `Dense` (3 points)
#
# The class below is complete but for `forward` and `backward`. Write `forward` first and run the
# first check. Then write `backward` and run the second. (After each change, run the cell of the
# class again.)
#
# The layer finds everything it needs in `self`: `self.W`, `self.b`, the function `self.activation`
# and its slope `self.derivative`. So `self.activation(Z)` is the activation of `Z`, and
# `self.derivative(Z)` is its slope at `Z`.


# %% nbgrader={"grade": false, "grade_id": "Dense", "locked": false, "schema_version": 3, "solution": true, "task": false}
class Dense:
    """A layer in which every node sees every input.

    Parameters
    ----------
    units : int
        How many nodes the layer has.
    activation : str
        "linear", "relu", "tanh" or "sigmoid".
    """

    def __init__(self, units, activation="linear"):
        self.units = units
        self.activation, self.derivative = keras_parts.ACTIVATIONS[activation]

    def set_weights(self, weights):
        """Take over W, shape (n_inputs, units), and b, shape (units,)."""
        self.W, self.b = weights

    def forward(self, X):
        """Return the outputs of the layer; keep X and the sums Z in self.X and self.Z.

        Parameters
        ----------
        X : array of shape (n, n_inputs)
            One row for each observation.

        Returns
        -------
        array of shape (n, units)
            For X = [[2, 3]], W = [[1, -1], [1, 1]], b = [0, 0] and relu this is [[5, 1]].
        """
        ### BEGIN SOLUTION
        self.X = X
        self.Z = X @ self.W + self.b
        return self.activation(self.Z)
        ### END SOLUTION

    def backward(self, dA):
        """Return the blame of the inputs; keep the slopes in self.dW and self.db.

        Parameters
        ----------
        dA : array of shape (n, units)
            The blame of the outputs that `forward` returned last.

        Returns
        -------
        array of shape (n, n_inputs)
            After the example above, dA = [[1, 10]] gives [[-9, 11]].
        """
        ### BEGIN SOLUTION
        dZ = dA * self.derivative(self.Z)
        self.dW, self.db, dX = toolbox.backward_layer(dZ, self.X, self.W)
        return dX
        ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "Dense_forward_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
X_test = np.array([[3.0, 5.0], [1.0, 0.0]])
W_test = np.array([[2.0, 4.0, 1.0], [4.0, -5.0, 0.0]])
layer_test = Dense(3, activation="relu")
layer_test.set_weights([W_test, np.array([1.0, -1.0, -2.0])])
output_answer = checks.call(layer_test.forward, X_test, said="forward(X)")
output_answer.is_array((2, 3))
output_answer.is_not(
    [[27, -14, 1], [3, 3, -1]], "These are the sums. What does a node do with its sum?"
)
output_answer.is_not([[26, 0, 3], [2, 4, 1]], "The biases are missing. Where does self.b come in?")
output_answer.is_not([[27, -1, 1], [3, 3, -1]], "Is the bias part of the sum, or added after it?")
output_answer.equals([[27, 0, 1], [3, 3, 0]])
for name_test in ("X", "Z"):
    checks.that(
        hasattr(layer_test, name_test),
        f"forward returns the right numbers, but self.{name_test} is not there afterwards. Which "
        "line keeps it for the way back?",
    )
checks.Answer(layer_test.X, "self.X").equals(X_test, "Does it hold the inputs as they came?")
kept_answer = checks.Answer(layer_test.Z, "self.Z")
kept_answer.is_not(
    [[27, 0, 1], [3, 3, 0]], "These are the outputs. Should Z be kept before or after relu?"
)
kept_answer.equals([[27, -14, 1], [3, 3, -1]])
output_answer.keeps_inputs()

layer_test = Dense(1, activation="sigmoid")
layer_test.set_weights([np.array([[0.5], [-1.0], [0.5]]), np.array([1.0])])
output_answer = checks.call(
    layer_test.forward, np.array([[1.0, 2.0, 2.0]]), said="forward of a layer with one sigmoid node"
)
output_answer.is_not(
    [[0.5]], "The sum came through as it was. Where does the layer keep its own activation?"
)
output_answer.equals([[0.6224593]], "Where does the layer keep its own activation?")
print("forward works here. Now write backward; the next cell checks it.")

# %% nbgrader={"grade": true, "grade_id": "Dense_backward_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
X_test = np.array([[1.0, 2.0], [0.0, -1.0], [3.0, 1.0]])
W_test = np.array([[0.5, -1.0, 0.0], [0.25, 1.0, -0.5]])
Z_test = np.array([[1.0, 1.0, -0.5], [-0.25, -1.0, 1.0], [1.75, -2.0, 0.0]])
dA_test = np.array([[1.0, 2.0, 3.0], [-1.0, 0.0, 1.0], [2.0, -2.0, 1.0]])
layer_test = Dense(3, activation="tanh")
layer_test.set_weights([W_test, np.array([0.0, 0.0, 0.5])])
layer_test.X, layer_test.Z = X_test, Z_test  # what forward should have kept: backward alone counts
slope_test = 1 - np.tanh(Z_test) ** 2
blame_answer = checks.call(layer_test.backward, dA_test, said="backward(dA)")
checks.that(
    not isinstance(blame_answer.value, tuple),
    "backward(dA) returns several things. Which of them does the layer before need? (The others "
    "stay in self.)",
)
blame_answer.is_not(
    dA_test * slope_test, "This is the blame of the sums, dZ. Who is asking for the blame?"
)
blame_answer.is_array((3, 2))
blame_answer.is_not(
    dA_test @ W_test.T, "The slope of the activation is missing. How does dA become dZ?"
)
blame_answer.is_not(
    (dA_test * np.tanh(Z_test)) @ W_test.T, "Is dA multiplied by the activation or by its slope?"
)
blame_answer.is_not(
    (dA_test * (1 - np.tanh(np.tanh(Z_test)) ** 2)) @ W_test.T,
    "The slope is taken at the outputs. At which numbers did the activation work: A or Z?",
)
blame_answer.equals([[-0.6299615, -0.2347293], [-0.4700074, -0.4449909], [0.2551137, -0.5843956]])
for name_test in ("dW", "db"):
    checks.that(
        hasattr(layer_test, name_test),
        f"backward returns the right blame, but self.{name_test} is not there afterwards. Which "
        "line keeps it for the optimizer?",
    )
kept_answer = checks.Answer(layer_test.dW, "self.dW")
kept_answer.is_array((2, 3))
kept_answer.is_not(
    X_test.T @ dA_test, "These are slopes made from dA. Which blame belongs to the sums: dA or dZ?"
)
kept_answer.is_not(
    X_test.T @ (dA_test * slope_test) / 3,
    "This is divided by the number of rows. Who divides already?",
)
kept_answer.equals([[1.1028469, 0.4160437, 5.3593432], [2.0075877, 1.5385957, 5.2987121]])
kept_answer = checks.Answer(layer_test.db, "self.db")
kept_answer.is_not(
    np.mean(dA_test * slope_test, axis=0),
    "That is a mean over the rows. Does the blame of a row shrink?",
)
kept_answer.equals([-0.2924163, 0.6986470, 3.7793175])
checks.Answer(layer_test.W, "self.W after backward").equals(
    W_test, "Is it the layer's job to move weights?"
)
blame_answer.keeps_inputs()

layer_test = Dense(2, activation="relu")
layer_test.set_weights([np.array([[3.0, -1.0]]), np.zeros(2)])
layer_test.X, layer_test.Z = np.array([[2.0], [-1.0]]), np.array([[1.0, -2.0], [-3.0, 4.0]])
blame_answer = checks.call(
    layer_test.backward,
    np.array([[1.0, 10.0], [100.0, -2.0]]),
    said="backward of a layer with two relu nodes",
)
blame_answer.equals([[3], [2]], "Where does the layer keep the slope of its own activation?")
checks.Answer(layer_test.dW, "self.dW of this layer").equals([[2, 2]])
print("backward works here. The hidden tests try other shapes and activations.")

# %% nbgrader={"grade": true, "grade_id": "Dense_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
layer_test = Dense(2, activation="relu")
layer_test.set_weights([np.array([[1.0, -1.0], [1.0, 1.0]]), np.zeros(2)])
checks.call(layer_test.forward, np.array([[2.0, 3.0]]), said="forward([[2, 3]])").equals([[5, 1]])
checks.call(layer_test.backward, np.array([[1.0, 10.0]]), said="backward([[1, 10]])").equals(
    [[-9, 11]]
)
functions = {"linear": lambda z: z, "relu": lambda z: z * (z > 0), "tanh": np.tanh}
functions["sigmoid"] = lambda z: 0.5 + 0.5 * np.tanh(0.5 * z)
rng = np.random.default_rng(70)
for activation, n, n_inputs, units in [
    ("linear", 1, 1, 1),
    ("relu", 5, 3, 2),
    ("tanh", 4, 2, 5),
    ("sigmoid", 7, 4, 1),
]:
    function = functions[activation]
    W_test, b_test = rng.normal(size=(n_inputs, units)), rng.normal(size=units)
    X_test, dA_test = rng.normal(size=(n, n_inputs)), rng.normal(size=(n, units))
    layer_test = Dense(units, activation)
    layer_test.set_weights([W_test, b_test])
    layer_test.forward(np.ones((2, n_inputs)))
    said = f"for {n} rows, {n_inputs} inputs and {units} units with {activation}"
    output = checks.call(layer_test.forward, X_test, said=f"forward {said}")
    expected = function(np.einsum("ni,iu->nu", X_test, W_test) + b_test[np.newaxis, :])
    output.is_array((n, units)).keeps_inputs()
    output.equals(expected, "Work it out by hand for one row: which sum does each node have?")
    # Finite differences of sum(dA * output) along every weight, bias and input.
    flat = np.concatenate([W_test.ravel(), b_test, X_test.ravel()])

    def total(w, shape=(n_inputs, units), n=n, dA=dA_test, function=function):
        W, b, X = np.split(w, [shape[0] * shape[1], shape[0] * shape[1] + shape[1]])
        return np.sum(dA * function(X.reshape(n, shape[0]) @ W.reshape(shape) + b))

    slopes = toolbox.numerical_slope(total, flat)
    dW, db, dX = np.split(slopes, [W_test.size, W_test.size + b_test.size])
    blame = checks.call(layer_test.backward, dA_test, said=f"backward {said}")
    blame.is_array((n, n_inputs)).keeps_inputs()
    blame.equals(dX.reshape(X_test.shape), "Compare with finite differences.", rtol=1e-4, atol=1e-7)
    kept = checks.Answer(layer_test.dW, f"self.dW {said}")
    kept.equals(dW.reshape(W_test.shape), "Compare with finite differences.", rtol=1e-4, atol=1e-7)
    kept = checks.Answer(layer_test.db, f"self.db {said}")
    kept.equals(db, "Is there one number for each node?", rtol=1e-4, atol=1e-7)
    for own, before, name in (
        (layer_test.W, W_test, "W"),
        (layer_test.b, b_test, "b"),
        (layer_test.X, X_test, "X"),
    ):
        checks.Answer(own, f"self.{name} after backward").equals(before, "Who should change it?")
### END HIDDEN TESTS

# %% [markdown]
# The layer is the largest part of a library, and you have it. A network is nothing but layers that
# hand numbers to the right and blame to the left.
#
# From here on, you work with finished copies: `keras_parts` holds one of every function and class
# that you write in this unit, such as `keras_parts.Dense`.

# %% [markdown]
# ## 3. A yes/no question
#
# The bank offers its customers a loan. Who will say yes? For each customer, `y` is 1 for yes and 0
# for no. (It is we who chose this. Always look up what 0 and 1 mean in your labels: the numbers
# themselves mean nothing.)
#
# The customers are simulated by this rule: *working customers with a balance below 5 thousand say
# yes, and so do retired customers with a balance above it. 5 in 100 do the opposite.* So neither
# balance nor retirement alone tells anything.
#
# (In the code, `==` and `!=` compare two arrays number by number, and `.astype(float)` turns False
# and True into 0.0 and 1.0.)


# %%
def loan_offers(n_customers, seed):
    """Return X with balance (in ten thousands) and retired (0/1), and y: 1 for yes, 0 for no."""
    table, _ = bank.simulate(n_customers, seed)
    X = np.column_stack([table[:, 1] / 10, table[:, 2]])
    says_yes = (X[:, 0] < 0.5) == (X[:, 1] == 0)
    changes_mind = np.random.default_rng(seed).random(n_customers) < 0.05
    y = (says_yes != changes_mind).astype(float)
    return X, y.reshape(n_customers, 1)


X_train, y_train = loan_offers(400, seed=7)
X_new, y_new = loan_offers(400, seed=8)
print("shapes:", X_train.shape, y_train.shape)
print("the first customer: balance and retired", X_train[0], "says", y_train[0])
print("share of yes:", np.mean(y_train))

# %% [markdown]
# `y` is a table with one column, of shape `(400, 1)`, because a network with one output node
# returns such a table. (With shape `(400,)`, NumPy would compare every prediction with every
# customer, and `y_hat - y` would have 400 x 400 numbers.)
#
# What should a network answer? Not yes or no, but a **probability**: 0.9 means "90 in 100 customers
# like this one say yes". A probability lies between 0 and 1, so the output node gets the activation
# that keeps it there: the **sigmoid**. A network without a sigmoid does not give a probability, as
# its outputs for three sums show:

# %%
sums = np.array([-2.0, 0.5, 3.0])
print("sums:               ", sums)
print("linear output node: ", toolbox.identity(sums))
print("relu output node:   ", toolbox.relu(sums))
print("sigmoid output node:", toolbox.sigmoid(sums).round(3))

# %% [markdown]
# ### How wrong is a probability?
#
# A number that says how wrong a prediction is, and that training makes small, is called the
# **loss** (in unit 05 we said *cost*). For a probability, look at what happened, and at the
# probability $p$ that the network had given to just that. The loss is
#
# $$-\log(p)$$
#
# `np.log` is the natural logarithm. `np.log(1)` is 0, and the closer a number comes to 0, the
# further its logarithm falls below 0. The minus sign makes the loss positive.
#
# **Before you run the next cell:** the network gave the probability 0.5 to what happened. Guess the
# loss. And 0.01?

# %%
for given in (0.99, 0.9, 0.5, 0.1, 0.01):
    print(f"probability given to what happened: {given:4}   loss: {-np.log(given):.3f}")

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
# ### Exercise 2: binary cross-entropy (2 points)
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
y_test = np.array([1.0, 0.0, 1.0, 1.0])
y_hat_test = np.array([0.9, 0.2, 0.6, 0.4])
costs_test = np.array([0.10536052, 0.22314355, 0.51082562, 0.91629073])
loss_answer = checks.call(
    binary_crossentropy, y_test, y_hat_test, said="binary_crossentropy(y, y_hat)"
)
loss_answer.is_not(
    costs_test, "These are the losses of the four rows. How do they become one number?"
)
loss_answer.is_number()
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
    np.mean((y_test - y_hat_test) ** 2),
    "That is the mean squared error. Where is the logarithm?",
)
loss_answer.equals(0.43890510)
loss_answer.keeps_inputs()
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
loss_answer.is_number().equals(0.72826729)
print("binary_crossentropy works here. The hidden tests try other rows and shapes.")

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
# ### Which way is down?
#
# Training needs the slope of the loss along each prediction. The slope of $\log(p)$ is $1 / p$: the
# logarithm is steep near 0 and flattens out. So where `y` is 1, the loss $-\log(\hat y)$ has the
# slope $-1 / \hat y$. Where `y` is 0, the loss $-\log(1 - \hat y)$ has the slope
# $1 / (1 - \hat y)$. Again one formula holds both cases (put in 1 and 0 for $y$, and see):
#
# $$\frac{\hat y - y}{\hat y \, (1 - \hat y)}$$
#
# Because the loss is a **mean** over $n$ rows, each slope is then divided by $n$. Look at the sign:
# where `y` is 1, `y_hat - y` is negative: the loss falls when `y_hat` rises. As it should.

# %% [markdown]
# ### Exercise 3: its gradient (1 point)
#
# Write `binary_crossentropy_gradient`. It returns an array with one slope for each prediction.
# Clip `y_hat` first, as in exercise 2: otherwise the formula may divide by zero. `y.size` is the
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
y_test = np.array([1.0, 0.0, 1.0, 0.0])
y_hat_test = np.array([0.5, 0.2, 0.8, 0.9])
slopes_test = np.array([-0.5, 0.3125, -0.3125, 2.5])
gradient_answer = checks.call(
    binary_crossentropy_gradient, y_test, y_hat_test, said="binary_crossentropy_gradient(y, y_hat)"
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
    [-0.125, 0.2, -0.0125, 0.025],
    "Python divided too early. Which brackets does the fraction need?",
)
gradient_answer.equals(slopes_test)
gradient_answer.keeps_inputs()
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
print("binary_crossentropy_gradient works here. The hidden tests compare it with the slope that")
print("small steps measure, for other shapes.")
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
# ### Loss and metric
#
# People do not ask a bank for its cross-entropy. They ask: how often is it right? Take every
# prediction above 0.5 as a yes, and count the share of right answers: that is the **accuracy**.
#
# - A **loss** is for the optimizer. It must have a slope everywhere, so that each small step
#   counts.
# - A **metric**, such as accuracy, is for people. It need not have a slope, and accuracy has none
#   that helps: move a weight a little, and no customer changes sides.
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
#
# This is a good place for a break: you have a layer and a loss. Next come the optimizer and the
# stack. (If you close the notebook, run all cells from the top when you come back.)

# %% [markdown]
# ## 4. One step of an optimizer
#
# An **optimizer** moves the weights, once the slopes are known. The simplest one is that of unit
# 05: each parameter minus the learning rate times its slope. Keras calls it `SGD`, for *stochastic
# gradient descent*: descent along slopes that come from a few rows drawn by chance.
#
# A network has many parameters, in arrays of different shapes: the `W` and `b` of each layer. We
# keep the arrays in a list, and their slopes in a second list, in the same order.

# %% [markdown]
# ### Exercise 4: one step of SGD (1 point)
#
# Write `sgd_step`. It returns a **new list** with the moved arrays, and leaves the old arrays
# alone. (`zip(parameters, gradients)` hands you one array and its slope after the other.)


# %% nbgrader={"grade": false, "grade_id": "sgd_step", "locked": false, "schema_version": 3, "solution": true, "task": false}
def sgd_step(parameters, gradients, lr):
    """Return the parameters after one step of gradient descent.

    Parameters
    ----------
    parameters : list of arrays
        The weights and biases, of any shapes.
    gradients : list of arrays
        The slope of the loss along each of them, in the same order and shapes.
    lr : float
        The learning rate.

    Returns
    -------
    list of arrays
        For parameters = [w] with w = [1, 2], gradients = [g] with g = [10, -10] and lr = 0.1,
        the one array in the list is [0, 3].
    """
    ### BEGIN SOLUTION
    return [w - lr * gradient for w, gradient in zip(parameters, gradients, strict=True)]
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "sgd_step_test", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
parameters_test = [np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]), np.array([0.5, -0.5])]
gradients_test = [np.array([[1.0, 0.0], [0.0, -1.0], [2.0, 4.0]]), np.array([10.0, -10.0])]
moved_answer = checks.call(
    sgd_step, parameters_test, gradients_test, 0.1, said="sgd_step(parameters, gradients, 0.1)"
)
moved_answer.has_parts(2, "one moved array for each parameter, in a list")
first_answer = moved_answer.item(0, "the first array")
first_answer.is_array((3, 2))
first_answer.is_not([[1.1, 2], [3, 3.9], [5.2, 6.4]], "This goes uphill. Which sign leads down?")
first_answer.is_not(
    [[0, 2], [3, 5], [3, 2]], "The whole slope is taken off. Where is the learning rate?"
)
first_answer.is_not(-0.1 * gradients_test[0], "That is the step alone. From where does it start?")
first_answer.is_not(0.1 * gradients_test[0], "That is the step alone. From where does it start?")
first_answer.is_not(parameters_test[0], "Nothing has moved. Does the new array get into the list?")
first_answer.equals([[0.9, 2], [3, 4.1], [4.8, 5.6]])
second_answer = moved_answer.item(1, "the second array").is_array((2,))
second_answer.is_not([0.5, -0.5], "It has not moved. Which arrays does the loop go through?")
second_answer.equals([-0.5, 0.5])
moved_answer.keeps_inputs()
moved_answer = checks.call(
    sgd_step,
    [np.array([4.0, 0.0, -1.0])],
    [np.array([2.0, -2.0, 1.0])],
    0.5,
    said="sgd_step with one array and lr = 0.5",
)
moved_answer.has_parts(1, "one moved array for each parameter, in a list")
array_answer = moved_answer.item(0, "the array")
array_answer.is_not(
    [3.8, 0.2, -1.1],
    "That is a step with the learning rate of the first call. Which one is the function given?",
)
array_answer.equals([3, 1, -1.5])
print("sgd_step works here. The hidden tests try more arrays and other learning rates.")
### BEGIN HIDDEN TESTS
still = checks.call(sgd_step, [np.ones(3)], [np.ones(3)], 0.0, said="sgd_step with lr = 0")
still.item(0, "the array").equals(np.ones(3), "With a learning rate of 0, what should move?")
rng = np.random.default_rng(73)
for shapes in [[(4,)], [(2, 3), (3,), (3, 1), (1,)], [(1, 1), (1,), (5, 2)]]:
    parameters_test = [rng.normal(size=shape) for shape in shapes]
    gradients_test = [rng.normal(size=shape) for shape in shapes]
    lr_test = float(rng.uniform(0.01, 2))
    said = f"sgd_step with {len(shapes)} arrays"
    moved = checks.call(sgd_step, parameters_test, gradients_test, lr_test, said=said)
    moved.has_parts(len(shapes), "one moved array for each parameter, in a list").keeps_inputs()
    for k, shape in enumerate(shapes):
        array = moved.item(k, f"array {k}").is_array(shape)
        expected = (parameters_test[k] / lr_test - gradients_test[k]) * lr_test
        array.equals(expected, "Is each array moved by its own slope, times the learning rate?")
### END HIDDEN TESTS

# %% [markdown]
# ### Adam
#
# SGD has two weaknesses. Slopes from a few rows jump about. And one learning rate must do for all
# weights, though the slope along one may be 500 and along the next 0.5.
#
# **Adam** (Kingma and Ba, 2015) mends both. For each weight $w$ with slope $g$ it remembers two
# numbers, which start at 0:
#
# - $m$, a running mean of the slopes: *which way, on the whole?*
# - $v$, a running mean of the squared slopes: *how large are they usually?*
#
# $$m \leftarrow \beta_1 m + (1 - \beta_1)\, g \qquad v \leftarrow \beta_2 v + (1 - \beta_2)\, g^2$$
#
# The arrow means "becomes". $\beta_1$ ("beta 1") is 0.9: nine tenths of the old mean stay, one
# tenth is new. $\beta_2$ is 0.999.
#
# Because $m$ and $v$ start at 0, they are too small in the first steps. In step number $t$ (1, 2,
# 3 and so on) this is put right by
#
# $$\hat m = \frac{m}{1 - \beta_1^{\,t}} \qquad\qquad \hat v = \frac{v}{1 - \beta_2^{\,t}}$$
#
# ($\beta_1^{\,t}$ is `beta_1**t`. All that stands below a line needs brackets in Python. Above the
# line stand the new $m$ and the new $v$.) Then the weight moves by the direction divided by the
# usual size:
#
# $$w \leftarrow w - lr \cdot \frac{\hat m}{\sqrt{\hat v} + \epsilon}$$
#
# $\epsilon$ ("epsilon") is 1e-7 and only prevents a division by zero.
#
# **Before you go on**, work out the first step by hand, from $m = 0$ and $v = 0$, for the slope
# $g = 0.5$. How far does the weight move? And for $g = 500$?

# %%
for example in (0.5, 500):
    new_w, new_m, new_v = keras_parts.adam_step(0.0, example, 0.0, 0.0, t=1, lr=0.1)
    print(f"slope {example}: m = {new_m:.6g}, v = {new_v:.6g}, the weight moves to {new_w:.6g}")

# %% [markdown]
# Both times by `lr`, 0.1. Adam goes by the sign and the steadiness of the slopes, not by their
# size.

# %% [markdown]
# ### Exercise 5: one step of Adam (2 points)
#
# Write `adam_step`. It takes one array of weights with its slope, the old `m` and `v`, and the
# number `t` of the step. It returns **three** things: the new `w`, the new `m` and the new `v`.
# Give `m_hat` and `v_hat` names of their own: the next step needs `m` and `v` as they are without
# them.


# %% nbgrader={"grade": false, "grade_id": "adam_step", "locked": false, "schema_version": 3, "solution": true, "task": false}
def adam_step(w, gradient, m, v, t, lr=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    """Return w, m and v after one step of Adam.

    Parameters
    ----------
    w, gradient : arrays of one shape
        The weights, and the slope of the loss along each.
    m, v : arrays of the same shape
        The running means of the slopes and of the squared slopes before this step.
    t : int
        The number of this step: 1 for the first.
    lr, beta_1, beta_2, epsilon : float
        The settings; these defaults are those of Keras.

    Returns
    -------
    w, m, v : arrays of the same shape
        For w = [1], gradient = [0.5], m = v = [0], t = 1 and lr = 0.1 these are [0.9], [0.05] and
        [0.00025].
    """
    ### BEGIN SOLUTION
    m = beta_1 * m + (1 - beta_1) * gradient
    v = beta_2 * v + (1 - beta_2) * gradient**2
    m_hat = m / (1 - beta_1**t)
    v_hat = v / (1 - beta_2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + epsilon), m, v
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "adam_step_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
w_test, gradient_test = np.array([1.0, -2.0]), np.array([1.0, 2.0])
m_test, v_test = np.array([0.05, -3.0]), np.array([0.00025, 0.9])
step_answer = checks.call(
    adam_step, w_test, gradient_test, m_test, v_test, 2, lr=0.05, said="adam_step (step 2)"
)
step_answer.has_parts(3, "the new w, m and v")
m_answer = step_answer.item(1, "m")
m_answer.is_not([0.763158, -13.157895], "That is m_hat. Which of the two does the next step need?")
m_answer.is_not(m_test, "That is the old m. Where does the new slope come in?")
m_answer.is_not([0.1, 0.2], "The old m is forgotten. How much of it should stay?")
m_answer.is_not([1.045, -0.7], "The whole new slope is added. How much of it should count?")
m_answer.is_not([0.00124975, 0.9031], "That is v. In which order are the three things returned?")
m_answer.equals([0.145, -2.5], "How much of the old m stays, and how much of the slope is new?")
v_answer = step_answer.item(2, "v")
v_answer.is_not([0.625188, 451.775888], "That is v_hat. Which of the two does the next step need?")
v_answer.is_not(v_test, "That is the old v. Where does the new slope come in?")
v_answer.is_not([0.00124975, 0.9011], "The slope is not squared. What is v a running mean of?")
v_answer.is_not([1.00024975, 4.8991], "The whole new square is added. How much of it should count?")
v_answer.is_not([0.100225, 1.21], "Both means fade equally fast. Which beta belongs to v?")
v_answer.equals([0.00124975, 0.9031], "How much of the old v stays, and what is new?")
w_answer = step_answer.item(0, "w").is_array((2,))
checks.that(
    np.isfinite(w_answer.value.astype(float)),
    "w of adam_step (step 2) is not a number (the root of something negative). Is beta multiplied "
    "by t where t should be its power, or are brackets missing below a line?",
)
w_answer.is_not([1.0482591, -2.0309524], "This goes uphill. Which sign leads down?")
w_answer.is_not([0.0348181, -1.3809512], "That is a very long step. Where is the learning rate?")
w_answer.is_not(
    [0.7949191, -1.8684648], "The hats are missing. What puts m and v right in the first steps?"
)
w_answer.is_not(
    [-0.0793731, -1.3077094], "m is put right, but v is not. Which of the two stands in the root?"
)
w_answer.is_not(
    [0.9908308, -1.9941190], "v is put right, but m is not. Which of the two stands above the line?"
)
w_answer.is_not([0.9351475, -1.9584049], "The hats are those of step 1. Where does t come in?")
w_answer.is_not(
    [1.0420520, -1.9922136],
    "m_hat is not what it should be. Which brackets does its fraction need?",
)
for old_test in ([0.9627932, -1.9627932], [0.9833589, -1.9628571], [0.8921002, -1.9689943]):
    w_answer.is_not(
        old_test, "A hat is made from an old m or v. When do m and v get their new values?"
    )
w_answer.is_not(
    [0.9389657, -1.9985438], "There is no root below the line. Of which number should it be?"
)
w_answer.is_not(
    [0.9367639, -2.0047048], "Only the newest slope counts. What does m_hat do in the formula?"
)
w_answer.equals(
    [0.9517409, -1.9690476],
    "m and v are right. Compare m_hat, v_hat and the last formula with your lines: what differs?",
)
step_answer.keeps_inputs()
zeros_test = np.zeros(2)
w_answer = checks.call(
    adam_step,
    w_test,
    np.array([0.5, -500.0]),
    zeros_test,
    zeros_test,
    1,
    lr=0.2,
    said="adam_step (step 1, with lr = 0.2)",
).item(0, "w")
w_answer.equals(
    [0.8, -1.8], "In a first step each weight moves by the learning rate. Do you use the given one?"
)
# An epsilon of 1 is far too large for real work: it shows where epsilon stands.
w_answer = checks.call(
    adam_step,
    np.array([1.0, 2.0, 3.0]),
    np.array([4.0, -1.0, 0.25]),
    np.zeros(3),
    np.zeros(3),
    1,
    lr=0.5,
    epsilon=1.0,
    said="adam_step (step 1, with epsilon = 1)",
).item(0, "w")
w_answer.is_not([0.5, 2.5, 2.5], "The epsilon that is given has no effect. Where is its place?")
w_answer.is_not(
    [0.5149288, 2.3535534, 2.8787322], "Where does epsilon stand: inside the root or beside it?"
)
w_answer.equals(
    [0.6, 2.25, 2.9], "Epsilon belongs below the line. Which brackets does the fraction need?"
)
print("adam_step works here. The hidden tests take more steps, with other settings and shapes.")

# %% nbgrader={"grade": true, "grade_id": "adam_step_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
one, nothing = np.ones(1), np.zeros(1)
default = checks.call(adam_step, one, np.array([7.0]), nothing, nothing, 1, said="A first step")
default.item(0, "w").equals([0.999], "Do you use the learning rate that the function is given?")
flat = checks.call(adam_step, one, nothing, nothing, nothing, 1, said="A step on level ground")
flat.item(0, "w").equals([1.0], "Where the slope is 0: is there something below the line?")
# With slope 3 the first step is lr * 3 / (3 + epsilon).
large = checks.call(
    adam_step, one, np.array([3.0]), nothing, nothing, 1, lr=0.5, epsilon=2.0, said="epsilon = 2"
)
large.item(0, "w").equals([0.7], "Where does epsilon stand: inside the root or beside it?")
rng = np.random.default_rng(74)
for shape, lr_test, beta_1, beta_2 in [((3,), 0.01, 0.9, 0.999), ((4, 2), 0.3, 0.5, 0.8)]:
    slopes = rng.normal(scale=3, size=(6, *shape))
    w_test, m_test, v_test = rng.normal(size=shape), np.zeros(shape), np.zeros(shape)
    for t in range(1, 7):
        said = f"Step {t} with beta_1 = {beta_1} and beta_2 = {beta_2}"
        step = checks.call(
            adam_step, w_test, slopes[t - 1], m_test, v_test, t, lr_test, beta_1, beta_2, said=said
        )
        step.has_parts(3, "the new w, m and v").keeps_inputs()
        # The running means written out: weights that fade with the age of a slope.
        fade_1 = np.array([beta_1 ** (t - i) for i in range(1, t + 1)])
        fade_2 = np.array([beta_2 ** (t - i) for i in range(1, t + 1)])
        mean = np.tensordot(fade_1, slopes[:t], 1) / np.sum(fade_1)
        square = np.tensordot(fade_2, np.square(slopes[:t]), 1) / np.sum(fade_2)
        expected_m = mean * np.sum(fade_1) * (1 - beta_1)
        m_answer = step.item(1, "m").is_array(shape)
        fixed = 0.9 * m_test + 0.1 * slopes[t - 1]
        m_answer.is_not(fixed, "It is made with 0.9. Is beta_1 taken from the argument?")
        m_answer.equals(expected_m)
        expected_v = square * np.sum(fade_2) * (1 - beta_2)
        v_answer = step.item(2, "v").is_array(shape)
        fixed = 0.999 * v_test + 0.001 * slopes[t - 1] ** 2
        v_answer.is_not(fixed, "It is made with 0.999. Is beta_2 taken from the argument?")
        v_answer.equals(expected_v)
        expected_w = w_test - lr_test * mean / (1e-7 + np.sqrt(square))
        step.item(0, "w").is_array(shape).equals(expected_w, "Are both hats right at this step?")
        w_test, m_test, v_test = expected_w, expected_m, expected_v
### END HIDDEN TESTS

# %% [markdown]
# ## 5. A stack of layers
#
# Now the parts come together. A **model** is a list of layers, with a loss and an optimizer. Keras
# gives it five methods; you write four of them now and the last one after that.
#
# - **`add(layer)`** puts a layer at the end of the stack. Each layer must know how many numbers
#   come in, before it can draw its first weights: as many as the layer before it has nodes. The
#   finished `Dense` has a method for that: `layer.build(n_inputs, rng)` draws small random
#   weights.
# - **`compile(optimizer, loss)`** sounds grand, but only writes down two decisions: which
#   optimizer, and which loss. (In a large library this is also the moment to translate the model
#   for the machine. Hence the name.)
# - **`predict(X)`** sends `X` through the layers, one after the other.
# - **`evaluate(X, y)`** predicts and says how good that was: the loss and the accuracy.

# %% [markdown]
# ### Exercise 6: add, compile, predict, evaluate (2 points)
#
# Complete the class `Model`. Each method needs one to three lines:
#
# - `add`: build the layer, with `self.n_outputs` as its number of inputs and `self.rng` as its
#   source of random numbers. Put it at the end of the list `self.layers`. Then `self.n_outputs`
#   becomes the `units` of this layer, for the layer to come.
# - `compile`: keep the optimizer in `self.optimizer`. `keras_parts.LOSSES[loss]` holds a pair of
#   functions, the loss and its gradient. Take the pair apart, as at the end of section 1, into
#   `self.loss` and `self.loss_gradient`. (An object can keep a function just as it keeps a number,
#   and call it later.)
# - `predict`: what one layer returns, the next one receives.
# - `evaluate`: first `y_hat = self.predict(X)`. Then return two things, in this order:
#   `self.loss(y, y_hat)` and `keras_parts.binary_accuracy(y, y_hat)`.
#
# `add` and `compile` return nothing: they only change `self`. You may run the check after each
# method: it says which one is not written yet.


# %% nbgrader={"grade": false, "grade_id": "Model", "locked": false, "schema_version": 3, "solution": true, "task": false}
class Model:
    """Layers in a row that predict, and a loss that judges them.

    Parameters
    ----------
    n_inputs : int
        How many features a row has.
    seed : int
        Fixes the first weights.
    """

    def __init__(self, n_inputs, seed=0):
        self.layers = []
        self.n_outputs = n_inputs  # how many numbers the next layer will receive
        self.rng = np.random.default_rng(seed)

    def add(self, layer):
        """Build the layer and put it at the end of the stack."""
        ### BEGIN SOLUTION
        layer.build(self.n_outputs, self.rng)
        self.layers.append(layer)
        self.n_outputs = layer.units
        ### END SOLUTION

    def compile(self, optimizer, loss):
        """Keep the optimizer, and the loss of this name with its gradient.

        Parameters
        ----------
        optimizer : object
            Such as keras_parts.SGD(0.01).
        loss : str
            "binary_crossentropy" or "mean_squared_error".
        """
        ### BEGIN SOLUTION
        self.optimizer = optimizer
        self.loss, self.loss_gradient = keras_parts.LOSSES[loss]
        ### END SOLUTION

    def predict(self, X):
        """Return the outputs of the last layer, shape (n, units of the last layer)."""
        ### BEGIN SOLUTION
        for layer in self.layers:
            X = layer.forward(X)
        return X
        ### END SOLUTION

    def evaluate(self, X, y):
        """Return two numbers, the loss and the accuracy, for X and y of shape (n, 1)."""
        ### BEGIN SOLUTION
        y_hat = self.predict(X)
        return self.loss(y, y_hat), keras_parts.binary_accuracy(y, y_hat)
        ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "Model_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
def stacked_test(n_inputs, *units):
    """Return a model with one linear layer after the other."""
    model_test = Model(n_inputs)
    for n_test in units:
        model_test.add(keras_parts.Dense(n_test))
    return model_test


model_test = checks.call(stacked_test, 3, 4, 2, said="add").value
checks.Answer(model_test.layers, "self.layers").has_type(list, "a list of layers, as it began")
checks.that(
    len(model_test.layers) == 2,
    f"After adding two layers, self.layers holds {len(model_test.layers)}. Which line puts a layer "
    "in?",
)
checks.that(
    all(isinstance(layer_test, keras_parts.Dense) for layer_test in model_test.layers),
    "There is something in self.layers that is no layer. What do you append: the layer, or "
    "something that one of its methods returned?",
)
checks.that(
    all(hasattr(layer_test, "W") for layer_test in model_test.layers),
    "The layers are in the list, but have no weights yet. Which of their methods draws them?",
)
checks.that(
    np.shape(model_test.layers[1].W) != (3, 2),
    "The second layer has been built for 3 inputs. How many numbers come out of the first layer?",
)
checks.that(
    [np.shape(layer_test.W) for layer_test in model_test.layers] == [(3, 4), (4, 2)],
    "Layers of 4 and 2 nodes on 3 inputs should have weights of shape (3, 4) and (4, 2), but have "
    f"{' and '.join(str(np.shape(layer_test.W)) for layer_test in model_test.layers)}. Are they in "
    "order?",
)

model_test = checks.call(stacked_test, 2, 2, 1, said="add").value
model_test.layers[0].set_weights([np.array([[1.0, -1.0], [1.0, 1.0]]), np.zeros(2)])
model_test.layers[1].set_weights([np.array([[2.0], [-1.0]]), np.zeros(1)])
prediction_answer = checks.call(
    model_test.predict, np.array([[2.0, 3.0], [3.0, 4.0]]), said="predict(X)"
)
prediction_answer.is_not(
    [[5, 1], [7, 1]], "This is what the first layer returns. Who comes after it?"
)
prediction_answer.is_not(
    [[1], [2]], "The last layer has received the inputs X. What should it receive?"
)
prediction_answer.is_not([[2, 3], [3, 4]], "These are the inputs. Is the result of a layer kept?")
prediction_answer.equals([[9], [13]])
prediction_answer.keeps_inputs()
model_test = checks.call(stacked_test, 3, 2, said="add").value
model_test.layers[0].set_weights(
    [np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]), np.array([0.5, -1.0])]
)
checks.call(
    model_test.predict, np.array([[1.0, 2.0, 3.0]]), said="predict with one layer and one row"
).equals([[4.5, 4]])


def compiled_test(loss):
    """Return a model with one sigmoid node and known weights."""
    model_test = Model(1)
    model_test.add(keras_parts.Dense(1, "sigmoid"))
    model_test.layers[0].set_weights([np.array([[1.0]]), np.zeros(1)])
    model_test.compile(keras_parts.SGD(0.5), loss)
    return model_test


model_test = checks.call(compiled_test, "binary_crossentropy", said="compile").value
for name_test in ("optimizer", "loss", "loss_gradient"):
    checks.that(
        hasattr(model_test, name_test),
        f"After compile there is no self.{name_test}. Which line keeps it?",
    )
for name_test in ("loss", "loss_gradient"):
    kept_test = getattr(model_test, name_test)
    checks.that(
        not isinstance(kept_test, str),
        f"self.{name_test} is a text. Under which name does keras_parts keep the functions for it?",
    )
    checks.that(
        not isinstance(kept_test, tuple | list | dict),
        f"self.{name_test} holds more than one function. How is a pair taken apart (section 1)?",
    )
    checks.that(callable(kept_test), f"self.{name_test} should be a function. What is kept there?")
checks.that(
    model_test.loss is not keras_parts.binary_crossentropy_gradient,
    "self.loss is the gradient. Which of the two functions of the pair comes first?",
)
X_test, y_test = np.array([[2.0], [-1.0], [-0.5]]), np.array([[1.0], [1.0], [0.0]])
y_hat_test = 1 / (1 + np.exp(-X_test))
score_answer = checks.call(model_test.evaluate, X_test, y_test, said="evaluate(X, y)")
score_answer.has_parts(2, "the loss and the accuracy")
loss_answer = score_answer.item(0, "the loss").is_number()
loss_answer.is_not(2 / 3, "That is the accuracy. Which of the two comes first?")
loss_answer.is_not(-0.6380889, "Can a loss be negative?")
loss_answer.is_not(
    keras_parts.binary_crossentropy(y_hat_test, y_test),
    "y and y_hat have changed places. What does the loss take first?",
)
loss_answer.equals(0.6380889, "Is y_hat made inside evaluate, from the X that it is given?")
score_answer.item(1, "the accuracy").is_number().equals(
    2 / 3, "How many of the 3 predictions are right?"
)
score_answer.keeps_inputs()
model_test = checks.call(compiled_test, "mean_squared_error", said="compile").value
score_answer = checks.call(
    model_test.evaluate,
    np.array([[0.0], [3.0]]),
    np.array([[0.0], [0.0]]),
    said="evaluate with mean_squared_error",
)
score_answer.has_parts(2, "the loss and the accuracy")
score_answer.item(0, "the loss").equals(0.5786987, "Does evaluate use the loss of compile?")
score_answer.item(1, "the accuracy").equals(0.5)
print("Model works here. The hidden tests try deeper stacks.")

# %% nbgrader={"grade": true, "grade_id": "Model_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(75)
for n, n_inputs, units in [(1, 2, [1]), (6, 3, [4, 1]), (5, 2, [3, 3, 3, 1])]:
    said = f"with layers of {', '.join(map(str, units))} nodes on {n_inputs} inputs"
    model_test = Model(n_inputs, seed=5)
    for k, n_nodes in enumerate(units):
        last = k == len(units) - 1
        model_test.add(keras_parts.Dense(n_nodes, "sigmoid" if last else "tanh"))
    checks.that(len(model_test.layers) == len(units), f"A model {said} does not hold all layers.")
    sizes = [n_inputs, *units]
    shapes = [(sizes[k], sizes[k + 1]) for k in range(len(units))]
    checks.that(
        [layer_test.W.shape for layer_test in model_test.layers] == shapes,
        f"In a model {said} the weights should have the shapes {shapes}. What does build need?",
    )
    checks.that(model_test.n_outputs == units[-1], f"A model {said} has a wrong self.n_outputs.")
    # As build draws them, from the model's own source of random numbers.
    source = np.random.default_rng(5)
    for layer_test, shape in zip(model_test.layers, shapes, strict=True):
        limit = np.sqrt(6 / sum(shape))
        expected = source.uniform(-limit, limit, shape)
        drawn = checks.Answer(layer_test.W, f"The first weights of a model {said}")
        drawn.equals(expected, "Does add hand self.rng to build, once for each layer?")
        layer_test.set_weights([expected, np.linspace(-1, 1, shape[1])])
    X_test = rng.normal(size=(n, n_inputs))
    y_test = rng.integers(0, 2, size=(n, 1)).astype(float)
    A = X_test
    for k, layer_test in enumerate(model_test.layers):
        Z = np.einsum("ni,iu->nu", A, layer_test.W) + layer_test.b
        A = np.tanh(Z) if k < len(units) - 1 else 0.5 + 0.5 * np.tanh(Z / 2)
    answer = checks.call(model_test.predict, X_test, said=f"predict {said}")
    answer.is_array((n, 1)).keeps_inputs()
    answer.equals(A, "Does each layer receive what the one before it returned?")
    for name, expected in [
        ("binary_crossentropy", -np.mean(np.log(np.abs(1 - y_test - A)))),
        ("mean_squared_error", np.sum((A - y_test) ** 2) / n),
    ]:
        optimizer = keras_parts.SGD(0.1)
        model_test.compile(optimizer, name)
        checks.that(
            model_test.optimizer is optimizer, "compile should keep the optimizer as it is."
        )
        score = checks.call(model_test.evaluate, X_test, y_test, said=f"evaluate with {name}")
        score.has_parts(2, "the loss and the accuracy").keeps_inputs()
        score.item(0, "the loss").equals(expected)
        right = np.sum(np.where(A > 0.5, 1, 0) == y_test) / n
        score.item(1, "the accuracy").equals(right, "What share of the rows is right?")
        slope = checks.call(
            model_test.loss_gradient, y_test, A, said="self.loss_gradient(y, y_hat)"
        )
        slope.equals(
            keras_parts.LOSSES[name][1](y_test, A), "Are loss and gradient in their places?"
        )
### END HIDDEN TESTS

# %% [markdown]
# ### Learning
#
# The last method is **`fit`**. It is the loop of unit 06: for each **epoch** (one pass through all
# rows), cut the rows into mini-batches, and for each batch take one step of learning:
#
# 1. predict;
# 2. ask the loss for the blame of the predictions;
# 3. hand the blame to the **last** layer's `backward`. What it returns goes to the layer before,
#    and so on, until the first layer is reached. Now every layer has its `dW` and `db`;
# 4. let the optimizer move the weights. It has a method `update` for that, which takes the list of
#    all layers.
#
# After each epoch we note the loss and the accuracy. These notes are called the **history**.
#
# You will write this in a class that begins `class Sequential(keras_parts.Model)`. The name in the
# brackets means: a `Sequential` can do all that the finished `Model` of the toolbox can do. Only
# what stands below is added. (*Sequential* means: one layer after the other. In Keras, too,
# `Sequential` is a kind of `Model`.)

# %% [markdown]
# ### Exercise 7: fit (2 points)
#
# - `train_step(X, y)` is the four steps above for one batch. `reversed(self.layers)` hands you the
#   layers from the last to the first. `train_step` itself returns nothing.
# - `fit` has a loop over the epochs already. Inside it, write what happens in **one** epoch: take a
#   `train_step` for each batch, then `evaluate` on all rows, and append the loss to
#   `history["loss"]` and the accuracy to `history["accuracy"]`.
#
# `toolbox.mini_batches(X, y, batch_size, self.rng)` gives you the batches of one epoch, as pairs of
# `X_batch` and `y_batch`.


# %% nbgrader={"grade": false, "grade_id": "Sequential", "locked": false, "schema_version": 3, "solution": true, "task": false}
class Sequential(keras_parts.Model):
    """A model that learns."""

    def train_step(self, X, y):
        """Learn from one batch: predict, hand the blame back, let the optimizer move the weights.

        Parameters
        ----------
        X : array of shape (n, n_inputs)
        y : array of shape (n, 1)
        """
        ### BEGIN SOLUTION
        dA = self.loss_gradient(y, self.predict(X))
        for layer in reversed(self.layers):
            dA = layer.backward(dA)
        self.optimizer.update(self.layers)
        ### END SOLUTION

    def fit(self, X, y, epochs=1, batch_size=32):
        """Train the model.

        Parameters
        ----------
        X : array of shape (n, n_inputs)
        y : array of shape (n, 1)
        epochs : int
            How many times to go through all rows.
        batch_size : int
            How many rows to learn from at once.

        Returns
        -------
        dict of lists
            "loss" and "accuracy", each with one number per epoch.
        """
        history = {"loss": [], "accuracy": []}
        for _ in range(epochs):
            ### BEGIN SOLUTION
            for X_batch, y_batch in toolbox.mini_batches(X, y, batch_size, self.rng):
                self.train_step(X_batch, y_batch)
            loss, accuracy = self.evaluate(X, y)
            history["loss"].append(loss)
            history["accuracy"].append(accuracy)
            ### END SOLUTION
        return history


# %% nbgrader={"grade": true, "grade_id": "Sequential_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
class CarefulSGD_test(keras_parts.SGD):
    """SGD that looks at what it is given before it moves anything."""

    def update(self, layers):
        checks.that(
            isinstance(layers, list | tuple),
            "The optimizer was not given a list. What does its method update take?",
        )
        checks.that(
            all(hasattr(layer_test, "dW") for layer_test in layers),
            "The optimizer was asked to move all layers before every layer had its slopes. Where "
            "does update stand: before the loop over the layers, inside it, or after it?",
        )
        super().update(layers)


def small_model_test(cls):
    """Return a model of one tanh node and one sigmoid node, with known weights."""
    model_test = cls(1)
    model_test.add(keras_parts.Dense(1, "tanh"))
    model_test.add(keras_parts.Dense(1, "sigmoid"))
    model_test.layers[0].set_weights([np.array([[0.5]]), np.zeros(1)])
    model_test.layers[1].set_weights([np.array([[1.0]]), np.zeros(1)])
    model_test.compile(CarefulSGD_test(1.0), "binary_crossentropy")
    return model_test


def after_one_step_test(X, y):
    """Return the weights of the two layers after one training step."""
    model_test = small_model_test(Sequential)
    model_test.train_step(X, y)
    return [float(layer_test.W[0, 0]) for layer_test in model_test.layers]


X_test, y_test = np.array([[1.0], [2.0]]), np.array([[1.0], [0.0]])
weights_answer = checks.call(
    after_one_step_test, X_test, y_test, said="train_step (the two layers' weights after it)"
)
weights_answer.is_not([0.5, 1.0], "They have not moved. Who should move them, and is it asked to?")
weights_answer.is_not(
    [-0.1784936, 0.8297111],
    "Both layers have received the same blame. What should the first layer receive?",
)
weights_answer.is_not(
    [-0.1784936, 0.9806046], "The blame begins at the first layer. At which end should it begin?"
)
weights_answer.is_not(
    [0.4478265, 0.9296947], "The blame starts as y_hat - y. Which function of the model knows it?"
)
weights_answer.is_not(
    [260868.2, 351527.6], "y and y_hat have changed places. What does the loss take first?"
)
weights_answer.is_not(
    [0.1988716, 0.7755596],
    "The blame is the loss itself. Which function of the model has its slope?",
)
weights_answer.equals(
    [0.3656782, 0.8297111], "Compare train_step with the four steps of the text: which differs?"
)

X_long_test, y_long_test = np.linspace(-1, 1, 10).reshape(10, 1), np.array([[0.0], [1.0]] * 5)
model_test = small_model_test(Sequential)
history_answer = checks.call(
    model_test.fit,
    X_long_test,
    y_long_test,
    epochs=3,
    batch_size=3,
    said="fit with 10 rows, batches of 3 and 3 epochs",
)
for name_test in ("loss", "accuracy"):
    list_answer = history_answer.item(name_test, f'history["{name_test}"]')
    list_answer.has_type(list, "a list with one number for each epoch")
    checks.that(
        len(list_answer.value) > 0,
        f'history["{name_test}"] is empty. Which line appends the {name_test} of an epoch?',
    )
n_steps_test, n_noted_test = model_test.optimizer.iterations, len(history_answer.value["loss"])
checks.that(
    n_steps_test != 36,
    "In 3 epochs of 4 batches there were 36 steps. fit has a loop over the epochs already: what "
    "belongs into one epoch?",
)
checks.that(
    n_noted_test != 12,
    "There is a loss in the history for each batch. After what should it be noted?",
)
checks.that(
    n_noted_test == 3,
    f"After 3 epochs the history should hold 3 losses, but it holds {n_noted_test}. How often is a "
    "loss appended, and when does fit return?",
)
checks.that(
    n_steps_test != 3,
    "In 3 epochs there were only 3 steps. Is there one for every batch, or one for all?",
)
checks.that(
    n_steps_test != 30, "In 3 epochs there were 30 steps: one for each row. What is a batch?"
)
checks.that(
    n_steps_test != 24,
    "In 3 epochs there were 24 steps, two for every batch. How often should the optimizer move all "
    "weights in one train_step?",
)
checks.that(
    n_steps_test == 12,
    "10 rows in batches of 3, 3 epochs: that makes 12 steps of learning, but there were "
    f"{n_steps_test}. How many batches are there in one epoch?",
)

model_test = small_model_test(Sequential)
history_answer = checks.call(
    model_test.fit, X_test, y_test, epochs=2, batch_size=2, said="fit with 2 rows and 2 epochs"
)
loss_answer = history_answer.item("loss", 'history["loss"]')
loss_answer.is_not(
    [0.8166543, 0.7595362], "These are the losses before each epoch. When to evaluate?"
)
loss_answer.is_not([0.5, 0.0], "That is the accuracy. Which of the two does evaluate return first?")
loss_answer.equals([0.7595362, 0.7311944])
history_answer.item("accuracy", 'history["accuracy"]').equals([0.5, 0.0])
history_answer.keeps_inputs()

model_test, finished_test = small_model_test(Sequential), small_model_test(keras_parts.Sequential)
history_answer = checks.call(
    model_test.fit,
    X_long_test,
    y_long_test,
    epochs=2,
    batch_size=4,
    said="fit with 10 rows, batches of 4 and 2 epochs",
)
history_answer.item("loss", 'history["loss"]').equals(
    finished_test.fit(X_long_test, y_long_test, epochs=2, batch_size=4)["loss"],
    "Which rows does train_step get, and on which rows is the model evaluated?",
)
print("Sequential works here. The hidden tests train larger networks, also with Adam.")


# %% nbgrader={"grade": true, "grade_id": "Sequential_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
def network(cls, n_inputs, units, optimizer, loss="binary_crossentropy", seed=3):
    model = cls(n_inputs, seed=seed)
    for n_nodes in units[:-1]:
        model.add(keras_parts.Dense(n_nodes, "tanh"))
    model.add(keras_parts.Dense(units[-1], "sigmoid"))
    model.compile(optimizer, loss)
    return model


rng = np.random.default_rng(76)
X_test = rng.normal(size=(12, 3))
y_test = (X_test[:, :1] * X_test[:, 1:2] > 0).astype(float)
for units in ([1], [4, 1], [3, 2, 1]):
    for loss_test in ("binary_crossentropy", "mean_squared_error"):
        said = f"a step with layers of {', '.join(map(str, units))} nodes and {loss_test}"
        model_test = network(Sequential, 3, units, keras_parts.SGD(0.25), loss_test)
        before = [
            array.copy() for layer_test in model_test.layers for array in layer_test.get_weights()
        ]
        sizes = np.cumsum([array.size for array in before])[:-1]

        def cost(flat, model=model_test, before=before, sizes=sizes):
            parts = [
                part.reshape(array.shape)
                for part, array in zip(np.split(flat, sizes), before, strict=True)
            ]
            for k, layer in enumerate(model.layers):
                layer.set_weights(parts[2 * k : 2 * k + 2])
            return model.evaluate(X_test, y_test)[0]

        flat = np.concatenate([array.ravel() for array in before])
        expected = flat - 0.25 * toolbox.numerical_slope(cost, flat)
        cost(flat)
        model_test.train_step(X_test.copy(), y_test.copy())
        after = [
            array.ravel() for layer_test in model_test.layers for array in layer_test.get_weights()
        ]
        answer = checks.Answer(np.concatenate(after), f"The parameters after {said}")
        answer.equals(expected, "Is this a step down the slope of the loss?", rtol=1e-4, atol=1e-7)
for n_epochs, batch_size, n_steps in [(1, 12, 1), (4, 5, 12), (2, 1, 24), (3, 32, 3)]:
    said = f"fit with 12 rows, {n_epochs} epochs and batches of {batch_size}"
    model_test = network(Sequential, 3, [4, 1], keras_parts.Adam(0.05))
    history_answer = checks.call(
        model_test.fit, X_test, y_test, epochs=n_epochs, batch_size=batch_size, said=said
    )
    history_answer.keeps_inputs()
    checks.that(model_test.optimizer.iterations == n_steps, f"{said} should take {n_steps} steps.")
    finished = network(keras_parts.Sequential, 3, [4, 1], keras_parts.Adam(0.05))
    expected = finished.fit(X_test, y_test, epochs=n_epochs, batch_size=batch_size)
    for key in ("accuracy", "loss"):
        noted = history_answer.item(key, f'history["{key}"]')
        noted.equals(expected[key], "Are the batches drawn anew for each epoch, with self.rng?")
    for layer_test, other in zip(model_test.layers, finished.layers, strict=True):
        checks.Answer(layer_test.W, f"A layer's W after {said}").equals(other.W)
model_test = network(Sequential, 3, [8, 1], keras_parts.Adam(0.05))
history_answer = checks.call(
    model_test.fit, X_test, y_test, epochs=150, batch_size=4, said="fit with 150 epochs"
)
final = history_answer.value["loss"][-1]
checks.that(final < 0.1, f"After 150 epochs on 12 rows the loss is still {final:.3f}.")
### END HIDDEN TESTS

# %% [markdown]
# ### The loan offers
#
# Now to work. Three models, all of finished parts: one node alone (a straight line, pressed
# through a sigmoid), and a network with 8 hidden nodes, once with SGD and once with Adam.
#
# **Before you run the cell:** remember the rule behind the data. Which of the three will fail, and
# what will its loss be?


# %%
def loan_model(units, optimizer):
    model = keras_parts.Sequential(n_inputs=2, seed=0)
    if units > 0:
        model.add(keras_parts.Dense(units, activation="relu"))
    model.add(keras_parts.Dense(1, activation="sigmoid"))
    model.compile(optimizer, loss="binary_crossentropy")
    return model


runs = {}
for name, units, optimizer in [
    ("one node, Adam", 0, keras_parts.Adam(0.01)),
    ("network, SGD", 8, keras_parts.SGD(0.01)),
    ("network, Adam", 8, keras_parts.Adam(0.01)),
]:
    model = loan_model(units, optimizer)
    runs[name] = model.fit(X_train, y_train, epochs=60, batch_size=20)
    loss, accuracy = model.evaluate(X_train, y_train)
    new_loss, new_accuracy = model.evaluate(X_new, y_new)
    print(f"{name:15} loss {loss:.2f}, accuracy {accuracy:.2f}; new customers {new_accuracy:.2f}")
    lowest, highest = np.min(model.predict(X_train)), np.max(model.predict(X_train))
    print(f"{'':15} predictions from {lowest:.2f} to {highest:.2f}")

# %%
compare_histories(
    runs,
    alt=(
        "The loss of three training runs over 60 epochs. The line of the one node stays close to "
        "0.69, the loss of knowing nothing. The network with SGD falls slowly and evenly to "
        "about 0.60. The network with Adam falls fast, is below 0.35 after some 12 epochs, and "
        "levels out near 0.26."
    ),
    caption="The loss after each epoch, with a learning rate of 0.01 for all three.",
)

# %% [markdown]
# One node cannot do it: its loss stays close to 0.69, that of knowing nothing, because neither
# balance nor retirement alone tells anything. A hidden layer can see the two together.
#
# With the same learning rate, Adam is far ahead of SGD. That does not make SGD useless. With a
# learning rate of 0.1 it gets there too (try it). Adam mostly saves you the search.
#
# Compare loss and accuracy of the two networks. The one with SGD is nearly as often right, but its
# loss is far higher: all its probabilities still lie between 0.36 and 0.63. It is right without
# being sure.
#
# The numbers *loss* and *accuracy* come from the very rows that the model learned from. Such a
# number can flatter a model, and publishing it is a common mistake. The last number is for 400
# customers that the model never saw, and it is the one that counts.
#
# Here the two networks do even better on the new customers. Is that luck? Let us count who did the
# opposite of the rule: nobody can foresee these.

# %%
for name, table, answers in (("training", X_train, y_train), ("new", X_new, y_new)):
    by_rule = (table[:, :1] < 0.5) == (table[:, 1:] == 0)
    print(f"{name} customers against the rule: {np.sum(by_rule != (answers == 1))} of 400")

# %% [markdown]
# It is luck: fewer of the new customers went against the rule. With other luck the numbers turn
# around. In unit 08 you will see how large the flattery can be.

# %% [markdown]
# ### Parameters and settings
#
# Two kinds of numbers are easily confused:
#
# - **Parameters** are what training finds: the weights and biases. This network has
#   $2 \cdot 8 + 8 + 8 \cdot 1 + 1 = 33$ of them.
# - **Settings** are what you choose beforehand: the learning rate, the batch size, the number of
#   epochs, the number of layers and nodes, the optimizer. (Books say *hyperparameters*.) `fit`
#   never changes them.

# %%
print("parameters:", toolbox.count_parameters([2, 8, 1]))

# %% [markdown]
# How much does one setting matter? The next picture is not about the bank. Its points have two
# inputs, and one kind lies like an island in the other. Each time you move a slider, a network with
# tanh in the hidden layer and a sigmoid in the output is trained anew, with Adam. The thick line is
# where its output is one half.
#
# **Before you move anything:** the sum of one hidden node is 0 along one straight line (dashed).
# How many hidden nodes does it take to go around the island? Try 1, 2, 3 and 8. Then move the seed:
# the settings stay, only the first weights change. Look at whether the blue area is closed, and how
# many points are right.

# %%
explore_hidden_nodes(3)

# %% [markdown]
# ## 6. A usual mistake
#
# "relu is the activation that works best, so let us use it everywhere." Here is the same network
# with relu in the **output** node:

# %%
model = keras_parts.Sequential(n_inputs=2, seed=0)
model.add(keras_parts.Dense(8, activation="relu"))
model.add(keras_parts.Dense(1, activation="relu"))
model.compile(keras_parts.Adam(0.01), loss="binary_crossentropy")
history = model.fit(X_train, y_train, epochs=60, batch_size=20)
predictions = model.predict(X_train)
for epoch in (1, 2, 60):
    print(f"epoch {epoch}: loss {history['loss'][epoch - 1]:.2f}")
print("predictions that are exactly 0:", np.sum(predictions == 0), "of", len(predictions))

# %% [markdown]
# With this start the network says 0 to everyone. Nothing has changed after 60 epochs, and the loss
# of 8.5 is far worse than the 0.69 of knowing nothing. (Some other values of `seed` start better,
# and still end above 0.69.) Why does it not learn from its mistakes? They are expensive enough.

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
# ## 7. The same lines in Keras
#
# Here is the whole thing as you would write it with Keras. Read it before you run it. Is there a
# line that you could not explain?
#
# `course.keras_style` is a library of this course that has the names of Keras 3. It is written in
# NumPy, and you could read it from the first line to the last. Where Keras is installed, you need
# to change only one line: `import keras` instead of `from course import keras_style as keras`.
# (Each library draws other first weights, so the numbers differ, most of all in the first epochs.)

# %%
keras.utils.set_random_seed(7)

# define
model = keras.Sequential()
model.add(keras.Input((2,)))
model.add(keras.layers.Dense(8, activation="relu"))
model.add(keras.layers.Dense(1, activation="sigmoid"))

# compile
model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.01),
    loss="binary_crossentropy",
    metrics=["accuracy"],
)
model.summary()

# %% [markdown]
# Some things are spelled differently from those in your own library:
#
# - `keras.Sequential()` does not ask for the number of features: the line `keras.Input((2,))` says
#   it, and `set_random_seed` takes the place of `seed=0`;
# - the settings go in by name: `optimizer=`, `loss=` and `learning_rate=` (which we called `lr`);
# - `metrics=["accuracy"]` says what to watch;
# - `fit` returns an object whose attribute `history` is the dictionary.
#
# In the summary, *Param #* counts the parameters of each layer, and `None` stands for the number of
# rows, which may be any. `264.00 B` is the memory that they take: 33 numbers of 8 bytes each. (The
# numbers of Keras take 4 bytes. All 33 are *trainable*: training moves them.)
#
# Now `fit`. With `verbose=0` it works in silence.

# %%
# fit
run = model.fit(X_train, y_train, epochs=60, batch_size=20, verbose=0)
for epoch in range(10, 61, 10):
    loss, accuracy = run.history["loss"][epoch - 1], run.history["accuracy"][epoch - 1]
    print(f"epoch {epoch}: loss {loss:.2f}, accuracy {accuracy:.2f}")

# evaluate, on customers that the model has not seen
loss, accuracy = model.evaluate(X_new, y_new, verbose=0)
print(f"new customers: loss {loss:.2f}, accuracy {accuracy:.2f}")

# predict
print("working, 2 thousand:", model.predict(np.array([[0.2, 0.0]]), verbose=0).round(2))
print("retired, 2 thousand:", model.predict(np.array([[0.2, 1.0]]), verbose=0).round(2))

# %% [markdown]
# After 10 epochs the loss is 0.55. That of your own library was below 0.4 by then, as the figure in
# section 5 shows. The two compute the same, but their first weights differ, and so does the order
# of the rows. At the end they are close together.
#
# **Watch it train.** Change `verbose=0` in `fit` to `verbose=1` and run the cell again: a bar
# grows with each epoch, and the loss and accuracy so far stand beside it. `verbose=2` prints one
# plain line for each epoch. (The model goes on from where it stopped. To start afresh, run the
# cell that defines it, too.)
#
# One more difference: the loss that Keras shows for an epoch is the mean over its batches, taken
# *while* the weights were moving. Yours was taken after the epoch, so it is a little lower.
#
# The history as a picture:

# %%
draw_history(
    run.history,
    metrics=("loss", "accuracy"),
    caption="Training history: the loss that training lowers, and the accuracy that we watch.",
)

# %% [markdown]
# The loss falls almost smoothly. The accuracy jumps, because it only moves when a customer changes
# sides.

# %% [markdown]
# ### Lines from the web that no longer run
#
# Many tutorials are older than today's Keras. These are the old spellings that you will meet most:
#
# | old | today |
# | --- | --- |
# | `Dense(12, input_dim=8, ...)` | `keras.Input((8,))` as the first line of the model |
# | `init="uniform"` | `kernel_initializer="random_uniform"` |
# | `nb_epoch=150` | `epochs=150` |
# | `SGD(lr=0.01)` | `SGD(learning_rate=0.01)` |
#
# *Kernel* is Keras's word for `W`. (It has nothing to do with the kernel of this notebook, the
# program that runs your cells.) Its *initializer* draws the first weights.
#
# **Before you run the next cell:** it holds two old lines. What will happen? (`lambda:` wraps a
# line up, to be run later. `try` and `except` catch the error, so that the cell can print its
# message and go on.)

# %%
for old_line in (
    lambda: keras.layers.Dense(8, init="uniform", activation="relu"),
    lambda: model.fit(X_train, y_train, nb_epoch=150, batch_size=20),
):
    try:
        old_line()
    except (TypeError, ValueError) as error:
        print(error)

# %% [markdown]
# What do large libraries do beyond what you have built? They find the slopes of any computation by
# themselves (*automatic gradients*), so that you only ever write the way forward. And they run on
# graphics processors (GPUs), which multiply large tables many times faster.

# %% [markdown]
# ## What you have learned
#
# - A layer is an object that keeps its weights, goes forward, and hands the blame back.
# - For a yes/no question: one output node with a sigmoid, and binary cross-entropy as the loss. A
#   loss of 0.69 means "knows nothing".
# - The loss is for the optimizer, a metric is for people. Parameters are learned, settings are
#   chosen.
# - SGD takes steps as long as the slope says. Adam makes its steps from the direction and usual
#   size of the slopes.
# - *Define, compile, fit, evaluate, predict*: you have written `add`, `compile`, `fit`, `evaluate`
#   and `predict`, and none is magic. What was given (`build`, which draws the first weights, and
#   the classes `SGD` and `Adam`, which take your kind of step for a whole network) you can read in
#   the file that is named below.
#
# In unit 08 the same lines meet real patients, and the question becomes how far one may trust them.
#
# ## Go further
#
# - Change one setting in the cell below, such as the number of nodes, the learning rate or the
#   batch size. Which changes matter, which do not?
# - Put `"linear"` in the place of `"relu"`. Can the network still do it? (Unit 03 has the reason.)
# - With 2 or 3 hidden nodes, try several seeds. Some starts end in a dead end. Why do more nodes
#   help?
# - Read `course/toolbox/keras_parts.py`. It is this whole unit in some 200 lines.

# %%
keras.utils.set_random_seed(1)
model = keras.Sequential(
    [
        keras.Input((2,)),
        keras.layers.Dense(4, activation="relu"),
        keras.layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(keras.optimizers.Adam(0.03), "binary_crossentropy", metrics=["accuracy"])
run = model.fit(X_train, y_train, epochs=40, batch_size=40, verbose=0)
loss, accuracy = model.evaluate(X_new, y_new, verbose=0)
print(f"new customers: loss {loss:.2f}, accuracy {accuracy:.2f}")
