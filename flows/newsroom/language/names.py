"""What the names of people look like in British prose, and the words that tell a person from a body or a day."""

from flows.newsroom.language.calendar import MONTHS, WEEKDAYS
from flows.newsroom.language.words import word_set

_UPPER = "A-ZÀ-ÖØ-ÞĆČĐĽŁŃŚŠŤŹŻŽ"
_LOWER = "a-zà-öø-ÿāăąćčďđēęěğģīįıķļľłńňņőřśşšţťūůűųýźżž"

NAME = (
    rf"(?=[{_UPPER}])(?:Mc|Mac|O[’']|D[’'])?[{_UPPER}][{_LOWER}]++"
    rf"(?:-[{_UPPER}]?[{_LOWER}]++|[’'](?!s\b)[{_UPPER}]?[{_LOWER}]++)*+"
)
"""One word of a name: "Navina", "Olsen-Vetland", "O’Brien", "McDonald"."""

FULL_NAME = rf"{NAME}(?: [A-Z]\.?(?= ))?(?: (?:(?:de|da|di|van|von|der|den|la|le|el|al|bin|ap|ab) )?{NAME}){{1,2}}+"
"""A name of two or three words, such as "Jane Q. van Dyk Smith"."""

HONORIFIC = r"(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Sir|Dame|Lord|Lady|Cllr|Councillor|Rev|Baroness)\b\.?"

JOB = (
    r"(?:[Cc]hief [Ee]xec(?:utive)?|CEO|[Dd]irector|[Cc]hair(?:man|woman|person)?|[Hh]ead|[Ll]ead|[Mm]anager"
    r"|[Pp]resident|[Ss]ecretary|[Tt]reasurer|[Oo]fficer|[Pp]sychotherapist|[Gg]raduate|[Ww]orker|[Cc]olleague|[Aa]uthor|[Mm]inister"
    r"|[Pp]rofessor|[Cc]onsultant|[Nn]urse|[Cc]o-?ordinator|[Cc]ommissioner|[Ee]ditor|[Tt]herapist|[Pp]sychologist"
    r"|[Ll]ecturer|[Rr]esearcher|[Aa]pprentice|[Ss]tudent|[Tt]rustee|[Ff]ounder|[Pp]ractitioner)"
)

_BODIES = word_set(
    """
    trust council university association college partnership team department centre center forum agency commission
    committee union institute society foundation charity company group network service services board authority
    hospital school office ministry federation alliance academy concern project nhs camhs panel union hub club
    church library hall house close crescent terrace gardens drive mews court square
    """
)
_NO_NAMES = word_set(
    """
    the a an social work worker workers world day week month year act care carer carers mental health capacity human
    rights long term plan approved professionals principal children adult adults our we they it i he she this that
    these those in on at for from with as what how when where who and but or if so to of by my your his her their
    its more other lastly next director chief executive north south east west lake district city county borough
    hamlets street road avenue lane town village about contact final further get key latest read related see share
    stay action actions point points date dates contacts useful agenda apologies present minutes any business
    closing thank thanks dear best kind warm regards wishes new news update updates join please home community
    voluntary dr mr mrs ms miss mx prof professor sir dame lord lady cllr councillor rev baroness state england
    scotland wales ireland britain london family families government
    """
)
NO_NAMES = _NO_NAMES | frozenset(word.lower() for word in (*MONTHS, *WEEKDAYS))
"""Words, in lower case, that are no part of a person's name however they are written."""

STREET = (
    rf"(?:{NAME} ){{1,3}}(?:Road|Street|Avenue|Lane|Close|Drive|Way|Gardens|Terrace|Crescent|Court|Place|Square|Grove"
    r"|Hill|Mews|Row|Walk|Rise)\b"
)
"""The name of a street without its number, such as "Elm Close"."""

