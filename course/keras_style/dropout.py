"""Dropout: the layer that makes a network rely on no single node."""

from course.keras_style.base_layer import Layer
from course.keras_style.utils import generator


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
