"""How long a widget takes to answer a slider: from the new number to the new picture, in HTML."""

import statistics
import time

import numpy as np

from course.widgets.activation import explore_activation
from course.widgets.hidden_nodes import explore_hidden_nodes
from course.widgets.learning_rate import explore_learning_rate
from course.widgets.network import explore_network
from course.widgets.threshold import explore_threshold

LIMIT = 150
MOVES = 15


def widgets():
    """Return each widget as its unit shows it; the scores of unit 08 are made up here."""
    rng = np.random.default_rng(0)
    y = (rng.random(768) < 0.35).astype(int)
    scores = np.clip(0.3 * y + 0.7 * rng.random(768), 0, 1)
    x, seen = np.array([1.0, 2.0, 3.0, 4.0]), np.array([7.0, 19.0, 31.0, 45.0])
    weights = {"node_0": [1, 1], "node_1": [-1, 1], "output": [2, -1]}
    return [
        explore_network([2, 3], weights),
        explore_activation(),
        explore_learning_rate(x, seen),
        explore_hidden_nodes(),
        explore_threshold(y, scores),
    ]


def answers(live):
    """Return the milliseconds of each answer while every slider goes from end to end."""
    live.widget  # noqa: B018 (built once, before the first slider moves)
    taken = []
    for control in live.inputs.values():
        for value in _places(control):
            if value == control.value:
                continue
            start = time.perf_counter()
            control.value = value
            taken.append(1000 * (time.perf_counter() - start))
    return taken


def _places(control):
    """Return where a control is put: all words of a menu, evenly spread steps of a slider."""
    if hasattr(control, "options"):
        return control.options
    n_steps = round((control.max - control.min) / control.step)
    steps = np.unique(np.linspace(0, n_steps, MOVES).round())
    return [float(control.min + step * control.step) for step in steps]


def main():
    """Print the median and the longest answer of each widget."""
    print("Widgets: from a slider's number to the new picture")
    for live in widgets():
        taken = answers(live)
        print(
            f"{live.name:34} {statistics.median(taken):6.0f} ms, at most {max(taken):4.0f} ms"
            f"   (limit {LIMIT})"
        )


if __name__ == "__main__":
    main()
