"""The reading edition: the course as a website, for those who have installed nothing.

`make site` makes pages of the committed notebooks and of the docs (`pages`), and Sphinx with
MyST-NB makes the website of them (`conf.py`). No notebook runs: what is shown is what the course's
build wrote, and CI holds that to its texts.

Why Sphinx, and not Jupyter Book 2: its pages are plain HTML, which prints, is searched and is read
aloud without a program in the browser; it makes the library's pages of docstrings; and all of it
arrives with pip. Jupyter Book 2 needs Node.js, draws its pages with a program of its own and
fetches that from another server while the website is made.
"""
