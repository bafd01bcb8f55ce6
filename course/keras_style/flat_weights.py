"""All weights that training changes in one vector, of which each layer sees its own part."""

import numpy as np


class FlatWeights:
    """What a model needs to hold weights; ``Sequential`` brings the layers.

    Attributes
    ----------
    parameters, gradients : arrays of shape (n_parameters,)
        The weights of all layers that are trained, and their slopes. ``layer.kernel`` and
        ``layer.bias`` are views into `parameters`: whoever changes one changes both.
    """

    parameters = None
    gradients = None
    _trainable = True

    @property
    def trainable(self):
        """Whether training changes the model; setting it sets it for every layer."""
        return self._trainable

    @trainable.setter
    def trainable(self, value):
        """Freeze all layers, or set them all free."""
        self._trainable = bool(value)
        for layer in self.layers:
            layer.trainable = bool(value)

    @property
    def weights(self):
        """All layers' arrays in order: kernel, bias, kernel, bias, ... (views, not copies)."""
        return [array for layer in self.layers for array in layer.weights]

    @property
    def trainable_weights(self):
        """The arrays that training changes."""
        return [array for layer in self._learning_layers() for array in layer.weights]

    @property
    def non_trainable_weights(self):
        """The arrays of frozen layers."""
        learning = self._learning_layers()
        return [array for layer in self.layers if layer not in learning for array in layer.weights]

    def get_weights(self):
        """Return copies of all layers' arrays in order: kernel, bias, kernel, bias, ..."""
        return [array.copy() for array in self.weights]

    def set_weights(self, weights):
        """Copy the given arrays, in the order of ``get_weights()``, into the layers.

        Raises
        ------
        ValueError
            If the model is not built, or their number or a shape is not the model's own.
        """
        self._need_built("set_weights")
        n_arrays = len(self.weights)
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
        """Return how many numbers the layers hold, those of frozen layers included.

        Raises
        ------
        ValueError
            If the model is not built.
        """
        self._need_built("count_params")
        return sum(array.size for array in self.weights)

    def _learning_layers(self):
        return [layer for layer in self.layers if self.trainable and layer.trainable]

    def _gather(self):
        """Move the weights to train into one vector, unless they lie there already.

        They do not when a layer is new, replaced, frozen or set free again. Frozen layers keep
        the arrays they have, out of the optimizer's reach.
        """
        arrays = self.trainable_weights
        if self.parameters is not None and _fill(arrays, self.parameters):
            return
        before = self.parameters
        self.parameters = np.concatenate([array.ravel() for array in arrays] or [np.empty(0)])
        self.gradients = np.zeros_like(self.parameters)
        self._hand_out()
        if self.optimizer is not None:
            self.optimizer.forget(before)

    def _hand_out(self):
        """Give each layer that learns its part of the vectors."""
        start = 0
        for layer in self._learning_layers():
            stop = start + layer.count_params()
            layer.live_in(self.parameters[start:stop], self.gradients[start:stop])
            start = stop

    def __setstate__(self, state):
        """Become the model that `state` tells of, when copied or unpickled.

        Every array has then become one of its own, so that layers and vector would drift apart.
        The vector stays the same object, because the optimizer knows it by that.
        """
        self.__dict__.update(state)
        for layer in self.layers:
            layer.home = layer.home or self
        arrays = self.trainable_weights
        same_size = self.built and sum(a.size for a in arrays) == self.parameters.size
        if same_size and not _fill(arrays, self.parameters):
            self.parameters[:] = np.concatenate([array.ravel() for array in arrays] or [[]])
            self._hand_out()


def _fill(arrays, vector):
    """Return whether the arrays are views of `vector`, one behind the other and nothing left."""
    place = _address(vector)
    for array in arrays:
        if _address(array) != place:
            return False
        place += array.nbytes
    return place == _address(vector) + vector.nbytes


def _address(array):
    """Return where in memory the numbers of `array` begin."""
    return array.__array_interface__["data"][0]
