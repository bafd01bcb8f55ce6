"""Sphinx's settings for the reading edition."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from reading.pages import terms  # noqa: E402

project = "Neural networks by hand"
author = "the authors of Neural networks by hand"
copyright = f"2026, {author}"
language = "en"

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx_design",
    "sphinx_copybutton",
    "reading.docstrings",
    "reading.reachable",
    "reading.mathml",
    "reading.words",
]
nb_execution_mode = "off"
nb_merge_streams = True
nb_mime_priority_overrides = [("html", "text/html", 10)]
myst_enable_extensions = ["colon_fence", "dollarmath"]
myst_heading_anchors = 4
myst_update_mathjax = False
html_math_renderer = "mathml"
course_terms = terms((HERE.parent / "source" / "glossary.md").read_text(encoding="utf-8"))

autodoc_default_options = {"members": True, "show-inheritance": True}
autodoc_typehints = "none"
# A default that is a path would name a folder of the machine that made the website.
autodoc_preserve_defaults = True
autodoc_member_order = "bysource"

html_theme = "furo"
# The theme's own choice for dark pages underlines modules, as if they were links.
pygments_dark_style = "github-dark"
html_title = project
html_static_path = [str(HERE / "_static")]
html_css_files = ["reading.css"]
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
html_theme_options = {"navigation_with_keys": False, "top_of_page_buttons": []}
exclude_patterns = ["_build"]
# A learner's code is not to be copied with the marks of an interactive session.
copybutton_selector = "div.highlight-ipython3 pre, div.highlight-python pre, div.highlight-sh pre"
