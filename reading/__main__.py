"""`python -m reading FOLDER`: lays out the pages and has Sphinx make the website of them."""

import shutil
import sys
import tempfile
from pathlib import Path

from sphinx.cmd.build import build_main

from reading.layout import lay_out

HERE = Path(__file__).resolve().parent


def main(folder: Path) -> int:
    """Make the website in a folder, which is made anew; return Sphinx's exit status."""
    shutil.rmtree(folder, ignore_errors=True)
    with tempfile.TemporaryDirectory() as pages:
        lay_out(HERE.parent, Path(pages))
        options = ["-b", "html", "-W", "--keep-going", "-q", "-c", str(HERE)]
        doctrees = str(Path(pages, "_build"))
        return build_main([*options, "-d", doctrees, pages, str(folder)])


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
