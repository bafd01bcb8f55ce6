"""A page of a new browser that notes script errors and requests to elsewhere."""

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
def watched_page(theirs=lambda error: False):
    """Open a page; in the end, a script error or a request to elsewhere is an AssertionError.

    Parameters
    ----------
    theirs : callable, optional
        Whether an error, given as its words and its stack, is a known one that is not ours.
    """
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("there is no Chromium on this machine (Debian: apt install chromium)")
    outside, errors = [], []
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 1180, "height": 980})
        page.on("request", lambda request: _note_outside(request.url, outside))
        page.on("pageerror", lambda error: errors.append(f"{error}\n{error.stack}"))
        yield page
        browser.close()
    assert not outside, outside
    errors = [each for each in errors if not theirs(each)]
    assert not errors, errors


def _note_outside(url, outside):
    if not re.match(r"(http|ws)://127\.0\.0\.1:|data:|blob:|about:", url):
        outside.append(url)
