"""Judging a model: ``compile``, ``evaluate`` and ``predict``."""

import math

import numpy as np

from course.keras_style import losses, optimizers, refusals
from course.keras_style import metrics as metrics_module
from course.keras_style.base_callback import CallbackList
from course.keras_style.layers import Flatten
from course.keras_style.progress import ProgressBar
from course.keras_style.rows import Rows


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
            ``"sgd"``, ``"adam"``, ``"rmsprop"`` or an object.
        loss : str, Loss or function
            Such as ``"mse"``, ``"binary_crossentropy"``, ``"categorical_crossentropy"``; or a
            function of y_true and y_pred of your own, written with NumPy.
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
        # found again when the data arrive; here, a misspelled name is refused early.
        self._find_metrics(n_answers=1, n_outputs=1)

    def _find_metrics(self, n_answers, n_outputs):
        self.metrics = [
            metrics_module.for_shapes(wanted, n_answers, n_outputs)
            for wanted in self.metrics_wanted
        ]
        for name in self.metrics_names:
            if self.metrics_names.count(name) > 1:
                raise ValueError(
                    f"compile, metrics: expected metrics with names of their own, received a "
                    f"second '{name}', because the history has one list for each name."
                )

    def evaluate(
        self,
        x=None,
        y=None,
        batch_size=None,
        verbose="auto",
        sample_weight=None,
        *,
        callbacks=None,
        return_dict=False,
        **unknown,
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
        sample_weight : array of shape (n_rows,), optional
            How much each row counts in the loss.
        callbacks : list of Callback, optional
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
        refusals.refuse_arguments(
            unknown,
            "evaluate",
            "x, y, batch_size, verbose, sample_weight, callbacks, return_dict",
        )
        self._need_compiled("evaluate")
        rows = self._checked_rows(x, y, sample_weight)
        batch_size, verbose = refusals.batch_size(batch_size), refusals.verbosity(verbose)
        watchers = self._watchers(callbacks, len(rows), batch_size, verbose)
        logs = self._test(rows, batch_size, watchers, verbose)
        return logs if return_dict else self._in_order(logs)

    def predict(self, x, batch_size=None, verbose="auto", *, callbacks=None, **unknown):
        """Return the outputs for the given rows.

        Parameters
        ----------
        x : array of shape (n_rows, n_features)
        batch_size, verbose, callbacks
            As for ``evaluate``.

        Returns
        -------
        array of shape (n_rows, n_outputs)

        Raises
        ------
        ValueError
            If the data do not fit the model.
        """
        refusals.refuse_arguments(unknown, "predict", "x, batch_size, verbose, callbacks")
        x = self._checked_x(x)
        batch_size, verbose = refusals.batch_size(batch_size), refusals.verbosity(verbose)
        watchers = self._watchers(callbacks, len(x), batch_size, verbose)
        bar = _bar(len(x), batch_size, verbose)
        watchers.tell("on_predict_begin")
        outputs = self._outputs(
            x, batch_size, bar, watchers, "predict", lambda seen, start: {"outputs": seen[start:]}
        )
        watchers.tell("on_predict_end")
        if bar:
            bar.finish({})
        return outputs

    def test_on_batch(self, x, y=None, sample_weight=None, return_dict=False):
        """Return the loss and the metrics on one batch, as ``evaluate`` returns them."""
        x = np.asarray(x)
        return self.evaluate(x, y, len(x), 0, sample_weight, return_dict=return_dict)

    def predict_on_batch(self, x):
        """Return the outputs for one batch."""
        return self(x)

    def _watchers(self, callbacks, n_rows, batch_size, verbose):
        steps = math.ceil(n_rows / batch_size)
        return CallbackList(callbacks, self, verbose=verbose, epochs=1, steps=steps)

    def _test(self, rows, batch_size, watchers, verbose=0):
        """Judge the model on the rows, and return its numbers by name."""
        bar = _bar(len(rows), batch_size, verbose)
        penalty = self._penalty()

        def numbers(outputs, start=0):
            seen = rows[: len(outputs)]
            return self._logs(seen.y, outputs, seen.weights, penalty)

        with np.errstate(all="ignore"):  # a diverged model has a loss of nan, without warnings
            watchers.tell("on_test_begin")
            outputs = self._outputs(rows.x, batch_size, bar, watchers, "test", numbers)
            logs = numbers(outputs)
            watchers.tell("on_test_end", logs=logs)
        if bar:
            bar.finish(logs)
        return logs

    def _outputs(self, x, batch_size, bar, watchers, kind, numbers):
        """Send all rows through the model, some at a time, and return what comes out.

        Callbacks that listen are told of each batch, with the `numbers` of the outputs so far.
        """
        outputs = np.empty((len(x), self.layers[-1].n_outputs))
        listened = watchers.hears_batches(kind)
        for batch, start in enumerate(range(0, len(x), batch_size)):
            stop = min(start + batch_size, len(x))
            if listened:
                watchers.tell_batch(f"on_{kind}_batch_begin", batch)
            outputs[start:stop] = self._forward(x[start:stop])
            if listened:
                watchers.tell_batch(f"on_{kind}_batch_end", batch, numbers(outputs[:stop], start))
            if bar and bar.is_due:
                bar.draw(batch + 1, {})
        return outputs

    def _logs(self, y, outputs, row_weights=None, penalty=0.0):
        """Return the loss and the metrics of some outputs, by name in alphabetical order."""
        row_losses = self.loss.row_losses(y, outputs)
        if row_weights is not None:
            row_losses = row_losses * row_weights
        logs = {"loss": float(np.mean(row_losses) + penalty)}
        for metric in self.metrics:
            metric.reset_state()
            metric.update_state(y, outputs)
            logs[metric.name] = float(metric.result())
        return dict(sorted(logs.items()))

    def _in_order(self, logs):
        """Return the numbers as a list in the order of ``compile``, or the loss if it is alone."""
        values = [logs[name] for name in self.metrics_names]
        return values if len(values) > 1 else values[0]

    @property
    def metrics_names(self):
        """The names of the numbers that ``evaluate`` returns, in its order."""
        return ["loss", *(metric.name for metric in self.metrics)]

    def _penalty(self):
        """Return what the layers' regularizers add to the loss."""
        return sum(layer.penalty() for layer in self.layers)

    def _checked_x(self, x):
        """Return `x` as a table that fits the model, building what is not built yet."""
        first = self.layers[0].name if self.layers else "none"
        if self.layers and isinstance(self.layers[0], Flatten):
            shape = self._input.shape[1:] if self._input else None
            x = refusals.flat_rows(x, shape, f"Layer '{first}' of model '{self.name}'")
        x = refusals.features(x, self.n_features, self.name, first)
        self.build((None, x.shape[1]))
        return x

    def _checked_rows(self, x, y, sample_weight=None, class_weight=None):
        """Return x, y and the rows' weights as tables that fit the model and the loss."""
        x = self._checked_x(x)
        last = self.layers[-1]
        y = refusals.targets(y, len(x), last.n_outputs, last.name, self.loss)
        self.loss.check_targets(y, last.n_outputs)
        self._find_metrics(y.shape[1], last.n_outputs)
        return Rows(x, y, refusals.row_weights(y, sample_weight, class_weight))

    def _need_compiled(self, method):
        if self.loss is None:
            raise ValueError(
                f"{method}: expected a compiled model, received '{self.name}' without a loss, "
                "because it does not know yet what to lower: call compile() first."
            )


def _bar(n_rows, batch_size, verbose):
    return ProgressBar(math.ceil(n_rows / batch_size), verbose) if verbose else None
