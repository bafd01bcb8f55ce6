"""Optimizers: how the weights take one step downhill.

All weights of a model lie in one flat vector and their slopes in another, so an optimizer works
on whole vectors and needs to know nothing about layers.
"""

import math

import numpy as np

from course.keras_style.refusals import refuse_arguments
from course.keras_style.utils import automatic_name


class Optimizer:
    """The base of all optimizers: a learning rate and a count of the steps taken."""

    def __init__(self, learning_rate, name=None):
        self.name = name or automatic_name(type(self))
        self.learning_rate = _in_range(learning_rate, f"{self.name}, learning_rate", math.inf)
        self.iterations = 0
        self.variables = None
        self._parameters = None  # of the model that it works for

    def build(self, parameters):
        """Make room, once, for what the optimizer remembers of each weight in `parameters`.

        Raises
        ------
        ValueError
            If the optimizer already works for another model.
        """
        if self.variables is None:
            self._parameters = parameters
            self._scratch = np.empty_like(parameters)
            self.variables = [np.zeros_like(parameters) for _ in range(self.n_memories)]
        elif self._parameters is not parameters:
            raise ValueError(
                f"Optimizer '{self.name}': expected the model it was started with, received "
                f"another one of {parameters.size} weights, because what it remembers belongs "
                "to one model: give compile() a new optimizer."
            )

    def forget(self, parameters):
        """Begin anew if `parameters` are those it works for: the model has got other ones."""
        if self._parameters is parameters:
            self.variables = self._parameters = None
            self.iterations = 0


class SGD(Optimizer):
    """Stochastic gradient descent: a step against the slope, with or without momentum.

    Without momentum, ``w -= learning_rate * g``. With it, a velocity builds up,
    ``v = momentum * v - learning_rate * g; w += v`` (Polyak 1964), and with `nesterov` the step
    looks one velocity ahead, ``w += momentum * v - learning_rate * g`` (Sutskever et al. 2013).

    Parameters
    ----------
    learning_rate : float
        How far one step goes, > 0.
    momentum : float
        The share of the velocity that is kept from step to step, 0 to 1.
    nesterov : bool
        Whether to look ahead.
    name : str, optional
        Drawn automatically if not given.

    Raises
    ------
    ValueError
        If a number is out of its range.
    """

    def __init__(self, learning_rate=0.01, momentum=0.0, nesterov=False, *, name=None, **unknown):
        refuse_arguments(unknown, "SGD", "learning_rate, momentum, nesterov, name")
        super().__init__(learning_rate, name)
        self.momentum = _in_range(momentum, f"{self.name}, momentum", 1.0)
        self.nesterov = nesterov
        self.n_memories = 1 if momentum else 0

    def update_step(self, gradients, parameters):
        """Change `parameters` in place by one step against `gradients`, both (n_parameters,)."""
        self.iterations += 1
        step = np.multiply(gradients, self.learning_rate, out=self._scratch)
        if self.momentum:
            (velocity,) = self.variables
            velocity *= self.momentum
            velocity -= step
            if self.nesterov:
                parameters += self.momentum * velocity
                parameters -= step
            else:
                parameters += velocity
        else:
            parameters -= step

    def get_config(self):
        """Return the arguments that would make this optimizer again."""
        return {
            "learning_rate": self.learning_rate,
            "momentum": self.momentum,
            "nesterov": self.nesterov,
            "name": self.name,
        }


class Adam(Optimizer):
    """Adam: each weight takes a step of its own size (Kingma & Ba 2015).

    The step is the running mean of the slope, divided by the square root of the running mean of
    the squared slope: weights whose slope is small or rare still move.

    Parameters
    ----------
    learning_rate : float
        About how far one step goes, > 0.
    beta_1, beta_2 : float
        How much of the running means of slopes and of squared slopes is kept, 0 to below 1.
    epsilon : float
        Keeps the division from a zero; the "epsilon hat" of the paper's section 2.
    name : str, optional
        Drawn automatically if not given.

    Raises
    ------
    ValueError
        If a number is out of its range.
    """

    n_memories = 2

    def __init__(
        self,
        learning_rate=0.001,
        beta_1=0.9,
        beta_2=0.999,
        epsilon=1e-7,
        *,
        name=None,
        **unknown,
    ):
        refuse_arguments(unknown, "Adam", "learning_rate, beta_1, beta_2, epsilon, name")
        super().__init__(learning_rate, name)
        almost_one = math.nextafter(1.0, 0.0)  # a mean that keeps everything learns nothing
        self.beta_1 = _in_range(beta_1, f"{self.name}, beta_1", almost_one)
        self.beta_2 = _in_range(beta_2, f"{self.name}, beta_2", almost_one)
        self.epsilon = _in_range(epsilon, f"{self.name}, epsilon", math.inf)
        # As arrays, because NumPy would turn a plain number into one at every step.
        self._keep_1, self._keep_2 = np.array(self.beta_1), np.array(self.beta_2)
        self._root = math.sqrt(1.0 - self.beta_2)
        self._floor = np.array(self.epsilon / self._root)

    def update_step(self, gradients, parameters):
        """Change `parameters` in place by one step against `gradients`, both (n_parameters,)."""
        self.iterations += 1
        m, v = self.variables
        scratch = self._scratch

        # The paper keeps m = beta_1 * m + (1 - beta_1) * g, and v alike with g squared. Left
        # out here, the constant factors (1 - beta) enter once, through `rate` and epsilon
        # (`_floor`): two passes over the vector fewer, the same step.
        m *= self._keep_1
        m += gradients
        v *= self._keep_2
        v += np.multiply(gradients, gradients, out=scratch)

        # Early means are too close to zero, where they began: dividing by 1 - beta^t repairs it.
        t = self.iterations
        rate = self.learning_rate * math.sqrt(1.0 - self.beta_2**t) / (1.0 - self.beta_1**t)
        rate *= (1.0 - self.beta_1) / self._root

        np.sqrt(v, out=scratch)
        scratch += self._floor
        np.divide(m, scratch, out=scratch)
        scratch *= rate
        parameters -= scratch

    def get_config(self):
        """Return the arguments that would make this optimizer again."""
        return {
            "learning_rate": self.learning_rate,
            "beta_1": self.beta_1,
            "beta_2": self.beta_2,
            "epsilon": self.epsilon,
            "name": self.name,
        }


BY_NAME = {"sgd": SGD, "adam": Adam}


def get(identifier):
    """Return an optimizer for a name or an instance.

    Raises
    ------
    ValueError
        If there is no such optimizer here.
    """
    if isinstance(identifier, Optimizer):
        return identifier
    if isinstance(identifier, str) and identifier.lower() in BY_NAME:
        return BY_NAME[identifier.lower()]()
    hint = " (what Keras takes when compile() is given none)" if identifier == "rmsprop" else ""
    raise ValueError(
        "optimizer: expected 'sgd', 'adam', keras.optimizers.SGD(...) or "
        f"keras.optimizers.Adam(...), received {identifier!r}{hint}, because these are the "
        "optimizers of this library."
    )


def _in_range(value, where, most):
    if isinstance(value, bool) or not isinstance(value, int | float | np.number):
        raise ValueError(f"{where}: expected a number, received {value!r}.")
    if not 0 <= value <= most:
        limits = {math.inf: ">= 0", 1.0: "from 0 to 1"}.get(most, "from 0 to below 1")
        raise ValueError(f"{where}: expected a number {limits}, received {value!r}.")
    return float(value)
