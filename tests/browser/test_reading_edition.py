"""Can the course be read on a website that asks nobody else, and gives no hidden test away?"""

import re
import subprocess
import sys
from urllib.parse import unquote, urljoin, urlsplit

import nbformat
import pytest
from browser_page import watched_page
from bs4 import BeautifulSoup
from unit import ROOT
from visited_site import Served, visit

accessibility = pytest.importorskip("accessibility", reason="axe-playwright-python is missing")

pytestmark = pytest.mark.slow

MOST_BYTES = 25_000_000
MOST_BYTES_OF_A_PAGE = 1_250_000
MOST_FILES = 25
README = (ROOT / "README.md").read_text(encoding="utf-8")
BELOW = """
async index => {
  await document.fonts.ready;
  const bottom = part => part.getBoundingClientRect().bottom;
  return bottom(index) - bottom(index.previousSibling);
}
"""
SITTINGS = sorted(ROOT.glob("source/*/*.ipynb"))


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The folder of the website, which lies in a subfolder of what a server shows."""
    folder = tmp_path_factory.mktemp("served") / "neural" / "networks"
    command = [sys.executable, "-m", "reading", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    return folder


@pytest.fixture(scope="module")
def pages(site):
    """{name: page} of the website, read."""
    paths = sorted(site.rglob("*.html"))
    return {
        path.relative_to(site).as_posix(): BeautifulSoup(path.read_text("utf-8"), "html.parser")
        for path in paths
    }


@pytest.fixture(scope="module")
def address(site):
    """Where a server shows it, below two folders."""
    with Served(site.parents[1]) as server:
        yield f"{server.address}neural/networks/"


@pytest.fixture(scope="module")
def seen(pages, address, browser):
    """{name: what is wrong with the page in a browser}; a request to elsewhere is an error."""
    with watched_page(browser) as page:
        return {name: visit(page, address + name, grave) for name in pages}


def grave(page, options=None):
    """Return what axe finds that is serious."""
    return accessibility.grave_findings(page, options=options)


def test_every_sitting_has_a_page_with_its_figures_and_outputs(pages):
    for path in SITTINGS:
        page = pages[f"course/{path.stem}.html"]
        book = nbformat.read(path, as_version=4)
        figures = sum(
            str(output.get("data", {}).get("text/html", "")).count("<figure")
            for cell in book.cells
            if cell.cell_type == "code" and "nbgrader" not in cell.metadata
            for output in cell.outputs
        )
        assert len(page.select(".output figure")) == figures, path.stem
        assert all(picture.get("alt") for picture in page.select(".output img"))


def test_the_front_page_has_the_path_with_its_minutes_and_the_ways_in(pages):
    """Both are the README's own; test_readme.py holds them to the notebooks."""
    front = pages["index.html"]
    rows = front.select("table tbody tr")
    linked = [a["href"] for row in rows for a in row.select("td:last-child a")]
    assert linked == [f"course/{path.stem}.html" for path in SITTINGS]
    shown = [re.sub(r"\b\d\d[a-z] ", "", row.select("td")[-1].get_text()) for row in rows]
    told = re.findall(r"^\| \d\d .*\| ([\d, ]+) \|$", README, re.MULTILINE)
    assert shown == told
    headings = {each.contents[0] for each in front.select("h3")}
    assert {"Click", "Install it"} <= headings
    assert "make lab" in front.get_text()
    assert len(front.select("article img[alt]")) == 2


def test_every_link_leads_somewhere(pages, site):
    anchors = {name: {each["id"] for each in page.select("[id]")} for name, page in pages.items()}
    broken = []
    for name, page in pages.items():
        for link in page.select("a[href], link[href], script[src], img[src]"):
            target = link.get("href") or link["src"]
            if target.startswith(("http:", "https:", "data:")):
                continue
            parts = urlsplit(urljoin(f"/{name}", target))
            path, anchor = parts.path.lstrip("/"), unquote(parts.fragment)
            is_there = (site / path).is_file() if path else True
            if not is_there or (anchor and path in anchors and anchor not in anchors[path]):
                broken.append((name, target))
    assert not broken


def test_a_solution_is_folded_away_and_a_hidden_test_is_nowhere(pages):
    looked_at = 0
    for path in SITTINGS:
        page = pages[f"course/{path.stem}.html"]
        folded = [each.get_text() for each in page.select("details pre")]
        for each in page.select("details"):
            each.extract()
        text = page.get_text()
        for cell in nbformat.read(path, as_version=4).cells:
            role = cell.metadata.get("nbgrader", {})
            if "### BEGIN HIDDEN TESTS" in cell.source:
                lines = cell.source.split("### BEGIN HIDDEN TESTS")[1].splitlines()
                long = [line.strip() for line in lines if len(line.strip()) > 40]
                assert not [line for line in long if line in text], cell.metadata.nbgrader.grade_id
                looked_at += len(long)
            elif role.get("solution") and cell.cell_type == "code":
                solution = cell.source.split("### BEGIN SOLUTION\n")[1].split("### END")[0]
                first = solution.strip().splitlines()[0]
                assert any(first in each for each in folded), role.grade_id
    assert looked_at > 200


def test_words_of_the_glossary_are_linked_once(pages):
    links = [a["href"] for a in pages["course/03a_one_bend.html"].select("a:has(> .std-term)")]
    assert "../glossary.html#term-activation-function" in links
    assert len(links) == len(set(links))
    # Before the unit that explains a word, it is the everyday one; and so is a verb.
    first = pages["course/00a_first_steps.html"].select("a:has(> .std-term)")
    assert not {"edge", "means"} & {a.get_text() for a in first}


def test_a_picture_of_a_widget_says_what_it_does_in_the_notebook(pages):
    for name, page in pages.items():
        assert len(page.select(".course-still")) == len(page.select("div.caption")), name


def test_it_is_small(site):
    assert sum(path.stat().st_size for path in site.rglob("*") if path.is_file()) < MOST_BYTES


def test_no_page_is_heavy(pages, site):
    """With an empty cache, that is; how long it takes would depend on who else computes here."""
    for name, page in pages.items():
        parts = page.select("link[rel=stylesheet], script[src], img[src]")
        targets = {part.get("href") or part["src"] for part in parts}
        own = [each for each in targets if not each.startswith("data:")]
        files = {site / urlsplit(urljoin(f"/{name}", each)).path.lstrip("/") for each in own}
        assert len(files) <= MOST_FILES, name
        whole = sum(path.stat().st_size for path in {site / name, *files})
        assert whole <= MOST_BYTES_OF_A_PAGE, (name, whole)


@pytest.mark.parametrize("what", ["light", "dark", "wide", "cut", "stuck"])
def test_nothing_is_wrong_with_a_page(seen, what):
    """What each word stands for: visited_site.py."""
    assert {name: found[what] for name, found in seen.items() if found[what]} == {}


def test_indices_stand_below_the_line(page, address):
    """In a font that was not made for formulas they do not; so one is served along."""
    page.goto(f"{address}course/01b_parallel_lines.html")
    lowered = page.locator("msub > :nth-child(2)").first.evaluate(BELOW)
    assert lowered > 2


def test_a_word_is_found(page, address):
    page.goto(f"{address}search.html?q=softmax")
    page.get_by_role("link", name="From the sum to the answer").first.wait_for()
