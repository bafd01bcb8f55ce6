"""Where training starts: the first values of kernels and biases.

Each initializer is called with a shape and returns a float64 array of that shape.
"""

import numpy as np

from course.keras_style.absent import getattr_of
from course.keras_style.utils import generator

# A normal distribution cut off at two standard deviations is narrower than before the cut: its
# spread is 0.8796 of the original. Dividing by that number restores the spread asked for.
SPREAD_AFTER_CUT = 0.87962566103423978


class Initializer:
    """The base of all initializers; `seed` makes every call return the same values."""

    def __init__(self, seed=None):
        self.seed = None if seed is None else int(seed)

    def get_config(self):
        """Return the arguments that would make this initializer again."""
        return dict(self.__dict__)


class Zeros(Initializer):
    """All zeros: right for biases, wrong for kernels, whose nodes would all stay alike."""

    def __init__(self):
        super().__init__()

    def __call__(self, shape):
        return np.zeros(shape)

    def get_config(self):
        return {}


class Ones(Initializer):
    """All ones."""

    def __init__(self):
        super().__init__()

    def __call__(self, shape):
        return np.ones(shape)

    def get_config(self):
        return {}


class Constant(Initializer):
    """The same value everywhere."""

    def __init__(self, value=0.0):
        super().__init__()
        self.value = float(value)

    def __call__(self, shape):
        return np.full(shape, self.value)

    def get_config(self):
        return {"value": self.value}


class RandomUniform(Initializer):
    """Any value from `minval` to `maxval`, each as likely as the other."""

    def __init__(self, minval=-0.05, maxval=0.05, seed=None):
        super().__init__(seed)
        self.minval = float(minval)
        self.maxval = float(maxval)

    def __call__(self, shape):
        return generator(self.seed).uniform(self.minval, self.maxval, size=shape)


class RandomNormal(Initializer):
    """Bell-shaped around `mean`, with spread `stddev`."""

    def __init__(self, mean=0.0, stddev=0.05, seed=None):
        super().__init__(seed)
        self.mean = float(mean)
        self.stddev = float(stddev)

    def __call__(self, shape):
        return generator(self.seed).normal(self.mean, self.stddev, size=shape)


class GlorotUniform(Initializer):
    """Uniform within sqrt(6 / (inputs + outputs)) of zero (Glorot & Bengio 2010).

    The limit is chosen so that neither the numbers going forward nor the blame going backward
    grow or shrink from layer to layer. Keras's default for kernels.
    """

    def __call__(self, shape):
        limit = np.sqrt(6.0 / (shape[0] + shape[-1]))
        return generator(self.seed).uniform(-limit, limit, size=shape)


class GlorotNormal(Initializer):
    """Bell-shaped around zero, with spread sqrt(2 / (inputs + outputs)), as Glorot & Bengio's."""

    def __call__(self, shape):
        return _cut_off(self.seed, shape, np.sqrt(2.0 / (shape[0] + shape[-1])))


class HeUniform(Initializer):
    """Uniform within sqrt(6 / inputs) of zero: the same spread as HeNormal."""

    def __call__(self, shape):
        limit = np.sqrt(6.0 / shape[0])
        return generator(self.seed).uniform(-limit, limit, size=shape)


class HeNormal(Initializer):
    """Bell-shaped around zero, with spread sqrt(2 / inputs) (He et al. 2015).

    Made for relu, which switches half of the nodes off: the 2 makes up for them.
    """

    def __call__(self, shape):
        return _cut_off(self.seed, shape, np.sqrt(2.0 / shape[0]))


def _cut_off(seed, shape, spread):
    """Draw from a bell with the given spread; beyond two standard deviations, draw again."""
    random = generator(seed)
    values = random.standard_normal(shape)
    while np.any(too_far := np.abs(values) > 2.0):
        values[too_far] = random.standard_normal(np.count_nonzero(too_far))
    return values * spread / SPREAD_AFTER_CUT


BY_NAME = {
    "zeros": Zeros,
    "ones": Ones,
    "constant": Constant,
    "random_uniform": RandomUniform,
    "uniform": RandomUniform,
    "random_normal": RandomNormal,
    "normal": RandomNormal,
    "glorot_uniform": GlorotUniform,
    "glorot_normal": GlorotNormal,
    "he_uniform": HeUniform,
    "he_normal": HeNormal,
}


def get(identifier):
    """Return an initializer for a name (``"he_normal"`` or ``"HeNormal"``) or an instance.

    Raises
    ------
    ValueError
        If there is no such initializer here.
    """
    if isinstance(identifier, Initializer):
        return identifier
    for name, cls in BY_NAME.items():
        if identifier in (name, cls.__name__):
            return cls()
    raise ValueError(
        f"initializer: expected one of {', '.join(BY_NAME)} or an initializer such as "
        f"keras.initializers.RandomUniform(), received {identifier!r}, "
        "because a layer calls it to draw its first weights."
    )


__getattr__ = getattr_of(__name__, "keras.initializers")
