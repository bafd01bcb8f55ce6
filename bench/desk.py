"""How long a learner waits from `course lab` (already installed) to the first cell run.

The clock starts with the command. The browser is open already, as a learner's mostly is; it loads
JupyterLab's page as soon as the command has told the address, and the button on Home is pressed
as soon as it is there. The clock stops when the first code cell of unit 00 shows its output.
Behind the desk the grader is being prepared at the same time.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

N = 3
LIMIT = 8.0
PATIENCE = 120
TOLD = re.compile(r"http://127\.0\.0\.1:\d+/\S+")


def once(browser, home):
    """Open the desk in a home folder, run the first cell, and stop; return the seconds.

    Parameters
    ----------
    browser : playwright.sync_api.Browser
        Started already.
    home : pathlib.Path
        The home folder; its desk is made if missing.
    """
    log = home / "log"
    began = time.perf_counter()
    with log.open("w") as output:
        lab = subprocess.Popen(
            [sys.executable, "-m", "course", "lab", "--no-browser"],
            cwd=home,
            env={**os.environ, "HOME": str(home)},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        page = browser.new_page()
        page.goto(address(lab, log))
        page.locator(".course-home-continue button").click(timeout=PATIENCE * 1000)
        # Before that, JupyterLab may drop the keys.
        page.get_by_text("| Idle").wait_for(timeout=PATIENCE * 1000)
        first = page.locator(".jp-CodeCell").first
        first.locator(".cm-content").click(timeout=PATIENCE * 1000)
        page.keyboard.press("Control+Enter")
        first.get_by_text("It works. 6 * 7 is 42").wait_for(timeout=PATIENCE * 1000)
        seconds = time.perf_counter() - began
        page.close()
    finally:
        lab.terminate()
        lab.wait()
    return seconds


def address(lab, log):
    """Return the address that a starting `course lab` tells.

    Parameters
    ----------
    lab : subprocess.Popen
        The command.
    log : pathlib.Path
        What it writes.
    """
    until = time.perf_counter() + PATIENCE
    while time.perf_counter() < until and lab.poll() is None:
        told = TOLD.search(log.read_text())
        if told:
            return told.group()
        time.sleep(0.02)
    raise RuntimeError(f"course lab did not start: {log.read_text()}")


def main():
    """Print the seconds for new desks and for second starts."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        chromium = None
    if chromium is None:
        print("from `course lab` to the first cell: not measured, there is no Chromium here")
        return
    flags = ["--no-sandbox", "--disable-gpu", "--no-first-run"]
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        for name, homes in (
            ("a new desk", [f"home{n}" for n in range(N)]),
            ("a desk of before", ["home0"] * N),
        ):
            seconds = []
            for home in homes:
                Path(folder, home).mkdir(exist_ok=True)
                seconds.append(once(browser, Path(folder, home)))
            times = ", ".join(f"{each:.1f}" for each in sorted(seconds))
            print(f"`course lab` to the first cell, {name:17} {times} s   (limit {LIMIT:g})")
        browser.close()


if __name__ == "__main__":
    main()
