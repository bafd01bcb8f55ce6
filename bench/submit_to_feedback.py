"""How long a learner waits from the button Submit until the feedback is on the screen.

A desk of one who learns alone, a real browser, the grader ready. The clock starts with the click
and stops when JupyterLab shows the points and the button that opens the page. That is: saving,
handing in, collecting, grading in the sandbox, making the page, fetching it, and showing it. A
cell is changed before each Submit, as nothing is graded twice.

Beside it the same unit nbgrader's own way, by its commands without a pause between them:
`submit`, `collect`, `autograde`, `generate_feedback`, `release_feedback`, `fetch_feedback`, with
nbgrader's own settings. No browser takes part in that, and no sandbox.
"""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.desk import PATIENCE, address
from bench.watch import UNIT, Class
from course.desk.desk import Desk
from course.desk.grader import grader_state

BOOK = "02a_one_prediction"
N, BY_HAND = 20, 3
MEDIAN, LATE = 1.5, 3.0
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run"]
COMMANDS = ("collect", "autograde", "generate_feedback", "release_feedback")


def on_the_desk(browser, home: Path) -> list[float]:
    """Return the seconds of each Submit on a new desk.

    Parameters
    ----------
    browser : playwright.sync_api.Browser
        Started already.
    home : pathlib.Path
        An empty home folder.
    """
    log, desk = home / "log", home / "desk"
    with log.open("w") as output:
        lab = subprocess.Popen(
            [sys.executable, "-m", "course", "lab", "--no-browser", "--desk", str(desk)],
            cwd=home,
            env={**os.environ, "HOME": str(home)},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        base, token = re.match(r"(http://[^/]+)/.*token=(\w+)", address(lab, log)).groups()
        until = time.monotonic() + 2 * PATIENCE
        while grader_state(Desk(desk))[0] != "ready":
            if time.monotonic() > until:
                raise RuntimeError(f"the grader is not ready: {log.read_text()}")
            time.sleep(0.2)
        page = browser.new_page(viewport={"width": 1180, "height": 980})
        page.goto(f"{base}/lab/tree/{UNIT}/{BOOK}.ipynb?token={token}")
        page.get_by_text("| Idle").wait_for(timeout=PATIENCE * 1000)
        return [_submitted(page, number) for number in range(N)]
    finally:
        lab.terminate()
        lab.wait()


def _submitted(page, number: int) -> float:
    """Change a cell, submit, and wait for the points; return the seconds."""
    page.locator(".jp-CodeCell .cm-content").first.click()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text(f"\n# {number}")
    began = time.perf_counter()
    page.get_by_role("button", name="Submit", exact=True).click()
    strip = page.locator(".course-strip:visible")
    strip.get_by_text("The feedback is there").wait_for(timeout=PATIENCE * 1000)
    seconds = time.perf_counter() - began
    strip.get_by_role("button", name="Close").click()
    return seconds


def by_hand(folder: Path) -> list[float]:
    """Return the seconds that nbgrader's own commands take, one after the other.

    Parameters
    ----------
    folder : pathlib.Path
        Not there yet.
    """
    room, waits = Class(folder), []
    room.write("learner")
    home = room.homes / "learner"
    shutil.copy(room.course / "nbgrader_config.py", home)
    for number in range(BY_HAND):
        room.write("learner", f"print({number})")
        began = time.perf_counter()
        _run(home, "submit", UNIT)
        for command in COMMANDS:
            _run(room.course, command, UNIT, *(["--update"] if command == "collect" else []))
        _run(home, "fetch_feedback", UNIT)
        waits.append(time.perf_counter() - began)
        time.sleep(1)  # nbgrader tells submissions apart by the second
    return waits


def _run(folder: Path, *words: str) -> None:
    own = {**os.environ, "HOME": str(folder)}
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *words],
        cwd=folder,
        env=own,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"nbgrader {words[0]}: {done.stderr}")


def main() -> None:
    """Print both."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        chromium = None
    print(f"From Submit to the feedback on the screen: unit {UNIT[:2]}")
    with tempfile.TemporaryDirectory() as folder:
        if chromium is None:
            print("  on a desk: not measured, there is no Chromium here")
        else:
            home = Path(folder, "home")
            home.mkdir()
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
                waits = sorted(on_the_desk(browser, home))
                browser.close()
            late = waits[min(len(waits) - 1, int(0.95 * len(waits)))]
            print(
                f"  on a desk, {N} times: median {statistics.median(waits):.2f} s "
                f"(asked: {MEDIAN:g}), 95 % {late:.2f} s (asked: {LATE:g}), "
                f"longest {waits[-1]:.2f} s"
            )
        waits = by_hand(Path(folder, "class"))
        print(f"  nbgrader's commands by hand, {BY_HAND} times: median", end=" ")
        print(f"{statistics.median(waits):.1f} s")


if __name__ == "__main__":
    main()
