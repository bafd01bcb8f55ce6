"""Would the sittings run where Python has no threads, processes or sockets, as in Pyodide?

Pyodide itself cannot be had in CI; what it lacks is hidden from an ordinary Python.
"""

import ast
import re
import subprocess
import sys

from unit import ROOT, read_cells, unit_names

# Pyodide's documentation, "Python compatibility".
LEFT_OUT = {
    *("curses", "dbm", "fcntl", "grp", "pty", "pwd", "resource", "syslog", "termios", "tkinter"),
    *("tty", "venv"),
}
IN_NAME_ONLY = {"_thread", "concurrent", "multiprocessing", "socket", "subprocess", "threading"}
PYODIDE_HAS = {"IPython", "ipywidgets", "matplotlib", "numpy", "traitlets"}
# The desk's program and its part in JupyterLab's server stay outside: they run on a machine.
SITTING = sorted(
    path
    for path in (ROOT / "course").rglob("*.py")
    if not {"desk", "jupyter"} & set(path.relative_to(ROOT).parts)
    and path.name not in {"cli.py", "__main__.py"}
)
IMPORT = re.compile(r"^(?:from|import) course\b(?:.*\([^)]*\)|.*)", re.MULTILINE)
HIDDEN = """
import sys
for name in {kept!r}:
    __import__(name)
import matplotlib.pyplot

def refuse(event, _):
    if event.startswith(("_thread.start", "os.fork", "os.posix_spawn", "socket", "subprocess")):
        raise OSError(event)

sys.modules.update(dict.fromkeys({left_out!r}))
sys.addaudithook(refuse)
{imports}
"""


def imported(text):
    """Yield the top-level names of all modules that a text imports, wherever in it."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (each.name.split(".")[0] for each in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module.split(".")[0]


def test_no_module_of_the_sittings_asks_for_what_pyodide_lacks():
    allowed = (sys.stdlib_module_names - LEFT_OUT - IN_NAME_ONLY) | PYODIDE_HAS | {"course"}
    asked = {
        path.relative_to(ROOT).as_posix(): set(imported(path.read_text(encoding="utf-8"))) - allowed
        for path in SITTING
    }
    assert len(asked) > 80
    assert {name: strange for name, strange in asked.items() if strange} == {}


def test_every_sitting_imports_what_it_needs_without_threads_processes_and_sockets():
    cells = [cell.source for unit in unit_names() for cell in read_cells("release", unit)]
    lines = {line for source in cells for line in IMPORT.findall(source)}
    assert len(lines) > 30
    script = HIDDEN.format(
        kept=sorted(PYODIDE_HAS), left_out=sorted(LEFT_OUT), imports="\n".join(sorted(lines))
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
