"""What an instructor wants to know of a class: how it stands, which tests say much, what misled.

This room reads the gradebook, ``result.json`` and the attempts, and changes none of them.
"""
