"""`python -m reading FOLDER`: lays out the pages and has Sphinx make the website of them."""

import shutil
import sys
import tempfile
from pathlib import Path

from sphinx.cmd.build import build_main

from reading.layout import lay_out

HERE = Path(__file__).resolve().parent


def main(folder: Path) -> int:
    """Make the website in a folder, which is made anew; return Sphinx's exit status.

    It is made elsewhere first: what fails leaves the former one, and MyST-NB's own copies of the
    notebooks, which it writes beside the website, go with the rest.
    """
    with tempfile.TemporaryDirectory() as made:
        pages, site = Path(made, "pages"), Path(made, "site")
        pages.mkdir()
        lay_out(HERE.parent, pages)
        options = ["-b", "html", "-W", "--keep-going", "-q", "-c", str(HERE)]
        status = build_main([*options, "-d", str(pages / "_build"), str(pages), str(site)])
        if status == 0:
            shutil.rmtree(folder, ignore_errors=True)
            shutil.move(site, folder)
    return status


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
