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
# # Unit 07a: A layer that remembers
#
# **The question of this notebook: what does a layer have to keep, so that it can learn?**
#
# In unit 06 a network learned, and you wrote every step of it. Most people never do that. They use
# a library such as **Keras** and write five words: *add*, *compile*, *fit*, *evaluate*, *predict*.
# In the four sittings of this unit you build a small Keras of your own, part by part. At the end
# the real spelling will hold little that is new to you. The first part is the layer.
#
# When you are done, you will be able to
#
# - read and complete a Python class;
# - write a layer that goes forward, remembers, and passes the blame back;
# - move the weights of a network one step down (SGD).
#
# Time: about 35 minutes. Points: 4.
#
# A word that you do not know? Look it up in the [glossary](../glossary.md).

# %%
import numpy as np

from course import checks, toolbox
from course.toolbox import keras_parts

# %% [markdown]
# ## 1. A box that remembers
#
# A function forgets everything when it returns. A layer must remember something: its weights, and
# what it saw on the way forward. Python's tool for things that remember is the **class**. It begins
# with the word `class` and a name. Here is one that has nothing to do with networks:


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
# - Whatever the object keeps is reached through `self`. In `deposit`, a bare `balance` would be an
#   error: there is no such variable in it, only `self.balance`. The same goes for methods:
#   `deposit_twice` calls `self.deposit(amount)`.
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
# **`backward(dA)`** receives the blame of the outputs. The blame of a number is the slope of the
# cost along it, as in unit 06: `dA` says how the cost changes when an output changes a little.
# Keras calls the cost **loss**, and from here on we do, too. The layer works out three things:
#
# 1. the blame of its sums, `dZ`: each `dA` times the slope of the activation at `Z`;
# 2. from `dZ`: the slopes `dW` and `db`. It keeps them in `self.dW` and `self.db`;
# 3. the blame `dX` of its inputs. It **returns** it, because the layer before needs it.
#
# For 2 and 3 there is `toolbox.backward_layer`, which you wrote in unit 06. It takes `dZ`, then the
# inputs and the weights of the layer, and returns three things in this order: `dW`, `db`, `dX`.

# %% [markdown]
# ### Exercise 1: the class `Dense` (3 points)
#
# The class below is complete but for `forward` and `backward`. Write `forward` first and run the
# first check. Then write `backward` and run the second. (After each change, run the cell of the
# class again.)
#
# The layer finds everything it needs in `self`: `self.W`, `self.b`, the function `self.activation`
# and the function `self.derivative`. An object can keep a function just as it keeps a number:
# `self.activation(Z)` is the activation of `Z`, and `self.derivative(Z)` is its slope at `Z`.
#
# You need not read the two methods at the top. `__init__` looks up the activation by its name, and
# `set_weights` takes over `W` and `b`.


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
# Check forward: what it returns, and what it keeps. Run this cell.
from course import checks

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
checks.passed("forward works here. Now write backward; the next cell checks it.")

# %% nbgrader={"grade": true, "grade_id": "Dense_backward_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check backward: the blame, and the slopes that it keeps. Run this cell.
from course import checks

