"""The widgets: does the picture follow the slider, and what is left of it without a kernel?"""

import gc
import random
import re
import subprocess
import sys
from types import SimpleNamespace

import nbformat
import numpy as np
import pytest
from nbclient import NotebookClient
from widgets_shown import ACCOUNTS, SCORES, SEEN, WEIGHTS, Y, alternative, pixels

from autograder.building.execute import SamePythonKernel
from course.widgets.activation import explore_activation
from course.widgets.controls import Slider
from course.widgets.hidden_nodes import (
    explore_hidden_nodes,
    hidden_nodes_picture,
    trained_network,
)
from course.widgets.learning_rate import explore_learning_rate
from course.widgets.live import Live
from course.widgets.network import explore_network
from course.widgets.saving import WIDGET_VIEW, keep_still_figures
from course.widgets.threshold import explore_threshold

MAKE = {
    "network": lambda: explore_network([2, 3], WEIGHTS),
    "activation": explore_activation,
    "learning-rate": lambda: explore_learning_rate(ACCOUNTS, SEEN),
    "hidden-nodes": explore_hidden_nodes,
    "threshold": lambda: explore_threshold(Y, SCORES, ("healthy", "ill")),
}


def find(live, name):
    """Return what the browser's `.name` would be."""
    found, left = [], [live.widget]
    while left:
        widget = left.pop()
        left += getattr(widget, "children", ())
        found += [widget] if name in widget._dom_classes else []
    (only,) = found
    return only


# The picture follows the slider


@pytest.mark.parametrize(
    ("name", "slider", "value", "said"),
    [
        ("network", "input_1", 4.0, "the input layer holds 2, 4; the hidden layer holds 6, 2"),
        ("network", "node_1_0", 2.0, "Node 1 of the hidden layer has the weights 2, 1"),
        ("network", "output_1", -2.5, "the output layer holds 7.5"),
        ("activation", "z", -3.0, "a dot marks z = -3"),
        ("learning-rate", "lr", 0.14, "with the learning rate 0.14"),
        ("learning-rate", "n_steps", 3.0, "After 3 steps"),
        ("hidden-nodes", "n_hidden", 1.0, "with 1 hidden node says 1"),
        ("threshold", "threshold", 0.25, "Right of the threshold 0.25 lie 3 of the 5"),
    ],
)
def test_a_slider_changes_the_picture_and_its_words(name, slider, value, said):
    live = MAKE[name]()
    picture = find(live, "course-widget-picture")
    before = picture.value
    find(live, f"course-slider-{slider}").value = value
    assert said not in alternative(before)
    assert said in alternative(picture.value)
    assert pixels(picture.value) != pixels(before)


def test_the_seed_of_the_first_weights_changes_the_boundary():
    live = explore_hidden_nodes(3)
    before = live.picture()
    find(live, "course-slider-seed").value = 4
    assert pixels(live.picture()) != pixels(before)


def test_a_menu_changes_the_picture_and_its_words():
    live = explore_activation()
    find(live, "course-choice-activation").value = "relu"
    assert "Two plots of the activation relu" in alternative(
        find(live, "course-widget-picture").value
    )


@pytest.mark.parametrize("name", MAKE)
def test_every_control_has_a_name_in_words_with_room_for_them(name):
    live = MAKE[name]()
    assert find(live, f"course-widget-{name}") is find(live, "course-widget") is live.widget
    assert [*live.inputs] == [control.name for control in live.controls]
    for control, widget in zip(live.controls, live.inputs.values(), strict=True):
        assert widget.description == control.words and "_" not in control.words
    widths = {widget.style.description_width for widget in live.inputs.values()}
    assert widths == {f"{max(len(control.words) for control in live.controls)}ch"}


def test_slider_and_field_move_each_other():
    live = explore_activation("tanh", 1)
    slider, field = find(live, "course-slider-z"), live.inputs["z"]
    slider.value = 0.1 + 0.2
    assert field.value == 0.3 and live.values["z"] == 0.3
    field.value = -1.5
    assert slider.value == -1.5
    assert "a dot marks z = -1.5," in alternative(live.picture())


def test_reset_puts_everything_back():
    live = explore_network([2, 3], WEIGHTS)
    before = find(live, "course-widget-picture").value
    find(live, "course-slider-input_1").value = 9
    find(live, "course-slider-output_0").value = -3
    assert find(live, "course-widget-picture").value != before
    find(live, "course-widget-reset").click()
    assert find(live, "course-widget-picture").value == before
    assert live.values == {control.name: control.value for control in live.controls}


@pytest.mark.parametrize(
    ("n_hidden", "seed", "right"),
    [(1, 0, 85), (2, 0, 110), (3, 0, 120), (3, 3, 110), (4, 0, 120), (4, 3, 120)],
)
def test_unit_07_says_what_its_widget_shows(n_hidden, seed, right):
    """Does the text below the widget hold from the seed on with which the widget starts?"""
    assert explore_hidden_nodes().values["seed"] == 0
    found = re.search(r"(\d+) of the 120 points", hidden_nodes_picture(n_hidden, seed).data)
    assert abs(int(found[1]) - right) <= (2 if right < 120 else 0)


