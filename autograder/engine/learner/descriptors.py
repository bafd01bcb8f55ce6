"""What programs write past Python, to the descriptors 1 and 2: kept, and shown with the cell."""

import os

MOST = 2**20
"""Bytes that are shown of one cell."""


class Descriptors:
    """Leads the descriptors into files that nobody else can name.

    Parameters
    ----------
    folder : str
        Where the files are, for a moment.
    """

    def __init__(self, folder: str) -> None:
        null = os.open(os.devnull, os.O_RDONLY)
        os.dup2(null, 0)
        os.close(null)
        for number in (1, 2):
            path = os.path.join(folder, f".descriptor-{number}")
            file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND, 0o600)
            os.unlink(path)
            os.dup2(file, number)
            os.close(file)

    def taken(self) -> list[tuple[str, str]]:
        """Return the streams' names and texts since the last time."""
        found = []
        for number, name in ((1, "stdout"), (2, "stderr")):
            size = os.fstat(number).st_size
            if size:
                text = os.pread(number, min(size, MOST), 0).decode(errors="replace")
                os.ftruncate(number, 0)
                found.append((name, text))
        return found
