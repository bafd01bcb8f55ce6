"""Run every benchmark: ``python -m bench``."""

from bench import (
    commands,
    desk,
    grading,
    keras_style,
    minutes,
    notebooks,
    one_submission,
    watch,
    widgets,
)

MEASURES = (
    minutes,
    notebooks,
    commands,
    desk,
    grading,
    one_submission,
    watch,
    widgets,
    keras_style,
)

for each in MEASURES:
    each.main()
    print()
