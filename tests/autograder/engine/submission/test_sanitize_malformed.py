"""Is a malformed submission rebuilt or ungradable, and nothing else?"""

import copy
import json

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from submitted_book import BOOK, submitted

from autograder.engine.submission.limits import Limits
from autograder.engine.submission.read_notebook import read_notebook
from autograder.engine.submission.results import Ungradable
from autograder.engine.submission.sanitize import rebuild

LEAVES = [None, True, 0, -1, 1e400, "", "code", "a\ud800", [], {}, [1], {"a": 1}, [["x"]], {"": []}]
LEAVES += ["test", "skip-execution", {"grade_id": []}, {"grade_id": "test"}, {"nbgrader": 3}]


def paths(value, path=()):
    """Yield the way to every part of a JSON value."""
    yield path
    parts = value.items() if isinstance(value, dict) else []
    for key, part in enumerate(value) if isinstance(value, list) else parts:
        yield from paths(part, (*path, key))


@st.composite
def mutated(draw):
    """A submission with a few parts replaced, removed or doubled."""
    book = submitted(essay={"attachments": {"a.png": {"image/png": "aGk="}}})
    own = {"cell_type": "code", "id": "own", "metadata": {"tags": ["mine"]}, "source": "1"}
    book["cells"].append(own)
    for _ in range(draw(st.integers(1, 4))):
        *way, last = draw(st.sampled_from([path for path in paths(book) if path]))
        parent = book
        for key in way:
            parent = parent[key]
        action = draw(st.sampled_from(["replace", "remove", "double"]))
        if action == "remove":
            del parent[last]
        elif action == "double" and isinstance(parent, list):
            parent.insert(last, copy.deepcopy(parent[last]))
        else:
            parent[last] = copy.deepcopy(draw(st.sampled_from(LEAVES)))
    return book


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    """Where a submitted notebook lies."""
    return tmp_path_factory.mktemp("submitted") / "double.ipynb"


@given(book=mutated())
@settings(max_examples=300)
@pytest.mark.filterwarnings("ignore")
def test_a_malformed_notebook_is_rebuilt_or_ungradable(file, book):
    file.write_text(json.dumps(book))
    try:
        notebook, _ = rebuild(read_notebook(file, Limits()), BOOK)
    except Ungradable:
        return
    nbformat.validate(notebook)
    found = {
        cell.metadata.nbgrader.grade_id: cell.source
        for cell in notebook.cells
        if "nbgrader" in cell.metadata
    }
    assert all(found[cell.name] == cell.source for cell in BOOK.cells if cell.locked)


@given(data=st.binary(max_size=50) | st.text(max_size=50).map(str.encode))
def test_what_is_no_notebook_is_ungradable(file, data):
    file.write_bytes(data)
    with pytest.raises(Ungradable):
        read_notebook(file, Limits())


NULLS = {
    "outputs": lambda told: told["cells"][1].update(outputs=None),
    "a cell's metadata": lambda told: told["cells"][-1].update(metadata=None),
    "the metadata": lambda told: told.update(metadata=None),
    "no metadata": lambda told: told.pop("metadata"),
    "the minor version": lambda told: told.update(nbformat_minor=None),
    "source": lambda told: told["cells"][0].update(source=None),
}


@pytest.mark.parametrize("what", NULLS)
def test_what_some_programs_leave_empty_is_no_reason_to_refuse(tmp_path, what):
    told = submitted()
    NULLS[what](told)
    (tmp_path / "double.ipynb").write_text(json.dumps(told))
    found = read_notebook(tmp_path / "double.ipynb", Limits())
    notebook, _ = rebuild(found, BOOK)
    answer = next(cell for cell in notebook.cells if cell.id == "answer")
    assert answer.source == "def double(x):\n    return x + x"
