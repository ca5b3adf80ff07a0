"""What somebody said, word for word, and who."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.newsroom.findings import find_findings
from flows.newsroom.findings.places import place
from flows.newsroom.findings.quotations import find_quotations
from flows.newsroom.findings.speech import find_speeches
from flows.newsroom.model import BlockKind, Quotation, Sentence
from tests.factories import an_article
from tests.newsroom.findings.articles import an_article_of, blocks_of


def quotations(*paragraphs: str) -> tuple[Quotation, ...]:
    return an_article_of("The hub opened on Monday.", *paragraphs).findings.quotations


def test_a_quotation_over_several_paragraphs_is_one() -> None:
    (found,) = quotations(
        "Richard Fradgley said: “It was a great day.", "“People want more.", '"It stops here."', "Then we went home."
    )

    assert found.paragraphs == ("It was a great day.", "People want more.", "It stops here.")
    assert (found.speaker, found.sentence, found.last_sentence) == ("Richard Fradgley", 1, 3)


def test_a_speech_that_she_said_interrupts_is_two_quotations_of_one_speaker() -> None:
    first, second = quotations("“It has changed how we work,” said Kwabena Frith. “People come in and stay.”")

    assert (first.text, second.text) == ("It has changed how we work,", "People come in and stay.")
    assert first.speaker == second.speaker == "Kwabena Frith"


def test_marks_that_are_not_closed_are_never_lengthened() -> None:
    (found,) = quotations("Kwabena Frith said: “We wait for an answer.", "Nobody knows when it will come.")

    assert (found.text, found.is_closed) == ("We wait for an answer.", False)


@pytest.mark.parametrize(
    "text",
    [
        "They call it the “front door” team.",
        "Her book “Small Steps Home” is out now.",
        "A workshop called “What matters to you” followed.",
        "The move from “repair” to “prevent” took a year.",
        "The so-called “front door of the council” is being moved.",
        "The phrase “hard to reach” was banned.",
        "The law says a person must be “assumed to have capacity” unless shown otherwise.",
    ],
)
def test_titles_and_words_kept_at_a_distance_are_no_quotations(text: str) -> None:
    assert quotations(text) == ()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We waited nine years for this,” said team manager Kwabena Frith.", "Kwabena Frith"),
        ("Director of adult services Ffion Haldane said: ‘We listened to you.’", "Ffion Haldane"),
        ("The agency’s director of data, Ffion Haldane, said it was “bending, not broken”.", "Ffion Haldane"),
        ("According to Dr Imogen Vasquez-Lane, it was “better than we had hoped for”.", "Dr Imogen Vasquez-Lane"),
        ("The council was told by members of the forum that “you have decided already”.", "members of the forum"),
        ("Speaking at the launch, Professor Anil Deshmukh said: “This is the start.”", "Professor Anil Deshmukh"),
        ("“I would do it again tomorrow.” – Marjorie Thistlewood, volunteer", "Marjorie Thistlewood"),
        ("Marjorie asked about the bus. “It will not run today,” Dev replied.", "Dev"),
        (
            "Her words to the panel were short. The Minister for Care called it “a promise kept at last”.",
            "The Minister for Care",
        ),
        (
            "In the appeal a judge of the Court of Protection called it “not unlawful but odd”.",
            "a judge of the Court of Protection",
        ),
        ("‘He asked me, “What matters?” and then he waited,’ said Marjorie Pell.", "Marjorie Pell"),
        ("“I can’t fault her,” her son, Gareth Lowe, told us.", "Gareth Lowe"),
        ("One member, Crispin Lathe MS, voted against, saying the sum “is a guess and no more”.", "Crispin Lathe"),
        ("A council spokesman said: “We cannot comment on individual cases.”", "A council spokesman"),
        ("The report says the service is “not yet good enough for children”.", "The report"),
        ("“The building is ours,” beamed Isla Grey.", "Isla Grey"),
        ("In a statement the council said it was “truly sorry for what happened”.", "the council"),
        ("A statement from Keld Council read: “We are truly sorry.”", "Keld Council"),
        ("Tegwen used to say “you cannot pour from an empty pot”.", "Tegwen"),
        ("The manager was kind. “Take your time over it,” she said.", "The manager"),
        ("Ivo Fenn opened the meeting with the words “we must move on now”.", "Ivo Fenn"),
        ("Callum told us why. “It will not run today.” Ffion Haldane accepted this.", "Callum"),
        ("“If we see fewer people we stop,” were Ffion Haldane’s exact words.", "Ffion Haldane"),
        (
            "Kwabena Frith came. It was too little, he added, and hoped that they “would think again soon”.",
            "Kwabena Frith",
        ),
        ("The watchdog has published its report. It says that it “cannot be right to wait”.", "The watchdog"),
        (
            "Cllr Callum Gray (Ind, Mill Ward) was cross. He wanted to know who was “going to say it aloud”.",
            "Cllr Callum Gray",
        ),
        ("The elder sister is called Miss X. “I kept asking what we were,” she said.", "Miss X"),
        ("In the words of their lead, Hyacinth Brody, “twelve hours on one side is storage”.", "Hyacinth Brody"),
        ("It was late and we lay there and Callum said, “Here we are at last.”", "Callum"),
        (
            "That was lost, and Carers Together, which had campaigned, called it ‘half a loaf at best’.",
            "Carers Together",
        ),
        ("Callum Gray, who is head of housing, said and I wrote it down: “What is left is yours.”", "Callum Gray"),
        ("Ffion Haldane said so. She had looked for a good one. “We saw five people that day.”", "Ffion Haldane"),
        ("Bronwen Achebe’s answer was “ask me first next time”.", "Bronwen Achebe"),
    ],
)
def test_the_speaker_is_whom_the_text_names(text: str, speaker: str) -> None:
    (found,) = quotations(text)

    assert found.speaker == speaker


def test_minutes_that_list_who_was_there_settle_initials_and_posts() -> None:
    there = "Present: Moira Sandilands (branch secretary), Rosalind Ekwueme (Director, chair), Piers Gathercole (HR)"
    first, second, third = quotations(
        there,
        "MS said the figure left out duty. “You are not counting the telephone.”",
        "The Director replied that it was “an ambition with a date on it”.",
        "“Minute it in pencil,” suggested Mr Gathercole.",
    )

    assert [one.speaker for one in (first, second, third)] == [
        "Moira Sandilands",
        "Rosalind Ekwueme",
        "Piers Gathercole",
    ]


def test_what_is_set_apart_is_said_by_whom_the_next_paragraph_points_back_to() -> None:
    (found,) = quotations("Mum cleaned offices.", "“I could hear you knocking.”", "She told me that over a cup of tea.")

    assert found.speaker == "Mum"


def test_she_who_opens_a_paragraph_is_of_whom_the_one_before_told() -> None:
    (found,) = quotations(
        "You owe something to Bettany Haldane, who died in May.",
        "She was the county’s first social worker who was Deaf. “How do you use it?” she wrote on the form.",
    )

    assert found.speaker == "Bettany Haldane"


def test_single_marks_that_each_paragraph_takes_up_again_hold_one_quotation() -> None:
    first, second = quotations(
        "‘People talk about courage,’ said Ffion Haldane. ‘I don’t want anybody to be brave.",
        "‘I want two chairs and a manager who knows when they’d be back.’",
    )

    assert second.paragraphs == (
        "I don’t want anybody to be brave.",
        "I want two chairs and a manager who knows when they’d be back.",
    )
    assert first.speaker == "Ffion Haldane"


def test_a_line_in_brackets_below_says_whose_words_are_set_apart() -> None:
    words = "Nobody does this for the money, and that is why they leave it out."
    signature = "(Callum, who said we could minute that.)"
    blocks = (*blocks_of("The offer came."), *blocks_of(words, kind=BlockKind.QUOTATION), *blocks_of(signature))
    sentences, start = [], 0
    for number, block in enumerate(blocks):
        sentences.append(Sentence(text=block.text, start=start, end=start + len(block.text), block=number))
        start += len(block.text) + 1

    (found,) = find_quotations(blocks, place(blocks, sentences), ())

    assert (found.text, found.speaker) == (words, "Callum")


def test_what_it_says_is_said_by_the_body_that_the_sentence_before_sets_off() -> None:
    (found,) = quotations(
        "The largest of them, Plainspoken Advocacy, told four councils that it would stop. "
        "It said it had “run out of other people’s legacies to spend”."
    )

    assert found.speaker == "Plainspoken Advocacy"


def test_a_role_is_not_turned_into_a_name() -> None:
    (found,) = quotations("Iain Tulley became chief executive.", "Our chief executive said: “We hope it helps people.”")

    assert found.speaker == "Our chief executive"


@pytest.mark.parametrize(
    "text",
    [
        "One carer told us: “I have not slept through since March.”",
        "“Nobody rings back before Friday,” said a man in his forties.",
        "“Something will be missed one day,” the meeting was told.",
        "“You let her be herself to the end,” the letter said.",
        "By the door hangs a card: “Thank you for coming at all.”",
        "He told the meeting: “I am not going to pretend.”",
        "In the end I said: “I am not going to pretend.”",
        "“Hard to reach.” From where?",
        "The badge is new and yellow. It says “one of the panel today”.",
        "A woman of 81 was asked by us. “I lie there like a parcel,” she said.",
        "It has been put to us that “a right which nobody explains is not a right”.",
        "Callum asked whether it would run. “Not today, or not before noon.”",
        "A talk for anybody who has ever said “you should be able to get time off”.",
        "The lady says to print what we like but “mind the numbers please”.",
        "Ffion Haldane closed with what a guest wrote in the book: “I came for the soup and stayed.”",
        "The third went quiet and then said: “I told a man he was not ready.”",
        "“It saved me a fortnight and a row,” wrote a nurse from the northern team.",
        "A worker in one team, who gave no name, told Casework Weekly how she sat there. “I rang twice,” she said.",
        "Ffion Haldane read out some of what people had told the callers: “I had thrown the leaflet away.”",
        "Two of the things they said have stayed: “I found out when the taxi did not come.”",
        "The authors call this “a modest effect of uncertain duration” and we agree.",
    ],
)
def test_where_nobody_is_named_nobody_speaks(text: str) -> None:
    (found,) = quotations(text)

    assert found.speaker is None


def test_a_pronoun_is_the_one_person_whom_the_paragraph_names() -> None:
    (found,) = quotations("Thandiwe Osei chairs the board. “We waited nine years for this,” she said.")

    assert found.speaker == "Thandiwe Osei"


def test_a_pronoun_is_nobody_where_two_people_could_be_meant() -> None:
    (found,) = quotations("Dr Thandiwe Osei met Mrs Ruth Brown. “We waited nine years for this,” she said.")

    assert found.speaker is None


def test_a_pronoun_is_no_role_where_two_are_spoken_of() -> None:
    (found,) = quotations("The manager met the social worker. “Take your time over it,” she said.")

    assert found.speaker is None


def test_she_is_nobody_whose_name_may_be_a_places() -> None:
    (found,) = quotations("The Night Kitchen stood by the station.", "It was warm. “Bring me an onion,” she said.")

    assert found.speaker is None


def test_her_manager_is_not_she() -> None:
    (found,) = quotations("Kit Marlow shared her story. Her manager said: “I would have missed you at once.”")

    assert found.speaker == "Her manager"


def test_after_somebody_who_did_this_and_said_that_nobody_knows_who_speaks() -> None:
    (found,) = quotations(
        "Ursula Dean typed for a lady who could not spell, and who put a form down and said, “Do it now.”"
    )

    assert found.speaker is None


def test_what_is_set_apart_without_marks_is_quoted_where_it_speaks_of_itself_or_is_signed() -> None:
    told = "We waited nine years for this."
    blocks = (*blocks_of("The hub opened."), *blocks_of(f"{told} Marjorie Pell, carer", kind=BlockKind.QUOTATION))
    sentences = (
        Sentence(text="The hub opened.", start=0, end=15, block=0),
        Sentence(text=blocks[1].text, start=16, end=66, block=1),
    )

    (found,) = find_quotations(blocks, place(blocks, sentences), ())

    assert (found.text, found.speaker) == (told, "Marjorie Pell")


def test_a_pronoun_that_ran_on_from_one_person_stays_with_that_person() -> None:
    (found,) = quotations(
        "Solveig Akinola came from Strathlorne. She succeeds Mr Benedict Hurd. “I shall listen first,” she said."
    )

    assert found.speaker == "Solveig Akinola"


def test_a_line_with_a_colon_introduces_the_paragraphs_below() -> None:
    (found,) = quotations(
        "Hamish Orrell disliked speeches, but he could be drawn:", "“People think you confess there.”"
    )

    assert found.speaker == "Hamish Orrell"


@given(st.lists(st.text(alphabet="Ab cd.,:“”\"‘’'\n", max_size=60), max_size=4))
def test_every_paragraph_of_a_quotation_stands_in_the_text(paragraphs: list[str]) -> None:
    article = an_article(*(" ".join(text.split()) or "Empty." for text in paragraphs))

    found = find_findings(article).quotations

    assert all(paragraph in article.text for one in found for paragraph in one.paragraphs)
    assert all(0 <= one.sentence <= one.last_sentence < len(article.sentences) for one in found)


def test_a_line_set_apart_below_a_quotation_is_its_signature() -> None:
    blocks = blocks_of("I put it on the last page.", "Member of the advisory group", kind=BlockKind.QUOTATION)

    (speech,) = find_speeches(blocks)

    assert [part.block for part in speech.parts] == [0]


def test_what_only_speech_sounds_like_is_a_quotation_without_a_word_of_saying() -> None:
    found = quotations("He buried 902 people, “of whom the family came for about half”, by his own count.")

    assert [one.text for one in found] == ["of whom the family came for about half"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "At the meeting on 6 October the Assistant Director told us: “I would pay them all.”",
            "the Assistant Director",
        ),
        ("5. Our reviewers told us that what they read is “written for us and for nobody else”.", "Our reviewers"),
        ("Its makers claim that it frees “up to seven hours a week”.", "Its makers"),
        ("That drew a short answer from the secretary, Ann Archer. “Then it saves nothing, does it?”", "Ann Archer"),
        ("Their answer, from the director Ann Archer, was that it was “a moan by a few”.", "Ann Archer"),
        ("Ann Archer puts it down to “lifts, letters and somebody noticing”.", "Ann Archer"),
        ("Ann Archer is cautious. “It is one town in one year.”", "Ann Archer"),
        ("Not so, says Ann Archer. “I think that we were slow.”", "Ann Archer"),
        ("My supervisor, Ilse, asked: “And what did you feel?”", "Ilse"),
        ("A spokesman for the trust said that it was “sorry for the distress”.", "A spokesman for the trust"),
        ("I asked the judge to begin on page 31 and he said: “I already have begun.”", "the judge"),
        ("The ombudsman ruled that the wait was “neither fair nor lawful”.", "The ombudsman"),
        ("The inspector, Ada Quill, found “a kind service that runs late”.", "Ada Quill"),
        ("For Ada Quill, it is “a question of counting and of no more”.", "Ada Quill"),
        ("What Ada Quill wants is “a number that somebody answers”.", "Ada Quill"),
        ("Ada Quill prefers to call it “a question of counting”.", "Ada Quill"),
        ("“Have you eaten?” was the first thing Ada Quill said to me.", "Ada Quill"),
        ("Said Ada Quill: “I wait until the light goes on.”", "Ada Quill"),
        ("It was, said Ada Quill, “late, long and wrong”.", "Ada Quill"),
        ("Members heard from Ada Quill that the letter was “late, long and wrong”.", "Ada Quill"),
        ("Ada Quill took to the stage to shouts of “shame on you”.", None),
        ("The letter ends: “We will be outside at eight.”", None),
        ("Our survey of members found that two things help: “ten minutes and somebody to argue with”.", None),
        ("Tenants told us that they were “consulted to bits and told nothing”.", None),
        ("The chair will write to them this week, and said “with feeling, I may add”.", "The chair"),
        ("The question “What would you like to do?” will move to the top.", None),
        ("One of our members came no more. He told me: “I am not waiting in the van.”", None),
    ],
)
def test_who_speaks_is_told_by_the_words_around_in_many_ways(text: str, speaker: str | None) -> None:
    (found,) = quotations(text)

    assert found.speaker == speaker


def test_what_somebody_will_write_is_not_yet_said() -> None:
    assert quotations("The chair will write to the council, “with the word astonished in it”.") == ()


def test_a_quotation_that_a_line_broke_in_two_is_one() -> None:
    (found,) = quotations("“In 22 years nobody has ever lost a", "case for being too clear”")

    assert found.text == "In 22 years nobody has ever lost a case for being too clear"
