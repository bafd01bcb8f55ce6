"""Is it said who grades, where nbgrader's own Submit is silent?"""

import asyncio
from types import SimpleNamespace

import pytest
from jupyter_events import EventLogger

from course.jupyter.handing_in import AssignmentActionHandler
from course.jupyter.telling import SAID, get_ready


@pytest.fixture
def submitted():
    """Give a function that lets a unit be handed in beside a grader, and returns what is said."""

    def submit(state, words):
        async def said():
            events, heard = EventLogger(), []

            async def listen(logger, schema_id, data):
                heard.append((data["title"], data["words"]))

            get_ready(events)
            events.add_listener(schema_id=SAID, listener=listen)
            service = SimpleNamespace(grader=lambda: (state, words))
            handler = SimpleNamespace(settings={"course_service": service}, event_logger=events)
            AssignmentActionHandler._tell_who_grades(handler, "01_line")
            await events.gather_listeners()
            return heard

        return asyncio.run(said())

    return submit


@pytest.mark.parametrize("state", ["off", "preparing", "unavailable"])
def test_without_a_grader_it_is_said_what_becomes_of_the_unit(submitted, state):
    words = "The grader has ended: what you hand in is kept."
    assert submitted(state, words) == [("01_line is handed in", words)]


@pytest.mark.parametrize("state", ["ready", "class"])
def test_where_somebody_grades_the_list_says_enough(submitted, state):
    assert submitted(state, "It is graded.") == []
