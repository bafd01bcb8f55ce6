# ---
# jupyter:
#   autograder:
#     assignment: 06_backpropagation
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
# # Unit 06c: The bank again
#
# **The question of this notebook: does a network see what the straight line could not?**
#
# All parts are there: forward, backward, the step downhill, the mini-batches. You put them together
# to train a network. Then it meets the bank's customers, where the straight line of unit 01 failed.
#
# When you are done, you will be able to
#
# - train a network with mini-batches;
# - judge what it has learned on customers that it has not seen.
#
# Time: about 45 minutes. Points: 5, of which 3 are graded by a person. A word that you do not know?
# Look it up in the [glossary](../glossary.md).

# %%
import numpy as np

from course import bank, checks, toolbox
from course.figures.history import draw_history
from course.figures.lines import draw_model_lines

# %% [markdown]
# ## 1. Training
#
# One epoch of training goes like this. For each mini-batch:
#
# 1. **forward**: `Zs, As = toolbox.forward_layers(X_batch, layers, activations)`;
# 2. **backward**: `toolbox.backward(Y_batch, layers, derivatives, Zs, As)`;
# 3. **update**: every `W` minus `lr` times its `dW`, every `b` minus `lr` times its `db`.
#
# After the last batch of the epoch, one forward pass over **all** rows gives the mean squared
# error that goes into the history.
#
# Where does training start? Not with zeros. If all weights are 0, no blame gets back over the
# edges, and if all hidden nodes start out equal, they get equal blame and stay equal for ever. So
# one starts with small **random** weights. They are made before the training: below, they come in as
# `layers`.

# %% [markdown]
# ### Exercise 5: train (2 points)
#
# Write the function `train`. It returns the trained layers, a list of `(W, b)`, and the history
# with one number for each epoch. The list `layers` that came in, and the arrays in it, must stay
# as they are: make new arrays (`W - ...` makes one, `W -= ...` writes into the old one), and a new
# list for each batch. The next batch begins with the new list, so each batch ends with a line such as
# `layers = new_layers`. (This gives the name to the new list. The one that came in stays.)
#
# Useful: `for X_batch, Y_batch in toolbox.mini_batches(X, Y, batch_size, rng)`, called once in each
# epoch, so that every epoch has its own random order (`rng` is the random generator that comes in).
# And `for (W, b), (dW, db) in zip(layers, gradients)` walks through two lists side by side: first
# both first pairs, then both second pairs, and so on. `toolbox.mean_squared_error(Y, As[-1])` is the
# cost.


# %% nbgrader={"grade": false, "grade_id": "train", "locked": false, "schema_version": 3, "solution": true, "task": false}
def train(X, Y, layers, activations, derivatives, lr, n_epochs, batch_size, rng):
    """Train a network with mini-batches and return its layers and its history.

    Parameters
    ----------
    X : array of shape (n, n_features)
        One row for each observation.
    Y : array of shape (n, n_outputs)
        What was observed.
    layers : list of (W, b)
        Where to start; left unchanged.
    activations, derivatives : lists of functions
        One for each layer.
    lr : float
        Learning rate.
    n_epochs, batch_size : int
        How many epochs, and how many rows in a batch.
    rng : numpy.random.Generator
        Draws the order of the rows in each epoch.

    Returns
    -------
    layers : list of (W, b)
        The trained layers.
    history : list of float
        The mean squared error over all rows after each epoch.
    """
    ### BEGIN SOLUTION
    history = []
    for _ in range(n_epochs):
        for X_batch, Y_batch in toolbox.mini_batches(X, Y, batch_size, rng):
            Zs, As = toolbox.forward_layers(X_batch, layers, activations)
            gradients = toolbox.backward(Y_batch, layers, derivatives, Zs, As)
            pairs = zip(layers, gradients, strict=True)
            layers = [(W - lr * dW, b - lr * db) for (W, b), (dW, db) in pairs]
        _, As = toolbox.forward_layers(X, layers, activations)
        history.append(toolbox.mean_squared_error(Y, As[-1]))
    return layers, history
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "train_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check train: one step with all rows, then three epochs of two batches. Run this cell.
from course import checks

