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
# # Unit 07d: fit, and the same in Keras
#
# **The question of this notebook: what do the lines mean that everyone writes with Keras?**
#
# Layers, loss, optimizer, model: all parts are there. Now you write `fit`, the loop in which they
# learn. Then the bank's network is trained, first in your spelling, then in that of Keras.
#
# When you are done, you will be able to
#
# - write the training loop of a library;
# - train a classifier with `fit` and read its history;
# - tell parameters from settings;
# - read and write the same model in Keras.
#
# Time: about 40 minutes. Points: 2.
#
# A word that you do not know? Look it up in the [glossary](../glossary.md).

# %%
import numpy as np

from course import bank, checks, toolbox
from course import keras_style as keras
from course.figures.history import compare_histories, draw_history
from course.toolbox import keras_parts
from course.widgets.hidden_nodes import explore_hidden_nodes

# %% [markdown]
# ## 1. Learning
#
# The last method is **`fit`**. It is the loop of unit 06: for each **epoch** (one pass through all
# rows), cut the rows into mini-batches, and for each batch take one step of learning:
#
# 1. predict;
# 2. ask the loss for the blame of the predictions: `self.loss_gradient` takes `y`, then `y_hat`;
# 3. hand the blame to the **last** layer's `backward`. What it returns goes to the layer before,
#    and so on, until the first layer is reached. Now every layer has its `dW` and `db`;
# 4. let the optimizer move the weights. `self.optimizer` has a method `update` for that, which takes
#    the list of all layers (it changes them and returns nothing).
#
# After each epoch we note the loss and the accuracy. These notes are called the **history**.
#
# You will write this in a class that begins `class Sequential(keras_parts.Model)`. The name in the
# brackets means: a `Sequential` can do all that the finished `Model` of the toolbox can do. Only
# what stands below is added. So `self.layers`, `self.rng`, `self.predict`, `self.loss_gradient`,
# `self.optimizer` and `self.evaluate` are there already. (*Sequential* means: one layer after the
# other. In Keras, too, `Sequential` is a kind of `Model`.)

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
# `X_batch` and `y_batch`. `evaluate` returns two things, the loss and the accuracy.


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
# Check train_step: the weights after it. Then fit: its steps and history. Run this cell.
from course import checks


class CarefulSGD_test(keras_parts.SGD):
    """SGD that looks at what it is given before it moves anything."""

    was_early_test = False

    def update(self, layers):
        checks.that(
            isinstance(layers, list | tuple),
            "The optimizer was not given a list. What does its method update take?",
        )
        if all(hasattr(layer_test, "dW") for layer_test in layers):
            super().update(layers)
        else:
            self.was_early_test = True


def small_model_test(cls):
    """Return a model of one tanh node and one sigmoid node, with known weights."""
    model_test = cls(1)
    model_test.add(keras_parts.Dense(1, "tanh"))
    model_test.add(keras_parts.Dense(1, "sigmoid"))
    model_test.layers[0].set_weights([np.array([[0.5]]), np.zeros(1)])
    model_test.layers[1].set_weights([np.array([[1.0]]), np.zeros(1)])
    model_test.compile(CarefulSGD_test(1.0), "binary_crossentropy")
    return model_test


def in_time_test(model):
    """Check that the optimizer moved the layers only when all of them had their slopes."""
    for name_test in ("layers", "optimizer"):
        checks.that(
            getattr(model, name_test) is not None,
            "`update` returns nothing, it moves the layers themselves. What did you put into "
            f"self.{name_test}?",
        )
    early_test = getattr(model.optimizer, "was_early_test", False)
    slopes_test = [hasattr(layer_test, "dW") for layer_test in model.layers]
    checks.that(
        not early_test or slopes_test != [False, True],
        "Only the last layer has its slopes. Who receives what its backward returns?",
    )
    checks.that(
        not early_test or any(slopes_test),
        "No layer has its slopes when the optimizer should move it. Which method of a layer makes "
        "them?",
    )
    checks.that(
        not early_test,
        "The optimizer was asked to move all layers before every layer had its slopes. Where does "
        "update stand: before the loop over the layers, inside it, or after it?",
    )


