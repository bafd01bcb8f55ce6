"""The sandbox as its user sees it: is it to be had, what does it show, how is it started."""

import json
import os
import shutil
import site
import socket
import subprocess
import sys
import sysconfig
import tempfile
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

import matplotlib

from autograder.engine.protocol import own_codecs
from autograder.engine.sandbox import seccomp
from autograder.engine.sandbox.places import FOLDER, FONTS, HOME
from autograder.engine.submission.limits import Limits
from autograder.problems import CannotStart
from autograder.threads import ONE_THREAD

FIRST_USER = 64_900
"""Where root grades, each slot's learners run as this user, or one of the next."""

HOW_TO_GET_IT = (
    "Install bubblewrap (Debian and Ubuntu: apt install bubblewrap libseccomp2; Fedora: dnf "
    "install bubblewrap libseccomp). On Ubuntu 24.04 and later, unprivileged user namespaces must "
    "be allowed for it as well (an AppArmor profile for /usr/bin/bwrap)."
)
OWN_CODE = "To grade nothing but your own code without a sandbox, say --no-isolation."
SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32")
ETC = (
    "ld.so.cache",
    "ld.so.conf",
    "ld.so.conf.d",
    "alternatives",
    "fonts",
    "localtime",
    "timezone",
)
NUMERIC = ("OPENBLAS_", "MKL_", "NPY_", "NVPL_")
"""Settings of numeric libraries, which the last digits of results depend on."""


class NoSandbox(CannotStart):
    """The sandbox is not to be had on this machine; `cause` does not advise to do without one."""

    def __init__(self, reason: str) -> None:
        self.cause = f"No sandbox: {reason} {HOW_TO_GET_IT}"
        super().__init__(f"{self.cause} {OWN_CODE}")


