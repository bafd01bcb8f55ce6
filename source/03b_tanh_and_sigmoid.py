# ---
# jupyter:
#   autograder:
#     assignment: 03_activation_functions
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
# # Unit 03b: Two smooth bends
#
# **The question of this notebook: which bends keep every number within bounds, and how does a
# computer work them out?**
#
# relu has no upper end: a sum of a million goes on as a million. The two activations of this
# notebook have bounds at both ends: one keeps every number between -1 and 1, the other between 0
# and 1. Both are made with powers, and powers can become too large for a computer. So you will also
# learn how such formulas are made safe.
#
# When you are done, you will be able to
#
# - write tanh and sigmoid yourself, so that they are safe for any number;
# - say between which numbers each of them lies, and where a node hardly reacts any more.
#
# Time: about 35 minutes. Points: 4. A word that you do not know? Look it up in the
# [glossary](../glossary.md).

# %%
import numpy as np

from course import checks, toolbox
from course.figures.activations import activation_cheat_sheet
from course.widgets.activation import explore_activation

# %% [markdown]
# ## 1. tanh: no number gets too large
#
# The second activation has a smooth bend: **tanh** (say "tanch"; its full name is *hyperbolic
# tangent*). Whatever comes in, what comes out lies between -1 and 1. It is made from the number
# $e = 2.718\ldots$, which NumPy raises to the power of $z$ with `np.exp(z)`:
#
# $$\tanh(z) = \frac{e^{z} - e^{-z}}{e^{z} + e^{-z}}$$
#
# **Before you run the next cell:** put $z = 0$ into the formula. Any number to the power of 0 is 1,
# so what is tanh of 0? (`round(number, 7)` leaves seven places behind the point.)

# %%
for z in [-5, -1, 0, 1, 5]:
    print("tanh of", z, "is", round(float(toolbox.tanh(z)), 7))

# %% [markdown]
# Far from 0 the result hardly changes any more: for 5 it is almost 1, and for 50 it will be as good
# as 1. Such a node is called **saturated**, like a sponge that cannot take more water.
#
# On paper the formula is perfect. A computer has one trouble with it: $e^z$ grows so quickly that
# it soon is larger than any number that a computer can store. This is called **overflow**. NumPy then says
# `inf` (infinity) and writes a warning. (The line `with np.errstate(over="ignore"):` only
# switches the warning off, for the lines below it that stand further to the right.)

# %%
with np.errstate(over="ignore"):
    for z in [10, 700, 1000]:
        print("e to the power of", z, "is", np.exp(z))
print("infinity divided by infinity is", np.inf / np.inf)

# %% [markdown]
# (In `1.0142320547350045e+304` the letter e has nothing to do with our $e$. Python writes very
# large numbers in this way: "times 10 to the power of 304".)
#
# `nan` means *not a number*. One `nan` in a network spoils every number that comes after it. So we
# write the formula differently, in two steps. Two reminders: $e^{-z}$ means $1 / e^{z}$, and when
# powers of $e$ are multiplied, the small numbers are added: $e^{z} \cdot e^{-z} = e^{0} = 1$, and
# $e^{-z} \cdot e^{-z} = e^{-2z}$.
#
# **Step 1.** Multiply the upper and the lower part of the fraction by $e^{-z}$. This changes
# nothing in the result, and only one power remains:
#
# $$\tanh(z) = \frac{(e^{z} - e^{-z}) \cdot e^{-z}}{(e^{z} + e^{-z}) \cdot e^{-z}}
# = \frac{1 - e^{-2z}}{1 + e^{-2z}}$$
#
# For a large positive $z$ all is well now: $e^{-2000}$ is so small that it counts as 0. For a large
# *negative* $z$ the power is still too large.
#
# **Step 2.** tanh of a negative number is the same as for the positive number, with a minus sign in
# front: $\tanh(-5) = -\tanh(5)$. So take the last fraction of step 1, with $|z|$, which is $z$ without
# its sign, in the place of $z$. At the end put the sign back:
#
# $$\tanh(z) = \text{sign of } z \cdot \frac{1 - e^{-2|z|}}{1 + e^{-2|z|}}$$
#
# NumPy has a function for each of these: `|z|` is `np.abs(z)` in Python, and `np.sign(z)` is only
# the sign.

