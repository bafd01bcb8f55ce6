"""Whether a port can be had, told before anything is done."""

import errno
import socket

from course.desk.released import CourseError


def check_port(port: int) -> None:
    """See that a port is free; asked for one, JupyterLab would give up with less to say.

    Parameters
    ----------
    port : int
        The port that the learner chose.

    Raises
    ------
    CourseError
        If the port is in use or not allowed.
    """
    # Jupyter listens on both addresses of "localhost".
    for family, address in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        try:
            socket.create_server((address, port), family=family).close()
        except PermissionError as error:
            raise CourseError(
                f"Port {port} may not be used here: choose another one above 1023, or leave "
                "--port out to be given a free one."
            ) from error
        except OSError as error:
            # Any other trouble, such as a system without IPv6, is no trouble for Jupyter.
            if error.errno == errno.EADDRINUSE:
                raise CourseError(
                    f"Port {port} is in use, perhaps by another JupyterLab: choose another one, "
                    "or leave --port out to be given a free one."
                ) from error
