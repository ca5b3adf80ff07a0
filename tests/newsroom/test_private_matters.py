"""A private matter of one person is held back; what a text says of groups and services is not."""

from dataclasses import replace

import pytest

from flows.newsroom.lights.passages import CONDUCT
from flows.newsroom.lights.privacy import privacy_lights, private_kinds, weighed
from flows.newsroom.people import people
from tests.factories import an_article
from tests.newsroom.findings.articles import an_article_of

PLAIN = "Ann Archer told the forum and the council about breaks for carers."


def reasons(sentence: str) -> list[str]:
    made = replace(an_article(PLAIN, sentence), people=people(sentence))
    return [light.reason for light in privacy_lights(made) if light.sentence == 1]


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
        "Maureen, 74, has looked after her husband since his stroke.",
        "I have cared for my mother for nine years and I have not had a holiday.",
        "When my dad was sent home at two in the morning nobody rang me.",
        "I was sectioned in 2014 and I still dream about it.",
        "My daughter is 15 and has not been to school since September.",
        "“I have not slept through since 2019,” said one carer.",
        "“Nobody told me what a carer’s assessment was,” a mother of two said.",
        "One parent described waiting eleven months for a letter.",
        "A young man who had been in care told the meeting that he moved nine times.",
        "Ffion from the library will bring the urn.",
        "Please ring Glenda if you can give a lift.",
        "Happy 60th birthday to Sheila on 3 March!",
        "Thanks to Kezia and Perpetua for the cakes.",
        "Oluwaseun said he would rather not.",
        "One of the nurses on the ward rolled her eyes at him.",
        "The panel chair was short with a father who had come on two buses.",
        "Mr P has been waiting since March for a bathroom.",
        "Mrs Nwosu’s son was excluded from Quarry Bank Primary twice last term.",
        "She was moved to a nursing home in Tarrowby against her wishes.",
        "He has been sober for eleven months.",
        "My social worker left and nobody told me.",
        "The woman at number 9 has started leaving her door open at night.",
        "Our team manager went off in June and has not been seen since.",
        "The head of service lost his temper in the meeting.",
        "DOB 04/07/1961.",
        "Her date of birth is 3 May 1944.",
        "NI number QQ 12 34 56 C.",
        "Case ref. 2024/00871.",
        "Mosaic ID 448812.",
        "LAS number: 100234.",
        "My number is 07700 900 123.",
        "Flat 4, 17 Osier Lane.",
        "She lives at 22 Station Rd.",
        "Write to me at The Old Forge, Mill Lane, Tarrowby AX7 3QT.",
        "My address is kezia (at) example.org.",
        "Two sisters aged four and six were placed with their grandmother.",
        "The boy, who is seven, does not speak.",
        "A twelve-year-old told us that he had packed his own bag.",
        "Her youngest starts school in September.",
        "Kofi was born at 28 weeks.",
        "Amara’s mum has MS.",
        "Jayden’s foster carer asked for respite.",
        "Ibrahim came to the UK as an unaccompanied child and is waiting for the Home Office.",
        "His asylum claim was refused in May.",
        "He overstayed his visa.",
        "She came out to her mother last year.",
        "One worker, who is a Muslim, asked for a room to pray in.",
        "Leonie told the group that she is gay.",
        "A colleague in the Northgate team is expecting twins.",
        "Sadly Terrence’s partner died in August.",
        "The tribunal found for Ms Dacre.",
        "He was dismissed after an internal hearing.",
        "Her grievance against the deputy manager was not upheld.",
        "We were all sorry to hear that Bronagh has had to go into hospital.",
        "She took her own life in January.",
        "He used to hit her.",
        "Her ex-husband was violent.",
        "The mother had used heroin for six years.",
        "Mum was drinking and the children were going hungry.",
        "He hears voices.",
        "He has been under the crisis team since Easter.",
        "I live with bipolar disorder and I was a nurse.",
        "As somebody with lived experience of psychosis I was asked to speak.",
        "As a service user I felt I was not listened to.",
        "Speaking as the dad of an autistic boy, I was glad of the group.",
        "My husband has Lewy body dementia and calls me by his sister’s name.",
        "My son’s EHCP took two years.",
        "Nan had a fall on the stairs.",
        "The manager at Oakfield told relatives to stop complaining.",
        "The new worker on duty was hopeless.",
        "Cllr Ogden was accused of shouting at an officer.",
        "Someone in the finance team has been fiddling the mileage.",
        "The caretaker was found asleep again.",
        "She owes the council £4,000.",
        "He was evicted on Monday and is sleeping in his car.",
        "A resident of Fennel Court, aged 91, had not been washed for nine days.",
        "Barry, who is blind, came with his dog.",
        "Lorna uses a wheelchair.",
        "Joan and Alf have been married for 61 years and share a room at last.",
        "The family asked us not to use his surname.",
        "(name changed)",
        "Names have been changed.",
        "Tariq (not his real name) is 19.",
        "Shanice, not her real name, left care at 17.",
        "“My mum does not know what day it is,” Callum told us.",
        "Wayne’s probation officer rang.",
        "He was released from prison in April.",
        "Her caseworker at the DWP hung up on her.",
        "PIP was refused twice before Angela won on appeal.",
        "Mr Lewandowski was detained under section 2 in the night.",
        "The student on placement with us has failed and is upset.",
        "Rev. Okonjo’s wife is poorly.",
        "Get well soon, Trish!",
        "We are thinking of Nerys and her family.",
        "Condolences to Huw on the loss of his father.",
        "Congratulations to Saffron on the birth of baby Otis.",
        "He wets the bed.",
        "I am a recovering alcoholic.",
        "I cried in the car park.",
        "I nearly lost my flat.",
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
        "Dr Marguerite Oyelaran, chief executive of the trust, said that the house would open in May.",
        "Councillor Pat Okafor-Lee, cabinet member for adult care, welcomed the plan.",
        "The Minister for Care said that social workers were the backbone of the service.",
        "Professor Imogen Tarrant presented her research on loneliness.",
        "Around 220 social workers came to the conference in Luton.",
        "The council will publish the strategy in the spring.",
        "People with dementia and their carers can come to the café on Thursdays.",
        "Carers told us that they were tired of repeating themselves.",
        "The team won an award for its work with young people leaving care.",
        "Children in care should have a say in where they live.",
        "The service supports people aged 18 and over with a learning disability.",
        "The charity has helped 1,900 families since 2019.",
        "Idris Vaughan-Cole, team manager, said the posts were there from the start.",
        "The consultation closes on Friday 3 October.",
        "Training is free and lunch is provided.",
        "The average caseload fell from 24 to 19.",
        "Safeguarding enquiries rose by a tenth last year.",
        "Anyone who is worried about an adult can ring the duty desk.",
        "If you care for somebody you have a right to an assessment.",
        "The new principal social worker starts on 1 September.",
        "She joins from Brackenford County Council, where she led the learning disability teams.",
        "He was previously head of adult safeguarding in Penharrow.",
        "She said: “I am delighted to join the team.”",
        "The conference was opened by Lyn Romeo, Chief Social Worker for Adults.",
        "Thinkahead trains graduates to be mental health social workers.",
        "The Care Act says that carers must be asked.",
        "Social workers spend too much time on forms.",
        "Our survey had 312 answers, of which 45 came from personal assistants.",
        "The group meets on Tuesdays in the Methodist hall.",
        "It costs £94 a year to keep one befriender trained.",
        "The next meeting is on Thursday 11 December at 10.30.",
        "Bring your own mug.",
        "The report recommends smaller caseloads for newly qualified workers.",
        "Half of the carers who answered had given up work.",
        "There is a room for prayer and a quiet room.",
        "Staff who are pregnant should tell their manager.",
        "The trust has 11 wards and two community teams.",
        "Members agreed that the talks should be short.",
        "The Chair thanked Lanternfold for the work.",
        "The steering group will write to the Director.",
        "Sir Godfrey Penrose chaired the inquiry.",
        "The inquiry heard that agencies did not talk to each other.",
        "The judge said that the law was clear.",
        "We need volunteers for the stall.",
        "In Wales the law is different.",
        "The Mental Capacity Act has five principles.",
        "Students from Aldermarsh presented their posters.",
        "The workshop was led by Ngozi Hallam and Imran Sethi.",
        "On Monday the cabinet agreed the plan.",
        "Shared Lives carers open their homes to adults who need support.",
        "The number of people in Shared Lives has doubled.",
        "Applicants must be registered with Social Work England.",
        "The salary is £42,000 to £46,000.",
        "Interviews will be held on 14 December.",
        "For an informal chat contact Rosa Quill on 01632 960555.",
        "A drop-in opens at Saltby Street next week.",
        "Research by the university found that visits reduce loneliness.",
        "Mental health awareness week begins on 12 May.",
        "Foster carers will get an extra £20 a week.",
        "The house can take people who are in a mental health crisis.",
        "World Social Work Day was celebrated in Tower Hamlets and Newham.",
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


