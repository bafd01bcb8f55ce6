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
# # Unit 05c: Downhill
#
# **The question of this notebook: how do you get down, and how long should a step be?**
#
# You can find the slope of a cost, by a formula or by trying. Now you use it. At the end of this
# sitting you will have written the loop that trains nearly every network in use today.
#
# When you are done, you will be able to
#
# - make one step downhill, and many;
# - see from the costs whether the steps are too short or too long;
# - say what a long, narrow bowl is, and how one makes it rounder.
#
# Time: about 40 minutes. Points: 4. A word that you do not know? Look it up in the
# [glossary](../glossary.md).

# %%
import numpy as np

from course import checks, toolbox
from course.figures.bowl import draw_bowl, draw_two_maps
from course.figures.descent import draw_learning_rates, draw_walk
from course.widgets.learning_rate import explore_learning_rate

# %% [markdown]
# ## 1. One step
#
# Here are the four customers again: their accounts, as a table of four rows and one column, and
# their transactions.

# %%
accounts = np.array([1.0, 2.0, 3.0, 4.0])
transactions = np.array([7.0, 19.0, 31.0, 45.0])
X_one = np.column_stack([accounts])
print(X_one)

# %% [markdown]
# Which way is down? **Against** the slope. A positive slope says that more weight costs more, so
# the weight must shrink. A negative slope says that it must grow. And where it is steep, the lowest
# point is probably still far away, so the step may be long:
#
# $$w_{\text{new}} = w - lr \cdot \text{slope}$$
#
# `lr` is a small positive number, the **learning rate**. For instance, at `w = 2` the slope is -129.
# With `lr = 0.02` the step goes to $2 - 0.02 \cdot (-129) = 2 + 2.58 = 4.58$.
#
# **Before you run the next cell:** will the second step be longer or shorter than the first?

# %%
for place in (2.0, 4.58, 6.386):
    slope_here = toolbox.slope(X_one, transactions, np.array([place]))[0]
    print(
        f"at {place:.3f} the slope is {slope_here:.2f}, the step goes {-0.02 * slope_here:.3f} far"
    )

# %% [markdown]
# ### Exercise 4: one step (2 points)
#
# Write the function `update`. It takes the weights `w`, the `gradient` (an array of the same
# shape) and the learning rate `lr`, and returns the **new** weights. The array `w` itself must
# stay as it is: whoever called the function may still need the old weights.


# %% nbgrader={"grade": false, "grade_id": "update", "locked": false, "schema_version": 3, "solution": true, "task": false}
def update(w, gradient, lr):
    """Return the weights after one step downhill.

    Parameters
    ----------
    w : array of shape (n,)
        The weights before the step. They are not changed.
    gradient : array of shape (n,)
        The slope of the cost along each weight.
    lr : float
        The learning rate.

    Returns
    -------
    array of shape (n,)
        For w = [2], gradient = [-129] and lr = 0.02 this is [4.58].
    """
    ### BEGIN SOLUTION
    return w - lr * gradient
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "update_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check update: two weights, then three. Run this cell.
from course import checks

w_test, gradient_test = np.array([1.0, 2.0]), np.array([10.0, -30.0])
new_answer = checks.call(update, w_test, gradient_test, 0.1)
if np.shape(new_answer.value) == ():
    new_answer.is_not(
        5, "That is the last weight alone. Where are the new weights of the others kept?"
    )
    new_answer.is_not(0, "That is the first weight alone. Where are the others computed?")
