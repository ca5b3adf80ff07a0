"""Findings: facts of a document, each in its own words and with the sentence it stands on.

    article | quotations and who said them | figures with their hedges | promises and when they are due
            | consultations | abbreviations | organisations | faulty links | Findings

Precision goes first: what is not certain is not found. Nothing is paraphrased, completed or lengthened.
"""

from flows.newsroom.findings.abbreviations import find_abbreviations
from flows.newsroom.findings.consultations import find_consultations
from flows.newsroom.findings.figures import find_figures
from flows.newsroom.findings.organisations import find_organisations
from flows.newsroom.findings.particulars import with_particulars
from flows.newsroom.findings.places import place
from flows.newsroom.findings.programmes import with_programme, without_private_names
from flows.newsroom.findings.promises import find_promises
from flows.newsroom.findings.quotations import find_quotations
from flows.newsroom.lights.links import find_faulty_links
from flows.newsroom.model import Article, Findings

__all__ = ["find_findings", "with_particulars", "with_programme", "without_private_names"]


def find_findings(article: Article) -> Findings:
    """Find what `article` tells; it is complete but for its findings and lights."""
    places = place(article.blocks, article.sentences)
    quotations = find_quotations(article.blocks, places, article.people)
    abbreviations = find_abbreviations(article.sentences)
    organisations = find_organisations(article.sentences, abbreviations)
    return Findings(
        quotations=quotations,
        figures=find_figures(article.sentences),
        promises=find_promises(article.blocks, article.sentences, quotations, article.published),
        consultations=find_consultations(article, organisations),
        abbreviations=abbreviations,
        organisations=organisations,
        links=tuple(find_faulty_links(article)),
    )
