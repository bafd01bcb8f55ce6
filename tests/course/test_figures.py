"""The figures' common parts: text alternatives, colours, and a light import."""

import itertools
import subprocess
import sys

import numpy as np
import pytest

from course.figures import style
from course.figures.lines import draw_customers, draw_line_and_residuals
from course.figures.network import draw_network
from course.figures.product import draw_product

# How the three kinds of colour blindness map linear RGB (Machado, Oliveira and Fernandes 2009,
# full severity).
BLINDNESS = {
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}


def _lab(colour, blindness):
    srgb = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    linear = np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)
    linear = np.clip(np.array(BLINDNESS[blindness]) @ linear, 0, 1)
    xyz = (
        np.array(
            [
                [0.4124564, 0.3575761, 0.1804375],
                [0.2126729, 0.7151522, 0.0721750],
                [0.0193339, 0.1191920, 0.9503041],
            ]
        )
        @ linear
        / [0.95047, 1, 1.08883]
    )
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("blindness", BLINDNESS)
def test_the_colours_of_curves_stay_apart(blindness):
    colours = {name: getattr(style, name) for name in ("BLUE", "ORANGE", "GREEN", "PINK")}
    for (a, x), (b, y) in itertools.combinations(colours.items(), 2):
        distance = np.linalg.norm(_lab(x, blindness) - _lab(y, blindness))
        assert distance > 15, f"{a} and {b} look alike to readers with {blindness}"


@pytest.mark.parametrize("alt", ["", "A curve.", "a picture of two lines without an end"])
def test_a_figure_without_a_sentence_is_refused(alt):
    figure, _ = style.new_figure()
    with pytest.raises(ValueError, match="must be a full sentence"):
        style.show(figure, alt)


def test_a_figure_carries_its_text_alternative_safely():
    figure, _ = style.new_figure()
    html = style.show(
        figure, 'The line "y < x"\n   rises from left to right.', caption="a < b"
    ).data
    assert 'alt="The line &quot;y &lt; x&quot; rises from left to right."' in html
    assert "<figcaption>a &lt; b</figcaption>" in html


def test_the_same_figure_has_the_same_bytes():
    def draw():
        return draw_network([[2, 3], [5, 1], [9]], [[[1, -1], [1, 1]], [[2], [-1]]]).data

    assert draw() == draw()


def test_a_network_is_described_by_its_numbers():
    html = draw_network([[2, 3], [5, 1], [9]], [[[1, -1], [1, 1]], [[2], [-1]]]).data
    assert "the hidden layer holds 5, 1" in html
    assert "Node 1 of the hidden layer has the weights -1, 1" in html


def test_a_matrix_product_is_described_by_the_row_and_the_column_that_meet():
    html = draw_product([[2, 3], [3, 4], [0, 1]], [[1, -1], [1, 1]], row=0, column=1).data
    assert "Row 0 of X, which holds 2 and 3, and column 1 of W1, which holds -1 and 1" in html
    assert "They meet in row 0, column 1 of the result, which holds 1." in html
    assert "2 · (-1) + 3 · 1 = 1." in html


def test_the_residuals_of_a_line_are_those_of_its_points():
    html = draw_line_and_residuals(np.array([1, 2, 3]), np.array([2, 3, 7]), 2.5, -1).data
    assert "the line 2.5 times x minus 1" in html
    assert "its residual: 0.5, -1, 0.5." in html


def test_the_customers_are_described_by_their_trend():
    balance = np.array([0.0, 5.0, 10.0])
    html = draw_customers(np.column_stack([balance, balance]), 40 - 3 * balance).data
    assert "fall with the balance, from about 40" in html
    assert "to about 10 at a balance of 10" in html


def test_importing_the_course_does_not_import_matplotlib():
    code = (
        "import sys; from course import bank, checks, pima, toolbox; from course.figures import "
        "network, style; sys.exit('matplotlib' in sys.modules or 'IPython' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
