"""A document that is marked as confidential waits, wherever its mark stands; one that speaks of confidence does not."""

import re
from dataclasses import replace

import pytest

from flows.newsroom.cleaning import default_lexicon
from flows.newsroom.copydesk import make_article
from flows.newsroom.language.markings import is_marked, names_marking
from flows.newsroom.language.terms import sets_terms
from flows.newsroom.model import Article, Block, BlockKind, Colour, Defaults, LightKind, RawDocument, Rights
from tests.factories import ISSUE_DAY, a_source

LABELS = (
    "CONFIDENTIAL",
    "Confidential",
    "Strictly confidential",
    "Strictly private and confidential",
    "Private & Confidential",
    "PERSONAL AND CONFIDENTIAL",
    "IN CONFIDENCE",
    "In strictest confidence",
    "Staff in confidence",
    "Commercial-in-confidence",
    "MEDICAL IN CONFIDENCE",
    "OFFICIAL-SENSITIVE",
    "OFFICIAL - SENSITIVE",
    "Official: Sensitive",
    "OFFICIAL – SENSITIVE [PERSONAL]",
    "OFFICIAL-SENSITIVE: PERSONAL",
    "RESTRICTED",
    "RESTRICTED - STAFF",
    "PROTECT – PERSONAL",
    "NHS CONFIDENTIAL",
    "NHS Confidential: personal data about a patient",
    "TLP:AMBER",
    "TLP: RED",
    "Not for circulation",
    "NOT FOR ONWARD CIRCULATION",
    "Not for onward transmission",
    "Not for wider distribution",
    "Not for publication",
    "Not for general release",
    "Not for sharing",
    "Not for further dissemination",
    "Not for disclosure",
    "Not to be shared outside the group",
    "NOT FOR SHARING BEYOND THIS MEETING",
    "Not for the public domain",
    "Not for external use",
    "Not for citation",
    "Draft - not for quotation",
    "Draft: do not cite or circulate",
    "Please do not share",
    "PLEASE DO NOT SHARE",
    "Please don't share",
    "Do not circulate",
    "DO NOT FORWARD",
    "Do not distribute",
    "Do not copy or distribute",
    "Do not publish",
    "Do not reproduce",
    "Please do not forward or post online",
    "For internal use only",
    "INTERNAL USE ONLY",
    "Internal only",
    "For internal circulation only",
    "For members only",
    "Members' eyes only",
    "For committee use only",
    "For the board only",
    "For panel members only",
    "For the attention of trustees only",
    "For named recipients only",
    "For your eyes only",
    "ADDRESSEE ONLY",
    "To be opened by addressee only",
    "Restricted circulation",
    "Limited distribution",
    "Circulation: board members only",
    "Circulation: restricted",
    "Distribution: panel only",
    "Classification: Confidential",
    "Classification: OFFICIAL-SENSITIVE",
    "Sensitivity: Confidential",
    "Protective marking: RESTRICTED",
    "Security classification: Official-Sensitive",
    "Status: confidential",
    "Handling: do not forward",
    "EMBARGOED",
    "Embargoed until 00.01 on Tuesday 9 May",
    "EMBARGO: 00:01 Tuesday 9 May",
    "Under embargo until Monday",
    "Strict embargo: not before noon on Friday",
    "STRICTLY EMBARGOED",
    "Not for publication before 9 May",
    "Not for release until the Minister has spoken",
    "Hold for release until 9 May",
    "Legally privileged",
    "Subject to legal professional privilege",
    "Privileged and confidential",
    "Without prejudice",
    "Off the record",
    "Confidential minute",
    "Confidential minutes",
    "Confidential report",
    "Confidential item",
    "Confidential appendix",
    "Confidential briefing",
    "Exempt from publication",
    "Part 2 (confidential)",
    "Part B: closed session",
    "CLOSED SESSION",
    "Not minuted",
    "Not for minuting",
    "Not for the newsletter",
    "Not for the website",
    "Not for the press",
    "Not for social media",
)

