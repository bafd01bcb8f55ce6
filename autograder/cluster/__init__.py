"""Grading on more than one machine: a Dask cluster does the work, this process alone saves.

Submissions and the unit travel as bytes and results come back as JSON, so that no file system is
shared and nothing that a learner's code has made is ever unpickled. The engine does not know this
room: `autograder grade --cluster` hands its crew to the engine's run. (docs/cluster.md)
"""
