"""Run every benchmark: ``python -m bench``."""

from bench import grading, keras_style, notebooks

notebooks.main()
print()
grading.main()
print()
keras_style.main()
