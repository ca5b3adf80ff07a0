"""How a language model is asked, and what comes of refusals, nonsense and faults: against a server of our own."""

import json
import threading

import pytest

from flows.newsroom.rewriting import endpoint
from flows.newsroom.rewriting.answers import Reply
from flows.newsroom.rewriting.endpoint import Format, LanguageModel, Silence
from tests.language_model.server import Answer, Question, a_server, says

REPLY = Reply(text="Two choirs sang.", lines=(2,))
FAITHFUL = json.dumps({"sentences": [{"text": "Two choirs sang.", "sources": [2]}]})


def form_of(question: Question) -> str:
    form: str = question.get("response_format", {}).get("type", "text")
    return form


def test_a_model_is_asked_at_the_address_named_with_the_key() -> None:
    with a_server(lambda question, number: says(FAITHFUL)) as desk:  # noqa: ARG005 - the script's form
        answer = desk.ask(model=LanguageModel(base=desk.base + "/", model="small", key="s3cret"))

    assert answer == (REPLY,)
    assert desk.asked[0]["path"] == "/v1/chat/completions"
    assert desk.asked[0]["model"] == "small"
    assert desk.asked[0]["temperature"] == 0
    assert "2. Two choirs sang." in desk.asked[0]["messages"][1]["content"]
    assert desk.headers[0]["Authorization"] == "Bearer s3cret"


def test_the_key_is_not_shown() -> None:
    assert "s3cret" not in repr(LanguageModel(base="http://127.0.0.1", model="small", key="s3cret"))


def test_a_server_that_knows_no_schema_is_asked_for_json_and_then_for_text() -> None:
    def script(question: Question, number: int) -> Answer:
        return Answer(status=400 + 22 * (number % 2)) if form_of(question) != "text" else says(f"Sure! {FAITHFUL}")

    with a_server(script) as desk:
        answer = desk.ask(times=2)

    assert answer == (REPLY,)
    assert [form_of(question) for question in desk.asked] == ["json_schema", "json_object", "text", "text"]


def test_a_server_that_ignores_the_schema_is_asked_again_in_another_form() -> None:
    with a_server(lambda question, _: says("Choirs!" if form_of(question) == "json_schema" else FAITHFUL)) as desk:
        assert desk.ask() == (REPLY,)


def test_a_format_that_the_coordinator_chose_is_the_only_one() -> None:
    with a_server(lambda question, _: says(FAITHFUL if form_of(question) == "json_object" else "?")) as desk:
        desk.ask(model=LanguageModel(base=desk.base, model="small", format=Format.JSON))

    assert [form_of(question) for question in desk.asked] == ["json_object"]


@pytest.mark.parametrize(
    "answer",
    [
        says("I'm sorry, I can't help with that."),
        says(None),
        says([{"type": "text"}]),
        Answer(b"<html>Welcome</html>"),
        Answer(b"{}"),
        Answer(b""),
        Answer(b'{"choices": []}'),
        Answer(b"[" * 50_000),
        says(json.dumps({"sentences": [{"text": "Two choirs sang.", "sources": [99]}]})),
    ],
)
def test_refusals_and_nonsense_are_no_answer(answer: Answer) -> None:
    with a_server(lambda *_: answer) as desk:
        said = desk.ask()

    assert isinstance(said, Silence)
    assert not said.is_passing


def test_a_busy_server_is_given_the_time_it_asks_for() -> None:
    busy = Answer(status=429, headers={"Retry-After": "7"})

    with a_server(lambda _, number: busy if number == 0 else says(FAITHFUL)) as desk:
        assert desk.ask() == (REPLY,)

    assert desk.waited == [7]


@pytest.mark.parametrize("header", ["86400", "9" * 400])
def test_a_server_that_asks_for_a_day_is_left_alone(header: str) -> None:
    with a_server(lambda *_: Answer(status=429, headers={"Retry-After": header})) as desk:
        said = desk.ask(times=3)

    assert isinstance(said, Silence)
    assert said.is_passing
    assert len(desk.asked) == 1
    assert desk.waited == []


def test_a_server_with_a_fault_is_asked_three_times_and_then_no_more() -> None:
    with a_server(lambda *_: Answer(status=503, headers={"Retry-After": "Wed, 21 Oct 2026 07:28:00 GMT"})) as desk:
        said = desk.ask(times=5)

    assert said == Silence(reason="its server is too busy or has a fault")
    assert len(desk.asked) == 3


@pytest.mark.parametrize(
    ("status", "words"), [(401, "key"), (403, "key"), (404, "address"), (302, "302"), (418, "418")]
)
def test_a_server_that_turns_us_away_is_asked_once_and_the_reason_is_given(status: int, words: str) -> None:
    with a_server(lambda *_: Answer(status=status, headers={"Location": "http://127.0.0.1:9/"})) as desk:
        said = desk.ask(times=3)

    assert isinstance(said, Silence)
    assert words in said.reason
    assert len(desk.asked) == 1


def test_a_server_that_is_not_there_is_named_and_not_tried_again() -> None:
    with a_server(lambda *_: says(FAITHFUL)) as desk:
        pass

    said = desk.ask(times=20)

    assert said == Silence(reason="its server cannot be reached or does not answer in time")


def test_an_answer_without_an_end_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoint, "_LARGEST_ANSWER", 1_000)

    with a_server(lambda *_: says("la " * 10_000)) as desk:
        said = desk.ask()

    assert isinstance(said, Silence)


def test_a_slow_answer_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoint, "_READ_SECONDS", 0.05)
    slow = threading.Event()

    def script(question: Question, number: int) -> Answer:  # noqa: ARG001 - the script's form
        slow.wait(0.5)
        return says(FAITHFUL)

    with a_server(script) as desk:
        said = desk.ask()
        slow.set()

    assert said == Silence(reason="its server cannot be reached or does not answer in time")


def test_a_broken_answer_is_no_answer() -> None:
    with a_server(lambda *_: Answer(b"{", headers={"Content-Length": "500"})) as desk:
        assert isinstance(desk.ask(), Silence)
