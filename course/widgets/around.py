"""What surrounds a widget on its page: where its parts stand, its sliders' names, its keys.

ipywidgets has no word for these, and a browser does: rules of style, and attributes that are set as
soon as the widget stands in the page.
"""

from typing import Any

RULES = """
.course-widget-picture img { max-width: 100%; height: auto; }
/* Many sliders are scrolled, not squeezed. */
.course-widget-controls > * { flex: none; }
/* A low or magnified screen: picture and sliders are seen together, as far as there is room. */
@media (max-width: 600px) {
  .course-widget-picture { min-height: 0 !important; }
  .course-widget-controls { max-height: 45vh; overflow-y: auto !important; }
}
@media (max-height: 600px) {
  .course-widget-picture { min-height: 0 !important; }
  .course-widget-picture img { width: auto; max-height: 38vh; }
  .course-widget-controls { max-height: 32vh; overflow-y: auto !important; }
}
"""

SCRIPT = """
const dress = (whole) => {
  // JupyterLab's shortcuts pass by: "r" in a menu would turn the cell into another kind. They look
  // at what has the focus before they look at what is around it.
  for (const each of whole.querySelectorAll('select, button, input, [tabindex]')) {
    each.setAttribute('data-lm-suppress-shortcuts', 'true');
  }
  for (const row of whole.querySelectorAll('.course-row')) {
    const words = row.querySelector('.widget-label');
    for (const handle of row.querySelectorAll('[role=slider]')) {
      handle.setAttribute('aria-label', words ? words.textContent : '');
    }
  }
};
const begin = (tries) => {
  const whole = element.closest('.course-widget');
  if (whole) {
    dress(whole);
    // Escape leads back to the notebook, as it does out of a cell that is being written.
    whole.addEventListener('keydown', (event) => {
      const cell = event.key === 'Escape' && whole.closest('.jp-Cell');
      if (cell) {
        cell.focus({preventScroll: true});
        event.stopPropagation();
      }
    });
    new MutationObserver(() => dress(whole)).observe(whole, {childList: true, subtree: true});
  } else if (tries) {
    requestAnimationFrame(() => begin(tries - 1));
  }
};
begin(600);
"""
"""Runs in the page that shows a widget, with `element` inside it, before or after it is whole."""


def around() -> list[Any]:
    """Return the ipywidgets, which show nothing, that a widget takes along."""
    import ipywidgets

    style = ipywidgets.HTML(f"<style>{RULES}</style>", layout={"display": "none"})
    script = {
        "output_type": "display_data",
        "data": {"application/javascript": SCRIPT},
        "metadata": {},
    }
    return [style, ipywidgets.Output(outputs=[script], layout={"display": "none"})]
