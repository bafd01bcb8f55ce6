"""Saving a model to one .npz file.

The file holds plain arrays and one line of JSON text that says what they belong to. Nothing in
it is code, so opening a file from elsewhere cannot run anything.
"""

import json
import os
from pathlib import Path

import numpy as np

from course.keras_style import initializers, losses, metrics, optimizers
from course.keras_style.layers import Activation, Dense, Dropout, Flatten

FORMAT = "course.keras_style model, version 1"


def check_name(filepath):
    """Return `filepath` as a Path, or raise ValueError if it does not end in .npz."""
    filepath = Path(filepath)
    if filepath.suffix != ".npz":
        raise ValueError(
            f"filepath: expected a name ending in .npz, received '{filepath}', because this "
            "library saves NumPy archives (real Keras writes .keras files)."
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
            np.savez(file, description=np.array(json.dumps(description)), **arrays)
        os.replace(unfinished, filepath)
    finally:
        unfinished.unlink(missing_ok=True)


CLASSES = {
    cls.__name__: cls
    for cls in (
        Activation,
        Dense,
        Dropout,
        Flatten,
        initializers.Zeros,
        initializers.RandomUniform,
        initializers.GlorotUniform,
        initializers.HeNormal,
        losses.MeanSquaredError,
        losses.BinaryCrossentropy,
        losses.CategoricalCrossentropy,
        metrics.BinaryAccuracy,
        metrics.CategoricalAccuracy,
        metrics.AUC,
        metrics.Precision,
        metrics.Recall,
        optimizers.SGD,
        optimizers.Adam,
    )
}


def _describe(thing):
    """Return the class and the arguments that would make `thing` again, as JSON can hold them."""
    config = {
        name: _describe(value) if type(value).__name__ in CLASSES else value
        for name, value in thing.get_config().items()
    }
    return {"class": type(thing).__name__, "arguments": config}
