"""Where each page comes from, and in which order they stand."""

import re
from pathlib import Path

import nbformat

from reading.front import front_page
from reading.pages import glossary, sitting, with_links

DOCS = {
    "For learners": ["learner"],
    "For instructors": ["instructor", "grading", "audit", "jupyterhub", "cluster"],
    "For authors": ["author", "keras"],
}
MODULES = {
    "The data": ["course.bank", "course.pima"],
    "Finished functions": ["course.toolbox"],
    "The Keras-style library": [
        "course.keras_style.models",
        "course.keras_style.layers",
        "course.keras_style.activations",
        "course.keras_style.losses",
        "course.keras_style.metrics",
        "course.keras_style.optimizers",
        "course.keras_style.callbacks",
        "course.keras_style.initializers",
        "course.keras_style.regularizers",
        "course.keras_style.utils",
    ],
}
OPTIONS = {
    # Most of what a model can do stands in classes that nobody calls by name.
    "course.keras_style.models": ":inherited-members:",
    "course.pima": ":exclude-members: PATH",
}
MORE = {
    # Its value is a folder of the machine that makes the website.
    "course.pima": "autodata:: course.pima.PATH\n   :no-value:",
    # Other modules define these three.
    "course.keras_style.losses": "autoclass:: course.keras_style.losses.Loss",
    "course.keras_style.metrics": "autoclass:: course.keras_style.metrics.Metric",
    "course.keras_style.optimizers": "autoclass:: course.keras_style.optimizers.Optimizer",
}
TITLE = re.compile(r"^# (.+)$", re.MULTILINE)


def lay_out(project: Path, pages: Path) -> None:
    """Write all pages of the website into an empty folder."""
    docs = {title: _there(project, names) for title, names in DOCS.items()}
    places = _places(project, docs)
    # What strangers read first in the repository is the website's front page.
    linked = {**places, "README.md": "index.md"}
    for name, place in places.items():
        target = pages / place
        target.parent.mkdir(parents=True, exist_ok=True)
        if name.endswith(".ipynb"):
            _lay_sitting(project, name, target, linked)
            continue
        text = (project / name).read_text(encoding="utf-8")
        text = with_links(text, linked, str(Path(name).parent))
        if name == "source/glossary.md":
            text = glossary(text)
        target.write_text(text, encoding="utf-8")
    pictures = project / "docs" / "pictures"
    for path in pictures.rglob("*.png"):
        target = pages / "docs" / path.relative_to(project / "docs")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    _lay_modules(pages)
    _lay_front(project, pages, linked, docs)


def _there(project: Path, names: list[str]) -> list[str]:
    return [name for name in names if (project / "docs" / f"{name}.md").is_file()]


def _places(project: Path, docs: dict[str, list[str]]) -> dict[str, str]:
    """Return file in the project -> page."""
    books = sorted(project.glob("release/*/*.ipynb"))
    found = {f"source/{path.parent.name}/{path.name}": f"course/{path.name}" for path in books}
    found["source/glossary.md"] = "glossary.md"
    for names in docs.values():
        found |= {f"docs/{name}.md": f"docs/{name}.md" for name in names}
    return found


def _lay_sitting(project: Path, name: str, target: Path, places: dict[str, str]) -> None:
    solved = nbformat.read(project / name, as_version=4)
    released = nbformat.read(project / name.replace("source", "release", 1), as_version=4)
    page = sitting(solved, released, name.removeprefix("source/"))
    here = str(Path(name).parent)
    for cell in page.cells:
        if cell.cell_type == "markdown":
            cell.source = with_links(cell.source, places, here)
    nbformat.write(page, target)


def _lay_modules(pages: Path) -> None:
    for title, modules in MODULES.items():
        parts = [f"# {title}\n"]
        for module in modules:
            lines = [f".. automodule:: {module}", f"   {OPTIONS.get(module, '')}", ""]
            lines += [f".. {MORE[module]}"] if module in MORE else []
            parts.append("\n".join([f"## {module}\n\n```{{eval-rst}}", *lines, "```\n"]))
        target = pages / f"{_module_page(title)}.md"
        target.parent.mkdir(exist_ok=True)
        target.write_text("\n".join(parts), encoding="utf-8")


def _lay_front(
    project: Path, pages: Path, places: dict[str, str], docs: dict[str, list[str]]
) -> None:
    sittings = [place for name, place in places.items() if name.endswith(".ipynb")]
    front = with_links(front_page(project, sittings), places, ".")
    trees = [_tree("The course", [*map(_stem, sittings), "glossary"])]
    trees += [_tree(title, [f"docs/{name}" for name in names]) for title, names in docs.items()]
    trees.append(_tree("The library", list(map(_module_page, MODULES))))
    (pages / "index.md").write_text("\n".join([front, *trees]), encoding="utf-8")


def _module_page(title: str) -> str:
    return f"api/{title.lower().replace(' ', '_')}"


def _stem(place: str) -> str:
    return place.rsplit(".", 1)[0]


def _tree(title: str, names: list[str]) -> str:
    listed = "\n".join(names)
    return f"```{{toctree}}\n:caption: {title}\n:hidden:\n:maxdepth: 1\n\n{listed}\n```\n"
