"""Who may read the report on the instructor's desk, and what else is not to be had there."""

import asyncio
import base64
import hashlib
import re

import pytest
from jupyter_server.serverapp import ServerApp
from tornado.httpclient import AsyncHTTPClient
from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port

from autograder.jupyter.extension import _load_jupyter_server_extension
from autograder.reporting.page import course_page
from autograder.reporting.place import POLICY

TOKEN = "let-me-in"
REPORT = "/base/autograder/report/"


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """Jupyter's server on a course folder with a report; and a way to ask it."""
    root = tmp_path_factory.mktemp("reported")
    folder = root / ".autograder" / "report"
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(course_page([], [], anonymous=False), encoding="utf-8")
    (folder / "01_lines.html").write_text("<p>ada</p>")
    (folder / "notes.csv").write_text("ada")
    (root / ".autograder" / "secret.html").write_text("not for the desk")
    (folder / "linked.html").symlink_to(root / ".autograder" / "secret.html")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("CONFIG", "DATA", "RUNTIME"):
            patch.setenv(f"JUPYTER_{name}_DIR", str(root / name))
        patch.setattr(ServerApp, "init_signal", lambda app: None)  # Ctrl-C stays the tests' own
        app = ServerApp(root_dir=str(root), base_url="/base/", log_level="CRITICAL")
        words = [f"--IdentityProvider.token={TOKEN}", "--allow-root"]
        app.initialize(words, find_extensions=False, new_httpserver=False)
    _load_jupyter_server_extension(app)

    async def ask(address, **headers):
        socket, port = bind_unused_port()
        server = HTTPServer(app.web_app)
        server.add_socket(socket)
        answer = await AsyncHTTPClient().fetch(
            f"http://127.0.0.1:{port}{address}",
            headers=headers,
            raise_error=False,
            follow_redirects=False,
        )
        server.stop()
        return answer

    return lambda name, **headers: asyncio.run(ask(f"{REPORT}{name}", **headers))


LOGGED_IN = {"Authorization": f"token {TOKEN}"}


def test_who_is_logged_in_reads_it(served):
    answer = served("", **LOGGED_IN)
    assert answer.code == 200 and b"<h1>The course</h1>" in answer.body
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"
    assert served("01_lines.html", **LOGGED_IN).body == b"<p>ada</p>"


def test_nobody_else_does(served):
    for name in ("", "01_lines.html"):
        answer = served(name)
        assert answer.code in (302, 403) and b"ada" not in answer.body
        assert b"The course" not in answer.body


def test_only_the_sorting_of_tables_runs_and_in_an_origin_of_its_own(served):
    answer = served("", **LOGGED_IN)
    rules = answer.headers["Content-Security-Policy"]
    assert POLICY in rules and "frame-ancestors 'self'" in rules
    assert re.findall(r"sandbox[^;]*", rules) == ["sandbox allow-scripts"]
    [script] = re.findall(r"<script>(.*?)</script>", answer.body.decode(), re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert re.findall(r"script-src ([^;]*)", rules) == [f"'sha256-{digest}'"]


@pytest.mark.parametrize(
    "name",
    [
        "02_none.html",
        "notes.csv",
        "linked.html",
        "..%2Fsecret.html",
        "..%2F..%2Fgradebook.db",
        "%2e%2e%2fsecret.html",
        "%00.html",
    ],
)
def test_nothing_but_its_pages_is_served(served, name):
    answer = served(name, **LOGGED_IN)
    assert answer.code in (400, 404) and b"not for the desk" not in answer.body


def test_before_there_is_one_a_sentence_says_how_to_get_it(served):
    answer = served("02_none.html", **LOGGED_IN)
    assert answer.code == 404 and b"<code>autograder report</code>" in answer.body
