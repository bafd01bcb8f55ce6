"""Does every name stand where Keras has it, with Keras's arguments, and docs/keras.md say so?"""

import ast
import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest
from unit import ROOT

from course import keras_style

PACKAGE = Path(keras_style.__file__).parent
FILES = sorted(PACKAGE.glob("*.py"))
PLACES = [
    "activations",
    "callbacks",
    "initializers",
    "layers",
    "losses",
    "metrics",
    "models",
    "optimizers",
    "regularizers",
    "utils",
]


BASES = ("Layer", "Initializer", "Loss", "Metric", "Optimizer", "Regularizer")


def table():
    """Return {name: "same", "subset" or "not there"} as docs/keras.md has it."""
    text = (ROOT / "docs" / "keras.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `keras\.([\w.]+)` \| (same|subset|not there) \| (.*)\|$", text, re.M)
    assert len(rows) == len(re.findall(r"^\| `", text, re.M)), "a row that cannot be read"
    assert len(rows) == len({name for name, _, _ in rows}), "a name stands twice"
    return {name: here for name, here, _ in rows}


def find(library, name):
    """Return what `library` has under the dotted `name`, or None."""
    thing = library
    for part in name.split("."):
        thing = getattr(thing, part, None)
    return thing


def arguments(thing):
    """Return {name: default} of what a call takes."""
    kinds = (inspect.Parameter.VAR_KEYWORD, inspect.Parameter.VAR_POSITIONAL)
    # Every Keras class takes anything in __new__; what it really takes stands in __init__.
    if inspect.isclass(thing):
        thing = thing.__init__
    return {
        parameter.name: parameter.default
        for parameter in inspect.signature(thing).parameters.values()
        if parameter.kind not in kinds and parameter.name != "self"
    }


@pytest.mark.parametrize("name", table())
def test_row_of_the_table(real, name):
    """Is the row true: there or not, same arguments or fewer, in Keras's order and defaults?"""
    here, ours, theirs = table()[name], find(keras_style, name), find(real, name)
    assert theirs is not None, "real Keras has no such name"
    if here == "not there":
        assert ours is None
        return
    assert ours is not None
    if not callable(ours) or name.endswith(BASES):
        return  # properties, and base classes, which nobody calls
    our_arguments, their_arguments = arguments(ours), arguments(theirs)
    if inspect.isclass(ours) and issubclass(ours, keras_style.Layer):
        their_arguments.setdefault("name", None)  # Keras takes it among its **kwargs
    if here == "same":
        assert our_arguments == their_arguments
    for argument, default in our_arguments.items():
        if default is not inspect.Parameter.empty:
            assert their_arguments[argument] == default, argument
    positional = [
        parameter.name
        for parameter in inspect.signature(ours).parameters.values()
        if parameter.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD and parameter.name != "self"
    ]
    assert positional == list(their_arguments)[: len(positional)]


def test_no_public_name_is_missing_from_the_table(real):
    """Is every name that both libraries have in the table?"""
    both = {f"Sequential.{n}" for n in dir(keras_style.Sequential) if not n.startswith("_")}
    both |= set(keras_style.__all__) - set(PLACES)
    for place in PLACES:
        module = getattr(keras_style, place)
        both |= {
            f"{place}.{name}"
            for name, thing in vars(module).items()
            if not name.startswith("_") and getattr(thing, "__module__", "").startswith("course")
        }
    both = {name for name in both if find(real, name) is not None}
    assert both <= set(table())
    assert len(both) > 50


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_files_stay_short_and_need_numpy_alone(file):
    """Can each file be read in one sitting, and does it import nothing but NumPy?"""
    text = file.read_text(encoding="utf-8")
    assert len(text.splitlines()) < 260
    imported = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            imported |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add(node.module.split(".")[0])
    assert imported - set(sys.stdlib_module_names) <= {"numpy", "course"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_public_things_have_docstrings(file):
    """Does every public class, function and method say what it does?"""
    silent = []

    def look_at(node, path):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef | ast.ClassDef):
                if not child.name.startswith("_") and ast.get_docstring(child) is None:
                    silent.append(f"{path}{child.name}")
                if isinstance(child, ast.ClassDef):
                    look_at(child, f"{child.name}.")

    look_at(ast.parse(file.read_text(encoding="utf-8")), "")
    quiet = ("get_config",)
    assert [name for name in silent if not name.endswith(quiet)] == []


def test_course_does_not_import_it():
    """Does `import course` stay light?"""
    code = "import sys, course; sys.exit('course.keras_style' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
