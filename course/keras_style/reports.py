"""Callbacks that report: into a file, or through functions of your own."""

import csv
from pathlib import Path

from course.keras_style.base_callback import Callback


class CSVLogger(Callback):
    """Writes each epoch's numbers as one line of a CSV file.

    Parameters
    ----------
    filename : str or Path
    separator : str
        What stands between two numbers.
    append : bool
        Whether to go on below what the file holds already.
    """

    def __init__(self, filename, separator=",", append=False):
        self.filename = str(filename)
        self.separator = separator
        self.append = append

    def on_train_begin(self, logs=None):
        """Begin the file, or keep what it holds."""
        self._names = None
        if not self.append:
            Path(self.filename).write_text("", encoding="utf-8")

    def on_epoch_end(self, epoch, logs=None):
        """Write a line, and before the first one of a file the names."""
        logs = logs or {}
        self._names = self._names or sorted(logs)
        with open(self.filename, "a", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, delimiter=self.separator)
            if file.tell() == 0:
                writer.writerow(["epoch", *self._names])
            writer.writerow([epoch, *(logs.get(name, "NA") for name in self._names)])


class LambdaCallback(Callback):
    """Calls the functions that it is given, by the names of the methods that they stand for.

    Parameters
    ----------
    on_epoch_begin, on_epoch_end : function of (epoch, logs), optional
    on_train_begin, on_train_end : function of (logs), optional
    on_train_batch_begin, on_train_batch_end : function of (batch, logs), optional
    others
        Any other method of Callback, by its name.
    """

    def __init__(
        self,
        on_epoch_begin=None,
        on_epoch_end=None,
        on_train_begin=None,
        on_train_end=None,
        on_train_batch_begin=None,
        on_train_batch_end=None,
        **others,
    ):
        given = {
            "on_epoch_begin": on_epoch_begin,
            "on_epoch_end": on_epoch_end,
            "on_train_begin": on_train_begin,
            "on_train_end": on_train_end,
            "on_train_batch_begin": on_train_batch_begin,
            "on_train_batch_end": on_train_batch_end,
            **others,
        }
        for name, function in given.items():
            if not hasattr(Callback, name):
                raise TypeError(
                    f"LambdaCallback: expected a method of Callback such as on_epoch_end=, "
                    f"received {name}=."
                )
            if function is not None:
                setattr(self, name, function)
