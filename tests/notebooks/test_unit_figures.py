"""The figures in the solution notebooks, as a reader who cannot see them or their colors does."""

import html
import re

import pytest
from unit import ROOT, read_notebook, unit_books, unit_names

FIGURES = [
    pytest.param(match[0], id=f"{unit}-{book}-{cell.id}")
    for unit, book in unit_books()
    for cell in read_notebook("source", unit, book).cells
    for output in cell.get("outputs", [])
    for match in re.finditer(r"<img[^>]*>", output.get("data", {}).get("text/html", ""))
]


def test_every_unit_has_a_figure():
    assert {param.id.split("-")[0] for param in FIGURES} == set(unit_names())


@pytest.mark.parametrize("image", FIGURES)
def test_a_figure_has_a_text_alternative_of_a_full_sentence(image):
    alternative = html.unescape(re.search(r'alt="([^"]*)"', image)[1])
    assert len(alternative.split()) >= 8
    assert not alternative[0].islower() and alternative.endswith(".")


@pytest.mark.parametrize(("unit", "book"), unit_books())
def test_no_picture_reaches_the_page_without_its_text(unit, book):
    for cell in read_notebook("source", unit, book).cells:
        for output in cell.get("outputs", []):
            assert not [kind for kind in output.get("data", {}) if kind.startswith("image/")]


def test_figures_take_their_colors_from_the_palette():
    """The palette is held to what color-blind readers see; other colors would slip past that."""
    for path in (ROOT / "course" / "figures").glob("*.py"):
        if path.name != "style.py":
            assert not re.findall(r"#[0-9A-Fa-f]{6}\b|tab:\w+", path.read_text(encoding="utf-8"))