X_test = np.array([[2.0, 3.0], [4.0, 1.0], [3.0, 4.0], [1.0, 0.0]])
Y_test = np.array([[5.0], [8.0], [15.0], [0.0]])
layers_test = [
    (np.array([[1.0, -1.0], [1.0, 1.0]]), np.zeros(2)),
    (np.array([[2.0], [-1.0]]), np.zeros(1)),
]
functions_test = (
    [toolbox.relu, toolbox.identity],
    [toolbox.relu_derivative, toolbox.identity_derivative],
)
train_answer = checks.call(
    train,
    X_test,
    Y_test,
    layers_test,
    *functions_test,
    0.01,
    1,
    4,
    np.random.default_rng(0),
    said="train(...), one step,",
)
train_answer.has_parts(2, "the layers and the history")
first_test, second_test = train_answer.value
checks.that(
    not isinstance(second_test, tuple | list)
    or len(second_test) != 2
    or not all(isinstance(part_test, np.ndarray) for part_test in second_test),
    "train returned the layers alone. What else belongs behind `return`?",
)
checks.that(
    not (isinstance(first_test, list) and len(first_test) > 0 and isinstance(first_test[0], float)),
    "A list of numbers comes first. Which of the two comes first, the layers or the history?",
)
checks.that(
    not isinstance(first_test, list)
    or len(first_test) == 0
    or not all(isinstance(part_test, np.ndarray) for part_test in first_test),
    "A list of tables comes first, such as `As` or `Zs`. Under which name are the layers?",
)
trained_answer = train_answer.item(0, "layers").has_parts(2, "one pair (W, b) for each layer")
W1_answer = (
    trained_answer.item(0, "the first pair").item(0, "W of the first layer").is_array((2, 2))
)
W1_answer.is_not(
    [[1, -1], [1, 1]], "The weights did not change. What happens with the updated ones?"
)
W1_answer.is_not([[1.12, -1.01], [1.06, 0.98]], "That is a step uphill. Which way is down?")
W1_answer.is_not([[-11, 0], [-5, 3]], "That step is 100 times too long. Where does lr come in?")
W1_answer.is_not([[12, -1], [6, -2]], "These are the slopes. What becomes of the weights?")
W1_answer.is_not(
    [[0.8854, -0.9899], [0.9427, 1.0202]],
    "The last layer was updated before the blame went through it. What has to come first?",
)
W1_answer.is_not(
    [[0.92, -0.87], [0.7, 1.175]],
    "The rows of a batch are in random order, but they met all of Y in its old order. Which name "
    "holds the numbers of Y that belong to a batch?",
)
W1_answer.is_not(
    [[0.75, -0.985], [0.93, 1.01]],
    "The forward pass went through all of X in its old order, not through the batch. Which name "
    "holds the rows of a batch?",
)
W1_answer.is_not(
    [[-1.18, -1.03], [1.88, 1.02]],
    "The blame was multiplied by the activation itself. What does rule 3 need: its value, or its "
    "slope?",
)
W1_answer.is_not(
    [[7.12, -1.25], [6.22, 0.66]],
    "`activations` and `derivatives` have changed places. Which of them goes forward?",
)
W1_answer.is_not(
    [[0.95158098, -1.31980166], [1.03376786, 0.93918370]],
    "That is where 60 epochs lead. How many were asked for?",
)
W1_answer.equals([[0.88, -0.99], [0.94, 1.02]], "Is each weight moved against its own slope, once?")
b1_answer = trained_answer.item(0, "the first pair").item(1, "b of the first layer").is_array((2,))
b1_answer.is_not([0, 0], "The weights moved, the biases did not. Who updates them?")
b1_answer.equals([-0.06, 0.01])
second_answer = trained_answer.item(1, "the second pair")
second_answer.item(0, "W of the second layer").is_array((2, 1)).equals([[1.91], [-1.01]])
second_answer.item(1, "b of the second layer").is_array((1,)).equals([-0.03])
history_answer = train_answer.item(1, "history")
history_answer.is_not(6.2945937425, "That is one number, not a list. Where are the others kept?")
history_answer.is_not(
    [7],
    "That is the cost of the layers before the step. After the last batch, is there a forward pass "
    "over all rows, and has the name `layers` gone to the new ones by then?",
)
history_answer.is_not(
    [23.5],
    "That holds the last batch, in its random order, against all rows of Y. After the last batch, is "
    "there a forward pass over all rows?",
)
for mistake_test in ([43], [45.10011]):
    history_answer.is_not(
        mistake_test, "That is not the prediction, but what comes before it. Where in As is it?"
    )
