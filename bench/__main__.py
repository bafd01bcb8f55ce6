"""Run every benchmark: ``python -m bench``."""

from bench import (
    commands,
    desk,
    exports,
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
    exports,
    grading,
    one_submission,
    watch,
    widgets,
    keras_style,
)

for each in MEASURES:
    each.main()
    print()
