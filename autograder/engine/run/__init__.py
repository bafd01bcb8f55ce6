"""Who is graded, by whom and in what order: a course opened, jobs dealt out, one submission driven.

The commands call `run`; nothing of this room runs inside the sandbox.
"""
