"""Sequential: layers in a row, each one's outputs being the next one's inputs."""

import math
import sys

import numpy as np

from course.keras_style import refusals
from course.keras_style.flat_weights import FlatWeights
from course.keras_style.layers import Flatten, InputLayer, Layer
from course.keras_style.saving import save_model
from course.keras_style.summary import summary_text
from course.keras_style.training import Trainer
from course.keras_style.utils import automatic_name


class Sequential(Trainer, FlatWeights):
    """A model whose layers follow one another.

    Parameters
    ----------
    layers : list of Layer, optional
        The layers in their order, best with ``keras.Input((n_features,))`` as the first entry:
        then all shapes are known and the first weights are drawn at once. Without it, that
        happens when the model first sees data.
    trainable : bool
        Whether training changes the model.
    name : str, optional
        Drawn automatically if not given.

    Attributes
    ----------
    layers : list of Layer
        Without the Input.
    metrics : list of Metric
        Those that it was compiled with; the loss is none of them.
    """

    def __init__(self, layers=None, trainable=True, name=None, **unknown):
        refusals.refuse_arguments(unknown, "Sequential", "layers, trainable, name")
        self._trainable = bool(trainable)
        self.name = name or automatic_name(type(self))
        self.layers = []
        self.built = False
        self._input = None
        for layer in layers or []:
            self.add(layer)

    def add(self, layer):
        """Put `layer` after the last one.

        Raises
        ------
        TypeError
            If `layer` is no layer.
        ValueError
            If its name is taken, it belongs to another model, or an Input comes too late.
        """
        self._check_new(layer)
        if isinstance(layer, InputLayer):
            self._input = layer
            return
        if layer.shape_given is not None and self._input is None and not self.layers:
            self._input = InputLayer(layer.shape_given)
        self._check_table(layer)
        layer.home = self
        self.layers.append(layer)
        if self.n_features is not None:
            self.build((None, self.n_features))

    def pop(self):
        """Take the last layer off and return it, with its weights.

        Raises
        ------
        ValueError
            If there is none.
        """
        if not self.layers:
            raise ValueError(f"Model '{self.name}', pop: expected a layer, there is none.")
        layer = self.layers.pop()
        layer.home = None
        self.built = self.built and bool(self.layers)
        return layer

    def get_layer(self, name=None, index=None):
        """Return the layer of the given name, or at the given place.

        Raises
        ------
        ValueError
            If there is no such layer.
        """
        for place, layer in enumerate(self.layers):
            if layer.name == name or place == index:
                return layer
        raise ValueError(
            f"Model '{self.name}', get_layer: expected a name among "
            f"{', '.join(layer.name for layer in self.layers)} or an index below "
            f"{len(self.layers)}, received {name if index is None else index!r}."
        )

    def _check_new(self, layer):
        where = f"Model '{self.name}'"
        if not isinstance(layer, Layer):
            raise TypeError(
                f"{where}: expected a layer such as keras.layers.Dense(8), received {layer!r}."
            )
        if isinstance(layer, InputLayer) and (self.layers or self._input):
            raise ValueError(
                f"{where}: expected keras.Input before the first layer and only once, received "
                f"it after {len(self.layers)} layers."
            )
        if any(layer.name == other.name for other in self.layers):
            raise ValueError(
                f"{where}: expected layers with names of their own, received a second "
                f"'{layer.name}', because messages and summary() tell layers apart by name."
            )
        if layer.home is not None:
            raise ValueError(
                f"{where}: expected a new layer, received '{layer.name}' of model "
                f"'{layer.home.name}', because a model keeps all its weights in one vector of "
                "its own: make a new layer and copy with set_weights(layer.get_weights())."
            )

    def _check_table(self, layer):
        several_axes = self._input is not None and len(self._input.shape) > 2
        if several_axes and not self.layers and not isinstance(layer, Flatten):
            raise ValueError(
                f"Model '{self.name}': expected keras.layers.Flatten() as the first layer "
                f"for an Input of shape {self._input.shape[1:]}, received '{layer.name}', "
                "because this library works on tables of rows and columns."
            )

    def build(self, input_shape):
        """Draw the first weights of all layers that have none yet.

        Parameters
        ----------
        input_shape : tuple
            ``(None, n_features)``.

        Raises
        ------
        ValueError
            If the model has no layers, or was built for another number of features.
        """
        n_features = math.prod(input_shape[1:])
        if not self.layers:
            raise ValueError(
                f"Model '{self.name}': expected at least one layer, received none: call add()."
            )
        n_inputs = n_features
        for layer in self.layers:
            if layer.n_inputs not in (None, n_inputs):
                raise ValueError(
                    f"Layer '{layer.name}' of model '{self.name}': expected {layer.n_inputs} "
                    f"inputs, for which it was built, received {n_inputs}."
                )
            if layer.n_inputs is None:
                layer.build((None, n_inputs))
            layer.home = layer.home or self  # one that was put into `layers` by hand has none
            n_inputs = layer.n_outputs
        self._gather()
        self.built = True

    def _need_built(self, what, error=ValueError):
        if not self.built:
            raise error(
                f"{what}: expected a built model, received '{self.name}', which has no weights "
                "yet, because it does not know how many features come in: begin it with "
                "keras.Input((n_features,))."
            )

    def __call__(self, inputs, training=False):
        """Return outputs of shape (n_rows, n_outputs) for inputs (n_rows, n_features)."""
        return self._forward(self._checked_x(inputs), training)

    def _forward(self, x, training=False):
        outputs = x.astype(np.float64, copy=False)
        with np.errstate(all="ignore"):  # a diverged model answers nan, without warnings
            for layer in self.layers:
                outputs = layer.forward(outputs, training)
        return outputs

    @property
    def n_features(self):
        """How many features a row has, or None if that is not known yet."""
        if self._input is not None:
            return self._input.n_inputs
        return self.layers[0].n_inputs if self.layers else None

    @property
    def input_shape(self):
        """``(None, n_features)``."""
        self._need_built("input_shape", AttributeError)
        return self._input.shape if self._input else (None, self.layers[0].n_inputs)

    @property
    def output_shape(self):
        """``(None, n_outputs)``."""
        self._need_built("output_shape", AttributeError)
        return (None, self.layers[-1].n_outputs)

    def summary(self, *, print_fn=None):
        """Print the layers, their output shapes and their numbers of parameters.

        Parameters
        ----------
        print_fn : function of one str, optional
            Receives the text instead of the screen.
        """
        (print_fn or sys.stdout.write)(summary_text(self))

    def save(self, filepath):
        """Write the model, with what it was compiled with, to a file ending in .npz.

        ``keras.models.load_model`` reads it back.

        Raises
        ------
        ValueError
            If the model is not built, or the name does not end in .npz.
        """
        self._need_built("save")
        save_model(self, filepath)