SENTENCES = (
    "This document is confidential.",
    "These minutes are confidential to members of the panel.",
    "These notes are confidential.",
    "This paper is restricted to members of the board.",
    "This e-mail is private and should not be passed on.",
    "This report is embargoed until Friday.",
    "The attached is confidential.",
    "The attached paper is not to be shared outside the team.",
    "The contents of this letter are confidential.",
    "The following item is confidential.",
    "What follows is confidential.",
    "This is confidential.",
    "This is confidential, please.",
    "This is strictly between us.",
    "This is not for sharing.",
    "This is not for wider circulation at this stage.",
    "This information must not be shared outside the group.",
    "This must not be circulated any further.",
    "These figures should not be quoted.",
    "These notes may not be passed on.",
    "They are not to be forwarded, copied or quoted.",
    "Please treat this as confidential.",
    "Please treat these figures in strict confidence.",
    "Please keep this confidential until the announcement.",
    "Please keep this to yourselves for now.",
    "Keep this under your hat.",
    "Kindly keep the contents of this note confidential.",
    "Please do not share with anyone outside the team.",
    "Please do not share this e-mail.",
    "Please don’t pass this on.",
    "Please do not forward this message.",
    "Please do not put this on social media.",
    "Please do not post any of this online.",
    "Please do not discuss this outside the meeting.",
    "Please do not leave copies lying about.",
    "Do not screenshot or forward.",
    "We ask that you do not circulate this paper.",
    "I would ask you not to share this any further.",
    "I’d rather this did not go any further.",
    "This should go no further.",
    "This must not leave the room.",
    "I am writing in confidence.",
    "I am telling you this in confidence.",
    "It is shared with you in the strictest confidence.",
    "Shared in confidence with members of the forum.",
    "You didn’t hear this from me.",
    "Please delete this e-mail once you have read it.",
    "Please destroy after reading.",
    "Ask me before you use any of this.",
    "Please check with me before sharing.",
    "Not to be used without my permission.",
    "Please leave this out of the newsletter.",
    "None of this is for the newsletter.",
    "The announcement is under embargo until Monday.",
    "Circulation of this paper is restricted to the steering group.",
    "It was agreed that this item be kept within the room.",
    "This copy is for the named recipient only.",
)

TALK = (
    "The helpline is free and confidential.",
    "Free, confidential and independent",
    "Free | Confidential | Independent",
    "Confidential – free – local",
    "Free. Confidential. Independent.",
    "Confidential advice for carers",
    "Confidential support",
    "Confidential listening service",
    "Confidential Helpline",
    "Confidential counselling is offered on Tuesdays.",
    "All calls are strictly confidential.",
    "Calls are treated in strict confidence.",
    "Applications will be treated in the strictest confidence.",
    "For a confidential chat ring 01632 960123.",
    "For an informal and confidential discussion, contact Ann Archer.",
    "Everything you tell us is kept confidential.",
    "Your answers are confidential.",
    "Your answers will be kept confidential and nobody will be named.",
    "The survey is confidential.",
    "The survey is anonymous and responses are confidential.",
    "What you say to an advocate stays between you.",
    "Confidentiality",
    "Confidentiality and its limits",
    "Confidentiality policy",
    "Is it confidential?",
    "Confidential or not?",
    "Non-confidential",
    "Not confidential",
    "Classification: Official",
    "Protective marking: none",
    "Not protectively marked",
    "Circulation: public",
    "Circulation: 4,000",
    "Distribution: all staff, partners and the public",
    "Status: draft",
    "FOR IMMEDIATE RELEASE",
    "For release now",
    "The embargo on new placements was lifted in May.",
    "The home is under an embargo and takes nobody new.",
    "The leaflet on confidentiality was out of print.",
    "The report had been marked confidential, and somebody leaked it.",
    "A letter headed “Private and confidential” came to the wrong house.",
    "“Private and confidential”, said the envelope, and the whole street had read it.",
    "She was dismissed for sharing a confidential document.",
    "A confidential memo seen by the paper says otherwise.",
    "The judgment is about who may see a confidential report.",
    "Records are restricted to staff who need them.",
    "Visiting is restricted to two at a time.",
    "Restricted mobility",
    "Restricted parking in Mill Lane",
    "Social workers must not share information without a reason.",
    "Information should not be shared with the family unless the person agrees.",
    "Data must not be shared without consent.",
    "Do not share your password with anybody.",
    "Do not share towels.",
    "Do not copy the old form.",
    "Do not forget to book.",
    "Please do not hesitate to contact us.",
    "Please share this with your team.",
    "Please forward this to anyone who may be interested.",
    "Please circulate widely.",
    "Feel free to pass this on.",
    "Not for profit",
    "Not for everyone",
    "Not for the first time, the lift is broken.",
    "Not for sale",
    "It is not for me to say.",
    "Protected characteristics",
    "Protected time for newly qualified workers",
    "Private fostering",
    "Private sector homes",
    "Internal audit",
    "Internal applicants only",
    "Secret Santa",
    "Sensitive conversations",
    "A sensitive subject",
    "It was a privilege to be there.",
    "Closed on Mondays",
    "Closed Facebook group",
    "The group is closed to new members.",
    "She told nobody, and spoke in confidence.",
    "He told the inquiry in confidence what he had seen.",
    "People may speak to the inspectors in confidence.",
    "You can ring in confidence at any hour.",
    "Staff have lost confidence.",
    "A vote of no confidence",
    "We say this in confidence that it will be heard.",
    "Members are reminded that their files are confidential.",
    "The panel discussed what makes a record confidential.",
    "Staff were told not to share the document and did so all the same.",
    "The trust said that it could not share the report with families.",
    "Please keep your dog on a lead.",
    "Please keep this date free.",
    "Please keep this page for reference.",
    "Under-18s only",
    "Ticket holders only",
    "Women only",
    "Carers only",
    "By invitation only",
    "For adults only",
    "This course is for social workers only.",
    "No part of this book may be reproduced without permission.",
    "All rights reserved.",
    "In the public domain",
    "Item 6: information sharing and confidentiality",
    "The register of interests is not confidential.",
    "The report is not confidential and may be shared.",
    "There is nothing confidential in this paper.",
)

