"""How much a submission may take."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Limits:
    """The bounds of one notebook's run.

    Parameters
    ----------
    cell_seconds : float
        Wall clock of one cell.
    notebook_seconds : float
        Wall clock of the whole notebook.
    memory : int
        Bytes of memory of all its processes together.
    address_space : int
        Bytes of address space of one process.
    processes : int
        Processes and threads at one time.
    files : int
        Open files of one process.
    disk : int
        Bytes of all files that it writes.
    output : int
        Bytes of output that are kept of one cell.
    notebook_output : int
        Bytes of output that are kept of the whole notebook.
    submission : int
        Bytes of a submitted notebook, and of all submitted files together.
    """

    cell_seconds: float = 30.0
    notebook_seconds: float = 300.0
    memory: int = 1024 * 2**20
    address_space: int = 4096 * 2**20
    processes: int = 64
    files: int = 256
    disk: int = 64 * 2**20
    output: int = 4 * 2**20
    notebook_output: int = 24 * 2**20
    submission: int = 32 * 2**20

    def as_dict(self) -> dict:
        """Return the limits as JSON holds them."""
        return asdict(self)