history_answer.is_not(
    [7, 6.2945937425], "The cost at the start is in it. How many epochs were there?"
)
history_answer.is_not([2.50890290], "That is the RMSE. Which cost was asked for?")
history_answer.equals(
    [6.2945937425], "Is the mean squared error taken over all rows, after the epoch?"
)
train_answer.keeps_inputs(
    "The list `layers` and its arrays must stay as they came in. Which line writes into one of them?"
)
# Other data: 5 rows in batches of 3 make 2 steps in each epoch.
X_test = np.array([[2.0, 1.0], [0.0, 3.0], [1.0, 1.0], [3.0, -1.0], [-1.0, 2.0]])
Y_test = np.array([[6.0], [1.0], [3.0], [9.0], [-2.0]])
arguments_test = (X_test, Y_test, layers_test, *functions_test, 0.02, 3, 3)
longer_answer = checks.call(
    train, *arguments_test, np.random.default_rng(0), said="train(...), 3 epochs,"
)
longer_answer.has_parts(2, "the layers and the history")
expected_layers_test, expected_history_test = toolbox.train(
    *arguments_test, np.random.default_rng(0)
)
checks.that(
    np.shape(longer_answer.value[1]) != (6,),
    "With 3 epochs of 2 batches the history has 6 numbers. After what is one written down?",
)
if np.shape(longer_answer.value[1]) != (3,):
    longer_answer.item(1, "history").equals(
        expected_history_test,
        "Does the loop over the epochs run 3 times, and does each turn add one number?"
        if np.shape(longer_answer.value[1]) == (1,)
        else "Where is a number added to it?",
    )
trained_answer = longer_answer.item(0, "layers").has_parts(2, "one pair (W, b) for each layer")
W1_answer = (
    trained_answer.item(0, "the first pair").item(0, "W of the first layer").is_array((2, 2))
)
hint_test = (
    "The new weights of one batch are lost when the next batch comes. Which name must hold them "
    "when the next forward pass begins?"
)
W1_answer.is_not([[1.04, -1.02], [0.68, 1.16]], hint_test)
W1_answer.is_not([[1.63697408, -0.96429476], [0.67257748, 1.01620312]], hint_test)
hint_test = "Every step used all rows. Which names hold the rows of one batch?"
W1_answer.is_not([[1.42037147, -0.91980810], [0.54060190, 1.02635112]], hint_test)
W1_answer.is_not(
    [[1.37237222, -0.97395302], [0.67199627, 1.06090582]],
    "Every epoch made one step with all 5 rows, although batch_size is 3. What makes the batches, "
    "and how large are they?",
)
W1_answer.is_not(
    [[1.37013500, -0.99848180], [0.64581960, 1.09217400]],
    "The layers are those of one epoch alone. With which layers does the second epoch begin?",
)
W1_answer.is_not(
    [[1.38848811, -0.97472451], [0.50237198, 0.94062651]],
    "Every epoch had the same batches. Where are they drawn anew, and by which generator?",
)
W1_answer.equals(expected_layers_test[0][0], "Is every batch of every epoch used once?")
for k_test in range(2):
    pair_answer = trained_answer.item(k_test, f"layer {k_test}")
    pair_answer.item(0, f"W of layer {k_test}").equals(
        expected_layers_test[k_test][0], "Is every batch of every epoch used once?"
    )
    pair_answer.item(1, f"b of layer {k_test}").equals(
        expected_layers_test[k_test][1], "Is every batch of every epoch used once?"
    )
longer_answer.item(1, "history").item(2, "last number").equals(
    expected_history_test[2],
    "It is not the cost of the layers that you return, over all rows. Which rows were used?",
)
longer_answer.item(1, "history").equals(
    expected_history_test, "Is the cost of all rows written down once, after the last batch?"
)
checks.passed("train works here. The hidden tests try other networks, batches and several epochs.")

