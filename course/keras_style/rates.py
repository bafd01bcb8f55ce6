"""Callbacks that change the learning rate while training goes on."""

from course.keras_style.base_callback import Callback
from course.keras_style.monitors import Monitor
from course.keras_style.refusals import refuse_arguments


class ReduceLROnPlateau(Monitor):
    """Takes smaller steps when a number has stopped getting better.

    Parameters
    ----------
    monitor : str
        The number to watch, as the history calls it.
    factor : float
        The learning rate is multiplied by this, below 1.
    patience : int
        After how many epochs without improvement.
    verbose : int
        1 says when it acts.
    mode : str
        ``"min"``, ``"max"``, or ``"auto"``: the loss should fall, everything else should rise.
    min_delta : float
        Less than that counts as no improvement.
    cooldown : int
        How many epochs to wait after acting before counting again.
    min_lr : float
        The learning rate never falls below this.

    Raises
    ------
    ValueError
        If `factor` is not below 1, or the watched number does not exist.
    """

    def __init__(
        self,
        monitor="val_loss",
        factor=0.1,
        patience=10,
        verbose=0,
        mode="auto",
        min_delta=1e-4,
        cooldown=0,
        min_lr=0.0,
        **unknown,
    ):
        refuse_arguments(
            unknown,
            "ReduceLROnPlateau",
            "monitor, factor, patience, verbose, mode, min_delta, cooldown, min_lr",
        )
        super().__init__(monitor, mode, min_delta)
        if factor >= 1.0:
            raise ValueError(
                f"ReduceLROnPlateau, factor: expected a number below 1, received {factor!r}."
            )
        self.factor = factor
        self.patience = patience
        self.verbose = verbose
        self.cooldown = cooldown
        self.min_lr = min_lr

    def on_train_begin(self, logs=None):
        """Start with all patience."""
        super().on_train_begin()
        self.wait = self.cooldown_counter = 0

    def on_epoch_end(self, epoch, logs=None):
        """Compare with the best epoch so far, and reduce when patience has run out."""
        logs = {} if logs is None else logs
        current = self.watched(logs)
        logs["learning_rate"] = self.model.optimizer.learning_rate
        if self.cooldown_counter > 0:
            self.cooldown_counter -= 1
            self.wait = 0
        if self.is_better(current, self.best):
            self.best, self.wait = current, 0
        elif self.cooldown_counter <= 0:
            self.wait += 1
            if self.wait >= self.patience:
                self._reduce(epoch)

    def _reduce(self, epoch):
        optimizer = self.model.optimizer
        if optimizer.learning_rate <= self.min_lr:
            return
        optimizer.learning_rate = max(optimizer.learning_rate * self.factor, self.min_lr)
        self.cooldown_counter, self.wait = self.cooldown, 0
        if self.verbose:
            print(
                f"\nEpoch {epoch + 1}: ReduceLROnPlateau reducing learning rate to "
                f"{optimizer.learning_rate}."
            )


class LearningRateScheduler(Callback):
    """Sets the learning rate before each epoch.

    Parameters
    ----------
    schedule : function
        Takes the epoch's number, from 0, and the learning rate so far; returns the new one.
    verbose : int
        1 says what it sets.
    """

    def __init__(self, schedule, verbose=0):
        self.schedule = schedule
        self.verbose = verbose

    def on_epoch_begin(self, epoch, logs=None):
        """Ask for the learning rate and set it."""
        optimizer = self.model.optimizer
        optimizer.learning_rate = float(self.schedule(epoch, optimizer.learning_rate))
        if self.verbose:
            print(
                f"\nEpoch {epoch + 1}: LearningRateScheduler setting learning rate to "
                f"{optimizer.learning_rate}."
            )

    def on_epoch_end(self, epoch, logs=None):
        """Put the learning rate among the epoch's numbers."""
        if logs is not None:
            logs["learning_rate"] = self.model.optimizer.learning_rate
