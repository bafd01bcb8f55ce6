"""What all callbacks have in common, and the History that every training keeps."""

# Keras also calls back around every batch. Here that would cost more than the batch itself.
PER_BATCH = (
    "on_batch_begin",
    "on_batch_end",
    "on_train_batch_begin",
    "on_train_batch_end",
)


class Callback:
    """The base of all callbacks: override what you need, read ``self.model`` and ``self.params``.

    `logs` holds the epoch's numbers, such as ``{"accuracy": 0.65, "loss": 0.67}``. Setting
    ``self.model.stop_training = True`` ends the training after the epoch.
    """

    model = None
    params = None

    def set_model(self, model):
        """Remember the model that is trained."""
        self.model = model

    def set_params(self, params):
        """Remember ``{"verbose": ..., "epochs": ..., "steps": ...}`` of the training."""
        self.params = params

    def on_train_begin(self, logs=None):
        """Called once, before the first epoch."""

    def on_epoch_begin(self, epoch, logs=None):
        """Called before each epoch; `epoch` counts from 0."""

    def on_epoch_end(self, epoch, logs=None):
        """Called after each epoch, when its numbers are known."""

    def on_train_end(self, logs=None):
        """Called once, after the last epoch."""


def as_list(callbacks):
    """Return the callbacks as a list, or raise if one could never be called.

    Raises
    ------
    TypeError
        If an entry is no Callback, or wants to be called around every batch.
    """
    if isinstance(callbacks, Callback):
        callbacks = [callbacks]
    for callback in callbacks or []:
        if not isinstance(callback, Callback):
            raise TypeError(
                f"callbacks: expected keras.callbacks.Callback objects, received {callback!r}."
            )
        for name in PER_BATCH:
            if hasattr(callback, name):
                raise TypeError(
                    f"callbacks: expected methods that are called once an epoch, received "
                    f"{type(callback).__name__}.{name}, because this library does not call back "
                    "around batches."
                )
    return list(callbacks or [])


class History(Callback):
    """Keeps each epoch's numbers; every ``fit`` returns one.

    Attributes
    ----------
    history : dict of lists
        ``{"accuracy": [...], "loss": [...], "val_accuracy": [...], "val_loss": [...]}``.
    epoch : list of int
        The epochs' numbers, from 0.
    """

    def __init__(self):
        self.history = {}
        self.epoch = []

    def on_epoch_end(self, epoch, logs=None):
        """Append the epoch's numbers."""
        self.epoch.append(epoch)
        for name, value in (logs or {}).items():
            self.history.setdefault(name, []).append(value)
