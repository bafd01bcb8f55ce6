"""Sequential: layers in a row, each one's outputs being the next one's inputs."""

import sys

import numpy as np

from course.keras_style import checks
from course.keras_style.layers import InputLayer, Layer
from course.keras_style.saving import save_model
from course.keras_style.summary import summary_text
from course.keras_style.training import Trainer
from course.keras_style.utils import automatic_name


class Sequential(Trainer):
    """A model whose layers follow one another.

    Parameters
    ----------
    layers : list of Layer, optional
        The layers in their order, best with ``keras.Input((n_features,))`` as the first entry:
        then all shapes are known and the first weights are drawn at once. Without it, that
        happens when the model first sees data.
    name : str, optional
        Drawn automatically if not given.

    Attributes
    ----------
    layers : list of Layer
        Without the Input.
    parameters, gradients : arrays of shape (n_parameters,)
        All weights of all layers in one vector, and their slopes. ``layer.kernel`` and
        ``layer.bias`` are views into `parameters`: whoever changes one changes both.
    """

    def __init__(self, layers=None, *, name=None, **unknown):
        checks.refuse_arguments(unknown, "Sequential", "layers, name")
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
        layer.home = self
        self.layers.append(layer)
        if self.n_features is not None:
            self.build((None, self.n_features))

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
        n_features = input_shape[-1]
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
            n_inputs = layer.n_outputs
        self._gather()
        self.built = True

    def _gather(self):
        """Move the weights of all layers into one vector and give each layer a view of it."""
        if self.built and sum(w.size for w in self._all_weights()) == self.parameters.size:
            return  # no layer with weights is new: an optimizer can go on with this vector
        self.parameters = np.concatenate([w.ravel() for w in self._all_weights()] or [np.empty(0)])
        self.gradients = np.zeros_like(self.parameters)
        start = 0
        for layer in self.layers:
            stop = start + layer.count_params()
            layer.live_in(self.parameters[start:stop], self.gradients[start:stop])
            start = stop

    def _all_weights(self):
        return [array for layer in self.layers for array in layer.weights]

    def _need_built(self, what):
        if not self.built:
            raise ValueError(
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
    def weights(self):
        """All layers' arrays in order: kernel, bias, kernel, bias, ... (views, not copies)."""
        return self._all_weights()

    @property
    def n_features(self):
        """How many features a row has, or None if that is not known yet."""
        if self.built:
            return self.layers[0].n_inputs
        return None if self._input is None else self._input.n_inputs

    @property
    def input_shape(self):
        """``(None, n_features)``."""
        self._need_built("input_shape")
        return (None, self.layers[0].n_inputs)

    @property
    def output_shape(self):
        """``(None, n_outputs)``."""
        self._need_built("output_shape")
        return (None, self.layers[-1].n_outputs)

    def get_weights(self):
        """Return copies of all layers' arrays in order: kernel, bias, kernel, bias, ..."""
        return [array.copy() for array in self._all_weights()]

    def set_weights(self, weights):
        """Copy the given arrays, in the order of ``get_weights()``, into the layers.

        Raises
        ------
        ValueError
            If the model is not built, or their number or a shape is not the model's own.
        """
        self._need_built("set_weights")
        n_arrays = len(self._all_weights())
        if len(weights) != n_arrays:
            raise ValueError(
                f"Model '{self.name}', set_weights: expected {n_arrays} arrays, received "
                f"{len(weights)}."
            )
        rest = list(weights)
        for layer in self.layers:
            own, rest = rest[: len(layer.weights)], rest[len(layer.weights) :]
            layer.set_weights(own)

    def count_params(self):
        """Return how many numbers the model learns.

        Raises
        ------
        ValueError
            If the model is not built.
        """
        self._need_built("count_params")
        return self.parameters.size

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
