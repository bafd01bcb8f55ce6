"""Run every benchmark: ``python -m bench``."""

from bench import desk, grading, keras_style, notebooks, watch, widgets

for each in (notebooks, desk, grading, watch, widgets, keras_style):
    each.main()
    print()
