"""What being late costs, as nbgrader's own preprocessor and its plugin say."""

from types import SimpleNamespace

from nbgrader.preprocessors import AssignLatePenalties

from autograder.course import Course


def late_penalty(course: Course, student: str, score: float, seconds: float) -> float | None:
    """Return what one notebook loses; None where it loses nothing.

    Parameters
    ----------
    course : Course
        Its configuration names the plugin.
    student : str
    score : float
        The notebook's own, of which no more than all can be lost.
    seconds : float
        By which the submission came too late; more than 0.
    """
    preprocessor = AssignLatePenalties(parent=course.app)
    preprocessor.log.disabled = True
    preprocessor.init_plugin()
    penalty = preprocessor.plugin_inst.late_submission_penalty(student, score, seconds)
    if penalty is None:
        return None
    return preprocessor._check_late_penalty(SimpleNamespace(score=score), penalty)
