"""How much the words of an article speak for each category of the newsroom's own taxonomy, beside all other evidence.

What words say of these ten categories was learned (words.csv) by `python -m tests.evaluation.reference`. It says
nothing of others: where a forum has added or dropped a category, this evidence falls away.
"""

from functools import cache
from importlib.resources import files

from flows.newsroom.categorisers._ranking import SHARPNESS
from flows.newsroom.language.weighing import Signs, Weighing, words_of
from flows.newsroom.model import Article, Taxonomy


def said_by_words(article: Article, taxonomy: Taxonomy) -> list[float]:
    """What the words add to the score of each category; noughts for a taxonomy that they were not learned for."""
    weighing, keys = _learned(), [category.key for category in taxonomy.categories]
    if set(keys) != set(weighing.choices):
        return [0.0] * len(keys)
    scores = dict(zip(weighing.choices, weighing.scores(signs_of(article)).tolist(), strict=True))
    return [scores[key] / SHARPNESS for key in keys]


def signs_of(article: Article) -> Signs:
    """The words of an article, its own title among them."""
    return Signs(words=words_of(f"{article.own_title or ''}\n{article.text}"))


@cache
def _learned() -> Weighing:
    return Weighing.read(files(__package__).joinpath("words.csv").read_text(encoding="utf-8"))
