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
# # Unit 07c: A better step, and a stack
#
# **The question of this notebook: how far should each weight move, and who keeps the layers
# together?**
#
# In 07b a network learned, in a loop that named each of its layers, and with a learning rate that
# somebody had found for it. A library does both better: it has an optimizer that needs less luck,
# **Adam**, and a *model*, which holds any number of layers.
#
# When you are done, you will be able to
#
# - move weights with Adam, and say what it does better than SGD;
# - put layers together to a model that predicts and is evaluated.
#
# Time: about 45 minutes. Points: 4.
#
# A word that you do not know? Look it up in the [glossary](../glossary.md).

# %%
import numpy as np

from course import bank, checks
from course.toolbox import keras_parts

# %% [markdown]
# ## 1. Adam
#
# SGD, the step of 07a, has two weaknesses. Slopes from a few rows jump about. And one learning rate
# must do for all weights, though the slope along one may be 500 and along the next 0.5.
#
# **Adam** (Kingma and Ba, 2015) mends both. For each weight $w$ with slope $g$ it remembers two
# numbers, which start at 0:
#
# - $m$, a running mean of the slopes (a mean that each new slope brings up to date): *which way, on
#   the whole?*
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
# Above the line stand the **new** $m$ and the **new** $v$, so the hats come after them.
# ($\beta_1^{\,t}$ is `beta_1**t`. All that stands below a line needs brackets in Python.) Then the
# weight moves by the direction divided by the usual size:
#
# $$w \leftarrow w - lr \cdot \frac{\hat m}{\sqrt{\hat v} + \epsilon}$$
#
# $\epsilon$ ("epsilon") is 1e-7 and only prevents a division by zero. The root $\sqrt{v}$ is
# `np.sqrt(v)`: it brings a mean of *squares* back to the size of a slope.
#
# **Before you go on**, work out the first step by hand, from $m = 0$ and $v = 0$, for the slope
# $g = 0.5$ and the learning rate 0.1. How far does the weight move? And for $g = 500$?

# %%
for example in (0.5, 500):
    new_w, new_m, new_v = keras_parts.adam_step(0.0, example, 0.0, 0.0, t=1, lr=0.1)
    print(f"slope {example}: m = {new_m:.5f}, v = {new_v:.5f}, the weight moves to {new_w:.2f}")

# %% [markdown]
# Both times by `lr`, 0.1. Adam goes by the sign of the slopes, and by how steady it is, not by their
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
# Check adam_step: the new m, the new v, the new w, and the settings. Run this cell.
from course import checks

w_test, gradient_test = np.array([1.0, -2.0]), np.array([1.0, 2.0])
m_test, v_test = np.array([0.05, -3.0]), np.array([0.00025, 0.9])
with np.errstate(all="ignore"):  # a root that cannot be is told below, in a sentence
    step_answer = checks.call(
        adam_step, w_test, gradient_test, m_test, v_test, 2, lr=0.05, said="adam_step (step 2)"
    )
