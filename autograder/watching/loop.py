"""The loop of `autograder watch`: exchange, queue, places, gradebook, pages, exchange."""

import time

from nbgrader.api import Gradebook

from autograder.engine.submission.results import UNGRADABLE, SubmissionResult
from autograder.pages.work import make
from autograder.problems import CannotStart
from autograder.watching.behind import Behind
from autograder.watching.exchange import Exchange, Failed
from autograder.watching.inbound import Inbound
from autograder.watching.others import Others
from autograder.watching.places import Died, Place, pause
from autograder.watching.polled import Polled
from autograder.watching.settling import settle_late
from autograder.watching.telling import Teller
from autograder.watching.unit import WatchedUnit
from autograder.watching.waiting import Key, Queue
from autograder.watching.work import Undone, Work

LOOK = 0.2
"""Seconds between two looks at the exchange."""

SOON = 0.05
"""Seconds until what has just appeared there is looked at again."""


class Watch:
    """Does what is to be done, until it is told to stop.

    Parameters
    ----------
    units : dict
        Name -> WatchedUnit.
    gradebook : nbgrader.api.Gradebook
        The course's own.
    exchange : Exchange
        The course's own.
    inbound : Inbound or Polled
        Sees and collects new submissions.
    places : list of Place
        That have been started.
    teller : Teller
        Says what happens.
    retries : bool
        Whether what could not be done is tried again.
    """

    def __init__(
        self,
        units: dict[str, WatchedUnit],
        gradebook: Gradebook,
        exchange: Exchange,
        inbound: Inbound | Polled,
        places: list[Place],
        teller: Teller,
        retries: bool,
    ) -> None:
        self.units = units
        self.exchange = exchange
        self.inbound = inbound
        self.places = places
        self.teller = teller
        self.retries = retries
        self.unreachable = False
        self.queue = Queue()
        self.done = 0
        self.undone = Undone()
        self._near = [place for place in places if False in place.tasks]
        self._behind = Behind(list(units.values()), self._near, teller)
        self._was_idle = False
        self._next_look = 0.0
        self._others = Others(gradebook, list(units.values()))

    def catch_up(self) -> None:
        """Queue what an earlier run has left undone."""
        for key, grade in self._behind.found():
            self.queue.add(key, grade)

    def step(self) -> bool:
        """Do what can be done now, then wait a moment; return False if a unit has changed."""
        now = time.monotonic()
        if self.retries and self._behind.is_due(now):
            self.catch_up()
        if now >= self._next_look:
            self._look()
            self._next_look = now + (SOON if self.inbound.settling else LOOK)
        self._hand_out()
        self.teller.status(len(self.queue), self.queue.longest(), len(self._busy()), self.done)
        pause(self.places, max(0.0, self._next_look - time.monotonic()))
        self._take_back()
        return not self._has_changed()

    def is_idle(self) -> bool:
        """Whether there was nothing to do at the last look at the exchange, and is not now."""
        return self._was_idle and not self._is_at_work() and not self.inbound.settling

    def is_complete(self) -> bool:
        """Whether everything has been done that was there to be done."""
        undone = self.undone or self._behind or self.inbound.left or self._is_at_work()
        return not undone and not self.unreachable

    def _busy(self) -> list[Work]:
        return [place.work for place in self.places if place.work is not None]

    def _is_busy(self, key: Key | None = None) -> bool:
        return any(key is None or work.waiting.key == key for work in self._busy())

    def _is_at_work(self) -> bool:
        return len(self.queue) > 0 or self._is_busy()

    # From the exchange to the queue

    def _look(self) -> None:
        self._was_idle = not self._is_at_work()
        until = time.monotonic() + LOOK
        try:
            for key, since in self.inbound.look(self._is_busy):
                self.undone.begin_anew(key)
                self.queue.add(key, grade=True, since=since)
                self._hand_out()
                self._take_back()
                if time.monotonic() > until:  # the rest next time: Ctrl-C is to be heard meanwhile
                    self._was_idle = False
                    break
        except Failed as reason:
            self.unreachable = True
            self.teller.trouble("exchange", f"{reason} As soon as it can, collecting goes on.")
        else:
            self.unreachable = False
            self.teller.over("exchange", "The exchange can be read again.")
        for name, text in self.inbound.troubles.items():
            self.teller.trouble(name, text)
        for text in self.exchange.heard:
            self.teller.trouble(text, text)
        self.exchange.heard.clear()

    # From the queue to the places

    def _hand_out(self) -> None:
        for place in self.places:
            while place.ready and place.work is None:
                busy = {work.waiting.key.student for work in self._busy()}
                waiting = self.queue.next(busy, place.tasks)
                if waiting is None:
                    break
                self._begin(place, Work(waiting, self.units[waiting.key.unit]))

    def _begin(self, place: Place, work: Work) -> None:
        if not work.waiting.grade:
            self._feed_back(place, work)
            return
        try:
            settle_late(work.unit, self._near, self.teller)
            work.job = work.unit.grading(work.waiting.key.student)
        except Failed as reason:
            self._again(work, str(reason))
            return
        if work.job is not None:
            place.grade(work)

    def _take_back(self) -> None:
        for place in self.places:
            work = place.work
            try:
                value = place.result()
            except Died:
                place.work = None
                self._died(place, work)
                continue
            except Failed as reason:
                place.work = None
                self._cluster_lost(work, str(reason))
                continue
            if place.ready:
                self.teller.over(place.name)
            if value is None:
                continue
            place.work = None
            if work.job is not None:
                self._graded(place, work, value)
            else:
                self._page_made(place, work, *value)

    def _died(self, place: Place, work: Work | None) -> None:
        if work is None:
            reason = place.refused or "Is there enough memory?"
            text = f"A process that grades ended, and is started again. {reason}"
            self.teller.trouble(place.name, text)
            return
        key = work.waiting.key
        if self.undone.death(key):
            self.queue.add(key, grade=work.job is not None)
        elif work.job is not None:
            self._graded(place, work, work.unit.given_up(work.job))
        else:
            self._again(work, f"The process that made {key.student}'s page died.")

    def _cluster_lost(self, work: Work | None, reason: str) -> None:
        """Say it once; what was there waits until there is a cluster again.

        Raises
        ------
        CannotStart
            If nothing is tried again.
        """
        if not self.retries:
            raise CannotStart(reason)
        self.teller.trouble("cluster", f"{reason} Here, this happens by itself.")
        if work is not None:
            self.queue.add(work.waiting.key, grade=True)

    # What a place has done

    def _graded(self, place: Place, work: Work, result: SubmissionResult) -> None:
        assert work.job is not None
        try:
            self._others.forget_what_they_changed()
            outcome = work.unit.grade_saved(result, work.job.folder)
        except Failed as reason:
            self._again(work, str(reason))
            return
        waited = time.monotonic() - work.waiting.since - outcome.seconds
        self.teller.outcome(outcome, max(0.0, waited), len(self.queue))
        key = work.waiting.key
        if outcome.status == UNGRADABLE:
            self.undone.ungradable.add(key)
            return
        self.undone.begin_anew(key)
        work.job, work.waiting.grade = None, False
        if False in place.tasks:
            self._feed_back(place, work)
        else:
            self.queue.add(key, grade=False)

    def _feed_back(self, place: Place, work: Work) -> None:
        """Have the pages made, one after the other; release them when all are there."""
        try:
            work.pages = work.unit.pages(work.waiting.key.student)
        except Failed as reason:
            self._again(work, str(reason))
        else:
            self._next_page(place, work)

    def _next_page(self, place: Place, work: Work) -> None:
        if work.pages and not place.ready:  # it has died of this submission
            self._again(work, f"The process that made {work.waiting.key.student}'s page died.")
        elif work.pages:
            place.begin(work, make, work.pages[0], work.unit.style)
        else:
            self._release(work)

    def _page_made(self, place: Place, work: Work, digest: str, problem: str) -> None:
        key = work.waiting.key
        page = work.pages.pop(0)
        if problem:
            self._again(work, f"{key.student}'s page for {key.unit} is not made ({problem}).")
            return
        try:
            work.unit.page_made(page, digest)
        except Failed as reason:
            self._again(work, str(reason))
        else:
            self._next_page(place, work)

    def _release(self, work: Work) -> None:
        key = work.waiting.key
        if work.unit.can_be_released(key.student):
            try:
                self.exchange.release(key)
                work.unit.released(key.student)
            except Failed as reason:
                self._again(work, f"{key.unit} {key.student}: {reason}")
                return
            self.teller.over(str(key))
        else:
            self.teller.trouble(
                str(key),
                f"{key.student}'s feedback for {key.unit} cannot be released: what was submitted "
                "has no submission_secret.txt, so it did not come through the exchange.",
            )
        self.undone.done(key)
        self.done += 1

    def _again(self, work: Work, reason: str) -> None:
        """Say why something could not be done, and let it wait before it is tried again."""
        key = work.waiting.key
        self.teller.trouble(str(key), reason)
        delay = self.undone.delay(key)
        if self.retries:
            self.queue.add(key, work.waiting.grade, delay)

    def _has_changed(self) -> bool:
        """Whether a unit is another one by now; queue what a grader has marked."""
        try:
            changed, marked = self._others.look()
        except Failed as reason:
            self.teller.trouble("gradebook", str(reason))
            return False
        self.teller.over("gradebook")
        for key in marked:
            self.queue.add(key, grade=False)
        if changed:
            self.teller.line(f"{changed} has changed in the gradebook: it is read again.")
        return bool(changed)
