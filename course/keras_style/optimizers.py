"""Optimizers: how the weights take one step downhill.

All weights of a model lie in one flat vector and their slopes in another, so an optimizer works
on whole vectors and needs to know nothing about layers.
"""

import math

import numpy as np

from course.keras_style.absent import getattr_of
from course.keras_style.base_optimizer import Optimizer, in_range
from course.keras_style.refusals import refuse_arguments


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
        self.momentum = in_range(momentum, f"{self.name}, momentum", 1.0)
        self.nesterov = nesterov

    @property
    def n_memories(self):
        """A velocity, if there is momentum."""
        return 1 if self.momentum else 0

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
        self.beta_1 = in_range(beta_1, f"{self.name}, beta_1", almost_one)
        self.beta_2 = in_range(beta_2, f"{self.name}, beta_2", almost_one)
        self.epsilon = in_range(epsilon, f"{self.name}, epsilon", math.inf)

    def build(self, parameters):
        """Make room for the two running means, and take the constants as they are now."""
        super().build(parameters)
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


class RMSprop(Optimizer):
    """Each slope is divided by the root of the running mean of its square (Hinton 2012).

    Keras's default. Weights whose slopes are large take smaller steps, as in Adam, but the slope
    itself is that of one batch, unless `momentum` is given.

    Parameters
    ----------
    learning_rate : float
        About how far one step goes, > 0.
    rho : float
        How much of the running mean of squared slopes is kept, 0 to 1.
    momentum : float
        The share of the last step that is added to the next, 0 to 1.
    epsilon : float
        Keeps the root from being zero.
    name : str, optional
        Drawn automatically if not given.

    Raises
    ------
    ValueError
        If a number is out of its range.
    """

    def __init__(
        self, learning_rate=0.001, rho=0.9, momentum=0.0, epsilon=1e-7, *, name=None, **unknown
    ):
        refuse_arguments(unknown, "RMSprop", "learning_rate, rho, momentum, epsilon, name")
        super().__init__(learning_rate, name)
        self.rho = in_range(rho, f"{self.name}, rho", 1.0)
        self.momentum = in_range(momentum, f"{self.name}, momentum", 1.0)
        self.epsilon = in_range(epsilon, f"{self.name}, epsilon", math.inf)

    @property
    def n_memories(self):
        """The mean of squared slopes and, if there is momentum, the last step."""
        return 2 if self.momentum else 1

    def update_step(self, gradients, parameters):
        """Change `parameters` in place by one step against `gradients`, both (n_parameters,)."""
        self.iterations += 1
        squares = self.variables[0]
        squares *= self.rho
        squares += (1.0 - self.rho) * gradients * gradients
        step = np.sqrt(squares + self.epsilon, out=self._scratch)
        np.divide(gradients, step, out=step)
        step *= self.learning_rate
        if self.momentum:
            last_step = self.variables[1]
            last_step *= self.momentum
            last_step += step
            step = last_step
        parameters -= step

    def get_config(self):
        """Return the arguments that would make this optimizer again."""
        return {
            "learning_rate": self.learning_rate,
            "rho": self.rho,
            "momentum": self.momentum,
            "epsilon": self.epsilon,
            "name": self.name,
        }


BY_NAME = {"sgd": SGD, "adam": Adam, "rmsprop": RMSprop}


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
    raise ValueError(
        f"optimizer: expected one of {', '.join(map(repr, BY_NAME))} or an object such as "
        f"keras.optimizers.Adam(0.01), received {identifier!r}, because these are the "
        "optimizers of this library."
    )


__getattr__ = getattr_of(__name__, "keras.optimizers")
