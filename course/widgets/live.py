"""A picture with controls: alive beside a kernel, a still figure everywhere else."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import Any

from course.widgets.around import around
from course.widgets.controls import Choice, Slider


class Live:
    """What a notebook's cell shows of a widget.

    As long as a kernel answers, the output is an ipywidget; with it goes the same picture as HTML,
    which is what is left in a saved notebook (`course.widgets.saving`) and in a built one.

    Parameters
    ----------
    name : str
        One word; the classes `course-widget-NAME` and `course-still-NAME` carry it.
    draw : function
        Takes one argument for each control, by its name, and returns `IPython.display.HTML` with
        a text alternative that says the present numbers.
    controls : sequence of Slider or Choice
    height : int
        Of the picture in pixels: the room that is kept while one picture takes another's place.

    Attributes
    ----------
    values : dict
        Name of each control -> its present value.
    inputs : dict
        Name of each control -> the ipywidget whose value counts; empty until `widget` is built.
    """

    def __init__(
        self,
        name: str,
        draw: Callable[..., Any],
        controls: Sequence[Slider | Choice],
        height: int,
    ) -> None:
        self.name = name
        self.draw = draw
        self.controls = controls
        self.height = height
        self.values: dict[str, Any] = {control.name: control.value for control in controls}
        self.inputs: dict[str, Any] = {}
        self._drawn: str | None = None

    def __repr__(self) -> str:
        # The same in every run: a built notebook holds it.
        return f"<the course's widget {self.name!r}>"

    def picture(self) -> str:
        """Return the picture of the present numbers as HTML; each is drawn once."""
        if self._drawn is None:
            with _garbage_taken_out_young():
                self._drawn = self.draw(**self.values).data
        return self._drawn

    def still(self) -> str:
        """Return the picture of the present numbers as HTML, with a word on what can be moved."""
        moved = ", ".join(control.words for control in self.controls)
        return (
            f'<div class="course-still course-still-{self.name}">{self.picture()}'
            f"<p><small>A still picture. Run this cell to change: {moved}.</small></p></div>"
        )

    @cached_property
    def widget(self) -> Any:
        """The ipywidget: controls, and the picture beside them, or below where there is no room."""
        import ipywidgets

        picture = ipywidgets.HTML(
            self.picture(), layout={"min_height": f"{self.height}px", "flex": "3 1 24em"}
        )
        picture.add_class("course-widget-picture")
        # One width for all, so that the fields stand below each other and no word is cut off.
        width = f"{max(len(control.words) for control in self.controls)}ch"
        rows = [self._row(control, width, picture) for control in self.controls]
        reset = ipywidgets.Button(description="Reset", tooltip="As it was at first")
        reset.add_class("course-widget-reset")
        reset.on_click(lambda _: self.reset())
        panel = ipywidgets.VBox(
            [*rows, reset], layout={"flex": f"1 1 calc({width} + 8em)", "min_width": "0"}
        )
        panel.add_class("course-widget-controls")
        whole = ipywidgets.HBox(
            [panel, picture, *around()], layout={"flex_flow": "row wrap", "max_width": "75em"}
        )
        whole.add_class("course-widget")
        whole.add_class(f"course-widget-{self.name}")
        return whole

    def reset(self) -> None:
        """Put every control back to where it stood at first."""
        for control in self.controls:
            self.inputs[control.name].value = control.value

    def _row(self, control: Slider | Choice, width: str, picture: Any) -> Any:
        row, source = control.build(width)

        def changed(change: Any) -> None:
            self.values[control.name] = change["new"]
            self._drawn = None
            picture.value = self.picture()

        source.observe(changed, names="value")
        self.inputs[control.name] = source
        return row

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        bundle = {"text/plain": repr(self), "text/html": self.still()}
        if _has_kernel():
            bundle |= self.widget._repr_mimebundle_() | {"text/plain": repr(self)}
        return bundle


@contextmanager
def _garbage_taken_out_young() -> Iterator[None]:
    """Collect a figure as soon as it has been drawn.

    The parts of a figure refer to each other. Left to itself, Python lets some of them grow old,
    and after a dozen pictures goes through everything there is, for a tenth of a second.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.collect(0)
        if enabled:
            gc.enable()


def _has_kernel() -> bool:
    """Whether somebody could answer a slider; a grader's shell has no kernel behind it."""
    from IPython import get_ipython

    return hasattr(get_ipython(), "kernel")