def lit(*sentences: str, names: str = "") -> set[int]:
    made = replace(an_article(*sentences), people=people(names or " ".join(sentences)))
    return {light.sentence for light in privacy_lights(made) if light.sentence is not None}


def test_what_goes_on_about_the_same_person_in_a_paragraph_is_held_back_too() -> None:
    first, second = (
        "A lad I used to work with got his file at eighteen.",
        "He rang me up and read out a line for Ben Fox.",
    )
    apart = an_article(first, second)
    together = replace(apart, sentences=tuple(replace(sentence, block=0) for sentence in apart.sentences))

    assert {light.sentence for light in privacy_lights(apart)} == {0}
    assert {light.sentence for light in privacy_lights(together)} == {0, 1}


def test_an_uncommon_name_is_known_by_what_stands_around_it() -> None:
    assert lit("Our thanks go to Wrenna for the cakes.", "Wrenna is back in May.") == {0, 1}


def test_a_word_that_is_a_place_elsewhere_is_no_person() -> None:
    assert lit("The hub in Morventide is open.", "Morventide has asked for two more.") == set()


def test_who_is_named_in_full_in_the_text_may_be_called_by_the_first_name() -> None:
    assert lit("Present: Godfrey Lal, Trish Penhale.", "Godfrey reported £2,350 in the bank.") == set()


