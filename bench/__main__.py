"""Run every benchmark: ``python -m bench``."""

from bench import (
    commands,
    desk,
    grading,
    keras_style,
    lab_starts,
    minutes,
    notebooks,
    watch,
    widgets,
)

for each in (minutes, notebooks, commands, lab_starts, desk, grading, watch, widgets, keras_style):
    each.main()
    print()
