"""The pages of a unit with several notebooks: beside each other, of one attempt, and kind."""

import json
import os
import re
import shutil
import sys
from html import unescape

import nbformat
import pytest
from click.testing import CliRunner
from graded_toy import error, grading
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from nbgrader.api import Gradebook
from unit import ROOT
from warm_commands import nbgrader

from autograder.cli import main
from autograder.pages.markup import markdown

UNIT = "03_activation"
BOOKS = ("03a_relu", "03b_tanh", "03c_more")
STUB = 'raise NotImplementedError("Not written yet.")'
TIME = "2026-01-01 10:00:00 UTC"
CARD = '<style>.check-card { color: red; }</style><div class="check-card">Passed: `f` works</div>'


def source(name):
    return f"def {name}(x):\n    {STUB}"


@pytest.fixture(scope="module")
def gradebook(tmp_path_factory):
    """A gradebook of one learner and a unit of three notebooks, an exercise each."""
    path = tmp_path_factory.mktemp("book") / "gradebook.db"
    with pytest.MonkeyPatch.context() as patch:
        # nbgrader calls the program `alembic`, which lies beside this Python.
        patch.setenv("PATH", os.path.dirname(sys.executable), prepend=os.pathsep)
        with Gradebook(f"sqlite:///{path}", "neural_networks") as book:
            book.add_assignment(UNIT)
            for name in BOOKS:
                add_notebook(book, name)
            book.add_student("ada")
            with book.db.no_autoflush:
                book.add_submission(UNIT, "ada")
            for name in BOOKS:
                grade = book.find_grade(f"{name}_visible", name, UNIT, "ada")
                grade.auto_score, grade.needs_manual_grade = float(name == BOOKS[0]), False
            book.db.commit()
    return path.read_bytes()


def add_notebook(book, name):
    book.add_notebook(name, UNIT)
    book.add_solution_cell(name, name, UNIT)
    book.add_grade_cell(f"{name}_visible", name, UNIT, max_score=1, cell_type="code")
    book.add_source_cell(name, name, UNIT, cell_type="code", source=source(name), locked=False)


def graded(name, answer=None, *outputs, answer_outputs=()):
    """An autograded notebook with one exercise."""
    return new_notebook(
        cells=[
            new_markdown_cell(f"# Sitting {name}\n\n## Exercise: {name} (1 point)"),
            new_code_cell(
                answer or source(name),
                metadata=grading(name, solution=True),
                outputs=list(answer_outputs),
                execution_count=1,
            ),
            new_code_cell(
                f"assert {name}(1)",
                metadata=grading(f"{name}_visible", grade=True, points=1.0),
                outputs=list(outputs),
                execution_count=2,
            ),
        ]
    )


NOT_WRITTEN = error("NotImplementedError", "Not written yet.")


@pytest.fixture
def root(tmp_path, gradebook):
    """A course folder in which ada has done the first notebook, not begun the second one."""
    root = tmp_path / "course"
    root.mkdir()
    shutil.copy(ROOT / "nbgrader_config.py", root)
    (root / "gradebook.db").write_bytes(gradebook)
    attempt(
        root,
        {"03a_relu": graded("03a_relu", "done"), "03b_tanh": graded("03b_tanh", None, NOT_WRITTEN)},
    )
    return root


def attempt(root, books, time=TIME, secret="first"):
    """Lay an attempt as it has been submitted and graded."""
    for step in ("autograded", "submitted"):
        folder = root / step / "ada" / UNIT
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for name, book in books.items():
            nbformat.write(book, folder / f"{name}.ipynb")
        (folder / "timestamp.txt").write_text(time)
        (folder / "submission_secret.txt").write_text(secret)


def feedback(root, *words):
    result = CliRunner().invoke(main, ["feedback", UNIT, "--course-dir", str(root), *words])
    assert result.exit_code == 0, result.output
    return result.output


def page(root, name="03a_relu"):
    return (root / "feedback" / "ada" / UNIT / f"{name}.html").read_text(encoding="utf-8")


