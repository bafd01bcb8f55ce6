"""What a learner does in JupyterLab, for the tests that drive a browser."""

from unit import book_names, read_notebook

OPEN = "jupyterapp.shell.currentWidget"
"""The open notebook, as JupyterLab's scripts have it."""

COUNT = f"cell => {OPEN}.content.widgets.find(each => each.node === cell).model.executionCount"
"""The number in a cell's prompt; null from when it is run until it has run."""


def book_of(unit, grade_id):
    """Return the name of the notebook that holds a cell: a unit may be cut anew."""
    for book in book_names(unit):
        for cell in read_notebook("source", unit, book).cells:
            if cell.metadata.get("nbgrader", {}).get("grade_id") == grade_id:
                return book
    raise LookupError(f"{unit} has no {grade_id}")


def open_notebook(page, desk_address, path):
    address, token = desk_address
    # With `reset`, tabs that an earlier test left open are not restored.
    page.goto(f"{address}/lab/tree/{path}?reset&token={token}")
    page.get_by_text("| Idle").wait_for(timeout=60_000)


def run_cell(page, cell):
    """Run a cell, folded or open, and wait until it has run: what it shows."""
    node = cell.element_handle()
    before = node.evaluate(COUNT)
    folded = cell.locator(".jp-Placeholder-prompt")
    (folded if folded.count() else cell.locator(".cm-content")).click()
    page.keyboard.press("Control+Enter")
    page.wait_for_function(
        f"([cell, before]) => ![null, before].includes(({COUNT})(cell))",
        arg=[node, before],
        timeout=60_000,
    )
    return cell.locator(".jp-OutputArea-output").all_inner_texts()


def run_until(page, place):
    """Press Shift+Enter in cell after cell, until the place is the active one and has the focus."""
    active = f"{OPEN}.content.activeCell.node"
    while not place.count():
        here = page.evaluate_handle(active)
        page.keyboard.press("Shift+Enter")
        page.wait_for_function(f"here => {active} !== here", arg=here)
    page.wait_for_function(f"{active}.contains(document.activeElement)")


def verdict(page, cell):
    """Run a test and return what its card says: the word, and the sentence."""
    run_cell(page, cell)
    card = cell.locator(".check-card")
    card.wait_for()  # there is one, and not two
    words = [text.strip() for text in card.locator("p").all_inner_texts()]
    return words[0].lstrip("\u2713!").strip(), words[-1]


def save(page):
    """Press Ctrl+S, and wait until the notebook is saved."""
    page.keyboard.press("Control+s")
    page.wait_for_function(f"!{OPEN}.context.model.dirty")


def set_size(page, width, height):
    """Make the window larger or smaller, and wait until JupyterLab fills it anew."""
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_function(
        "([width, height]) => main.offsetWidth === width && main.offsetHeight === height",
        arg=[width, height],
    )


def choose_theme(page, scheme):
    """Choose JupyterLab's theme "Light" or "Dark" in its menu."""
    page.locator(".lm-MenuBar-item", has_text="Settings").click()
    page.locator(".lm-Menu-item", has_text="Theme").first.hover()
    page.locator(".lm-Menu-item", has_text=f"JupyterLab {scheme}").first.click()
    page.wait_for_function(f"document.body.dataset.jpThemeName == 'JupyterLab {scheme}'")


def write_answer(page, cell, text):
    cell.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(text)
    run_cell(page, cell)


def code_cell(page, text):
    return page.locator(".jp-CodeCell", has_text=text).first


def check_of(answer):
    """Return the first test of an answer: the code cell behind it, be it folded or open."""
    return answer.locator("xpath=following-sibling::div[contains(@class, 'jp-CodeCell')][1]")


class Panels:
    """nbgrader's panels, as a learner uses them.

    Parameters
    ----------
    page : playwright.sync_api.Page
        With the desk's JupyterLab in it.
    """

    def __init__(self, page):
        self.page = page
        self.submitted = page.locator("#submitted_assignments_list")

    def validate(self):
        """Press Validate above the open notebook; return what the panel says, and leave it open."""
        self.page.locator("jp-button.validate-button:visible").click()
        panel = self.page.locator(".jp-Dialog-content")
        panel.wait_for(timeout=180_000)
        return panel.inner_text()

    def close(self):
        """Close a panel."""
        self.page.locator(".jp-Dialog button.jp-mod-accept").click()
        self.page.locator(".jp-Dialog").wait_for(state="detached")

    def open_list(self):
        """Open the Assignment List."""
        self.page.locator('.lm-MenuBar-item:has-text("Nbgrader")').click()
        self.page.locator('.lm-Menu-item[data-command="nbgrader:open-assignment-list"]').click()
        self.page.locator("#fetched_assignments_list .list_item").first.wait_for(timeout=30_000)

    def submit(self, unit):
        """Press a unit's Submit."""
        row = self.page.locator("#fetched_assignments_list > .list_item", has_text=unit)
        row.get_by_role("button", name="Submit").click()

    def open_feedback(self, unit):
        """Follow the link to the latest feedback, and open the page of a notebook."""
        self.submitted.get_by_text("view feedback").first.click(timeout=180_000)
        return self.open_page(f"{unit}.html")

    def open_page(self, name):
        """Open a feedback page that the file list shows."""
        self.page.locator(".jp-DirListing-item", has_text=name).dblclick()
        shown = self.page.frame_locator(".jp-HTMLViewer iframe")
        shown.locator("h1").wait_for(timeout=30_000)
        return shown
