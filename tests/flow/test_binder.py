"""Does a click on Binder's badge open Home, on a desk of its own, with the grader behind it?

What repo2docker plans is done step by step in a fresh clone, without its containers.
"""

import json
import os
import shutil
import subprocess
import tomllib
import venv

import pytest
from clone import fresh_clone
from packaging.specifiers import SpecifierSet
from running_lab import Lab, get, running_server
from unit import ROOT

pytestmark = pytest.mark.slow

UNIT = "00_start_here"
SOLVED = sorted((ROOT / "source" / UNIT).glob("*.ipynb"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    """What repo2docker itself says it would do with a fresh clone, and the clone."""
    folder = tmp_path_factory.mktemp("binder")
    clone = folder / "clone"
    fresh_clone(clone)
    venv.create(folder / "tool", with_pip=True)
    python = folder / "tool" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "-q", "jupyter-repo2docker"], check=True)
    script = ROOT / "tests" / "helpers" / "binder_plan.py"
    done = subprocess.run([python, script], cwd=clone, capture_output=True, check=True)
    return json.loads(done.stdout), clone


@pytest.fixture(scope="module")
def image(plan):
    """The variables of a container made of that plan: a Python and a home of its own."""
    planned, clone = plan
    prefix, home = clone.parent / "environment", clone.parent / "home"
    venv.create(prefix, with_pip=True)
    home.mkdir()
    variables = {
        **os.environ,
        "KERNEL_PYTHON_PREFIX": str(prefix),
        "REPO_DIR": str(clone),
        "HOME": str(home),
        "PATH": os.pathsep.join([str(prefix / "bin"), _without_walls(clone.parent / "programs")]),
    }
    variables.pop("PYTHONPATH", None)
    for line in [*planned["scripts"], *(f"./{each}" for each in planned["post_build"])]:
        subprocess.run(["sh", "-c", line], cwd=clone, env=variables, check=True)
    return variables


def _without_walls(folder):
    """Make a folder of programs for PATH, without bubblewrap: no container lets it work."""
    folder.mkdir()
    for name in ("env", "nice", "sh"):
        (folder / name).symlink_to(shutil.which(name))
    return str(folder)


def test_repo2docker_takes_a_python_that_the_course_runs_on(plan):
    planned, _ = plan
    assert planned["kind"] == "PythonBuildPack"
    assert planned["python"] in SpecifierSet(PROJECT["requires-python"])


def test_the_badge_opens_home_on_a_desk_where_work_is_graded(plan, image, monkeypatch):
    planned, clone = plan
    start = planned["start"].replace("${REPO_DIR}", str(clone))
    for name, value in image.items():
        monkeypatch.setenv(name, value)
    home = clone.parent / "home"
    desk = home / "neural-networks"
    # Binder's own command, behind the entry point; its address ends in /lab.
    with running_server([start, "jupyter-lab", "--ip=127.0.0.1"], home) as (process, address):
        lab = Lab(process, desk, address, UNIT)
        assert "neural-networks-desk" in get(f"{lab.base}/lab?token={lab.token}")
        assert lab.home()["continue"]["path"].startswith(UNIT)
        shown = json.loads(get(f"{lab.base}/api/contents?token={lab.token}"))["content"]
        names = {each["name"] for each in shown}
        assert UNIT in names and not names & {"source", "course", "binder"}

        lab.ready()
        for path in SOLVED:
            shutil.copy(path, desk / UNIT / path.name)
        assert len(lab.submit_and_wait()) == 1
        assert "without a sandbox" in lab.home()["grader"]["words"]
        page = (desk / "progress.md").read_text(encoding="utf-8")
    assert "| **Unit 00" in page


def test_a_development_container_is_made_by_the_same_steps(plan, image):
    """VS Code and Codespaces: an image of Python, what Binder installs and lays, `course lab`."""
    planned, clone = plan
    told = json.loads((clone / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8"))
    assert told["image"].rpartition(":")[2] == planned["python"]
    install, lay = told["updateContentCommand"].split(" && ")
    assert install == "pip install -r binder/requirements.txt"
    assert any(
        'install --no-cache-dir -r "binder/requirements.txt"' in s for s in planned["scripts"]
    )
    assert lay in planned["post_build"]
    (begin,) = told["postAttachCommand"].values()
    program, *words = begin.split()
    home = clone.parent / "attached"
    home.mkdir()
    command = [clone.parent / "environment" / "bin" / program, *words]
    with running_server(command, home) as (_, address):
        assert "neural-networks-desk" in get(address)


def test_a_command_that_is_not_there_is_told_in_one_sentence(plan, image):
    _, clone = plan
    done = subprocess.run(
        [clone / "binder" / "start", "jupyter-lap"], env=image, capture_output=True, text=True
    )
    assert done.returncode == 2
    assert "jupyter-lap cannot be started: No such file or directory." in done.stderr
