"""A sentence for whoever sits in front of JupyterLab, where nbgrader's panel has no room for one.

It goes out as an event of Jupyter's server; the extension in `labextension/` shows it.
"""

from jupyter_events import EventLogger

SAID = "urn:neural-networks-desk:said"
SCHEMA = {
    "$id": SAID,
    "version": "1",
    "title": "A sentence of the desk's",
    "type": "object",
    "required": ["title", "words"],
    "properties": {"title": {"type": "string"}, "words": {"type": "string"}},
}


def get_ready(events: EventLogger) -> None:
    """Let a server's events carry the desk's sentences."""
    events.register_event_schema(SCHEMA)


def tell(events: EventLogger, title: str, words: str) -> None:
    """Say a sentence, below a title, to every page of JupyterLab that is open on the desk."""
    events.emit(schema_id=SAID, data={"title": title, "words": words})
