"""The definitions written down once more, in float64 throughout: what the right numbers are.

Real Keras on JAX rounds tanh and some losses to float32 even when told float64, so small
differences from it cannot tell who is right. Here every formula is spelled out as a textbook has
it, with no regard to speed, over `xp`: NumPy, or jax.numpy where slopes are asked for.
"""

import numpy as np

EPSILON = 1e-7

ACTIVATIONS = {
    "linear": lambda xp, x: x,
    "relu": lambda xp, x: xp.where(x > 0, x, 0.0),
    "leaky_relu": lambda xp, x: xp.where(x >= 0, x, 0.2 * x),
    "elu": lambda xp, x: xp.where(x > 0, x, xp.expm1(xp.minimum(x, 0.0))),
    "tanh": lambda xp, x: xp.tanh(x),
    "sigmoid": lambda xp, x: xp.exp(-xp.logaddexp(0.0, -x)),  # 1 / (1 + exp(-x))
    "softmax": lambda xp, x: (
        xp.exp(x - x.max(axis=1, keepdims=True))
        / xp.exp(x - x.max(axis=1, keepdims=True)).sum(axis=1, keepdims=True)
    ),
}


def outputs(xp, case, weights, x):
    """Return what the network of `case` gives for `x`."""
    weights = list(weights)
    for _, activation, use_bias in case.layers:
        x = x @ weights.pop(0)
        if use_bias:
            x = x + weights.pop(0)
        x = ACTIVATIONS[activation](xp, x)
    return x


def loss(xp, case, y, out):
    """Return the mean loss of outputs `out`."""
    if case.loss == "mean_squared_error":
        return ((y - out) ** 2).mean()
    if case.loss == "mean_absolute_error":
        return abs(y - out).mean()
    if case.loss == "binary_crossentropy":
        p = xp.clip(out, EPSILON, 1.0 - EPSILON)
        return -(y * xp.log(p) + (1.0 - y) * xp.log(1.0 - p)).mean()
    shares = xp.clip(out / out.sum(axis=1, keepdims=True), EPSILON, 1.0 - EPSILON)
    if case.loss.startswith("sparse"):
        y = xp.eye(out.shape[1])[y]
    return -(y * xp.log(shares)).sum(axis=1).mean()


def slopes(case):
    """Return a function of (weights, x, y): the slope of the loss for each weight."""
    import jax

    def total(weights, x, y):
        return loss(jax.numpy, case, y, outputs(jax.numpy, case, weights, x))

    # Step by step: compiled as a whole, slopes through some softmaxes came out as "nan".
    gradient = jax.grad(total)
    return lambda weights, x, y: [np.asarray(g) for g in gradient(list(weights), x, y)]


# One step of each optimizer as its paper has it: (w, g, memory, t) to the new w. What it
# remembers of a weight lives in the dict `memory`.


def sgd(w, g, memory, t, rate=0.05):
    return w - rate * g


def momentum(w, g, memory, t, rate=0.02, keep=0.9):
    v = memory["v"] = keep * memory.get("v", 0.0) - rate * g
    return w + v


def nesterov(w, g, memory, t, rate=0.02, keep=0.8):
    v = memory["v"] = keep * memory.get("v", 0.0) - rate * g
    return w + keep * v - rate * g


def adam(w, g, memory, t, rate=0.01, b1=0.9, b2=0.999, epsilon=1e-7):
    m = memory["m"] = b1 * memory.get("m", 0.0) + (1 - b1) * g
    v = memory["v"] = b2 * memory.get("v", 0.0) + (1 - b2) * g * g
    return w - rate * np.sqrt(1 - b2**t) / (1 - b1**t) * m / (np.sqrt(v) + epsilon)


def rmsprop(w, g, memory, t, rate=0.01, rho=0.9, keep=0.0, epsilon=1e-7):
    v = memory["v"] = rho * memory.get("v", 0.0) + (1 - rho) * g * g
    step = memory["step"] = keep * memory.get("step", 0.0) + rate * g / np.sqrt(v + epsilon)
    return w - step


def rmsprop_with_momentum(w, g, memory, t):
    return rmsprop(w, g, memory, t, rho=0.8, keep=0.5)


def train(case, step, weights, x, y, batch_size, epochs):
    """Return the weights after training on batches in order, by `step` of one optimizer."""
    gradient = slopes(case)
    memories = [{} for _ in weights]
    t = 0
    for _ in range(epochs):
        for start in range(0, len(x), batch_size):
            t += 1
            part = slice(start, start + batch_size)
            found = gradient(weights, x[part], y[part])
            parts = zip(weights, found, memories, strict=True)
            weights = [step(w, g, memory, t) for w, g, memory in parts]
    return weights
