"""Keras 3's own names in readable NumPy: ``from course import keras_style as keras``.

Every name stands where Keras has it, so a script moves to the real library by changing that one
line to ``import keras``. What is the same, what is a subset and what is missing: docs/keras.md.

Where to read first: ``dense.py`` (one layer forward and backward), ``losses.py`` (what is wrong
and by how much), ``optimizers.py`` (one step downhill), ``training.py`` (the loop around them).
"""

from course.keras_style import (
    activations,
    callbacks,
    initializers,
    layers,
    losses,
    metrics,
    models,
    optimizers,
    regularizers,
    utils,
)
from course.keras_style.absent import getattr_of
from course.keras_style.layers import Input, Layer
from course.keras_style.models import Sequential

__all__ = [
    "Input",
    "Layer",
    "Sequential",
    "activations",
    "callbacks",
    "initializers",
    "layers",
    "losses",
    "metrics",
    "models",
    "optimizers",
    "regularizers",
    "utils",
]

__getattr__ = getattr_of(__name__, "keras")
