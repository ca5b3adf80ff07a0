"""newsletter.toml is read strictly, and says in words what does not fit."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel, SecretStr

from flows.newsroom.errors import SettingsError
from flows.newsroom.settings import Settings, read_settings
from flows.newsroom.settings.delivery import DkimSettings, LetterboxSettings, ServerSettings
from flows.newsroom.settings.file import SECRETS

ROOT = Path(__file__).parents[2]


def settings_of(folder: Path, text: str) -> Settings:
    (folder / "newsletter.toml").write_text(text)
    return read_settings(folder)


def secrets_of(table: type[BaseModel], *path: str) -> Iterator[tuple[str, ...]]:
    """The places of all settings whose type says that they are secret."""
    for name, field in table.model_fields.items():
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield from secrets_of(field.annotation, *path, name)
        elif SecretStr in {field.annotation, *get_args(field.annotation)}:
            yield (*path, name)


def test_every_secret_is_kept_out_of_the_file() -> None:
    assert set(secrets_of(Settings)) == SECRETS.keys()


def test_a_folder_without_settings_has_the_usual_ones(tmp_path: Path) -> None:
    settings = read_settings(tmp_path)

    assert settings.folders.seeds == tmp_path / "seeds"
    assert settings.schedule.timezone == "Europe/London"


def test_arguments_go_before_the_environment_and_that_before_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "newsletter.toml").write_text('[newsletter]\nname = "File"\nstrapline = "File"\neditor = "File"\n')
    monkeypatch.setenv("STANDFIRST_NEWSLETTER__NAME", "Environment")
    monkeypatch.setenv("STANDFIRST_NEWSLETTER__EDITOR", "Environment")

    newsletter = read_settings(tmp_path, {"newsletter": {"name": "Argument"}}).newsletter

    assert (newsletter.name, newsletter.editor, newsletter.strapline) == ("Argument", "Environment", "File")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param('[newsletter]\nnam = "x"\n', "'newsletter.nam'. Did you mean 'name'", id="key near a known one"),
        pytest.param("[zzz]\nx = 1\n", "does not know 'zzz'. Take the line out", id="key far from any"),
        pytest.param('[newsletter\nname = "x"\n', "cannot be understood: .*line 1", id="no TOML"),
        pytest.param('[schedule]\ncron = "0 7 * *"\n', "five parts", id="cron with four parts"),
        pytest.param('[schedule]\ntimezone = "Europe/Londn"\n', "did you mean 'Europe/London'", id="time zone"),
        pytest.param('[language_model]\nmodel = "small"\n', "name both base and model", id="model without address"),
        pytest.param(
            '[language_model]\nbase = "models.example.org"\nmodel = "small"\n', "write an address", id="no address"
        ),
        pytest.param("[documents]\nlargest_megabytes = 0\n", "largest_megabytes does not fit", id="number"),
        pytest.param(
            '[delivery]\napproval_hours = "two"\n', "approval_hours does not fit: write a whole n", id="words"
        ),
        pytest.param('[delivery]\ngroups = "North"\n', "groups does not fit: write a list in square", id="no list"),
        pytest.param("[delivery]\nsender_name = 7\n", "sender_name does not fit: write it in quota", id="no text"),
        pytest.param('[delivery]\nbounces_take_plus = "so"\n', "take_plus does not fit: write true or", id="no yes"),
        pytest.param('[delivery]\ntest_addresses = ["ann"]\n', "addresses.0 does not fit: write one", id="no address"),
        pytest.param(
            "[summary]\noptions = { words = 85 }\n", r"summary.options does not fit: .* \[lengths\]", id="length"
        ),
        pytest.param("[lengths]\nlead = 5\n", "lengths.lead does not fit: write 20 or more", id="too short"),
        pytest.param(
            "[lengths]\nnoticeboard = 500\n", "lengths.noticeboard does not fit: write 100 or less", id="too long"
        ),
        pytest.param("[lengths]\nstories = 85\n", "'lengths.stories'. Did you mean 'story'", id="a length near one"),
        pytest.param('[run]\ntask_runner = "ponies"\n', "run.task_runner does not fit", id="task runner"),
    ],
)
def test_what_does_not_fit_is_named(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        settings_of(tmp_path, text)


def test_the_mark_that_notepad_puts_in_front_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "newsletter.toml").write_text('[newsletter]\nname = "Ours"\n', encoding="utf-8-sig")

    assert read_settings(tmp_path).newsletter.name == "Ours"


def test_the_password_of_the_mail_account_has_no_place_in_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STANDFIRST_DELIVERY__SERVER__PASSWORD", "s3cret")

    password = read_settings(tmp_path).delivery.server.password

    assert password is not None
    assert password.get_secret_value() == "s3cret"
    with pytest.raises(SettingsError, match="STANDFIRST_DELIVERY__SERVER__PASSWORD"):
        settings_of(tmp_path, '[delivery.server]\npassword = "s3cret"\n')


def test_the_key_of_the_language_model_comes_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STANDFIRST_LANGUAGE_MODEL__KEY", "s3cret")

    settings = settings_of(tmp_path, '[language_model]\nbase = "http://127.0.0.1:1/v1"\nmodel = "small"\n')

    assert settings.language_model.key is not None
    assert settings.language_model.key.get_secret_value() == "s3cret"
    assert "s3cret" not in repr(settings)


def test_a_key_in_the_file_is_refused_without_quoting_it(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="must not hold the language model's key") as caught:
        settings_of(tmp_path, '[language_model]\nkey = "s3cret"\n')

    assert "s3cret" not in str(caught.value)


def test_a_key_with_a_line_end_is_refused_without_quoting_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STANDFIRST_LANGUAGE_MODEL__KEY", "s3cret\nX: y")

    with pytest.raises(SettingsError, match="copy it again") as caught:
        read_settings(tmp_path)

    assert "s3cret" not in str(caught.value)


def test_an_empty_text_means_none(tmp_path: Path) -> None:
    settings = settings_of(tmp_path, '[newsletter]\neditor = ""\n[folders]\ntemplates = ""\n')

    assert settings.masthead.editor is None
    assert settings.folders.templates is None


def test_the_file_that_comes_with_standfirst_names_every_setting_with_a_remark() -> None:
    text = (ROOT / "newsletter.toml").read_text(encoding="utf-8")

    lines = [line for line in text.splitlines() if " = " in line and not line.startswith("#")]
    named = {line.split(" = ")[0] for line in lines}
    known = {key for field in Settings.model_fields.values() for key in type(field.default).model_fields}
    known |= {key for table in (ServerSettings, DkimSettings, LetterboxSettings) for key in table.model_fields}

    assert named == known - {"key", "password", "server", "dkim", "letterbox"}  # a secret has no place in a file
    assert all("#" in line for line in lines)


def test_the_file_that_comes_with_standfirst_changes_nothing(tmp_path: Path) -> None:
    shipped = read_settings(ROOT)
    usual = read_settings(tmp_path)

    assert shipped.model_dump(exclude={"folders", "newsletter"}) == usual.model_dump(exclude={"folders", "newsletter"})


@pytest.mark.parametrize(
    "text", ['[delivery]\nmode = "test"\n[delivery]\n', '[newsletter]\nname = "A"\nname = "B"\n'], ids=["table", "line"]
)
def test_what_stands_there_twice_is_named_as_such(tmp_path: Path, text: str) -> None:
    with pytest.raises(SettingsError, match=r"stands there twice.*line"):
        settings_of(tmp_path, text)


def test_a_summary_is_cut_only_for_a_place_that_has_less_room_than_it_was_made_for(tmp_path: Path) -> None:
    lengths = read_settings(tmp_path, {"lengths": {"lead": 100, "story": 60}}).lengths

    assert (lengths.shorter(lengths.lead), lengths.shorter(lengths.story)) == (None, 60)
