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
        return {name: visit(page, address + name, accessibility.grave_findings) for name in pages}


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
        # A sentence for those who can run the cell would stand beside ours.
        assert "A still picture" not in page.get_text(), name
    caption = pages["course/03b_tanh_and_sigmoid.html"].select_one("div.caption").get_text()
    assert "you can change: activation, sum z." in caption


def test_a_sitting_says_how_to_work_on_it(pages):
    for path in SITTINGS:
        note = pages[f"course/{path.stem}.html"].select_one("h1 + div.reading")
        assert f"{path.parent.name}/{path.name}" in note.get_text()
        assert note.select_one("a")["href"] == "../index.html#ways-in"


def test_words_in_a_formula_are_no_spaces(pages):
    """Browsers leave no room around a plus between two `mtext`."""
    formula = pages["course/08d_two_errors.html"].select_one(".formula")
    assert "false\N{NO-BREAK SPACE}negatives" in [each.get_text() for each in formula.select("mi")]
    for name, page in pages.items():
        assert not [each for each in page.select("mtext") if len(each.get_text()) > 1], name


def test_the_library_page_has_every_name_that_the_library_has(pages):
    """docs/keras.md lists them; what a model inherits is among them."""
    table = (ROOT / "docs" / "keras.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| `keras\.([\w.]+)` \| (?:same|subset) ", table, re.MULTILINE)
    ids = [each["id"] for each in pages["api/the_keras-style_library.html"].select("[id]")]
    assert len(told) > 80
    # `Sequential.fit` of a class, `relu` of a module.
    names = [re.sub(r"^[a-z]+\.", "", name) for name in told]
    assert not [name for name in names if not any(each.endswith(f".{name}") for each in ids)]


def test_a_sentence_about_a_value_is_no_type_and_types_are_no_links(pages):
    data = pages["api/the_data.html"]
    noise = data.find(id="course.bank.NOISE").find_next_sibling("dd").get_text(" ", strip=True)
    assert (
        noise
        == "Standard deviation of the noise, in transactions a year: no model can predict better."
    )
    fields = pages["api/finished_functions.html"].select(".field-list")
    assert len(fields) > 10
    assert not [link for each in fields for link in each.select("a")]


def test_no_page_names_a_folder_of_this_machine(site):
    for path in site.rglob("*.html"):
        assert str(ROOT) not in path.read_text("utf-8"), path.name


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


@pytest.mark.parametrize("what", ["light", "dark", "scrolled", "wide", "cut", "stuck"])
def test_nothing_is_wrong_with_a_page(seen, what):
    """What each word stands for: visited_site.py."""
    assert {name: found[what] for name, found in seen.items() if found[what]} == {}


def test_indices_stand_below_the_line(page, address):
    """In a font that was not made for formulas they do not; so one is served along."""
    page.goto(f"{address}course/01b_parallel_lines.html")
    lowered = page.locator("msub > :nth-child(2)").first.evaluate(BELOW)
    assert lowered > 2


@pytest.mark.parametrize(
    ("scheme", "filtered"), [("light", "none"), ("dark", "invert(1) hue-rotate(180deg)")]
)
def test_a_figure_has_the_ground_of_its_page(page, address, scheme, filtered):
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{address}course/01b_parallel_lines.html")
    figure = page.locator("img.course-figure").first
    assert figure.evaluate("figure => getComputedStyle(figure).filter") == filtered


def test_a_word_is_found(page, address):
    page.goto(f"{address}search.html?q=softmax")
    page.get_by_role("link", name="From the sum to the answer").first.wait_for()
