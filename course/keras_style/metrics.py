"""Metrics: what people want to know about the outputs, besides the loss.

A metric object gathers what it needs with ``update_state(y_true, y_pred)``, gives its value with
``result()`` and forgets with ``reset_state()``.
"""

import numpy as np

from course.keras_style.absent import getattr_of
from course.keras_style.base_loss import class_numbers, matched
from course.keras_style.base_metric import FunctionMetric, MeanMetric, Metric
from course.keras_style.losses import mean_absolute_error, mean_squared_error
from course.keras_style.refusals import refuse_arguments


def binary_accuracy(y_true, y_pred, threshold=0.5):
    """Return 1.0 where the answer was right and 0.0 where not, in the shape of `y_pred`.

    A probability above `threshold` is the answer 1.
    """
    y_true, y_pred = matched(y_true, y_pred)
    return np.equal(y_true, y_pred > threshold).astype(np.float64)


def categorical_accuracy(y_true, y_pred):
    """Return 1.0 where the largest share is the true class's and 0.0 where not: (n_rows,)."""
    y_true, y_pred = matched(y_true, y_pred)
    return np.equal(np.argmax(y_true, axis=-1), np.argmax(y_pred, axis=-1)).astype(np.float64)


def sparse_categorical_accuracy(y_true, y_pred):
    """Return the same for class numbers: `y_true` holds 0, 1, 2, ... of shape (n_rows,)."""
    numbers, y_pred = class_numbers(y_true, y_pred)
    return np.equal(numbers, np.argmax(y_pred, axis=-1)).astype(np.float64)


class BinaryAccuracy(MeanMetric):
    """The share of right answers, where an output above `threshold` says yes."""

    def __init__(self, name="binary_accuracy", *, threshold=0.5, **unknown):
        refuse_arguments(unknown, "BinaryAccuracy", "name, threshold")
        super().__init__(name=name)
        self.threshold = float(threshold)

    def get_config(self):
        """Return the arguments that would make this metric again."""
        return {"name": self.name, "threshold": self.threshold}

    def function(self, y_true, y_pred):
        """Return 1.0 for each right answer and 0.0 for each wrong one."""
        return binary_accuracy(y_true, y_pred, self.threshold)


class CategoricalAccuracy(MeanMetric):
    """The share of rows whose largest output is that of the true class."""

    function = staticmethod(categorical_accuracy)

    def __init__(self, name="categorical_accuracy", **unknown):
        super().__init__(name=name, **unknown)


class SparseCategoricalAccuracy(MeanMetric):
    """The share of rows whose largest output is that of the class with the number `y_true`."""

    function = staticmethod(sparse_categorical_accuracy)

    def __init__(self, name="sparse_categorical_accuracy", **unknown):
        super().__init__(name=name, **unknown)


class MeanSquaredError(MeanMetric):
    """The mean of the squared errors."""

    function = staticmethod(mean_squared_error)

    def __init__(self, name="mean_squared_error", **unknown):
        super().__init__(name=name, **unknown)


class MeanAbsoluteError(MeanMetric):
    """The mean of the absolute errors, in the unit of the answers."""

    function = staticmethod(mean_absolute_error)

    def __init__(self, name="mean_absolute_error", **unknown):
        super().__init__(name=name, **unknown)


class Precision(Metric):
    """Of all rows that were called positive, the share that is."""

    def __init__(self, thresholds=None, *, name=None, **unknown):
        refuse_arguments(unknown, type(self).__name__, "thresholds (one number), name")
        super().__init__(name=name)
        if np.size(thresholds) != 1:
            raise ValueError(
                f"{type(self).__name__}: expected one threshold, received {thresholds!r}, because "
                "a metric has one value here: make one metric for each."
            )
        self.threshold = 0.5 if thresholds is None else float(np.ravel(thresholds)[0])
        self.reset_state()

    def get_config(self):
        """Return the arguments that would make this metric again."""
        return {"name": self.name, "thresholds": self.threshold}

    def reset_state(self):
        """Forget everything taken in."""
        self.true_positives = self.false_positives = self.false_negatives = 0.0

    def update_state(self, y_true, y_pred):
        """Take in the true answers and the outputs of some rows."""
        y_true, y_pred = matched(y_true, y_pred)
        truth, called = y_true != 0, y_pred > self.threshold
        self.true_positives += float(np.sum(truth & called))
        self.false_positives += float(np.sum(~truth & called))
        self.false_negatives += float(np.sum(truth & ~called))

    def result(self):
        """Return the precision, 0.0 if nothing was called positive."""
        return _share(self.true_positives, self.false_positives)


