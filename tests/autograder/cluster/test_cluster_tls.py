"""Does a cluster with TLS grade, and does it refuse whoever has no certificate of its authority?"""

import dask
import pytest
from certificates import Authority
from double_course import SCORES, double_course
from small_cluster import SmallCluster, until

from autograder.cluster import connecting
from autograder.problems import CannotStart


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    """Whom the cluster trusts."""
    return Authority(tmp_path_factory.mktemp("tls") / "authority")


@pytest.fixture(scope="module")
def cluster(authority, tmp_path_factory):
    """A scheduler and a worker, started with Dask's own options for TLS."""
    certificate, key = authority.certify("machine")
    words = ("--tls-ca-file", authority.certificate, "--tls-cert", certificate, "--tls-key", key)
    made = SmallCluster(tmp_path_factory.mktemp("tls-cluster"), *map(str, words))
    try:
        worker = made.add_worker()
        until(lambda: made.has_joined(worker))
        yield made
    finally:
        made.close()


def settings(authority, signer):
    """Dask's settings of a driver that trusts one authority and has its certificate of another."""
    certificate, key = signer.certify("driver")
    return {"ca-file": authority.certificate, "client.cert": certificate, "client.key": key}


def refused(address, tls):
    """What is said to a driver with these settings."""
    with (
        dask.config.set({f"distributed.comm.tls.{name}": str(path) for name, path in tls.items()}),
        pytest.raises(CannotStart) as said,
        connecting._connected(address),
    ):
        pass
    assert len(said.value.message.splitlines()) == 1
    return said.value.message


@pytest.mark.slow
def test_with_a_certificate_it_grades_and_without_one_it_does_not(
    authority, cluster, commands, tmp_path
):
    course = double_course(tmp_path, commands)
    home = tmp_path / "home"
    (home / ".config" / "dask").mkdir(parents=True)
    words = ("--cluster", cluster.address)
    assert cluster.address.startswith("tls://")
    status, said = course.autograder("grade", "double", *words, home=home)
    assert status == 2
    assert said.splitlines()[-1] == (
        f"Error: The cluster at {cluster.address} takes nobody without a certificate, and none is "
        "set here: name the authority's certificate, one for this machine, and its key in Dask's "
        "own settings (docs/cluster.md)."
    )
    tls = settings(authority, authority)
    (home / ".config" / "dask" / "tls.yaml").write_text(
        f"distributed:\n  comm:\n    tls:\n      ca-file: {tls['ca-file']}\n      client:\n"
        f"        cert: {tls['client.cert']}\n        key: {tls['client.key']}\n"
    )
    course.grade("double", *words, home=home)
    assert {row: grade["score"] for row, grade in course.export().items()} == {
        name: str(float(score)) for name, score in SCORES.items()
    }


@pytest.mark.slow
@pytest.mark.parametrize("trusts_us", [True, False])
def test_strangers_are_refused_in_one_sentence(authority, cluster, tmp_path, trusts_us):
    other = Authority(tmp_path / "other")
    tls = settings(authority if trusts_us else other, other)
    said = refused(cluster.address, tls)
    assert said.startswith(
        f"The scheduler at {cluster.address} and this command do not trust each other's "
        "certificates ("
    )


@pytest.mark.slow
def test_who_asks_without_tls_hears_of_it(cluster):
    address = cluster.address.replace("tls://", "tcp://")
    assert refused(address, {}).endswith("(one with TLS begins with tls://).")


def test_a_certificate_that_cannot_be_read_is_named(authority, tmp_path):
    gone = tmp_path / "gone.pem"
    tls = {**settings(authority, authority), "ca-file": str(gone)}
    said = refused("tls://127.0.0.1:9", tls)
    assert said.startswith("A certificate or a key for tls://127.0.0.1:9 cannot be read (")
