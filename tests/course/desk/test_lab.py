"""Does ``course lab`` lay the desk, say what it did, and start JupyterLab as it should?"""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from own_port import own_port

import course.jupyter
from course.cli import main
from course.desk.desk import Desk


@pytest.fixture
def busy_port():
    """A port that another program listens on."""
    with socket.create_server(("localhost", 0)) as server:
        yield server.getsockname()[1]


@pytest.fixture
def free_port():
    """A port that nobody listens on."""
    with own_port() as port:
        yield port


def lab(desk, *arguments):
    """Run ``course lab`` and give its exit status and what it said."""
    result = CliRunner().invoke(main, ["lab", "--desk", str(desk), *map(str, arguments)])
    return result.exit_code, result.output


def test_jupyterlab_opens_on_the_desk_with_its_home(tmp_path, release, started):
    """Does JupyterLab start on the desk, with the course's extension and its own layout?"""
    desk = (tmp_path / "desk").resolve()
    status, _ = lab(desk)
    assert status == 0
    (call,) = started
    assert call.folder == str(desk)
    assert (desk / "glossary.md").is_file()
    assert f"--ServerApp.root_dir={desk}" in call.argv
    assert "--LabApp.default_url=/lab" in call.argv
    ours = Path(course.jupyter.__file__).parent / "labextensions"
    assert f"--LabServerApp.extra_labextensions_path={ours}" in call.argv
    assert (ours / "neural-networks-desk" / "package.json").is_file()
    assert f"--LabApp.workspaces_dir={desk / '.course' / 'workspaces'}" in call.argv
    assert "--ServerApp.open_browser=True" in call.argv
    assert not [argument for argument in call.argv if ".port" in argument]


def test_the_chosen_port_is_used_or_none(tmp_path, release, started, free_port):
    """Is JupyterLab kept from taking another port than the learner named?"""
    status, _ = lab(tmp_path / "desk", "--no-browser", "--port", free_port)
    assert status == 0
    assert f"--ServerApp.port={free_port}" in started[0].argv
    assert "--ServerApp.port_retries=0" in started[0].argv
    assert "--ServerApp.open_browser=False" in started[0].argv


@pytest.mark.parametrize("user", [0, 1000])
def test_only_root_is_allowed_root(tmp_path, release, started, monkeypatch, user):
    """Is JupyterLab's refusal to run as root lifted for root alone?"""
    monkeypatch.setattr(os, "geteuid", lambda: user, raising=False)
    lab(tmp_path / "desk")
    assert ("--allow-root" in started[0].argv) == (user == 0)


def test_the_courses_settings_come_first_and_the_users_stay(tmp_path, release, started):
    """Does Jupyter find our settings before the user's, and the shell our commands?"""
    lab(tmp_path / "desk")
    environment = started[0].environment
    desks, ours, theirs = environment["JUPYTER_CONFIG_PATH"].split(os.pathsep)
    assert theirs == "elsewhere"
    assert os.path.isfile(os.path.join(desks, "nbgrader_config.py"))
    assert os.path.isfile(os.path.join(ours, "labconfig", "page_config.json"))
    assert os.path.isfile(os.path.join(ours, "jupyter_server_config.json"))
    assert environment["PATH"].split(os.pathsep)[0] == os.path.dirname(sys.executable)


def test_what_was_laid_is_said_once(tmp_path, release, started):
    """Does a first start list the units, and a second one only say where the desk is?"""
    desk = (tmp_path / "desk").resolve()
    _, said = lab(desk)
    assert f"Your desk: {desk}\n" in said
    assert "Laid on it: 00_start_here, 02_forward_propagation.\n" in said
    _, said = lab(desk)
    assert said == f"Your desk: {desk}\nTo stop JupyterLab, press Ctrl-C twice here.\n"


def test_what_happened_to_a_unit_is_one_sentence(tmp_path, release, started, write_unit):
    """Are a newer release and a missing notebook told, with what to do?"""
    desk = Desk(tmp_path / "desk")
    lab(desk.folder)
    write_unit("02_forward_propagation", "second release")
    (desk.folder / "00_start_here" / "00_start_here.ipynb").unlink()
    _, said = lab(desk.folder)
    assert "Laid again, because the notebook was missing: 00_start_here.\n" in said
    assert "There is a newer release of 02_forward_propagation: your work stays" in said
    assert f'`course reset 02_forward_propagation --desk "{desk.folder}"`' in said


def test_a_busy_port_stops_before_anything_is_laid(tmp_path, release, started, busy_port):
    """Is the port named, and no other one taken?"""
    status, said = lab(tmp_path / "desk", "--port", busy_port)
    assert status == 2
    assert said.startswith(f"Error: Port {busy_port} is in use") and said.count("\n") == 1
    assert not started and not (tmp_path / "desk").exists()


def test_a_port_beyond_the_last_is_refused(tmp_path, release, started):
    """Is a number that is no port told as such?"""
    status, said = lab(tmp_path / "desk", "--port", 70000)
    assert status == 2
    assert "70000 is not in the range 1<=x<=65535" in said


def test_a_port_that_is_not_allowed_is_told(tmp_path, release, started, monkeypatch):
    """Is a port of the system told apart from a busy one?"""

    def refuse(address, family):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(socket, "create_server", refuse)
    status, said = lab(tmp_path / "desk", "--port", 80)
    assert status == 2
    assert said.startswith("Error: Port 80 may not be used here") and said.count("\n") == 1
    assert not started and not (tmp_path / "desk").exists()


def test_a_desk_that_is_a_file_gets_one_sentence_and_status_2(tmp_path, release, started):
    """Is the learner's file left alone, and another folder asked for?"""
    (tmp_path / "desk").write_text("an essay")
    status, said = lab(tmp_path / "desk")
    assert status == 2
    assert "is a file: choose another folder with --desk" in said and said.count("\n") == 1
    assert not started and (tmp_path / "desk").read_text() == "an essay"


def test_the_command_line_loads_without_jupyter():
    """Does `course --help` answer at once, and `import course` stay light?"""
    heavy = {"jupyterlab", "jupyter_core", "nbgrader", "numpy", "tornado"}
    code = f"import sys, course.cli; print({heavy} & set(sys.modules))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "set()"


def test_python_m_course_is_the_command(tmp_path):
    """Does `python -m course` work where the shell does not find `course`?"""
    said = subprocess.run(
        [sys.executable, "-m", "course", "--help"], capture_output=True, text=True, check=True
    )
    assert said.stdout.startswith("Usage: course [OPTIONS] COMMAND")
    assert "lab" in said.stdout and "reset" in said.stdout
