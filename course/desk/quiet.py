"""What JupyterLab says in the learner's terminal that is no matter for them, kept out of it."""

import logging

UNTRUSTED = "Notebook %s is not trusted"


class NotForLearners(logging.Filter):
    """Lets everything pass but the note that a notebook's outputs came from elsewhere.

    JupyterLab shows that in its own status bar; `jupyter_server_config.json` of `course.jupyter`
    names this filter.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a line is shown."""
        return record.msg != UNTRUSTED


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
