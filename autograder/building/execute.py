"""A notebook is run from a cold kernel, and its outputs are made the same on every machine."""

import os
import re
import site
import sys
import sysconfig
import tempfile
import uuid
from dataclasses import dataclass
from pathlib import Path

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from traitlets import default

from autograder.building.text import Unit
from autograder.problems import Problem

SOCKET_NAME_BYTES = 100
"""A socket's name holds 108 bytes on Linux and 104 on macOS (``sun_path`` of ``sys/un.h``)."""

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
ANSI = re.compile(r"\x1b\[[0-9;]*m")


class SamePythonKernel(AsyncKernelManager):
    """Starts ``python3`` kernels with the interpreter that runs this program."""

    @default("kernel_spec_manager")
    def _only_the_native_kernel(self) -> KernelSpecManager:
        # A kernel of that name installed for the user may belong to another Python; without any
        # folder to look in, ipykernel's own description of this interpreter is what is left.
        return KernelSpecManager(kernel_dirs=[])

    @default("connection_file")
    def _of_this_kernel_alone(self) -> str:
        return os.path.join(tempfile.gettempdir(), f"kernel-{uuid.uuid4()}.json")

    @default("transport")
    def _sockets_with_names(self) -> str:
        # A port that was free when it was chosen can be another program's before the kernel
        # binds it: with several kernels that start at a time, that happens. Names are not taken.
        short = len(os.fsencode(self.connection_file)) < SOCKET_NAME_BYTES
        return "ipc" if os.name == "posix" and short else "tcp"


@dataclass
class _Place:
    """The cell that is running."""

    index: int = 0

    def begin(self, cell_index: int, **_: object) -> None:
        self.index = cell_index


def run(unit: Unit, folder: Path, private: Path, seconds_per_cell: int | None) -> list[Problem]:
    """Run a unit's notebook in place, up to its first error.

    Parameters
    ----------
    unit : Unit
        Its notebook receives the outputs.
    folder : pathlib.Path
        The kernel's working folder.
    private : pathlib.Path
        An empty folder for IPython's own files.
    seconds_per_cell : int or None
        How long one cell may run.

    Returns
    -------
    list of Problem
        The error that stopped the run, if there was one.
    """
    place = _Place()
    client = NotebookClient(
        unit.notebook,
        kernel_name="python3",
        kernel_manager_class=SamePythonKernel,
        timeout=seconds_per_cell,
        # Not its remark on every start that it talks to us without encryption.
        extra_arguments=["--log-level=ERROR"],
        record_timing=False,
        store_widget_state=False,
        resources={"metadata": {"path": str(folder)}},
        on_cell_start=place.begin,
    )
    try:
        client.execute(env=_kernel_environment(private))
    except CellExecutionError as error:
        return [_error_problem(unit, place.index, error)]
    except CellTimeoutError:
        text = f"the cell ran longer than {seconds_per_cell} s, as graders allow: make it faster."
        return [Problem(unit.markers[place.index], text)]
    except DeadKernelError:
        text = "the kernel died while this cell ran: did it use up the memory, or call exit?"
        return [Problem(unit.markers[place.index], text)]
    return []


def tidy_outputs(notebook: NotebookNode, course_root: Path) -> None:
    """Take out of an executed notebook what differs from run to run or from machine to machine.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        Changed in place.
    course_root : pathlib.Path
        The course folder, which tracebacks should not name.
    """
    notebook.metadata.get("language_info", {}).pop("version", None)
    folders = _machine_folders(course_root)
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        cell.outputs = _joined_streams(cell.outputs)
        for output in cell.outputs:
            # A widget's view names a model by a random number, and without a kernel shows nothing:
            # its text stays.
            output.get("data", {}).pop(WIDGET_VIEW, None)
            if output.output_type == "error":
                output.traceback = [_without(line, folders) for line in output.traceback]


def _kernel_environment(private: Path) -> dict[str, str]:
    """Return the environment of a kernel whose outputs depend on nobody's personal settings."""
    environment = dict(os.environ)
    # As in Jupyter: the kernel then chooses the inline backend.
    environment.pop("MPLBACKEND", None)
    # No personal start-up files, no personal profile.
    environment["IPYTHONDIR"] = str(private)
    # Tables that fit themselves to the terminal come out alike everywhere.
    environment["COLUMNS"] = "80"
    # Two kernels run at a time; and the order of additions, so the last digit, stays the same
    # whatever number of cores a machine has.
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        environment[variable] = "1"
    return environment


def _error_problem(unit: Unit, index: int, error: CellExecutionError) -> Problem:
    cell = unit.notebook.cells[index]
    said = f"{error.ename}: {error.evalue}".strip().splitlines()
    line = unit.markers[index]
    for output in cell.outputs:
        if output.output_type == "error":
            trace = ANSI.sub("", "\n".join(output.traceback))
            at = re.search(rf"Cell In\[{cell.execution_count}\], line (\d+)", trace)
            line = unit.bodies[index] + int(at.group(1)) - 1 if at else line
    return Problem(
        line,
        f"the cell stops with an error: {said[-1] if said else error.ename} "
        "(correct it, or tag the cell raises-exception if that is what it shows).",
    )


def _joined_streams(outputs: list[NotebookNode]) -> list[NotebookNode]:
    """Join neighbouring pieces of one stream: where a kernel cuts them is a matter of chance."""
    joined: list[NotebookNode] = []
    for output in outputs:
        last = joined[-1] if joined else None
        if (
            last is not None
            and output.output_type == last.output_type == "stream"
            and output.name == last.name
        ):
            last.text += output.text
        else:
            joined.append(output)
    return joined


def _machine_folders(course_root: Path) -> list[str]:
    """List the folders whose names tell of this machine, the deepest first."""
    paths = sysconfig.get_paths()
    folders = {str(course_root), sys.prefix, sys.base_prefix, site.getusersitepackages()}
    folders |= {paths[name] for name in ("purelib", "platlib", "stdlib")}
    home = str(Path.home())
    # IPython shortens the home folder to ~ in a traceback.
    folders |= {"~" + name[len(home) :] for name in folders if name.startswith(home + os.sep)}
    return sorted(folders, key=len, reverse=True)


def _without(line: str, folders: list[str]) -> str:
    for folder in folders:
        line = line.replace(folder + os.sep, "")
    return line
