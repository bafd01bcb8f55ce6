"""Workers as jobs of PBS, through dask-jobqueue: start it where you may hand in jobs.

    pip install dask-jobqueue
    python examples/cluster/pbs.py 32

It is the scheduler as well, and runs until you press Enter; then the jobs end. Nodes must reach the
machine where it runs, and see the same environment of Python.
"""

import sys

from dask_jobqueue import PBSCluster

JOB = {
    "cores": 1,  # one worker, with one thread and one sandbox
    "memory": "3 GB",
    "resource_spec": "select=1:ncpus=1:mem=3gb",
    "walltime": "01:00:00",  # longer than the class takes: after that the workers are gone
    "worker_extra_args": ["--preload", "autograder.cluster.worker"],
    # "queue": "short",
    # "account": "teaching",
    # "interface": "ib0",  # the network between nodes, where it is not the first one
}


def main(workers: int) -> None:
    """Hand in so many jobs, and end them when Enter is pressed."""
    with PBSCluster(**JOB) as cluster:
        cluster.scale(workers)
        print(f"Grade with: autograder grade UNIT --cluster {cluster.scheduler_address}")
        input("Enter ends the workers. ")


if __name__ == "__main__":
    main(int(sys.argv[1]))
