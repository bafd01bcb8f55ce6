"""What a learner's notebook imports: data, figures, checks and the tools built in earlier units.

Submodules load on first use, so that ``import course`` stays as quick as ``import numpy``.
"""
