"""Does a desk speak the language of the notebooks on it, and read pages of any language alike?"""

import json

import pytest

from course.desk.exercises import exercises, is_visible
from course.desk.feedback import latest_feedback
from course.desk.language import speak_as
from course.desk.released import Unit
from course.language import say, speak, spoken, words_of_the_desk


@pytest.fixture(autouse=True)
def english_afterwards():
    yield
    speak("en")


def unit(folder, *languages):
    """A unit with a notebook in each language; None says nothing of it."""
    folder.mkdir(parents=True)
    for number, language in enumerate(languages):
        metadata = {} if language is None else {"language": language}
        (folder / f"{number}.ipynb").write_text(json.dumps({"metadata": metadata, "cells": []}))
    return Unit(folder)


@pytest.mark.parametrize(
    ("languages", "wanted"),
    [([None], "en"), (["de"], "de"), ([None, "de"], "de"), (["xx", "de"], "de"), (["xx"], "en")],
)
def test_the_first_other_language_that_the_course_speaks_is_spoken(tmp_path, languages, wanted):
    speak_as([unit(tmp_path / "00_a"), unit(tmp_path / "01_b", *languages)])
    assert spoken() == wanted


def test_a_desk_without_german_notebooks_speaks_english_again(tmp_path):
    speak("de")
    speak_as([unit(tmp_path / "00_a", None)])
    assert say("Not yet") == "Not yet"


def test_a_damaged_notebook_says_nothing_of_its_language(tmp_path):
    broken = unit(tmp_path / "00_a", None)
    for content in ("", "[]", '{"metadata": 3}'):
        (broken.folder / "0.ipynb").write_text(content)
        speak_as([broken])
        assert spoken() == "en"


def test_german_tests_and_headings_are_read_as_the_english_ones():
    later = {"source": "# Hier laufen versteckte Tests, wenn deine Arbeit bewertet wird."}
    assert not is_visible(later)
    assert is_visible({"source": "# Prüfe f: eine Zahl."})
    about = {"grade_id": "f_test", "grade": True, "points": 2}
    cells = [
        {"cell_type": "markdown", "source": "## Aufgabe 1: Eine Zahl (2 Punkte)"},
        {"cell_type": "code", "source": "f()", "metadata": {"nbgrader": about}},
    ]
    (found,) = exercises(cells, cells)
    assert (found.title, found.points) == ("Aufgabe 1: Eine Zahl", 2)


def test_the_points_of_a_page_in_another_language_are_read(tmp_path):
    page = tmp_path / "feedback" / "2026-11-20 16:25:00 UTC" / "00a.html"
    page.parent.mkdir(parents=True)
    page.write_text(
        '<section data-cell="f_test" data-earned="1.5" aria-label="Test f_test">'
        '<p class="label">Test, nicht bestanden, 1.5 von 2 Punkten</p></section>'
        '<section data-cell="g_test" data-not-begun aria-label="Test g_test">'
        '<p class="label">nicht begonnen, 0 von 2 Punkten</p></section>'
        '<section data-cell="h" aria-label="Deine Antwort h">'
        '<p class="label">noch nicht bewertet</p></section>'
    )
    found = latest_feedback(tmp_path)
    assert found.scores == {"f_test": 1.5}
    assert found.not_begun == {"g_test"}


def test_the_browser_gets_the_words_of_the_desks_language():
    assert words_of_the_desk() == {}
    speak("de")
    assert words_of_the_desk()["Check all"] == "Alles prüfen"