# %% nbgrader={"grade": true, "grade_id": "train_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
rng_test = np.random.default_rng(64)
# One layer without activation is the linear model of unit 05: its steps are known.
for n_test, n_features_test, batch_size_test, n_epochs_test in [
    (1, 1, 1, 1),
    (7, 2, 3, 4),
    (6, 3, 2, 2),
    (10, 2, 10, 3),
]:
    X_test, Y_test = (
        rng_test.normal(size=(n_test, n_features_test)),
        rng_test.normal(size=(n_test, 1)),
    )
    start_test = rng_test.normal(size=n_features_test + 1)
    said_test = (
        f"train with X of shape {X_test.shape}, batch_size = {batch_size_test}, "
        f"n_epochs = {n_epochs_test},"
    )
    train_answer = checks.call(
        train,
        X_test,
        Y_test,
        [(start_test[:-1, np.newaxis], start_test[-1:])],
        [toolbox.identity],
        [toolbox.identity_derivative],
        0.1,
        n_epochs_test,
        batch_size_test,
        np.random.default_rng(n_test),
        said=said_test,
    )
    train_answer.has_parts(2, "the layers and the history").keeps_inputs()
    table_test, order_test, w_test, costs_test = (
        np.column_stack([X_test, np.ones(n_test)]),
        np.random.default_rng(n_test),
        start_test,
        [],
    )
    for _ in range(n_epochs_test):
        for rows_test, observed_test in toolbox.mini_batches(
            table_test, Y_test[:, 0], batch_size_test, order_test
        ):
            w_test = toolbox.update(w_test, toolbox.slope(rows_test, observed_test, w_test), 0.1)
        costs_test.append(
            float(np.linalg.norm(table_test.dot(w_test) - Y_test[:, 0]) ** 2 / n_test)
        )
    trained_answer = (
        train_answer.item(0, "layers")
        .has_parts(1, "one pair (W, b) for each layer")
        .item(0, "the pair")
    )
    hint_test = "Is mini_batches called anew in each epoch, and is every batch used for one update?"
    trained_answer.item(0, "W").is_array((n_features_test, 1)).equals(
        w_test[:-1, np.newaxis], hint_test, 1e-4, 1e-6
    )
    trained_answer.item(1, "b").is_array((1,)).equals(w_test[-1:], hint_test, 1e-4, 1e-6)
    train_answer.item(1, "history").equals(
        costs_test, "Is the cost taken over all rows after each epoch?", 1e-4
    )
# One step of a deeper network, against slopes that are measured.
X_test, Y_test = rng_test.normal(size=(5, 2)), rng_test.normal(size=(5, 2))
layers_test = [
    (rng_test.normal(size=(2, 3)), rng_test.normal(size=3)),
    (rng_test.normal(size=(3, 3)), rng_test.normal(size=3)),
    (rng_test.normal(size=(3, 2)), rng_test.normal(size=2)),
]
activations_test = [toolbox.tanh, toolbox.sigmoid, toolbox.identity]
derivatives_test = [
    toolbox.tanh_derivative,
    toolbox.sigmoid_derivative,
    toolbox.identity_derivative,
]
arguments_test = (X_test, Y_test, layers_test, activations_test, derivatives_test, 0.5)
said_test = "train with three layers"
train_answer = checks.call(train, *arguments_test, 1, 5, np.random.default_rng(1), said=said_test)
train_answer.has_parts(2, "the layers and the history").keeps_inputs()
for k_test, pair_test in enumerate(layers_test):
    for part_test, array_test in enumerate(pair_test):

        def cost_test(v, k_test=k_test, part_test=part_test, array_test=array_test):
            changed = [list(layer) for layer in layers_test]
            changed[k_test][part_test] = v.reshape(array_test.shape)
            miss = toolbox.forward_layers(X_test, changed, activations_test)[1][-1] - Y_test
            return float(np.linalg.norm(miss) ** 2 / miss.size)

        measured_test = toolbox.numerical_slope(cost_test, array_test.ravel()).reshape(
            array_test.shape
        )
        moved_answer = (
            train_answer.item(0, "layers")
            .item(k_test, f"layer {k_test}")
            .item(part_test, f"{('W', 'b')[part_test]} of layer {k_test}")
        )
        moved_answer.equals(
            array_test - 0.5 * measured_test, "Does every layer step against its slope?", 1e-4, 1e-6
        )
none_answer = checks.call(
    train, *arguments_test, 0, 5, np.random.default_rng(1), said="train with 0 epochs"
)
checks.that(
    len(none_answer.value[0]) == 3 and len(none_answer.value[1]) == 0,
    "With 0 epochs the history should be empty and the layers as before.",
)
long_answer = checks.call(
    train, *arguments_test[:-1], 0.1, 200, 2, np.random.default_rng(2), said=said_test
)
checks.that(
    long_answer.value[1][-1] < long_answer.value[1][0],
    "After 200 epochs the cost should be lower than after the first.",
)
### END HIDDEN TESTS

