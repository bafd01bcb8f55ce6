"""The lines that fit, evaluate and predict write while they work, as Keras 3 writes them."""

import sys
import time

WIDTH = 20  # of the bar, in characters
INTERVAL = 0.05  # seconds between two drawings: quick enough to watch, too slow to cost anything


class ProgressBar:
    """One line that is drawn over and over until its `n_steps` are done.

    Parameters
    ----------
    n_steps : int
        How many steps there are.
    verbose : int
        1 draws a bar, 2 writes one plain line at the end.
    """

    def __init__(self, n_steps, verbose):
        self.n_steps = n_steps
        self.verbose = verbose
        self.begun = time.perf_counter()
        self.next_drawing = self.begun + INTERVAL if verbose == 1 else float("inf")
        self._width = 0

    @property
    def is_due(self):
        """True when it is time for another drawing."""
        return time.perf_counter() >= self.next_drawing

    def draw(self, step, logs):
        """Draw the bar after `step` steps, with the numbers of the dict `logs` behind it."""
        spent = time.perf_counter() - self.begun
        left = spent / step * (self.n_steps - step)
        self._write(step, _clock(left), spent, logs, end="")
        self.next_drawing = time.perf_counter() + INTERVAL

    def finish(self, logs):
        """Write the last version of the line."""
        spent = time.perf_counter() - self.begun
        self._write(self.n_steps, f"{spent:.0f}s", spent, logs, end="\n")

    def _write(self, step, seconds, spent, logs, end):
        pace = _pace(spent / step)
        numbers = "".join(f" - {name}: {_number(value)}" for name, value in logs.items())
        count = f"{step:{len(str(self.n_steps))}d}/{self.n_steps}"
        if self.verbose == 2:
            text = f"{count} - {seconds} - {pace}{numbers}"
        else:
            done = int(WIDTH * step / self.n_steps)
            # \r goes back to the start of the line; \x1b[...m sets bold, green and grey.
            bar = f"\x1b[32m{'━' * done}\x1b[0m" if done else ""
            bar += f"\x1b[37m{'━' * (WIDTH - done)}\x1b[0m"
            line = f"\x1b[1m{count}\x1b[0m {bar} \x1b[1m{seconds}\x1b[0m {pace}{numbers}"
            # Spaces wipe out what a longer line before has left behind.
            text = "\r" + line + " " * (self._width - len(line))
            self._width = len(line)
        sys.stdout.write(text + end)
        sys.stdout.flush()


def _clock(seconds):
    if seconds > 3600:
        return f"{seconds // 3600:.0f}:{seconds % 3600 // 60:02.0f}:{seconds % 60:02.0f}"
    if seconds > 60:
        return f"{seconds // 60:.0f}:{seconds % 60:02.0f}"
    return f"{seconds:.0f}s"


def _pace(seconds):
    if seconds >= 1:
        return f"{seconds:.0f}s/step"
    if seconds >= 1e-3:
        return f"{seconds * 1e3:.0f}ms/step"
    return f"{seconds * 1e6:.0f}us/step"


def _number(value):
    return f"{value:.4f}" if abs(value) > 1e-3 else f"{value:.4e}"
