"""Do summary() and the lines of fit, evaluate and predict read as real Keras's?"""

import re

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course import keras_style
from course.keras_style.progress import ProgressBar

quick = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=20)

LAYERS = st.one_of(
    st.tuples(st.just("Dense"), st.integers(1, 20000)),
    st.tuples(st.just("Dropout"), st.sampled_from([0, 0.5])),
)


def summary_of(keras, with_input, layers, names, times_fitted, optimizer):
    model = keras.Sequential(name="model")
    if with_input:
        model.add(keras.Input((3,)))
    for i, (kind, argument) in enumerate(layers):
        model.add(getattr(keras.layers, kind)(argument, name=f"{names}_{i}"))
    if times_fitted and layers and layers[-1][0] == "Dense" and layers[-1][1] < 50:
        sgd = keras.optimizers.SGD(momentum=0.9) if optimizer == "momentum" else optimizer
        model.compile(sgd, "mean_squared_error")
        model.fit(np.ones((2, 3)), np.ones((2, layers[-1][1])), verbose=0)
    lines = []
    model.summary(print_fn=lines.append)
    return "".join(lines)


@quick
@given(
    with_input=st.booleans(),
    layers=st.lists(LAYERS, max_size=3),
    names=st.sampled_from(["dense", "a_name_of_31_letters_that_just_fi", "a" * 50]),
    columns=st.sampled_from([60, 80, 93, 140]),
    times_fitted=st.integers(0, 1),
    optimizer=st.sampled_from(["sgd", "adam", "momentum"]),
)
def test_summary(real, columns, **options):
    """Is the text the same, whatever the layers, their names and the width of the screen?"""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", str(columns))
        ours, theirs = (summary_of(keras, **options) for keras in (keras_style, real))
    assert ours.splitlines() == theirs.splitlines()


def test_summary_goes_to_the_screen(capsys):
    """Does summary() print without being told where, and return nothing?"""
    model = keras_style.Sequential([keras_style.Input((8,)), keras_style.layers.Dense(16)])
    assert model.summary() is None
    assert "│           144 │" in capsys.readouterr().out


def seen(text):
    """Return what a terminal shows of `text`, with times and colours taken out."""
    lines = [line.replace("\b", "").split("\r")[-1] for line in text.split("\n")]
    text = "\n".join(line.rstrip() for line in lines)
    text = re.sub(r"\d+(s|ms|us)/step", "TIME/step", text)
    return re.sub(r"(?<=[m ])\d+s(?=[\x1b ])", "TIME", text)


@pytest.mark.parametrize("verbose", ["auto", 0, 1, 2])
@pytest.mark.parametrize("epochs", [1, 3])
@pytest.mark.parametrize("metrics", [[], ["accuracy"]])
def test_lines_of_fit(real, capsys, verbose, epochs, metrics):
    """Does fit leave the same lines on the screen, but for the times?"""
    rng = np.random.default_rng(0)
    x, y = rng.normal(size=(25, 3)), rng.integers(2, size=25)
    weights = [rng.normal(size=(3, 1)), np.zeros(1)]
    screens = []
    for keras in (keras_style, real):
        layer = keras.layers.Dense(1, activation="sigmoid")
        model = keras.Sequential([keras.Input((3,)), layer])
        model.set_weights(weights)
        model.compile("adam", "binary_crossentropy", metrics=metrics)
        options = {"batch_size": 2, "verbose": verbose}
        model.fit(x, y, epochs=epochs, validation_split=0.2, shuffle=False, **options)
        model.evaluate(x, y, **options)
        model.predict(x, **options)
        screens.append(seen(capsys.readouterr().out))
    assert screens[0] == screens[1]


@pytest.mark.parametrize(
    ("spent", "text"),
    [(0.0004, "0s 40us/step"), (0.04, "0s 4ms/step"), (12.0, "12s 1s/step")],
)
def test_times(monkeypatch, capsys, spent, text):
    """Are seconds and seconds per step written in the unit that suits them?"""
    bar = ProgressBar(10, verbose=1)
    monkeypatch.setattr("time.perf_counter", lambda: bar.begun + spent)
    bar.finish({})
    assert text in capsys.readouterr().out.replace("\x1b[0m", "").replace("\x1b[1m", "")


def test_bar_half_way(monkeypatch, capsys):
    """Does a bar that is half done say so, and how long the rest will take?"""
    bar = ProgressBar(200, verbose=1)
    assert not bar.is_due
    monkeypatch.setattr("time.perf_counter", lambda: bar.begun + 90.0)
    assert bar.is_due
    bar.draw(100, {"loss": 0.00012})
    assert not bar.is_due
    text = re.sub(r"\x1b\[\d+m", "", capsys.readouterr().out)
    assert text == "\r100/200 " + "━" * 20 + " 1:30 900ms/step - loss: 1.2000e-04"


def test_shorter_line_wipes_out_the_longer_one(monkeypatch, capsys):
    """Is nothing of a longer line left behind a shorter one?"""
    bar = ProgressBar(2, verbose=1)
    monkeypatch.setattr("time.perf_counter", lambda: bar.begun + 1.0)
    bar.draw(1, {"loss": 123456.0})
    bar.finish({"loss": 1.0})
    first, last = capsys.readouterr().out.split("\r")[1:]
    assert len(last.rstrip("\n")) >= len(first)
