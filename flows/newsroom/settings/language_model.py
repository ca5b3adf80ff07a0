"""The language model that may reword summaries: the table [language_model]."""

import re
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, SecretStr, field_validator, model_validator

from flows.newsroom.settings.base import Optional, Table


def _known_address(address: str | None) -> str | None:
    if address is None:
        return None
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username or parts.query:
        raise ValueError("write an address such as https://models.example.org/v1, without a name, a key or a question")
    return address


class LanguageModelSettings(Table):
    """The language model that may reword summaries; off unless both base and model are named."""

    base: Annotated[Optional, AfterValidator(_known_address)] = None
    model: Optional = None
    format: Literal["auto", "json_schema", "json_object", "text"] = "auto"
    key: SecretStr | None = None  # only from the environment: STANDFIRST_LANGUAGE_MODEL__KEY

    @field_validator("key")
    @classmethod
    def _of_plain_letters(cls, key: SecretStr | None) -> SecretStr | None:
        if key is not None and not re.fullmatch(r"[!-~]+", key.get_secret_value()):
            raise ValueError("a key has no blanks, line ends or accents; copy it again")
        return key

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.base is None) != (self.model is None):
            raise ValueError("name both base and model, or neither")
        return self
