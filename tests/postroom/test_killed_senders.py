"""A sender that is killed at any moment has sent nobody two copies, and nobody is forgotten in silence."""

from pathlib import Path

from tests.postroom.kill_trial import Errand, Killer, run_trials, slow_server


def test_ten_kills_give_no_second_copy_and_no_loss_that_is_not_named(tmp_path: Path) -> None:
    with slow_server(tmp_path) as server:
        tally = run_trials(Errand(state=tmp_path / "state", port=server.port), server.copies, trials=10)

    assert tally.kills >= 5  # of the ten, those that hit a sender at work
    assert (tally.duplicates, tally.unreported, tally.false_sent) == (0, 0, 0)
    assert tally.doubts <= tally.kills


def test_kills_of_four_connections_leave_at_most_four_doubts_each(tmp_path: Path) -> None:
    with slow_server(tmp_path) as server:
        errand = Errand(state=tmp_path / "state", port=server.port, connections=4)
        tally = run_trials(errand, server.copies, trials=2, kills=3, killer=Killer(seed=2))

    assert (tally.duplicates, tally.unreported, tally.false_sent) == (0, 0, 0)
    assert tally.doubts <= 4 * tally.kills
