"""The house itself: one list of dependencies, checked style, small files, no odd paths."""

import os
import re
import subprocess
import sys
import tomllib
from itertools import chain

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
        assert re.fullmatch(r"[a-z0-9-]+>=[0-9.]+", requirement), requirement


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


def _imports(folder):
    for path in (ROOT / folder).rglob("*.py"):
        for match in re.finditer(
            r"^\s*(?:from|import) ([a-z_]+)", path.read_text(encoding="utf-8"), re.MULTILINE
        ):
            yield match[1], path


@pytest.mark.parametrize(
    ("folder", "stranger"),
    [("course", "autograder"), ("autograder", "course"), ("course", "nbgrader")],
)
def test_dependencies_point_one_way(folder, stranger):
    # What `course lab` adds to JupyterLab's server extends nbgrader's own classes.
    allowed = ROOT / "course" / "jupyter" if stranger == "nbgrader" else None
    found = [path for name, path in _imports(folder) if name == stranger]
    assert not [path for path in found if allowed not in path.parents]
