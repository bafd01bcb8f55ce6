"""Our feedback page by nbgrader's own ways: ``generate_feedback`` and the Formgrader's button."""

from copy import deepcopy
from pathlib import Path
from typing import Any

from nbconvert.exporters import HTMLExporter
from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import ClearHiddenTests, ClearMarkScheme, NbGraderPreprocessor
from traitlets.config import Config, Configurable

from autograder.pages.clear import Regions, clear
from autograder.pages.grades import read_grades
from autograder.pages.language import speaking
from autograder.pages.page import About, render
from autograder.pages.sittings import beside, with_states
from autograder.pages.solutions import ShowSolutions
from autograder.settings import Autograder

TEMPLATES = Path(__file__).with_name("templates")


def regions_of(parent: Configurable) -> Regions:
    """Return the words around what is the graders' own, as a course has configured them."""
    hidden, scheme = ClearHiddenTests(parent=parent), ClearMarkScheme(parent=parent)
    return Regions(
        (hidden.begin_test_delimeter, hidden.end_test_delimeter),
        (scheme.begin_mark_scheme_delimeter, scheme.end_mark_scheme_delimeter),
    )


def language_of(parent: Configurable) -> str:
    """Return the code of the language that a course has configured; empty for English."""
    return Autograder(parent=parent).language


class PrepareFeedback(NbGraderPreprocessor):
    """Reads a notebook's grades, then clears the notebook: before any template sees it."""

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Clear a notebook in place, and put its grades among the resources."""
        about = resources["nbgrader"]
        with Gradebook(about["db_url"]) as gradebook:
            found = read_grades(gradebook, about["assignment"], about["student"])
        grades = found[about["student"], about["notebook"]]
        directory = CourseDirectory(parent=self)
        shown = ShowSolutions(parent=self).of(
            directory, about["assignment"], about["notebook"], grades["due"]
        )
        folder = directory.format_path(
            directory.autograded_directory, about["student"], about["assignment"]
        )
        unit = with_states(beside(found)[about["student"]], Path(folder))
        about["grades"] = {**grades, "solutions": shown, "unit": unit}
        with speaking(language_of(self)):
            clear(nb, regions_of(self))
        return nb, resources


class FeedbackExporter(HTMLExporter):
    """Lays out a feedback page.

    nbconvert's settings say which template: ``c.FeedbackExporter.template_name`` and
    ``extra_template_basedirs``. They are not those of ``HTMLExporter``, because the Formgrader lays
    out its manual grading page with these.
    """

    @property
    def default_config(self) -> Config:
        """Our template, unless a course says otherwise."""
        own = Config()
        own.FeedbackExporter.template_name = "unit_feedback"
        own.FeedbackExporter.extra_template_basedirs = [str(TEMPLATES)]
        merged = super().default_config
        merged.merge(own)
        return merged

    def from_notebook_node(
        self, nb: NotebookNode, resources: Any = None, **kw: Any
    ) -> tuple[str, ResourcesDict]:
        """Return the page of a notebook that `PrepareFeedback` has seen to.

        Parameters
        ----------
        nb : NotebookNode
            An autograded notebook.
        resources : dict
            With what nbgrader says of the submission.
        **kw
            As for nbconvert's own exporters.
        """
        resources = self._init_resources(resources)
        nb, resources = self._preprocess(deepcopy(nb), resources)
        said = resources["nbgrader"]
        about = About(said["student"], said["assignment"], said["notebook"])
        language = language_of(self)
        with speaking(language):
            page = render(nb, said["grades"], about, tuple(self.template_paths), language)
        return page, resources