# %%
z = np.array([-5.0, 0.0, 5.0])
print("without the sign:", np.abs(z))
print("only the sign:   ", np.sign(z))

# %% [markdown]
# ### Exercise 3: tanh (2 points)
#
# Write the function `tanh`, by the formula at the end of step 2. First compute the power
# $e^{-2|z|}$ once, and give it a name: `p = np.exp(...)`. The dots are not to be typed: they stand
# for what belongs there, here $-2|z|$ in Python, with its `*`. Then write the fraction with `p`, and
# multiply it by the sign. Put the upper and the lower part of the fraction into brackets each.
#
# (NumPy has a finished `np.tanh`, and the check below would take it. Write your own all the same:
# the point is to see what is inside.
# And switching the warning off, as in the cell above with `inf`, is no answer: the overflow is
# still there, only nobody hears of it.)


# %% nbgrader={"grade": false, "grade_id": "tanh", "locked": false, "schema_version": 3, "solution": true, "task": false}
def tanh(z):
    """Return the hyperbolic tangent of `z`, without overflow.

    Parameters
    ----------
    z : number, or array of any shape

    Returns
    -------
    number, or array of the same shape as z
        All between -1 and 1. For z = [-1, 0, 1] this is about [-0.76, 0, 0.76].
    """
    ### BEGIN SOLUTION
    p = np.exp(-2 * np.abs(z))
    return np.sign(z) * (1 - p) / (1 + p)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "tanh_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check tanh: single numbers, a table, and numbers far from 0. Run this cell.
from course import checks

try:
    one_answer = checks.call(tanh, 1.0)
except NameError as error_answer:
    checks.that(
        "'e' is not" not in str(error_answer),
        "Python knows no number called `e`. Which function of NumPy raises e to a power?",
    )
    raise
one_answer.is_not(0.7310585786, "That is between 0 and 1, a sigmoid. What is the formula of tanh?")
one_answer.is_not(0.4621171573, "That is tanh of one half. By what is z multiplied in the power?")
one_answer.is_not(
    1.3130352855, "The fraction stands on its head. Which part belongs above the line?"
)
one_answer.is_not(
    -0.7615941560,
    "The sign is the wrong way round. Is the power small, and what is subtracted from what?",
)
one_answer.is_not(1.7615941560, "1 is too much in it. How is the sign of z joined to the fraction?")
one_answer.is_not(
    0.1522338299,
    "The power was doubled. Where does the 2 of the formula stand: before it or in it?",
)
one_answer.is_not(0.1353352832, "That is the power alone. Which fraction is made with it?")
for mistake_test in (0.8646647168, 2.3504023873):
    one_answer.is_not(
        mistake_test, "That is the upper part of the fraction alone. What is it divided by?"
    )
for mistake_test in (2.9508259863, 1.2325441579, 2.5990789064, 0.8807970780):
    one_answer.is_not(
        mistake_test, "Division comes before plus and minus. Which parts belong in brackets?"
    )
one_answer.is_not(
    1.0,
    "The power has dropped out of this result. Which brackets, and which signs, does the fraction "
    "need?",
)
for e_test in (2.7, 2.71, 2.72, 2.718):
    one_answer.is_not(
        1 - 2 / (e_test**2 + 1),
        "That is close, but e has endlessly many digits. Which function of NumPy knows them?",
    )
one_answer.is_number()
one_answer.equals(0.7615941560)
minus_one_answer = checks.call(tanh, -1.0)
minus_one_answer.is_not(
    0.7615941560,
    "That is tanh of +1. Either the sign is missing, or it came in twice: is the power computed "
    "with |z|?",
)
minus_one_answer.is_not(
    -1.0, "For -1 the power has dropped out. Is the whole fraction multiplied by the sign of z?"
)
minus_one_answer.equals(-0.7615941560)
checks.call(tanh, 0.0).equals(0)
z_test = np.array([[0.5, -2.0], [0.0, 3.0]])
try:
    table_answer = checks.call(tanh, z_test, said="tanh of a 2 x 2 table")
except ValueError as error_answer:
    checks.that(
        "truth value" not in str(error_answer),
        "tanh works for one number, but not for a table: `if` decides about one number only. "
        "Which function of NumPy gives the sign of each number?",
    )
    raise
