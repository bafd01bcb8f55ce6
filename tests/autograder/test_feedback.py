"""Do learners get pages that say what they should, and nothing else?"""

import json
import re
from itertools import pairwise

import pytest
from click.testing import CliRunner
from graded_toy import (
    FILE_FRAME,
    OWN_FRAME,
    PNG,
    SECRETS,
    STUDENTS,
    TEST_FRAME,
    UNIT,
    error,
    make,
    notebook,
    set_grades,
)
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output
from warm_commands import nbgrader

from autograder.cli import main
from autograder.pages import making
from autograder.pages.clear import LEFT_OUT

PRINTED = new_output("stream", text="the input is 4711, and hush\n")
DIVIDED = error("ZeroDivisionError", "division by zero", TEST_FRAME, FILE_FRAME, OWN_FRAME)


def page_path(root, student="ada"):
    return root / "feedback" / student / UNIT / f"{UNIT}.html"


def feedback(root, *arguments, code=0):
    result = CliRunner().invoke(main, ["feedback", UNIT, "--course-dir", str(root), *arguments])
    assert result.exit_code == code, result.output
    return result.output


def page_of(tmp_path, *hidden_outputs, more=(), **kwargs):
    """Make the page of one learner; nothing secret may be on it."""
    root = make(tmp_path / "course", {"ada": notebook(hidden_outputs, more, **kwargs)})
    feedback(root)
    page = page_path(root).read_text(encoding="utf-8")
    assert not [secret for secret in SECRETS if secret in page]
    return page


@pytest.fixture
def root(tmp_path):
    """A course folder of two learners."""
    return make(tmp_path / "course", {name: notebook([PRINTED, DIVIDED]) for name in STUDENTS})


# What must not be there


def test_hidden_test_says_its_sentence_and_the_own_lines(tmp_path):
    page = page_of(tmp_path, PRINTED, DIVIDED)
    assert "ZeroDivisionError: division by zero" in page
    assert "Cell In[1], line 3, in double\n" in page
    assert "---&gt;   3     return 2 / (x - x)  # own line" in page
    assert "checks.py" not in page


def test_sentence_of_a_hidden_check_is_shown_as_it_is(tmp_path):
    said = "Is any other number doubled, too?"
    assert said in page_of(tmp_path, error("AssertionError", said, TEST_FRAME))


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("double([5, (7,)], n=4711) gives 4. Is double(x) 2 x?", "double(…) gives 4. Is double(x)"),
        ("f(1), g('hush'), then h([2]", "f(…), g(…), then h(…"),
        ("An array of shape (3,), and len(x) of it", "An array of shape (3,), and len(x) of it"),
    ],
)
def test_sentence_of_a_hidden_check_does_not_tell_the_inputs(tmp_path, said, shown):
    assert shown in page_of(tmp_path, error("AssertionError", said, TEST_FRAME))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("AssertionError", ""),
        ("KeyError", "'hush'"),
        ("ValueError", "I got 4711 and [4712.5, -4711e3] and hush"),
        ("AssertionError", "learner's own assert: 4711"),
    ],
)
def test_error_in_own_code_does_not_tell_the_inputs(tmp_path, name, words):
    page_of(tmp_path, error(name, words, TEST_FRAME, OWN_FRAME))


def test_error_in_the_hidden_test_itself_does_not_quote_it(tmp_path):
    assert "KeyError" in page_of(tmp_path, error("KeyError", "'hush'", TEST_FRAME))


def test_unknown_form_of_traceback_is_left_out(tmp_path):
    frame = "Input In [3], in <module>\n      3 for number in [4711, 4712]:"
    assert "Is it?" in page_of(tmp_path, error("AssertionError", "Is it?", frame))


def test_hidden_test_that_displays_something_shows_nothing(tmp_path):
    shown = new_output("display_data", data={"text/html": "<b>4711</b>", "text/plain": "4711"})
    page_of(tmp_path, shown)


