"""How well a classifier does: hits and errors, thresholds, scores, and models side by side."""

import numpy as np

from course.figures.style import BLACK, BLUE, FULL_BLUE, GREY, ORANGE, SKY, new_figure, show


def draw_confusion_matrix(matrix, names=("0", "1"), alt=None, caption="", title=""):
    """Draw the 2 x 2 counts as a table whose bluer cells hold more rows.

    Parameters
    ----------
    matrix : array of shape (2, 2)
        Rows are the true class, columns the predicted class.
    names : sequence of two str
        What class 0 and class 1 are called.
    alt : str, optional
        Text alternative; without it, one is made from the numbers.
    caption, title : str
        Lines below and above the figure.

    Returns
    -------
    IPython.display.HTML
    """
    from matplotlib.colors import LinearSegmentedColormap

    matrix = np.asarray(matrix)
    figure, axes = new_figure(width=4.6, height=3.4)
    shades = LinearSegmentedColormap.from_list("shades", ["white", FULL_BLUE])
    axes.imshow(matrix, cmap=shades, vmin=0, vmax=max(1, matrix.max()), aspect="auto")
    words = (("true negatives", "false positives"), ("false negatives", "true positives"))
    for i in (0, 1):
        for j in (0, 1):
            weight = "bold" if i == j else "normal"
            axes.text(j, i - 0.08, f"{matrix[i, j]:g}", ha="center", va="center", fontsize=18)
            axes.text(j, i + 0.22, words[i][j], ha="center", va="center", weight=weight)
    axes.set(xticks=(0, 1), yticks=(0, 1), title=title)
    axes.set_xticklabels(names)
    axes.set_yticklabels(names, rotation=90, va="center")
    axes.set(xlabel="predicted", ylabel="true")
    axes.set_xticks((0.5,), minor=True)
    axes.set_yticks((0.5,), minor=True)
    axes.grid(which="minor", color=BLACK, linewidth=1)
    axes.tick_params(which="both", length=0)
    axes.spines[:].set_visible(True)
    return show(figure, alt or _describe_matrix(matrix, names), caption)


def _describe_matrix(matrix, names):
    (tn, fp), (fn, tp) = matrix.tolist()
    return (
        "A table of two rows (the true class) and two columns (the predicted class), which counts "
        f'{tn + fp + fn + tp:g} cases. The true class is "{names[0]}" for {tn + fp:g} of them: '
        f'{tn:g} were predicted rightly, {fp:g} wrongly as "{names[1]}". The true class is '
        f'"{names[1]}" for {fn + tp:g}: {tp:g} were predicted rightly, {fn:g} were missed.'
    )


def draw_scores(y, scores, threshold=0.5, names=("0", "1"), alt=None, caption="", title=""):
    """Draw which scores the rows of each class got, with the threshold that parts them.

    Parameters
    ----------
    y : array of shape (n,)
        The true class of each row, 0 or 1.
    scores : array of shape (n,)
        What the network's output node held, between 0 and 1.
    threshold : float
        Above this score, the prediction is 1.
    names : sequence of two str
        What class 0 and class 1 are called.
    alt : str, optional
        Text alternative; without it, one is made from the numbers.
    caption, title : str
        Lines below and above the figure.

    Returns
    -------
    IPython.display.HTML
    """
    y, scores = np.asarray(y).ravel(), np.asarray(scores).ravel()
    figure, axes = new_figure(height=3.4)
    bins = np.linspace(0, 1, 21)
    axes.hist(scores[y == 0], bins, color=SKY, edgecolor="white", label=names[0])
    # Outline and hatching beside colour: the second class lies over the first.
    axes.hist(
        scores[y == 1],
        bins,
        histtype="step",
        edgecolor=ORANGE,
        hatch="///",
        linewidth=2,
        label=names[1],
    )
    axes.axvline(threshold, color=BLACK, linestyle="--", label=f"threshold {threshold:g}")
    axes.set(xlabel="score of the network", ylabel="patients", xlim=(0, 1), title=title)
    axes.legend()
    return show(figure, alt or _describe_scores(y, scores, threshold, names), caption)