def after_one_step_test(X, y):
    """Return the weights of the two layers after one training step."""
    model_test = small_model_test(Sequential)
    model_test.train_step(X, y)
    in_time_test(model_test)
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
    [0.5521735, 1.0703053], "The blame starts as y - y_hat. Which function of the model knows it?"
)
weights_answer.is_not(
    [0.2613487, 0.8201202],
    "The blame starts as y_hat. Which function of the model knows the blame?",
)
weights_answer.is_not(
    [260868.2, 351527.6], "y and y_hat have changed places. What does the loss take first?"
)
weights_answer.is_not(
    [0.1988716, 0.7755596],
    "The blame is the loss itself. Which function of the model has its slope?",
)
weights_answer.is_not(
    [0.8297111, 0.3656782],
    "The layers stand in the other order afterwards: `reverse` turns the list itself around. What "
    "goes through it from its end and leaves it as it is?",
)
weights_answer.is_not(
    [-911281.6, -826272.3],
    "The blame is made of y and the inputs X. What does the loss compare y with?",
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
in_time_test(model_test)
for name_test in ("loss", "accuracy"):
    list_answer = history_answer.item(name_test, f'history["{name_test}"]')
    checks.that(
        isinstance(list_answer.value, list),
        f'history["{name_test}"] is no list any more. Does a line put something in the place of the '
        "list, where it should go to its end?",
    )
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
    not any(isinstance(noted_test, tuple | list) for noted_test in history_answer.value["loss"]),
    'history["loss"] holds pairs: evaluate returns two things. Which of them belongs in this list?',
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
    "In 3 epochs there were only 3 steps. Is there one for every batch, and how many rows has one?",
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
    n_steps_test != 6,
    "There were 4 steps in the first epoch, then only 1 in each. Do X and y still hold the whole "
    "table after the first loop over the batches?",
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


def losses_test(whole_table=False, last_batch=False, own_rng=False):
    """Return the losses of two epochs in batches of 4, with known mistakes where they are asked."""
    mine_test, noted_test = small_model_test(keras_parts.Sequential), []
    whole_test = (X_long_test, y_long_test)
    while len(noted_test) < 2:
        rng_test = np.random.default_rng(0) if own_rng else mine_test.rng
        for batch_test in toolbox.mini_batches(*whole_test, 4, rng_test):
            mine_test.train_step(*(whole_test if whole_table else batch_test))
        noted_test.append(mine_test.evaluate(*(batch_test if last_batch else whole_test))[0])
    return noted_test


model_test = small_model_test(Sequential)
history_answer = checks.call(
    model_test.fit,
    X_long_test,
    y_long_test,
    epochs=2,
    batch_size=4,
    said="fit with 10 rows, batches of 4 and 2 epochs",
)
loss_answer = history_answer.item("loss", 'history["loss"]')
loss_answer.is_not(
    losses_test(whole_table=True),
    "Each train_step got the whole table. What does the loop over the batches hand you?",
)
loss_answer.is_not(
    losses_test(last_batch=True),
    "The model is evaluated on the last batch alone. On which rows should it be?",
)
loss_answer.is_not(
    losses_test(own_rng=True),
    "The batches are drawn with random numbers that begin anew in each epoch. Which source of "
    "random numbers does the model keep?",
)
loss_answer.equals(
    losses_test(),
    "Which of these differs from the text: the rows that train_step gets, the rows that evaluate "
    "gets, or self.rng as the source of the batches?",
)
checks.passed("Sequential works here. The hidden tests train larger networks, also with Adam.")


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
        # Asked some hundred times for its loss: the finished one answers sooner.
        finished = network(keras_parts.Sequential, 3, units, keras_parts.SGD(0.25), loss_test)
        before = [
            array.copy() for layer_test in model_test.layers for array in layer_test.get_weights()
        ]
        sizes = np.cumsum([array.size for array in before])[:-1]

        def cost(flat, model=finished, before=before, sizes=sizes):
            parts = [
                part.reshape(array.shape)
                for part, array in zip(np.split(flat, sizes), before, strict=True)
            ]
            for k, layer in enumerate(model.layers):
                layer.set_weights(parts[2 * k : 2 * k + 2])
            return model.evaluate(X_test, y_test)[0]

        flat = np.concatenate([array.ravel() for array in before])
        expected = flat - 0.25 * toolbox.numerical_slope(cost, flat)
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
# ## 2. The loan offers
#
# Now to work, with the customers of 07b: working customers with a balance below 5 thousand say yes
# to the loan, and so do retired customers with a balance above it; 5 in 100 do the opposite. Three
# models, all of finished parts: one node alone (a straight line, pressed through a sigmoid), and a
# network with 8 hidden nodes, once with SGD and once with Adam.
#
# **Before you run the cell:** remember the rule behind the data. Which of the three will fail, and
# what will its loss be?


# %%
X_train, y_train = bank.loan_offers(400, seed=7)
X_new, y_new = bank.loan_offers(400, seed=8)


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
# Here the two networks do even better on the new customers. That is luck: only 12 of them went
# against the rule, which nobody can foresee, but 21 of those in the training. With other luck the
# numbers turn around. In unit 08 you will see how large the flattery can be.

# %% [markdown]
# ## 3. Parameters and settings
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
# How many hidden nodes does it take to get all points right? Try 1, 2, 3 and 4. Then move the seed:
# the settings stay, only the first weights change. For which number of nodes does it matter?

# %%
explore_hidden_nodes(3)

# %% [markdown]
# With 1 node about 85 of the 120 points are right, with 2 about 110, whatever the seed. With 3 it
# depends on the seed: most find all points, some stay near 110. From 4 on, every seed of the slider
# finds them all. (The blue area may still run out of the picture where there are no points: nothing
# has told the network what to say there.)

# %% [markdown]
# ## 4. The same lines in Keras
#
# Here is the whole thing as you would write it with Keras. Read it before you run it. Is there a
# line that you could not explain? (`model.summary()` prints what has been defined.)
#
# `course.keras_style` is a library of this course that has the names of Keras 3. It is written in
# NumPy. The cells below run unchanged in real Keras, once it is imported as `keras` in place of
# ours. (Unit 08d says how. Each library draws other first weights, so the numbers differ, most of
# all in the first epochs.)

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
#   it (`(2,)` is the shape of one row), and `set_random_seed` takes the place of `seed=0`;
# - the settings go in by name: `optimizer=`, `loss=` and `learning_rate=` (which we called `lr`);
# - `metrics=["accuracy"]` says what to watch;
# - `fit` returns an object that keeps the dictionary under the name `history`: `run.history`;
# - `y` may also be a vector of shape `(400,)`: Keras turns it into a column by itself.
#
# In the summary, *Param #* counts the parameters of each layer, and `None` stands for the number of
# rows, which may be any. `264.00 B` is the memory that they take: 33 numbers of 8 bytes each.
# (Real Keras shows `132.00 B`: its numbers, float32, have 4 bytes.)
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
# After 10 epochs the loss is 0.55. That of your own library was below 0.4 by then. The two compute
# the same, but their first weights differ, and so does the order of the rows. At the end they are
# close together.
#
# **Watch it train.** Change `verbose=0` in `fit` to `verbose=1` and run the cell again: a bar
# grows with each epoch. (The model goes on from where it stopped. To start afresh, run the cell
# that defines it, too.)
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
# ## 5. Lines from the web that are out of date
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
# Keras still takes `input_dim=` with a warning, and so does this library. The others end in an
# error.
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
# - `fit` is a loop over epochs and batches. For each batch: predict, blame, backward from the last
#   layer to the first, and a step of the optimizer.
# - Parameters are learned, settings are chosen.
# - *Define, compile, fit, evaluate, predict*: you have written `add`, `compile`, `fit`, `evaluate`
#   and `predict`, and none is magic. What was given (`build`, which draws the first weights, and
#   the classes `SGD` and `Adam`) you can read in the file that is named below.
#
# In unit 08 the same lines meet real patients, and the question becomes how far one may trust them.
# Next: [08a, a famous recipe](../08_pima_classifier/08a_famous_recipe.ipynb).
#
# ## Go further
#
# - Change one setting in the cell below, such as the number of nodes, the learning rate or the
#   batch size. Which changes matter, which do not?
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