class Recall(Precision):
    """Of all rows that are positive, the share that was called so."""

    def result(self):
        """Return the recall, 0.0 if nothing is positive."""
        return _share(self.true_positives, self.false_negatives)


class AUC(Metric):
    """The area under the ROC curve: how often a positive row gets more than a negative one.

    The curve is drawn through `num_thresholds` points, one for each threshold from 0 to 1, and
    its area is a sum of trapezoids, as in Keras.
    """

    def __init__(self, num_thresholds=200, *, name=None, **unknown):
        refuse_arguments(unknown, "AUC", "num_thresholds, name")
        if num_thresholds < 2:
            raise ValueError(f"AUC: expected num_thresholds >= 2, received {num_thresholds}.")
        super().__init__(name=name)
        self.num_thresholds = num_thresholds
        self.reset_state()

    def get_config(self):
        """Return the arguments that would make this metric again."""
        return {"name": self.name, "num_thresholds": self.num_thresholds}

    def reset_state(self):
        """Forget everything taken in."""
        self.positives = np.zeros(self.num_thresholds)
        self.negatives = np.zeros(self.num_thresholds)

    def update_state(self, y_true, y_pred):
        """Take in the true answers and the outputs, cut off at 0 and 1, of some rows."""
        y_true, y_pred = matched(y_true, y_pred)
        # One pass puts each output into the bin between two thresholds, instead of comparing it
        # with all of them. An output equal to a threshold belongs below it; equal means as equal
        # as float32 can tell, as in Keras, so that the product's rounding does not decide.
        y_pred = np.clip(np.nan_to_num(y_pred), 0.0, 1.0)
        places = (y_pred * (self.num_thresholds - 1)).astype(np.float32)
        bins = np.maximum(np.ceil(places).astype(int) - 1, 0)
        truth = y_true != 0
        self.positives += np.bincount(bins[truth], minlength=self.num_thresholds)
        self.negatives += np.bincount(bins[~truth], minlength=self.num_thresholds)

    def result(self):
        """Return the area, 0.0 if one of the two classes is missing."""
        # Summed from the top, each entry counts the rows that lie above that threshold.
        true_positives = np.cumsum(self.positives[::-1])[::-1]
        false_positives = np.cumsum(self.negatives[::-1])[::-1]
        recall = true_positives / max(true_positives[0], 1.0)
        false_alarm = false_positives / max(false_positives[0], 1.0)
        heights = (recall[:-1] + recall[1:]) / 2.0
        return float(np.sum((false_alarm[:-1] - false_alarm[1:]) * heights))


BY_NAME = {
    ("binary_accuracy",): BinaryAccuracy,
    ("categorical_accuracy",): CategoricalAccuracy,
    ("sparse_categorical_accuracy",): SparseCategoricalAccuracy,
    ("mean_squared_error", "mse", "MSE"): MeanSquaredError,
    ("mean_absolute_error", "mae", "MAE"): MeanAbsoluteError,
    ("auc",): AUC,
    ("precision",): Precision,
    ("recall",): Recall,
}


def for_shapes(identifier, n_answers, n_outputs):
    """Return a metric for a name, a function of y_true and y_pred, or an instance.

    ``"accuracy"`` becomes the accuracy that fits: binary for one output, sparse for several
    outputs and one class number, else categorical.

    Raises
    ------
    ValueError
        If there is no such metric here.
    """
    if isinstance(identifier, Metric):
        return identifier
    if identifier in ("accuracy", "acc"):
        several = SparseCategoricalAccuracy if n_answers == 1 else CategoricalAccuracy
        return (BinaryAccuracy if n_outputs == 1 else several)(name=identifier)
    for names, cls in BY_NAME.items():
        if identifier in (*names, cls.__name__):
            return cls(name=identifier)
    if callable(identifier) and not isinstance(identifier, type):
        return FunctionMetric(identifier)
    known = ", ".join(repr(names[0]) for names in BY_NAME)
    raise ValueError(
        f"metrics: expected 'accuracy', {known} or an object such as keras.metrics.AUC(), "
        f"received {identifier!r}."
    )


def _share(part, rest):
    return part / (part + rest) if part + rest else 0.0


__getattr__ = getattr_of(__name__, "keras.metrics")