new_answer.is_not(
    [[0, 1], [4, 5]],
    "Each slope has moved all weights. Which single weight belongs to each slope?",
)
new_answer.is_array((2,))
new_answer.is_not(
    [0.8, 2.6], "A step with lr = 0.02 was made. Which name holds the lr that came in?"
)
new_answer.is_not(
    [-0.9, 3.2],
    "The slope was subtracted from the weight first, then lr came. Which part does lr belong to?",
)
new_answer.is_not([2, -1], "That is a step uphill. Does a positive slope make the weight larger?")
new_answer.is_not([-9, 32], "That step is 10 times too long. Where does lr come in?")
new_answer.is_not([1, -3], "That is the step alone, lr times the slope. Where does it start?")
new_answer.is_not([-1, 3], "That is the step alone. Where does it start?")
new_answer.is_not(
    [-99, 302], "The slope was divided by lr. Does a small lr make long or short steps?"
)
new_answer.is_not([1, 2], "These are the old weights. Which name holds the new ones?")
new_answer.is_not([0, -5], "The sign is reversed. What is subtracted from what?")
new_answer.is_not([-9.9, 30.2], "lr has shortened w, and not the step. What belongs to lr?")
new_answer.is_not(
    [9, -57], "lr was subtracted from w, before the multiplication. To what does lr belong?"
)
new_answer.is_not(
    [0, -1], "Both weights became smaller. Which way should the weight with the slope -30 go?"
)
new_answer.is_not([3, 4], "Both weights moved by the same amount. Has each of them its own slope?")
new_answer.is_not([0, 1], "Both weights moved by the slope of the first. Has each of them its own?")
new_answer.is_not([4, 5], "Both weights moved by the slope of the last. Has each of them its own?")
new_answer.is_not(
    [0, 8], "The step was multiplied by the weight, too. Which two numbers make a step?"
)
new_answer.equals([0, 5], "Work it out by hand for each weight: where does it differ?")
new_answer.keeps_inputs()
new_answer = checks.call(update, np.array([3.0, -1.0, 0.5]), np.array([2.0, 0.0, -4.0]), 0.25)
new_answer.equals([2.5, -1, 1.5], "Does it work for any number of weights and any lr?")
checks.passed("update works here. The hidden tests try other weights and a learning rate of 0.")

# %% nbgrader={"grade": true, "grade_id": "update_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
checks.call(update, np.array([2.0]), np.array([-129.0]), 0.02).equals([4.58])
flat_answer = checks.call(
    update, np.array([3.0, -4.0]), np.zeros(2), 0.1, said="update where it is flat"
)
flat_answer.equals([3, -4], "Where the slope is 0, should the weights move?")
rng_test = np.random.default_rng(53)
for n_test in (1, 2, 8):
    w_test, gradient_test = rng_test.normal(size=n_test), rng_test.normal(size=n_test)
    for lr_test in (0.0, 0.001, 0.5, 3.0):
        new_answer = checks.call(
            update,
            w_test,
            gradient_test,
            lr_test,
            said=f"update of an array of length {n_test}, lr = {lr_test},",
        )
        new_answer.is_array((n_test,)).keeps_inputs()
        # One number at a time: the new weight, the old one and the step must add up.
        expected_test = [
            float(a) + lr_test * -float(s) for a, s in zip(w_test, gradient_test, strict=True)
        ]
        new_answer.equals(expected_test, "Does every weight move against its own slope?", atol=1e-6)
### END HIDDEN TESTS

# %% [markdown]
# ## 2. Gradient descent
#
# Step after step after step: that is **gradient descent**. In each step,
#
# 1. find the slope **where you stand now**;
# 2. update the weights;
# 3. write down the cost.
#
# The list of the costs is called the **history**. It shows whether the walk goes down.
#
# **Before you go on:** the walk above began at the weight 2 with a cost of 561. Three steps were
# made. How many numbers will the history hold, and will 561 be one of them?

# %% [markdown]
# ### Exercise 5: gradient descent (2 points)
#
# Write the function `gradient_descent`. It starts at `w`, makes `n_steps` steps, and returns
# **two** things: the weights at the end, and the history, a list with the MSE **after** each step
# (so its length is `n_steps`, and the cost at the start is not in it).
#
# You may call `toolbox.slope(X, y, w)`, `toolbox.update(w, gradient, lr)` and
# `toolbox.mean_squared_error(y, y_hat)`. The predictions are `X @ w`. `range(n_steps)` counts the
# steps. A list begins as `history = []` and grows with `history.append(...)`. Two things are
# returned by `return first, second`.


# %% nbgrader={"grade": false, "grade_id": "gradient_descent", "locked": false, "schema_version": 3, "solution": true, "task": false}
def gradient_descent(X, y, w, lr, n_steps):
    """Walk downhill from `w` and return where the walk ended and the cost after each step.

    Parameters
    ----------
    X : array of shape (n, n_features)
        One row for each observation.
    y : array of shape (n,)
        What was observed.
    w : array of shape (n_features,)
        Where to start. It is not changed.
    lr : float
        The learning rate.
    n_steps : int
        How many steps to make.

    Returns
    -------
    w : array of shape (n_features,)
        The weights after the last step.
    history : list of float
        The mean squared error after each step, n_steps numbers.
    """
    ### BEGIN SOLUTION
    history = []
    for _ in range(n_steps):
        w = toolbox.update(w, toolbox.slope(X, y, w), lr)
        history.append(toolbox.mean_squared_error(y, X @ w))
    return w, history
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "gradient_descent_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check gradient_descent: 3 steps with one weight, then 2 steps with two. Run this cell.
from course import checks

