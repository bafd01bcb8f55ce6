"""What a grade depends on in a process: Python, packages, our own code; compared by name."""

import hashlib
import importlib.metadata
import sys
import sysconfig
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from autograder.engine.run.versions import versions

OWN = "autograder"
TRAVELS = ("dask", "distributed")
"""Both ends must understand each other."""

MISSING = "not there"
SHOWN = 6
"""So many differences are named."""


def described(packages: tuple[str, ...]) -> dict[str, str]:
    """Return name -> version, or a hash of the source where code is installed without one.

    Parameters
    ----------
    packages : tuple of str
        Top-level modules that a unit's notebooks import.
    """
    found = dict(versions(()))  # codecs of a course count as packages
    found |= {name: importlib.metadata.version(name) for name in TRAVELS}
    known = importlib.metadata.packages_distributions()
    for name in (OWN, *packages):
        if name in sys.stdlib_module_names:
            continue
        path = _place(name)
        if path is None:
            found[name] = MISSING
        elif name in known and _is_installed(path):
            for distribution in known[name]:
                found[distribution] = importlib.metadata.version(distribution)
        else:
            found[name] = _hash(path)
    found[OWN] = _hash(_place(OWN) or Path())
    return found


def differences(here: Mapping[str, str], there: Mapping[str, str]) -> str:
    """Return what differs, in words; empty where nothing does."""
    names = [name for name in here if here[name] != there.get(name, MISSING)]
    told = [f"{name} is {there.get(name, MISSING)} there and {here[name]} here" for name in names]
    more = [f"{len(told) - SHOWN} more differences"] if len(told) > SHOWN else []
    return "; ".join([*told[:SHOWN], *more])


def _place(name: str) -> Path | None:
    """Return the file or folder of a top-level module; None where there is none."""
    try:
        spec = find_spec(name)
    except (ImportError, ValueError):
        return None
    if spec is None:
        return None
    folders = list(spec.submodule_search_locations or ())
    place = folders[0] if folders else spec.origin
    return Path(place) if place and Path(place).exists() else None


def _is_installed(path: Path) -> bool:
    return any(path.is_relative_to(sysconfig.get_paths()[kind]) for kind in ("purelib", "platlib"))


def _hash(path: Path) -> str:
    """Return a short hash of a module's source; of a package, with the packages in it."""
    files = [path] if path.is_file() else sorted(path.rglob("*.py"))
    found = hashlib.sha256()
    for file in files:
        inside = [*file.relative_to(path).parents][:-1] if path.is_dir() else []
        if all((path / folder / "__init__.py").is_file() for folder in inside):
            found.update(f"{file.relative_to(path)}\0".encode() + file.read_bytes() + b"\0")
    return f"code {found.hexdigest()[:12]}"
