"""What several files of tests need and is dear to make: made by the first that asks for it."""

import fcntl
import os


def made_once(tmp_path_factory, name, make):
    """Return a folder that all workers of a run share; nobody may change it afterwards.

    Parameters
    ----------
    tmp_path_factory : pytest.TempPathFactory
    name : str
        Of the folder.
    make : callable
        Fills the folder, which it is given: a `pathlib.Path`. Others wait meanwhile; if it fails,
        the next one tries again in a folder of its own.
    """
    base = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent  # each worker has a folder in it
    shared = base / f"{name}_shared"
    with open(base / f"{name}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # the system lets go of it with whoever holds it
        if not shared.is_symlink():
            folder = tmp_path_factory.mktemp(name)
            make(folder)
            shared.symlink_to(folder)
    return shared.resolve()
