"""From Submit to feedback without a hand: what ``autograder watch`` is made of.

- ``inbound`` sees new submissions in nbgrader's exchange folder (``polled``: in an exchange of
  another kind), ``collecting`` brings them in, ``exchange`` hands feedback out.
- ``waiting`` is the queue.
- ``places`` are the warm processes that grade and that make pages.
- ``unit`` knows what of a unit's submissions is still to be done, and notes what has been done;
  ``others`` sees what a grader marks meanwhile.
- ``loop`` brings them together; ``telling`` says what happens.

Nothing of this is kept in memory only: what is to be done is seen in the folders and in the
gradebook, so that a watch which is killed at any moment goes on where it was.
"""
