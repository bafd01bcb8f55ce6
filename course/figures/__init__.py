"""The course's figures: one file per subject, each figure with a text alternative.

matplotlib loads when the first figure is drawn, not when this package is imported.
"""
