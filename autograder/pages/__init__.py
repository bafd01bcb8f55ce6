"""Feedback pages: what a learner reads after grading.

Three steps, the same for ``autograder feedback`` and for nbgrader's own ``generate_feedback``:
`grades` reads the gradebook, `clear` takes out of a notebook what the learner may not see, and
`page` lays the rest out. Worker processes need only `work`, which imports nothing of nbgrader: that
alone would take two seconds.
"""