X_test = np.array([[1.0], [2.0], [3.0], [4.0]])
y_test = np.array([7.0, 19.0, 31.0, 45.0])
gradient_descent_answer = checks.call(
    gradient_descent,
    X_test,
    y_test,
    np.array([2.0]),
    0.02,
    3,
    said="gradient_descent from w = [2], 3 steps,",
)
checks.that(
    not isinstance(gradient_descent_answer.value, np.ndarray)
    or np.shape(gradient_descent_answer.value) != (1,),
    "gradient_descent should return 2 things, the weights and the history; it returned one array "
    "with a single number, such as the weights alone. What else belongs behind `return`?",
)
checks.that(
    not isinstance(gradient_descent_answer.value, list)
    or len(gradient_descent_answer.value) == 0
    or not all(isinstance(part_test, float) for part_test in gradient_descent_answer.value),
    "gradient_descent should return 2 things, the weights and the history; it returned one list of "
    "numbers. Which of the two is missing?",
)
gradient_descent_answer.has_parts(2, "the weights and the history")
checks.that(
    np.shape(gradient_descent_answer.value[0]) != (3,)
    or np.shape(gradient_descent_answer.value[1]) != (1,),
    "gradient_descent returns three numbers, then one. Which of the two should come first?",
)
end_answer = gradient_descent_answer.item(0, "w").is_array((1,))
end_answer.is_not(
    [9.74], "Every step was equally long. Is the slope the same everywhere on the way?"
)
end_answer.is_not(
    [4.58],
    "That is where the walk stands after 1 step. "
    + (
        "Which name must hold the new weights when the next step begins?"
        if np.shape(gradient_descent_answer.value[1]) == (3,)
        else "Does `return` stand in the loop?"
    ),
)
end_answer.is_not(
    [-8.2942], "The walk goes uphill. Which way does update go when it gets the slope?"
)
end_answer.is_not(
    [6.386], "That is where the walk stands after 2 steps. How often does the loop run?"
)
end_answer.is_not(
    [8.53514], "That is where the walk stands after 4 steps. How often does the loop run?"
)
end_answer.is_not(
    [10.1042327],
    "That is where the walk stands after 8 steps. How many were asked for?",
)
end_answer.is_not(
    [6.9642344], "The walk began at the weight 0. Which name holds the place where it should begin?"
)
end_answer.is_not(
    [-4.3662],
    "What `update` returned was subtracted from w. What does it return: a step, or new weights?",
)
end_answer.is_not(
    [-31497.447616], "`update` takes three things. In which order do they go into its brackets?"
)
end_answer.equals(
    [7.6502],
    "The walk ends where it began: its steps are 0 long, or the new weights are lost. Which of the "
    "two is it here?"
    if np.array_equal(end_answer.value, [2])
    else "The first three steps lead to 4.58, 6.386 and 7.6502. Which one differs?",
)
history_answer = gradient_descent_answer.item(1, "history")
if np.shape(history_answer.value) == (4,):
    history_answer.is_not(
        [561, 278.103, 139.48347, 71.5599003],
        "The cost at the start is in it. After which moment should a cost be written down?",
    )
if np.shape(history_answer.value) == (1,):
    history_answer.is_not(
        [71.5599003],
        "Only the last cost is in it. Is the list made once, before the loop, and does it grow in "
        "each step?",
    )
if np.shape(history_answer.value) == (6,):
    history_answer.is_not(
        [0, 0, 0, 278.103, 139.48347, 71.5599003],
        "The costs come after three zeros. What should the list hold when the loop begins?",
    )