# %% [markdown]
# ## 2. The bank again
#
# In unit 01 a linear model predicted the transactions from the balance and from whether the
# customer is retired. Its two lines were parallel, because one weight for the balance had to do
# for everybody. But in the data a higher balance means many more transactions for those who work,
# and hardly any more for the retired. The line could not see this **interaction**.
#
# Here is the linear model again. It is judged on 1,000 customers that it has not seen. (They are
# simulated with another seed.)


# %%
X_full, y_bank = bank.simulate(n_customers=1000, seed=0)
X_full_new, y_new = bank.simulate(n_customers=1000, seed=1)
both = [
    bank.FEATURES.index("balance"),
    bank.FEATURES.index("retired"),
]  # the numbers of two columns
X_bank, X_new = X_full[:, both], X_full_new[:, both]

w_line, b_line = toolbox.fit_linear(X_bank, y_bank)


def predict_line(X):
    return toolbox.predict_linear(X, w_line, b_line)


line_error = toolbox.root_mean_squared_error(y_new, predict_line(X_new))
print(f"linear model, unseen customers: RMSE {line_error:.1f} transactions")

# %%
draw_model_lines(X_new, y_new, predict_line, caption="The linear model: two parallel lines.")

# %% [markdown]
# Now a network with the same two features: 2 inputs, 8 hidden nodes with relu, 1 output. Before
# training, everything is **scaled**, which means brought to a size of about 1: the balance (0 to
# 10) is divided by 10, the transactions (up to about 120) by 100. There are two reasons:
#
# - large sums make a tanh or sigmoid saturated, and with relu large slopes make the steps jump;
# - one learning rate has to fit all weights. The slope along a weight is what came in, times the
#   blame. So where a feature is 10 times as large, so are the slopes along its weights.
#
# (Centring and dividing by the spread, as in 05d, would do, too. Here sizes of about 1 are enough.) The predictions are
# multiplied by 100 again.
#
# **Before you run it:** there are 1,000 customers, and a batch has 20 rows. How many steps are made
# in each of the 60 epochs?


# %%
def scale(X):
    return np.column_stack([X[:, 0] / 10, X[:, 1]])


Y_bank = np.column_stack([y_bank / 100])  # a table of one column
rng = np.random.default_rng(seed=2)
start = [  # random weights: their mean is 0, and they spread around it by 1, or by 0.5
    (rng.normal(0, 1, size=(2, 8)), np.zeros(8)),
    (rng.normal(0, 0.5, size=(8, 1)), np.zeros(1)),
]
activations = [toolbox.relu, toolbox.identity]
derivatives = [toolbox.relu_derivative, toolbox.identity_derivative]
trained, history = toolbox.train(
    scale(X_bank),
    Y_bank,
    start,
    activations,
    derivatives,
    lr=0.1,
    n_epochs=60,
    batch_size=20,
    rng=rng,
)
for epoch in (1, 5, 20, 60):
    print(f"epoch {epoch}: RMSE {100 * np.sqrt(history[epoch - 1]):.1f} transactions")

# %% [markdown]
# The history holds the cost of the *scaled* transactions. 100 times its root is the RMSE.

# %%
draw_history(
    {"mean squared error": history},
    metrics=["mean squared error"],
    caption="The cost after each epoch, on the scaled transactions.",
)

# %% [markdown]
# With 50 steps in each epoch these were 3,000 steps. The curve goes up again now and then, because
# every mini-batch says something slightly different about the way down. Is the network better than the line? Ask the customers that neither of them has seen.


# %%
def predict_network(X):
    _, As = toolbox.forward_layers(scale(X), trained, activations)
    return 100 * As[-1][:, 0]


network_error = toolbox.root_mean_squared_error(y_new, predict_network(X_new))
print(f"unseen customers: linear model RMSE {line_error:.1f}, network RMSE {network_error:.1f}")

# %%
draw_model_lines(
    X_new,
    y_new,
    predict_network,
    caption="The trained network: the lines are no longer parallel.",
)

# %% [markdown]
# The lines are **no longer parallel**. They have kinks, for instance the solid line at a balance of
# about 0.7, and the dashed one at 1.8 and at 9.5: each kink is a relu node that switches on or off
# there.
#
# How much more do the retired make than the others, at the same balance? In the rule with which
# the bank was simulated, it is 40 more at a balance of 0, 5 more at 5, and 30 **fewer** at 10:

