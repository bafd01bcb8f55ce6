"""What is left of a widget in a saved notebook: its still figure."""

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


def keep_still_figures(model, **_):
    """Take the views of widgets out of a notebook that is about to be saved.

    A view names a model in the memory of one kernel. Opened again beside another kernel it shows
    "Error displaying widget: model not found" and hides the figure that was saved with it. Only
    views that come with HTML are taken out: of other widgets nothing would be left.

    A ``pre_save_hook`` of Jupyter's contents manager.

    Parameters
    ----------
    model : dict
        A model of the contents API; its notebook is changed in place. What is no notebook of
        format 4 is left alone.
    """
    if model["type"] != "notebook" or model["content"]["nbformat"] != 4:
        return
    for cell in model["content"]["cells"]:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if "text/html" in data:
                data.pop(WIDGET_VIEW, None)
