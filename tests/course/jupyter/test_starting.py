"""Does a learner's JupyterLab start without what the first cell does not need, and miss nothing?"""

import asyncio
import json
import os
import subprocess
import sys

import pytest
from jupyter_server.services.contents.filemanager import AsyncFileContentsManager
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from jupyterlab.commands import which
from tornado.httpclient import AsyncHTTPClient
from tornado.httpserver import HTTPServer
from tornado.routing import PathMatches
from tornado.testing import bind_unused_port
from tornado.web import Application, RequestHandler

import autograder.lean
import course.desk.lean
from course.jupyter.later import Later
from course.jupyter.opening import DeskSessions

PATH = "00_start_here/00 a.ipynb"
ADDRESS = "/lab/tree/00_start_here/00%20a.ipynb"
BOOK = {"cells": [], "metadata": {"kernelspec": {"name": "own"}}}


def test_the_start_of_a_desk_does_without_nbgrader(tmp_path):
    """Neither to see whether the desk belongs to a class, nor in the server."""
    code = (
        "import pathlib, sys, course.jupyter.extension; from course.desk import configured;"
        "assert configured.configured(pathlib.Path.cwd(), '.course') is None;"
        "print([name for name in ('nbgrader', 'rfc3987_syntax') if sys.modules.get(name)])"
    )
    own = {"JUPYTER_CONFIG_DIR": str(tmp_path), "JUPYTER_NO_CONFIG": "1"}
    said = subprocess.run(
        [sys.executable, "-c", "import course.desk.lean;" + code],
        cwd=tmp_path,
        env={**os.environ, **own},
        capture_output=True,
        text=True,
    )
    assert said.stdout.strip() == "[]", said.stderr


@pytest.mark.parametrize("lean", [autograder.lean, course.desk.lean])
def test_jupyterlab_finds_no_node_while_it_is_imported(lean, tmp_path, monkeypatch):
    """And every program afterwards, as before."""
    node = tmp_path / ("node.exe" if os.name == "nt" else "node")
    node.write_text("#!/bin/sh\n")
    node.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert which("node") == str(node)
    with lean.without_node(), pytest.raises(ValueError):
        which("node")
    assert which("node") == str(node)
    monkeypatch.delenv("PATH")
    with lean.without_node():
        pass
    assert "PATH" not in os.environ


class Greeting(RequestHandler):
    def get(self, name):
        self.finish(f"good morning, {name}")


def test_a_handler_is_loaded_by_the_first_request_for_it():
    """Does the request reach it with what its address says?"""
    loaded = []

    def load():
        loaded.append(True)
        return Greeting

    async def answers():
        application = Application()
        rule = (PathMatches("/greet/(?P<name>[a-z]+)$"), Later(application, load))
        application.add_handlers(".*$", [rule])
        socket, port = bind_unused_port()
        server = HTTPServer(application)
        server.add_socket(socket)
        before = list(loaded)
        client = AsyncHTTPClient(force_instance=True)
        answer = await client.fetch(f"http://127.0.0.1:{port}/greet/ada")
        client.close()
        server.stop()
        return before, answer.body

    assert asyncio.run(answers()) == ([], b"good morning, ada")
    assert loaded


class Kernels(AsyncMappingKernelManager):
    """Kernels that start when they are let, and are only heard of."""

    def __init__(self):
        super().__init__()
        self.names = []
        self.let = asyncio.Event()

    async def start_kernel(self, *, kernel_name, path, **rest):
        self.names.append(kernel_name)
        await self.let.wait()
        return "an id"

    def __contains__(self, kernel_id):
        return True

    def kernel_model(self, kernel_id):
        return {"id": kernel_id}


@pytest.fixture
def sessions(tmp_path):
    """The sessions of a desk that holds one notebook."""
    notebook = tmp_path / PATH
    notebook.parent.mkdir()
    notebook.write_text(json.dumps(BOOK))
    contents = AsyncFileContentsManager(root_dir=str(tmp_path))
    made = DeskSessions(kernel_manager=Kernels(), contents_manager=contents)
    yield made
    made.close()
    made.connection.close()


def test_jupyterlab_finds_the_kernel_that_was_started_early(sessions):
    """Even when it asks while that is being started, so that there are never two?"""

    async def asked_meanwhile():
        early = asyncio.create_task(sessions.open_early(ADDRESS))
        asked = asyncio.create_task(sessions.session_exists(PATH))
        for _ in range(10):
            await asyncio.sleep(0)
        assert not asked.done()
        sessions.kernel_manager.let.set()
        await early
        return await asked, await sessions.get_session(path=PATH)

    exists, session = asyncio.run(asked_meanwhile())
    assert exists
    assert (session["type"], session["name"]) == ("notebook", "00 a.ipynb")
    assert session["kernel"] == {"id": "an id"}
    assert sessions.kernel_manager.names == ["own"]


@pytest.mark.parametrize("address", ["/lab", "/lab/tree/gone.ipynb", "/lab/tree/00_start_here"])
def test_what_is_no_notebook_is_left_to_jupyterlab(sessions, address):
    """Does the server go on without a kernel, and without waiting?"""

    async def opened():
        await sessions.open_early(address)
        return await sessions.session_exists(address.removeprefix("/lab/tree/"))

    assert not asyncio.run(opened())
    assert sessions.kernel_manager.names == []
