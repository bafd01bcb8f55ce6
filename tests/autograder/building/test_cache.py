"""Is a unit built again when, and only when, something that it depends on has changed?"""

import re
from pathlib import Path

import pytest

from autograder.building import cache
from autograder.building.cache import BuildCache

NOTEBOOK = "source/01_double/01_double.ipynb"
RELEASE = "release/01_double/01_double.ipynb"


def fingerprint(toy):
    course = toy.course()
    return BuildCache(course).fingerprint(course.texts()["01_double"])


def test_only_what_changed_is_built(toy):
    toy.write("02_again", toy.unit_text)
    assert toy.states(toy.build_as_typed()) == {"01_double": "built", "02_again": "built"}
    files = toy.files()
    assert files[NOTEBOOK] == files[NOTEBOOK.replace("01_double", "02_again")]
    assert toy.states(toy.build()) == {"01_double": "unchanged", "02_again": "unchanged"}
    toy.write("02_again", toy.unit_text.replace("before", "after"))
    assert toy.states(toy.build()) == {"01_double": "unchanged", "02_again": "built"}


DEPENDED_ON = (
    "nbgrader_config.py",
    "helper.py",
    "package/__init__.py",
    "package/data.csv",
    "source/01_double/beside.txt",
    "../personal/nbgrader_config.py",
)


def test_what_notebooks_depend_on_has_all_built_again(toy, monkeypatch):
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(toy.root.parent / "personal"))
    for name in DEPENDED_ON:
        (toy.root / name).parent.mkdir(parents=True, exist_ok=True)
        (toy.root / name).touch()
    (toy.root / DEPENDED_ON[-1]).write_text('get_config().ClearSolutions.text_stub = "Here."')
    seen = {fingerprint(toy)}
    for name in DEPENDED_ON:
        with (toy.root / name).open("a") as file:
            file.write("\n# changed\n")
        seen.add(fingerprint(toy))
    assert len(seen) == 1 + len(DEPENDED_ON)


def test_other_versions_have_all_built_again(toy, monkeypatch):
    first = fingerprint(toy)
    monkeypatch.setattr("autograder.building.cache.version", lambda package: "0")
    assert fingerprint(toy) != first


def test_every_module_that_makes_notebooks_counts():
    # These compare, record and report: they change nothing in what is built.
    reporters = {"building/cache", "building/compare", "problems"}
    folder = Path(cache.__file__).parents[1]
    found, waiting = set(), {"building/command"}
    while waiting:
        found |= waiting
        texts = [(folder / f"{name}.py").read_text(encoding="utf-8") for name in waiting]
        named = re.findall(r"^from autograder\.([\w.]+)", "\n".join(texts), re.M)
        waiting = {name.replace(".", "/") for name in named} - found
    assert set(cache.BUILDERS) == found - reporters


def test_what_notebooks_do_not_depend_on_does_not_count(toy):
    first = fingerprint(toy)
    for name in ("tests/__init__.py", "submitted/__init__.py", "notes.md", "source/02_other.py"):
        (toy.root / name).parent.mkdir(exist_ok=True)
        (toy.root / name).touch()
    assert fingerprint(toy) == first


@pytest.mark.parametrize("name", [NOTEBOOK, RELEASE])
def test_damaged_or_missing_files_are_built_again(toy, name):
    assert toy.build().exit_code == 0
    good = toy.files()
    (toy.root / name).unlink()
    assert toy.states(toy.build()) == {"01_double": "built"}
    (toy.root / name).write_text("damaged")
    (toy.root / "release" / "01_double" / "stray.txt").write_text("stray")
    assert toy.states(toy.build()) == {"01_double": "built"}
    assert toy.files() == good


def test_folder_that_jupyterlab_makes_does_not_count(toy):
    assert toy.build().exit_code == 0
    for folder in ("source", "release"):
        (toy.root / folder / "01_double" / ".ipynb_checkpoints").mkdir()
        (toy.root / folder / "01_double" / ".ipynb_checkpoints" / "x.ipynb").write_text("{}")
    assert toy.states(toy.build()) == {"01_double": "unchanged"}
    assert toy.build("--check").exit_code == 0


def test_damaged_cache_costs_only_time(toy):
    assert toy.build().exit_code == 0
    (toy.root / ".build-cache.json").write_text("{")
    assert toy.states(toy.build()) == {"01_double": "built"}
