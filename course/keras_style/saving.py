"""Saving a model to one file: a NumPy archive, whether it is called .npz or .keras.

The file holds plain arrays and one line of JSON text that says what they belong to. Nothing in
it is code, so opening a file from elsewhere cannot run anything.
"""

import json
import os
from pathlib import Path

import numpy as np

from course.keras_style import initializers, losses, metrics, optimizers, regularizers
from course.keras_style.layers import Activation, Dense, Dropout, Flatten, Layer

FORMAT = "course.keras_style model, version 1"


def check_name(filepath):
    """Return `filepath` as a Path, or raise ValueError if its ending promises another format."""
    filepath = Path(filepath)
    if filepath.suffix not in (".npz", ".keras"):
        raise ValueError(
            f"filepath: expected a name ending in .npz or .keras, received '{filepath}', because "
            "this library saves NumPy archives."
        )
    return filepath


def save_model(model, filepath):
    """Write layers, weights and, if compiled, loss, metrics and the optimizer's memory."""
    filepath = check_name(filepath)
    arrays = {f"weight_{i}": array for i, array in enumerate(model.weights)}
    description = {
        "format": FORMAT,
        "name": model.name,
        "trainable": model.trainable,
        "input_shape": model.input_shape[1:],
        "layers": [_describe(layer) for layer in model.layers],
    }
    if model.loss is not None:
        optimizer = model.optimizer
        description["compiled"] = {
            "loss": _describe(model.loss),
            "metrics": [
                wanted if isinstance(wanted, str) else _describe(wanted)
                for wanted in model.metrics_wanted
            ],
            "optimizer": _describe(optimizer),
            "iterations": optimizer.iterations,
            "has_memory": optimizer.variables is not None,
        }
        for i, array in enumerate(optimizer.variables or []):
            arrays[f"optimizer_{i}"] = array
    # Written beside the target and then renamed: whoever is interrupted keeps the old file.
    filepath.parent.mkdir(parents=True, exist_ok=True)
    unfinished = filepath.with_name(filepath.name + ".part")
    try:
        with open(unfinished, "wb") as file:
            np.savez(file, description=np.array(json.dumps(description, default=_plain)), **arrays)
        os.replace(unfinished, filepath)
    finally:
        unfinished.unlink(missing_ok=True)


KNOWN = (
    *(Activation, Dense, Dropout, Flatten),
    *set(initializers.BY_NAME.values()),
    *regularizers.BY_NAME.values(),
    *(cls for cls, *_ in losses.KNOWN),
    *metrics.BY_NAME.values(),
    *optimizers.BY_NAME.values(),
)
# Some metrics are called as losses are: those bear their module's name in the file.
SHARED = (metrics.MeanSquaredError, metrics.MeanAbsoluteError)
NAMES = {cls: f"metrics.{cls.__name__}" if cls in SHARED else cls.__name__ for cls in KNOWN}
CLASSES = {name: cls for cls, name in NAMES.items()}
DESCRIBED = (Layer, initializers.Initializer, regularizers.Regularizer)


def _describe(thing):
    """Return the class and the arguments that would make `thing` again, as JSON can hold them.

    Raises
    ------
    ValueError
        If it is of a class that ``load_model`` could not know.
    """
    if type(thing) not in NAMES:
        raise ValueError(
            f"save: expected layers, initializers, losses, metrics and optimizers of this "
            f"library, received a {type(thing).__name__} of your own, because the file holds no "
            "code: keep get_weights() with np.savez instead."
        )
    arguments = {
        name: _describe(value) if isinstance(value, DESCRIBED) else value
        for name, value in thing.get_config().items()
    }
    return {"class": NAMES[type(thing)], "arguments": arguments}


def _plain(value):
    """Return a NumPy number as Python's own, which JSON can hold."""
    if isinstance(value, np.generic):
        return value.item()
    raise ValueError(f"save: expected settings that are numbers or words, received {value!r}.")
