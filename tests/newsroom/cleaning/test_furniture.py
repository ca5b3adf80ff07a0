"""Furniture leaves the proof, line by line, and every line that leaves is reported."""

from flows.newsroom.cleaning import default_lexicon, extend_lexicon, notes_on, remove_furniture, take_up
from flows.newsroom.cleaning.proof import Proof
from flows.newsroom.model import Action, Block, BlockKind

PROSE = "Carers met the council in Luton and told it what they need."


def paragraphs(*lines: str) -> tuple[Block, ...]:
    return tuple(Block(kind=BlockKind.PARAGRAPH, text=line) for line in lines)


def clean(*blocks: Block) -> Proof:
    return remove_furniture(take_up(blocks), default_lexicon())


def test_what_is_taken_away_is_reported_with_its_place_and_its_rule() -> None:
    proof = clean(*paragraphs(PROSE, "Leave a comment"))

    assert proof.texts == (PROSE,)
    assert [(c.block, c.text, c.action, c.rule) for c in proof.changes] == [
        (1, "Leave a comment", Action.REMOVED, "comments")
    ]


def test_the_words_of_a_menu_leave_only_together() -> None:
    menu = clean(*paragraphs("Home", "About us", "Search", PROSE))
    alone = clean(*paragraphs(PROSE, "Search", PROSE))

    assert menu.texts == (PROSE,)
    assert alone.texts == (PROSE, "Search", PROSE)


def test_a_heading_over_text_stays() -> None:
    heading = Block(kind=BlockKind.HEADING, text="Latest news")

    assert clean(heading, *paragraphs(PROSE)).texts == ("Latest news", PROSE)


def test_a_heading_over_nothing_but_furniture_leaves_with_it() -> None:
    heading = Block(kind=BlockKind.HEADING, text="Related articles")

    assert clean(*paragraphs(PROSE), heading, *paragraphs("Share this page", "Cookies")).texts == (PROSE,)


def test_a_heading_of_a_comment_box_leaves_wherever_it_stands() -> None:
    heading = Block(kind=BlockKind.HEADING, text="Leave a comment")

    assert clean(heading, *paragraphs(PROSE)).texts == (PROSE,)


def test_the_titles_under_further_information_are_moved_with_it() -> None:
    proof = clean(*paragraphs(PROSE, "Further information", "Evaluation of the pilots", "Powers extended", PROSE))

    assert proof.texts == (PROSE, PROSE)
    assert [(c.text, c.action, c.rule) for c in proof.changes] == [
        ("Further information", Action.REMOVED, "link block"),
        ("Evaluation of the pilots", Action.MOVED, "link title"),
        ("Powers extended", Action.MOVED, "link title"),
    ]


def test_further_information_over_prose_or_a_telephone_number_stays() -> None:
    over_prose = paragraphs("Further information", PROSE)
    over_contact = paragraphs(PROSE, "Find out more", "Ring 020 7946 0012 and ask", "Ann Archer")

    assert clean(*over_prose).texts == tuple(block.text for block in over_prose)
    assert clean(*over_contact).texts == tuple(block.text for block in over_contact)


def test_a_date_or_a_name_is_no_title_of_a_link() -> None:
    proof = clean(*paragraphs(PROSE, "See also", "The new plan", "27 July 2018", "Lilias Gillies"))

    assert proof.texts == (PROSE, "27 July 2018", "Lilias Gillies")


def test_a_heading_ends_a_block_of_links() -> None:
    heading = Block(kind=BlockKind.HEADING, text="Building allies")

    assert clean(*paragraphs("See also", "The new plan"), heading, *paragraphs(PROSE)).texts == (heading.text, PROSE)


def test_blocks_without_a_word_are_no_lines() -> None:
    assert take_up(paragraphs("  ", PROSE)).texts == (PROSE,)


def test_what_stands_below_related_articles_leaves_with_it() -> None:
    proof = clean(
        *paragraphs(PROSE, "Related articles", "A short guide", "What is a direct payment?", "Share this page")
    )

    assert proof.texts == (PROSE,)
    assert [c.rule for c in proof.changes] == ["more from", "link title", "link title", "share"]


