"""axe-core, run on a page in a browser."""

from axe_playwright_python.sync_playwright import Axe

GRAVE = {"serious", "critical"}


def grave_findings(page, part=None, options=None):
    """Return what axe-core finds on a page that is serious or critical, one line each.

    Parameters
    ----------
    page : playwright.sync_api.Page
        As it is to be judged: light or dark, zoomed, with its menus open.
    part : str, optional
        A selector; only what it finds is judged, and not what is around it.
    options : dict, optional
        axe's own, such as which rules are run: `{"runOnly": ["color-contrast"]}`.
    """
    found = Axe().run(page, context=part, options=options).response["violations"]
    return [
        f"{each['impact']}: {each['help']}: {node['html']}"
        for each in found
        if each["impact"] in GRAVE
        for node in each["nodes"]
    ]