@dataclass(frozen=True)
class Sandbox:
    """How warm processes are started on this machine.

    Parameters
    ----------
    packages : tuple of str
        Top-level modules that the notebooks may need beside what is installed.
    imports : tuple of str
        Statements that warm processes run, so that notebooks need not wait for them.
    hidden : tuple of pathlib.Path
        Folders that must not be seen from inside, wherever they lie.
    walls : bool
        Whether there is a sandbox at all; without, learners' code runs as the grader.
    filter : bytes
        The compiled seccomp filter.
    hash_seed : int or None
        What Python's hashes of texts begin with, inside; by default it is drawn at each start.
    withheld : tuple of str
        Dotted names of finished copies, which warm processes look up.
    codecs : tuple of str
        Modules with the course's own codecs, which warm processes load.
    """

    packages: tuple[str, ...] = ()
    imports: tuple[str, ...] = ()
    hidden: tuple[Path, ...] = ()
    walls: bool = True
    filter: bytes = field(default=b"", repr=False)
    hash_seed: int | None = None
    withheld: tuple[str, ...] = ()
    codecs: tuple[str, ...] = ()

    @classmethod
    def prepared(
        cls,
        packages: tuple[str, ...],
        imports: tuple[str, ...],
        hidden: tuple[Path, ...],
        codecs: tuple[str, ...] = (),
    ) -> "Sandbox":
        """Return the sandbox of this machine.

        Raises
        ------
        NoSandbox
            If a part of it is missing, or the system does not let a process start in it.
        CannotStart
            If the course's codecs cannot be loaded there.
        """
        if shutil.which("bwrap") is None:
            raise NoSandbox("the program bwrap is not installed.")
        try:
            compiled = seccomp.compile_filter()
        except OSError as error:
            raise NoSandbox(f"libseccomp does not work here ({error}).") from None
        made = cls(packages, imports, hidden, True, compiled, codecs=codecs)
        made._probe()
        return made

    def _probe(self) -> None:
        """Start a learner's process, without any library, and end it."""
        ours, theirs = socket.socketpair()
        order = {"do": "start", "limits": Limits().as_dict(), "seed": 0, "folder": FOLDER}
        with tempfile.TemporaryDirectory() as folder, ours, theirs:
            process, control = self.start(0, Path(folder), warm=False)
            with process, control:
                socket.send_fds(control, [json.dumps(order).encode()], [theirs.fileno()])
                answer = json.loads(control.recv(4096) or '{"error": "it has ended"}')
                process.kill()
        if "error" in answer:
            raise NoSandbox(f"it lets no process start ({answer['error']}).")

    def start(
        self, slot: int, shared: Path, warm: bool = True
    ) -> tuple[subprocess.Popen, socket.socket]:
        """Start a warm process.

        Parameters
        ----------
        slot : int
            Each of the processes that run at one time has its own number.
        shared : pathlib.Path
            A folder that learners' code may read, for the files of tests.
        warm : bool
            Whether it loads the libraries.

        Returns
        -------
        process : subprocess.Popen
        control : socket.socket
            For its orders; it has said that it is ready.

        Raises
        ------
        NoSandbox
            If it does not come up.
        """
        ours, theirs = socket.socketpair()
        settings = {
            "control": theirs.fileno(),
            "imports": list(self.imports),
            "withheld": list(self.withheld),
            "codecs": list(self.codecs),
            "early": True,
            "warm": warm,
            "walls": self.walls,
            "seccomp": self.filter.hex(),
            "user": FIRST_USER + slot if os.getuid() == 0 else None,
            "own_tmp": not any(
                path.is_relative_to("/tmp") for path in (*_python_folders(self._packages), shared)
            ),
        }
        inside = [sys.executable, "-m", "autograder.engine.sandbox.warm", json.dumps(settings)]
        command = [*self._walls(shared), *inside] if self.walls else inside

        process = subprocess.Popen(
            command,
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            pass_fds=[theirs.fileno()],
            cwd="/",
        )
        theirs.close()
        if ours.recv(1) != b"r":
            ours.close()
            said = (process.communicate()[1] or b"").decode(errors="replace").strip()
            reason = said.splitlines()[-1] if said else "no reason"
            if reason.startswith(own_codecs.SETTING):
                raise CannotStart(reason)
            raise NoSandbox(f"it does not start ({reason}).")
        return process, ours

    @property
    def _packages(self) -> tuple[str, ...]:
        """The top-level modules that are seen inside, beside what is installed."""
        return (*self.packages, *(name.partition(".")[0] for name in self.codecs))

    def _walls(self, shared: Path) -> list[str]:
        """Return the command in front of the command."""
        # By its full name: Popen would look for it on the path inside.
        words = [
            str(shutil.which("bwrap")),
            "--unshare-ipc",
            "--unshare-pid",
            "--unshare-net",
            "--unshare-uts",
        ]
        # It stays root, so that it can give each child namespaces and another user. Where it is
        # nobody's root outside, it is called so inside.
        words += ["--cap-add", "ALL"]
        words += [] if os.getuid() == 0 else ["--unshare-user", "--uid", "0", "--gid", "0"]
        words += [
            "--unshare-cgroup-try",
            "--die-with-parent",
            "--new-session",
            "--hostname",
            "sandbox",
        ]
        for path in SYSTEM:
            if os.path.islink(path):
                words += ["--symlink", os.readlink(path), path]
            elif os.path.isdir(path):
                words += ["--ro-bind", path, path]
        words += ["--perms", "0755", "--dir", "/etc"]
        for name in ETC:
            words += ["--ro-bind-try", f"/etc/{name}", f"/etc/{name}"]
        for path in self.hidden:
            if any(path.is_relative_to(system) for system in SYSTEM) and path.is_dir():
                words += ["--tmpfs", str(path)]
        words += ["--proc", "/proc", "--dev", "/dev", "--tmpfs", HOME, "--dir", "/tmp"]
        for path in _python_folders(self._packages):
            words += [*_parents(path), "--ro-bind", str(path), str(path)]
        fonts = Path(matplotlib.get_cachedir())
        words += ["--dir", FONTS]
        for path in fonts.glob("fontlist-*.json"):
            words += ["--ro-bind", str(path), f"{FONTS}/{path.name}"]
        words += [*_parents(shared), "--ro-bind", str(shared), str(shared)]
        return [*words, "--remount-ro", "/dev", "--remount-ro", "/", "--"]

    def _environment(self) -> dict[str, str]:
        """Return what a learner's process knows of its surroundings: nothing of the grader's."""
        return {
            "PATH": f"{Path(sys.executable).parent}:/usr/local/bin:/usr/bin:/bin",
            "HOME": HOME,
            "USER": "learner",
            "TMPDIR": f"{HOME}/tmp",
            "LANG": "C.UTF-8",
            "COLUMNS": "80",
            "MPLBACKEND": "module://matplotlib_inline.backend_inline",
            "MPLCONFIGDIR": FONTS,
            "IPYTHONDIR": f"{HOME}/.ipython",
            "PYTHONPATH": os.pathsep.join(str(path) for path in _import_roots()),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONHASHSEED": "random" if self.hash_seed is None else str(self.hash_seed),
            **{name: value for name, value in os.environ.items() if name.startswith(NUMERIC)},
            **ONE_THREAD,
        }


def _python_folders(packages: tuple[str, ...]) -> list[Path]:
    """List what the interpreter needs: its installation, and packages that live elsewhere."""
    paths = sysconfig.get_paths()
    folders = {
        Path(sys.prefix),
        Path(sys.base_prefix),
        Path(os.path.realpath(sys.executable)).parent,
    }
    folders |= {Path(paths[name]) for name in ("purelib", "platlib", "stdlib", "platstdlib")}
    if site.ENABLE_USER_SITE and os.path.isdir(site.getusersitepackages()):
        folders.add(Path(site.getusersitepackages()))
    folders = {path for path in folders if path.is_dir() and path != Path("/")}
    for name in ("autograder", *packages):
        spec = find_spec(name)
        for place in (spec.submodule_search_locations or []) if spec else []:
            folders.add(Path(place))
        if (
            spec
            and spec.origin
            and not spec.submodule_search_locations
            and os.path.exists(spec.origin)
        ):
            folders.add(Path(spec.origin))
    return [
        path
        for path in sorted(folders)
        if not any(path != other and path.is_relative_to(other) for other in folders)
        and not any(path.is_relative_to(system) for system in ("/usr/lib", "/usr/bin"))
    ]


def _import_roots() -> list[Path]:
    """List the folders on Python's path that its own start would not find again."""
    return [Path(path) for path in sys.path if path and os.path.isdir(path)]


def _parents(path: Path) -> list[str]:
    """Return the words that make a path's parents for everybody to pass through."""
    words = []
    for parent in reversed(path.parents):
        if parent != Path("/") and not any(parent.is_relative_to(s) for s in SYSTEM):
            words += ["--perms", "0755", "--dir", str(parent)]
    return words
