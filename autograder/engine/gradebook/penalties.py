"""What being late costs, as nbgrader's own preprocessor and its plugin say."""

from nbgrader.api import SubmittedAssignment, SubmittedNotebook
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy.orm import Session

from autograder.course import Course


def set_penalty(
    course: Course,
    session: Session,
    submission: SubmittedAssignment,
    notebook: SubmittedNotebook,
) -> None:
    """Set the late penalty of one notebook of a submission; the caller commits."""
    notebook.late_submission_penalty = None
    if submission.total_seconds_late > 0:
        session.refresh(notebook, ["score"])
        preprocessor = AssignLatePenalties(parent=course.app)
        preprocessor.log.disabled = True
        preprocessor.init_plugin()
        penalty = preprocessor.plugin_inst.late_submission_penalty(
            submission.student_id, notebook.score, submission.total_seconds_late
        )
        if penalty is not None:
            notebook.late_submission_penalty = preprocessor._check_late_penalty(notebook, penalty)
