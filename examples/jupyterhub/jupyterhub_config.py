"""A hub for one course: an instructor and learners, each a user of this machine.

It lies in /etc/jupyterhub, together with nbgrader_config.py and the settings of both roles, in the
folders `instructor` and `learner`. docs/jupyterhub.md tells how to set it up.
"""

import sys
from pathlib import Path

c = get_config()  # noqa: F821 (JupyterHub provides it)

INSTRUCTORS = {"teacher"}
HERE = Path(__file__).parent
BIN = Path(sys.prefix, "bin")

# Only this machine hears the hub: a web server with TLS goes in front of it.
c.JupyterHub.bind_url = "http://127.0.0.1:8000"

# The hub's own database and secrets, which nobody else may read.
STATE = Path("/srv/jupyterhub")
c.JupyterHub.db_url = f"sqlite:///{STATE}/jupyterhub.sqlite"
c.JupyterHub.cookie_secret_file = f"{STATE}/cookie_secret"
c.ConfigurableHTTPProxy.pid_file = f"{STATE}/proxy.pid"

# Logins are this machine's users and passwords (PAM), and each server runs as its user: nbgrader
# takes the name of the user for the learner's, and the exchange's rights are those of users.
c.JupyterHub.authenticator_class = "pam"
c.JupyterHub.spawner_class = "localprocess"
c.PAMAuthenticator.allowed_groups = {"learners", "instructors"}
c.LocalProcessSpawner.environment = {"PATH": f"{BIN}:/usr/local/bin:/usr/bin:/bin"}


SERVER = [str(BIN / "jupyterhub-singleuser")]
# A learner's server has the desk: ~/neural-networks, with Home and the buttons above a notebook.
DESK = [str(BIN / "python"), "-m", "course.desk.hosted", *SERVER]


def set_up(spawner):
    """Give a server what its user needs: settings of the user's role, and of this folder."""
    role = "instructor" if spawner.user.name in INSTRUCTORS else "learner"
    spawner.cmd = SERVER if role == "instructor" else DESK
    spawner.environment["JUPYTER_CONFIG_PATH"] = f"{HERE / role}:{HERE}"
    # An instructor's server opens with the Formgrader; a learner's has none.
    spawner.default_url = "/lab?formgrader=true" if role == "instructor" else "/lab"


c.LocalProcessSpawner.pre_spawn_hook = set_up
