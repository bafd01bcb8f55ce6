"""Do the files of examples/cluster start workers that grade? As far as is seen without a queue."""

import runpy
import subprocess
import sys

import pytest
import yaml
from unit import ROOT

EXAMPLES = ROOT / "examples" / "cluster"
FOR_GRADING = "--preload autograder.cluster.worker"


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        ("SLURM", ["#SBATCH --cpus-per-task=1", "#SBATCH --mem=3G", "#SBATCH -t 01:00:00"]),
        ("PBS", ["#PBS -l select=1:ncpus=1:mem=3gb", "#PBS -l walltime=01:00:00"]),
    ],
)
def test_a_queue_is_given_one_worker_for_grading_a_job(kind, asked):
    """By dask-jobqueue's own class, which makes the script of a job before any queue sees it."""
    example = runpy.run_path(str(EXAMPLES / f"{kind.lower()}.py"))
    job = example[f"{kind}Cluster"].job_cls("tcp://desk:8786", name="worker", **example["JOB"])
    lines = job.job_script().splitlines()
    assert set(asked) <= set(lines)
    assert lines[-1].startswith(f"{sys.executable} -m distributed.cli.dask_worker tcp://desk:8786")
    assert "--nthreads 1" in lines[-1] and FOR_GRADING in lines[-1]


def test_kubernetes_is_asked_for_workers_for_grading():
    told = yaml.safe_load((EXAMPLES / "kubernetes.yaml").read_text(encoding="utf-8"))
    assert (told["apiVersion"], told["kind"]) == ("kubernetes.dask.org/v1", "DaskCluster")
    [worker] = told["spec"]["worker"]["spec"]["containers"]
    [scheduler] = told["spec"]["scheduler"]["spec"]["containers"]
    assert worker["image"] == scheduler["image"]
    assert "--nthreads 1 " + FOR_GRADING in " ".join(worker["args"])
    named = {port["name"] for port in scheduler["ports"]}
    service = told["spec"]["scheduler"]["service"]
    assert {port["targetPort"] for port in service["ports"]} == named
    assert service["selector"]["dask.org/cluster-name"] == told["metadata"]["name"]


FAKE_SSH = """#!/bin/sh
shift 3
echo "$@" >>"$SAID"
"""


def test_by_ssh_every_machine_is_asked_for_workers(tmp_path):
    """With an ssh, and a dask, that say what they were asked for, and end."""
    said = tmp_path / "said"
    for name, text in (("ssh", FAKE_SSH), ("dask", '#!/bin/sh\necho here "$@" >>"$SAID"\n')):
        (tmp_path / name).write_text(text)
        (tmp_path / name).chmod(0o755)
    path = f"{tmp_path}:/usr/bin:/bin"
    own = {"PATH": path, "SAID": str(said), "DASK": f"{tmp_path}/dask", "HERE": "desk"}
    words = ["bash", str(EXAMPLES / "by_ssh.sh")]
    done = subprocess.run(words, env=own, capture_output=True, text=True, check=False)
    assert done.returncode == 2 and "Name the machines" in done.stderr
    done = subprocess.run([*words, "a", "b"], env=own, capture_output=True, text=True, check=False)
    assert done.returncode == 0 and done.stderr == ""
    assert "--cluster tcp://desk:8786" in done.stdout
    worker = f"{tmp_path}/dask worker tcp://desk:8786 --nthreads 1 --nworkers -1 {FOR_GRADING}"
    expected = ["here scheduler --port 8786", f"a {worker}", f"b {worker}"]
    assert sorted(said.read_text().splitlines()) == sorted(expected)
