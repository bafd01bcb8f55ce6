"""Is it seen whether a picture says in words what it shows?"""

import pytest
from nbformat.v4 import new_output

from autograder.building.pictures import (
    is_sentence,
    markdown_faults,
    output_fault,
    pictures_in_html,
)

SENTENCE = "A line rises from left to right."


def display(**data):
    return new_output("display_data", {kind.replace("_", "/"): said for kind, said in data.items()})


@pytest.mark.parametrize(
    "text", [SENTENCE, "Does the line rise at all?", 'It says "no way at all."']
)
def test_sentence(text):
    assert is_sentence(text)


@pytest.mark.parametrize(
    "text", [None, "", "figure", "A rising line.", "a line that rises to the right"]
)
def test_no_sentence(text):
    assert not is_sentence(text)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>words</p>", (0, 0)),
        (f'<figure><img alt="{SENTENCE}" src="data:,"></figure>', (1, 0)),
        ('<img src="data:,">', (1, 1)),
        ('<img alt="plot" src="data:,"/>', (1, 1)),
        (f'<svg aria-label="{SENTENCE}"><path/></svg>', (1, 0)),
        (f"<svg><title>{SENTENCE}</title><path/></svg>", (1, 0)),
        (f"<title>{SENTENCE}</title><svg><path/></svg>", (1, 1)),
        (f"<svg><title>{SENTENCE}</title><svg></svg></svg><svg></svg>", (2, 1)),
    ],
)
def test_html(html, expected):
    assert pictures_in_html(html) == expected


def test_output_that_can_carry_no_words_is_refused():
    for kind in ("image/png", "image/jpeg", "image/svg+xml"):
        fault = output_fault(new_output("display_data", {kind: "", "text/plain": SENTENCE}))
        assert f"its {kind} output can carry none" in fault


def test_html_beside_a_png_can_speak_for_it():
    html = f'<img alt="{SENTENCE}" src="data:,">'
    assert output_fault(display(image_png="", text_html=html)) is None
    assert output_fault(display(text_html="<img>")).startswith(
        "a figure without a text alternative"
    )
    assert output_fault(display(text_plain="42")) is None


def test_markdown():
    code = "```\n![](d.png)\n```"
    source = f"Words\n\n![{SENTENCE}](a.png) `![](b.png)`\n![c](c.png)\n{code}\n<img src='e'>"
    assert [place for place, _ in markdown_faults(source)] == [3, 7]
