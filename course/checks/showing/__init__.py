"""How a result is shown: as a card in a notebook, as text elsewhere.

The checks and the words for errors both use it.
"""
