"""Run every benchmark: ``python -m bench``."""

from bench import (
    commands,
    desk,
    exports,
    grading,
    keras_style,
    lab_starts,
    minutes,
    notebooks,
    one_submission,
    reports,
    site,
    submit_to_feedback,
    watch,
    widgets,
)

MEASURES = (
    minutes,
    notebooks,
    commands,
    lab_starts,
    exports,
    reports,
    desk,
    grading,
    one_submission,
    watch,
    submit_to_feedback,
    widgets,
    site,
    keras_style,
)

for each in MEASURES:
    each.main()
    print()
