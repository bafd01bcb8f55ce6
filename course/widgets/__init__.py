"""Pictures with sliders, for what is understood sooner by moving it than by reading about it.

Each file has one widget: a function that draws its picture for given numbers, and a function
``explore_...`` that a notebook calls. Where no kernel runs, the picture of the first numbers stays.
ipywidgets and matplotlib load when the first widget is shown, not when this package is imported.
"""
