"""The house itself: one list of dependencies, checked style, small files, no odd paths."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from itertools import chain

import house
import pytest
from unit import ROOT

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

# pre-commit calls `python`, which must be this one.
PATH = os.pathsep.join([os.path.dirname(sys.executable), os.environ["PATH"]])


def _conda_dependencies():
    text = (ROOT / "environment.yml").read_text(encoding="utf-8")
    return set(re.findall(r"^  - ([a-z]\S*[><=]\S+)$", text, re.MULTILINE))


def test_conda_and_pip_users_get_the_same_dependencies():
    wanted = PYPROJECT["dependencies"] + PYPROJECT["optional-dependencies"]["instructor"]
    wanted.append(f"python{PYPROJECT['requires-python']}")
    assert _conda_dependencies() == set(wanted)


def test_dependencies_have_lower_bounds_and_no_pins():
    extras = PYPROJECT["optional-dependencies"]
    for requirement in [*PYPROJECT["dependencies"], *chain(*extras.values())]:
        assert re.fullmatch(r"[a-z0-9-]+(\[[a-z]+\])?>=[0-9.]+", requirement), requirement


def _tracked_files():
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / line for line in listed.stdout.splitlines()]


needs_git = pytest.mark.skipif(
    not (ROOT / ".git").exists(), reason="this is not a git checkout: nothing to list"
)


@needs_git
def test_pre_commit_passes_on_all_files():
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", "--all-files"],
        cwd=ROOT,
        env={**os.environ, "PATH": PATH},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@needs_git
def test_python_files_stay_small():
    units = ROOT / "source"
    for path in _tracked_files():
        if path.suffix == ".py" and units not in path.parents and path.exists():
            n_lines = len(path.read_text(encoding="utf-8").splitlines())
            assert n_lines <= 310, f"{path} has {n_lines} lines: is there a second room inside?"


@needs_git
def test_no_file_names_a_machine():
    personal = re.compile(r"/(?:home|Users|root|work|tmp)/[a-z]")
    for path in _tracked_files():
        if path.suffix in {".py", ".md", ".toml", ".yml", ".cfg", ".ipynb", ""} and path.exists():
            found = personal.search(path.read_text(encoding="utf-8"))
            assert not found, f"{path} names {found[0]}"


@pytest.mark.parametrize(
    ("folder", "stranger", "allowed"),
    [
        ("course", "autograder", ()),
        ("autograder", "course", ()),
        # What `course lab` adds to JupyterLab's server extends nbgrader's own classes, and the desk
        # asks nbgrader where the class's exchange lies, and lets it run a notebook's tests.
        (
            "course",
            "nbgrader",
            ("course/jupyter/", "course/desk/configured.py", "course/desk/checking.py"),
        ),
    ],
)
def test_dependencies_point_one_way(folder, stranger, allowed):
    pattern = re.compile(rf"^\s*(?:from|import) {stranger}\b", re.MULTILINE)
    found = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / folder).rglob("*.py")
        if pattern.search(path.read_text(encoding="utf-8"))
    ]
    assert not [path for path in found if not path.startswith(allowed or "-")]


def test_nbgrader_is_no_process_of_its_own_where_a_call_does():
    """Its start takes seconds: tests have `warm_commands.nbgrader`, our own code its classes."""
    pattern = re.compile(r"""["']-m["'],\s*["']nbgrader["']""")
    found = {
        path.relative_to(ROOT).as_posix()
        for folder in ("autograder", "course", "tests")
        for path in (ROOT / folder).rglob("*.py")
        if pattern.search(path.read_text(encoding="utf-8"))
    }
    # In the background and with least priority; its memory is given back to the learner's machine.
    assert found == {"course/desk/grading.py"}


# What each room of the engine may import beside the ground; the order is from the inside out.
ENGINE = {
    "protocol.codecs": set(),
    "protocol": {"protocol.codecs"},
    "learner": {"protocol", "protocol.codecs"},
    "submission": {"protocol"},
    "sandbox": {"learner", "protocol", "submission"},
    "checker": {"protocol", "sandbox", "submission"},
    "gradebook": {"submission"},
    # Wrong answers for the trial of where each test runs.
    "run": {
        "checker",
        "gradebook",
        "protocol",
        "sandbox",
        "submission",
        "autograder.trials.mutations",
    },
}


def _below(package, room):
    prefix = f"{package}."
    return {b.removeprefix(prefix) for a, b in house.arrows() if a == prefix + room}


@pytest.mark.parametrize("room", ENGINE)
def test_a_room_of_the_engine_imports_what_it_may(room):
    ground = {"autograder (ground)"}
    assert _below("autograder.engine", room) - ground <= ENGINE[room]


def test_what_runs_inside_the_walls_stands_on_the_protocol_alone():
    assert _below("autograder.engine", "learner") == {"protocol", "protocol.codecs"}


def test_every_room_of_the_engine_has_its_rule():
    rooms = {name for name in house.rooms().values() if name.startswith("autograder.engine.")}
    assert {name.removeprefix("autograder.engine.") for name in rooms} == set(ENGINE)


def test_no_module_and_no_room_leads_back_to_itself():
    rooms = {}
    for a, b in house.arrows():
        rooms.setdefault(a, set()).add(b)
        rooms.setdefault(b, set())
    assert not house.circles(house.imports())
    assert not house.circles(rooms)


@pytest.mark.parametrize("package", sorted(set(house.rooms().values()) - set(house.TOPS)))
def test_each_room_says_what_lives_there(package):
    text = (ROOT / package.replace(".", "/") / "__init__.py").read_text(encoding="utf-8")
    said = ast.get_docstring(ast.parse(text)) or ""
    assert said.count(".") >= 1, f"{package}/__init__.py says nothing"


def test_the_picture_of_the_architecture_is_drawn_from_the_imports():
    text = house.PAGE.read_text(encoding="utf-8")
    assert house.redrawn(text) == text, "draw it anew with `make architecture`"
