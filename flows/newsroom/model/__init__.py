"""The types that flow through the newsroom, in the order in which they come about.

Every type is frozen: a stage never changes what it is given, it returns the next
thing. `None` means "unknown", never "nothing to say". Dates are calendar dates, lengths
are in words, and scores lie between 0 and 1, unless a field says otherwise.
"""

from flows.newsroom.model.articles import Article, ArticleId, Headline, HeadlineOrigin, Sentence
from flows.newsroom.model.days import Confidence, DateBasis, Dated
from flows.newsroom.model.documents import (
    Action,
    Block,
    BlockKind,
    Change,
    Defaults,
    DocumentId,
    Enclosure,
    Link,
    RawDocument,
    Rights,
    Source,
    Stage,
    Within,
)
from flows.newsroom.model.findings import Event
from flows.newsroom.model.issues import (
    PLEASE_CHECK,
    PLEASE_CHECK_TITLE,
    DiaryEntry,
    Edition,
    Issue,
    Masthead,
    MissingEdition,
    Rejection,
    Section,
    Story,
    Treatment,
)
from flows.newsroom.model.judgements import (
    Category,
    Classification,
    Draft,
    Extract,
    Form,
    Role,
    Summary,
    Taxonomy,
    Topic,
)
from flows.newsroom.model.lights import Colour, Light, LightKind

__all__ = [
    "PLEASE_CHECK",
    "PLEASE_CHECK_TITLE",
    "Action",
    "Article",
    "ArticleId",
    "Block",
    "BlockKind",
    "Category",
    "Change",
    "Classification",
    "Colour",
    "Confidence",
    "DateBasis",
    "Dated",
    "Defaults",
    "DiaryEntry",
    "DocumentId",
    "Draft",
    "Edition",
    "Enclosure",
    "Event",
    "Extract",
    "Form",
    "Headline",
    "HeadlineOrigin",
    "Issue",
    "Light",
    "LightKind",
    "Link",
    "Masthead",
    "MissingEdition",
    "RawDocument",
    "Rejection",
    "Rights",
    "Role",
    "Section",
    "Sentence",
    "Source",
    "Stage",
    "Story",
    "Summary",
    "Taxonomy",
    "Topic",
    "Treatment",
    "Within",
]
