"""Is the learner's terminal free of what is no matter for them, and of nothing else?"""

import json
from pathlib import Path

import pytest

import course.jupyter
from course.desk.quiet import encryption

CONFIG = Path(course.jupyter.__file__).with_name("jupyter_server_config.json")


def test_the_notes_of_trust_and_pings_are_not_shown_and_other_warnings_are(capsys):
    from jupyter_server.serverapp import ServerApp
    from traitlets.config import Config

    own = json.loads(CONFIG.read_text())["ServerApp"]["logging_config"]
    app = ServerApp(config=Config({"ServerApp": {"logging_config": own}}))
    app.log.warning("Notebook %s is not trusted", "unit.ipynb")
    app.log.warning("The websocket_ping_timeout (90000) cannot be longer than 30000.")
    app.log.warning("The progress page could not be written: %s", "no room")
    said = capsys.readouterr().err
    assert "no room" in said and "trusted" not in said and "ping" not in said


@pytest.mark.parametrize("curve", [True, False])
def test_kernels_are_spoken_with_in_cipher_where_that_is_had(monkeypatch, curve):
    from jupyter_client.manager import KernelManager

    monkeypatch.setattr("zmq.has", lambda name: curve)
    known = "transport_encryption" in KernelManager.class_trait_names()
    expected = ["--KernelManager.transport_encryption=auto"] if known and curve else []
    assert encryption() == expected
