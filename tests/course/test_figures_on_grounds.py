"""Do the figures' colours hold on a light page and, inverted, on a dark one?"""

import base64
import io
import re

import numpy as np
import pytest
from matplotlib.image import imread
from unit import ROOT

from course.figures import style
from course.figures.layers import show_what_layers_see, small_images
from course.figures.network import draw_network

WORDS = ("BLACK", "GREY", "ORANGE")
LINES = (*WORDS, "BLUE", "GREEN", "PINK", "SKY")
ON_AREAS = ("BLACK", "GREY", "ORANGE", "BLUE")
PAGE = ROOT / "autograder" / "pages" / "templates" / "unit_feedback" / "page.css"
DESK = ROOT / "labextension" / "style" / "index.css"
RULE = re.compile(r"img\.course-figure \{[^}]*filter: invert\(1\) hue-rotate\(180deg\);[^}]*\}")
JUPYTERLAB_DARK = ("#111111", "#212121")
"""The grounds of a notebook and of its outputs in JupyterLab's dark theme."""


def rgb(colour):
    return np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])


def luminance(colour):
    """Relative luminance after WCAG 2."""
    linear = np.where(colour <= 0.04045, colour / 12.92, ((colour + 0.055) / 1.055) ** 2.4)
    return linear @ [0.2126, 0.7152, 0.0722]


def contrast(a, b):
    dark, light = sorted((luminance(a), luminance(b)))
    return (light + 0.05) / (dark + 0.05)


def inverted(colour):
    """What `invert(1) hue-rotate(180deg)` makes of a colour (Filter Effects, with cos = -1)."""
    grey = np.array([0.213, 0.715, 0.072])
    turned = 2 * np.tile(grey, (3, 1)) - np.eye(3)
    return np.clip(turned @ (1 - colour), 0, 1)


def dark_grounds():
    paper = re.findall(r"--paper: (#\w{6})", PAGE.read_text(encoding="utf-8"))
    return [rgb(ground) for ground in (*JUPYTERLAB_DARK, paper[1])]


@pytest.mark.parametrize("sheet", [PAGE, DESK], ids=["feedback", "desk"])
def test_dark_pages_invert_the_figures_as_it_is_computed_here(sheet):
    assert len(RULE.findall(sheet.read_text(encoding="utf-8"))) == 1


@pytest.mark.parametrize(("names", "least"), [(WORDS, 4.5), (LINES, 3)], ids=["words", "lines"])
def test_words_and_lines_stand_out_from_every_ground(names, least):
    for name in names:
        colour = rgb(getattr(style, name))
        assert contrast(colour, rgb("#ffffff")) >= least, name
        for ground in dark_grounds():
            assert contrast(inverted(colour), ground) >= least, name


@pytest.mark.parametrize("area", ["PALE_BLUE", "PALE_ORANGE"])
def test_points_and_lines_stand_out_from_an_area(area):
    ground = rgb(getattr(style, area))
    for name in ON_AREAS:
        colour = rgb(getattr(style, name))
        assert contrast(colour, ground) >= 3, name
        assert contrast(inverted(colour), inverted(ground)) >= 3, name


def test_words_can_be_read_on_the_fullest_blue():
    ground = rgb(style.FULL_BLUE)
    assert contrast(rgb(style.BLACK), ground) >= 4.5
    assert contrast(inverted(rgb(style.BLACK)), inverted(ground)) >= 4.5


def picture(shown):
    (data,) = re.findall(r"base64,([^\"]+)", shown.data)
    return imread(io.BytesIO(base64.b64decode(data)))


def test_the_ground_of_a_figure_is_transparent_and_white_where_nobody_knows_the_page():
    shown = draw_network([[2, 3], [9]], [[[1], [2]]])
    assert 'class="course-figure"' in shown.data and "background:white" in shown.data
    assert picture(shown)[0, 0, 3] == 0


def test_a_figure_whose_shades_say_something_is_not_inverted():
    images = small_images()
    edges, shapes = np.ones((len(images), 400)), np.ones((len(images), 3))
    shown = show_what_layers_see([images, edges, shapes])
    assert "course-figure" not in shown.data
    assert np.all(picture(shown)[0, 0] == 1)
