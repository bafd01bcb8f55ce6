"""Where the pages of a report lie, and the one script that may run on them."""

import base64
import hashlib
from pathlib import Path

FOLDER = "report"
INDEX = "index.html"

SCRIPT = Path(__file__).with_name("templates").joinpath("sorting.js").read_text(encoding="utf-8")
"""Sorts a table by the column whose heading is pressed."""

_DIGEST = base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()
POLICY = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{_DIGEST}'"
"""A Content-Security-Policy: whatever else is on a page, nothing but the script above runs."""