@pytest.mark.parametrize("kind", ["stream", "html", "error", "note"])
def test_other_cells_do_not_quote_a_hidden_test(tmp_path, kind):
    line = 'assert double(number, "hush") == 2 * number, "Is any other number doubled, too?"'
    output = {
        "stream": new_output("stream", text=f"In[3]:\n    {line}\n"),
        "html": new_output("display_data", data={"text/html": f"<pre>{line}</pre>"}),
        "error": error("RuntimeError", "odd", TEST_FRAME),
        "note": error("RuntimeError", line),
    }[kind]
    page = page_of(tmp_path, more=[new_code_cell("print(In)", outputs=[output])])
    assert "print" in page and (LEFT_OUT in page or kind in ("error", "note"))


def test_open_region_has_no_end(tmp_path):
    open_test = "### BEGIN HIDDEN TESTS\nassert double(4711)"
    page_of(tmp_path, more=[new_code_cell(open_test)])


# What learners write does no harm


HARM = """<script>alert(1)</script><img src="https://example.org/x.png" onerror="alert(2)">
<a href="javascript:alert(3)">one</a> [two](javascript:alert(4)) [three](data:text/html,alert5)
<iframe src="https://example.org"></iframe><form action="https://example.org"><input></form>
<style>@import "https://example.org"</style><svg onload="alert(6)"><script>alert(7)</script></svg>
$\\text{<script>alert(8)</script>}$ `<script>` <details ontoggle=alert(9) open>"""


def test_scripts_are_taken_out(tmp_path):
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script></svg>'
    )
    cells = [
        new_markdown_cell(HARM),
        new_code_cell("</code></pre><script>alert(1)</script>"),
        *(
            new_code_cell("show()", outputs=[new_output("display_data", data=data)])
            for data in (
                {"text/html": HARM},
                {"text/markdown": HARM},
                {"image/svg+xml": svg},
                {"image/png": '"><script>alert(1)</script>'},
                {"text/plain": HARM},
                {"application/javascript": "alert(1)"},
            )
        ),
    ]
    page = page_of(tmp_path, more=cells, answer=HARM)
    tags = re.findall(r"<[a-zA-Z][^>]*>", page)
    for tag in tags:
        assert not re.match(r"<(script|iframe|form|input|svg|object|embed|link|base)\b", tag)
        assert not re.search(r"\s(on\w+|style)\s*=|javascript:|data:text", tag)
        assert "src=" not in tag or 'src="data:image/' in tag
    assert sum(tag.startswith("<style") for tag in tags) == 1
    assert "default-src 'none'; img-src data:;" in page


def test_pictures_and_their_words_stay(tmp_path):
    html = f'<figure><img alt="A line." src="data:image/png;base64,{PNG}"></figure>'
    outputs = [
        new_output("display_data", data={"text/html": html}),
        new_output("display_data", data={"image/png": PNG, "text/plain": "<Figure>"}),
    ]
    attached = new_markdown_cell("![Mine](attachment:a.png)")
    attached.attachments = {"a.png": {"image/png": PNG}}
    page = page_of(tmp_path, more=[new_code_cell("plot()", outputs=outputs), attached])
    assert f'<img alt="A line." src="data:image/png;base64,{PNG}">' in page
    assert f'<img alt="&lt;Figure&gt;" src="data:image/png;base64,{PNG}">' in page
    assert f'src="data:image/png;base64,{PNG}" alt="Mine"' in page


def test_only_the_course_s_own_figures_are_known_by_their_class(tmp_path):
    shown = [f'<img class="{name}" alt="A." src="data:image/png;base64,{PNG}">'
             for name in ("course-figure", "total", "course-figure total")]  # fmt: skip
    outputs = [new_output("display_data", data={"text/html": html}) for html in shown]
    page = page_of(tmp_path, more=[new_code_cell("plot()", outputs=outputs)])
    assert re.findall(r"<img class=\"([^\"]*)\"", page) == ["course-figure"]
    assert page.count('alt="A."') == 3


# What must be there


