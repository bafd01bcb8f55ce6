"""The instructor's JupyterLab: what `autograder desk` starts, with its settings.

Only that command calls it.
"""
