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

# nbgrader's feedback page is made from the autograded notebook, which holds the hidden tests and
# the mark schemes. They are taken out after the grades have been read and before the page is laid
# out.
# (nbgrader's own ClearHiddenTests leaves the tests in the tracebacks of those that fail.)
c.GenerateFeedback.preprocessors = [
    "nbgrader.preprocessors.GetGrades",
    "autograder.tracebacks.ClearHiddenTestsAndTracebacks",
    "nbgrader.preprocessors.ClearMarkScheme",
    "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
]
