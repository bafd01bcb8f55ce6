"""What does running a unit find, and what of it is kept?"""

import json
import os
import sys
import tempfile
from pathlib import Path

import nbformat
import pytest

from autograder.building.execute import ANSI, tidy_outputs

# One faulty cell of each kind that does not stop the run.
FAULTY = """
# %%
import sys

print("loud", file=sys.stderr)

# %%
import matplotlib.pyplot as plt

plt.plot([0, 1])
plt.show()

# %%
from IPython.display import HTML

HTML("<img src='data:,'>")
"""
NUMBER_AT_THE_END = 'def score():\n    return 0.5\n\nscore()  # "Is 2 doubled 4?"\n'


def built(toy, unit="01_double"):
    return nbformat.read(toy.root / "source" / unit / f"{unit}.ipynb", as_version=4)


def line_of(toy, piece, text):
    return text.count("\n", 0, text.index(piece)) + 1


def test_everything_wrong_with_the_outputs_is_listed(toy):
    text = toy.unit_text.replace('assert double(2) == 4, "Is 2 doubled 4?"\n', NUMBER_AT_THE_END)
    text += FAULTY
    path = toy.write(text=text)
    result = toy.build()
    assert result.exit_code == 1
    said = [line.split(f"{path}:")[1] for line in result.stderr.splitlines()]
    assert [int(line.split(":")[0]) for line in said] == [
        line_of(toy, '"double_visible"', text),
        *(
            line_of(toy, f"# %%\n{piece}", text)
            for piece in ("import sys", "import mat", "from IP")
        ),
    ]
    assert "the test ends with a value" in said[0]
    assert "writes to stderr, for which nbgrader scores 0: loud" in said[1]
    assert "image/png output can carry none" in said[2]
    assert "a figure without a text alternative" in said[3]


def test_error_is_named_with_its_line(toy):
    text = toy.unit_text.replace('print("before")', 'x = 1\n\ny = {}["spam"]')
    path = toy.write(text=text)
    result = toy.build()
    line = line_of(toy, "spam", text)
    assert result.exit_code == 1
    assert f"{path}:{line}: the cell stops with an error: KeyError: 'spam'" in result.stderr


def test_error_that_a_cell_is_to_show_is_kept_without_paths(toy):
    cell = '# %% tags=["raises-exception"]\nimport fractions\n\nfractions.Fraction(1, 0)\n\n# %%'
    toy.write(text=toy.unit_text.replace("# %%", cell, 2).replace(cell, "# %%", 1))
    assert toy.build().exit_code == 0
    (error,) = (
        output
        for cell in built(toy).cells
        for output in cell.get("outputs", [])
        if output.output_type == "error"
    )
    trace = ANSI.sub("", "\n".join(error.traceback))
    assert "File fractions.py" in trace
    assert not [name for name in (sys.base_prefix, "~", str(toy.root)) if name in trace]


def test_slow_cell_is_stopped(toy):
    config = toy.root / "nbgrader_config.py"
    config.write_text(config.read_text() + "c.Execute.timeout = 1\n")
    path = toy.write(text=toy.unit_text.replace('print("before")', "while True:\n    pass"))
    result = toy.build()
    assert result.exit_code == 1
    assert (
        f"{path}:{line_of(toy, 'while', path.read_text()) - 1}: the cell ran longer than 1 s"
        in (result.stderr)
    )


def test_dead_kernel_is_named(toy):
    path = toy.write(text=toy.unit_text.replace('print("before")', "import os\n\nos._exit(3)"))
    result = toy.build()
    assert result.exit_code == 1
    assert (
        f"{path}:{line_of(toy, 'import os', path.read_text()) - 1}: the kernel died"
        in result.stderr
    )


def test_kernel_is_this_python_and_as_in_jupyter(toy, monkeypatch):
    decoy = toy.root.parent / "jupyter" / "kernels" / "python3" / "kernel.json"
    decoy.parent.mkdir(parents=True)
    decoy.write_text('{"argv": ["another-python"], "display_name": "x", "language": "python"}')
    monkeypatch.setenv("JUPYTER_PATH", str(toy.root.parent / "jupyter"))
    monkeypatch.setenv("MPLBACKEND", "agg")
    monkeypatch.setenv("COLUMNS", "33")
    cells = """
import json
import os
import shutil
import sys

import matplotlib

print(json.dumps([sys.executable, matplotlib.get_backend(), os.path.basename(os.getcwd()),
                  shutil.get_terminal_size().columns]))"""
    toy.write(text=toy.unit_text.replace('print("before")', cells.strip()))
    result = toy.build()
    assert result.exit_code == 0, result.output
    said = json.loads(built(toy).cells[1].outputs[0].text)
    assert said[0] == sys.executable
    assert "inline" in said[1]
    assert said[2:] == ["01_double", 80]


@pytest.mark.skipif(os.name != "posix", reason="sockets have names on POSIX")
def test_kernel_takes_no_port_that_another_program_could_take(toy, monkeypatch):
    temporary = Path(tempfile.mkdtemp(dir="/tmp"))
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    cells = """
import json

from ipykernel.connect import get_connection_info

print(json.loads(get_connection_info())["transport"])"""
    toy.write(text=toy.unit_text.replace('print("before")', cells.strip()))
    result = toy.build()
    assert result.exit_code == 0, result.output
    assert built(toy).cells[1].outputs[0].text == "ipc\n"
    assert not list(temporary.iterdir())


def test_outputs_are_numbered_from_one_and_carry_no_times(toy):
    assert toy.build().exit_code == 0
    notebook = built(toy)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    assert all(set(cell.metadata) <= {"nbgrader", "tags"} for cell in notebook.cells)
    assert set(notebook.metadata) == {"kernelspec", "language_info"}
    assert "version" not in notebook.metadata.language_info


def test_pieces_of_a_stream_are_joined_and_widgets_leave_their_text(tmp_path):
    def piece(text):
        return nbformat.v4.new_output("stream", name="stdout", text=text)

    widget = nbformat.v4.new_output(
        "display_data",
        {"application/vnd.jupyter.widget-view+json": {"model_id": "1f"}, "text/plain": "Slider()"},
    )
    cell = nbformat.v4.new_code_cell(outputs=[piece("a"), piece("b"), widget, piece("c")])
    tidy_outputs(nbformat.v4.new_notebook(cells=[cell]), tmp_path)
    assert [output.get("text") or output.data for output in cell.outputs] == [
        "ab",
        {"text/plain": "Slider()"},
        "c",
    ]


@pytest.mark.parametrize("name", ["notes.txt", "data/table.csv"])
def test_files_beside_the_notebook_are_there_and_are_released(toy, name):
    beside = toy.root / "source" / "01_double" / name
    beside.parent.mkdir(parents=True)
    beside.write_text("here")
    cell = f'print(open("{name}").read())\nopen("new", "w").close()'
    toy.write(text=toy.unit_text.replace('print("before")', cell))
    result = toy.build()
    assert result.exit_code == 0, result.output
    assert built(toy).cells[1].outputs[0].text == "here\n"
    assert (toy.root / "release" / "01_double" / name).read_text() == "here"
    assert not [path for path in toy.files() if path.endswith("new")]