table_answer.is_not(
    z_test * np.abs(np.tanh(z_test)),
    "Each result is multiplied by z itself. Which function gives only the sign of z?",
)
table_answer.is_not(
    np.sign(z_test) * 0.7615941560,
    "All numbers but 0 get the same result, up to the sign. Where does z come into the power?",
)
table_answer.is_not(
    np.sign(z_test) * (2 / (1 + np.exp(-2) * np.abs(z_test)) - 1),
    "Here |z| is multiplied by a power of e. What belongs inside the brackets of np.exp?",
)
for places_test in (1, 2, 3, 4):
    table_answer.is_not(
        np.round(np.tanh(z_test), places_test), "The result is rounded. Which line does that?"
    )
table_answer.is_array((2, 2))
table_answer.equals([[0.4621171573, -0.9640275801], [0, 0.9950547537]])
table_answer.keeps_inputs()
try:
    with np.errstate(over="raise", divide="raise", invalid="raise"):
        far_answer = checks.call(tanh, np.array([-1000.0, 1000.0]), said="tanh of [-1000, 1000]")
except FloatingPointError:
    checks.that(
        False,
        "tanh of [-1000, 1000] runs into an overflow: np.exp gets a large positive number, for "
        "which its result does not fit. Is the number inside np.exp negative for both?",
    )
checks.that(
    far_answer.value == far_answer.value,  # nan is not equal to itself
    "tanh of [-1000, 1000] gives nan: infinity was divided by infinity. When a warning is switched "
    "off, the overflow is still there. Is the number inside np.exp negative for both?",
)
far_answer.equals([-1, 1])
checks.passed("tanh works here. The hidden tests try other shapes, and numbers far from 0.")

# %% nbgrader={"grade": true, "grade_id": "tanh_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
try:
    with np.errstate(over="raise", divide="raise", invalid="raise"):
        far_answer = checks.call(tanh, np.array([[-5000, 800], [0, -360]]), said="tanh far from 0")
except FloatingPointError as error_answer:
    checks.that(
        False,
        f"tanh far from 0 fails: {error_answer}. Which numbers does np.exp get for -5000, and "
        "which for 800?",
    )
far_answer.equals([[-1, 1], [0, -1]])
rng_test = np.random.default_rng(31)
for number_test in (2, -3, 0, np.float32(0.75), np.array(-0.5)):
    checks.call(tanh, number_test).is_number().equals(np.tanh(float(number_test)), atol=1e-6)
for shape_test in [(1,), (6,), (3, 4), (1, 3), (2, 3, 4)]:
    z_test = rng_test.normal(scale=2, size=shape_test)
    said_test = f"tanh of an array of shape {shape_test}"
    array_answer = checks.call(tanh, z_test, said=said_test).is_array(shape_test).keeps_inputs()
    array_answer.equals(
        np.tanh(z_test), "Try the formula by hand for one of the numbers.", atol=1e-6
    )
    mirrored_answer = checks.call(tanh, -z_test, said=said_test)
    checks.that(
        np.allclose(mirrored_answer.value, -array_answer.value, atol=1e-6),
        f"{said_test}: tanh(-z) should be -tanh(z). Where does the sign come in?",
    )
### END HIDDEN TESTS

# %% [markdown]
# ## 2. sigmoid: a number that can be a probability
#
# The third activation looks like tanh, but its result lies between **0 and 1**. It is called
# **sigmoid** (S-shaped):
#
# $$\text{sigmoid}(z) = \frac{1}{1 + e^{-z}}$$
#
# Because a probability is a number between 0 and 1, sigmoid is the usual last step of a network
# that answers a question with yes or no: 0.9 then means "yes, with a probability of 90 %".
#
# You may read that sigmoid gives a number between -1 and 1. **Before you run the next cell:** can
# that be? $e$ to any power is positive, so can $1 + e^{-z}$ ever be negative?

# %%
z = np.array([-5, -1, 0, 1, 5])
print("sigmoid:", toolbox.sigmoid(z).round(5))
print("tanh:   ", toolbox.tanh(z).round(5))

