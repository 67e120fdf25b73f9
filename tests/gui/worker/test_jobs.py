"""Results of a job: what is put together, when it is due, and the rate."""

from types import SimpleNamespace

import pytest

from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.gui.worker import jobs
from gumbel_gui.gui.worker.jobs import Job, Report

SAMPLED, OTHER, BARE = "class_frequencies", "top_k", "gumbel_family"
PARAMETERS = Parameters(NOTE_PROBABILITIES, draws=10_000)


@pytest.fixture
def at(monkeypatch):
    """Return a function that sets how many seconds ago the jobs of these tests began."""

    def passed(seconds):
        clock = SimpleNamespace(perf_counter=lambda: 100.0 + seconds)
        monkeypatch.setattr(jobs, "time", clock)

    return passed


def report(plots, cached=None, begun_with=0, context=None):
    return Report(Job(PARAMETERS, plots, context), cached or {}, None, begun_with, 100.0)


def test_a_result_has_what_the_job_has(at):
    at(2)
    result = report((SAMPLED,), context="state").of({SAMPLED: (4000, "sums")}, running=True)
    assert result.parameters == PARAMETERS
    assert result.summaries == {SAMPLED: "sums"}
    assert (result.counts, result.done, result.complete) == ({SAMPLED: 4000}, 4000, False)
    assert (result.running, result.context, result.selection) == (True, "state", None)
    assert (result.seconds, result.rate) == (2, 2000)


def test_draws_that_an_earlier_job_left_do_not_count_for_the_rate(at):
    at(2)
    made = report((SAMPLED,), begun_with=3000)
    assert made.of({SAMPLED: (4000, 0)}, running=True).rate == 500
    assert made.of({SAMPLED: (3000, 0)}, running=True).rate == 0
    # A plot that catches up has fewer draws than the others.
    assert made.of({SAMPLED: (1000, 0)}, running=True).rate == 0


def test_cached_summaries_are_of_all_draws_and_plots_without_draws_follow_the_others(at):
    at(1)
    made = report((BARE, OTHER, SAMPLED), {BARE: None, OTHER: "all"})
    result = made.of({SAMPLED: (4000, "some")}, running=True)
    assert list(result.summaries.items()) == [(BARE, None), (OTHER, "all"), (SAMPLED, "some")]
    assert result.counts == {BARE: 4000, OTHER: 10_000, SAMPLED: 4000}
    assert result.done == 4000
    cached = {BARE: None, OTHER: "all", SAMPLED: "all"}
    result = report((BARE, OTHER, SAMPLED), cached).of({}, running=False)
    assert result.complete
    assert result.counts == {BARE: 10_000, OTHER: 10_000, SAMPLED: 10_000}


def test_the_smallest_number_of_draws_is_that_of_the_result(at):
    at(1)
    known = {SAMPLED: (3000, "some"), OTHER: (1000, "fewer")}
    result = report((SAMPLED, BARE, OTHER), {BARE: None}).of(known, running=True)
    assert result.counts == {SAMPLED: 3000, BARE: 1000, OTHER: 1000}
    assert (result.done, result.rate) == (1000, 1000)


@pytest.mark.parametrize(("seconds", "due"), [(0.19, False), (0.21, True)])
def test_some_draws_are_shown_if_all_would_take_long(at, seconds, due):
    """A tenth of them has taken so long, and all may take two seconds."""
    at(seconds)
    assert report((SAMPLED,)).is_due(1000, 2.0) == due


def test_once_some_draws_were_shown_more_are_always_due(at):
    at(0)
    made = report((SAMPLED,))
    assert not made.begun
    assert not made.is_due(9000, 2.0)
    made.of({SAMPLED: (1000, 0)}, running=True)
    assert made.begun
    assert made.is_due(9000, 2.0)
    assert report((SAMPLED,), begun_with=1).is_due(9000, 2.0)
