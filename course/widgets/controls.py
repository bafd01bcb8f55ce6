"""The controls of a widget: what the learner may change, said before any ipywidget is made."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Slider:
    """A number, moved by a slider or typed into the field beside it.

    The field is more than a readout: it carries the words as its label, which the handle of an
    ipywidgets slider is given only in the page (`course.widgets.around`).

    Parameters
    ----------
    name : str
        The name of the argument that receives the number.
    words : str
        What the learner reads beside it.
    value : float
        Where it stands at first; the range is widened to hold it.
    low, high, step : float
    """

    name: str
    words: str
    value: float
    low: float
    high: float
    step: float

    def build(self, width: str) -> tuple[Any, Any]:
        """Return the row to show, and the ipywidget in it whose value counts: the field.

        Parameters
        ----------
        width : str
            Room for the words, a CSS length.
        """
        import ipywidgets
        from traitlets import link

        common = {
            "value": self.value,
            "min": min(self.low, self.value),
            "max": max(self.high, self.value),
            "step": self.step,
        }
        field = ipywidgets.BoundedFloatText(
            **common,
            description=self.words,
            style={"description_width": width},
            layout={"width": f"calc({width} + 6em)"},
        )
        slider = ipywidgets.FloatSlider(
            **common, readout=False, layout={"flex": "1 1 9em", "width": "auto", "min_width": "9em"}
        )
        # For a slider, 3 steps of 0.1 are 0.30000000000000004.
        link((slider, "value"), (field, "value"), transform=(lambda value: round(value, 9), float))
        slider.add_class(f"course-slider-{self.name}")
        # On a narrow page the slider goes below its field.
        row = ipywidgets.HBox([field, slider], layout={"flex_flow": "row wrap"})
        row.add_class("course-row")
        return row, field


@dataclass(frozen=True)
class Choice:
    """One of several words.

    Parameters
    ----------
    name : str
        The name of the argument that receives the word.
    words : str
        What the learner reads beside it.
    value : str
        What is chosen at first.
    options : tuple of str
    """

    name: str
    words: str
    value: str
    options: tuple[str, ...]

    def build(self, width: str) -> tuple[Any, Any]:
        """Return the row to show, and the ipywidget in it whose value counts.

        Parameters
        ----------
        width : str
            Room for the words, a CSS length.
        """
        import ipywidgets

        menu = ipywidgets.Dropdown(
            options=self.options,
            value=self.value,
            description=self.words,
            style={"description_width": width},
            layout={"width": f"calc({width} + 10em)"},
        )
        menu.add_class(f"course-choice-{self.name}")
        return menu, menu
