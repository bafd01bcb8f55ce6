"""Pages of the website: each sitting as a learner sees it, without hidden tests."""

import posixpath
import re
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell

SOLUTION = re.compile(r"^[ \t]*### (?:BEGIN|END) SOLUTION\n?", re.MULTILINE)
HIDDEN = "### BEGIN HIDDEN TESTS"
WIDGET = "<the course's widget "
GLOSSARY_ENTRY = re.compile(r"^- \*\*(.+?)\*\* \((unit \d\d)\): ", re.MULTILINE)
LINK = re.compile(r"(?<!!)\[([^\]]+)\]\((?!https?://|[#/])([^)#\s]+)(#[^)\s]*)?\)")

FOLDED = """\
:::{{dropdown}} Have you written your own? Then compare it with this one.
```python
{code}
```
:::
"""
CHECK = """\
:::{{div}} check
**In the notebook a check runs here**: {what}
:::
"""
CAPTION = """\
:::{{div}} caption
In the notebook you can change: {what}. Here the picture stands as it begins.
:::
"""
STILL = re.compile(r"<p><small>A still picture\. Run this cell to change: (.+?)\.</small></p>")
"""What a widget's picture says in a notebook that is not running."""

READING = """\
:::{{div}} reading
This page is for reading. [In Jupyter](/index.md#ways-in) you run the code, write the answers and
have them checked: open `{name}`.
:::
"""


def sitting(solved: NotebookNode, released: NotebookNode, name: str) -> NotebookNode:
    """Return the page of a sitting.

    Parameters
    ----------
    solved : nbformat.NotebookNode
        With solutions, hidden tests and outputs.
    released : nbformat.NotebookNode
        What learners get: the same cells, in the same order.
    name : str
        What it is called on a learner's desk: `03_activation_functions/03a_one_bend.ipynb`.

    Returns
    -------
    nbformat.NotebookNode
        Texts and answers to write from the release, outputs from the solved one; below each answer
        its solution, folded away; of a test what it is about, of a hidden one nothing; below a
        widget's picture what can be moved in Jupyter.
    """
    page = nbformat.from_dict(released)
    pairs = zip(solved.cells, released.cells, strict=True)
    title, *rest = [cell for pair in pairs for cell in _cells(*pair)]
    head, below = title.source.split("\n", 1)
    title.source = f"{head}\n\n{READING.format(name=name)}{below}"
    page.cells = [title, *rest]
    return page


def _cells(solved: NotebookNode, released: NotebookNode) -> list[NotebookNode]:
    role = released.metadata.get("nbgrader", {})
    if released.cell_type == "markdown":
        return [new_markdown_cell(released.source)]
    if role.get("solution"):
        code = SOLUTION.sub("", solved.source).rstrip()
        return [_code(released, []), new_markdown_cell(FOLDED.format(code=code))]
    if role.get("grade"):
        if HIDDEN in solved.source:
            return []
        return [new_markdown_cell(CHECK.format(what=_about(released.source)))]
    shown = [_code(released, solved.outputs)]
    for output in shown[0].outputs:
        if WIDGET in _plain(output):
            html = output.data["text/html"]
            caption = CAPTION.format(what=STILL.search(html)[1])
            output.data["text/html"] = STILL.sub("", html)
            shown.append(new_markdown_cell(caption))
    return shown


def _code(cell: NotebookNode, outputs: list[Any]) -> NotebookNode:
    shown = nbformat.from_dict(cell)
    shown.outputs = outputs
    shown.metadata = nbformat.from_dict({})
    return shown


def _plain(output: NotebookNode) -> str:
    return str(output.get("data", {}).get("text/plain", ""))


def _about(source: str) -> str:
    """Return what the first line of a test says that it looks at."""
    return source.splitlines()[0].removeprefix("# Check ").split(" Run this cell")[0]


def glossary(text: str) -> str:
    """Return the glossary with each word as a term that pages link to.

    Parameters
    ----------
    text : str
        A list below one heading for each letter: `- **word** (unit 03): What it means.`
    """
    found = []
    for block in re.split(r"^(?=- \*\*|#)", text, flags=re.MULTILINE):
        entry = GLOSSARY_ENTRY.match(block)
        if entry is None:
            found.append(block.rstrip() + "\n")
            continue
        meaning = " ".join(block[entry.end() :].split())
        found.append(f"```{{glossary}}\n{entry[1]}\n  {meaning} *({entry[2]})*\n```\n")
    return "\n".join(found)


def terms(text: str) -> dict[str, str]:
    """Return the glossary's words, each with the number of the unit that explains it: "03"."""
    return {entry[1]: entry[2].removeprefix("unit ") for entry in GLOSSARY_ENTRY.finditer(text)}


def with_links(text: str, places: dict[str, str], here: str) -> str:
    """Return a text whose links lead to pages; where there is no page, the words stay.

    Parameters
    ----------
    text : str
        Markdown.
    places : dict
        File in the project -> page.
    here : str
        The folder of the file in the project.
    """

    def linked(match: re.Match[str]) -> str:
        words, target, anchor = match.groups()
        page = places.get(posixpath.normpath(f"{here}/{target}"))
        if page is None:
            return words
        # A file's name says nothing on a website: the title of the page stands there instead.
        shown = "" if words == posixpath.basename(target) else words
        return f"[{shown}](/{page}{anchor or ''})"

    return LINK.sub(linked, text)
