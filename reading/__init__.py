"""The reading edition: the course as a website, for those who have installed nothing.

`make site` makes pages of the committed notebooks and of the docs (`pages`), and Sphinx with
MyST-NB makes the website of them (`conf.py`). No notebook runs: what is shown is what the course's
build wrote, and CI holds that to its texts.
"""
