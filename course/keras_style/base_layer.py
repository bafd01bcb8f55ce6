"""What all layers have in common, and the Input that begins a model."""

import inspect
import math
import warnings

import numpy as np

from course.keras_style.refusals import as_table, refuse_arguments, whole_number
from course.keras_style.utils import automatic_name


class Layer:
    """The base of all layers: a name, and no weights unless a layer says otherwise."""

    activation = None
    is_penalised = False  # whether a regularizer adds something to the loss

    def __init__(self, *, name=None, trainable=True, **unknown):
        self.shape_given = _shape_given(unknown)
        refuse_arguments(
            unknown, type(self).__name__, f"{_arguments(type(self))}, trainable, input_shape"
        )
        self.name = name or automatic_name(type(self))
        self.trainable = bool(trainable)  # False freezes it: training leaves its weights alone
        self.built = False
        self.n_inputs = None
        self.n_outputs = None
        self.home = None  # the model whose vector holds this layer's weights

    def __repr__(self):
        return f"<{type(self).__name__} name={self.name}, built={self.built}>"

    def __getstate__(self):
        """Return what a copy of the layer should have: it belongs to no model yet."""
        return {**self.__dict__, "home": None}

    def get_config(self):
        """Return the arguments that would make this layer again."""
        return {"name": self.name, "trainable": self.trainable}

    def __call__(self, inputs, training=False):
        """Return the layer's outputs for inputs of shape (n_rows, n_inputs)."""
        inputs = as_table(inputs, f"Layer '{self.name}'")
        if inputs.ndim != 2 or self.n_inputs not in (None, inputs.shape[1]):
            raise ValueError(
                f"Layer '{self.name}': expected inputs of shape (n_rows, "
                f"{self.n_inputs or 'n_features'}), received shape {inputs.shape}, because rows "
                "are observations and each feature has one row of weights."
            )
        if self.n_inputs is None:
            self.build((None, inputs.shape[1]))
        return self.forward(inputs, training)

    def build(self, input_shape):
        """Learn from `input_shape`, (None, n_inputs), how many numbers come in and go out."""
        self.n_inputs = self.n_outputs = input_shape[-1]
        self.built = True

    @property
    def weights(self):
        """The layer's arrays: views, so that changing one in place changes the layer."""
        return []

    @property
    def trainable_weights(self):
        """The arrays that training changes: all of them, or none if the layer is frozen."""
        return self.weights if self.trainable else []

    @property
    def non_trainable_weights(self):
        """The arrays that training leaves alone: none, or all if the layer is frozen."""
        return [] if self.trainable else self.weights

    def get_weights(self):
        """Return copies of the layer's arrays."""
        return [array.copy() for array in self.weights]

    def set_weights(self, weights):
        """Copy the given arrays into the layer.

        Raises
        ------
        ValueError
            If their number or a shape is not the layer's own.
        """
        if len(weights) != len(self.weights):
            raise ValueError(
                f"Layer '{self.name}': expected {len(self.weights)} arrays, "
                f"received {len(weights)}"
                + ("." if self.built else ", because the layer has not been built yet.")
            )
        arrays = [np.asarray(new) for new in weights]
        for own, new in zip(self.weights, arrays, strict=True):
            if new.shape != own.shape:
                raise ValueError(
                    f"Layer '{self.name}': expected an array of shape {own.shape}, "
                    f"received shape {new.shape}."
                )
        for own, new in zip(self.weights, arrays, strict=True):
            own[...] = new

    def live_in(self, parameters, gradients):
        """Take the layer's arrays as views into two vectors: nothing to do without arrays."""

    def penalty(self):
        """Return what the layer's regularizers add to the loss."""
        return 0.0

    def count_params(self):
        """Return how many numbers the layer holds."""
        return sum(array.size for array in self.weights)


def _shape_given(arguments):
    """Take the shape of the inputs, as older scripts give it, out of the arguments of a layer."""
    shape = arguments.pop("input_shape", None)
    n_features = arguments.pop("input_dim", None)
    if n_features is not None:
        shape = (n_features,)
    if shape is not None:
        warnings.warn(
            "Do not pass an `input_shape`/`input_dim` argument to a layer. When using Sequential "
            "models, prefer using an `Input(shape)` object as the first layer in the model "
            "instead.",
            stacklevel=4,  # the line that makes the layer
        )
    return shape


def _arguments(cls):
    """Return the names of the arguments that a layer of class `cls` takes, for a message."""
    named = inspect.signature(cls).parameters.values()
    return ", ".join(each.name for each in named if each.kind is not each.VAR_KEYWORD)


class InputLayer(Layer):
    """Says how many features come in; holds no weights. Made by ``keras.Input``."""

    def __init__(self, shape, name=None):
        super().__init__(name=name)
        try:
            shape = tuple(shape)
        except TypeError:
            shape = ()
        if not shape:
            raise ValueError(
                f"Input '{self.name}': expected a shape such as (8,) for 8 features, because a "
                "shape is a tuple, with one number for each axis behind the rows."
            )
        sizes = [whole_number(size, f"Input '{self.name}', shape") for size in shape]
        self.shape = (None, *sizes)
        self.build((None, math.prod(sizes)))


def Input(shape=None, *, name=None, **unknown):
    """Return the first entry of a model, which says how many features a row has.

    Parameters
    ----------
    shape : tuple of int
        ``(8,)`` for 8 features. The number of rows is left out: it may differ from call to call.
        ``(28, 28)`` for pictures, before a ``keras.layers.Flatten``.
    name : str, optional
        Drawn automatically if not given.

    Raises
    ------
    ValueError
        If `shape` is not such a tuple.
    """
    refuse_arguments(unknown, "Input", "shape, name")
    return InputLayer(shape, name)
