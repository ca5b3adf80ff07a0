"""Asking a language model: any server that speaks as OpenAI's does, at the address that the coordinator named.

One POST to `{base}/chat/completions`. Servers differ in what they can be asked for: first a schema, then any JSON, then
plain text with JSON in it; whatever comes is checked in the same way. Only this module opens a connection.
"""

import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import TracebackType
from typing import Self

import httpx

from flows.newsroom.rewriting.answers import SCHEMA, TASK, Reply, numbered, understood

_CONNECT_SECONDS, _READ_SECONDS, _WHOLE_SECONDS = 5.0, 60.0, 90.0
_LARGEST_ANSWER = 200_000  # bytes
_TRIES = 3
_LONGEST_WAIT = 30.0  # seconds that a busy server may ask for
_REFUSED_FORMAT = frozenset({400, 415, 422})
_BUSY, _SERVER_FAULT = 429, 500
_OK, _UNAUTHORISED, _FORBIDDEN, _NOT_FOUND = 200, 401, 403, 404


class Format(StrEnum):
    """What a server is asked to answer with."""

    AUTO = "auto"  # each of the others in turn, until one is understood
    SCHEMA = "json_schema"
    JSON = "json_object"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """No usable answer, and why, to be read after a colon."""

    reason: str
    is_passing: bool = True  # whether asking another day may help


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageModel:
    """Which model is asked, and where; the key is never shown."""

    base: str  # the address before /chat/completions
    model: str
    format: Format = Format.AUTO
    key: str | None = field(default=None, repr=False)

    def correspondence(self, wait: Callable[[float], None] = time.sleep) -> "Correspondence":
        """A line to the model, to be used in a `with` statement; `wait` pauses for so many seconds."""
        return Correspondence(self, wait)


class Correspondence:
    """Questions to one model over one connection. Once the server has proved useless, it is not asked again."""

    def __init__(self, model: LanguageModel, wait: Callable[[float], None]) -> None:
        self._model, self._wait = model, wait
        headers = {"Accept-Encoding": "identity"}
        headers |= {"Authorization": f"Bearer {model.key}", "api-key": model.key} if model.key else {}
        timeout = httpx.Timeout(_READ_SECONDS, connect=_CONNECT_SECONDS)
        self._client = httpx.Client(base_url=model.base.rstrip("/") + "/", headers=headers, timeout=timeout)
        self._formats = tuple(one for one in Format if one is not Format.AUTO)
        if model.format is not Format.AUTO:
            self._formats = (model.format,)
        self._given_up: Silence | None = None

    @property
    def name(self) -> str:
        """The model's name."""
        return self._model.model

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def ask(self, lines: Sequence[str]) -> tuple[Reply, ...] | Silence:
        """Sentences about `lines`, or why there are none."""
        for place, form in enumerate(self._formats):
            if self._given_up is not None:
                return self._given_up
            answer = self._answer(self._question(lines, form))
            if isinstance(answer, Silence):
                return answer
            replies = understood(answer, len(lines)) if answer is not None else ()
            if replies:
                self._formats = self._formats[place:]  # what the server did not know a minute ago it does not know now
                return replies
        return Silence(reason="no answer in the form agreed", is_passing=False)

    def _question(self, lines: Sequence[str], form: Format) -> Mapping[str, object]:
        messages = [{"role": "system", "content": TASK}, {"role": "user", "content": numbered(lines)}]
        question = {"model": self._model.model, "messages": messages, "temperature": 0}
        if form is Format.SCHEMA:
            schema = {"name": "summary", "strict": True, "schema": SCHEMA}
            return question | {"response_format": {"type": form, "json_schema": schema}}
        return question | {"response_format": {"type": form}} if form is Format.JSON else question

    def _answer(self, question: Mapping[str, object]) -> str | Silence | None:
        """The model's words; None: this server does not know the format."""
        for pause in self._pauses():
            try:
                status, headers, body = self._post(question)
            except httpx.RequestError:
                self._given_up = Silence(reason="its server cannot be reached or does not answer in time")
                return self._given_up
            if status == _BUSY or status >= _SERVER_FAULT:
                asked = _seconds(headers.get("Retry-After", ""), pause)
                if asked > _LONGEST_WAIT:
                    break
                self._wait(asked)
                continue
            return self._words(status, body)
        self._given_up = Silence(reason="its server is too busy or has a fault")
        return self._given_up

    def _words(self, status: int, body: bytes) -> str | Silence | None:
        if status in _REFUSED_FORMAT:
            return None
        if status in {_UNAUTHORISED, _FORBIDDEN}:
            self._given_up = Silence(reason="its server does not accept the key")
        elif status == _NOT_FOUND:
            self._given_up = Silence(reason="its server does not know this address or this model")
        elif status != _OK:
            self._given_up = Silence(reason=f"its server answered with status {status}")
        return self._given_up or _content(body)

    def _post(self, question: Mapping[str, object]) -> tuple[int, httpx.Headers, bytes]:
        until, body = time.monotonic() + _WHOLE_SECONDS, bytearray()
        with self._client.stream("POST", "chat/completions", json=question) as response:
            for chunk in response.iter_bytes():
                body += chunk
                if time.monotonic() > until or len(body) > _LARGEST_ANSWER:
                    raise httpx.ReadTimeout("An answer without an end")
        return response.status_code, response.headers, bytes(body)

    @staticmethod
    def _pauses() -> Iterator[float]:
        return (float(2**attempt) for attempt in range(_TRIES))


def _seconds(stated: str, otherwise: float) -> float:
    """How long a busy server asks to wait."""
    return float(stated) if stated.isdecimal() else otherwise


def _content(body: bytes) -> str:
    """The words of an answer; none of one that is not in the protocol's form, which a lower rung may mend."""
    try:
        content = json.loads(body)["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        return ""
    return content if isinstance(content, str) else ""