# %% [markdown]
# It is tanh that lies between -1 and 1.
#
# Again the formula overflows on one side: for $z = -1000$ the power is $e^{1000}$. And again there
# is a second way to write it. Multiply the upper and the lower part by $e^z$:
#
# $$\text{sigmoid}(z) = \frac{1 \cdot e^{z}}{(1 + e^{-z}) \cdot e^{z}} = \frac{e^{z}}{e^{z} + 1}$$
#
# The first form is safe where $z$ is positive, the second where $z$ is negative. The power that is
# safe is the same in both cases, $p = e^{-|z|}$: for a positive $z$ this is $e^{-z}$, for a
# negative $z$ it is $e^{z}$. Written with $p$, the two forms differ only in the upper part:
#
# | | fraction |
# | --- | --- |
# | where $z \ge 0$ | $1 / (1 + p)$ |
# | where $z < 0$ | $p / (1 + p)$ |
#
# ($z \ge 0$ says that $z$ is 0 or larger. In Python it is written `z >= 0`.)
#
# `np.where(condition, this, that)` chooses for each number: `this` where the condition holds,
# `that` where it does not. `this` and `that` can be numbers or arrays, and need not have to do with
# the condition. **Before you run the next cell:** what will it print?

# %%
ages = np.array([12, 30, 70])
prices = np.array([5, 8, 9])
print("under 18 it costs 2:", np.where(ages < 18, 2, prices))

# %% [markdown]
# ### Exercise 4: sigmoid (2 points)
#
# Write the function `sigmoid` so that it does not overflow. First compute the safe power `p` with
# `np.exp`, then choose the upper part of the fraction with `np.where`, then divide.
#
# (A warning to spare you a search: `np.where` computes **both** of its choices and then picks. So
# it does not help to give it a choice that overflows. Nor does it help to switch the warning
# off.)


# %% nbgrader={"grade": false, "grade_id": "sigmoid", "locked": false, "schema_version": 3, "solution": true, "task": false}
def sigmoid(z):
    """Return the sigmoid of `z`, without overflow.

    Parameters
    ----------
    z : number, or array of any shape

    Returns
    -------
    number, or array of the same shape as z
        All between 0 and 1. For z = [-1, 0, 1] this is about [0.27, 0.5, 0.73].
    """
    ### BEGIN SOLUTION
    p = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1, p) / (1 + p)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "sigmoid_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Check sigmoid: single numbers, a table, and numbers far from 0. Run this cell.
from course import checks

try:
    one_answer = checks.call(sigmoid, 1.0)
except NameError as error_answer:
    checks.that(
        "'e' is not" not in str(error_answer),
        "Python knows no number called `e`. Which function of NumPy raises e to a power?",
    )
    raise
except (AttributeError, TypeError) as error_answer:
    checks.that(
        "callable" in str(error_answer) or "'float' object" not in str(error_answer),
        "sigmoid(1.0) stops with an error: here z is one single number, and a loop, a place in "
        "square brackets or a word behind a dot needs an array. Which function of NumPy chooses "
        "for a number and for an array alike?",
    )
    raise
checks.that(
    getattr(one_answer.value, "dtype", np.dtype(float)).kind != "U",
    "sigmoid(1.0) gives a text and no number. What do quotes around a formula do to it?",
)
one_answer.is_not(
    0.7615941560, "That is tanh, which lies between -1 and 1. Between what lies sigmoid?"
)
one_answer.is_not(
    0.2689414214,
    "That is sigmoid of -1. For a positive z, is the power small, and what stands above the line?",
)
for mistake_test in (1.3678794412, 3.7182818285):
    one_answer.is_not(
        mistake_test,
        "That is 1 plus a power. Which part stands below the line, and is it in brackets?",
    )
for mistake_test in (0.8807970780, 0.1192029220):
    one_answer.is_not(
        mistake_test, "That belongs to 2 or to -2. By what is z multiplied in the power?"
    )
one_answer.is_not(
    0.4621171573,
    "1 minus the power stands above the line, as it does in tanh. What belongs there in sigmoid, "
    "where z is positive?",
)
one_answer.is_not(
    [0.7310585786, 0.2689414214], "Both fractions come back. Which function chooses between them?"
)
for places_test in (1, 2, 3, 4):
    one_answer.is_not(
        round(0.7310585786, places_test), "The result is rounded. Which line does that?"
    )
