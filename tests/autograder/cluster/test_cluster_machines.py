"""Does a cluster grade alike on a machine that has neither the course nor its network?"""

import json

import pytest
from double_course import double_course
from small_cluster import FOR_GRADING, until
from two_machines import THERE, two_machines

SCHEDULER = f"tcp://{THERE}:8786"


@pytest.mark.slow
def test_no_file_system_is_shared(commands, tmp_path):
    course = double_course(tmp_path, commands)
    expected = course.copy(tmp_path / "here")
    records = expected.records("double")
    log, said = tmp_path / "there.log", tmp_path / "said"
    own = ("--host", THERE, "--dashboard-address", f"{THERE}:0")
    with two_machines(tmp_path) as (driver, other):
        other.python("dask", "scheduler", *own[2:], "--host", THERE, "--port", "8786", log=log)
        until(lambda: "Scheduler at" in log.read_text())
        place = ("--local-directory", tmp_path / "dask", "--no-nanny")
        other.python("dask", "worker", SCHEDULER, *FOR_GRADING, *own, *place, log=log)
        words = ("grade", "double", "--json", "--cluster", SCHEDULER, "--course-dir", course.root)
        assert driver.python("autograder", *words, log=said).wait() == 0, said.read_text()
        assert "Registered to" in log.read_text()
    found = [json.loads(line) for line in said.read_text().splitlines() if line.startswith("{")]
    for record in [*found, *records.values()]:
        del record["seconds"]
    assert {record["student"]: record for record in found} == records
    assert course.grades() == expected.grades()
    assert course.folders("double") == expected.folders("double")
