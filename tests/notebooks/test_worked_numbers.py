"""The published worked examples, read from the outputs of the executed solution notebooks."""

import math
import re

import pytest
from unit import read_cells


def printed(unit):
    """Return everything that a unit's solution notebooks print or shows as text, in order."""
    parts = []
    for cell in read_cells("source", unit):
        for output in cell.get("outputs", []):
            if output.output_type == "stream":
                parts.append(output.text)
            elif output.output_type == "execute_result":
                parts.append(output.data["text/plain"])
    return "\n".join(parts)


def number(unit, label):
    """Return the number that a unit prints behind `label`."""
    return float(re.search(re.escape(label) + r"\s*(-?[\d.]+)", printed(unit))[1])


UNIT_02 = "02_forward_propagation"
UNIT_03 = "03_activation_functions"
UNIT_04 = "04_deeper_networks"
UNIT_08 = "08_pima_classifier"


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        (UNIT_02, "hidden node 0: 5\nhidden node 1: 1\n"),
        (UNIT_02, "prediction for [2, 3]: 9\n"),
        (UNIT_02, "prediction for [3, 4]: 13\n"),
        (UNIT_02, "X @ W1:\n[[5 1]\n [7 1]\n"),
        (UNIT_02, "(100, 3) @ (3, 4) gives (100, 4)\n"),
        (UNIT_03, "[2, 3] network: 9 "),
        (UNIT_03, "[3, 4] network: 13 "),
        (UNIT_03, "relu of 3 is 3\nrelu of -3 is 0\n"),
        (UNIT_03, "sums:   [ 26 -13]\nhidden: [26  0]\noutput: 52\n"),
        (UNIT_03, "identity  hidden: [40 40]  output: 0\n"),
        (UNIT_03, "tanh      hidden: [1. 1.]  output: 0\n"),
        (UNIT_03, "relu      hidden: [40 40]  output: 0\n"),
        (UNIT_04, "hidden layer 1: [26  0]\nhidden layer 2: [ 0 26]\n"),
        (UNIT_04, "output: 182\n"),
        (UNIT_04, "X:  (100, 3)\nW1: (3, 4)\nZ1: (100, 4)\nA1: (100, 4)\n"),
    ],
)
def test_the_worked_example_is_printed(unit, text):
    assert text in printed(unit)


def test_the_tanh_network_of_unit_03():
    text = printed(UNIT_03)
    shown = re.search(r"hidden node 0: (\S+)\nhidden node 1: (\S+)\noutput: (\S+)\n", text)
    expected = [math.tanh(5), math.tanh(1), 1.2382242]
    assert [float(number) for number in shown.groups()] == pytest.approx(expected, abs=1e-7)


def test_the_pima_network_starts_at_the_majority_class_and_ends_in_the_published_range():
    text = printed(UNIT_08)
    assert "majority baseline: 0.6510\n" in text
    epochs = re.findall(r"epoch +(\d+): loss (\S+), accuracy (\S+)\n", text)
    assert [epoch for epoch, _, _ in epochs] == ["1", "2", "3", "149"]
    assert float(epochs[0][1]) == pytest.approx(0.6776, abs=0.02)
    assert float(epochs[0][2]) == pytest.approx(0.6510, abs=0.02)
    loss, accuracy = re.search(r"at the end: loss (\S+), accuracy (\S+)\n", text).groups()
    assert 0.44 <= float(loss) <= 0.49
    assert 0.76 <= float(accuracy) <= 0.80


def test_the_network_of_unit_06_beats_the_line_on_customers_it_has_not_seen():
    text = printed("06_backpropagation")
    found = re.search(r"unseen customers: linear model RMSE (\S+), network RMSE (\S+)\n", text)
    linear, network = map(float, found.groups())
    line_of_unit_01 = number(
        "01_linear_regression", "RMSE of the linear model, on unseen customers:"
    )
    assert linear == pytest.approx(line_of_unit_01, abs=0.1)
    assert network < 0.65 * linear