LONG = (
    "Carers met the council in Luton and it listened to what every one of them had to say about breaks. "
    "The council will answer by the end of the month, and the forum will hold a meeting in the town hall."
)


def lines(*texts: str) -> tuple[Block, ...]:
    return tuple(Block(kind=BlockKind.PARAGRAPH, text=text) for text in texts)


def an_article_of(*blocks: Block, title: str | None = None, path: str = "notes.txt") -> Article:
    source = a_source(path, defaults=Defaults(rights=Rights.OWN))
    raw = RawDocument(source=source, title=title, blocks=blocks)
    return make_article(raw, lexicon=default_lexicon(), today=ISSUE_DAY)


def waits(article: Article) -> bool:
    return any(light.colour is Colour.RED and light.kind is LightKind.RIGHTS for light in article.lights)


def test_a_label_marks_a_text_alone_in_brackets_before_and_behind_a_name() -> None:
    forms = (
        "{0}",
        "*** {0} ***",
        "[{0}]",
        "({0})",
        "{0}.",
        "__{0}__",
        "[{0}] Minutes",
        "Minutes – {0}",
        "Minutes ({0})",
    )
    bare = [re.sub(r"[\[\]()]", "", label) for label in LABELS]

    unmarked = [form.format(label) for label in bare for form in forms if not is_marked(form.format(label))]

    assert unmarked == []


def test_a_sentence_marks_a_text_alone_and_among_others() -> None:
    unmarked = [sentence for sentence in SENTENCES if not is_marked(sentence)]
    unmarked_among = [sentence for sentence in SENTENCES if not is_marked(f"{LONG} {sentence} We meet again in May.")]

    assert unmarked == unmarked_among == []


def test_a_text_that_speaks_of_confidence_is_not_marked() -> None:
    marked = [line for line in TALK if is_marked(line)]
    marked_among = [line for line in TALK if is_marked(f"{LONG} {line} We meet again in May.")]

    assert marked == marked_among == []


