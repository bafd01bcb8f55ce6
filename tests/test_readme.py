"""Does the README tell of the course as it is?"""

import re
import tomllib

import pytest
from unit import ROOT

DOCS = sorted((ROOT / "docs").glob("*.md"))
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PAGES = ["README.md", "CONTRIBUTING.md", "SECURITY.md", *(f"docs/{p.name}" for p in DOCS)]
LICENSES = {"BSD-3-Clause": "BSD 3-Clause", "CC-BY-4.0": "CC BY 4.0"}
ACTIONS = "../../actions/workflows/"
"""On GitHub, a README's own repository, whatever it is called: two folders up from its branch."""

TIME = re.compile(r"^# Time: about (\d+) minutes", re.MULTILINE)


def stated():
    """Return the minutes that each unit's notebooks state, in their order."""
    found = {}
    for path in sorted((ROOT / "source").glob("[0-9][0-9]?_*.py")):
        minutes = TIME.search(path.read_text(encoding="utf-8"))[1]
        found.setdefault(path.name[:2], []).append(minutes)
    return found


def test_the_path_has_the_minutes_that_the_notebooks_state():
    rows = re.findall(r"^\| (\d\d) .*\| ([\d, ]+) \|$", README, re.MULTILINE)
    assert {unit: minutes.split(", ") for unit, minutes in rows} == stated()


def test_the_sittings_are_counted_and_the_shortest_and_longest_named():
    minutes = [int(each) for unit in stated().values() for each in unit]
    said = f"{len(minutes)} sittings of {min(minutes)} to {max(minutes)} minutes"
    assert said in re.sub(r"\s+", " ", README)


def test_the_wrong_tries_are_counted():
    judged = [
        each["verdict"]
        for path in (ROOT / "tests/tries/judged").glob("*.toml")
        for each in tomllib.loads(path.read_text(encoding="utf-8")).values()
    ]
    wrong = [verdict for verdict in judged if verdict != "passed"]
    assert f"{wrong.count('bare')} of {len(wrong):,}" in README


def test_it_states_the_oldest_python_and_the_licenses_of_the_package():
    """In words: a badge would say no more."""
    oldest = PROJECT["requires-python"].removeprefix(">=")
    assert f"Python {oldest} or newer" in README
    stated = README.rpartition("## License")[2]
    assert all(LICENSES[each] in stated for each in PROJECT["license"].split(" AND "))


def test_a_badge_shows_a_workflow_that_there_is():
    names = re.findall(rf"\({re.escape(ACTIONS)}([\w-]+\.yml)(?:/badge\.svg)?\)", README)
    assert names
    assert all((ROOT / ".github" / "workflows" / name).is_file() for name in names)


@pytest.mark.parametrize("page", PAGES)
def test_every_link_of_a_page_leads_to_a_file(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    targets = re.findall(r"\]\((?!https?://|#)([^)#\s]+)", text)
    folder = (ROOT / page).parent
    here = [each for each in targets if not each.startswith(ACTIONS)]
    assert [each for each in here if not (folder / each).exists()] == []
