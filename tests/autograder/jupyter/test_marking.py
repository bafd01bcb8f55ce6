"""Is the Formgrader's page for marking by hand complete on this machine, and free of markers?"""

import json
import re
from pathlib import Path

import pytest
from nbconvert.exporters import HTMLExporter
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader.converters import GenerateFeedback
from nbgrader.coursedir import CourseDirectory
from nbgrader.server_extensions.formgrader.formgrader import FormgradeExtension

import autograder.jupyter

TASK = """## Why?

What is $x^2$? <script>alert(1)</script>

=== BEGIN MARK SCHEME ===
One point for a reason.

```
a

b
```
=== END MARK SCHEME ===
"""
TEST = "### BEGIN HIDDEN TESTS\nassert True\n### END HIDDEN TESTS"
ANSWER = new_markdown_cell("Because I *said* so, $y_0$.")
WHO = {"base_url": "", "index": 0, "total": 1, "notebook_id": "n", "student": "ada"}


@pytest.fixture
def shown(tmp_path, monkeypatch):
    """Give a function that lays out a notebook as the Formgrader on an instructor's desk does."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path / "no_settings"))
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", str(Path(autograder.jupyter.__file__).parent))
    extension = FormgradeExtension()
    extension.initialize([])

    def show(config=extension.config, answer=ANSWER, **resources):
        task = new_markdown_cell(TASK)
        about = {"grade_id": "why", "points": 2, "schema_version": 3, "score": 1, "comment": ""}
        task.metadata.nbgrader = {"task": True, "grade": False, "solution": False, **about}
        book = new_notebook(cells=[task, answer, new_code_cell(TEST)])
        return HTMLExporter(config=config).from_notebook_node(book, resources=WHO | resources)[0]

    show.config = extension.config
    return show


def test_nothing_is_fetched_from_elsewhere_and_formulas_are_set(shown):
    page = shown(submission_id="s")
    assert not re.findall(r"""(?:src|href)=["']https?:""", page)
    assert "<msup><mi>x</mi><mn>2</mn></msup>" in page
    assert 'heard("End")' in page


def test_markers_are_not_shown_and_what_they_mark_is(shown):
    page = shown(submission_id="s")
    assert "BEGIN" not in page and "END MARK" not in page and "END HIDDEN" not in page
    assert re.search(r'<pre tabindex="0"><code>a\s+b\s+</code></pre>', page)
    assert "alert(1)" not in page


@pytest.mark.parametrize(
    ("answer", "written"),
    [(ANSWER, "Because I <em>said</em> so, "), (new_code_cell("print('because')"), "because")],
    ids=["text", "code"],
)
def test_question_scheme_answer_points_and_comment_are_in_this_order(shown, answer, written):
    page = shown(submission_id="s", answer=answer)
    body = page[page.index("<body>") :]
    marks = ["Why?", "<strong>Mark scheme</strong>", "One point for a reason.", written]
    places = [body.index(mark) for mark in [*marks, 'id="why-comment"']]
    assert places == sorted(places) and body.count(written) == 1
    assert body.count('id="why"') == 1
    # Within the panel, points stand in its heading, which is shown below what was answered.
    assert ".nbgrader_cell > .panel-body { order: 1; }" in page


def test_what_was_found_in_a_submission_stands_on_top_of_it(shown, tmp_path):
    text = "Cell <b>one</b>\n\ntook longer than it may."
    told = {"flags": [{"text": "The locked cell x was changed."}], "stops": [{"text": text}]}
    (tmp_path / "result.json").write_text(json.dumps(told))
    page = shown(submission_id="s", metadata={"path": str(tmp_path)})
    body = page[page.index("<body>") :]
    assert body.index("The locked cell x was changed.") < body.index("Why?")
    assert "Cell &lt;b&gt;one&lt;/b&gt; took longer than it may." in body
    assert "To look at" not in shown(submission_id="s")


def test_a_task_whose_answer_is_gone_keeps_its_fields(shown):
    other = new_markdown_cell("Locked.", metadata={"nbgrader": {"grade_id": "x", "grade": False}})
    page = shown(submission_id="s", answer=other)
    assert page.index("Why?") < page.index('id="why-comment"') < page.index("Locked.")


def test_feedback_that_nbgrader_makes_there_stays_as_it_is(shown):
    """Has a course with nbgrader's own feedback page still that one on this desk?"""
    directory = CourseDirectory(config=shown.config)
    config = GenerateFeedback(coursedir=directory, config=own_feedback(shown.config)).config
    about = {"student": "ada", "assignment": "u", "notebook": "n", "score": 1, "max_score": 2}
    about |= {"late_penalty": 0}
    page = shown(config=config, nbgrader=about)
    assert "BEGIN MARK SCHEME" in page and "heard(" not in page


def own_feedback(config):
    """What the desk sets, without what the Formgrader adds for its page."""
    kept = config.copy()
    del kept.HTMLExporter["template_name"], kept.HTMLExporter["extra_template_basedirs"]
    return kept
