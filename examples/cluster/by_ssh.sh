#!/usr/bin/env bash
# A lab's machines as a cluster: the scheduler here, workers there by SSH. Ctrl-C ends all of it.
#
#     examples/cluster/by_ssh.sh lab01 lab02
#
# Every machine has the course's environment at the same path, and lets you in without a password.
set -euo pipefail

dask=${DASK:-/opt/course/.venv/bin/dask}
here=${HERE:-$(hostname --fqdn)}  # the name by which the machines reach this one

if [ $# -eq 0 ]; then
    echo "Name the machines: $0 lab01 lab02" >&2
    exit 2
fi
trap 'trap - EXIT; kill $(jobs -p) 2>/dev/null || true; wait' EXIT
trap 'exit 130' INT TERM

"$dask" scheduler --port 8786 &
for machine in "$@"; do
    # One worker for each processor (-1). With a terminal (-tt), they end with this connection.
    ssh -tt -o BatchMode=yes "$machine" "$dask" worker "tcp://$here:8786" \
        --nthreads 1 --nworkers -1 --preload autograder.cluster.worker </dev/null &
done
echo "Grade with: autograder grade UNIT --cluster tcp://$here:8786"
wait