checks.that(
    not isinstance(step_answer.value, np.ndarray),
    "adam_step returned one array alone. What does the next step need besides the weights?",
)
step_answer.has_parts(3, "the new w, m and v")
m_answer = step_answer.item(1, "m")
m_answer.is_not([0.763158, -13.157895], "That is m_hat. Which of the two does the next step need?")
m_answer.is_not(
    m_test, "That is the m that came in. Which line makes the new one, and is that one returned?"
)
m_answer.is_not([0.1, 0.2], "The old m is forgotten. How much of it should stay?")
m_answer.is_not([1.045, -0.7], "The whole new slope is added. How much of it should count?")
m_answer.is_not([0.00124975, 0.9031], "That is v. In which order are the three things returned?")
m_answer.is_not([0.145, -3.5], "What should be multiplied by the slope: which brackets are needed?")
m_answer.equals([0.145, -2.5], "How much of the old m stays, and how much of the slope is new?")
v_answer = step_answer.item(2, "v")
v_answer.is_not([0.625188, 451.775888], "That is v_hat. Which of the two does the next step need?")
v_answer.is_not(
    v_test, "That is the v that came in. Which line makes the new one, and is that one returned?"
)
v_answer.is_not([0.00124975, 0.9011], "The slope is not squared. What is v a running mean of?")
v_answer.is_not([1.00024975, 4.8991], "The whole new square is added. How much of it should count?")
v_answer.is_not(
    [0.00224975, 0.9031], "That is twice the slope, not its square. How is a square written?"
)
v_answer.is_not(
    [0.00124975, -2.0969], "What should be multiplied by the square: which brackets are needed?"
)
v_answer.is_not(
    [0.00025075, 0.899104], "Its share is squared, too. What exactly belongs in the square?"
)
v_answer.is_not([0.100225, 1.21], "Both means fade equally fast. Which beta belongs to v?")
v_answer.equals([0.00124975, 0.9031], "How much of the old v stays, and what is new?")
w_answer = step_answer.item(0, "w").is_array((2,))
checks.that(
    np.isfinite(w_answer.value.astype(float)),
    "w of adam_step (step 2) is not a number (the root of something negative). Is beta multiplied "
    "by t where t should be its power, or are brackets missing below a line?",
)
w_answer.is_not([1.0482591, -2.0309524], "This goes uphill. Which sign leads down?")
w_answer.is_not([0.0482591, -0.0309524], "That is the step alone. From where does it start?")
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
    [0.8779314, -1.9970875],
    "That is half of v_hat, not its root: Python takes powers before it "
    "divides. Which function takes a root?",
)
w_answer.is_not(
    [0.9794919, -1.9868465], "Below the line, 1 - beta is raised to t. What should be raised alone?"
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
w_answer.is_not(
    [0.5, 2.5, 2.5],
    "The epsilon that is given has no effect. Is it left out, or does a number stand in its place?",
)
w_answer.is_not(
    [0.5149288, 2.3535534, 2.8787322], "Where does epsilon stand: inside the root or beside it?"
)
w_answer.equals(
    [0.6, 2.25, 2.9], "Epsilon belongs below the line. Which brackets does the fraction need?"
)
step_answer = checks.call(
    adam_step,
    w_test,
    gradient_test,
    m_test,
    v_test,
    2,
    beta_1=0.5,
    beta_2=0.75,
    said="adam_step (with beta_1 = 0.5 and beta_2 = 0.75)",
)
m_answer, v_answer = step_answer.item(1, "m"), step_answer.item(2, "v")
m_answer.is_not([0.145, -2.5], "It is made with 0.9. Is beta_1 taken from the argument?")
m_answer.equals([0.525, -0.5], "Does beta_1 stand at both places of its formula?")
v_answer.is_not([0.00124975, 0.9031], "It is made with 0.999. Is beta_2 taken from the argument?")
v_answer.equals([0.2501875, 1.675], "Does beta_2 stand at both places of its formula?")
w_answer = step_answer.item(0, "w")
w_answer.equals([0.9990742, -1.9996593], "Do both hats use the betas that the function is given?")
checks.passed(
    "adam_step works here. The hidden tests take more steps, with other settings and shapes."
)

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
large.item(0, "w").is_not(
    [0.5], "The epsilon that is given has no effect. Is it left out, or does a number stand there?"
).equals([0.7], "Where does epsilon stand: inside the root or beside it?")
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
# What does it buy? Here is a valley over two weights. Along the first one its slope is 500 times the
# weight, along the second one half of the weight. Both optimizers start at (1, 1); the lowest point
# is (0, 0). With a learning rate of 0.01, SGD would jump from wall to wall, further each time. So it
# gets 0.003, and Adam gets 0.1.
#
# **Before you run the cell:** which of the two weights will SGD hardly move?


# %%
def valley_slopes(w):
    return np.array([500 * w[0], 0.5 * w[1]])


w_sgd, w_adam = np.array([1.0, 1.0]), np.array([1.0, 1.0])
m, v, lowest = np.zeros(2), np.zeros(2), 1.0
for t in range(1, 201):
    w_sgd = keras_parts.sgd_step([w_sgd], [valley_slopes(w_sgd)], 0.003)[0]
    w_adam, m, v = keras_parts.adam_step(w_adam, valley_slopes(w_adam), m, v, t, lr=0.1)
    lowest = min(lowest, w_adam[0])
    if t in (1, 10, 20, 50, 200):
        # Adding 0.0 turns the -0.0 of rounding into 0.0.
        print(f"step {t}: SGD at {w_sgd.round(2) + 0.0}, Adam at {w_adam.round(2) + 0.0}")
print(f"the lowest value of Adam's first weight: {lowest:.2f}")

# %% [markdown]
# After 200 steps, SGD still has three quarters of the flat way before it. For Adam the two
# directions look the same. It runs past the lowest point, as the last line shows, because it goes
# by a mean of earlier slopes, and comes back.

# %% [markdown]
# ## 2. A stack of layers
#
# Now the parts come together. A **model** is a list of layers, with a loss and an optimizer. Keras
# gives it five methods; you write four of them now and the last one, `fit`, in 07d.
#
# - **`add(layer)`** puts a layer at the end of the stack. Each layer must know how many numbers
#   come in, before it can draw its first weights: as many as the layer before it has nodes. The
#   finished `Dense` has a method for that: `layer.build(n_inputs, rng)` draws small random
#   weights.
# - **`compile(optimizer, loss)`** sounds grand, but only writes down two decisions: which
#   optimizer, and which loss. (In a large library this is also the moment to translate the model
#   for the machine. Hence the name.) The finished optimizers are `keras_parts.SGD(lr)` and
#   `keras_parts.Adam(lr)`: they take your kind of step for a whole network.
# - **`predict(X)`** sends `X` through the layers, one after the other.
# - **`evaluate(X, y)`** predicts and says how good that was: the loss and the accuracy.

# %% [markdown]
# ### Exercise 6: add, compile, predict, evaluate (2 points)
#
# Complete the class `Model`. Each method needs one to three lines:
#
# - `add`: build the layer, with `self.n_outputs` as its number of inputs (so many numbers come out
#   of the stack so far) and `self.rng` as its source of random numbers. Put it at the end of the list `self.layers`. Then `self.n_outputs`
#   becomes the `units` of this layer, for the layer to come.
# - `compile`: keep the optimizer in `self.optimizer`. `loss` is only a name, a text. The dictionary
#   entry `keras_parts.LOSSES[loss]` holds a pair of functions, the loss and its gradient. Take the
#   pair apart into `self.loss` and `self.loss_gradient`. (If `pair` holds two things,
#   `self.a, self.b = pair` does that.)
# - `predict`: what one layer returns, the next one receives.
# - `evaluate`: first `y_hat = self.predict(X)`. Then return two things, in this order:
#   `self.loss(y, y_hat)` and `keras_parts.binary_accuracy(y, y_hat)`.
#
# `add` and `compile` return nothing: they only change `self`. You may run the check after each
# method: it looks at `add`, `predict`, `compile` and `evaluate`, in this order, and says which one
# is not written yet.


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
# Check add, predict, compile and evaluate, in this order. Run this cell.
from course import checks


def stacked_test(n_inputs, *units, seed=0):
    """Return a model with one linear layer after the other."""
    model_test = Model(n_inputs, seed)
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
    np.shape(model_test.layers[1].W) != (7, 2),
    "The second layer has been built for 7 inputs, the 3 inputs and 4 nodes together. How many "
    "numbers come out of the first layer?",
)
checks.that(
    [np.shape(layer_test.W) for layer_test in model_test.layers] != [(4, 4), (2, 2)],
    "Layers of 4 and 2 nodes have been built for 4 and 2 inputs, as many as each has nodes itself. "
    "How many numbers come in?",
)
checks.that(
    [np.shape(layer_test.W) for layer_test in model_test.layers] == [(3, 4), (4, 2)],
    "Layers of 4 and 2 nodes on 3 inputs should have weights of shape (3, 4) and (4, 2), but have "
    f"{' and '.join(str(np.shape(layer_test.W)) for layer_test in model_test.layers)}. Are they in "
    "order?",
)
first_test, other_test = (
    checks.call(stacked_test, 2, 2, 2, seed=seed_test, said="add").value for seed_test in (1, 2)
)
checks.that(
    not np.array_equal(first_test.layers[0].W, first_test.layers[1].W),
    "Two layers of one model began with the same weights. Which source of random numbers does a "
    "model keep for all of its layers?",
)
checks.that(
    not np.array_equal(first_test.layers[0].W, other_test.layers[0].W),
    "Two models with different seeds began with the same weights. Which source of random numbers "
    "belongs to a model?",
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
checks.that(
    not isinstance(getattr(model_test, "loss", None), str),
    "self.loss is a text. Under which name does keras_parts keep the functions for it?",
)
for name_test in ("optimizer", "loss", "loss_gradient"):
    checks.that(
        hasattr(model_test, name_test),
        f"After compile there is no self.{name_test}. Which line keeps it?",
    )
checks.that(
    getattr(model_test.optimizer, "learning_rate", None) == 0.5,
    "self.optimizer is not the one that compile was given. Which name did it come in under?",
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
checks.that(
    not callable(score_answer.value[0]),
    "evaluate returns the function self.loss, not a number. What does the function need to be "
    "called with?",
)
loss_answer = score_answer.item(0, "the loss").is_number()
loss_answer.is_not(2 / 3, "That is the accuracy. Which of the two comes first?")
loss_answer.is_not(-0.6380889, "Can a loss be negative?")
loss_answer.is_not(
    keras_parts.binary_crossentropy(y_hat_test, y_test),
    "y and y_hat have changed places. What does the loss take first?",
)
loss_answer.is_not(
    keras_parts.binary_crossentropy(X_test, y_test),
    "The inputs X are compared with y. Which method makes predictions of them?",
)
loss_answer.is_not(
    keras_parts.binary_crossentropy(y_test, X_test),
    "y is compared with the inputs X. Which method makes predictions of them?",
)
loss_answer.equals(0.6380889)
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
checks.passed("Model works here. The hidden tests try deeper stacks.")

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
# ### What it can do already
#
# The finished copy of your class meets the bank's customers of 07b.
#
# **Before you run the cell:** nothing has been learned yet. About how large will the loss be?

# %%
X_train, y_train = bank.loan_offers(400, seed=7)
model = keras_parts.Model(n_inputs=2, seed=0)
model.add(keras_parts.Dense(8, activation="relu"))
model.add(keras_parts.Dense(1, activation="sigmoid"))
model.compile(keras_parts.Adam(0.01), loss="binary_crossentropy")
loss, accuracy = model.evaluate(X_train, y_train)
print(f"loss {loss:.2f}, accuracy {accuracy:.2f}")

# %% [markdown]
# Near 0.69: it knows nothing. But look at the lines. *Define*, *compile*, *evaluate*: this is how a
# network is written in Keras. Only *fit* is missing.

# %% [markdown]
# ## What you have learned
#
# - SGD takes steps as long as the slope says. Adam makes its steps from the direction and usual
#   size of the slopes, so that steep and flat directions move alike.
# - A model is a list of layers. `add` puts one more at the end, `compile` writes down the optimizer
#   and the loss, `predict` goes forward through all of them, `evaluate` says how good that was.
#
# Next: [07d, fit, and the same in Keras](07d_fit_and_keras.ipynb).
#
# ## Go further
#
# - In the valley, give Adam the learning rates 0.01 and 1. How far below 0 does its first weight
#   run, if at all, and where is it after 200 steps?
# - Read the classes `SGD` and `Adam` in `course/toolbox/keras_parts.py`. Where does Adam keep its
#   `m` and `v`?
