"""The grading engine: answers run in a sandbox, tests beside it, grades are written by one hand.

Who may know what, from the inside out:

- ``learner`` runs the submission's cells in the sandbox. It is told nothing but those cells and
  the arguments of calls.
- ``checker`` runs the test cells in a process of its own and asks the learner's process for what
  it needs. It believes no word of it: only plain data come back.
- ``grading`` drives the two through a notebook, watches the clock and the memory, and keeps score.
- ``saving`` alone writes to the gradebook and to ``autograded/``.
"""