# Inputs and sums have one shape here, so that a slope taken at the wrong ones can be told.
X_test, Z_test = np.array([[2.0, 1.0], [0.0, -1.0]]), np.array([[0.5, 0.5], [-1.0, 0.25]])
W_test, dA_test = np.array([[1.0, -0.5], [0.5, 1.0]]), np.array([[1.0, 2.0], [-1.0, 1.0]])
layer_test = Dense(2, activation="tanh")
layer_test.set_weights([W_test, np.zeros(2)])
layer_test.X, layer_test.Z = X_test, Z_test
said_test = "backward of a layer with two inputs and two tanh nodes"
blame_answer = checks.call(layer_test.backward, dA_test, said=said_test)
if isinstance(blame_answer.value, np.ndarray) and blame_answer.value.shape == (2, 2):
    checks.that(
        not np.allclose(blame_answer.value, (dA_test * (1 - np.tanh(X_test) ** 2)) @ W_test.T),
        "The slope of the activation is taken at the inputs, X. At which numbers did the "
        "activation work?",
    )

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
blame_answer.is_not(
    X_test.T @ (dA_test * slope_test),
    "That is dW, whatever its name is. Which of the three things does the layer before need?",
)
blame_answer.is_not(
    np.sum(dA_test * slope_test, axis=0),
    "That is db, whatever its name is. Which of the three things does the layer before need?",
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
blame_answer.is_not(
    (dA_test * (1 - np.tanh(dA_test) ** 2)) @ W_test.T,
    "The slope is taken at dA. At which numbers did the activation work?",
)
blame_answer.is_not(
    (1 - np.tanh(dA_test) ** 2) @ W_test.T,
    "That is the slope of the activation alone, taken at dA. How do dA and the slope at Z make dZ?",
)
blame_answer.is_not(
    (dA_test + slope_test) @ W_test.T,
    "Blame and slope are added. How do two slopes in a row act together?",
)
blame_answer.is_not(
    (dA_test @ slope_test) @ W_test.T,
    "Blame and slope met as rows times columns. Which sign multiplies number by number?",
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
checks.passed("backward works here. The hidden tests try other shapes and activations.")

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
# The layer is the largest part of a library, and you have it.
#
# From here on, you work with finished copies: `keras_parts` holds one of every function and class
# that you write in this unit, such as `keras_parts.Dense`. (So a mistake in one exercise costs
# nothing in the next. As the answer to its own exercise, a finished copy does not count.)
#
# ## 3. Two layers make a network
#
# A network is nothing but layers that hand numbers to the right and blame to the left. Do you
# remember the first network of the course? Its inputs are 2 and 3, its hidden nodes hold 5 and 1,
# its output is 9. Here it is again, made of two layers, without any activation. The table in the
# next cell has a second row, with the inputs 3 and 4.
#
# **Before you run the next cell:** which number will stand in the last line, the output for the second
# row?

# %%
X = np.array([[2.0, 3.0], [3.0, 4.0]])
hidden, output = keras_parts.Dense(2), keras_parts.Dense(1)
hidden.set_weights([np.array([[1.0, -1.0], [1.0, 1.0]]), np.zeros(2)])
output.set_weights([np.array([[2.0], [-1.0]]), np.zeros(1)])

A = hidden.forward(X)
print("hidden nodes:")
print(A)
print("output:")
print(output.forward(A))

# %% [markdown]
# Now the way back. Suppose the loss is simply the sum of the two outputs. Then an output that rises
# by 1 makes the loss rise by 1: the blame of both outputs is 1. It goes to the **last** layer first, and what comes out goes to the layer before it.
#
# **Before you run the cell:** a weight of the output layer meets the hidden values of both rows, 5
# and 7 or 1 and 1. What are the two slopes in `output.dW`?

# %%
blame = output.backward(np.array([[1.0], [1.0]]))
hidden.backward(blame)
print("output.dW:")
print(output.dW)
print("hidden.dW:")
print(hidden.dW)

# %% [markdown]
# 5 + 7 = 12, and 1 + 1 = 2. After this one sweep, every layer keeps the slopes of its own weights.
# Now something has to move the weights.

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
# ### Exercise 2: one step of SGD (1 point)
#
# Write `sgd_step`. It returns a **new list** with the moved arrays, and leaves the old arrays
# alone. A list of arrays cannot be subtracted from another as a whole: go through both in a loop.
# `zip(parameters, gradients)` hands you one array together with its slope each time, and
# `.append(...)` puts a result at the end of a list that began as `[]`.


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
# Check sgd_step: two arrays of different shapes, then one. Run this cell.
from course import checks

parameters_test = [np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]), np.array([0.5, -0.5])]
gradients_test = [np.array([[1.0, 0.0], [0.0, -1.0], [2.0, 4.0]]), np.array([10.0, -10.0])]
moved_answer = checks.call(
    sgd_step, parameters_test, gradients_test, 0.1, said="sgd_step(parameters, gradients, 0.1)"
)
checks.that(
    not isinstance(moved_answer.value, np.ndarray),
    "sgd_step returned one array, but there are two to move. Which line puts each moved array into "
    "a list?",
)
checks.that(
    not isinstance(moved_answer.value, tuple | list) or len(moved_answer.value) != 4,
    "sgd_step returned 4 arrays: each of the two parameters with each of the two slopes. How does "
    "one loop go through two lists side by side?",
)
checks.that(
    not isinstance(moved_answer.value, tuple | list) or len(moved_answer.value) != 5,
    "sgd_step returned 5 things, the rows and numbers of the moved arrays. Which method puts a "
    "whole array into a list, as one thing?",
)
checks.that(
    not isinstance(moved_answer.value, tuple | list)
    or not any(isinstance(part_test, zip) for part_test in moved_answer.value),
    "sgd_step returned what `zip` made, whole, and no array has moved. What goes through its pairs, "
    "one after the other?",
)
checks.that(
    not isinstance(moved_answer.value, list)
    or [np.shape(part_test) for part_test in moved_answer.value] != [(2,)],
    "sgd_step returned the last of the two arrays alone. Does the list begin anew in each round of "
    "the loop?",
)
checks.that(
    not isinstance(moved_answer.value, tuple | list) or len(moved_answer.value) != 1,
    "sgd_step moved the first array and stopped. Does `return` stand inside the loop, or does the "
    "loop not reach all of them?",
)
moved_answer.has_parts(2, "one moved array for each parameter, in a list")
first_answer = moved_answer.item(0, "the first array")
checks.that(
    not isinstance(first_answer.value, tuple | list) or len(first_answer.value) != 1,
    "Each moved array stands alone in a list of its own, inside the list. Which brackets make that "
    "inner list?",
)
first_answer.is_array((3, 2))
first_answer.is_not([[1.1, 2], [3, 3.9], [5.2, 6.4]], "This goes uphill. Which sign leads down?")
first_answer.is_not(
    [[0, 2], [3, 5], [3, 2]], "The whole slope is taken off. Where is the learning rate?"
)
first_answer.is_not(
    0.1 * (parameters_test[0] - gradients_test[0]),
    "The old weights are multiplied by the learning rate, too. Which brackets are too many?",
)
first_answer.is_not(
    gradients_test[0] - 0.1 * parameters_test[0],
    "Parameter and slope have changed places. In which order does `zip` hand them to the loop?",
)
first_answer.is_not(-0.1 * gradients_test[0], "That is the step alone. From where does it start?")
first_answer.is_not(0.1 * gradients_test[0], "That is the step alone. From where does it start?")
first_answer.is_not(parameters_test[0], "Nothing has moved. Does the new array get into the list?")
first_answer.equals([[0.9, 2], [3, 4.1], [4.8, 5.6]])
second_answer = moved_answer.item(1, "the second array").is_array((2,))
second_answer.is_not([0.5, -0.5], "It has not moved. Which arrays does the loop go through?")
second_answer.equals([-0.5, 0.5])
moved_answer.keeps_inputs(
    "Whoever called the function may still need it. Which line writes into the old list, or into "
    "an array that stands in it?"
)
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
checks.passed("sgd_step works here. The hidden tests try more arrays and other learning rates.")
### BEGIN HIDDEN TESTS
still = checks.call(sgd_step, [np.ones(3)], [np.ones(3)], 0.0, said="sgd_step with lr = 0")
still.item(0, "the array").equals(np.ones(3), "With a learning rate of 0, what should move?")
rng = np.random.default_rng(73)
for shapes in [[(4,)], [(2, 3), (3,), (3, 1), (1,)], [(2, 2), (2,), (2, 2), (2,)]]:
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
# One step for the network above. Its loss is the sum of the two outputs, so they should fall. They
# were 9 and 13.