PLACES = {
    "as the first line": lambda mark: an_article_of(*lines(mark, "Minutes of the panel", LONG, LONG)),
    "below the title": lambda mark: an_article_of(*lines("Minutes of the panel", mark, LONG, LONG)),
    "as the last line": lambda mark: an_article_of(*lines("Minutes of the panel", LONG, LONG, mark)),
    "as a heading": lambda mark: an_article_of(Block(kind=BlockKind.HEADING, text=mark), *lines(LONG, LONG)),
    "as an item": lambda mark: an_article_of(*lines(LONG), Block(kind=BlockKind.ITEM, text=mark), *lines(LONG)),
    "as the title": lambda mark: an_article_of(*lines(LONG, LONG), title=mark),
    "before the title": lambda mark: an_article_of(*lines(LONG, LONG), title=f"{mark}: minutes of the panel"),
    "behind the title": lambda mark: an_article_of(*lines(LONG, LONG), title=f"Minutes of the panel - {mark}"),
    "above and below": lambda mark: an_article_of(*lines(mark, "Minutes", LONG, LONG, mark)),
}
COMMON = (
    "CONFIDENTIAL",
    "Strictly confidential",
    "OFFICIAL-SENSITIVE",
    "NOT FOR ONWARD CIRCULATION",
    "Please do not share",
    "In confidence",
    "EMBARGOED",
    "Embargoed until 9 May 2027",
    "RESTRICTED",
    "For members only",
    "Private and confidential",
    "Not for publication",
)


@pytest.mark.parametrize("place", PLACES)
def test_a_document_waits_wherever_its_mark_stands(place: str) -> None:
    seen = [mark for mark in COMMON if waits(PLACES[place](mark))]

    assert seen == list(COMMON)


def test_the_name_of_a_file_may_mark_it() -> None:
    names = (
        "CONFIDENTIAL minutes.docx",
        "minutes-confidential.txt",
        "minutes_CONFIDENTIAL_final.pdf",
        "panel notes (not for circulation).txt",
        "panel-notes-not-for-onward-circulation.md",
        "OFFICIAL-SENSITIVE panel notes.docx",
        "2026-05-03 in confidence - letter.eml",
        "embargoed-report.txt",
        "restricted - board paper.odt",
        "for internal use only.docx",
        "do not forward.eml",
        "inbox/PRIVATE & CONFIDENTIAL letter.txt",
    )

    assert [name for name in names if not names_marking(name)] == []
    assert waits(an_article_of(*lines("Minutes of the panel", LONG, LONG), path=names[0]))


def test_the_name_of_a_file_that_speaks_of_confidence_and_the_address_of_a_page_mark_nothing() -> None:
    names = (
        "confidential-helpline-opens.html",
        "confidentiality-policy.md",
        "a-confidential-ear.txt",
        "restricted-growth-study.html",
        "members-only.html",
        "gaining-confidence.txt",
        "sensitive-conversations.md",
        "who-may-share-what.txt",
        "https://a.example/news/CONFIDENTIAL",
    )

    assert [name for name in names if names_marking(name)] == []


def test_what_a_person_decided_lets_a_marked_document_go() -> None:
    source = a_source(defaults=Defaults(rights=Rights.OWN, decided=(LightKind.RIGHTS,)))
    raw = RawDocument(source=source, blocks=lines("CONFIDENTIAL", "Minutes of the panel", LONG, LONG))

    article = make_article(raw, lexicon=default_lexicon(), today=ISSUE_DAY)

    assert not waits(article)
    assert waits(make_article(replace(raw, source=a_source()), lexicon=default_lexicon(), today=ISSUE_DAY))


def test_who_passes_a_message_on_sets_terms_in_many_ways_and_mostly_none() -> None:
    terms = (
        "Think this is worth a slot. Check with her tho, I only know her from the allotment.",
        "Please check with him before it goes in.",
        "You might run it past them, please.",
        "Use it if she is happy.",
        "Not sure if he would want it printed.",
        "I have not asked her.",
        "Do not print my name.",
    )
    none = (
        "See below, worth a slot in the newsletter I think.",
        "Check the date with the office.",
        "She asked me to pass this on, and is happy for it to be printed.",
        "Ask for her at the desk.",
    )

    assert [text for text in terms if not sets_terms(text)] == []
    assert [text for text in none if sets_terms(text)] == []
