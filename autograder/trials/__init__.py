"""Trials: answers of every kind are put in the place of a solution, and its tests are run on them.

From a course's source notebooks (``reading`` makes ``exercises`` of them), answers are made:
``mutants`` of the solution, ``degenerate`` ones without any work, ``variants`` that are right.
``running`` tries them in the grading engine's own warm processes, ``rounds`` repeats the tests in
other surroundings, ``audit`` says what is tried in which order, ``findings`` what came of it, and
``page`` shows it.
"""
