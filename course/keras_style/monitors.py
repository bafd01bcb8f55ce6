"""Callbacks that watch one number of the training and act on it."""

from course.keras_style.base_callback import Callback
from course.keras_style.refusals import refuse_arguments
from course.keras_style.saving import check_name


class Monitor(Callback):
    """Watches one number of the logs and knows whether it got better."""

    def __init__(self, monitor, mode, min_delta=0):
        if mode not in ("auto", "min", "max"):
            raise ValueError(
                f"{type(self).__name__}, mode: expected 'auto', 'min' or 'max', received {mode!r}."
            )
        self.monitor = monitor
        self.mode = mode
        self.min_delta = abs(min_delta)

    def on_train_begin(self, logs=None):
        """Forget what an earlier training was like."""
        self.best = None

    def watched(self, logs):
        """Return the watched number.

        Raises
        ------
        ValueError
            If the epoch has no such number: the callback would never act.
        """
        logs = logs or {}
        if self.monitor not in logs:
            hint = ""
            if self.monitor.startswith("val_") and not any(k.startswith("val_") for k in logs):
                hint = ": give fit() validation_data or validation_split"
            raise ValueError(
                f"{type(self).__name__}, monitor: expected one of {', '.join(logs)}, received "
                f"{self.monitor!r}, because these are the numbers of this training{hint}."
            )
        return logs[self.monitor]

    def is_better(self, value, than):
        """Return whether `value` beats `than` by more than ``min_delta``."""
        if than is None:
            return True
        mode = self.mode
        if mode == "auto":
            mode = "min" if self.monitor.removeprefix("val_") == "loss" else "max"
        if mode == "min":
            return value + self.min_delta < than
        return value - self.min_delta > than


class EarlyStopping(Monitor):
    """Ends the training when a number has stopped getting better (Prechelt 1998).

    Parameters
    ----------
    monitor : str
        The number to watch, as the history calls it.
    min_delta : float
        Less than that counts as no improvement.
    patience : int
        How many epochs without improvement are one too many.
    verbose : int
        1 says when it acts.
    mode : str
        ``"min"``, ``"max"``, or ``"auto"``: the loss should fall, everything else should rise.
    baseline : float, optional
        Patience also runs out unless the number beats this.
    restore_best_weights : bool
        Whether to go back to the weights of the best epoch at the end.
    start_from_epoch : int
        How many epochs to let pass before watching.
    """

    def __init__(
        self,
        monitor="val_loss",
        min_delta=0,
        patience=0,
        verbose=0,
        mode="auto",
        baseline=None,
        restore_best_weights=False,
        start_from_epoch=0,
        **unknown,
    ):
        refuse_arguments(
            unknown,
            "EarlyStopping",
            "monitor, min_delta, patience, verbose, mode, baseline, restore_best_weights, "
            "start_from_epoch",
        )
        super().__init__(monitor, mode, min_delta)
        self.patience = patience
        self.verbose = verbose
        self.baseline = baseline
        self.restore_best_weights = restore_best_weights
        self.start_from_epoch = start_from_epoch

    def on_train_begin(self, logs=None):
        """Start with all patience."""
        super().on_train_begin()
        self.wait = self.stopped_epoch = self.best_epoch = 0
        self.best_weights = None

    def on_epoch_end(self, epoch, logs=None):
        """Compare with the best epoch so far, and stop when patience has run out."""
        current = self.watched(logs)
        if epoch < self.start_from_epoch:
            return
        if self.restore_best_weights and self.best_weights is None:
            self.best_weights, self.best_epoch = self.model.get_weights(), epoch
        self.wait += 1
        if self.is_better(current, self.best):
            self.best, self.best_epoch = current, epoch
            if self.restore_best_weights:
                self.best_weights = self.model.get_weights()
            if self.is_better(current, self.baseline):
                self.wait = 0
        elif self.wait >= self.patience and epoch > 0:
            self.stopped_epoch = epoch
            self.model.stop_training = True

    def on_train_end(self, logs=None):
        """Say what happened and bring the best weights back, if asked to."""
        if self.stopped_epoch and self.verbose:
            print(f"Epoch {self.stopped_epoch + 1}: early stopping")
        if self.best_weights is not None:
            if self.verbose:
                print(
                    "Restoring model weights from the end of the best epoch: "
                    f"{self.best_epoch + 1}."
                )
            self.model.set_weights(self.best_weights)


class ModelCheckpoint(Monitor):
    """Saves the model after each epoch, or only when a number got better.

    Parameters
    ----------
    filepath : str or Path
        Ends in .npz; may hold the epoch and its numbers: ``"{epoch:02d}-{val_loss:.2f}.npz"``.
    monitor : str
        The number to watch if `save_best_only`.
    verbose : int
        1 says when it saves.
    save_best_only : bool
        Whether to save only when the watched number beats all epochs before.
    mode : str
        ``"min"``, ``"max"``, or ``"auto"``: the loss should fall, everything else should rise.

    Raises
    ------
    ValueError
        If the name does not end in .npz or the watched number does not exist.
    """

    def __init__(
        self,
        filepath,
        monitor="val_loss",
        verbose=0,
        save_best_only=False,
        *,
        mode="auto",
        **unknown,
    ):
        refuse_arguments(
            unknown, "ModelCheckpoint", "filepath, monitor, verbose, save_best_only, mode"
        )
        super().__init__(monitor, mode)
        self.filepath = str(check_name(filepath))
        self.verbose = verbose
        self.save_best_only = save_best_only

    def on_epoch_end(self, epoch, logs=None):
        """Save the model, if it should be."""
        logs = logs or {}
        try:
            filepath = self.filepath.format(epoch=epoch + 1, **logs)
        except KeyError as missing:
            raise ValueError(
                f"ModelCheckpoint, filepath: expected names among epoch, {', '.join(logs)}, "
                f"received {missing}, because these are the numbers of this training."
            ) from None
        start = f"\nEpoch {epoch + 1}: "
        news = "saving model"
        if self.save_best_only:
            current = self.watched(logs)
            best = "None" if self.best is None else f"{self.best:.5f}"
            if not self.is_better(current, self.best):
                if self.verbose:
                    print(f"{start}{self.monitor} did not improve from {best}")
                return
            self.best = current
            news = f"{self.monitor} improved from {best} to {current:.5f}, saving model"
        if self.verbose:
            print(f"{start}{news} to {filepath}")
        self.model.save(filepath)
