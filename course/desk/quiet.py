"""What JupyterLab says in the learner's terminal that is no matter for them, kept out of it."""

import logging

UNTRUSTED = "Notebook %s is not trusted"
PINGS = "The websocket_ping_timeout ("
"""JupyterLab's server asks Tornado for a longer patience than newer ones of that grant."""


class NotForLearners(logging.Filter):
    """Lets everything pass but two notes: outputs came from elsewhere, and how pings are timed.

    JupyterLab shows the first in its own status bar, and the second is between two libraries;
    `jupyter_server_config.json` of `course.jupyter` names this filter.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a line is shown."""
        return record.msg != UNTRUSTED and not str(record.msg).startswith(PINGS)


def encryption() -> list[str]:
    """Return JupyterLab's arguments by which kernels are spoken with in cipher, where that is had.

    Without them every kernel warns in the terminal that it is spoken with in plain text.
    """
    # Here, because the command line loads without Jupyter.
    import zmq
    from jupyter_client.manager import KernelManager

    if not KernelManager.class_traits().get("transport_encryption") or not zmq.has("curve"):
        return []
    return ["--KernelManager.transport_encryption=auto"]
