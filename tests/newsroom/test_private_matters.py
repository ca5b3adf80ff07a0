"""A private matter of one person is held back; what a text says of groups and services is not."""

from dataclasses import replace
from time import perf_counter

import pytest

from flows.newsroom.lights.privacy import privacy_lights
from flows.newsroom.model import Colour
from flows.newsroom.people import people
from tests.factories import an_article

PLAIN = "The forum met the council to talk about breaks for carers."


def reasons(sentence: str) -> list[str]:
    made = replace(an_article(PLAIN, sentence), people=people(sentence))
    return [light.reason for light in privacy_lights(made) if light.sentence == 1 and light.colour is Colour.AMBER]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sarah in the Northgate team has breast cancer and will be away until March.",
        "Jane has been off sick with stress since October.",
        "Mr Harris, 82, of Elm Close is dying and has no family.",
        "Tom from housing was rude to a client.",
        "The social worker for the Khan family is being investigated over a complaint.",
        "She has been lonely after his wife died.",
        "His social worker is being investigated.",
        "Her daughter Karen is angry with the team.",
        "A mother of three in Elm Close had her children removed last week.",
        "Winifred is in the Infirmary after a fall.",
        "Mrs Patel was diagnosed with Parkinson’s in May.",
        "Rosa Quill is on sick leave.",
        "Please send a card to Tunde, who is having chemotherapy.",
        "Priya is pregnant and will leave in June.",
        "Priya will start her maternity leave in June.",
        "Ann Archer has been signed off until Easter.",
        "Our manager is off with depression.",
        "My colleague’s husband passed away on Friday.",
        "Bob Lee lost his wife in the spring.",
        "The funeral of Mrs Doyle is on Thursday.",
        "Mr Orme took an overdose.",
        "Mr Orme was sectioned in June.",
        "Lionel Orme was detained under the Mental Health Act.",
        "Kevin is drinking again.",
        "Kevin has a drug problem.",
        "Dawn uses a wheelchair and is partially sighted.",
        "Dawn is autistic.",
        "A tenant in Marsh Lane had a breakdown last month.",
        "Ms Okoro has been suspended.",
        "Ms Okoro was dismissed for gross misconduct.",
        "A complaint about Ms C. was upheld.",
        "One nurse has been given a final warning.",
        "The team manager was arrested on Monday.",
        "Mr Bell was charged with assault.",
        "Gemma Holt was struck off last year.",
        "Gemma is facing a disciplinary hearing.",
        "Mr and Mrs Shah are in dispute with the council over their son.",
        "The Khan family are the subject of care proceedings.",
        "The Doyles’ baby was taken into care.",
        "There is a safeguarding concern about Mrs Doyle.",
        "Mr Bell is going to court over contact with his children.",
        "Callum is on a child protection plan.",
        "Mr Bell is in rent arrears.",
        "Jean lost her job and uses the food bank.",
        "Jean’s benefits have been stopped.",
        "The Khans are facing eviction.",
        "Mr Bell is homeless.",
        "His social worker was useless.",
        "Paul never returns calls.",
        "Paul was late for the third time and shouted at a receptionist.",
        "Mrs Gray of Tanner Street spoke.",
        "Jean Gray, 47, spoke to the group.",
        "Jean said her son Callum (19) was there.",
        "Amina was in tears after the meeting.",
        "A neighbour in Elm Close has dementia.",
        "Olu told the team he has HIV.",
        "One carer had tried to kill herself.",
        "Denise’s depression has come back.",
        "Last week Maureen had a stroke.",
        "Our colleague Femi is recovering from surgery.",
        "Mr Bell was the victim of domestic abuse.",
        "Zofia left after she was bullied by a colleague.",
        "A big thank you to Bev in facilities for the chairs.",
        "The chair will speak to Jean outside the meeting.",
        "My manager, whom I shall call Helen, cancelled six supervisions.",
        "A lady in the hall told me it was the first place where nobody asked her.",
        "J is fifty-one and he collects.",
        "Mr Tolliver, who drinks, was not at home.",
        "He had lived with motor neurone disease for two years.",
    ],
)
def test_a_private_matter_of_one_person_is_held_back(sentence: str) -> None:
    assert reasons(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The group is for people with dementia and their families.",
        "Carers who are ill can ask for a break.",
        "Social workers said they felt almost invisible within the trust.",
        "Mental health services will move to the new building.",
        "A survey about stress among staff had 210 answers.",
        "Patients are detained under the Mental Health Act.",
        "Dr Navina Evans opened the conference.",
        "We welcomed Angela Foster, Psychotherapist, who reflected on her book “Mothers Accused and Abused”.",
        "They have knowledge of safeguarding, capacity, mental health and long term conditions.",
        "Councillor Pat Okafor said that the hub would open in May.",
        "The chair, Councillor Pat Okafor-Lee said it was good.",
        "Councillor Okafor said it was good.",
        "Some published books, eg Alice from Tooting, are in the library.",
        "They did it in June.",
        "The queue at St John’s was long.",
        "You came and we said so.",
        "Councillor Pat Okafor said that mental health services would grow.",
        "Rosa Quill, who leads the dementia service, welcomed the carers.",
        "Rosa Quill spoke about support for people with depression.",
        "Bob Lee, safeguarding lead at the council, described the new form.",
        "Ann Archer chairs the safeguarding board.",
        "Complaints fell by a tenth, said Ann Archer.",
        "Depression is common among carers.",
        "Support was stopped for a while.",
        "Training has been late.",
        "Unpaid carers are more likely to be in debt.",
        "Families in rent arrears can ask the hub for advice.",
        "Children were removed less often than in the year before.",
        "The Complaints Team has moved to Garden House.",
        "The court has heard three such cases.",
        "A person can be detained under section 3.",
        "A carer who is ill may ask for an assessment.",
        "If your social worker is ill, ring the duty desk.",
        "Anyone who is pregnant may apply.",
        "The new centre in Elm Close is open on Mondays.",
        "Elm Close has been resurfaced.",
        "Hackney has been slow to publish its plan.",
        "Adult Social Care was in debt to its partners.",
        "Maria de Souza presented research on loneliness among older people.",
        "Mr Lee said that 82 people came.",
        "Mrs Patel thanked everybody for the cards and the cake.",
        "Sarah Best will lead the sickness absence review.",
        "Ministers were criticised for the delay.",
        "The report on deaths in custody is late.",
        "Staff were angry about the move.",
        "Clients were nervous about an interview.",
        "The council was investigated by the Ombudsman.",
        "When the trust appointed a new chief executive, Iain Tulley, in November 2012 he was sympathetic.",
        "Isabelle Trowler has published a statement on work with disabled children.",
        "The Cancer Society has a stall.",
        "Ann Archer has joined the mental health team as a manager.",
        "Bob Lee has written a guide to benefits.",
        "The Alzheimer’s Society has a new office.",
        "Each social worker makes a contribution to improving health.",
        "We must support every child in care.",
        "Homeless people can see a nurse on Tuesdays.",
        "The Care Act was amended after a long dispute.",
        "A member of staff will ring you within two days.",
    ],
)
def test_groups_services_and_public_deeds_are_not(sentence: str) -> None:
    assert reasons(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Jane has been off sick since October.", "health"),
        ("Mr Harris died on Sunday.", "death"),
        ("Tom from housing was rude to a client.", "conduct"),
        ("Ms Okoro has been suspended.", "complaint"),
        ("The Doyles’ baby was taken into care.", "child"),
        ("Mr Bell is in rent arrears.", "money"),
        ("Jean Gray, 47, spoke to the group.", "age"),
        ("Mrs Gray of Tanner Street spoke.", "street"),
    ],
)
def test_the_reason_says_what_kind_of_matter_it_is(sentence: str, kind: str) -> None:
    assert any(kind in reason.lower() for reason in reasons(sentence))


def test_a_sentence_has_one_light_a_kind() -> None:
    found = reasons("One social worker was indignant and her manager was angry, rude and upset.")

    assert len(found) == 1


def test_a_street_is_not_a_person() -> None:
    assert people("Mr Harris of Elm Close said so, and Elm Close joined in.") == ("Mr Harris",)


@pytest.mark.parametrize(
    "piece",
    [
        "Jane ",
        "a",
        "A",
        "was ",
        "he is a ",
        "Mr ",
        "“A ",
        "1,",
        "Aa-",
        "Jane, 8",
        "the mother of ",
        "has a very ",
        "A b c ",
    ],
)
def test_no_line_takes_long(piece: str) -> None:
    line = "Jane was " + piece * (100_000 // len(piece))
    start = perf_counter()

    reasons(line)

    assert perf_counter() - start < 2.0
