"""Does `autograder grade --cluster` give what grading on this machine gives?"""

from pathlib import Path
from types import SimpleNamespace

import pytest
from double_course import SCORES, double_course, hand_in_garbage
from small_cluster import two_workers

from autograder.cluster import connecting
from autograder.cluster.versions import described, differences
from autograder.engine.sandbox.sandbox import Sandbox
from autograder.problems import CannotStart

LATER = "def double(x):\n    return 2 * x + 0"


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """A scheduler and two workers for grading."""
    with two_workers(tmp_path_factory.mktemp("cluster")) as made:
        yield made


@pytest.fixture(scope="module")
def course(tmp_path_factory, commands):
    """A course with submissions of each kind, nothing graded."""
    made = double_course(tmp_path_factory.mktemp("cluster-course"), commands)
    hand_in_garbage(made, "broken")
    folder = made.root / "submitted" / "right" / "double"
    (folder / "data.bin").write_bytes(bytes(range(256)))
    (folder / "link").symlink_to("/etc/hostname")
    return made


@pytest.mark.slow
def test_grades_outputs_and_folders_are_those_of_this_machine(cluster, course, tmp_path):
    here, there = course.copy(tmp_path / "here"), course.copy(tmp_path / "there")
    expected = here.records("double", status=1)
    found = there.records("double", "--cluster", cluster.address, status=1)
    for record in [*expected.values(), *found.values()]:
        del record["seconds"]
    assert found == expected
    assert {name: found[name]["score"] for name in SCORES} == SCORES
    assert there.grades() == here.grades()
    assert there.folders("double") == here.folders("double")
    # The configuration can name the cluster; what has not changed is not sent there again.
    with open(there.root / "nbgrader_config.py", "a", encoding="utf-8") as file:
        file.write(f'c.Autograder.cluster = "{cluster.address}"\n')
    there.submit("wrong", "double", double=LATER)
    again = there.records("double", status=1)
    graded = sorted(name for name, record in again.items() if not record["unchanged"])
    assert graded == ["broken", "wrong"]
    assert again["wrong"]["score"] == 3
    brought = cluster.said("worker-0").count("Starting Worker plugin autograder-unit")
    assert brought == 2, "the workers were not asked both times, or the unit came more than once"


@pytest.mark.slow
def test_a_worker_without_a_sandbox_does_not_join_and_says_so_in_a_sentence(cluster):
    started = [cluster.add_worker(PATH="nowhere", nanny=nanny) for nanny in (False, True)]
    for worker in started:
        assert worker.wait(90) == 2
        said = cluster.said(f"worker-{cluster.workers.index(worker)}")
        assert said.splitlines()[-1].startswith("This worker does not join: No sandbox")
        assert "Traceback" not in said
        assert not cluster.has_joined(worker)


@pytest.mark.slow
def test_without_a_cluster_dask_is_not_imported(course, tmp_path):
    made = course.copy(tmp_path)
    script = tmp_path / "look.py"
    script.write_text(
        "import sys\n"
        "from autograder.cli import main\n"
        "main(['grade', 'double', '--student', 'right'], standalone_mode=False)\n"
        "from autograder.watching.opening import open_far_places\n"
        "with open_far_places('') as places:\n"
        "    assert places == []\n"
        "print('loaded:', sorted({'dask', 'distributed'} & set(sys.modules)))\n"
    )
    status, said = made.commands.run(made.root, "python", str(script))
    assert status == 0, said
    assert "1 submissions: 0 graded, 1 graded and flagged" in said
    assert "loaded: []" in said


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nonsense://x"])
def test_nobody_there_is_one_sentence(monkeypatch, address):
    monkeypatch.setattr(connecting, "SECONDS", 0.5)
    with pytest.raises(CannotStart) as said, connecting._connected(address):
        pass
    assert said.value.message.startswith(f"No Dask scheduler answers at {address} (")
    assert len(said.value.message.splitlines()) == 1


def test_on_a_cluster_nobody_grades_without_walls():
    run = SimpleNamespace(sandbox=Sandbox(walls=False))
    with pytest.raises(CannotStart, match="leave out --no-isolation"):
        next(connecting.OnCluster("tcp://127.0.0.1:9", run).grade(None, []))


def test_who_hides_other_folders_or_withholds_other_copies_gets_a_place_of_their_own():
    boxes = [Sandbox(hidden=(Path("/one"),)), Sandbox(hidden=(Path("/two"),))]
    boxes.append(Sandbox(hidden=(Path("/two"),), withheld=("finished.double",)))
    keys = [connecting._key(SimpleNamespace(base="base", sandbox=box)) for box in boxes]
    assert len({*keys}) == 3
    assert connecting._key(SimpleNamespace(base="base", sandbox=boxes[0])) == keys[0]


def test_other_versions_are_told_by_name():
    here = described(("json", "numpy", "autograder", "no_such_module"))
    assert here["no_such_module"] == "not there" and "json" not in here
    assert here["autograder"].startswith("code ")
    there = {**here, "numpy": "0.1", "autograder": "code 1"}
    del there["nbformat"]
    assert differences(here, here) == ""
    assert differences(here, there).split("; ") == [
        f"numpy is 0.1 there and {here['numpy']} here",
        f"nbformat is not there there and {here['nbformat']} here",
        f"autograder is code 1 there and {here['autograder']} here",
    ]