def test_a_name_in_capitals_and_one_with_an_initial_are_first_names() -> None:
    assert lit("New devices are here. DEIRDRE to do.", "The forum met.", "Priya T spoke.") == {0, 2}


def test_an_office_mailbox_and_a_freephone_number_are_public() -> None:
    assert lit("Write to learning@example.org or ring 0800 123 4567.", "The desk is on 01632 960114.") == set()


def test_quoted_words_about_me_are_held_back_unless_the_text_names_who_said_them() -> None:
    words = "“By the third time it sounded made up, even to me.”"

    assert lit("207 people had told their story three times.", words) == {1}
    assert lit("Dr Idris Vaughan-Cole, who manages the service, said:", words) == set()


def test_quotations_in_a_language_that_nothing_here_can_judge_are_held_back() -> None:
    made = an_article("Mae'r fforwm yn cyfarfod.", "“Hoffwn ei dweud unwaith,” meddai un gofalwr.")

    assert {light.sentence for light in privacy_lights(replace(made, language="cy"))} == {1}


@pytest.mark.parametrize(
    "sentence",
    [
        "Befrienders had a gentleman last month with advanced dementia.",
        "It was remarked that he had not produced accounts since 2023.",
        "On the train back my colleague J had one of her turns.",
        "Mr Adeyemi-Shaw asked that this be kept within the room.",
        "Fern to write up and bring to the next meeting.",
        "One of them said to me, very quietly, that she was leaving.",
        "i wish mine had known she was the first adult to come back.",
    ],
)
def test_what_nobody_would_like_to_read_of_himself_is_held_back(sentence: str) -> None:
    assert reasons(sentence)


def test_a_sentence_has_one_light_a_kind() -> None:
    found = reasons("One social worker was indignant and the manager was angry, rude and upset.")

    assert len(found) == 1


def test_a_street_is_not_a_person() -> None:
    assert people("Mr Harris of Elm Close said so, and Elm Close joined in.") == ("Mr Harris",)


@pytest.mark.parametrize(
    "sentence",
    [
        "Our administrator has been signed off with stress since Easter, so please be patient with e-mails.",
        "One of our volunteers lost her licence for drink driving and can no longer do the Thursday run.",
        "The family at the corner house had the bailiffs round twice last month.",
    ],
)
def test_staff_volunteers_and_families_are_people_who_could_be_known(sentence: str) -> None:
    assert reasons(sentence)


def test_residents_of_a_street_are_no_person() -> None:
    assert not reasons("Residents of Moss Lane are invited to a meeting about the new crossing.")


@pytest.mark.parametrize(
    "sentence",
    [
        "“I get forty pounds on a Friday and I know where it goes.”",
        "One of them has epilepsy.",
        "I have a union card and a bad back.",
        "His foot is bad and he has stopped his insulin.",
        "Somebody in our group had her review in the car park.",
        "We had a fellow last year who had saved for a cruise.",
        "I have been on the other side of that table my whole life.",
        "At 33, Saoirse asked to see her file.",
        "PS I’m 74 on the 30th.",
        "14 Chapel Steps",
        "Saoirse presents as a manipulative child.",
        "Give it to Paulette, or put it in the red box.",
        "The report is critical of a team manager, who is not named.",
    ],
)
def test_what_is_told_of_one_person_without_a_name_is_held_back(sentence: str) -> None:
    assert reasons(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Plover ward has given out 140 passports.",
        "The next one is Fri 11 Dec.",
        "Write to the forum, c/o the Old Dairy.",
        "The fund comes from the Harbourmaster’s Charity.",
        "Authors: D. Prendergast, S. Okonjo",
        "Grey, J. and Brown, L. (2026) How plans are read.",
        "She did not expect it to make much odds.",
    ],
)
def test_places_days_and_what_nobody_minds_are_not(sentence: str) -> None:
    assert reasons(sentence) == []


def test_somebody_told_of_before_is_held_back_where_a_later_paragraph_comes_back_to_them() -> None:
    assert lit("I had a boy of seven on my caseload.", "The sun shone.", "The boy is at school now.") == {0, 2}


