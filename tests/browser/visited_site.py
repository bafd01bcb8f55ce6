"""Every page of a website, visited once: what axe finds, and what does not fit."""

import functools
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

DESK, PHONE = {"width": 1280, "height": 980}, {"width": 390, "height": 844}
PAPER = {"width": 680, "height": 980}
"""A4 between margins of 15 mm."""

WHOLE = ("index.html", "03b_tanh_and_sigmoid.html", "grading.html", "search.html", "functions.html")
TEXT = {"include": [["article"]], "exclude": [["pre"]]}
"""What is around the text, and the colors of code, are the same everywhere: a page of each kind is
judged as a whole, and the others without them, which takes a fraction of the time."""

BRIEF = {"resultTypes": ["violations"]}
"""axe tells of nothing else, which makes it quicker."""

SCROLLED = """
() => {
  document.querySelectorAll('details:has(pre)').forEach(folded => { folded.open = true; });
  return [...document.querySelectorAll('.cell_input pre, details pre')]
    .filter(part => part.scrollWidth > part.clientWidth)
    .map(part => part.innerText.slice(0, 300));
}
"""
"""A line of code may be 100 characters long. Whoever reads on a screen sees each one whole."""

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
  .filter(part => {
    const {width, height, left, right} = part.getBoundingClientRect();
    return width * height > 0 && right > 0 && left < innerWidth;
  })
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
        From a page, a selector of what is judged, and axe's options, to what axe finds there.

    Returns
    -------
    dict
        `light`: what axe finds; `dark`: what it finds of the colors, the one thing that is another
        then; `scrolled`: code that is wider than its box; `wide`: the widths of windows that the
        page is wider than; `cut`: what is cut off on paper; `stuck`: what would be printed on every
        sheet.
    """
    page.set_viewport_size(DESK)
    page.emulate_media(color_scheme="light", media="screen")
    page.goto(address)
    part = None if address.endswith(WHOLE) else TEXT
    found = {"light": findings(page, part, BRIEF)}
    page.emulate_media(color_scheme="dark")
    found["dark"] = findings(page, part, BRIEF | {"runOnly": ["color-contrast"]})
    found |= {"scrolled": page.evaluate(SCROLLED), "wide": []}
    for window in (DESK, PHONE):
        page.set_viewport_size(window)
        found["wide"] += [window["width"]] * (page.evaluate(WIDTH) > window["width"])
    page.set_viewport_size(PAPER)
    page.emulate_media(media="print")
    return found | {"cut": page.evaluate(CUT), "stuck": page.evaluate(STUCK)}
