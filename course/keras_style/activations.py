"""Activation functions, and the way back through each of them.

A function ``name(x)`` is used going forward. Its partner ``name_backward(a, blame)`` is used
going backward: `a` is what the function returned, `blame` is the slope of the loss with respect
to `a`, and the result is the slope of the loss with respect to `x`. Each partner needs only `a`,
so a layer remembers its outputs and can forget the sums they came from.
"""

import numpy as np

from course.keras_style.absent import getattr_of

# NumPy turns a plain number into an array at every use, which for ten rows takes as long as the
# sum itself. Numbers that are used in every step are therefore arrays from the start.
ZERO, ONE = np.array(0.0), np.array(1.0)

# exp(710) is more than a float64 can hold. Stopping at 700 costs nothing: 1 / (1 + exp(700)) is 0
# in all but name.
LARGEST_POWER = np.array(700.0)


def linear(x):
    """Return `x` unchanged: the activation of a layer that has none."""
    return x


def linear_backward(a, blame):
    """The slope of a straight line is 1: blame passes unchanged."""
    return blame


def relu(x):
    """Return `x` where it is positive and 0 elsewhere, in the shape of `x`."""
    return np.maximum(x, ZERO)


def relu_backward(a, blame):
    """Blame passes where the node was on (slope 1) and stops where it was off (slope 0)."""
    # `a` is never negative, so its sign is exactly that 1 or 0.
    return blame * np.sign(a)


def leaky_relu(x, negative_slope=0.2):
    """Return `x` where it is positive and a share of it elsewhere: no node is ever quite off."""
    return np.where(x >= 0, x, negative_slope * x)


def leaky_relu_backward(a, blame):
    """Blame passes where the node was on, and a fifth of it where it was off."""
    return np.where(a >= 0, blame, 0.2 * blame)


def elu(x, alpha=1.0):
    """Return `x` where it is positive and alpha * (exp(x) - 1), bent towards -alpha, elsewhere."""
    return np.where(x > 0, x, alpha * np.expm1(np.minimum(x, ZERO)))


def elu_backward(a, blame):
    """The slope is 1 for a positive node and exp(x), which is a + 1, for another."""
    return np.where(a > 0, blame, blame * (a + ONE))


def tanh(x):
    """Return the hyperbolic tangent of `x`, between -1 and 1, in the shape of `x`."""
    return np.tanh(x)


def tanh_backward(a, blame):
    """The slope of tanh is 1 - tanh squared."""
    return blame * (ONE - a * a)


def sigmoid(x):
    """Return 1 / (1 + exp(-x)), between 0 and 1, in the shape of `x`."""
    return ONE / (ONE + np.exp(np.minimum(np.negative(x), LARGEST_POWER)))


def sigmoid_backward(a, blame):
    """The slope of the sigmoid is a * (1 - a)."""
    return blame * a * (ONE - a)


def softmax(x, axis=-1):
    """Return exp(x) divided by its sum along `axis`: shares that add up to 1."""
    # Subtracting the largest x changes no share and keeps exp from overflowing.
    powers = np.exp(x - np.max(x, axis=axis, keepdims=True))
    return powers / np.sum(powers, axis=axis, keepdims=True)


def softmax_backward(a, blame):
    """Raising one share lowers all others, so each node answers for the row's mean blame too."""
    return a * (blame - np.sum(a * blame, axis=-1, keepdims=True))


BACKWARD = {
    linear: linear_backward,
    relu: relu_backward,
    leaky_relu: leaky_relu_backward,
    elu: elu_backward,
    tanh: tanh_backward,
    sigmoid: sigmoid_backward,
    softmax: softmax_backward,
}


def get(identifier):
    """Return the activation function for a name, a function of this module, or None (linear).

    Raises
    ------
    ValueError
        If there is no such activation here.
    """
    by_name = {function.__name__: function for function in BACKWARD}
    if identifier is None:
        return linear
    if isinstance(identifier, str) and identifier in by_name:
        return by_name[identifier]
    if callable(identifier) and identifier in BACKWARD:
        return identifier
    raise ValueError(
        f"activation: expected one of {', '.join(sorted(by_name))} or None, "
        f"received {identifier!r}, because going backward needs the slope of each activation."
    )


def refuse_one_share(activation, n_nodes, layer):
    """Raise ValueError if the share of a single node should be computed: it is always 1."""
    if activation is softmax and n_nodes == 1:
        raise ValueError(
            f"{type(layer).__name__} '{layer.name}': expected at least 2 units with softmax, "
            "received 1, because the share of a single node is always 1: did you mean "
            "activation='sigmoid'?"
        )


__getattr__ = getattr_of(__name__, "keras.activations")
