"""The kernel of the notebook that `course lab` opens, started while the browser loads the page."""

import asyncio
import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from jupyter_server.services.sessions.sessionmanager import SessionManager

TREE = "/lab/tree/"
"""JupyterLab's address of a notebook, up to its path."""


class DeskSessions(SessionManager):
    """Jupyter's sessions, the first of which is there before JupyterLab asks for it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._early = asyncio.Lock()

    async def open_early(self, address: str) -> None:
        """Start the kernel of a notebook under the path by which JupyterLab will look for it.

        What goes wrong is left to JupyterLab, which then starts the kernel and tells the learner.

        Parameters
        ----------
        address : str
            What JupyterLab opens first, such as ``/lab/tree/00_start_here/00a_first_steps.ipynb``.
        """
        if not address.startswith(TREE):
            return
        path = unquote(address.removeprefix(TREE))
        async with self._early:
            try:
                await self.create_session(
                    path=path,
                    name=Path(path).name,
                    type="notebook",
                    kernel_name=_kernel_name(Path(self.contents_manager.root_dir, path)),
                )
            except Exception as error:  # whatever a notebook or a kernel's files may hold
                self.log.info("The kernel of %s was not started early: %r", path, error)

    async def session_exists(self, path: str) -> bool:
        """Tell whether there is a session for a path: Jupyter asks before it makes one.

        One that is being made is waited for, or there would be two.
        """
        async with self._early:
            return await super().session_exists(path)


def _kernel_name(notebook: Path) -> str:
    return json.loads(notebook.read_text(encoding="utf-8"))["metadata"]["kernelspec"]["name"]