# %%
for balance in (0, 5, 10):
    pair = np.array([[balance, 0.0], [balance, 1.0]])  # not retired, retired
    line_gap = predict_line(pair)[1] - predict_line(pair)[0]
    network_gap = predict_network(pair)[1] - predict_network(pair)[0]
    gaps = f"linear model {line_gap:.0f}, network {network_gap:.0f}, true rule {40 - 7 * balance}"
    print(f"balance {balance}: {gaps}")

# %% [markdown]
# Nobody told the network about the interaction. It was given neither a product of the features
# nor a hint. It found it, step by step, by blame alone.
#
# It is not perfect: the customers' accounts and families, which it does not see, and chance leave
# an error of a bit more than 6 transactions that nothing can remove from these two features.

# %% [markdown] nbgrader={"grade": false, "grade_id": "reflection", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": true}
# ### Reflection: the bank, twice (3 points, graded by a person)
#
# Explain to a colleague who has read unit 01 but not this unit, in about six sentences:
#
# 1. Where did the straight line fail, and why would no other weights have helped it?
# 2. What did the network do differently? Name something in the last figure or in the last table
#    that shows it.
# 3. The bank wants to use the network next month for decisions about real customers. Name two
#    things that you would check before you trust it, and say why.
#
# If you work alone, compare your answer with 01b and with section 2 above, afterwards.
#
# ### BEGIN MARK SCHEME
# Points: one for each part.
#
# 1. One point: the line has one weight for the balance, the same for both groups, so its two
#    lines are parallel whatever the weights are; in the data the effect of the balance depends on
#    retirement (an interaction). Half a point for "the data is not linear" without the two
#    groups.
# 2. One point: hidden nodes that are active for some customers only (or: bends, an activation)
#    let the effect of the balance differ between the groups, together with a piece of evidence:
#    the lines that are not parallel, the gap that goes from about 40 to about -27 while the
#    line's gap stays at 6, or the RMSE of 6.4 against 11.7 on unseen customers. Half a point
#    without evidence.
# 3. Half a point for each of two sound checks with a reason. For instance: the error on customers
#    who were not used for training; whether next month's customers are like these (other ages or
#    balances, a balance above 10 was never seen); another random start or seed; a gradient check
#    of the code; a simpler model that does as well; who is treated worse by its errors, and
#    whether a person can object; that the data here is simulated. "Train longer" alone is no
#    check.
#
# Good to see, without points of their own: that prediction is not cause; that the remaining error
# comes from what the two features do not say.
# ### END MARK SCHEME

# %% [markdown]
# *Write your answer here: double-click this text. When you are done, press Shift and Enter.*

# %% [markdown]
# ## What you have learned
#
# - Training is forward, backward, update, for each batch of each epoch.
# - A network starts with small random weights, and with inputs of a size of about 1.
# - A trained network found the interaction that a straight line cannot see. Whether it did, one
#   asks rows that it has not seen.
#
# You have now built everything that a neural network needs. Libraries such as Keras do the same,
# with another spelling. Unit 07 shows it: [07a: a layer](../07_keras_style/07a_a_layer.ipynb).
#
# ## Go further
#
# - Change the seed below. With 4 hidden nodes and seed 0 the network stays as blind as the line:
#   one of its relu nodes is off for every customer, and the other three are on for nearly all of
#   them. A relu that is always on bends nothing, so this network *is* a straight line. Does tanh
#   do better? (It takes two changes: `toolbox.tanh` and, beside it, `toolbox.tanh_derivative`.)
# - Take 8 nodes and seed 2, as above. What happens with a learning rate of 1? And when the balance is
#   not divided by 10?
# - The way back costs about twice as much work as the way forward. For the largest networks this
#   means thousands of computers for months: the price of learning from very much data.
# - Convolutional networks (for images) and recurrent networks (for text and sound) use the same
#   weights in many places. They are trained in the very same way: the blame from all these places
#   is added up.

# %%
n_hidden, seed = 4, 0
rng = np.random.default_rng(seed)
start = [
    (rng.normal(0, 1, size=(2, n_hidden)), np.zeros(n_hidden)),
    (rng.normal(0, 0.5, size=(n_hidden, 1)), np.zeros(1)),
]
_, history = toolbox.train(
    scale(X_bank),
    Y_bank,
    start,
    [toolbox.relu, toolbox.identity],
    [toolbox.relu_derivative, toolbox.identity_derivative],
    lr=0.1,
    n_epochs=60,
    batch_size=20,
    rng=rng,
)
print(f"RMSE on the training customers: {100 * np.sqrt(history[-1]):.1f} transactions")
