"""Run every benchmark: ``python -m bench``."""

from bench import keras_style, notebooks

notebooks.main()
print()
keras_style.main()
