"""Does a feedback page speak its course's language, and tell a desk the same in each?"""

import re

import pytest
from bs4 import BeautifulSoup
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from autograder.pages.exporter import TEMPLATES
from autograder.pages.language import speaking
from autograder.pages.page import About, render

ENGLISH = re.compile(r"\b(?:the|of|not|your|this|and|points?|back|hidden|passed)\b", re.IGNORECASE)


def graded(**about):
    return {
        "nbgrader": {"grade_id": "f", "grade": False, "solution": False, "locked": True, **about}
    }


def page(language):
    """A page with what a page can say: a mistake, an answer that waits, one that is not begun."""
    error = new_output("error", ename="KeyboardInterrupt", evalue="", traceback=[])
    cells = [
        new_markdown_cell("# Titel"),
        new_markdown_cell("## Erstens (2 Punkte)"),
        new_code_cell("def f():\n    pass", metadata=graded(solution=True)),
        new_code_cell("f()", metadata=graded(grade_id="f_test", grade=True), outputs=[error]),
        new_code_cell("f()", metadata=graded(grade_id="f_ok", grade=True)),
        new_markdown_cell("## Zweitens (1 Punkt)"),
        new_code_cell("g = 0", metadata=graded(grade_id="g", solution=True)),
        new_code_cell("g", metadata=graded(grade_id="g_test", grade=True), outputs=[error]),
        new_markdown_cell("## Drittens"),
        new_markdown_cell("Satz", metadata=graded(grade_id="why", grade=True, solution=True)),
    ]
    cell = {"score": 0.0, "points": 1.0, "by_hand": False, "extra": 0.0, "waiting": False}
    grades = {
        "unit": [
            {"name": name, "state": state, "score": 0.0, "max_score": 3.0, "waiting": True}
            for name, state in (("a", "begun"), ("b", "missing"), ("c", "untouched"))
        ],
        "score": 1.5,
        "max_score": 4.0,
        "waiting": True,
        "late_penalty": 0.5,
        "laid": {"g": "g = 0"},
        "solutions": {"f": "def f():\n    return 1"},
        "comments": {"why": "No response."},
        "cells": {
            "f_test": cell,
            "f_ok": {**cell, "score": 1.0, "by_hand": True, "extra": 0.5},
            "g_test": cell,
            "why": {**cell, "waiting": True},
        },
    }
    with speaking(language):
        about = About("ada", "00_unit", "a")
        folder = (str(TEMPLATES / "unit_feedback"),)
        return BeautifulSoup(
            render(new_notebook(cells=cells), grades, about, folder, language), "html.parser"
        )


def words(made):
    """All that is read, or read aloud, of a page, but names."""
    for code in made.find_all(["code", "pre", "style"]):
        code.decompose()
    labels = [found["aria-label"] for found in made.find_all(attrs={"aria-label": True})]
    return "\n".join([made.get_text(" "), *labels])


def told(made):
    return [
        {name: value for name, value in found.attrs.items() if name.startswith("data-")}
        for found in made.find_all(attrs={"data-cell": True})
    ]


def test_a_german_page_has_no_english_word():
    made = page("de")
    assert made.html["lang"] == "de"
    said = words(made)
    assert not ENGLISH.findall(said), said
    for sentence in ("1.5 von 4 Punkten", "Keine Antwort.", "Gibt es eine Schleife"):
        assert sentence in said
    assert re.search(r"Zurück zu: Erstens\s*$", said, re.MULTILINE)


def test_a_desk_is_told_the_same_in_each_language():
    assert (
        told(page("de"))
        == told(page(""))
        == [
            {"data-cell": "f_test", "data-earned": "0"},
            {"data-cell": "f_ok", "data-earned": "1"},
            {"data-cell": "g_test", "data-not-begun": ""},
            {"data-cell": "why"},
        ]
    )


@pytest.mark.parametrize("language", ["", "xx"])
def test_a_language_without_a_catalogue_is_told_in_english(language):
    assert "1.5 of 4 points" in words(page(language))