def text(html):
    """What is read of a page."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html.split("</style>")[1])).split())


def test_each_notebook_has_its_page_which_leads_to_the_others(root):
    assert feedback(root).startswith("2 pages made")
    one, two = page(root), page(root, "03b_tanh")
    assert '<a href="03b_tanh.html">03b_tanh</a>' in one and 'href="03a_relu.html"' not in one
    assert '<a href="03a_relu.html">03a_relu</a>' in two
    assert "03a_relu , this page 1 1" in text(one)
    assert "Together 1 3" in text(one)


def test_what_was_not_begun_or_not_handed_in_is_not_wrong(root):
    feedback(root)
    one, two = text(page(root)), text(page(root, "03b_tanh"))
    assert "03b_tanh Not begun. 0 1" in one
    assert "03c_more Not handed in this time. 0 1" in one and "03c_more.html" not in page(root)
    assert "This notebook was handed in as it was laid: you have not begun it" in two
    assert "not begun, 0 of 1 point" in two
    assert "failed" not in two and "wrong" not in two and "Not written yet. Back" not in two


def test_a_begun_answer_that_fails_has_failed(root):
    books = {"03a_relu": graded("03a_relu", "return", error("CheckFailed", "Is `x` doubled?"))}
    attempt(root, books)
    feedback(root)
    said = text(page(root))
    assert "failed, 1 of 1 point" in said and said.count("Is x doubled?") == 2
    assert "not begun" not in said


def test_a_page_is_made_again_when_another_notebook_was_begun(root):
    feedback(root)
    nbformat.write(
        graded("03b_tanh", "begun", NOT_WRITTEN), root / "autograded/ada" / UNIT / "03b_tanh.ipynb"
    )
    assert feedback(root).startswith("2 pages made")
    assert "Not begun." not in text(page(root))


def test_a_notebook_that_is_not_handed_in_again_has_no_page_any_more(root):
    """Is the page of the first attempt kept from being released as the second one's?"""
    feedback(root)
    later = "2026-01-02 10:00:00 UTC"
    attempt(root, {"03a_relu": graded("03a_relu", "done")}, later, "second")
    feedback(root)
    folder = root / "feedback" / "ada" / UNIT
    assert [path.name for path in folder.glob("*.html")] == ["03a_relu.html"]
    assert (folder / "submission_secret.txt").read_text() == "second"


def test_an_attempt_that_is_not_graded_does_not_get_the_earlier_ones_page(root):
    """Does the page go where the first attempt's goes, or nowhere, if that cannot be known?"""
    submitted, graded_folder = root / "submitted/ada" / UNIT, root / "autograded/ada" / UNIT
    folder = root / "feedback" / "ada" / UNIT
    feedback(root)
    (submitted / "timestamp.txt").write_text("2026-01-02 10:00:00 UTC")
    (submitted / "submission_secret.txt").write_text("second")
    feedback(root)
    assert (folder / "submission_secret.txt").read_text() == "first"
    (graded_folder / "submission_secret.txt").unlink()
    feedback(root)
    assert not (folder / "submission_secret.txt").exists()
    (submitted / "timestamp.txt").write_text(TIME)
    feedback(root)
    assert (folder / "submission_secret.txt").read_text() == "second"


def test_nbgraders_own_command_makes_the_same_pages(root):
    feedback(root)
    ours = {name: page(root, name) for name in BOOKS[:2]}
    nbgrader(root, "generate_feedback", UNIT, "--force")
    assert {name: page(root, name) for name in BOOKS[:2]} == ours


