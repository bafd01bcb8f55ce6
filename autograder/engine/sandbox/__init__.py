"""The walls: bubblewrap, the warm process inside it, namespaces, limits and system calls.

`run` opens a sandbox and a slot in it; only what lies in `learner` runs a submission inside.
"""
