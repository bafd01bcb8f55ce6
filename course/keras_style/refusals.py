"""Refusing bad input, in sentences: what was expected, what was received, and why it matters."""

import math

import numpy as np

# Spellings from older tutorials, and how Keras 3 writes the same thing.
OLD_SPELLINGS = {
    "init": "kernel_initializer=",
    "bias": "use_bias=",
    "lr": "learning_rate=",
    "beta1": "beta_1=",
    "beta2": "beta_2=",
    "nb_epoch": "epochs=",
    "show_accuracy": "metrics=['accuracy'] in compile()",
}


def refuse_arguments(unknown, where, known):
    """Raise TypeError if a call brought arguments that `where` does not take.

    Parameters
    ----------
    unknown : dict
        What the call brought beyond the known arguments: the ``**unknown`` of a signature.
    where : str
        The name of the function or layer, for the message.
    known : str
        Its arguments, for the message.
    """
    for name in unknown:
        if name in OLD_SPELLINGS:
            raise TypeError(
                f"{where}: expected today's spelling {OLD_SPELLINGS[name]}, received {name}=, "
                "because Keras dropped the old name."
            )
        raise TypeError(
            f"{where}: expected {known}, received {name}=, because this library has no such "
            "argument (docs/keras.md lists what real Keras has beyond it)."
        )


def whole_number(value, where, least=1):
    """Return `value` as an int, or raise ValueError if it is no whole number >= `least`."""
    if isinstance(value, bool) or not isinstance(value, int | np.integer) or value < least:
        raise ValueError(f"{where}: expected a whole number >= {least}, received {value!r}.")
    return int(value)


def batch_size(value):
    """Return how many rows to take at once: 32 if nothing was said, as in Keras."""
    return whole_number(32 if value is None else value, "batch_size")


def verbosity(value):
    """Return 0, 1 or 2 for a `verbose` argument, or raise ValueError."""
    if value == "auto":
        return 1
    if value not in (0, 1, 2):
        raise ValueError(f"verbose: expected 'auto', 0, 1 or 2, received {value!r}.")
    return int(value)


def pair(validation_data):
    """Return x, y and, if given, the weights of the argument `validation_data`."""
    if not isinstance(validation_data, tuple | list) or len(validation_data) not in (2, 3):
        received = type(validation_data).__name__
        if isinstance(validation_data, tuple | list):
            received += f" of length {len(validation_data)}"
        raise ValueError(
            f"validation_data: expected a pair (x, y), perhaps with sample weights as a third "
            f"entry, received a {received}."
        )
    return validation_data


def rows_to_train_on(n_rows, validation_split):
    """Return how many of the rows, the first ones, are left for training."""
    if not 0 <= validation_split < 1:
        raise ValueError(
            f"validation_split: expected a share from 0 to 1, received {validation_split!r}."
        )
    n_train = math.floor(n_rows * (1.0 - validation_split))
    if n_train in (0, n_rows):
        raise ValueError(
            f"validation_split: expected a share that leaves rows on both sides, received "
            f"{validation_split!r} of {n_rows} rows."
        )
    return n_train


def row_weights(y, sample_weight=None, class_weight=None):
    """Return how much each row counts, shape (n_rows,), or None if all count alike."""
    if sample_weight is not None and class_weight is not None:
        raise ValueError(
            "expected sample_weight or class_weight, received both, because each says how much "
            "a row counts."
        )
    if sample_weight is not None:
        weights = as_table(sample_weight, "sample_weight").astype(np.float64)
        if weights.shape not in ((len(y),), (len(y), 1)):
            raise ValueError(
                f"sample_weight: expected one number for each of the {len(y)} rows, received "
                f"shape {weights.shape}."
            )
        return weights.reshape(-1)
    if class_weight is None:
        return None
    if not isinstance(class_weight, dict):
        raise ValueError(
            f"class_weight: expected a dict such as {{0: 1.0, 1: 2.0}}, received {class_weight!r}."
        )
    classes = np.argmax(y, axis=1) if y.shape[1] > 1 else np.round(y[:, 0]).astype(int)
    return np.array([class_weight.get(int(number), 1.0) for number in classes], dtype=np.float64)