@pytest.mark.parametrize("failed", [False, True])
def test_a_card_is_shown_once_and_in_the_pages_own_way(root, failed):
    card = new_output("display_data", data={"text/html": CARD, "text/plain": "`f` works"})
    outputs = [card, error("CheckFailed", "What is `f`?")] if failed else [card]
    attempt(root, {"03a_relu": graded("03a_relu", "done", *outputs)})
    feedback(root)
    html = page(root).split("</style>")[1]
    assert "check-card" not in html and "color: red" not in html
    said = '<p class="sentence">What is <code>f</code>?</p>'
    passed = '<p class="sentence said"><code>f</code> works</p>'
    assert (html.count(said), html.count(passed)) == ((1, 0) if failed else (0, 1))


@pytest.mark.parametrize(
    ("printed", "sentence"),
    [
        ("`f` works.\n", '<p class="sentence said"><code>f</code> works.</p>'),
        ("1 2\n3 4\n", '<pre tabindex="0" class="output stdout">1 2\n3 4\n</pre>'),
    ],
)
def test_what_a_grader_prints_in_place_of_a_card_looks_the_same(root, printed, sentence):
    output = new_output("stream", text=printed)
    attempt(root, {"03a_relu": graded("03a_relu", "done", output)})
    feedback(root)
    html = page(root).split("</style>")[1]
    assert sentence in html and html.count("works.") + html.count("1 2") == 1


@pytest.mark.parametrize(
    ("outputs", "answer_outputs", "said"),
    [
        ([error("KeyboardInterrupt", "")], [], "It did not come to an end: is there a loop that"),
        (
            [error("NameError", "name 'f' is not defined")],
            [error("SyntaxError", "'(' was never closed (12.py, line 3)")],
            "Python cannot read the answer ('(' was never closed, line 3), so there is no",
        ),
        (
            [
                new_output(
                    "error", ename="TypeError", evalue="no", traceback=["TypeError: no\nA note."]
                )
            ],
            [],
            "A note. The test",
        ),
    ],
)
def test_an_error_is_told_in_plain_words(root, outputs, answer_outputs, said):
    book = graded("03a_relu", "def f(:", *outputs, answer_outputs=answer_outputs)
    attempt(root, {"03a_relu": book})
    feedback(root)
    assert said in text(page(root))


def test_a_unit_of_one_notebook_has_no_list_of_them(root):
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}", "neural_networks") as book:
        for name in BOOKS[1:]:
            book.remove_notebook(name, UNIT)
    attempt(root, {"03a_relu": graded("03a_relu", "done")})
    feedback(root)
    assert "The unit's notebooks" not in page(root)
    assert json.loads((root / ".autograder/feedback" / f"{UNIT}.json").read_text())


def test_an_answer_that_was_stopped_says_why_and_not_who_stopped_it(root):
    stopped = error("KeyboardInterrupt", "")
    attempt(root, {"03a_relu": graded("03a_relu", "while True: pass", answer_outputs=[stopped])})
    feedback(root)
    shown = text(page(root))
    assert "It did not come to an end: is there a loop that never stops?" in shown
    assert "KeyboardInterrupt" not in shown


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("../glossary.md", '<a href="../../../glossary.md"'),
        ("../glossary.md#term-node", '<a href="../../../glossary.md#term-node"'),
        ("../../.ssh/id.md", "<a rel"),
        ("../there.md", "<a rel"),
        ("03b_tanh.ipynb", "<a rel"),
        ("https://example.org", '<a href="https://example.org"'),
    ],
)
def test_a_link_to_a_page_of_the_course_leads_there_from_the_desk(address, link):
    assert link in markdown(f"Look it up in the [glossary]({address}).")


def test_words_in_a_formula_are_no_spaces():
    assert "<mi>hits</mi><mo>+</mo>" in markdown(r"$\text{hits}+\text{misses}$")


@pytest.mark.parametrize(("own", "label"), [("ada", "Your feedback"), ("eve", "Feedback for ada")])
def test_who_grades_their_own_is_not_told_the_name_of_their_account(root, monkeypatch, own, label):
    monkeypatch.setattr("getpass.getuser", lambda: own)
    attempt(root, {"03a_relu": graded("03a_relu", "done")})
    feedback(root)
    assert f'<p class="label">{label}</p>' in page(root)
