"""Which names and words of kin go with "he" and which with "she", so that a pronoun is not taken for the wrong one.

Only what is beyond doubt counts: of a name that is not known here either may be said.
"""

import re

from flows.newsroom.language.words import word_set

_MEN = word_set(
    """
    Aaron Abdul Adam Adrian Ahmed Aidan Alan Alasdair Albert Aled Alexander Alf Alfie Alfred Ali Alistair Alun Ambrose
    Amir Andrew Andrzej Angus Anselm Anthony Arif Arthur Asif Barry Bartholomew Benedict Benedikt Benjamin Bernard Brian
    Bruce Callum Cedric Charles Christopher Clive Colin Colm Conor Craig Crispin Cyril Dafydd Damian Daniel Darren David
    Dean Declan Delroy Denholm Dennis Derek Desmond Dewi Dominic Donald Douglas Duncan Eamon Edgar Edmund Edward Edwin
    Emlyn Emrys Eric Ernest Errol Euan Ewan Farouk Felix Fergus Francis Frank Fred Frederick Gareth Gary Gavin Geoffrey
    George Geraint Gerald Gerard Gilbert Giles Glyn Godfrey Gordon Graham Grant Gregory Gurpreet Gwilym Hamish Hamza
    Harold Harry Hassan Hector Henry Herbert Howard Hubert Hugh Hussain Huw Hywel Iain Ian Ibrahim Idris Ignatius Imran
    Isaac Ivan Ivor Jack Jacob Jake Jamal James Jason Jeffrey Jeremy Jermaine Jerome Jim Jimmy Joe John Jonathan Joseph
    Joshua Julian Keith Kenneth Kevin Khalid Kofi Krzysztof Kwabena Kwame Laurence Lawrence Lee Leo Leonard Leopold
    Leroy Liam Lionel Louis Lucas Luke Magnus Malcolm Marcus Marek Mark Martin Matthew Maurice Michael Miles Mohamed
    Mohammed Muhammad Mustafa Nathan Neil Neville Nicholas Nigel Noah Noel Norman Oliver Omar Osian Oscar Oswald Owain
    Owen Patrick Paul Percy Peter Philip Piers Piotr Quentin Ralph Rashid Raymond Reginald Rhodri Richard Robert
    Roderick Roger Roland Ronald Rory Rupert Russell Samuel Sanjay Scott Sean Sebastian Selwyn Sergei Shaun Silas Simon
    Stanley Stephen Steven Stewart Stuart Sunil Tariq Terence Theodore Thomas Tim Timothy Tobias Tom Tomasz Tomos Trevor
    Tunde Umar Vernon Victor Vikram Vincent Walter Wayne Wilfred William Winston Yusuf Zachary Mr Sir Lord Father Fr Dad
    Daddy Grandad Grandpa Uncle
    """
)
_WOMEN = word_set(
    """
    Abigail Agnes Aileen Ailsa Alice Alison Amy Ann Anne Annette Aoife Araminta Astrid Audrey Beatrice Bernice Beth
    Bethan Beverley Brenda Bridget Bronagh Bronwen Carol Caroline Catherine Cath Cerys Charlotte Cheryl Chloe Christine
    Clare Claire Constance Cordelia Daphne Dawn Deborah Deirdre Delyth Denise Diane Dilys Doreen Doris Dorothy Edith
    Eileen Eilidh Eirlys Elaine Eleanor Eleri Elin Elizabeth Ellen Elsie Elspeth Emily Enid Esther Ethel Eunice Evelyn
    Ffion Fern Frances Gail Gaynor Geraldine Gillian Gladys Glenys Grace Gwen Gwyneth Harriet Hazel Heather Heledd Helen
    Hester Hilary Hilde Imogen Ingrid Irene Iris Isabel Isobel Ivy Jacqueline Jane Janet Janice Jasmin Jasmine Jean
    Jennifer Jenny Jill Joan Joanne Josephine Joyce Judith Julie Juliet Karen Katherine Kathleen Kathryn Kay Kelly
    Kimberley Kirsten Lesley Lilian Lindsay Lorraine Louise Lowri Lucy Lynette Lynn Lynne Mabel Mairead Mandy Margaret
    Margot Marguerite Marian Marion Marjorie Mary Maureen Mavis May Megan Melanie Mercy Michelle Mildred Millicent
    Miriam Morag Muriel Naomi Nerys Ngozi Niamh Nicole Noreen Olive Oonagh Paige Pat Patience Paulette Pauline Pearl
    Penelope Persis Phoebe Phyllis Prudence Rachel Rhiannon Rosalind Rosamund Rose Rosemary Roisin Roz Ruth Sally Sarah
    Shabnam Sharon Sheila Shirley Sian Sinead Siobhan Sioned Soraya Stacey Sue Susan Suzanne Tamsin Tegan Tracey Tracy
    Trish Ursula Valerie Verity Vivienne Wendy Winifred Winnie Yasmin Yetunde Yvonne Zoe Mrs Ms Miss Dame Lady Baroness
    Sister Mum Mummy Mam Nan Nanna Gran Granny Grandma Auntie Aunt
    """
)
_MAN_IN_A = word_set("Joshua Luca Ezra Noah Mustafa Musa Isa Ola Obinna Emeka Ikenna Kola Nikita Sasha Andrea Dana Ira")
_LIKE_A_WOMAN = re.compile(r"[A-Z][a-z]{2,}(?:a|elle|ette|een|wen)")


def cannot_be(pronoun: str, name: str) -> bool:
    """Whether `pronoun` ("he", "she" or "they") cannot mean whoever has this name, by its first word."""
    first = name.split(maxsplit=1)[0].rstrip(".")
    if pronoun == "he":
        return first in _WOMEN or (first not in _MEN | _MAN_IN_A and _LIKE_A_WOMAN.fullmatch(first) is not None)
    return pronoun == "she" and first in _MEN
