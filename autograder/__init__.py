"""What an instructor runs on top of nbgrader, on any nbgrader course.

One file a command, one room behind each.
"""
