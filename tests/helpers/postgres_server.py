"""A PostgreSQL server of our own: an ordinary user's, in a temporary folder, on a socket there."""

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

import psycopg
import pytest

USER = "grader"
TEST = "tests"
"""The name of our own connections."""

SETTINGS = ("fsync=off", "listen_addresses=", "max_connections=40", "shared_buffers=32MB")
"""No network, and nothing that lasts longer than the tests."""


def _programs():
    """The folder of the server's programs; Debian keeps them off the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    path = str(found[-1]) if found else shutil.which("initdb")
    if path is None:
        pytest.skip("there is no PostgreSQL server on this machine")
    return Path(path).parent


class PostgresServer:
    """One server, and databases in it."""

    def __init__(self):
        self._programs = _programs()
        # Short, for a socket's path; and below no folder that is root's own.
        self.folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
        self._who = {}
        if os.getuid() == 0:  # it refuses to be root's
            nobody = pwd.getpwnam("nobody")
            os.chown(self.folder, nobody.pw_uid, nobody.pw_gid)
            self._who = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
        self._count = 0
        words = ("-U", USER, "-A", "trust", "-E", "UTF8", "--locale", "C", "--no-sync")
        self._run("initdb", "-D", self.data, *words)
        self.start()

    @property
    def data(self):
        """The folder of the server's files."""
        return self.folder / "data"

    def start(self):
        """Start it, or start it again."""
        options = " ".join(
            f"-c {each}" for each in (*SETTINGS, f"unix_socket_directories={self.folder}")
        )
        self._run(
            "pg_ctl", "-D", self.data, "-l", self.folder / "log", "-o", options, "-w", "start"
        )

    def stop(self):
        """Stop it in the middle of whatever it does: all connections are lost."""
        self._run("pg_ctl", "-D", self.data, "-m", "immediate", "-w", "stop")

    def close(self):
        """End it, and remove its files."""
        if (self.data / "postmaster.pid").exists():
            self.stop()
        shutil.rmtree(self.folder)

    def new(self):
        """Make an empty database; return its address."""
        self._count += 1
        name = f"term{self._count}"
        self.run("postgres", f"create database {name}")
        return f"postgresql://{USER}@/{name}?host={self.folder}"

    def copy(self, url):
        """Copy a database to which nobody is connected; return the address of the copy."""
        made = self.new()
        self.run("postgres", f"drop database {self.name_of(made)}")
        self.run("postgres", f"create database {self.name_of(made)} template {self.name_of(url)}")
        return made

    def run(self, url, text, *values):
        """Ask a database, or change it; return the rows."""
        with self.open(url) as connection:
            connection.autocommit = True
            found = connection.execute(text, values)
            return found.fetchall() if found.description else []

    def cut(self, url, name="%"):
        """Cut connections to a database, those with such a name, but for the tests' own.

        Return how many there were.
        """
        wanted = "datname = %s and application_name != %s and application_name like %s"
        asked = f"select pg_terminate_backend(pid) from pg_stat_activity where {wanted}"
        return len(self.run("postgres", asked, self.name_of(url), TEST, name))

    @staticmethod
    def name_of(url):
        """The name of the database at an address; a name is its own."""
        return url.rpartition("@/")[2].partition("?")[0] or url

    def open(self, url):
        """Open a transaction in a database, as another program would."""
        where = {"host": str(self.folder), "user": USER, "dbname": self.name_of(url)}
        return psycopg.connect(**where, application_name=TEST)

    def _run(self, program, *words):
        done = subprocess.run(
            [self._programs / program, *words],
            cwd=self.folder,
            env={**os.environ, "LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if program == "initdb" else subprocess.DEVNULL,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            **self._who,
        )
        log = self.folder / "log"
        assert done.returncode == 0, (done.stdout, log.read_text() if log.exists() else "")


@pytest.fixture(scope="session")
def postgres():
    """One server for all tests of this process."""
    made = PostgresServer()
    yield made
    made.close()
