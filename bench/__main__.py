"""Run every benchmark: ``python -m bench``."""

from bench import grading, keras_style, notebooks, watch, widgets

for each in (notebooks, grading, watch, widgets, keras_style):
    each.main()
    print()
