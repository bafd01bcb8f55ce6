"""How a unit's text becomes the notebooks of `source/` and `release/`: read, held to rules, run.

Only `autograder build` and its checks call what lives here.
"""