one_answer.is_not(
    2.7182818285, "That is e to the power of z alone. What is added in the lower part?"
)
one_answer.is_not(
    1,
    "That is the upper part of the fraction alone, or a rounded result. Which step is missing, or "
    "too many?",
)
one_answer.is_not(
    0.3678794412, "That is the safe power alone. What is missing to make it a fraction?"
)
one_answer.is_not(
    0.5344466452, "The fraction was divided twice by its lower part. Where does it belong?"
)
one_answer.is_not(1.5819767069, "The result is larger than 1. Which sign stands in the lower part?")
for e_test in (2.7, 2.71, 2.72, 2.718):
    one_answer.is_not(
        e_test / (e_test + 1),
        "That is close, but e has endlessly many digits. Which function of NumPy knows them?",
    )
one_answer.is_number()
one_answer.equals(0.7310585786)
minus_one_answer = checks.call(sigmoid, -1.0)
minus_one_answer.is_not(
    0.7310585786,
    "That is sigmoid of +1. For a negative z, is the power small, and what stands above the line?",
)
minus_one_answer.is_not(
    0.7357588823,
    "That is twice the power: it was divided by 1 alone. What stands below the line, and is it in "
    "brackets?",
)
minus_one_answer.is_not(
    -0.7310585786,
    "A sigmoid is never negative. Where z is negative, what stands above the line: z, a sign or "
    "the power?",
)
minus_one_answer.is_not(
    0.4621171573,
    "1 minus the power stands above the line, as it does in tanh. What belongs there in sigmoid, "
    "where z is negative?",
)
minus_one_answer.is_not(
    0, "Nothing is left of the fraction at -1. What belongs above its line where z is negative?"
)
minus_one_answer.is_not(
    -0.2689414214, "A sigmoid is never negative. What stands above the line where z is negative?"
)
minus_one_answer.is_not(
    0.5, "For -1 one half comes out. Is the part below the line the same as for +1?"
)
minus_one_answer.equals(0.2689414214)
zero_answer = checks.call(sigmoid, 0)
zero_answer.is_not(
    0, "Nothing is left of the fraction at 0. What belongs above its line where z is not negative?"
)
zero_answer.equals(0.5)
z_test = np.array([[0.5, -2.0], [0.0, 3.0]])
try:
    table_answer = checks.call(sigmoid, z_test, said="sigmoid of a table")
except ValueError as error_answer:
    checks.that(
        "truth value" not in str(error_answer),
        "sigmoid works for one number, but not for a table: `if` decides about one number only. "
        "Which function of NumPy chooses for each number?",
    )
    raise
table_answer.is_array((2, 2))
table_answer.equals([[0.6224593312, 0.1192029220], [0.5, 0.9525741268]])
table_answer.keeps_inputs()
try:
    with np.errstate(over="raise", divide="raise", invalid="raise"):
        far_answer = checks.call(
            sigmoid, np.array([-1000.0, 1000.0]), said="sigmoid of [-1000, 1000]"
        )
except FloatingPointError:
    checks.that(
        False,
        "sigmoid of [-1000, 1000] runs into an overflow: np.exp gets a large positive number, for "
        "which its result does not fit. Is the number inside np.exp negative for both?",
    )
checks.that(
    far_answer.value == far_answer.value,  # nan is not equal to itself
    "sigmoid of [-1000, 1000] gives nan: infinity was divided by infinity. When a warning is "
    "switched off, the overflow is still there. Is the number inside np.exp negative for both?",
)
far_answer.equals([0, 1])
# A power that overflows at -720 makes exactly 0 there, and a tiny number at -700.
names_test = getattr(getattr(sigmoid, "__code__", None), "co_names", ())
if {"errstate", "seterr"} & set(names_test):
    tiny_answer = checks.call(sigmoid, np.array([-700.0, -720.0])).is_array((2,))
    checks.that(
        tiny_answer.value[0] == 0 or tiny_answer.value[1] > 0,
        "sigmoid of [-1000, 1000] is right, but the power overflows on the way: the warning is "
        "only switched off. With which power is there nothing to warn of?",
    )
checks.passed("sigmoid works here. The hidden tests try other shapes, and numbers far from 0.")

