"""All that a text must fulfil before it is worth running, whichever file the rule stands in."""

from autograder.building.folding import folding_problems
from autograder.building.rules import text_problems
from autograder.building.siblings import sibling_problems
from autograder.building.text import Unit
from autograder.building.words import word_problems
from autograder.course import Course
from autograder.problems import Problem


def all_problems(unit: Unit, course: Course) -> list[Problem]:
    """List what is wrong with a text.

    Parameters
    ----------
    unit : Unit
        The text as read.
    course : Course
        Its configuration says which rules hold.

    Returns
    -------
    list of Problem
    """
    found = text_problems(unit, course)
    if found:
        # Where a cell cannot even be understood, what follows from it would only confuse.
        return found
    rules = (folding_problems, sibling_problems, word_problems)
    return sorted({problem for rule in rules for problem in rule(unit, course)})
