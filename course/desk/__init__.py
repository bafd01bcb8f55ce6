"""The learner's desk: the program behind `course lab`, `course progress` and `course reset`.

Notebooks import nothing of it.
"""