def test_words_about_me_are_held_back_where_their_speaker_has_neither_a_whole_name_nor_a_post() -> None:
    led = an_article_of("One wife put it to the group like this:", "“Nobody had ever asked me what he is like.”")
    named = an_article_of("Dr Jane Brown, who runs the ward, said:", "“I thought we were kind already.”")

    assert {light.sentence for light in privacy_lights(led)} == {1}
    assert not list(privacy_lights(named))


def test_a_first_name_with_an_initial_is_no_whole_name() -> None:
    assert lit("The day was run by Fern C and the police.", "Fern to write up the draft.") == {0, 1}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ann Archer asked to have it written down that the previous service director had not answered her e-mails.",
        "The chair said that the team manager, Crispin Yallop, had corrected his worker in front of the family.",
        "Our head of service told the receptionist off at the desk.",
        "The answer, from assistant director Crispin Oddie, was that the figures were “a self-selecting moan”.",
        "Mr Adeyinka, your director of resources, wrote that the part “is expected within ten working days”.",
        "We think that she should say sorry.",
        "Tom thought that the trainer was good on games and hopeless on phones.",
    ],
)
def test_what_is_held_against_one_person_is_held_back(sentence: str) -> None:
    assert any(reason.startswith("The feelings or the conduct") for reason in reasons(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The council has not answered the letter from the forum.",
        "Present: Ann Archer (chair), Jean (carer representative), Barty and Dot.",
        "A house run by the Fox Trust gives people an alternative to hospital.",
        "The regulations come “before the end of the year”, according to the minister, Ms Thandiwe Hargreave.",
        "The trust must apologise within a month and pay within two.",
        "Nobody refused to come, and the director, Ann Archer, thanked all of them.",
        "A carer who asks for a break is to be told within 14 days whether there will be one.",
    ],
)
def test_what_bodies_did_not_do_and_plain_dates_are_no_reproach(sentence: str) -> None:
    assert reasons(sentence) == []


def test_the_life_of_somebody_whom_the_title_names_goes_on_in_public() -> None:
    told = ("She lost her hearing to measles when she was two.", "She wrote to four directors in green ink.")

    of_a_life = replace(an_article(*told, headline="Remembering Ivy Castellane"))

    assert not [light for light in privacy_lights(of_a_life) if light.sentence == 1]


def test_a_signature_below_that_holds_a_post_is_no_private_person() -> None:
    words = "“It comes as eleven pages, and I never know whom to ring.”"

    public = an_article_of(PLAIN, words, "Social worker, participant 8")
    private = an_article_of(PLAIN, words, "Person who used the service, Port Navoe")

    assert [bool([one for one in privacy_lights(each) if one.sentence == 1]) for each in (public, private)] == [
        False,
        True,
    ]


def test_he_or_she_whom_nothing_near_names_in_full_is_held_back() -> None:
    told = "She came with a bag of oranges."

    assert lit("The hall opened in May.", told) == {1}
    assert lit("Ann Archer opened the hall in May.", told) == set()
    assert lit("The hall opened in May.", "The chair said that she came with a bag of oranges.") == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "The tenant upstairs from the office is drinking again.",
        "Two brothers, 8 and 11, have been separated because no carer could take both.",
        "The lady with the two whippets cannot hear the doorbell.",
        "The interpreter was the husband’s cousin.",
        "Our previous chair took the laptop with her.",
        "Philippa Crane’s lad has been picked up by the police again.",
        "The chairman fell asleep twice.",
        "The deputy director has been asked to stay at home while it is looked into.",
        "The youngest of the three has a stammer.",
        "The family in the end house owe three months’ rent.",
        "My hands shake, so somebody else is typing this.",
        "Dr Pym told us, not for the minutes, that the ward is to close.",
        "Ask Vikram about his kidneys.",
        "It was suggested that Bridget take a few weeks off after what happened.",
        "The foster family have asked that nobody ring them.",
    ],
)
def test_matters_of_people_told_by_where_they_live_or_what_they_do_are_held_back(sentence: str) -> None:
    assert reasons(sentence)


def test_what_no_rule_names_is_held_back_where_all_its_signs_speak_for_it() -> None:
    (light,) = privacy_lights(an_article("The supervisor kept looking at her watch while I talked about the baby."))

    assert light.reason.startswith("It reads like a private matter")


def test_a_rule_that_is_often_wrong_needs_a_sign_beside_it() -> None:
    said = "Our chief, Dame Ann Archer, told the committee on 18 September that the 60 per cent was “a start”."

    found = private_kinds(an_article(said))

    assert [passage.kinds for passage in found] == [(CONDUCT,)]
    assert [passage.kinds for passage in weighed(an_article(said), found)] == [()]