def _describe_scores(y, scores, threshold, names):
    low, high = scores[y == 0], scores[y == 1]
    return (
        "Two histograms over the network's score from 0 to 1. Half of the rows of class "
        f'"{names[0]}" have a score below {np.median(low):.2f}, half of the rows of class '
        f'"{names[1]}" have a score above {np.median(high):.2f}. Right of the threshold '
        f"{threshold:g} lie {np.sum(low > threshold)} of the {len(low)} rows of class "
        f'"{names[0]}" and {np.sum(high > threshold)} of the {len(high)} rows of class '
        f'"{names[1]}".'
    )


def draw_roc(y, scores, thresholds=(0.5,), alt=None, caption="", title=""):
    """Draw the recall against the share of false alarms, for every threshold there is.

    Parameters
    ----------
    y : array of shape (n,)
        The true class of each row, 0 or 1.
    scores : array of shape (n,)
        What the network's output node held.
    thresholds : sequence of float
        Which thresholds to mark on the curve.
    alt : str, optional
        Text alternative; without it, one is made from the numbers.
    caption, title : str
        Lines below and above the figure.

    Returns
    -------
    IPython.display.HTML
    """
    y, scores = np.asarray(y).ravel(), np.asarray(scores).ravel()
    false_alarms, recalls = roc_points(y, scores)
    area = float(np.sum(np.diff(false_alarms) * (recalls[1:] + recalls[:-1]) / 2))
    figure, axes = _two_shares(4.4, "guessing")
    axes.plot(false_alarms, recalls, color=BLUE, label=f"network (area {area:.2f})")
    marked = []
    for threshold in thresholds:
        x, height = np.mean(scores[y == 0] > threshold), np.mean(scores[y == 1] > threshold)
        axes.plot([x], [height], "o", color=ORANGE, zorder=3)
        axes.annotate(f"threshold {threshold:g}", (x, height), (8, -12), textcoords="offset points")
        marked.append((threshold, x, height))
    axes.set(
        xlabel="false alarms: share of the healthy predicted as 1",
        ylabel="recall: share of the ill predicted as 1",
        title=title,
    )
    axes.legend(loc="lower right")
    return show(figure, alt or _describe_roc(area, marked), caption)


def roc_points(y, scores):
    """Return the corners of the ROC curve, from "nobody is ill" to "everybody is".

    Parameters
    ----------
    y : array of shape (n,)
        Zeros and ones, with both among them.
    scores : array of shape (n,)

    Returns
    -------
    false_alarms, recalls : arrays of equal length
        One pair for each threshold, each between 0 and 1 and never falling.
    """
    order = np.argsort(-scores, kind="stable")
    ill = np.asarray(y)[order] == 1
    # Rows of equal score cross the threshold together.
    last = np.append(np.flatnonzero(np.diff(scores[order])), len(scores) - 1)
    recalls = np.cumsum(ill)[last] / np.sum(ill)
    false_alarms = np.cumsum(~ill)[last] / np.sum(~ill)
    return np.append(0.0, false_alarms), np.append(0.0, recalls)


def _describe_roc(area, marked):
    points = "; ".join(
        f"at the threshold {threshold:g}, {height:.0%} of the ill are found and {x:.0%} of the "
        "healthy are alarmed"
        for threshold, x, height in marked
    )
    return (
        "The ROC curve: the share of false alarms runs to the right, the recall upwards, both from "
        "0 to 1. The curve lies well above the diagonal, which stands for guessing, and the area "
        f"below it is {area:.2f}. Marked: {points}."
    )


