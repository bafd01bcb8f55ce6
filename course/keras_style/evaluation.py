"""Judging a model: ``compile``, ``evaluate`` and ``predict``."""

import math

import numpy as np

from course.keras_style import losses, optimizers, refusals
from course.keras_style import metrics as metrics_module
from course.keras_style.layers import Flatten
from course.keras_style.progress import ProgressBar


class Evaluator:
    """What a model needs to predict and to be judged; ``Sequential`` brings the layers."""

    optimizer = None
    loss = None
    metrics = ()

    def compile(self, optimizer="rmsprop", loss=None, *, metrics=None, **unknown):
        """Choose how to learn: the steps to take, the loss to lower, the numbers to report.

        Parameters
        ----------
        optimizer : str or Optimizer
            ``"sgd"``, ``"adam"`` or an object. Keras's default, RMSprop, is not in this library.
        loss : str or Loss
            ``"mse"``, ``"binary_crossentropy"``, ``"categorical_crossentropy"`` or an object.
        metrics : list of str or Metric, optional
            Such as ``["accuracy"]``.

        Raises
        ------
        ValueError
            For a name that this library does not know.
        """
        refusals.refuse_arguments(unknown, "compile", "optimizer, loss, metrics")
        if isinstance(metrics, str):
            raise ValueError(f"compile, metrics: expected a list, received {metrics!r}.")
        self.optimizer = optimizers.get(optimizer)
        self.loss = losses.get(loss)
        self.metrics_wanted = list(metrics or [])
        # "accuracy" means one thing for one output and another for several, so metrics are
        # found again when the data arrive; here, a misspelt name is refused early.
        self._find_metrics(n_outputs=1)

    def _find_metrics(self, n_outputs):
        self.metrics = [
            metrics_module.for_outputs(wanted, n_outputs) for wanted in self.metrics_wanted
        ]
        names = ["loss", *(metric.name for metric in self.metrics)]
        for name in names:
            if names.count(name) > 1:
                raise ValueError(
                    f"compile, metrics: expected metrics with names of their own, received a "
                    f"second '{name}', because the history has one list for each name."
                )

    def evaluate(
        self, x=None, y=None, batch_size=None, verbose="auto", *, return_dict=False, **unknown
    ):
        """Return the loss and the metrics on the given rows, without learning from them.

        Parameters
        ----------
        x : array of shape (n_rows, n_features)
        y : array of shape (n_rows,) or (n_rows, n_outputs)
        batch_size : int, optional
            How many rows to send through the model at once; 32 if not given.
        verbose : "auto", 0, 1 or 2
            Silent (0), a progress bar (1 and "auto") or one line (2).
        return_dict : bool
            Whether to return ``{"accuracy": ..., "loss": ...}``.

        Returns
        -------
        list of float, float or dict
            The loss and then the metrics in the order of ``compile``; the loss alone as a
            number if there are no metrics.

        Raises
        ------
        ValueError
            If the model is not compiled, or the data do not fit the model or the loss.
        """
        refusals.refuse_arguments(unknown, "evaluate", "x, y, batch_size, verbose, return_dict")
        self._need_compiled("evaluate")
        x, y = self._checked_data(x, y)
        logs = self._test(x, y, refusals.batch_size(batch_size), refusals.verbosity(verbose))
        if return_dict:
            return logs
        values = [logs["loss"], *(logs[metric.name] for metric in self.metrics)]
        return values if len(values) > 1 else values[0]

    def predict(self, x, batch_size=None, verbose="auto", **unknown):
        """Return the outputs for the given rows.

        Parameters
        ----------
        x : array of shape (n_rows, n_features)
        batch_size, verbose
            As for ``evaluate``.

        Returns
        -------
        array of shape (n_rows, n_outputs)

        Raises
        ------
        ValueError
            If the data do not fit the model.
        """
        refusals.refuse_arguments(unknown, "predict", "x, batch_size, verbose")
        x = self._checked_x(x)
        batch_size, verbose = refusals.batch_size(batch_size), refusals.verbosity(verbose)
        bar = _bar(len(x), batch_size, verbose)
        outputs = self._outputs(x, batch_size, bar)
        if bar:
            bar.finish({})
        return outputs

    def _test(self, x, y, batch_size, verbose=0):
        bar = _bar(len(x), batch_size, verbose)
        outputs = self._outputs(x, batch_size, bar)
        with np.errstate(all="ignore"):  # a diverged model has a loss of nan, without warnings
            logs = self._logs(y, outputs)
        if bar:
            bar.finish(logs)
        return logs

    def _outputs(self, x, batch_size, bar=None):
        """Send all rows through the model, some at a time, and return what comes out."""
        outputs = np.empty((len(x), self.layers[-1].n_outputs))
        for start in range(0, len(x), batch_size):
            rows = slice(start, start + batch_size)
            outputs[rows] = self._forward(x[rows])
            if bar and bar.is_due:
                bar.draw(start // batch_size + 1, {})
        return outputs

    def _logs(self, y, outputs, row_weights=None):
        """Return the loss and the metrics of some outputs, by name in alphabetical order."""
        row_losses = self.loss.call(y, outputs)
        if row_weights is not None:
            row_losses = row_losses * row_weights
        logs = {"loss": float(np.mean(row_losses))}
        for metric in self.metrics:
            metric.reset_state()
            metric.update_state(y, outputs)
            logs[metric.name] = metric.result()
        return dict(sorted(logs.items()))

    def _checked_x(self, x):
        """Return `x` as a table that fits the model, building what is not built yet."""
        first = self.layers[0].name if self.layers else "none"
        if self.layers and isinstance(self.layers[0], Flatten):
            shape = self._input.shape[1:] if self._input else None
            x = refusals.flat_rows(x, shape, f"Layer '{first}' of model '{self.name}'")
        x = refusals.features(x, self.n_features, self.name, first)
        self.build((None, x.shape[1]))
        return x

    def _checked_data(self, x, y):
        """Return `x` and `y` as tables that fit the model and the loss."""
        x = self._checked_x(x)
        last = self.layers[-1]
        y = refusals.targets(y, len(x), last.n_outputs, last.name)
        self.loss.check_targets(y)
        self._find_metrics(last.n_outputs)
        return x, y

    def _need_compiled(self, method):
        if self.loss is None:
            raise ValueError(
                f"{method}: expected a compiled model, received '{self.name}' without a loss, "
                "because it does not know yet what to lower: call compile() first."
            )


def _bar(n_rows, batch_size, verbose):
    return ProgressBar(math.ceil(n_rows / batch_size), verbose) if verbose else None
