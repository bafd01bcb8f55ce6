"""`python -m reading FOLDER`: lays out the pages and has Sphinx make the website of them."""

import sys
import tempfile
from pathlib import Path

from sphinx.cmd.build import build_main

from reading.layout import lay_out

HERE = Path(__file__).resolve().parent
OURS = ".buildinfo"
"""Sphinx leaves this file in each website that it makes."""


def main(folder: Path) -> int:
    """Make the website in a folder, which is made anew; return the exit status.

    It is made elsewhere first, beside the folder: what fails leaves the former one, and MyST-NB's
    own copies of the notebooks, which it writes beside the website, go with the rest. A folder
    with anything else in it is left as it is.
    """
    folder = folder.resolve()
    if folder.exists() and not _may_go(folder):
        print(
            f"{folder} is there, and is no website that was made here: it stays as it is. Name "
            "another folder, or take it away.",
            file=sys.stderr,
        )
        return 2
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".site-", dir=folder.parent) as made:
        pages, site = Path(made, "pages"), Path(made, "site")
        pages.mkdir()
        lay_out(HERE.parent, pages)
        options = ["-b", "html", "-W", "--keep-going", "-q", "-c", str(HERE)]
        status = build_main([*options, "-d", str(pages / "_build"), str(pages), str(site)])
        if status == 0:
            if folder.exists():
                folder.rename(Path(made, "former"))
            site.rename(folder)
            print(f"The website is made: open {folder / 'index.html'} in a browser.")
    return status


def _may_go(folder: Path) -> bool:
    return folder.is_dir() and ((folder / OURS).is_file() or not any(folder.iterdir()))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
