"""A browser, and pages of it that note script errors and requests to elsewhere."""

import contextlib
import re
import shutil

import pytest

FLAGS = [
    "--no-sandbox",  # containers and CI run as root, where Chromium's own sandbox cannot start
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@contextlib.contextmanager
def opened_browser():
    """Start Chromium; yield a context, whose pages fetch and read JupyterLab's scripts once."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("there is no Chromium on this machine (Debian: apt install chromium)")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started.new_context(viewport={"width": 1180, "height": 980})
        started.close()


@contextlib.contextmanager
def watched_page(browser):
    """Open a page; in the end, a script error or a request to elsewhere is an AssertionError."""
    outside, errors = [], []
    page = browser.new_page()
    page.on("request", lambda request: _note_outside(request.url, outside))
    page.on("websocket", lambda socket: _note_outside(socket.url, outside))
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    page.close()
    assert not outside
    assert not errors


def _note_outside(url, outside):
    if not re.match(r"(http|ws)://127\.0\.0\.1:|data:|blob:|about:", url):
        outside.append(url)


@pytest.fixture(scope="module")
def browser():
    """A browser for the pages of a module."""
    with opened_browser() as browser:
        yield browser


@pytest.fixture
def page(browser):
    """A new page; a script error or a request to the outside fails the test."""
    with watched_page(browser) as page:
        yield page
