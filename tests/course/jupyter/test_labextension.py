"""Does the committed bundle of JupyterLab's extension belong to the sources beside it?"""

import hashlib
import json
import os
import re
import shutil
import subprocess

import pytest
from unit import ROOT

SOURCES = ROOT / "labextension"
BUNDLE = ROOT / "course" / "jupyter" / "labextensions" / "neural-networks-desk"
SKIPPED = ("node_modules/", "lib/")


def digest(folder, skipped=()):
    """The hash that `labextension/build.mjs` writes down: of all names and bytes."""
    found = hashlib.sha256()
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    for name in sorted(files):
        if files[name].is_file() and not name.startswith(tuple(skipped)):
            content = files[name].read_bytes()
            found.update(f"{name}\0{len(content)}\0".encode() + content)
    return found.hexdigest()


def sources(target):
    """A copy without what npm and the compiler have made."""
    return shutil.copytree(SOURCES, target, ignore=shutil.ignore_patterns("node_modules", "lib"))


def test_the_bundle_was_built_of_these_sources():
    built = json.loads((BUNDLE / "built.json").read_text(encoding="utf-8"))
    again = "build it again: see labextension/README.md"
    assert built["sources"] == digest(SOURCES, SKIPPED), again
    assert built["bundle"] == digest(BUNDLE, ["built.json"]), again


def test_a_change_of_a_source_is_noticed(tmp_path):
    copy = sources(tmp_path / "copy")
    before = digest(copy, SKIPPED)
    (copy / "src" / "home.ts").write_text("// nothing")
    assert before == digest(SOURCES, SKIPPED) != digest(copy, SKIPPED)


def test_the_bundle_takes_its_libraries_from_jupyterlab_and_nothing_from_elsewhere():
    core = json.loads((SOURCES / "core" / "package.json").read_text(encoding="utf-8"))
    used = {
        name
        for path in (SOURCES / "src").glob("*.ts")
        for name in re.findall(r"from '(@[^']+)'", path.read_text(encoding="utf-8"))
    }
    # A type alone is no code.
    assert used - {"@lumino/disposable"} == set(core["dependencies"])
    assert set(core["dependencies"]) == set(core["jupyterlab"]["singletonPackages"])
    for path in (BUNDLE / "static").glob("*.js"):
        assert not re.search(r"https?://(?!www\.w3\.org)", path.read_text(encoding="utf-8")), path
    assert '"resolved"' not in (SOURCES / "package-lock.json").read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.skipif(
    not (shutil.which("node") and (SOURCES / "node_modules").is_dir()),
    reason="Node.js and `npm ci` in labextension/ are needed to build the extension",
)
def test_building_again_gives_the_same_bundle(tmp_path):
    copy = sources(tmp_path / "project" / "labextension")
    # Names of modules come from their paths: a link to the folder would change them.
    libraries = SOURCES / "node_modules"
    shutil.copytree(libraries, copy / "node_modules", symlinks=True, copy_function=os.link)
    subprocess.run(["npm", "run", "build"], cwd=copy, check=True, capture_output=True)
    again = tmp_path / "project" / BUNDLE.relative_to(ROOT)
    names = sorted(path.relative_to(BUNDLE) for path in BUNDLE.rglob("*") if path.is_file())
    assert names == sorted(path.relative_to(again) for path in again.rglob("*") if path.is_file())
    for name in names:
        assert (again / name).read_bytes() == (BUNDLE / name).read_bytes(), name
