"""What a person said about the subject of a whole folder, in source.toml."""

from flows.newsroom.model import Article, Taxonomy, Topic


def given_topics(article: Article, taxonomy: Taxonomy) -> tuple[Topic, ...]:
    """The category that a person gave, as the only topic; none if nobody did, or the taxonomy does not know it."""
    given = article.source.defaults.category
    if given is None or all(category.key != given for category in taxonomy.categories):
        return ()
    return (Topic(category=given, confidence=1.0, evidence=()),)