# %% nbgrader={"grade": true, "grade_id": "sigmoid_hidden", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
try:
    with np.errstate(over="raise", divide="raise", invalid="raise"):
        far_answer = checks.call(
            sigmoid, np.array([[-5000, 800], [0, -720]]), said="sigmoid far from 0"
        )
except FloatingPointError as error_answer:
    checks.that(
        False,
        f"sigmoid far from 0 fails: {error_answer}. Which numbers does np.exp get for -5000, and "
        "which for 800?",
    )
far_answer.equals([[0, 1], [0.5, 0]])
names_test = getattr(getattr(sigmoid, "__code__", None), "co_names", ())
if {"errstate", "seterr"} & set(names_test):
    tiny_answer = checks.call(sigmoid, np.array([-700.0, -720.0])).is_array((2,))
    checks.that(
        tiny_answer.value[0] == 0 or tiny_answer.value[1] > 0,
        "sigmoid far from 0: the power overflows, and the warning is only switched off. Which "
        "numbers does np.exp get for -720?",
    )
rng_test = np.random.default_rng(32)
for number_test in (2, -3, 0, np.float32(0.75), np.array(-0.5)):
    expected_test = (1 + np.tanh(float(number_test) / 2)) / 2
    checks.call(sigmoid, number_test).is_number().equals(expected_test, atol=1e-6)
for shape_test in [(1,), (6,), (3, 4), (1, 3), (2, 3, 4)]:
    z_test = rng_test.normal(scale=3, size=shape_test)
    said_test = f"sigmoid of an array of shape {shape_test}"
    array_answer = checks.call(sigmoid, z_test, said=said_test).is_array(shape_test).keeps_inputs()
    array_answer.equals(
        (1 + np.tanh(z_test / 2)) / 2, "Try the formula by hand for one of the numbers.", atol=1e-6
    )
    mirrored_answer = checks.call(sigmoid, -z_test, said=said_test)
    checks.that(
        np.allclose(array_answer.value + mirrored_answer.value, 1),
        f"{said_test}: sigmoid(z) and sigmoid(-z) should sum to 1, like the chances of yes and no.",
    )
### END HIDDEN TESTS

# %% [markdown]
# ## 3. The cheat sheet
#
# Here are the three activations side by side, and in front of them *identity*, which means: the
# node sends its sum on as it is, without an activation. The lower row shows how steep each curve
# is. Steep means that a small change of the sum changes what the node sends on; flat means that the
# node hardly reacts.

# %%
activation_cheat_sheet()

# %% [markdown]
# Look at the ends of tanh and sigmoid, and at the left half of relu: their curves are flat there. A
# saturated node hardly reacts. In unit 06, when the network learns, this will matter.
#
# The next picture shows one of the curves, and how steep it is at one sum. Choose the activation in
# the menu and move the sum with the slider.
#
# **Before you move anything:** at which sum is sigmoid steepest? And from which sum on does a node
# with tanh hardly react, with a slope of about 0.01 or less? The dashed line on the left is as steep
# as the curve is at the dot; the dot on the right says how steep that is.

# %%
explore_activation("tanh", z=1)

# %% [markdown]
# sigmoid is steepest at the sum 0, and even there its slope is only one quarter. At the same place
# tanh has the slope 1. At 2 and at -2 the slope of tanh is less than a tenth, and at 3 and at -3 it
# is about a hundredth: from there on the node hardly reacts.
#
# ## What you have learned
#
# - tanh goes from -1 to 1, sigmoid from 0 to 1. Both are smooth, and flat at both ends.
# - A formula with $e^z$ can overflow. Rewrite it so that the number inside `np.exp` is never
#   positive.
# - Where a curve is flat, the node hardly reacts to a change of its sum.
#
# Press **Check all** above. **Next:**
# [03c, from the sum to the answer](03c_from_sum_to_answer.ipynb). There the nodes use what you have
# written.
#
# ## Go further
#
# - tanh and sigmoid are the same curve in different sizes. The cell below prints `tanh(z)`, and
#   below it `2 * sigmoid(2 * z) - 1`. Try other numbers.

# %%
z = np.array([-2.0, 0.5, 1.0])
print(toolbox.tanh(z).round(6))
print((2 * toolbox.sigmoid(2 * z) - 1).round(6))
