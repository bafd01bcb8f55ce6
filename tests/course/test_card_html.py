"""Does a card stand by itself, in an editor that knows nothing of JupyterLab?"""

import re
from types import SimpleNamespace

import pytest

from course.checks.showing import card


@pytest.fixture
def shown(monkeypatch):
    """What a kernel's notebook gets of each card."""
    published = []
    shell = SimpleNamespace(display_pub=SimpleNamespace(publish=published.append))
    monkeypatch.setattr(card, "notebook_shell", lambda: shell)
    return published


def test_a_card_brings_all_that_it_needs(shown):
    """VS Code shows the HTML without JupyterLab's theme and without our extension."""
    card.show_passed("It works.")
    card.show_failed(AssertionError("It is 3. What does `np.where` do?"))
    assert [each["text/plain"] for each in shown] == ["It works.", "Not yet"]
    for each in shown:
        assert each["text/html"].startswith("<style>")
        # Where a variable of JupyterLab's theme is not there, its equal stands beside it.
        assert not re.search(r"var\([^,)]*\)|<script|src=|href=|url\(|@import", each["text/html"])