history_answer.is_not(489.1463703, "The costs were added up. What keeps each of them?")
history_answer.is_not([], "Nothing has arrived in it. How does a list grow by one number?")
history_answer.is_not(
    [[4.58], [6.386], [7.6502]], "These are the weights. What is asked for after each step?"
)
history_answer.is_not([636.3964, 564.094996, 517.36536], "Is the prediction `w` or X @ w?")
history_answer.is_not(71.5599003, "Only the last cost is there. Where are the others kept?")
history_answer.is_not(
    [561, 278.103, 139.48347],
    "These are the costs before each step. When is the cost written down?",
)
history_answer.is_not(
    [1112.412, 557.93388, 286.2396012], "These are SSE. Which cost was asked for?"
)
history_answer.is_not(
    [16.67642048, 11.81031202, 8.459308500], "These are RMSE. Which cost was asked for?"
)
history_answer.is_not(
    [561, 561, 561], "The cost never changes. Are the predictions made anew after each step?"
)
history_answer.is_not([422.373, 340.64247, 312.5412003], "Is the prediction X @ w?")
history_answer.equals(
    [278.103, 139.48347, 71.5599003], "Is it the MSE of the predictions X @ w, after each step?"
)
gradient_descent_answer.keeps_inputs()
X_test = np.array([[1.0, 0.0], [0.0, 2.0], [1.0, 1.0]])
y_test = np.array([1.0, 2.0, 6.0])
gradient_descent_answer = checks.call(
    gradient_descent,
    X_test,
    y_test,
    np.zeros(2),
    0.3,
    2,
    said="gradient_descent with 2 weights, 2 steps,",
)
gradient_descent_answer.has_parts(2, "the weights and the history")
gradient_descent_answer.item(0, "w").equals([1.84, 1.72])
gradient_descent_answer.item(1, "history").equals(
    [3.64, 2.91093333], "Is it the MSE of the predictions X @ w, after each step?"
)
checks.passed("gradient_descent works here. The hidden tests try longer walks and more weights.")

# %% nbgrader={"grade": true, "grade_id": "gradient_descent_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
rng_test = np.random.default_rng(54)
for n_test, n_features_test, lr_test, n_steps_test in [
    (1, 1, 0.1, 1),
    (4, 1, 0.3, 2),
    (20, 3, 0.1, 7),
    (8, 2, 0.05, 40),
]:
    X_test, y_test, start_test = (
        rng_test.normal(size=(n_test, n_features_test)),
        rng_test.normal(size=n_test),
        rng_test.normal(size=n_features_test),
    )
    said_test = f"gradient_descent with X of shape {X_test.shape}, n_steps = {n_steps_test},"
    gradient_descent_answer = checks.call(
        gradient_descent, X_test, y_test, start_test, lr_test, n_steps_test, said=said_test
    )
    gradient_descent_answer.has_parts(2, "the weights and the history").keeps_inputs()
    # On a bowl every step multiplies the way to the lowest point by the same matrix.
    best_test = np.linalg.lstsq(X_test, y_test, rcond=None)[0]
    shrink_test = np.eye(n_features_test) - lr_test * 2 / n_test * np.einsum(
        "ni,nj->ij", X_test, X_test
    )
    places_test = [
        best_test + np.linalg.matrix_power(shrink_test, k) @ (start_test - best_test)
        for k in range(n_steps_test + 1)
    ]
    costs_test = [
        float(np.linalg.norm(y_test - X_test.dot(place)) ** 2 / n_test) for place in places_test
    ]
    end_answer = gradient_descent_answer.item(0, "w").is_array((n_features_test,))
    end_answer.equals(
        places_test[-1], "Is the slope taken anew in each step, and is every step made?", 1e-4, 1e-5
    )
    gradient_descent_answer.item(1, "history").equals(
        costs_test[1:], "Is the cost written down once after each step?", 1e-4
    )
still_answer = checks.call(
    gradient_descent, X_test, y_test, start_test, 0.1, 0, said="gradient_descent with 0 steps"
)
still_answer.has_parts(2, "the weights and the history").item(0, "w").equals(start_test)
checks.that(len(still_answer.value[1]) == 0, "With 0 steps the history should be empty. Is it?")
### END HIDDEN TESTS

# %% [markdown]
# Here is the walk from `w = 2` with the learning rate 0.02. (`walk_from` collects the weight after
# 0, 1, 2 and more steps, made with the course's own `gradient_descent`.)


# %%
def walk_from(start, lr, n_steps, X=X_one, y=transactions):
    walk = []
    for k in range(n_steps + 1):
        result = toolbox.gradient_descent(X, y, start, lr, k)
        walk.append(result[0])  # the weights; result[1] is the history
    return np.array(walk)


start_one = np.array([2.0])
draw_walk(accounts, transactions, walk_from(start_one, 0.02, 8)[:, 0])

# %% [markdown]
# ## 3. How long should a step be?
#
# **Before you run the next cell:** what will happen with a learning rate of 0.002? And with 0.14?

# %%
walks = {}  # for each learning rate, the weight after each step
for rate in (0.002, 0.04, 0.14):
    walks[rate] = walk_from(start_one, rate, 8)[:, 0]
    print("lr =", rate, " weights:", walks[rate].round(1))
