"""A learner in a real browser: from the first page to a test that explains, and one that passes."""

import pytest
from in_lab import (
    book_of,
    check_of,
    code_cell,
    open_notebook,
    run_cell,
    save,
    verdict,
    write_answer,
)
from unit import book_names

pytestmark = pytest.mark.slow

WRONG = "def node_value(x, w):\n    return x * w\n"
RIGHT = "def node_value(x, w):\n    return np.sum(x * w)\n"


def test_the_desk_opens_at_home_which_leads_into_unit_00(page, desk_address):
    address, token = desk_address
    page.goto(f"{address}/?token={token}")
    page.locator(".course-home h1").wait_for(timeout=60_000)
    assert page.locator(".jp-Launcher").count() == 0
    assert page.locator(".Toastify__toast, .jp-Dialog").count() == 0
    page.get_by_role("button", name="Begin: Unit 00a").click()
    page.get_by_text("| Idle").wait_for(timeout=60_000)
    first = book_names("00_start_here")[0]
    tab = page.locator(".lm-TabBar-tab.lm-mod-current", has_text=first)
    assert tab.count() == 1
    first = code_cell(page, "It works.")
    assert "It works. 6 * 7 is 42" in run_cell(page, first)[0]


def test_a_wrong_answer_is_explained_and_a_right_one_passes(page, desk_address, pictures):
    unit = "02_forward_propagation"
    open_notebook(page, desk_address, f"{unit}/{book_of(unit, 'node_value')}.ipynb")
    page.keyboard.press("Control+b")
    run_cell(page, code_cell(page, "import numpy as np"))
    drawing = code_cell(page, "input_to_hidden = [[1, -1], [1, 1]]")
    run_cell(page, drawing)
    alternative = drawing.locator("img").get_attribute("alt")
    assert alternative.startswith("A network drawn as circles joined by lines.")
    answer = code_cell(page, "def node_value(x, w)")
    visible = check_of(answer)
    write_answer(page, answer, WRONG)
    page.keyboard.press("Shift+Enter")
    page.keyboard.press("Shift+Enter")  # the check, which stays folded
    card = visible.locator(".check-card")
    card.wait_for(timeout=60_000)
    word, *_, sentence = [text.strip() for text in card.locator("p").all_inner_texts()]
    assert word.endswith("Not yet")
    assert sentence == (
        "node_value([2, 4], [1, 3]) should be one number, but is [2, 12], an array of shape (2,). "
        "These are the products. What is still missing to get one number?"
    )
    answer.evaluate("cell => cell.scrollIntoView({block: 'center'})")
    page.wait_for_timeout(300)  # the notebook lays itself out anew
    page.screenshot(path=pictures / "exercise.png")
    write_answer(page, answer, RIGHT)
    word, sentence = verdict(page, visible)
    assert word == "Passed" and sentence.startswith("node_value works here.")
    save(page)


def test_home_says_where_the_learner_was(page, desk_address):
    address, token = desk_address
    page.goto(f"{address}/lab?reset&token={token}")
    home = page.locator(".course-home")
    go_on = home.locator(".course-home-continue button")
    go_on.filter(has_text="Continue: Unit 02").wait_for(timeout=60_000)
    assert "Next: Exercise" in home.inner_text()


def test_the_glossary_opens_as_a_page(page, desk_address):
    address, token = desk_address
    page.goto(f"{address}/lab/tree/glossary.md?reset&token={token}")
    page.locator(".jp-MarkdownViewer h1", has_text="Glossary").wait_for(timeout=60_000)
