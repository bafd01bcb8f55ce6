"""How long a page of the website takes, with a cold cache, from a server on this machine.

Each page is opened in a browser window that has loaded nothing yet. The clock is the browser's own:
from the start of the navigation to the end of the load event, pictures and fonts included.
"""

import functools
import shutil
import statistics
import tempfile
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from bench.submit_to_feedback import FLAGS

ASKED = 1.0
LOADED = """
performance.getEntriesByType('navigation')
  .map(entry => (entry.loadEventEnd - entry.startTime) / 1000)[0]
"""


class Quiet(SimpleHTTPRequestHandler):
    """Says nothing of each request."""

    def log_message(self, *_) -> None:
        """Leave it out."""


def seconds_to_load(browser, site: Path) -> dict[str, float]:
    """Return {page: seconds} of a website.

    Parameters
    ----------
    browser : playwright.sync_api.Browser
    site : pathlib.Path
        Its folder.
    """
    taken = {}
    handler = functools.partial(Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for path in sorted(site.rglob("*.html")):
            name = path.relative_to(site).as_posix()
            page = browser.new_page()
            page.goto(f"http://127.0.0.1:{server.server_port}/{name}")
            taken[name] = page.evaluate(LOADED)
            page.close()
        server.shutdown()
    return taken


def main() -> None:
    """Print the median and the slowest page."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    print("The website: seconds until a page has loaded, cold cache")
    try:
        from playwright.sync_api import sync_playwright

        from reading.__main__ import main as make_site
    except ImportError:
        print('  not measured: it needs pip install ".[test,site]"')
        return
    if chromium is None:
        print("  not measured: there is no Chromium here")
        return
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder, "site")
        make_site(site)
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        taken = seconds_to_load(browser, site)
        browser.close()
    slowest = max(taken, key=taken.get)
    print(
        f"  {len(taken)} pages: median {statistics.median(taken.values()):.2f} s, "
        f"slowest {taken[slowest]:.2f} s ({slowest}; asked: {ASKED:g})"
    )


if __name__ == "__main__":
    main()
