"""Layers that have no weights to learn: Activation, Dropout and Flatten."""

from course.keras_style import activations
from course.keras_style.base_layer import Layer
from course.keras_style.refusals import flat_rows
from course.keras_style.utils import generator


class Activation(Layer):
    """An activation as a layer of its own: Dense without one, then Activation, is the same.

    Parameters
    ----------
    activation : str or function
        As for ``Dense``.
    name : str, optional
        Drawn automatically if not given.
    """

    def __init__(self, activation, *, name=None, **others):
        super().__init__(name=name, **others)
        self.activation = activations.get(activation)

    def build(self, input_shape):
        """Learn how many numbers come in and go out."""
        activations.refuse_one_share(self.activation, input_shape[-1], self)
        super().build(input_shape)

    def get_config(self):
        """Return the arguments that would make this layer again."""
        return {"activation": self.activation.__name__, **super().get_config()}

    def forward(self, inputs, training=False):
        """Return the activation of the inputs; the shape stays."""
        outputs = self.activation(inputs)
        if training:
            self._outputs = outputs
        return outputs

    def backward(self, blame, blames_sums=False, needs_input_blame=True):
        """Return the slope of the loss with respect to the inputs (see ``Dense.backward``)."""
        if blames_sums:
            return blame
        return activations.BACKWARD[self.activation](self._outputs, blame)


class Flatten(Layer):
    """Puts all numbers of a row in one line: a picture of 28 by 28 becomes 784 features.

    As the first layer it makes a table of the data; further on, everything is one already.

    Parameters
    ----------
    name : str, optional
        Drawn automatically if not given.
    """

    def __init__(self, *, name=None, **others):
        super().__init__(name=name, **others)

    def __call__(self, inputs, training=False):
        """Return the inputs in shape (n_rows, all numbers of a row)."""
        return flat_rows(inputs, None, f"Layer '{self.name}'")

    def forward(self, inputs, training=False):
        """Return the inputs: the model has made a table of them before its first layer."""
        return inputs

    def backward(self, blame, blames_sums=False, needs_input_blame=True):
        """Blame passes unchanged."""
        return blame


class Dropout(Layer):
    """While training, set each input to 0 with probability `rate` (Srivastava et al. 2014).

    What is left is scaled up by 1 / (1 - rate), so that the layer after it sees the same total
    on average. When predicting, the layer lets everything through.

    Parameters
    ----------
    rate : float
        From 0 to 1.
    seed : int, optional
        For draws that are this layer's own.
    name : str, optional
        Drawn automatically if not given.

    Raises
    ------
    ValueError
        If `rate` is not from 0 to 1.
    """

    def __init__(self, rate, *, seed=None, name=None, **others):
        super().__init__(name=name, **others)
        if not 0 <= rate <= 1:
            raise ValueError(
                f"Dropout '{self.name}', rate: expected a share from 0 to 1, received {rate!r}."
            )
        self.rate = float(rate)
        self.seed = None if seed is None else int(seed)
        self.built = True  # there are no weights to draw
        self._own_generator = None if seed is None else generator(seed)

    def get_config(self):
        """Return the arguments that would make this layer again."""
        return {"rate": self.rate, "seed": self.seed, **super().get_config()}

    def forward(self, inputs, training=False):
        """Return the inputs, some of them dropped if `training`; the shape stays."""
        if not training:
            return inputs
        draws = (self._own_generator or generator()).random(inputs.shape)
        # At a rate of 1 nothing is kept, so what the scale is then does not matter.
        self._mask = (draws >= self.rate) / (1.0 - self.rate if self.rate < 1 else 1.0)
        return inputs * self._mask

    def backward(self, blame, blames_sums=False, needs_input_blame=True):
        """Blame takes the ways that were open, scaled as they were."""
        return blame * self._mask
