"""The training history as a picture: what is drawn, what is said of it, and what is refused."""

import html
import re

import pytest

from course.figures import history as figures
from course.figures.history import best_epoch, compare_histories, draw_history

RUN = {
    "loss": [0.7, 0.5, 0.4, 0.3],
    "val_loss": [0.71, 0.52, 0.6, 0.66],
    "accuracy": [0.5, 0.8, 0.8, 0.9],
    "val_accuracy": [0.5, 0.7, 0.75, 0.5],
}


def alternative(shown):
    return html.unescape(re.search(r'alt="([^"]*)"', shown.data)[1])


@pytest.fixture
def drawn(monkeypatch):
    """Return the figure that a call draws, laid out as it would be saved."""

    def draw(function, *args, **kwargs):
        monkeypatch.setattr(figures, "show", lambda figure, alt, caption: figure)
        figure = function(*args, **kwargs)
        figure.draw_without_rendering()
        return figure

    return draw


@pytest.mark.parametrize(
    ("losses", "best"),
    [
        ([0.9, 0.4, 0.5], 2),
        ([0.4, 0.5, 0.9], 1),
        ([0.9, 0.5, 0.4], 3),
        ([0.9, 0.4, 0.4], 2),
        ([float("nan"), 0.5, 0.4, float("nan")], 3),
        ([float("nan")], None),
        ([], None),
    ],
)
def test_the_best_epoch_has_the_least_validation_loss_and_is_counted_from_1(losses, best):
    assert best_epoch({"loss": [0.1] * len(losses), "val_loss": losses}) == best


def test_without_validation_no_epoch_is_best():
    assert best_epoch({"loss": [0.9, 0.4]}) is None


def test_the_text_alternative_tells_the_numbers():
    said = alternative(draw_history(RUN, ("loss", "accuracy"), {"accuracy": 0.651}))
    assert said == (
        "A figure of loss and accuracy over 4 epochs. "
        "The training loss falls from 0.7 in the first epoch to 0.3 in the last. "
        "The validation loss falls from 0.71 in the first epoch to 0.66 in the last. "
        "The training accuracy rises from 0.5 in the first epoch to 0.9 in the last. "
        "The validation accuracy goes from 0.5 in the first epoch to 0.5 in the last. "
        "The baseline for the accuracy is 0.651. "
        "The validation loss is lowest in epoch 2, at 0.52; a line marks this epoch."
    )


def test_the_text_alternative_names_a_best_epoch_only_where_one_is_marked(drawn):
    without = {"loss": [0.7, 0.3]}
    assert "lowest" not in alternative(draw_history(without))
    assert alternative(draw_history(RUN, "accuracy")).endswith(
        "The validation loss is lowest in epoch 2, at 0.52; a line marks this epoch."
    )
    marks = drawn(draw_history, RUN, "accuracy").axes[0].lines
    assert "best epoch: 2" in [line.get_label() for line in marks]
    assert len(drawn(draw_history, without).axes[0].lines) == 1


def test_several_runs_are_described_by_their_first_and_last_number():
    said = alternative(compare_histories({"slow": {"loss": [0.7, 0.6]}, "fast": RUN}))
    assert said == (
        "A figure of the loss of 2 training runs over the epochs. "
        "slow: from 0.7 in epoch 1 to 0.6 in epoch 2. "
        "fast: from 0.7 in epoch 1 to 0.3 in epoch 4."
    )


def test_the_history_object_of_keras_is_drawn_like_its_dictionary():
    class History:
        history = RUN

    assert draw_history(History()).data == draw_history(RUN).data
    assert compare_histories({"run": History()}).data == compare_histories({"run": dict(RUN)}).data


@pytest.mark.parametrize("draw", [draw_history, lambda run: compare_histories({"run": run})])
@pytest.mark.parametrize(
    ("run", "message"),
    [
        ({}, "holds no 'loss'; expected one of none"),
        ({"accuracy": [0.5]}, "holds no 'loss'; expected one of accuracy"),
        ({"loss": []}, "holds no epoch of 'loss'"),
    ],
)
def test_an_empty_history_is_refused(draw, run, message):
    with pytest.raises(ValueError, match=message):
        draw(run)


@pytest.mark.parametrize(
    ("function", "args"),
    [
        (draw_history, (RUN, ("loss", "accuracy"), {"loss": 0.69, "accuracy": 0.651})),
        (draw_history, (RUN, "loss")),
        (compare_histories, ({f"a run with the number {k}": RUN for k in range(4)},)),
    ],
    ids=["two panels", "one panel", "runs"],
)
def test_the_legend_lies_inside_the_figure_and_outside_its_panels(drawn, function, args):
    figure = drawn(function, *args, title="A title")
    box = figure.legends[0].get_window_extent()
    assert not any(box.overlaps(axes.get_tightbbox()) for axes in figure.axes)
    assert box.x0 >= 0 and box.x1 <= figure.bbox.width
    assert box.y0 >= 0 and box.y1 <= figure.bbox.height


def test_the_legend_names_each_kind_of_line_once(drawn):
    figure = drawn(draw_history, RUN, ("loss", "accuracy"), {"accuracy": 0.651})
    names = [text.get_text() for text in figure.legends[0].get_texts()]
    assert names == ["training", "validation", "best epoch: 2", "baseline"]


def test_a_single_curve_needs_no_legend(drawn):
    assert not drawn(draw_history, {"loss": [0.7, 0.5]}).legends
