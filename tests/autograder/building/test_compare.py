"""Is every kind of drift named, with its file and its cell?"""

import base64
import json
import shutil

import pytest

from autograder.building.compare import drift

NOTEBOOK = "source/01_double/01_double.ipynb"
RELEASE = "release/01_double/01_double.ipynb"
FIGURE = """
# %%
import base64

from IPython.display import HTML

data = base64.b64encode(b"pixels").decode()
HTML(f'<img src="data:image/png;base64,{data}" alt="A line rises from left to right."><p>Caption')
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory, toy_class):
    """A course that has been built; each test gets a copy."""
    toy = toy_class.new(tmp_path_factory.mktemp("built") / "course")
    toy.write(text=toy.unit_text + FIGURE)
    assert toy.build().exit_code == 0
    return toy.root


@pytest.fixture
def stage(built):
    """What a new build would give, with nothing changed."""
    return built


@pytest.fixture
def toy(built, tmp_path, toy_class):
    """The course with its built files, to be spoilt."""
    return toy_class(shutil.copytree(built, tmp_path / "course"))


def differences(toy, stage):
    course = toy.course()
    return drift(course, course.texts()["01_double"], stage)


def change(toy, name, edit):
    """Edit a kept notebook as JSON."""
    path = toy.root / name
    notebook = json.loads(path.read_text())
    edit(notebook)
    path.write_text(json.dumps(notebook, indent=1, ensure_ascii=False) + "\n")


def cell(notebook, name):
    return next(cell for cell in notebook["cells"] if cell["id"] == name)


def test_nothing_has_drifted(toy, stage):
    assert differences(toy, stage) == []


def append_source(notebook):
    source = cell(notebook, "double")["source"]
    source[-1:] = [source[-1] + "\n", "# by hand"]


def change_points(notebook):
    cell(notebook, "double_visible")["metadata"]["nbgrader"]["points"] = 5


def change_output(notebook):
    cell(notebook, "double_hidden--1")["outputs"][0]["data"]["text/plain"] = ["17"]


def drop_output(notebook):
    cell(notebook, "start--2")["outputs"].clear()


def drop_cell(notebook):
    notebook["cells"].remove(cell(notebook, "double_hidden"))


def add_cell(notebook):
    extra = {"cell_type": "markdown", "id": "extra", "metadata": {}, "source": []}
    notebook["cells"].append(extra)


def swap_cells(notebook):
    cells = notebook["cells"]
    cells[0], cells[1] = cells[1], cells[0]


def change_kernel(notebook):
    notebook["metadata"]["kernelspec"]["name"] = "julia"


def change_caption(notebook):
    html = cell(notebook, "reflect--2")["outputs"][0]["data"]["text/html"]
    html[0] = html[0].replace("Caption", "Other words")


def drop_alternative(notebook):
    html = cell(notebook, "reflect--2")["outputs"][0]["data"]["text/html"]
    html[0] = html[0].replace("left to right", "right to left")


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (append_source, "cell 'double', source: there is '# by hand', the text gives nothing"),
        (change_points, "cell 'double_visible', metadata: there is '\"points\": 5,'"),
        (change_output, "cell 'double_hidden--1', outputs: there is '\"text/plain\": \"17\"'"),
        (drop_output, "cell 'start--2', outputs: there is '[]', the text gives '['"),
        (drop_cell, "cell 'double_hidden' is missing"),
        (add_cell, "cell 'extra' does not belong here"),
        (swap_cells, "the cells stand in another order"),
        (change_kernel, "metadata 'kernelspec' of the notebook: there is"),
        (change_caption, "cell 'reflect--2', outputs: there is"),
        (drop_alternative, "cell 'reflect--2', outputs: there is"),
    ],
)
def test_drift_of_the_notebook_is_named(toy, stage, edit, said):
    change(toy, NOTEBOOK, edit)
    (text,) = differences(toy, stage)
    assert text.startswith(f"{NOTEBOOK}: {said}")


def test_drift_of_the_release_is_told_from_that_of_the_source(toy, stage):
    change(toy, RELEASE, append_source)
    (text,) = differences(toy, stage)
    assert text.startswith(f"{RELEASE}: cell 'double', source: there is '# by hand'")


def test_other_pixels_are_excused(toy, stage):
    def redraw(notebook):
        data = cell(notebook, "reflect--2")["outputs"][0]["data"]
        old, new = (base64.b64encode(bytes_).decode() for bytes_ in (b"pixels", b"other pixels"))
        assert old in data["text/html"][0]
        data["text/html"][0] = data["text/html"][0].replace(old, new)

    change(toy, NOTEBOOK, redraw)
    assert differences(toy, stage) == []


@pytest.mark.parametrize("name", [NOTEBOOK, RELEASE])
def test_missing_file(toy, stage, name):
    (toy.root / name).unlink()
    assert differences(toy, stage) == [f"{name}: missing"]


def test_stray_file(toy, stage):
    (toy.root / "release" / "01_double" / "answers.txt").write_text("double: 2 * x")
    assert differences(toy, stage) == ["release/01_double/answers.txt: does not belong here"]


@pytest.mark.parametrize("content", ["<<<<<<< HEAD", "[]", "{}"])
def test_file_that_is_no_notebook(toy, stage, content):
    (toy.root / NOTEBOOK).write_text(content)
    assert differences(toy, stage) == [f"{NOTEBOOK}: cannot be read as a notebook"]


def test_other_layout(toy, stage):
    path = toy.root / NOTEBOOK
    path.write_text(json.dumps(json.loads(path.read_text())))
    assert differences(toy, stage) == [
        f"{NOTEBOOK}: the file is not laid out as notebooks are written"
    ]
