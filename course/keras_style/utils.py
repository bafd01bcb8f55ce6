"""Random numbers from one place, one-hot rows, and the automatic names of layers and models."""

import random
import re
from collections import Counter

import numpy as np

from course.keras_style.absent import getattr_of

# Every random draw of this library (first weights, shuffling, dropout) comes from this one
# generator, so that one seed fixes a whole run.
_generator = np.random.default_rng()

# How often each automatic name has been given out: dense, dense_1, dense_2, ...
_names = Counter()


def set_random_seed(seed):
    """Make everything random from here on repeatable.

    Seeds Python's ``random``, NumPy's ``np.random`` and this library's own generator.

    Parameters
    ----------
    seed : int
        A whole number from 0 to 2**32 - 1.

    Raises
    ------
    ValueError
        If `seed` is not such a number.
    """
    global _generator
    if not isinstance(seed, int | np.integer) or not 0 <= seed < 2**32:
        raise ValueError(
            f"set_random_seed: expected a whole number from 0 to {2**32 - 1}, received {seed!r}, "
            "because NumPy's generators take no other seed."
        )
    random.seed(int(seed))
    np.random.seed(int(seed))  # noqa: NPY002 - as in Keras, the learner's own draws repeat too
    _generator = np.random.default_rng(int(seed))


def generator(seed=None):
    """Return the library's generator, or a new one of its own if a `seed` is given."""
    return _generator if seed is None else np.random.default_rng(seed)


def to_categorical(x, num_classes=None):
    """Return one-hot rows for class numbers: 2 of 3 classes becomes 0, 0, 1.

    Parameters
    ----------
    x : array of whole numbers
        Of shape (n_rows,) or (n_rows, 1).
    num_classes : int, optional
        As many as the largest number asks for, if not given.

    Returns
    -------
    array of shape (n_rows, num_classes)

    Raises
    ------
    ValueError
        If a number is no class.
    """
    numbers = np.asarray(x)
    if numbers.ndim > 1 and numbers.shape[-1] == 1:
        numbers = numbers[..., 0]
    if numbers.size == 0 or numbers.dtype.kind not in "biuf":
        raise ValueError(f"to_categorical: expected an array of class numbers, received {x!r}.")
    if num_classes is None:
        num_classes = int(numbers.max()) + 1
    wrong = numbers[(numbers < 0) | (numbers >= num_classes) | (numbers != np.round(numbers))]
    if wrong.size:
        raise ValueError(
            f"to_categorical: expected class numbers from 0 to {num_classes - 1}, received "
            f"{wrong[0]}."
        )
    return np.eye(num_classes)[numbers.astype(int)]


def automatic_name(cls):
    """Return the next free name for an object of class `cls`, as Keras would call it.

    Examples
    --------
    The first Dense is ``dense``, the next ``dense_1``; a HeNormal would be ``he_normal``.
    """
    words = re.sub(r"(.)([A-Z][a-z]+)", r"\1_\2", cls.__name__)
    base = re.sub(r"([a-z])([A-Z])", r"\1_\2", words).lower()
    count = _names[base]
    _names[base] += 1
    return base if count == 0 else f"{base}_{count}"


__getattr__ = getattr_of(__name__, "keras.utils")
