"""A submission that only its author and the instructors can read, for machines of several users.

nbgrader leaves a submission open to everybody who knows its name, which is random. With this line
in the learners' ``nbgrader_config.py``, its folder is closed to others as well::

    c.ExchangeFactory.submit = "autograder.private_submit.PrivateSubmit"

Instructors come in as members of the group of the exchange's inbound folder. nbgrader makes that
folder so that what is put there inherits its group.
"""

import os

from nbgrader.exchange.default import ExchangeSubmit

AUTHOR_AND_GROUP = 0o770


class PrivateSubmit(ExchangeSubmit):
    """Submits as nbgrader does, then closes the submission's folder to others."""

    def copy_files(self) -> None:
        """Copy the submission; what is in its folder is behind the folder's own rights."""
        super().copy_files()
        os.chmod(os.path.join(self.inbound_path, self.assignment_filename), AUTHOR_AND_GROUP)
