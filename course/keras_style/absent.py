"""What real Keras has and this library has not: said by name, with what to use instead."""

import difflib
import inspect
import sys

INSTEAD = {
    "Model": "write the layers in a row, in keras.Sequential",
    "Variable": "use a NumPy array",
    "ops": "use NumPy: np.mean for keras.ops.mean, and so on",
    "random": "use np.random.default_rng(seed)",
    "backend": "use NumPy",
    "config": "there is nothing to set: numbers are float64",
    "datasets": "use course.pima.load(), or read the data with NumPy",
    "preprocessing": "prepare the data with NumPy before fit",
    "applications": "train a small network of your own",
    "constraints": "hold weights small with kernel_regularizer",
    "wrappers": "use the model itself",
    "models.Model": "write the layers in a row, in keras.Sequential",
    "models.clone_model": "use copy.deepcopy(model)",
    "models.model_from_json": "use model.save and keras.models.load_model",
    "layers.BatchNormalization": "standardise the data before fit",
    "layers.Normalization": "standardise the data before fit, with the training part's numbers",
    "layers.LayerNormalization": "standardise the data before fit",
    "layers.Rescaling": "divide the data before fit, as in x / 255",
    "layers.Reshape": "reshape the data with NumPy before fit",
    "layers.ReLU": 'use Activation("relu")',
    "layers.LeakyReLU": 'use Activation("leaky_relu")',
    "layers.ELU": 'use Activation("elu")',
    "layers.Softmax": 'use Activation("softmax")',
    "layers.GaussianNoise": "use Dropout",
    "layers.Concatenate": "put the features side by side with np.hstack before fit",
    "layers.Conv2D": "use Flatten and Dense, which see no neighbours",
    "layers.MaxPooling2D": "use Flatten and Dense, which see no neighbours",
    "layers.LSTM": "use Dense, on a row of the last few steps",
    "layers.Embedding": "use keras.utils.to_categorical",
    "activations.gelu": "use elu, which is as smooth",
    "activations.silu": "use elu, which is as smooth",
    "activations.swish": "use elu, which is as smooth",
    "activations.selu": "use elu",
    "activations.softplus": "use relu, which is close to it",
    "initializers.TruncatedNormal": "use RandomNormal",
    "initializers.LecunNormal": "use GlorotNormal",
    "initializers.LecunUniform": "use GlorotUniform",
    "losses.Huber": "write it as a function of y_true and y_pred, with NumPy",
    "losses.Hinge": "write it as a function of y_true and y_pred, with NumPy",
    "losses.KLDivergence": "write it as a function of y_true and y_pred, with NumPy",
    "metrics.Accuracy": 'use the name "accuracy"',
    "metrics.RootMeanSquaredError": "take the root of MeanSquaredError",
    "metrics.F1Score": "compute it from Precision and Recall",
    "optimizers.AdamW": "use Adam, and kernel_regularizer in the layers",
    "optimizers.Adagrad": "use RMSprop",
    "optimizers.Adadelta": "use RMSprop",
    "optimizers.Adamax": "use Adam",
    "optimizers.Nadam": "use Adam",
    "optimizers.schedules": "use keras.callbacks.LearningRateScheduler",
    "callbacks.TensorBoard": "use CSVLogger",
    "callbacks.TerminateOnNaN": "a loss that became nan is said in words anyway",
    "callbacks.BackupAndRestore": "use ModelCheckpoint",
    "utils.clear_session": "make a new model",
    "utils.normalize": "divide the data with NumPy",
    "utils.plot_model": "use model.summary()",
    "utils.split_dataset": "use slices of NumPy arrays",
}


def getattr_of(module, place):
    """Return the ``__getattr__`` of a module: what Python calls for a name that is not in it.

    Parameters
    ----------
    module : str
        Its ``__name__``.
    place : str
        What Keras calls it: ``"keras"`` or, for instance, ``"keras.layers"``.
    """

    def missing(name):
        if name.startswith("_"):  # Python itself asks whether there is such a thing
            raise AttributeError(f"module '{module}' has no attribute '{name}'")
        full = f"{place}.{name}"
        advice = INSTEAD.get(full.removeprefix("keras."))
        if advice:
            raise AttributeError(
                f"this library has no {full}, which real Keras has (`import keras`): here, "
                f"{advice}."
            )
        inside = _part_with(module, name)
        if inside:
            raise AttributeError(
                f"this library has no {full}: did you mean {place}.{inside}.{name}? docs/keras.md "
                "lists what there is, and keras.io/api what real Keras has."
            )
        known = {each.lower(): each for each in vars(sys.modules[module]) if each[0] != "_"}
        close = difflib.get_close_matches(name.lower(), known, n=1)
        hint = f"did you mean {place}.{known[close[0]]}? " if close else ""
        raise AttributeError(
            f"this library has no {full}: {hint}docs/keras.md lists what there is, and "
            "keras.io/api what real Keras has."
        )

    return missing


def _part_with(module, name):
    """Return the public part of a module that has a class of this name, or None."""
    held = sys.modules[module]
    parts = [part for part in getattr(held, "__all__", ()) if inspect.ismodule(vars(held)[part])]
    return next((p for p in parts if inspect.isclass(vars(vars(held)[p]).get(name))), None)