def draw_calibration(y, scores, n_bins=8, alt=None, caption="", title=""):
    """Draw how often class 1 was found among rows of about the same score.

    Parameters
    ----------
    y : array of shape (n,)
        The true class of each row, 0 or 1.
    scores : array of shape (n,)
        What the network's output node held, between 0 and 1.
    n_bins : int
        Into how many groups of equal size the rows are put, from low scores to high ones.
    alt : str, optional
        Text alternative; without it, one is made from the numbers.
    caption, title : str
        Lines below and above the figure.

    Returns
    -------
    IPython.display.HTML
    """
    y, scores = np.asarray(y).ravel(), np.asarray(scores).ravel()
    groups = np.array_split(np.argsort(scores, kind="stable"), n_bins)
    said = np.array([np.mean(scores[rows]) for rows in groups])
    found = np.array([np.mean(y[rows]) for rows in groups])
    figure, axes = _two_shares(4.0, "score = share")
    axes.plot(said, found, "o-", color=BLUE, label="network")
    axes.set(
        xlabel="mean score in the group", ylabel="share with diabetes in the group", title=title
    )
    axes.legend(loc="upper left")
    return show(figure, alt or _describe_calibration(said, found), caption)


def _describe_calibration(said, found):
    pairs = ", ".join(f"{a:.2f} and {b:.2f}" for a, b in zip(said, found, strict=True))
    return (
        f"The rows in {len(said)} groups of equal size, from low scores to high ones. The mean "
        f"score of a group and the share with diabetes in it are {pairs}. The farthest point is "
        f"{np.max(np.abs(said - found)):.2f} away from the diagonal, on which both are equal."
    )


def _two_shares(height, diagonal):
    """Return a figure and axes of one share against another, with the line where both are equal."""
    figure, axes = new_figure(width=4.8, height=height)
    axes.plot((0, 1), (0, 1), "--", color=GREY, label=diagonal)
    axes.set(xlim=(-0.02, 1.02), ylim=(-0.02, 1.02))
    return figure, axes


def draw_models(test, training=None, baseline=None, alt=None, caption="", title=""):
    """Draw the accuracy of several models on a common scale.

    Parameters
    ----------
    test : dict of str to float
        The accuracy of each model on rows that it has not seen.
    training : dict of str to float, optional
        The accuracy of some of them on their own training rows.
    baseline : float, optional
        The accuracy of the majority rule, drawn as a line.
    alt : str, optional
        Text alternative; without it, one is made from the numbers.
    caption, title : str
        Lines below and above the figure.

    Returns
    -------
    IPython.display.HTML
    """
    training = training or {}
    places = {name: -k for k, name in enumerate(test)}
    figure, axes = new_figure(height=1.5 + 0.42 * len(test))
    if baseline is not None:
        axes.axvline(baseline, color=GREY, linestyle="--", label="majority rule")
    for name, value in training.items():
        axes.plot([test[name], value], [places[name]] * 2, color=GREY, linewidth=1, zorder=1)
    axes.plot(
        list(training.values()),
        [places[name] for name in training],
        "s",
        color=ORANGE,
        markerfacecolor="white",
        markeredgewidth=2,
        label="on its own training rows",
    )
    axes.plot(list(test.values()), list(places.values()), "o", color=BLUE, label="on unseen rows")
    for name, value in test.items():
        axes.annotate(f"{value:.3f}", (value, places[name]), (0, 7), textcoords="offset points",
                      ha="center", fontsize=9)  # fmt: skip
    axes.set(
        yticks=list(places.values()),
        yticklabels=list(places),
        ylim=(-len(test) + 0.4, 0.7),
        xlabel="accuracy",
        title=title,
    )
    axes.legend(loc="lower center", bbox_to_anchor=(0.4, 1.0), ncols=3, fontsize=9)
    return show(figure, alt or _describe_models(test, training, baseline), caption)


def _describe_models(test, training, baseline):
    found = [
        f"{name}: {value:.3f}"
        + (f", and {training[name]:.3f} on its own training rows" if name in training else "")
        for name, value in test.items()
    ]
    if baseline is not None:
        found.append(f"majority rule, drawn as a line: {baseline:.3f}")
    return f"The accuracy of several models on unseen rows, on a common scale: {'; '.join(found)}."
