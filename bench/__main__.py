"""Run every benchmark: ``python -m bench``."""

from bench import commands, desk, grading, keras_style, minutes, notebooks, watch, widgets

for each in (minutes, notebooks, commands, desk, grading, watch, widgets, keras_style):
    each.main()
    print()
