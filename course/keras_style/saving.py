"""Saving a model to one .npz file, and reading it back.

The file holds plain arrays and one line of JSON text that says what they belong to. Nothing in
it is code, so opening a file from elsewhere cannot run anything.
"""

import json
import os
import zipfile
from pathlib import Path

import numpy as np

from course.keras_style import initializers, losses, metrics, optimizers
from course.keras_style.layers import Dense, Dropout, Input

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
        "n_features": model.n_features,
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


def load_model(filepath):
    """Return the model that ``model.save(filepath)`` wrote, ready to go on training.

    Raises
    ------
    FileNotFoundError
        If there is no such file.
    ValueError
        If it is not a whole file of this library.
    """
    from course.keras_style.sequential import Sequential  # which imports this module

    filepath = check_name(filepath)
    arrays, description = _read(filepath)
    model = Sequential([Input((description["n_features"],))], name=description["name"])
    for layer in description["layers"]:
        model.add(_make(layer))
    model.set_weights(_numbered(arrays, "weight"))
    compiled = description.get("compiled")
    if compiled:
        model.compile(
            optimizer=_make(compiled["optimizer"]),
            loss=_make(compiled["loss"]),
            metrics=[m if isinstance(m, str) else _make(m) for m in compiled["metrics"]],
        )
        model.optimizer.iterations = compiled["iterations"]
        if compiled["has_memory"]:
            model.optimizer.build(model.parameters)
            memory = _numbered(arrays, "optimizer")
            for own, saved in zip(model.optimizer.variables, memory, strict=True):
                own[...] = saved
    return model


def _read(filepath):
    try:
        # The file is opened here because np.load leaves a damaged one open.
        with open(filepath, "rb") as file, np.load(file, allow_pickle=False) as archive:
            arrays = {name: archive[name] for name in archive.files}
            description = json.loads(str(arrays["description"]))
    except FileNotFoundError:
        raise FileNotFoundError(
            f"load_model: expected a saved model, found no file '{filepath}'."
        ) from None
    except (OSError, ValueError, TypeError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise ValueError(
            f"load_model: expected a model saved by this library in '{filepath}', but the file "
            f"cannot be read, because {error}."
        ) from error
    if description.get("format") != FORMAT:
        raise ValueError(
            f"load_model: expected the format '{FORMAT}' in '{filepath}', received "
            f"{description.get('format')!r}: was it written by a newer version?"
        )
    return arrays, description


def _numbered(arrays, kind):
    return [arrays[f"{kind}_{i}"] for i in range(sum(n.startswith(f"{kind}_") for n in arrays))]


CLASSES = {
    cls.__name__: cls
    for cls in (
        Dense,
        Dropout,
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


def _make(description):
    arguments = {
        name: _make(value) if isinstance(value, dict) else value
        for name, value in description["arguments"].items()
    }
    return CLASSES[description["class"]](**arguments)
