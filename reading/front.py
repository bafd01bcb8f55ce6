"""The front page: its own words, and what the README says of the path and of the ways in."""

import re
from pathlib import Path

PLACE = re.compile(r"^\{\{ (.+) \}\}$", re.MULTILINE)
PICTURE = re.compile(r"^!\[.+\]\(.+\)$", re.MULTILINE)
ROW = re.compile(r"^\| ((\d\d) [^|]+) \| (.*) \| ([\d, ]+) \|$", re.MULTILINE)


def front_page(project: Path, sittings: list[str]) -> str:
    """Return the text of the front page.

    Parameters
    ----------
    project : pathlib.Path
        Its `reading/front.md` names, in double braces, what is taken from its README: the text
        below a heading, or the pictures.
    sittings : list of str
        The pages of the sittings, in their order: `course/03a_one_bend.ipynb`.

    Raises
    ------
    LookupError
        If the README has no such heading.
    """
    readme = (project / "README.md").read_text(encoding="utf-8")
    own = (project / "reading" / "front.md").read_text(encoding="utf-8")

    def taken(match: re.Match[str]) -> str:
        if match[1] == "pictures":
            return "\n\n".join(PICTURE.findall(readme))
        return _with_sittings(_below(readme, match[1]), sittings)

    return PLACE.sub(taken, own)


def _below(readme: str, heading: str) -> str:
    """Return what stands below a heading, up to the next of its level or above."""
    found = re.search(rf"^(#+) {re.escape(heading)}$", readme, re.MULTILINE)
    if found is None:
        raise LookupError(f"README.md has no heading {heading!r}, which reading/front.md asks for")
    rest = readme[found.end() :]
    after = re.search(rf"^#{{1,{len(found[1])}}} ", rest, re.MULTILINE)
    return rest[: after.start() if after else None].strip()


def _with_sittings(text: str, sittings: list[str]) -> str:
    """Return a table of the path in which units and sittings are links to their pages."""

    def linked(match: re.Match[str]) -> str:
        unit, number, between, minutes = match.groups()
        pages = [page for page in sittings if Path(page).name.startswith(number)]
        pairs = zip(pages, minutes.split(", "), strict=True)
        parts = [f"[{Path(page).name[:3]}](/{page}) {each}" for page, each in pairs]
        return f"| [{unit}](/{pages[0]}) | {between} | {', '.join(parts)} |"

    return ROW.sub(linked, text)