def test_prose_below_latest_news_stays_with_its_heading() -> None:
    lines = (PROSE, "Other news", "Two hundred kettles", PROSE)

    assert clean(*paragraphs(*lines)).texts == lines


def test_the_signature_under_kind_regards_is_moved() -> None:
    proof = clean(
        *paragraphs(
            PROSE, "Kind regards", "Ann", "Ann Archer (she/her)", "Lead for carers | Anytown", "T: 01632 960718"
        )
    )

    assert proof.texts == (PROSE,)
    assert [c.rule for c in proof.changes] == ["sign-off", *["signature"] * 4]


def test_prose_after_thanks_is_no_signature() -> None:
    lines = (PROSE, "Thanks,", PROSE)

    assert clean(*paragraphs(*lines)).texts == (PROSE, PROSE)


def test_a_marking_leaves_at_the_top_and_stays_over_an_item_of_minutes() -> None:
    lines = ("Carers' forum", *[PROSE] * 4, "Confidential", *[PROSE] * 4)

    proof = clean(*paragraphs("NOT FOR ONWARD CIRCULATION", *lines))

    assert proof.texts == lines
    assert notes_on(proof.changes, default_lexicon())[0].startswith("The document is marked")


def test_a_line_that_somebody_wants_kept_stays() -> None:
    lexicon = extend_lexicon(default_lexicon(), 'keep = ["Apply now"]', "furniture.toml")

    proof = remove_furniture(take_up(paragraphs(PROSE, "Apply now!", "Share this page"), lexicon.is_kept), lexicon)

    assert proof.texts == (PROSE, "Apply now!")


def test_the_day_under_a_signature_is_left_to_be_read_as_the_day() -> None:
    proof = clean(*paragraphs(PROSE, "By order of the board", "Ann Archer, Secretary", "20th August 2026"))

    assert proof.texts == (PROSE, "20th August 2026")


def test_comments_of_readers_leave_with_their_heading() -> None:
    comments = ("Comments (2)", "TamW: Love this, Win!", "Anonymous: Lovely for some.")

    assert clean(*paragraphs(*[PROSE] * 4, *comments)).texts == (PROSE,) * 4


def test_boxes_to_tick_and_lines_to_fill_in_leave() -> None:
    form = (
        "I am: [ ] a carer [ ] a worker",
        "FOR OFFICE USE ONLY Batch ...... Keyed by ......",
        "Yes / No / Don't know",
    )

    assert clean(*paragraphs(PROSE, *form, PROSE)).texts == (PROSE, PROSE)


def test_a_line_of_short_parts_at_the_edge_is_a_menu() -> None:
    menu = "Register | Home | Check the register | Cymraeg"

    assert clean(*paragraphs(menu, PROSE, PROSE)).texts == (PROSE, PROSE)
    assert clean(*paragraphs("Words: Ann Archer | Press Office | Keld", PROSE)).texts[1] == PROSE


def test_what_stands_on_every_page_leaves_but_for_its_first_time() -> None:
    pages = [line for page in range(1, 5) for line in (f"Evening calls and bedtimes, sheet {page}", *[PROSE] * 3)]

    assert clean(*paragraphs(*pages)).texts == ("Evening calls and bedtimes, sheet 1", *[PROSE] * 12)


def test_a_signature_goes_on_below_words_about_working_hours() -> None:
    signature = (
        "Cheers,",
        "Jo Tarn",
        "Team Manager",
        "I work Tuesday to Friday.",
        "Fenby: a great place to live and work",
    )

    assert clean(*paragraphs(PROSE, *signature)).texts == (PROSE,)


def test_posts_of_readers_leave_where_they_say_how_long_ago_they_were_written() -> None:
    posts = ("Comments (2)", "Bob99", "3 hours ago", "Well said.", "Report")

    assert clean(*paragraphs(*[PROSE] * 6, *posts)).texts == (PROSE,) * 6