def as_table(values, what):
    """Return `values` as an array of finite numbers, without copying one that is good already.

    Raises
    ------
    ValueError
        If it is missing, has no rows, holds something else than numbers, or NaN or infinity.
    """
    if values is None:
        raise ValueError(f"{what}: expected an array of numbers, received None.")
    try:
        array = np.asarray(values)
        if array.dtype.kind == "c":
            raise TypeError("they are complex: use their real and imaginary parts as two features")
        if array.dtype.kind not in "biuf":
            array = array.astype(np.float64)
    except (TypeError, ValueError) as error:
        raise ValueError(
            f"{what}: expected an array of numbers, received {type(values).__name__} that does "
            f"not turn into one, because {error}."
        ) from error
    if array.ndim == 0 or len(array) == 0:
        raise ValueError(f"{what}: expected at least one row, received shape {array.shape}.")
    if array.dtype.kind == "f" and not np.isfinite(array).all():
        place = tuple(int(i) for i in np.argwhere(~np.isfinite(array))[0])
        raise ValueError(
            f"{what}: expected finite numbers, received {array[place]} at index {place}, because "
            "one missing value would turn every weight into nan: fill or drop it first."
        )
    return array


def flat_rows(x, shape, where):
    """Return `x` with the numbers of each row in one line: (n_rows, 28, 28) to (n_rows, 784).

    `shape` is that of one row, or None if any will do.
    """
    x = as_table(x, where)
    if x.ndim < 2 or (shape is not None and x.shape[1:] != shape):
        expected = "..." if shape is None else ", ".join(map(str, shape))
        raise ValueError(
            f"{where}: expected x of shape (n_rows, {expected}), received shape {x.shape}, because "
            "all numbers of a row are put in one line."
        )
    return x.reshape(len(x), -1)


def features(x, n_features, model_name, layer_name):
    """Return `x` as a table of shape (n_rows, n_features), or raise ValueError.

    `n_features` is None for a model that has not seen data yet.
    """
    x = as_table(x, f"{model_name}, x")
    if x.ndim == 1 and n_features in (None, 1):
        x = x[:, np.newaxis]  # as Keras: n numbers are n rows of one feature
    if x.ndim != 2 or (n_features is not None and x.shape[1] != n_features):
        expected = "n_features" if n_features is None else n_features
        hint = ""
        if x.shape == (n_features,):
            hint = " (one row alone is x[np.newaxis, :])"
        raise ValueError(
            f"Layer '{layer_name}' of model '{model_name}': expected x of shape "
            f"(n_rows, {expected}), received shape {x.shape}{hint}, because rows are "
            "observations and each feature has one row of weights in the layer's kernel."
        )
    return x


def targets(y, n_rows, n_outputs, layer_name, loss):
    """Return `y` as a table of shape (n_rows, n_outputs), or raise ValueError.

    For a loss that takes class numbers, the shape is (n_rows, 1).
    """
    y = as_table(y, "y")
    if len(y) != n_rows:
        raise ValueError(
            f"y: expected {n_rows} rows as in x, received {len(y)}, because every row of x "
            "needs its own answer."
        )
    if y.ndim == 1 and (n_outputs == 1 or loss.takes_class_numbers):
        y = y[:, np.newaxis]
    if loss.takes_class_numbers and y.shape != (n_rows, 1):
        raise ValueError(
            f"y: expected one class number for each row, received shape {y.shape}, because "
            f"'{loss.name}' takes class numbers: 'categorical_crossentropy' takes one-hot rows."
        )
    if not loss.takes_class_numbers and y.shape != (n_rows, n_outputs):
        hint = ""
        if y.ndim == 1 or y.shape[1] == 1:
            hint = (
                f" (class numbers become one-hot rows with keras.utils.to_categorical(y, "
                f"{n_outputs}))"
            )
        raise ValueError(
            f"y: expected shape ({n_rows}, {n_outputs}), received {y.shape}{hint}, because the "
            f"last layer '{layer_name}' gives {n_outputs} numbers for each row."
        )
    return y
