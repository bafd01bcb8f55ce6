"""TLS between a cluster's machines is Dask's own; here it is told in a sentence where it fails."""

from distributed import Security

from autograder.problems import CannotStart

ENCRYPTED = "tls://"
SETTINGS = (
    "name the authority's certificate, one for this machine, and its key in Dask's own settings "
    "(docs/cluster.md)"
)
STRANGERS = ("TLS", "SSL", "certificate")
"""One of these words is in what Dask says when two ends do not trust each other."""


def check_certificate(address: str) -> None:
    """See that there is a certificate to show where the address asks for one.

    Raises
    ------
    CannotStart
        If there is none, or it cannot be read.
    """
    if not address.startswith(ENCRYPTED):
        return
    try:
        context = Security().get_connection_args("client").get("ssl_context")
    except (OSError, ValueError) as error:
        raise CannotStart(
            f"A certificate or a key for {address} cannot be read ({error}): {SETTINGS}."
        ) from None
    if context is None:
        raise CannotStart(
            f"The cluster at {address} takes nobody without a certificate, and none is set here: "
            f"{SETTINGS}."
        )


def untrusted(address: str, reason: str) -> str:
    """Return the sentence for two ends that do not trust each other; empty for any other reason.

    Parameters
    ----------
    address : str
        Of the scheduler.
    reason : str
        What Dask has said.
    """
    if not address.startswith(ENCRYPTED) or not any(word in reason for word in STRANGERS):
        return ""
    return (
        f"The scheduler at {address} and this command do not trust each other's certificates "
        f"({reason}): both must come from the same authority (docs/cluster.md)."
    )
