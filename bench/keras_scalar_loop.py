"""The bound: the same training as one compiled loop over single numbers, nothing else."""

import math

import numpy as np
from numba import njit


@njit(fastmath=True)
def train(x, y, sizes, parameters, batch_size, epochs):
    """Train relu layers with a sigmoid or softmax end by Adam, changing `parameters`."""
    n_rows, n_layers = len(x), len(sizes) - 1
    gradients = np.zeros_like(parameters)
    m, v = np.zeros_like(parameters), np.zeros_like(parameters)
    widest = sizes.max()
    a = np.zeros((n_layers + 1, widest))
    blame = np.zeros((n_layers + 1, widest))
    t = 0
    for _ in range(epochs):
        order = np.random.permutation(n_rows)  # noqa: NPY002 - numba knows no Generator
        for first in range(0, n_rows, batch_size):
            last = min(first + batch_size, n_rows)
            gradients[:] = 0.0
            for place in range(first, last):
                row = order[place]
                a[0, : sizes[0]] = x[row]
                _forward(a, sizes, parameters)
                for k in range(sizes[-1]):
                    blame[n_layers, k] = (a[n_layers, k] - y[row, k]) / (last - first)
                _backward(a, blame, sizes, parameters, gradients)
            t += 1
            rate = 0.001 * math.sqrt(1 - 0.999**t) / (1 - 0.9**t)
            for i in range(len(parameters)):
                g = gradients[i]
                m[i] += 0.1 * (g - m[i])
                v[i] += 0.001 * (g * g - v[i])
                parameters[i] -= rate * m[i] / (math.sqrt(v[i]) + 1e-7)


@njit(fastmath=True)
def _forward(a, sizes, parameters):
    n_layers = len(sizes) - 1
    start = 0
    for layer in range(n_layers):
        n, k = sizes[layer], sizes[layer + 1]
        bias = start + n * k
        for j in range(k):
            a[layer + 1, j] = parameters[bias + j]
        for i in range(n):
            ai = a[layer, i]
            for j in range(k):
                a[layer + 1, j] += ai * parameters[start + i * k + j]
        if layer < n_layers - 1:
            for j in range(k):
                a[layer + 1, j] = max(a[layer + 1, j], 0.0)
        start = bias + k
    out = a[n_layers, : sizes[-1]]
    if len(out) == 1:
        out[0] = 1.0 / (1.0 + math.exp(-out[0]))
    else:
        out[:] = np.exp(out - out.max())
        out /= out.sum()


@njit(fastmath=True)
def _backward(a, blame, sizes, parameters, gradients):
    start = len(parameters)
    for layer in range(len(sizes) - 2, -1, -1):
        n, k = sizes[layer], sizes[layer + 1]
        start -= n * k + k
        for j in range(k):
            gradients[start + n * k + j] += blame[layer + 1, j]
        for i in range(n):
            ai, total = a[layer, i], 0.0
            for j in range(k):
                total += parameters[start + i * k + j] * blame[layer + 1, j]
                gradients[start + i * k + j] += ai * blame[layer + 1, j]
            blame[layer, i] = total if ai > 0 else 0.0
