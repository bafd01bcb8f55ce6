"""Print what repo2docker would do with the present folder; run by the Python that has it."""

import json

from repo2docker.app import Repo2Docker

packs = (kind("debian") for kind in Repo2Docker().buildpacks)
pack = next(each for each in packs if each.detect())
plan = {
    "kind": type(pack).__name__,
    "python": pack.python_version,
    "scripts": [script for _, script in pack.get_assemble_scripts()],
    "post_build": pack.get_post_build_scripts(),
    "start": pack.get_start_script(),
}
print(json.dumps(plan))
