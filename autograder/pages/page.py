"""The page itself: a cleared notebook and its grades, put in order for the template."""

import base64
import hashlib
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, Template
from markupsafe import Markup

from autograder.pages import markup
from autograder.pages.clear import ANSI, is_hidden
from autograder.pages.headings import headings_of, title_of, without_points
from autograder.pages.language import say
from autograder.pages.sittings import is_untouched
from autograder.pages.told import STOPPED, in_words, notes
from autograder.pages.whose import whose

PICTURES = ("image/svg+xml", "image/png", "image/jpeg", "image/gif")
WITHOUT_SENTENCE = "This test found something wrong."
CARD = "check-card"
UNANSWERED = "No response."
"""nbgrader's own comment on an answer that was handed in as it was laid."""

NOT_RUN = "This test did not run to its end."


class About(NamedTuple):
    """Whose page it is.

    Parameters
    ----------
    student, unit, notebook : str
        As nbgrader calls them.
    """

    student: str
    unit: str
    notebook: str


@dataclass
class Exercise:
    """The graded cells below one heading.

    Parameters
    ----------
    title : str
        The heading.
    anchor : str
        Where it stands in the page.
    """

    title: str
    anchor: str
    cells: list[dict[str, Any]] = field(default_factory=list)
    answers: list[dict[str, Any]] = field(default_factory=list)

    @property
    def begun(self) -> bool:
        """Whether any of its answers is another one than was released."""
        return not self.answers or not all(answer["untouched"] for answer in self.answers)

    @property
    def errors(self) -> list[tuple[str, str]]:
        """Name and message of the errors with which its answers ended."""
        return [error for answer in self.answers for error in answer["errors"]]

    @property
    def score(self) -> float:
        """What its cells have earned."""
        return sum(cell["grade"]["score"] for cell in self.cells)

    @property
    def points(self) -> float:
        """What its cells can earn."""
        return sum(cell["grade"]["points"] for cell in self.cells)

    @property
    def waiting(self) -> bool:
        """Whether a grader has still to look at it."""
        return any(cell["grade"]["waiting"] for cell in self.cells)


def render(
    notebook: dict[str, Any],
    grades: dict[str, Any],
    about: About,
    folders: tuple[str, ...],
    language: str = "",
) -> str:
    """Return a feedback page.

    Parameters
    ----------
    notebook : dict
        Cleared: `autograder.pages.clear`.
    grades : dict
        Of `autograder.pages.grades`.
    about : About
        Whose page it is.
    folders : tuple of str
        Where the template ``index.html.j2`` is looked for, with ``page.css`` beside it.
    language : str
        The code of the page's language, which is spoken meanwhile (`autograder.pages.language`);
        empty for English.
    """
    cells, exercises = _cells(notebook, grades)
    exercises = [exercise for exercise in exercises if exercise.cells]
    return _template(folders).render(
        about=about,
        language=language or "en",
        label=whose(about.student),
        title=title_of(notebook) or about.notebook,
        grades=grades,
        cells=cells,
        exercises=exercises,
        begun=any(exercise.begun for exercise in exercises) or not exercises,
        extra=sum(grade["extra"] for grade in grades["cells"].values()),
    )


