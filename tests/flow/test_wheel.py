"""Do the released units travel inside the wheel, and does ``course lab`` run from any folder?"""

import json
import os
import re
import subprocess
import urllib.error
import venv

import pytest
from running_lab import get, running_lab
from unit import ROOT

RELEASED = {
    path.relative_to(ROOT / "release"): path.read_bytes()
    for path in sorted((ROOT / "release").glob("*/*.ipynb"))
}

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def environment(built, tmp_path_factory):
    """A new environment's folder of commands, with the course installed there from its wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    (wheel,) = built.glob("*.whl")
    venv.create(folder / "environment", with_pip=True)
    commands = folder / "environment" / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([commands / "python", "-m", "pip", "install", "--quiet", wheel], check=True)
    return commands


@pytest.fixture
def server(environment, tmp_path):
    """JupyterLab started by ``course lab`` outside the project; its process, desk and address."""
    with running_lab([environment / "course"], tmp_path) as started:
        yield started


def test_a_desk_opens_from_the_wheel(server):
    """Is the whole release on the desk, Home in JupyterLab, and the end clean?"""
    process, desk, address = server
    laid = {path.relative_to(desk): path.read_bytes() for path in desk.glob("*/*.ipynb")}
    assert laid == RELEASED

    page = get(address)
    settings = json.loads(
        re.search(r'id="jupyter-config-data"[^>]*>(.*?)</script>', page, re.DOTALL).group(1)
    )
    first = next(iter(RELEASED)).as_posix()
    ours = {each["name"]: each["load"] for each in settings["federated_extensions"]}
    bundle = ours["neural-networks-desk"]
    disabled = set(settings["disabledExtensions"])
    assert {
        "@jupyter/nbgrader:formgrader",
        "@jupyterlab/apputils-extension:announcements",
        "@jupyterlab/extensionmanager-extension:plugin",
    } <= disabled
    assert "@jupyter/nbgrader:validate-assignment" not in disabled

    base, token = re.fullmatch(r"(http://[^/]+)/.*(\?token=\w+)", address).groups()
    home = json.loads(get(f"{base}/course/home{token}"))
    assert home["continue"]["path"] == first
    assert "_JUPYTERLAB" in get(f"{base}/lab/extensions/neural-networks-desk/{bundle}")
    notebook = json.loads(get(f"{base}/api/contents/{first}{token}"))
    assert notebook["content"]["cells"]
    with pytest.raises(urllib.error.HTTPError, match="404"):
        get(f"{base}/formgrader{token}")

    process.terminate()
    assert process.wait(timeout=30) == 0
