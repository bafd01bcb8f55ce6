"""Run every benchmark: ``python -m bench``."""

from bench import (
    commands,
    desk,
    exports,
    grading,
    keras_style,
    minutes,
    notebooks,
    reports,
    watch,
    widgets,
)

for each in (
    minutes,
    notebooks,
    commands,
    exports,
    reports,
    desk,
    grading,
    watch,
    widgets,
    keras_style,
):
    each.main()
    print()
