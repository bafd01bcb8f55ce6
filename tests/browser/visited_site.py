"""Every page of a website, visited once: what axe finds, and what does not fit."""

import functools
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

DESK, PHONE = {"width": 1280, "height": 980}, {"width": 390, "height": 844}
PAPER = {"width": 680, "height": 980}
"""A4 between margins of 15 mm."""

WIDTH = "document.documentElement.scrollWidth"
CUT = """
[...document.querySelectorAll('article pre, article img, article table, article math')]
  .filter(part => part.getBoundingClientRect().right > innerWidth
                  || part.scrollWidth > part.clientWidth && part.tagName === 'PRE')
  .map(part => part.outerHTML.slice(0, 300))
"""
STUCK = """
[...document.querySelectorAll('body *')]
  .filter(part => getComputedStyle(part).position === 'fixed' && part.checkVisibility())
  .map(part => part.outerHTML.slice(0, 300))
"""
"""What stands at a fixed place is printed on every sheet, over the text."""


class Quiet(SimpleHTTPRequestHandler):
    """Says nothing of each request."""

    def log_message(self, *_):
        """Leave it out."""


class Served:
    """A folder on a server of its own, as a context."""

    def __init__(self, folder):
        handler = functools.partial(Quiet, directory=str(folder))
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}/"

    def __enter__(self):
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()


def visit(page, address, findings):
    """Return what is wrong with a page, each as a list that is empty if nothing is.

    Parameters
    ----------
    page : playwright.sync_api.Page
    address : str
    findings : callable
        From a page, and axe's options, to what axe finds there.

    Returns
    -------
    dict
        `light`: all that axe finds; `dark`: what it finds of the colors, the one thing that is
        another then; `wide`: the widths of windows that the page is wider than; `cut`: what is
        cut off on paper; `stuck`: what would be printed on every sheet.
    """
    page.set_viewport_size(DESK)
    page.emulate_media(color_scheme="light", media="screen")
    page.goto(address)
    found = {"light": findings(page)}
    page.emulate_media(color_scheme="dark")
    found["dark"] = findings(page, {"runOnly": ["color-contrast"]})
    found["wide"] = []
    for window in (DESK, PHONE):
        page.set_viewport_size(window)
        found["wide"] += [window["width"]] * (page.evaluate(WIDTH) > window["width"])
    page.set_viewport_size(PAPER)
    page.emulate_media(media="print")
    return found | {"cut": page.evaluate(CUT), "stuck": page.evaluate(STUCK)}
