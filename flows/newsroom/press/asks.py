"""What readers are asked to answer: what it is about, who asks, by when, and where the answer goes."""

from flows.newsroom.language.calendar import with_weekday
from flows.newsroom.model import OpenConsultation, Story
from flows.newsroom.press import wording
from flows.newsroom.press.galley import AskLine, SetStory


def set_ask(entry: OpenConsultation, told: Story, in_type: SetStory) -> AskLine | None:
    """A consultation of a story as a line; None: its closing day is not known."""
    consultation = entry.consultation
    if consultation.closes.date is None:
        return None
    answer = consultation.answer_at if in_type.signpost is None else None
    return AskLine(
        day=with_weekday(consultation.closes.date),
        date=consultation.closes.date,
        time=consultation.time,
        what=_what(consultation.name, in_type),
        who=_who(consultation.asked_by, told),
        answer=answer,
        address=_address(answer),
        story=in_type,
        sentence=None if consultation.sentence is None else consultation.sentence + 1,
    )


def _what(name: str | None, story: SetStory) -> str | None:
    """Its name, where the headline does not say it already."""
    if name is None or name.casefold() in story.name.casefold():
        return None
    return wording.opening(name)


def _who(asked_by: str | None, told: Story) -> str | None:
    if asked_by:
        return f"Asked by {asked_by}"
    organisation = told.article.source.defaults.organisation
    return f"Told by {organisation}" if organisation else None


def _address(answer: str | None) -> str | None:
    """Where a link leads to answer by; None: what there is is not a whole address."""
    return f"mailto:{answer}" if answer and wording.is_mailbox(answer) else wording.web_address(answer)
