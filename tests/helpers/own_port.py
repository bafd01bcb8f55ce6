"""A port for a server of a test: nobody else on this machine is given it meanwhile."""

import contextlib
import random
import socket

FIRST, LAST = 20_000, 30_000
"""Below the ports that systems hand out to whoever connects or asks for any port."""


@contextlib.contextmanager
def own_port():
    """Give the number of a port that is free, until a server of ours has done with it.

    A server that is told its port takes it seconds later. Whoever runs tests on this machine agrees
    on who has an even number by listening on the odd one behind it, which one process alone can.
    """
    for number in random.SystemRandom().sample(range(FIRST, LAST, 2), (LAST - FIRST) // 2):
        with socket.socket() as held:
            try:
                held.bind(("127.0.0.1", number + 1))
                held.listen()
                socket.create_server(("127.0.0.1", number)).close()
            except OSError:
                continue  # somebody has one of them
            yield number
            return
    raise OSError(f"no port between {FIRST} and {LAST} is free")
