"""Do the released units travel inside the wheel, and does ``course lab`` run from any folder?"""

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RELEASED = {
    path.relative_to(ROOT / "release"): path.read_bytes()
    for path in sorted((ROOT / "release").glob("*/*.ipynb"))
}
SECONDS_TO_START = 60

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """A new environment's folder of commands, with the course installed there from its wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--outdir", folder, ROOT]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "environment", with_pip=True)
    commands = folder / "environment" / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([commands / "python", "-m", "pip", "install", "--quiet", wheel], check=True)
    return commands


@pytest.fixture
def server(environment, tmp_path):
    """JupyterLab started by ``course lab`` outside the project; its process, desk and address."""
    with socket.create_server(("localhost", 0)) as probe:
        port = probe.getsockname()[1]
    desk = tmp_path / "desk"
    # A home of its own: neither the settings of who runs the tests nor their desk take part.
    own = {**os.environ, "HOME": str(tmp_path), "USERPROFILE": str(tmp_path)}
    own.pop("PYTHONPATH", None)
    log = tmp_path / "log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [environment / "course", "lab", "--no-browser", "--port", str(port), "--desk", desk],
            cwd=tmp_path,
            env=own,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        yield process, desk, wait_for_address(process, log, port)
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()


def wait_for_address(process, log, port):
    """Wait until the server answers, and give the address with its token, as a learner sees it."""
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and process.poll() is None:
        told = re.search(rf"http://127\.0\.0\.1:{port}/\S+", log.read_text())
        if told:
            try:
                get(f"http://127.0.0.1:{port}/api")
            except urllib.error.URLError:
                pass  # told, but not listening yet
            else:
                return told.group()
        time.sleep(0.1)
    pytest.fail(f"no answer; course lab said: {log.read_text()}")


def get(address):
    """Fetch a page as text."""
    with urllib.request.urlopen(address, timeout=10) as answer:
        return answer.read().decode()


def test_a_desk_opens_from_the_wheel(server):
    """Is the whole release on the desk, JupyterLab on the first notebook, and the end clean?"""
    process, desk, address = server
    laid = {path.relative_to(desk): path.read_bytes() for path in desk.glob("*/*.ipynb")}
    assert laid == RELEASED

    page = get(address)
    settings = json.loads(
        re.search(r'id="jupyter-config-data"[^>]*>(.*?)</script>', page, re.DOTALL).group(1)
    )
    first = next(iter(RELEASED)).as_posix()
    assert settings["treePath"] == first
    assert f"/lab/tree/{first}" in address
    disabled = set(settings["disabledExtensions"])
    assert {
        "@jupyter/nbgrader:formgrader",
        "@jupyterlab/apputils-extension:announcements",
        "@jupyterlab/extensionmanager-extension:plugin",
    } <= disabled
    assert "@jupyter/nbgrader:validate-assignment" not in disabled

    base, token = re.fullmatch(r"(http://[^/]+)/.*(\?token=\w+)", address).groups()
    notebook = json.loads(get(f"{base}/api/contents/{first}{token}"))
    assert notebook["content"]["cells"]
    with pytest.raises(urllib.error.HTTPError, match="404"):
        get(f"{base}/formgrader{token}")

    process.terminate()
    assert process.wait(timeout=30) == 0