@lru_cache(maxsize=8)
def _template(folders: tuple[str, ...]) -> Template:
    environment = Environment(
        loader=FileSystemLoader(folders), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["points"] = lambda number: f"{round(number, 2) + 0.0:g}"
    environment.filters["sentence"] = markup.sentence
    environment.globals["say"] = say
    css = environment.loader.get_source(environment, "page.css")[0]
    # The page's own rules may apply, and no others: the browser is told their hash.
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    environment.globals.update(css=Markup(css), css_hash=digest)
    return environment.get_template("index.html.j2")


def _cells(
    notebook: dict[str, Any], grades: dict[str, Any]
) -> tuple[list[dict[str, Any]], list[Exercise]]:
    """Return what the template shows of each cell, and the exercises that they make up."""
    exercises = [Exercise(say("Your notebook"), "notebook")]
    shown = []
    for number, cell in enumerate(notebook["cells"], 1):
        made = _cell(cell, grades, f"cell-{number}")
        # A heading in a learner's own answer begins no exercise.
        is_authors = made["kind"] in ("text", "task")
        if is_authors and (headings := headings_of(cell["source"])):
            exercises.append(Exercise(without_points(headings[-1]), f"exercise-{number}"))
            made["anchor"] = exercises[-1].anchor
        made["exercise"] = exercises[-1]
        if made["grade"]:
            exercises[-1].cells.append(made)
        if made["kind"] == "answer":
            exercises[-1].answers.append(made)
        shown.append(made)
    for made in shown:
        if made["kind"] == "test" and made["grade"]:
            made["failure"] = _failure(made["cell"], made["grade"], made["exercise"].errors)
    return shown, exercises


def _cell(cell: dict[str, Any], grades: dict[str, Any], anchor: str) -> dict[str, Any]:
    grading = cell["metadata"].get("nbgrader") or {}
    name = grading.get("grade_id", "")
    graded = grading.get("grade") or grading.get("task")
    made = {
        "kind": _kind(cell, grading),
        "name": name,
        "anchor": anchor,
        "grade": grades["cells"].get(name) if graded else None,
        "comment": _comment(grades["comments"].get(name)),
        "hidden": is_hidden(cell),
        "number": cell.get("execution_count"),
        "source": _source(cell),
        "outputs": [_output(output) for output in cell.get("outputs", []) if not _is_card(output)],
        "passed": [],
        "failure": None,
        "cell": cell,
        "untouched": is_untouched(cell, grades["laid"]),
        "errors": _errors(cell),
        "solution": _solution(cell, grades["solutions"].get(name)),
    }
    if made["kind"] == "test" and made["grade"]:
        made["passed"] = _passed(cell)
        made["outputs"] = [
            shown
            for shown in made["outputs"]
            if shown["kind"] != "error" and shown.get("text", "").strip() not in made["passed"]
        ]
    return made


def _kind(cell: dict[str, Any], grading: dict[str, Any]) -> str:
    if grading.get("task"):
        return "task"
    if grading.get("solution"):
        return "answer"
    if cell["cell_type"] == "code":
        return "test" if grading.get("grade") else "code"
    return "text" if cell["cell_type"] == "markdown" else "raw"


def _source(cell: dict[str, Any]) -> Markup:
    source = cell["source"]
    if cell["cell_type"] == "markdown":
        return markup.markdown(markup.with_attachments(source, cell.get("attachments", {})))
    if cell["cell_type"] == "code":
        return Markup("<pre tabindex=0><code>{}</code></pre>").format(markup.python(source))
    return Markup("<pre tabindex=0>{}</pre>").format(source)


def _solution(cell: dict[str, Any], text: str | None) -> Markup | None:
    """Return the course's own code, where it is another one than the learner's."""
    if text is None or text.split() == cell["source"].split():
        return None
    return Markup("<pre tabindex=0><code>{}</code></pre>").format(markup.python(text))


def _comment(text: str | None) -> Markup | None:
    return markup.markdown(say(UNANSWERED) if text == UNANSWERED else text) if text else None


def _is_card(output: dict[str, Any]) -> bool:
    """Whether a check has shown its result: the page shows it in its own way."""
    return CARD in output.get("data", {}).get("text/html", "")


def _passed(cell: dict[str, Any]) -> list[str]:
    """Return what the checks of a test said when all was well.

    A notebook's kernel shows it as a card, and a grader, which shows no cards, prints it.
    """
    if _errors(cell):
        return []
    outputs = cell.get("outputs", [])
    cards = [output["data"]["text/plain"] for output in outputs if _is_card(output)]
    printed = [output["text"].strip() for output in outputs if output.get("name") == "stdout"]
    return cards or [text for text in printed if len(printed) == 1 and "\n" not in text]


def _errors(cell: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        (output["ename"], ANSI.sub("", output["evalue"]).strip())
        for output in cell.get("outputs", [])
        if output["output_type"] == "error"
    ]


def _failure(
    cell: dict[str, Any], grade: dict[str, Any], answers: list[tuple[str, str]]
) -> dict[str, str] | None:
    """Return what a failed test says; None where it passed."""
    for output in cell["outputs"]:
        if output["output_type"] == "error":
            trace = "\n".join(output["traceback"])
            if is_hidden(cell):
                trace = "\n".join(output["traceback"][:-1])  # the last line is the sentence
            elif not any("Cell" in piece for piece in output["traceback"]):
                trace = ""
            kind, words = _errors(cell)[0]
            noted = notes(ANSI.sub("", "\n".join(output["traceback"])), kind, words)
            sentence = in_words(kind, words, answers, noted) or say(WITHOUT_SENTENCE)
            return {"sentence": sentence, "trace": ANSI.sub("", trace)}
    if grade["score"] or grade["by_hand"] or not grade["points"]:
        return None
    return {"sentence": say(NOT_RUN), "trace": ""}


def _output(output: dict[str, Any]) -> dict[str, Any]:
    kind = output["output_type"]
    if kind == "stream":
        return {"kind": output["name"], "text": ANSI.sub("", output["text"])}
    if kind == "error" and output["ename"] in STOPPED:
        # Whoever stopped it was the grader: its traceback would say KeyboardInterrupt.
        return {"kind": "error", "text": in_words(output["ename"], output["evalue"])}
    if kind == "error":
        return {"kind": "error", "text": ANSI.sub("", "\n".join(output["traceback"]))}
    return _displayed(output)


def _displayed(output: dict[str, Any]) -> dict[str, Any]:
    """Return the richest form of what was displayed that is safe to show."""
    data, text = output["data"], output["data"].get("text/plain", "")
    if "text/html" in data and (html := markup.clean(data["text/html"])).strip():
        return {"kind": "html", "html": html}
    for mime in PICTURES:
        if mime in data:
            told = output["metadata"].get(mime) or {}
            alt = str(told.get("alt") or text or say("A picture made by this cell"))
            return {"kind": "html", "html": markup.picture(mime, data[mime], alt)}
    for mime in ("text/markdown", "text/latex"):
        if mime in data:
            return {"kind": "html", "html": markup.markdown(data[mime])}
    return {"kind": "text", "text": ANSI.sub("", text)}
