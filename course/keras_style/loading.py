"""Reading back a model that ``model.save`` wrote."""

import json
import zipfile
import zlib

import numpy as np

from course.keras_style.layers import Input
from course.keras_style.refusals import whole_number
from course.keras_style.saving import CLASSES, FORMAT, check_name
from course.keras_style.sequential import Sequential

# What NumPy, zip files and JSON raise over a file that is not whole.
DAMAGE = (
    *(OSError, EOFError, AttributeError, KeyError, NotImplementedError, TypeError, ValueError),
    *(zipfile.BadZipFile, zlib.error),
)


def load_model(filepath):
    """Return the model that ``model.save(filepath)`` wrote, ready to go on training.

    Raises
    ------
    FileNotFoundError
        If there is no such file.
    ValueError
        If it is not a whole file of this library.
    """
    filepath = check_name(filepath)
    arrays, description = _read(filepath)
    try:
        return _model(arrays, description)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        raise _unreadable(filepath, "what it says does not fit together") from error


def _model(arrays, description):
    model = Sequential(
        [Input(description.get("input_shape") or (description["n_features"],))],
        trainable=description.get("trainable", True),
        name=description["name"],
    )
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
        model.optimizer.iterations = whole_number(compiled["iterations"], "iterations", least=0)
        if compiled["has_memory"]:
            model.optimizer.build(model.parameters)
            memory = _numbered(arrays, "optimizer")
            for own, saved in zip(model.optimizer.variables, memory, strict=True):
                own[...] = saved
    return model


def _read(filepath):
    """Return the arrays of the file, and what they belong to."""
    try:
        # The file is opened here because np.load leaves a damaged one open.
        with open(filepath, "rb") as file, np.load(file, allow_pickle=False) as archive:
            arrays = {name: archive[name] for name in archive.files}
            description = json.loads(str(arrays["description"]))
            form = description.get("format")
    except FileNotFoundError:
        raise FileNotFoundError(
            f"load_model: expected a saved model, found no file '{filepath}'."
        ) from None
    except DAMAGE as error:
        why = "it is damaged or of another kind"
        if zipfile.is_zipfile(filepath) and "config.json" in zipfile.ZipFile(filepath).namelist():
            why = "real Keras wrote it: load it there"
        raise _unreadable(filepath, why) from error
    if form != FORMAT:
        raise ValueError(
            f"load_model: expected the format '{FORMAT}' in '{filepath}', received "
            f"{form!r}: was it written by a newer version?"
        )
    return arrays, description


def _unreadable(filepath, why):
    return ValueError(
        f"load_model: expected a model saved by this library in '{filepath}', but cannot read "
        f"it, because {why}."
    )


def _numbered(arrays, kind):
    return [arrays[f"{kind}_{i}"] for i in range(sum(n.startswith(f"{kind}_") for n in arrays))]


def _make(description):
    arguments = {
        name: _make(value) if isinstance(value, dict) else value
        for name, value in description["arguments"].items()
    }
    return CLASSES[description["class"]](**arguments)
