"""What `autograder desk` sets for the Formgrader, beside the course's own settings."""

from pathlib import Path

c = get_config()  # noqa: F821 (nbgrader provides it)

# The Formgrader chooses the template's name itself; the file is free, and named by its path.
c.HTMLExporter.template_file = str(Path(__file__).with_name("templates") / "marking.html.j2")
c.HTMLExporter.preprocessors = ["autograder.jupyter.marking.MarkingView"]
