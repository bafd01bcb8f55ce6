"""nbgrader's settings for this course. Each line says why it is here."""

c = get_config()  # noqa: F821 (nbgrader provides it)

# The name under which assignments travel through the exchange. Where the exchange lies is each
# installation's own matter: instructors and learners set c.Exchange.root.
c.CourseDirectory.course_id = "neural_networks"

# nbgrader's own stub is a bare `raise NotImplementedError()`, which tells a beginner nothing.
c.ClearSolutions.code_stub = {
    "python": (
        "# Write your code here, then delete the line below.\n"
        'raise NotImplementedError("Not written yet: replace this line with your answer.")'
    )
}

# The feedback page is our own, whether `autograder feedback`, `nbgrader generate_feedback` or the
# Formgrader's button makes it. PrepareFeedback reads the grades and then takes the hidden tests and
# the mark schemes out of the notebook: out of its cells, outputs and tracebacks. (nbgrader's own
# ClearHiddenTests leaves the tests in the tracebacks of those that fail.)
c.GenerateFeedback.preprocessors = ["autograder.pages.exporter.PrepareFeedback"]

# An exporter of its own, and no `c.HTMLExporter.template_name`: the Formgrader's manual grading
# page comes from HTMLExporter, too, and would get the learner's page in its place. For another
# layout, copy autograder/pages/templates/unit_feedback, change it, and name it here:
# c.FeedbackExporter.template_name = "my_feedback"
# c.FeedbackExporter.extra_template_basedirs = ["templates"]
c.GenerateFeedback.exporter_class = "autograder.pages.exporter.FeedbackExporter"

# What the engine notes of a submission, for instructors, stays out of the feedback folders.
c.CourseDirectory.ignore = [".ipynb_checkpoints", "*.pyc", "__pycache__", "feedback", "result.json"]

# `nbgrader autograde` and the Formgrader's button run submissions as `autograder grade` does: in a
# sandbox, with the tests out of their reach (docs/grading.md). The second line leaves the repair of
# submissions to the same engine: nbgrader's own stops the whole class for one copied cell.
c.Autograde.autograde_preprocessors = ["autograder.stock.Isolated"]
c.Autograde.sanitize_preprocessors = []

# While the tests of an exercise run, the finished copies of its answer refuse to be called: they
# are there for the later exercises (docs/grading.md).
c.Autograder.withheld = "course.toolbox.withheld:WITHHELD"

# All tests here are written to run outside the learner's process: there is nothing to try before a
# unit's first submission (docs/grading.md).
c.Autograder.try_tests = False

# Learners see of a visible test its first line, which says what it checks, and its message: the
# test itself holds the hints, and is opened by a click by whoever is curious (docs/author.md).
c.Autograder.fold_tests = True

# `nbgrader export` marks those whose latest submission is ungradable: their points are those from
# before, or 0.
c.ExportApp.plugin_class = "autograder.engine.gradebook.export.MarkedCsv"

# nbgrader's exchange does not say when a unit is due: the release does, and a learner's Home shows
# it.
c.ExchangeFactory.release_assignment = "autograder.due_date.ReleaseWithDueDate"

# nbgrader forgets when feedback was released, and with which points: `autograder history` tells it.
c.ExchangeFactory.release_feedback = "autograder.feedback_release.ReleaseAndNote"

# Nothing is used before it is explained: `autograder build` holds the texts against what readers
# know and against the glossary (docs/author.md, "Words").
c.Autograder.known_words = "source/known.txt"
c.Autograder.glossary = "source/glossary.md"

# In a translated notebook the checks and figures are told their language: `course.language`.
c.Autograder.below_imports = 'from course.language import speak\n\nspeak("{language}")'