draw_learning_rates(accounts, transactions, walks, span=(-10, 30))

# %% [markdown]
# With 0.14 each step jumps over the lowest point and lands **higher** on the other side, where it
# is steeper, so that the next jump is longer still. A history that rises is the sign of a
# learning rate that is too large. A history that hardly falls is the sign of one that is too
# small. The numbers differ from task to task: try a few, each 3 or 10 times as large as the one
# before.

# %% [markdown]
# Now choose the learning rate yourself. The second slider sets how many steps are made, so that you
# can also watch one step after the other.
#
# **Before you move anything:** the slider goes up in steps of 0.001. With which rate does the very
# first step land nearest to the lowest point, 10.6? (The title shows where.) And from which rate on
# does the walk get away? Look at the side on which each step lands.

# %%
explore_learning_rate(accounts, transactions, start=2, lr=0.02, n_steps=8)

# %% [markdown]
# (With 0.067 the first step goes to 10.64. Up to 0.133 the walk still comes nearer, very slowly and
# from side to side. With 0.134 it gets away.)

# %% [markdown]
# ## 4. Two weights: a bowl
#
# With two weights the cost is a surface over a plane. For a linear model it is always a **bowl**
# with one lowest point. (For a network it is a landscape with many valleys, and gradient descent
# may end in any of them.) The drawing shows the mean squared error of four customers with two
# features, accounts and family members, and 20 steps of gradient descent.

# %%
X_two = np.array([[1.0, 2.0], [2.0, 0.0], [3.0, 3.0], [4.0, 1.0]])  # accounts, family members
transactions_two = np.array([17.0, 21.0, 42.0, 45.0])
start_two = np.array([2.0, -6.0])
walk_long = walk_from(start_two, 0.04, 20, X_two, transactions_two)
draw_bowl(X_two, transactions_two, walk_long)

# %% [markdown]
# The walk dives down the steep side, then creeps along the flat floor. One learning rate has to
# do for both: on the steep side it must not be too large, and so on the floor it is rather small.
#
# Why is this bowl so long? Neither feature is ever negative. If *both* weights grow, all
# predictions grow: that is steep. If one grows and the other shrinks, the predictions hardly
# change: that is flat. So one *centres* the features before training: from each column its mean
# is subtracted. Then about half of its numbers are negative. Here is the bowl after that. (As this
# small model has no bias, the mean of `y` is subtracted from `y`, too.)

# %%
X_centred = X_two - np.mean(X_two, axis=0)
y_centred = transactions_two - np.mean(transactions_two)
walk_round = walk_from(start_two, 0.3, 4, X_centred, y_centred)
draw_two_maps(
    {
        "as it was, 20 steps with lr = 0.04": (X_two, transactions_two, walk_long),
        "after centring, 4 steps with lr = 0.3": (X_centred, y_centred, walk_round),
    }
)

# %% [markdown]
# On the left, the bowl is 7.8 times as steep across as it is along. On the right, after centring,
# it is equally steep in every direction. So every step points straight at the lowest point, and
# the learning rate can be much larger: with 0.3, the walk on the left would fly out of the bowl.
# (It is quite round because our two features do not rise and fall together. Where features do,
# centring makes the bowl rounder, and a part of its length stays.)
#
# A second thing makes a bowl long: a feature that spreads much wider around its mean than another.
# Our two columns spread equally wide, so here there is nothing to do. Elsewhere one also divides
# each centred column by its spread. The next sitting does both for the bank.

# %% [markdown]
# ## What you have learned
#
# - A step goes against the slope, and the learning rate decides how far.
# - Gradient descent finds the slope anew after every step. Its history shows whether it goes down.
# - Too small a learning rate hardly moves. Too large a one climbs.
# - Features around 0 and of similar spread make the bowl rounder, and the walk in it is shorter.
#
# All rows in each step: that is slow for a million customers. The next sitting takes a few rows at
# a time: [05d: mini-batches](05d_mini_batches.ipynb).
#
# ## Go further
#
# Between the rates 0.133 and 0.134, at exactly $2 / 15$, something special happens. Run the cell
# below and look at the costs. Then try rates a little below and above.

# %%
lr = 2 / 15
w_end, costs = toolbox.gradient_descent(X_one, transactions, np.array([2.0]), lr, n_steps=6)
print("weight after 6 steps:", w_end.round(3))
print("costs:", np.round(costs, 3))
