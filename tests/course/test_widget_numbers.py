"""The widgets: are the numbers that a picture tells those that one works out by hand?"""

import math
import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from widgets_shown import ACCOUNTS, SCORES, SEEN, WEIGHTS, Y, alternative

from course import toolbox
from course.widgets.activation import activation_picture
from course.widgets.hidden_nodes import hidden_nodes_picture, island, trained_network
from course.widgets.learning_rate import learning_rate_picture
from course.widgets.network import network_picture
from course.widgets.threshold import threshold_picture


def numbers(text):
    return [float(number) for number in re.findall(r"-?\d+\.?\d*", text)]


halves = st.integers(-6, 6).map(lambda n: n / 2)
pairs = st.lists(halves, min_size=2, max_size=2)


@settings(max_examples=12)
@given(x=pairs, node_0=pairs, node_1=pairs, output=pairs)
def test_the_network_says_what_matrix_products_give(x, node_0, node_1, output):
    weights = {"node_0": node_0, "node_1": node_1, "output": output}
    shown = network_picture(x, weights).data
    hidden = np.array(x) @ np.array([node_0, node_1]).T
    said = re.findall(r"layer holds ([^;.]*(?:\.\d+[^;.]*)*)", alternative(shown))
    assert [numbers(layer) for layer in said] == [x, list(hidden), [hidden @ output]]
    results = re.findall(r"= (-?[\d.]+\d|-?\d)\.", shown)
    assert [float(number) for number in results] == [*hidden, hidden @ output]


def test_the_sums_stand_below_the_network_as_one_writes_them():
    caption = re.search("<figcaption>(.*)</figcaption>", network_picture([2, 3], WEIGHTS).data)[1]
    assert caption == (
        "Hidden node 0: 2 \u00b7 1 + 3 \u00b7 1 = 5. "
        "Hidden node 1: 2 \u00b7 (-1) + 3 \u00b7 1 = 1. "
        "Output: 5 \u00b7 2 + 1 \u00b7 (-1) = 9."
    )


@pytest.mark.parametrize("z", [-2.3, -0.4, 0.7, 3.1])
@pytest.mark.parametrize(
    ("activation", "function"),
    [
        ("identity", lambda z: z),
        ("relu", lambda z: max(z, 0)),
        ("tanh", math.tanh),
        ("sigmoid", lambda z: 1 / (1 + math.exp(-z))),
    ],
)
def test_the_tangent_is_as_steep_as_tiny_steps_say(activation, function, z):
    slope = (function(z + 1e-6) - function(z - 1e-6)) / 2e-6
    said = alternative(activation_picture(activation, z).data)
    assert f"the value is a = {function(z):.3f}," in said
    assert f"the dot stands at {slope:.3f}." in said


def test_the_kink_of_relu_is_named_only_there():
    assert "relu has a kink at 0" in activation_picture("relu", 0.0).data
    assert "kink" not in activation_picture("relu", 0.1).data
    assert "kink" not in activation_picture("tanh", 0.0).data


@pytest.mark.parametrize("lr", [0.002, 0.05, 0.12, 0.14])
def test_the_walk_is_that_of_the_formula(lr):
    # The cost is a parabola of curvature 2 * mean(x ** 2) = 15 with its lowest point at 10.6.
    said = alternative(learning_rate_picture(ACCOUNTS, SEEN, 2.0, lr, 9).data)
    places = [10.6 - 8.6 * (1 - 15 * lr) ** k for k in range(10)]
    assert f"Its first steps lead to {', '.join(f'{w:.4g}' for w in places[1:4])}." in said
    cost = toolbox.mean_squared_error(SEEN, places[-1] * ACCOUNTS)
    assert f"the weight is {places[-1]:.4g} and the cost {cost:.4g}." in said


@pytest.mark.parametrize(
    ("lr", "n_steps", "verdict"),
    [
        (0.02, 0, "No step has been made."),
        (0.002, 8, "The walk comes nearer, on one side: 6.74 are left"),
        (0.12, 8, "The walk comes nearer, jumping from side to side: 1.44 are left"),
        (0.06, 8, "The walk has arrived at the lowest point."),
        (0.14, 8, "Each step lands higher on the other side: too large."),
    ],
)
def test_the_walk_is_judged_by_where_it_leads(lr, n_steps, verdict):
    shown = learning_rate_picture(ACCOUNTS, SEEN, 2.0, lr, n_steps).data
    assert verdict in alternative(shown)
    assert verdict in shown.split("<figcaption>")[1]


def test_what_leaves_the_picture_is_counted():
    # 1.7 times the first distance, 14.62, is drawn; 8.6 * 1.25 ** 3 = 16.8 is not.
    assert "Out of the picture" not in learning_rate_picture(ACCOUNTS, SEEN, 2.0, 0.15, 2).data
    said = alternative(learning_rate_picture(ACCOUNTS, SEEN, 2.0, 0.15, 3).data)
    assert "Out of the picture: the last 1 step." in said


@pytest.mark.parametrize("n_hidden", [1, 2, 3, 6])
def test_the_points_on_the_right_side_are_counted(n_hidden):
    X, y = island()
    W1, b1, W2, b2 = trained_network(n_hidden, 0).get_weights()
    right = int(np.sum((np.tanh(X @ W1 + b1) @ W2 + b2 > 0)[:, 0] == (y == 1)))
    said = alternative(hidden_nodes_picture(n_hidden, 0).data)
    assert f"{right} of the 120 points lie on their right side." in said
    assert W1.shape == (2, n_hidden)


def test_one_line_cannot_go_around_the_island_and_three_can():
    one, three = (alternative(hidden_nodes_picture(n, 0).data) for n in (1, 3))
    assert "runs out of the picture" in one and "120 of the 120" not in one
    assert "is closed all around" in three and "120 of the 120" in three


@pytest.mark.parametrize("threshold", [0.0, 0.25, 0.5, 0.75, 1.0])
def test_the_threshold_counts_the_four_cases(threshold):
    shown = threshold_picture(Y, SCORES, ("healthy", "ill"), threshold).data
    called = {k for k in range(9) if SCORES[k] > threshold}
    ill = {5, 6, 7, 8}
    cases = [9 - len(called | ill), len(called - ill), len(ill - called), len(called & ill)]
    assert [int(count) for count in re.findall(r"<b>(\d+)</b>", shown)] == cases
    true_negatives, false_positives, false_negatives, true_positives = cases
    precision = true_positives / len(called) if called else 0
    accuracy = (true_negatives + true_positives) / 9
    assert (
        f"Threshold {threshold:.2f}: recall {true_positives / 4:.3f}, precision {precision:.3f}, "
        f"accuracy {accuracy:.3f}."
    ) in shown
    assert f"lie {false_positives} of the 5" in alternative(shown)
    assert false_negatives == 4 - true_positives


def test_names_of_classes_reach_the_table_safely():
    table = threshold_picture(Y, SCORES, ("a < b", "b"), 0.5).data.split("<table")[1]
    assert "predicted: a &lt; b" in table and "a < b" not in table
