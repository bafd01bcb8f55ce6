"""Metrics: what people want to know about the outputs, besides the loss.

A metric object gathers what it needs with ``update_state(y_true, y_pred)``, gives its value with
``result()`` and forgets with ``reset_state()``.
"""

import numpy as np

from course.keras_style.losses import _matched
from course.keras_style.refusals import refuse_arguments
from course.keras_style.utils import automatic_name


def binary_accuracy(y_true, y_pred, threshold=0.5):
    """Return 1.0 where the answer was right and 0.0 where not, in the shape of `y_pred`.

    A probability above `threshold` is the answer 1.
    """
    y_true, y_pred = _matched(y_true, y_pred)
    return np.equal(y_true, y_pred > threshold).astype(np.float64)


def categorical_accuracy(y_true, y_pred):
    """Return 1.0 where the largest share is the true class's and 0.0 where not: (n_rows,)."""
    y_true, y_pred = _matched(y_true, y_pred)
    return np.equal(np.argmax(y_true, axis=-1), np.argmax(y_pred, axis=-1)).astype(np.float64)


class Metric:
    """The base of all metrics."""

    higher_is_better = True

    def __init__(self, name=None):
        self.name = name or automatic_name(type(self))
        self.reset_state()

    def get_config(self):
        """Return the arguments that would make this metric again."""
        return {"name": self.name}

    def __call__(self, y_true, y_pred):
        """Take in answers and predictions, and return the value so far."""
        self.update_state(y_true, y_pred)
        return self.result()


class _MeanMetric(Metric):
    def update_state(self, y_true, y_pred):
        """Take in the true answers and the outputs of some rows."""
        values = self.function(y_true, y_pred)
        self.total += values.sum()
        self.count += values.size

    def result(self):
        """Return the mean over everything taken in, 0.0 if that is nothing."""
        return float(self.total / self.count) if self.count else 0.0

    def reset_state(self):
        """Forget everything taken in."""
        self.total = self.count = 0


class BinaryAccuracy(_MeanMetric):
    """The share of right answers, where an output above `threshold` says yes."""

    def __init__(self, name="binary_accuracy", *, threshold=0.5, **unknown):
        refuse_arguments(unknown, "BinaryAccuracy", "name, threshold")
        super().__init__(name)
        self.threshold = float(threshold)

    def get_config(self):
        """Return the arguments that would make this metric again."""
        return {"name": self.name, "threshold": self.threshold}

    def function(self, y_true, y_pred):
        """Return 1.0 for each right answer and 0.0 for each wrong one."""
        return binary_accuracy(y_true, y_pred, self.threshold)


class CategoricalAccuracy(_MeanMetric):
    """The share of rows whose largest output is that of the true class."""

    def __init__(self, name="categorical_accuracy", **unknown):
        refuse_arguments(unknown, "CategoricalAccuracy", "name")
        super().__init__(name)

    def function(self, y_true, y_pred):
        """Return 1.0 for each right answer and 0.0 for each wrong one."""
        return categorical_accuracy(y_true, y_pred)


class Precision(Metric):
    """Of all rows that were called positive, the share that is."""

    def __init__(self, thresholds=None, *, name=None, **unknown):
        refuse_arguments(unknown, type(self).__name__, "thresholds (one number), name")
        super().__init__(name)
        self.threshold = 0.5 if thresholds is None else float(thresholds)

    def get_config(self):
        """Return the arguments that would make this metric again."""
        return {"name": self.name, "thresholds": self.threshold}

    def reset_state(self):
        """Forget everything taken in."""
        self.true_positives = self.false_positives = self.false_negatives = 0.0

    def update_state(self, y_true, y_pred):
        """Take in the true answers and the outputs of some rows."""
        y_true, y_pred = _matched(y_true, y_pred)
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
        self.num_thresholds = num_thresholds
        super().__init__(name)

    def get_config(self):
        """Return the arguments that would make this metric again."""
        return {"name": self.name, "num_thresholds": self.num_thresholds}

    def reset_state(self):
        """Forget everything taken in."""
        self.positives = np.zeros(self.num_thresholds)
        self.negatives = np.zeros(self.num_thresholds)

    def update_state(self, y_true, y_pred):
        """Take in the true answers and the outputs, cut off at 0 and 1, of some rows."""
        y_true, y_pred = _matched(y_true, y_pred)
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
    "binary_accuracy": BinaryAccuracy,
    "categorical_accuracy": CategoricalAccuracy,
    "auc": AUC,
    "precision": Precision,
    "recall": Recall,
}


def for_outputs(identifier, n_outputs):
    """Return a metric for a name or an instance.

    ``"accuracy"`` becomes binary or categorical accuracy, whichever fits `n_outputs`.

    Raises
    ------
    ValueError
        If there is no such metric here.
    """
    if isinstance(identifier, Metric):
        return identifier
    if identifier in ("accuracy", "acc"):
        return (BinaryAccuracy if n_outputs == 1 else CategoricalAccuracy)(name=identifier)
    for name, cls in BY_NAME.items():
        if identifier in (name, cls.__name__):
            return cls(name=identifier)
    raise ValueError(
        f"metrics: expected 'accuracy', {', '.join(map(repr, BY_NAME))} or an object such as "
        f"keras.metrics.AUC(), received {identifier!r}."
    )


def _share(part, rest):
    return part / (part + rest) if part + rest else 0.0
