"""Checks in a real JupyterLab: a folded line, one card, and no error box behind it."""

import itertools

import nbformat
import pytest
from in_lab import OPEN, choose_theme, open_notebook, set_size
from nbformat.v4 import new_code_cell, new_notebook

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
accessibility = pytest.importorskip("accessibility", reason="axe-playwright-python is missing")

pytestmark = pytest.mark.slow

FOLDED = {"jupyter": {"source_hidden": True}}
LONG = (
    "The sum came back as it went in. A node that hands on every sum is a straight line, and many "
    "of them in a row are one straight line again, so a negative sum should leave no trace. "
)
"""Long enough to be wrapped like prose, not cut in mid-word; it stands in the README's picture."""
BEYOND = """(all, around) => all.map(one => one.getBoundingClientRect().right)
  .filter(right => right > around.x + around.width)"""
METADATA = {"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)"}}
CELLS = [
    new_code_cell("import numpy as np\nfrom course import checks"),
    new_code_cell("def relu(z):\n    return z"),
    new_code_cell(
        "# Check relu: a negative number. Run this cell.\n"
        f"checks.call(relu, -3).equals(0, '{LONG}What does `np.where` do?')",
        metadata=FOLDED,
    ),
    new_code_cell(
        "# Check relu: a positive number. Run this cell.\n"
        "checks.call(relu, 3).equals(3)\nchecks.passed('relu works here.')",
        metadata=FOLDED,
    ),
    new_code_cell("def forward(x, W):\n    return x @ W"),
    new_code_cell(
        "# Check forward: a product. Run this cell.\n"
        "checks.call(forward, np.ones(3), np.ones((4, 2)))",
        metadata=FOLDED,
    ),
]


@pytest.fixture
def notebook(page, running_desk):
    """A notebook with checks, open and run from its top by the keyboard alone."""
    desk, *address = running_desk
    nbformat.write(new_notebook(cells=CELLS, metadata=METADATA), desk / "cards.ipynb")
    open_notebook(page, address, "cards.ipynb")
    page.keyboard.press("Control+b")
    page.locator(".jp-CodeCell .cm-content").first.click()
    for place in range(len(CELLS)):
        # One after the other: a cell that fails takes back those that wait behind it.
        page.keyboard.press("Shift+Enter")
        has_run = f"{OPEN}.content.widgets[{place}].model.executionCount"
        page.wait_for_function(has_run, timeout=60_000)
    page.locator(".check-card").nth(2).wait_for()
    return page


def test_each_check_shows_one_card_and_no_error_box(notebook):
    words = notebook.locator(".check-card strong").all_inner_texts()
    assert words == ["Not yet", "Passed", "Not yet"]
    errors = notebook.locator("[data-mime-type*='stderr'], [data-mime-type*='jupyter.error']")
    assert errors.count() == 2
    assert not any(error.is_visible() for error in errors.all())


def test_a_check_is_one_line_that_the_keyboard_opens(notebook):
    folded = notebook.locator(".jp-InputPlaceholder")
    assert folded.count() == 3
    assert folded.first.inner_text().startswith("# Check relu: a negative number.")
    notebook.locator(".jp-CodeCell .cm-content").nth(1).click()  # the answer above the first check
    notebook.keyboard.press("Shift+Enter")  # runs it, and selects the check
    notebook.keyboard.press("Enter")
    sync_api.expect(folded).to_have_count(2)


def test_a_card_is_prose_in_every_theme_and_width(notebook, pictures):
    card = notebook.locator(".check-not-yet").first
    for scheme, width in itertools.product(("Light", "Dark"), (1180, 390)):
        set_size(notebook, 1180, 980)  # a narrow window hides the menu
        choose_theme(notebook, scheme)
        set_size(notebook, width, 980)
        assert card.evaluate("one => one.scrollWidth - one.clientWidth") == 0, (scheme, width)
        assert card.evaluate("one => getComputedStyle(one).wordBreak") == "normal"
        assert card.locator("code").first.evaluate("one => getComputedStyle(one).fontFamily") != (
            card.locator("p").first.evaluate("one => getComputedStyle(one).fontFamily")
        )
        folded = notebook.locator(".jp-InputPlaceholder > *")
        around = notebook.locator(".jp-Notebook").bounding_box()
        assert folded.evaluate_all(BEYOND, around) == []
        assert accessibility.grave_findings(notebook, ".check-card") == []
        notebook.screenshot(path=pictures / f"cards_{scheme.lower()}_{width}.png")