# %%
parameters = [hidden.W, hidden.b, output.W, output.b]
gradients = [hidden.dW, hidden.db, output.dW, output.db]
moved = keras_parts.sgd_step(parameters, gradients, 0.01)
hidden.set_weights(moved[:2])
output.set_weights(moved[2:])
print("outputs after one step:")
print(output.forward(hidden.forward(X)))

# %% [markdown]
# They fell. This is all that learning is: forward, backward, step, many times. What is missing is
# something that says how wrong an output really is. That is the next sitting.

# %% [markdown]
# ## What you have learned
#
# - A **class** is a plan for objects. An object keeps numbers, arrays and functions in `self`, and
#   its methods can read them later.
# - A layer is an object that keeps its weights. `forward` also keeps `X` and `Z`, because
#   `backward` needs them.
# - `backward` receives the blame of the outputs, keeps the slopes `dW` and `db`, and returns the
#   blame of the inputs.
# - An optimizer moves all weights, once every layer has its slopes.
#
# Next: [07b, how wrong is a "perhaps"?](07b_a_loss.ipynb) There the network gets a question whose
# answer is yes or no.
#
# ## Go further
#
# - Give the hidden layer above `activation="relu"` and an input of `[-2, 1]`. What happens to its
#   slopes?
# - Read the class `Dense` in `course/toolbox/keras_parts.py`. Two methods are new: `build`, which
#   draws the first weights, and `get_weights`, which hands them out.