def test_a_first_number_beyond_the_range_widens_it():
    live = explore_network([25, 3], {**WEIGHTS, "output": [2, -7]})
    live.widget  # noqa: B018
    assert live.inputs["input_0"].value == 25 and live.inputs["input_0"].max == 25
    assert live.inputs["output_1"].value == -7 and live.inputs["output_1"].min == -7


# What is left without a kernel


@pytest.mark.parametrize("name", MAKE)
def test_without_a_kernel_there_is_a_still_figure(name):
    live = MAKE[name]()
    bundle = live._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "text/html"}
    assert f'class="course-still course-still-{name}"' in bundle["text/html"]
    alt = alternative(bundle["text/html"])
    assert len(alt.split()) > 20 and alt.endswith(".")
    moved = ", ".join(control.words for control in live.controls)
    assert f"Run this cell to change: {moved}." in bundle["text/html"]


@pytest.mark.parametrize("name", MAKE)
def test_with_a_kernel_the_live_widget_goes_with_the_same_figure(name, monkeypatch):
    still = MAKE[name]()._repr_mimebundle_()
    monkeypatch.setattr("IPython.get_ipython", lambda: SimpleNamespace(kernel="a kernel"))
    live = MAKE[name]()
    bundle = live._repr_mimebundle_(include=None, exclude=None)
    assert bundle.pop(WIDGET_VIEW)["model_id"] == live.widget.model_id
    # Built twice, with a kernel or without: the same bytes.
    assert bundle == still


def test_what_is_shown_again_shows_the_present_numbers():
    live = explore_activation("tanh", 1)
    find(live, "course-slider-z").value = 2
    assert "a dot marks z = 2," in alternative(live.still())


def test_a_cell_in_a_kernel_says_nothing_beside_its_widget():
    cell = nbformat.v4.new_code_cell(
        "from course.widgets.activation import explore_activation\nexplore_activation('relu', 2)"
    )
    notebook = nbformat.v4.new_notebook(cells=[cell])
    NotebookClient(
        notebook,
        kernel_manager_class=SamePythonKernel,
        extra_arguments=["--log-level=ERROR"],
    ).execute()
    (output,) = notebook.cells[0].outputs
    assert output.output_type == "execute_result"
    assert set(output.data) == {"text/plain", "text/html", WIDGET_VIEW}
    assert output.data["text/plain"] == "<the course's widget 'activation'>"


def test_neither_importing_nor_a_still_figure_needs_ipywidgets():
    code = (
        "import sys; from course.widgets.activation import explore_activation; "
        "from course.widgets import hidden_nodes, learning_rate, network, saving, threshold; "
        "early = {'matplotlib', 'IPython'} & set(sys.modules); "
        "explore_activation()._repr_mimebundle_(); "
        "sys.exit(bool(early) or 'ipywidgets' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def notebook_model(*outputs):
    notebook = nbformat.v4.new_notebook(
        cells=[
            nbformat.v4.new_markdown_cell("text"),
            nbformat.v4.new_code_cell(outputs=list(outputs)),
        ]
    )
    return {"type": "notebook", "path": "unit.ipynb", "content": notebook}


def shown(**data):
    return nbformat.v4.new_output("display_data", data)


def test_a_saved_notebook_keeps_the_still_figure_and_not_the_view():
    printed = nbformat.v4.new_output("stream", text="5")
    view = {WIDGET_VIEW: {"model_id": "1f"}}
    model = notebook_model(
        printed, shown(**view, **{"text/html": "<img>", "text/plain": "w"}), shown(**view)
    )
    keep_still_figures(model=model, path="unit.ipynb", contents_manager=None)
    outputs = model["content"].cells[1].outputs
    assert outputs == [
        printed,
        shown(**{"text/html": "<img>", "text/plain": "w"}),
        # Another widget, which has nothing else to show.
        shown(**view),
    ]


@pytest.mark.parametrize(
    "model",
    [
        {"type": "file", "content": "text/html"},
        {"type": "directory", "content": None},
        {"type": "notebook", "content": {"nbformat": 3, "worksheets": []}},
    ],
)
def test_what_is_no_notebook_of_today_is_saved_as_it_is(model):
    before = repr(model)
    keep_still_figures(model=model, path="x", contents_manager=None)
    assert repr(model) == before


# The notebook around it is left alone


def test_training_for_a_picture_takes_no_random_number_of_the_notebook():
    np.random.seed(3)  # noqa: NPY002 (the one that a learner may have seeded)
    random.seed(3)
    trained_network.cache_clear()
    trained_network(2, 5)
    drawn = np.random.random(), random.random()  # noqa: NPY002
    assert drawn == (np.random.RandomState(3).random(), random.Random(3).random())


@pytest.mark.parametrize("enabled", [True, False])
def test_garbage_collection_is_as_before_even_after_an_error(enabled):
    live = Live("broken", lambda z: 1 / 0, [Slider("z", "sum z", 0, 0, 1, 1)], 100)
    try:
        if not enabled:
            gc.disable()
        with pytest.raises(ZeroDivisionError):
            live.picture()
        assert gc.isenabled() is enabled
    finally:
        gc.enable()
