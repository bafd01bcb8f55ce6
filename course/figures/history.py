"""The history of a training run: how loss and metrics change from epoch to epoch."""

import numpy as np

from course.figures.style import BLACK, BLUE, GREEN, GREY, ORANGE, PINK, new_figure, show

_RUN_STYLES = ((BLUE, "-"), (ORANGE, "--"), (GREEN, "-."), (PINK, ":"))


def draw_history(history, metrics=("loss",), baselines=None, alt=None, caption="", title=""):
    """Draw the curves of a training run, one panel for each metric.

    Parameters
    ----------
    history : dict of str to list of float
        One list per metric with one number per epoch, as in the `history` of Keras's History.
        Where there is a list under "val_" and the metric's name, it is drawn beside the training
        curve. An object with such a dict as its attribute `history` will do too.
    metrics : sequence of str
        What to draw, such as ("loss", "accuracy").
    baselines : dict of str to float, optional
        A level to beat for some of the metrics, drawn as a thin line.
    alt : str, optional
        Text alternative; without it, one is made from the numbers.
    caption, title : str
        Lines below and above the figure.

    Returns
    -------
    IPython.display.HTML

    Raises
    ------
    ValueError
        If the history does not hold one of the metrics, or holds no epoch.
    """
    metrics = (metrics,) if isinstance(metrics, str) else tuple(metrics)
    baselines = baselines or {}
    for metric in metrics:
        _values(history, metric)  # refuses a history that lacks it
    history = getattr(history, "history", history)
    best = best_epoch(history)
    width = 6.5 if len(metrics) == 1 else 4.4 * len(metrics)
    figure, axes = new_figure(width=width, height=3.7, columns=len(metrics), squeeze=False)
    for panel, metric in zip(axes[0], metrics, strict=True):
        _draw_metric(panel, history, metric, best, baselines.get(metric))
    if any(f"val_{metric}" in history for metric in metrics) or baselines:
        _name_curves(figure)
    if title:
        figure.suptitle(title)
    return show(figure, alt or _describe(history, metrics, best, baselines), caption)


def compare_histories(histories, metric="loss", alt=None, caption="", title=""):
    """Draw one metric of several training runs in one panel.

    Parameters
    ----------
    histories : dict of str to history
        Up to four runs by name, each as in `draw_history`.
    metric : str
        What to draw, such as "loss" or "val_loss".
    alt : str, optional
        Text alternative; without it, one is made from the numbers.
    caption, title : str
        Lines below and above the figure.

    Returns
    -------
    IPython.display.HTML

    Raises
    ------
    ValueError
        If one of the histories does not hold the metric, or holds no epoch.
    """
    runs = {name: _values(run, metric) for name, run in histories.items()}
    figure, axes = new_figure(height=3.7)
    for (name, values), (colour, style) in zip(runs.items(), _RUN_STYLES, strict=False):
        axes.plot(np.arange(1, len(values) + 1), values, style, color=colour, label=name)
    axes.set(xlabel="epoch", ylabel=_words(metric), title=title)
    axes.xaxis.get_major_locator().set_params(integer=True)
    _name_curves(figure)
    sentences = [f"A figure of the {_words(metric)} of {len(runs)} training runs over the epochs."]
    sentences += [
        f"{name}: from {values[0]:.3g} in epoch 1 to {values[-1]:.3g} in epoch {len(values)}."
        for name, values in runs.items()
    ]
    return show(figure, alt or " ".join(sentences), caption)


def best_epoch(history):
    """Return the epoch (counted from 1) with the least validation loss, or None without one."""
    losses = np.asarray(history.get("val_loss", ()), dtype=float)
    if not np.any(np.isfinite(losses)):
        return None
    return int(np.nanargmin(losses)) + 1


def _values(history, metric):
    """Return the numbers of a metric, one for each epoch; there must be at least one."""
    history = getattr(history, "history", history)
    if metric not in history:
        raise ValueError(
            f"The history holds no {metric!r}; expected one of {', '.join(history) or 'none'}."
        )
    if not len(history[metric]):
        raise ValueError(f"The history holds no epoch of {metric!r}. Has the model been fitted?")
    return history[metric]


def _name_curves(figure):
    """Put one legend for all panels below them, where it can hide no curve and no baseline."""
    named = {}
    for axes in figure.axes:
        for handle, name in zip(*axes.get_legend_handles_labels(), strict=True):
            named.setdefault(name, handle)
    # Some 13 letters fit into an inch; the line before each name takes the place of 8.
    one_row = sum(len(name) + 8 for name in named) < 13 * figure.get_figwidth()
    columns = len(named) if one_row else 2
    figure.legend(named.values(), named.keys(), loc="outside lower center", ncols=columns)


def _draw_metric(axes, history, metric, best, baseline):
    training, validation = history[metric], history.get(f"val_{metric}")
    # A few epochs make a short curve: show each as a point, or one epoch would be invisible.
    few = len(training) <= 15
    epochs = np.arange(1, len(training) + 1)
    if baseline is not None:
        axes.axhline(baseline, color=GREY, linewidth=1.2, linestyle="-.", label="baseline")
    axes.plot(epochs, training, color=BLUE, marker="o" if few else "", label="training")
    if validation is not None:
        axes.plot(
            np.arange(1, len(validation) + 1),
            validation,
            color=ORANGE,
            linestyle="--",
            marker="s" if few else "",
            label="validation",
        )
    if best is not None:
        axes.axvline(best, color=BLACK, linewidth=1.2, linestyle=":", label=f"best epoch: {best}")
        if validation is not None and best <= len(validation):
            axes.plot([best], [validation[best - 1]], "D", color=BLACK, markersize=6, zorder=4)
    axes.set(xlabel="epoch", ylabel=_words(metric))
    axes.xaxis.get_major_locator().set_params(integer=True)


def _words(metric):
    return metric.replace("_", " ")


def _describe(history, metrics, best, baselines):
    """Write the curves as text: where each starts, where it ends, and which epoch was best."""
    n_epochs = len(history[metrics[0]])
    sentences = [f"A figure of {' and '.join(map(_words, metrics))} over {n_epochs} epochs."]
    for metric in metrics:
        for key, name in ((metric, "training"), (f"val_{metric}", "validation")):
            if key in history:
                first, last = history[key][0], history[key][-1]
                way = "falls" if last < first else "rises" if last > first else "goes"
                sentences.append(
                    f"The {name} {_words(metric)} {way} from {first:.3g} in the first epoch to "
                    f"{last:.3g} in the last."
                )
        if metric in baselines:
            sentences.append(f"The baseline for the {_words(metric)} is {baselines[metric]:.3g}.")
    if best is not None:
        sentences.append(
            f"The validation loss is lowest in epoch {best}, at "
            f"{history['val_loss'][best - 1]:.3g}; a line marks this epoch."
        )
    return " ".join(sentences)