def test_points_come_first_and_by_exercise(root):
    set_grades(root, "ada", {"double": "Think of **zero**."}, 0.5, double_visible={"auto_score": 1})
    set_grades(root, "ada", double_hidden={"auto_score": 0, "manual_score": 0.5, "extra_credit": 1})
    feedback(root)
    page = page_path(root).read_text(encoding="utf-8")
    assert '<html lang="en">' in page
    assert "2 of 4 points, not all graded yet" in page
    row = r'<a href="#(exercise-\d)">Exercise 1: twice</a>.*?<td>2.5</td><td>2</td>'
    anchor = re.search(row, page, re.DOTALL)[1]
    assert f'id="{anchor}"' in page[page.index("Your notebook") :]
    assert "&minus;0.5" in page and "1 points of extra credit" in page
    assert "Think of <strong>zero</strong>." in page
    assert "1.5 of 1 point, given by hand" in page
    assert "<code>reflect</code></span> <span>not graded yet" in page
    assert page.count("Is 2 doubled <code>4</code>?") == 2
    assert "<math" in page and "there.md" not in page
    levels = [int(level) for level in re.findall(r"<h(\d)", page)]
    assert levels[:2] == [1, 2]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_test_without_points_and_without_words_has_not_run(root):
    path = root / "autograded" / "ada" / UNIT / f"{UNIT}.ipynb"
    graded = json.loads(path.read_text())
    graded["cells"][4]["outputs"] = []
    path.write_text(json.dumps(graded))
    feedback(root)
    assert "This test did not run to its end." in page_path(root).read_text()


# The command


def test_stock_command_makes_the_same_page_and_release_finds_it(root):
    feedback(root)
    ours = {name: page_path(root, name).read_bytes() for name in STUDENTS}
    assert (page_path(root).parent / "timestamp.txt").is_file()
    assert (page_path(root).parent / "submission_secret.txt").read_text() == "secret of ada"
    # Formgrader's template name, as its button hands it on, must not come in the way.
    words = ["generate_feedback", UNIT, "--force", "--HTMLExporter.template_name=formgrade"]
    nbgrader(root, *words)
    assert {name: page_path(root, name).read_bytes() for name in STUDENTS} == ours


def test_only_what_has_changed_is_made_again(root):
    assert feedback(root).startswith("2 pages made, 0 had not changed")
    assert feedback(root).startswith("0 pages made, 2 had not changed")
    set_grades(root, "ada", {"double": "New."})
    assert feedback(root).startswith("1 pages made, 1 had not changed")
    page_path(root, "bob").write_text("half a pa")
    assert feedback(root, "--student", "bob").startswith("1 pages made, 0 had not changed")
    page_path(root, "bob").unlink()
    assert feedback(root).startswith("1 pages made, 1 had not changed")
    assert feedback(root, "--force").startswith("2 pages made, 0 had not changed")


def test_several_processes_make_the_same_pages(root, monkeypatch):
    feedback(root)
    one = [page_path(root, name).read_bytes() for name in STUDENTS]
    monkeypatch.setattr(making, "FEW", 0)
    feedback(root, "--force", "--jobs", "2")
    assert [page_path(root, name).read_bytes() for name in STUDENTS] == one


def test_bad_notebook_keeps_nobody_else_from_a_page(root):
    path = root / "autograded" / "ada" / UNIT / f"{UNIT}.ipynb"
    path.write_text("{")
    assert "No page for ada: JSONDecodeError" in feedback(root, code=1)
    assert page_path(root, "bob").is_file() and not page_path(root).exists()


@pytest.mark.parametrize("unit", ["99_nothing", UNIT])
def test_says_what_is_missing(root, unit):
    arguments = ["feedback", unit, "--course-dir", str(root), "--student", "eve"]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2 and f"run `autograder grade {unit}`" in result.output


def test_a_task_stands_under_its_own_heading(tmp_path):
    book = notebook()
    [task] = [cell for cell in book.cells if cell.metadata.get("nbgrader", {}).get("task")]
    task.source = f"### Reflection\n\n{task.source}"
    root = make(tmp_path / "course", {"ada": book})
    feedback(root)
    page = page_path(root).read_text(encoding="utf-8")
    assert re.search(r'<a href="#exercise-\d+">Reflection</a>', page)
    assert "thoughts</a>" not in page  # nothing is graded right below that heading
