"""What all callbacks have in common, how they are told, and the History that every fit keeps."""


class Callback:
    """The base of all callbacks: override what you need, read ``self.model`` and ``self.params``.

    `logs` holds the numbers so far, such as ``{"accuracy": 0.65, "loss": 0.67}``, and is empty
    where something begins. Setting ``self.model.stop_training = True`` ends the training after
    the epoch, or at once if it is set after a batch.
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

    def on_train_end(self, logs=None):
        """Called once, after the last epoch."""

    def on_epoch_begin(self, epoch, logs=None):
        """Called before each epoch; `epoch` counts from 0."""

    def on_epoch_end(self, epoch, logs=None):
        """Called after each epoch, when its numbers are known."""

    def on_batch_begin(self, batch, logs=None):
        """The same as ``on_train_batch_begin``, in fewer words."""

    def on_batch_end(self, batch, logs=None):
        """The same as ``on_train_batch_end``, in fewer words."""

    def on_train_batch_begin(self, batch, logs=None):
        """Called before each batch of ``fit``; `batch` counts from 0 in each epoch."""
        self.on_batch_begin(batch, logs=logs)

    def on_train_batch_end(self, batch, logs=None):
        """Called after each batch of ``fit``, with the numbers of the epoch so far."""
        self.on_batch_end(batch, logs=logs)

    def on_test_begin(self, logs=None):
        """Called before ``evaluate``, and before each epoch's validation."""

    def on_test_end(self, logs=None):
        """Called after ``evaluate``, and after each epoch's validation."""

    def on_test_batch_begin(self, batch, logs=None):
        """Called before each batch of ``evaluate``."""

    def on_test_batch_end(self, batch, logs=None):
        """Called after each batch of ``evaluate``, with the numbers so far."""

    def on_predict_begin(self, logs=None):
        """Called before ``predict``."""

    def on_predict_end(self, logs=None):
        """Called after ``predict``."""

    def on_predict_batch_begin(self, batch, logs=None):
        """Called before each batch of ``predict``."""

    def on_predict_batch_end(self, batch, logs=None):
        """Called after each batch of ``predict``; `logs` holds its ``"outputs"``."""


def as_list(callbacks):
    """Return one callback, a list of them or None as a list.

    Raises
    ------
    TypeError
        If an entry is no Callback.
    """
    callbacks = [callbacks] if isinstance(callbacks, Callback) else list(callbacks or [])
    for callback in callbacks:
        if not isinstance(callback, Callback):
            raise TypeError(
                f"callbacks: expected keras.callbacks.Callback objects, received {callback!r}."
            )
    return callbacks


class CallbackList:
    """The callbacks of one ``fit``, ``evaluate`` or ``predict``, told together.

    Parameters
    ----------
    callbacks : Callback or list of Callback, optional
    model : Sequential
    verbose, epochs, steps
        The callbacks' ``params``.
    """

    def __init__(self, callbacks, model, **params):
        self.callbacks = as_list(callbacks)
        for callback in self.callbacks:
            callback.set_model(model)
            callback.set_params(params)

    def tell(self, event, *number, logs=None):
        """Call the method `event`, such as "on_epoch_end", of every callback.

        Parameters
        ----------
        event : str
        number : int
            Of the epoch, where there is one.
        logs : dict, optional
            One dict for all: what a callback puts in, the next ones see.
        """
        logs = {} if logs is None else logs
        for callback in self.callbacks:
            getattr(callback, event)(*number, logs)

    def tell_batch(self, event, batch, logs=None):
        """The same around a batch: as in Keras, `logs` goes by its name there."""
        for callback in self.callbacks:
            getattr(callback, event)(batch, logs={} if logs is None else logs)

    def hears_batches(self, kind):
        """Return whether any callback wants to know of each batch while `kind` is going on.

        Telling takes as long as a small batch itself, so nobody is told who would not listen.

        Parameters
        ----------
        kind : "train", "test" or "predict"
        """
        events = {f"on_{kind}_batch_begin", f"on_{kind}_batch_end"}
        if kind == "train":
            events |= {"on_batch_begin", "on_batch_end"}
        return any(_overrides(callback, event) for callback in self.callbacks for event in events)


def _overrides(callback, event):
    return event in vars(callback) or getattr(type(callback), event) is not getattr(Callback, event)


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