FIRST_NAMES = word_set(
    """
    Aaron Abdul Abigail Adam Adele Adrian Agnes Ahmed Aidan Aisha Alan Albert Alex Alexander Alexandra Alfie
    Alfred Ali Alice Alison Amanda Amelia Amina Amir Amit Amy Anastasia Andre Andrea Andrew Andy Angela Angus Anil
    Anita Ann Anna Anne Annette Annie Anthony Antonia Anwar Arjun Arthur Asha Ashley Asif Audrey Ayesha Barbara
    Barry Beatrice Becky Belinda Ben Benjamin Bernadette Bernard Beryl Beth Bethany Betty Bev Beverley Bilal Bob
    Brenda Brian Bridget Bronwen Bruce Callum Carl Carla Carmen Carol Caroline Carolyn Catherine Cathy Catriona
    Cecilia Charlie Charlotte Chloe Chris Christina Christine Christopher Claire Clare Clive Colette Colin Connor
    Conrad Craig Cynthia Daisy Damian Daniel Danny Daphne Darren Dave David Dawn Debbie Deborah Declan Deirdre
    Denise Dennis Derek Diana Diane Dilys Dominic Donald Donna Doreen Doris Dorothy Dot Douglas Duncan Dylan
    Eamonn Edith Edna Edward Eileen Elaine Eleanor Elena Eli Elizabeth Ella Ellen Elsie Emily Emma Eric Erica
    Esther Ethan Ethel Eva Evelyn Farah Farida Fatima Felicity Femi Fiona Frances Francis Fraser Fred Freya Gareth
    Gary Gavin Gemma Geoff Geoffrey George Gerald Geraldine Gill Gillian Gladys Glenn Glenys Gloria Gordon Graham
    Greg Gwen Gwenno Hamish Hannah Harold Harriet Harry Hasan Hassan Hazel Heather Helen Helena Henry Hilary Hilda
    Howard Hugh Hussain Ian Ibrahim Imran Ingrid Irene Iris Isaac Isabel Isabelle Isla Ivan Ivy Jack Jackie Jacob
    Jacqueline Jade Jake James Jamie Jane Janet Janice Jasmine Jason Javed Jayne Jean Jeff Jeffrey Jenna Jennifer
    Jenny Jeremy Jerome Jess Jessica Jill Jim Jo Joan Joanna Joanne Joe Joel John Jonathan Joseph Josh Joshua Joy
    Joyce Juan Judith Judy Julia Julian Julie Justin Kamal Karen Karim Karl Kate Katherine Kathleen Kathryn Katie
    Kavita Kay Keith Kelly Ken Kenneth Kerry Kevin Khadija Kieran Kim Kiran Kirsty Krishna Kyle Lakshmi Laura
    Lauren Laurence Leah Leanne Lee Leila Len Leon Leonard Leroy Lesley Leslie Lewis Liam Lilian Lily Linda
    Lindsay Lionel Lisa Liz Lola Lorna Lorraine Louis Louise Lucas Lucy Luke Lydia Lynn Lynne Mabel Maggie Malcolm
    Manuel Marcus Margaret Maria Mariam Marian Marie Marilyn Marion Marjorie Martha Martin Mary Maryam Matt
    Matthew Maud Maureen Maurice Mavis Maxine Megan Mehmet Melanie Melissa Meriel Michael Michelle Mick Mike
    Mildred Millie Miriam Mo Mohamed Mohammed Moira Molly Monica Morag Moses Muhammad Muriel Myra Nadia Nancy
    Naomi Natalie Natasha Nathan Neil Ngozi Niamh Nicholas Nick Nicola Nigel Nina Noah Nora Noreen Norma Norman
    Octavia Olga Olive Oliver Olivia Olu Omar Oscar Owen Pamela Parveen Pat Patricia Patrick Paul Paula Pauline
    Peggy Penny Percy Pete Peter Phil Philip Phyllis Polly Priya Rachel Rahul Raj Rajesh Ralph Ravi Raymond
    Rebecca Reg Reuben Rhian Rhodri Rhys Richard Rita Rob Robert Roberta Robin Roger Roland Ron Ronald Rosa
    Rosemary Rosie Roy Ruby Rupert Russell Ruth Ryan Sally Sam Samantha Samina Samir Samuel Sandra Sanjay Sara
    Sarah Sean Sebastian Seema Shabana Shane Sharon Shaun Sheila Shirley Shona Sian Sidney Simon Sinead Siobhan
    Siân Sonia Sonya Sophia Sophie Stacey Stan Stanley Stella Stephanie Stephen Steve Steven Stuart Su Sue Sunita
    Susan Suzanne Sybil Sylvia Tanya Tara Tariq Ted Terence Teresa Terry Thelma Theresa Thomas Tim Timothy Tina
    Toby Todd Tom Tony Tracey Tracy Trevor Tunde Una Ursula Usha Valerie Vanessa Vera Veronica Vicky Victor Vijay
    Vincent Viola Violet Vivian Vivienne Walter Wanda Wayne Wendy Wilfred William Winifred Winston Yasmin Yusuf
    Yvonne Zara Zoe Zofia Zoë
    """
)
"""First names that are common in Britain and are not words of everyday prose at the start of a sentence."""

_SURNAMES_TOO = word_set("best church day hall house key lake lane long march may north page street west young")


def may_be_surname(word: str) -> bool:
    """Whether a capitalised `word` can end a person's name, though it may be a place or a day elsewhere."""
    low = word.lower()
    return low in _SURNAMES_TOO or not (low in NO_NAMES or low in _BODIES or low.removesuffix("s") in _BODIES)


def is_personal(name: str) -> bool:
    """Whether none of the words of a capitalised `name` says that it is a body, a place or a day."""
    *first, last = name.lower().split()
    return may_be_surname(last) and not any(word in NO_NAMES or word in _BODIES for word in first)
