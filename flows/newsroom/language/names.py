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
    r"|[Pp]resident|[Ss]ecretary|[Tt]reasurer|[Oo]fficer|[Pp]sychotherapist|[Gg]raduate|[Ww]orker|[Cc]olleague"
    r"|[Aa]uthor|[Mm]inister"
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
    Aaron Abbie Abdul Abigail Adam Adele Adeola Adrian Adwoa Afua Agnes Agnieszka Ahmed Aidan Aileen Ailsa Aisha Alan
    Albert Aled Aleksander Alessandro Alex Alexander Alexandra Alfie Alfred Ali Alice Alicja Alison Aliyah Alun Alwyn
    Alys Amanda Amara Ambrose Amelia Amina Amir Amit Amy Anand Anastasia Andre Andrea Andrew Andy Aneesa Angela
    Angharad Angus Anil Anita Anja Ann Anna Anne Anneka Annette Annie Anouk Anthea Anthony Antoni Antonia Anwar Anya
    Aoife Araminta Archie Ariadne Arjun Arlene Arlo Arthur Arwen Asha Ashleigh Ashley Asif Aslan Astrid Audrey Aurelia
    Ayesha Ayo Azra Babs Balbir Baljit Barbara Barney Barry Bartholomew Barty Basil Beata Beatrice Becky Belinda Ben
    Benjamin Bernadette Bernard Bertie Beryl Bess Bessie Beth Bethan Bethany Bettina Betty Bev Beverley Bilal Billie
    Billy Blessing Blodwen Bob Bobbie Boris Brandon Brenda Brendan Brian Bridget Briony Bronagh Bronwen Bruce Bryn
    Bukola Cadi Caitlin Callie Callum Camilla Candice Cara Carl Carla Carlos Carmen Carol Caroline Carolyn Carys
    Cassie Catherina Catherine Cathy Catriona Cecilia Cedric Ceri Chantelle Charity Charlene Charlie Charlotte Chiara
    Chidi Chinwe Chloe Chloë Chris Christina Christine Christopher Ciara Ciaran Cilla Claire Clare Claudia Clement
    Clifford Clive Colette Colin Connie Connor Conrad Cora Cordelia Corinne Cormac Courtney Craig Cressida Cynthia
    Cyril Dafydd Dai Daisy Damian Damilola Daniel Danielle Danny Danuta Daphne Darius Darren Dave David Davina Dawn
    Debbie Deborah Declan Deepa Deirdra Deirdre Delia Delroy Delyth Demi Denise Dennis Denzel Derek Dermot Deshawn
    Desmond Devika Diana Diane Dilys Dimitri Dinah Dolores Dominic Donal Donald Donna Doreen Doris Dorothy Dot Doug
    Dougie Douglas Dulcie Duncan Dwayne Dylan Eamonn Ebony Eddie Edgar Edith Edna Edward Edwina Effie Efua Eifion
    Eileen Eilidh Eira Eirlys Elaine Eleanor Elena Eli Elijah Elin Elis Eliza Elizabeth Ella Ellen Ellie Elliot Eloise
    Elsie Elspeth Elvira Emeka Emily Emlyn Emma Emmanuel Enid Enoch Eric Erica Ernest Errol Esme Estelle Esther Ethan
    Ethel Eunice Eustace Eva Evelyn Evie Ewa Ewan Fabian Faisal Farah Farhana Farida Farooq Fatima Fay Felicity Femi
    Fergus Ffion Finn Fiona Fionn Flora Florence Folake Frances Francis Frankie Fraser Fred Freda Frederick Freya
    Gabriel Gail Gareth Gary Gavin Gaynor Ged Gemma Genevieve Geoff Geoffrey George Georgia Georgie Georgina Geraint
    Gerald Geraldine Gethin Gilbert Gill Gillian Giovanni Giulia Gladys Glenda Glenn Glenys Gloria Godfrey Goran
    Gordon Graham Greg Gregor Greta Gruff Gulsen Gurpreet Guy Gwen Gwenno Gwilym Gwyn Gwyneth Hafsa Halima Hamish
    Hamza Hana Hannah Harjit Harold Harpreet Harri Harriet Harry Harvey Hasan Hassan Hayley Hazel Heather Hector Helen
    Helena Henrietta Henry Hermione Hetty Hilary Hilda Hina Honor Horace Howard Hubert Huda Hugh Hugo Humphrey Hussain
    Huw Iain Ian Ibrahim Ida Idris Ieuan Ifan Igor Imogen Imran Ines Ingrid Iona Iqbal Irena Irene Irfan Iris Isaac
    Isabel Isabelle Isadora Ishmael Isla Ismail Ivan Ivy Iwan Izzy Jacek Jack Jackie Jacob Jacqueline Jade Jago Jake
    Jakub Jamal James Jamie Jan Jana Jane Janet Janice Jared Jasmin Jasmine Jason Jaspreet Javed Jayden Jayne Jean
    Jeff Jeffrey Jemima Jenna Jennifer Jenny Jeremy Jermaine Jerome Jess Jessica Jessie Jill Jim Jo Joan Joanna Joanne
    Jocelyn Jodie Joe Joel Joey Johan John Jolene Jonah Jonas Jonathan Jonny Jordan Joseph Josh Joshua Josie Joss Joy
    Joyce Juan Judith Judy Julia Julian Julie Juliet Juliette Junaid Justin Kadiatou Kai Kamal Karen Karim Karina Karl
    Kasia Kat Katarzyna Kate Katherine Kathleen Kathryn Kathy Katie Katy Kavita Kay Kayla Kayleigh Keiran Keith Kelly
    Kelvin Kemi Ken Kenneth Kenny Kerrie Kerry Kevin Kezia Khadija Khalid Kieran Kieron Kim Kimberley Kiran Kirsteen
    Kirsten Kirsty Kofi Krishna Kristina Krystyna Kwabena Kwame Kyle Kyra Lakshmi Lance Lara Laszlo Latoya Laura
    Lauren Laurence Leah Leanne Lee Leena Leila Len Lena Leon Leonard Leonie Leroy Lesley Leslie Leticia Lewis Lexi
    Liam Libby Lilian Lilias Lilla Lily Lina Linda Linden Lindsay Lindsey Lynsey Anneliese Kelsey Casey
    Leigh Sydney Whitney Lacey Carey Corey Cody Dexter  Linus Lionel Lisa Livia Liz Llinos Lloyd Lola Lorcan
    Loretta Lorna Lorraine Lottie Louis Louise Lucas Lucia Lucinda Lucy Ludmila Luis Luka Lukas Luke Lulu Lydia Lyn
    Lynn Lynne Mabel Mabli Maddie Madeleine Mae Magda Magdalena Maggie Mahmoud Mair Maisie Maja Mala Malcolm Malik
    Mandy Manjit Manuel Marcel Marcia Marcus Mared Marek Margaret Marguerite Mari Maria Mariam Marian Mariana Marie
    Marilyn Marina Mario Marion Marisol Marjorie Marlon Marta Martha Martin Mary Maryam Mateusz Matilda Matt Matthew
    Maud Maureen Maureena Maurice Mavis Max Maxine Meera Meg Megan Mehmet Mel Melanie Melissa Melvyn Mercy Meriel
    Merle Mervyn Mia Michael Michal Michelle Mick Mike Mildred Milena Miles Millicent Millie Milly Milo Mina Minnie
    Mireille Mirela Miriam Mo Mohamed Mohammed Mohamud Moira Mollie Molly Mona Monica Morag Morwenna Moses Muhammad
    Mungo Muriel Mustafa Myfanwy Myles Myra Myrtle Nabila Nadia Nana Nancy Naomi Natalie Natasha Nathan Naveed Navina
    Neela Neha Neil Nerys Nesta Nettie Ngozi Nia Niall Niamh Nicholas Nick Nicola Nigel Nikhil Nikita Nimco Nina Nita
    Noah Noel Noor Nora Norbert Noreen Norma Norman Nura Obi Octavia Odette Odile Olga Olive Oliver Olivia Olu Oluchi
    Oluwaseun Omar Orla Osama Oscar Osian Oswald Otis Otto Owain Owen Paddy Padraig Paloma Pamela Pandora Pansy
    Parveen Pascal Pat Patience Patricia Patrick Patsy Patty Paul Paula Pauline Pavel Pedro Peg Peggy Penelope Penny
    Percy Perpetua Pete Peter Petra Petronella Phil Philip Philippa Philomena Phyllis Pierre Piotr Pippa Polly Poonam
    Prakash Prem Primrose Priscilla Priya Prudence Quentin Rabia Rachel Radha Rafal Raheem Rahul Raj Rajesh Rajinder
    Ralph Ramona Rana Randa Raquel Rasheed Rashid Rashida Ravi Ravinder Raymond Rebecca Reg Rehana Rena Renata Rene
    Reuben Reza Rhian Rhiannon Rhodri Rhona Rhys Ricardo Richard Rita Rob Robert Roberta Robin Rochelle Rodney Roger
    Roland Romy Ron Ronald Ronnie Rory Rosa Rosalind Rosamund Rosemary Roshan Roshni Rosie Rowena Roxanne Roy Ruby
    Rufus Rukhsana Rupert Russell Ruth Ryan Saba Sabina Sabrina Sadia Sadie Saffron Saira Sal Sally Salma Sam Samantha
    Samina Samir Samira Samuel Sana Sandeep Sandra Sandy Sanjay Sanjeev Saoirse Sara Sarah Saskia Saul Sayeed Scarlett
    Sean Sebastian Seema Selina Seren Serena Shabana Shamima Shanaz Shane Shanice Sharon Shaun Shauna Shazia Sheena
    Sheila Shelagh Shelley Sherry Shirley Shona Sian Sidney Sidra Sienna Signe Silvia Simon Simone Sinead Sinéad
    Siobhan Sioned Siân Sonia Sonya Sophia Sophie Sorcha Spencer Stacey Stan Stanley Stefan Stefania Stella Stephanie
    Stephen Steve Steven Stewart Stuart Su Sue Sukhdeep Suki Sunil Sunita Sunniva Suresh Surjit Susan Susannah Susie
    Suzanne Swati Sybil Sylvia Tabitha Taiwo Talia Tamara Tamika Tamsin Tansy Tanya Tara Tariq Taslima Tatiana Taylor
    Ted Tegan Terence Teresa Terrence Terry Tess Tessa Thea Thelma Theo Theodora Theodore Theresa Thomas Thora Tilly
    Tim Timothy Tina Tobias Toby Todd Tom Tomasz Tomos Tony Tracey Tracie Tracy Trevor Tricia Trina Trish Trisha Trudy
    Tudor Tunde Tyler Tyrone Uma Umar Una Ursula Usha Valentina Valerie Vanessa Velma Vera Verity Vernon Veronica
    Vesna Vicky Victor Vijay Vijaya Vikram Vince Vincent Viola Violet Vivian Vivien Vivienne Wahid Walter Wanda Wayne
    Wendy Wiktor Wilf Wilfred Wilhelmina William Wilma Winifred Winnie Winston Wojciech Xander Yasmin Yasmina Yetunde
    Yewande Yiannis Ylva Yolanda Yolande Yorick Yusuf Yvonne Zadie Zahra Zainab Zak Zakir Zara Zelda Zena Zeynep Zina
    Zita Zoe Zofia Zosia Zoë Zuleika Zuzanna
    Abdullahi Abebe Abimbola Abiola Achieng Adaeze Adebayo Adenike Adetola Adriana Afonso Agata Ahlam Aiko
    Ailbhe Aisling Aiste Akiko Akosua Akua Alasdair Alastair Alban Aldous Aleem Aleksandra Algernon Almaz
    Aloysius Alwen Amarjit Aminata Amrit Andrius Andrzej Angeline Anjali Anneke Anselm Anwen Aonghus Arlette
    Arvydas Arwel Atanas Avtar Awa Awel Ayaan Ayodele Babak Babatunde Babette Baldev Balwinder Barnaby Bartek
    Bassam Baz Bazza Beatrix Beatriz Beattie Behrouz Benedetta Benedikt Bernardine Bernice Bette Bhavna
    Bhupinder Bimala Birgit Bogdan Bogdana Bohdan Bolanle Boyko Bozena Branwen Brayden Braydon Bridie Brigid
    Bronwyn Bryony Calum Camryn Candida Caoimhe Caradog Carwyn Catalin Caterina Cath Cathal Catrin Cayden
    Ceinwen Celestine Cerys Chanel Chardonnay Chiamaka Chika Chinedu Chioma Chipo Chrissie Cissie Claudette Clem
    Clementine Clodagh Codie Colm Consuelo Corin Cosmin Cosmo Costel Crispin Czeslaw Dagmar Dagny Dahlia Dainius
    Dairmuid Daljit Dariush Dariusz Darnell Davinder Dawit Dayo Daz Deandre Deanna Debs Deena Deepak Deepika
    Delphine Denholm Deqa Deshaun Desislava Devante Dewi Diarmuid Dilip Dilly Dilwyn Dimitar Dipak Doina Dolma
    Donalda Dorcas Dorota Dotty Dougal Dragos Drusilla Eamon Ebba Ebele Ebenezer Edie Edyta Egbert Eglė Eilir
    Eimear Einir Eirwen Eithne Ejike Eleri Elfed Elke Elwyn Elzbieta Emer Emmeline Emrys Enda Enfys Eniola
    Enitan Eoghan Eoin Ephraim Ernestine Esi Esmee Esmeralda Esperanza Esteban Ettie Euan Eudora Eugenia Eurwen
    Evadne Evangeline Ewelina Ewen Fabrizio Fadi Faduma Farai Fareed Farhan Faruk Farzana Fatou Fatoumata Fatuma
    Fenella Fergal Fernanda Finbar Fingal Finlay Finola Fintan Flo Florin Florina Florrie Flossie Folasade
    Francine Freja Frida Funmi Funmilayo Gabriela Gaz Gbenga Georgette Georgi Gerallt Gerda Ghada Gheorghe
    Gianni Ginette Ginny Gintaras Glyn Gord Goronwy Grainne Graziella Grazyna Grzegorz Gráinne Gudrun Gurdeep
    Gurmeet Gussie Gwenan Gwenda Gwendolen Gwenllian Habib Habiba Hala Halimo Halina Halyna Hanif Hanifa Hanneke
    Harbhajan Hardeep Harinder Hattie Hatty Hefin Heledd Helga Hemant Hendrik Henryk Hepzibah Hester Hirut Hodan
    Hollie Hortense Hristo Hyacinth Hywel Idowu Idwal Iestyn Ieva Ifeanyi Ifeoma Ifor Ifrah Iggy Ikenna Imelda
    Imtiaz Inderjit Inga Inge Inigo Innes Ioana Iolo Ionut Iorwerth Irma Iryna Isatou Ishbel Isidore Islwyn
    Isobel Isobelle Iulia Ivanka Ivor Iwona Iyabo Izaak Jabez Jacky Jaden Jadwiga Jagdish Jagjit Jaiden Jamila
    Jamyang Janusz Jaroslaw Jasbir Jaspal Jaswant Jaswinder Jatinder Jaxon Jaycee Jaz Jeanette Jenni Jenson
    Jerzy Jethro Jez Jilly Jimbo Jinny Jocasta Jochen Jodi Jolanta Joost Jorja Josette Jurgita Jyoti Kacey Kaden
    Kaiden Kaleem Kalina Kalpana Kamaljit Kamau Kamil Kamran Karolina Kashif Kateryna Kath Katja Kavitha Kayden
    Kaz Keanu Keeley Kehinde Keir Keira Keisha Kenzie Kerri Kev Khadra Khaled Khalida Kian Kiera Killian Kinga
    Kiranjit Kojo Krishnan Krystian Krzysztof Kuldip Kulwinder Kwaku Kwasi Kyran Lachlan Lacie Ladan Laima
    Lainey Laleh Lalita Lamin Lateef Latif Latifa Latisha Lavinia Lerato Leszek Lettice Lettie Liesel Linh Liviu
    Lleucu Llew Llio Loredana Lotte Lowri Lowrie Loz Lubna Lucyna Ludmyla Ludovic Luned Lyla Lynda Lynette
    Lyubomir Mabon Maciej Macsen Maddison Madog Maeve Mahmood Mairead Mairi Majella Majid Malachy Malgorzata
    Mamadou Mandeep Maninder Manon Mansoor Mantas Manuela Marceline Marcella Marcello Margit Marguerita Marieke
    Marigold Marisa Mariusz Marj Marva Masood Mathilda Mattie Maude Maudie Maz Meenakshi Mehdi Mehret Meinir
    Meirion Melchior Menna Merfyn Merlene Merv Midge Mihaela Mihai Milosz Mirabel Mirain Miroslaw Modupe
    Mohinder Mojisola Monika Montell Mordecai Moussa Moya Munir Murdo Murgatroyd Mwangi Mykola Nabil Nadeem
    Nadine Nalini Nance Nanette Narinder Naseem Nasim Nasreen Nasrin Natalya Navdeep Navjot Nazia Nazir Ndidi
    Nehemiah Nev Nevaeh Nguyet Nicoleta Niels Nige Nilufar Nirmala Njeri Nkechi Nnamdi Nneka Nobby Nomsa Nour
    Nuala Nyasha Oana Obadiah Obinna Octavian Ogechi Oisin Oksana Olabisi Olamide Oleksandr Olena Oliwia
    Oluwaseyi Olwen Olwyn Omid Omolara Onyeka Oonagh Ophelia Orlaith Oswin Otieno Ottilie Padraic Palwinder
    Pammy Paola Paramjit Parisa Parminder Patrycja Pattie Paulette Paulina Pawel Pema Perce Peregrine Persis
    Petru Petunia Phineas Phuong Pilar Plamen Poornima Portia Pritam Priyanka Pru Przemek Qasim Quang Queenie
    Rach Radek Radhika Radu Raffaella Rafiq Rafique Rajan Rajni Rakesh Ramesh Rami Rania Ranjit Rasa Rashad
    Razia Razvan Reena Rekha Renate Rhiain Rhianna Rhisiart Rhoda Rhun Riaz Rima Rimas Ritu Rizwan Rizwana Rocio
    Rodge Roisin Rollo Rona Ronny Rosanna Rotimi Roxana Roya Roz Ruairi Ruaridh Rubina Rudo Rumen Rupinder Ruta
    Ryszard Sagal Sahra Sajid Sajida Saleem Sali Salwa Samar Sandie Sangeeta Santosh Sarita Satnam Satwinder
    Saulius Savita Segun Selam Selwyn Senait Senga Seonaid Septimus Serafina Seyi Shabir Shafiq Shaheen Shahid
    Shahida Shahram Shakeel Shamim Shanelle Shanequa Shania Shantel Shanti Shayla Shaz Sheelagh Shilpa Shirin
    Shobha Sigrid Silke Silvana Silvester Simisola Simona Simran Sipho Siriol Slawomir Sobia Soledad Soraya
    Sorin Stace Stacie Stanislaw Stoyan Struan Suha Sukhi Sukhwinder Surinder Sushila Suzette Suzie Svitlana
    Swaran Sylwia Szymon Tadeusz Tadhg Tafadzwa Tahir Tahira Tamzin Tanveer Tarek Tarsem Tashi Tasnim Tatenda
    Tayla Teagan Tecwyn Tegwen Tejinder Temi Temitope Tendai Tenzin Teodoro Tesfaye Thaddeus Thandi Thandiwe
    Thanh Themba Theodosia Theophilus Thomasina Thorsten Thurstan Thuy Tiana Tianna Timothea Tirion Titilayo
    Tobi Tolu Torquil Toyin Traian Trang Trix Trudi Tsvetan Tuan Tudur Tunji Turlough Tuyet Tyrell Tyrese Uche
    Ulrike Umberto Urmila Urszula Usman Uwe Uzma Uzoma Vaida Valeriu Vandana Varinder Vasil Vasile Venetia
    Verena Vern Vesta Vilma Vinod Viorel Viorica Vishal Volodymyr Vonnie Vytautas Wafa Wairimu Waldemar Wale
    Walid Wanjiru Warsame Waseem Wasim Wieslaw Wilfrid Wim Winn Winsome Witold Xia Xiaoling Xiomara Yaa Yana
    Yara Yasmeen Yasser Yaw Yaz Yemi Yonas Yordan Younis Yulia Yvette Zackary Zaheer Zahid Zahida Zainabu Zakia
    Zbigniew Zdravka Zdzislaw Zeb Zebedee Zhen Ziad Zillah Zinnia Zivile Zohreh Zubair Zubeda Zygmunt
    Ada Agatha Alec Alejandro Alistair Amos Andrei Antoinette Arnold Aubrey Augustine Augustus Benedict Bertha
    Bertram Betsy Beverly Bobby Brad Bradley Bryan Byron Cassandra Cecil Celia Celine Clarence Clarissa Claude
    Conor Constance Cristina Curtis Cuthbert Cyrus Daniela Darcy Darryl Daryl Diego Dieter Dina Donnie Dorothea
    Duane Dwight Edmund Edwin Elsa Enzo Ernie Eugene Felix Fernando Finley Francesca Freddie Gerry Gideon
    Giuseppe Gracie Graeme Gretchen Harley Heidi Helmut Ignatius Indira Jase Javier Jens Jimmy Joaquin Jorge
    Jose Josephine Josiah Jude Julio Julius Justine Kaitlyn Kara Karin Kenji Kitty Klaus Lars Laurie Layla Lenny
    Leopold Lexie Lila Lizzie Lois Lorenzo Luca Lucian Lucie Luigi Madeline Mags Marge Marius Mathias Matteo
    Maximilian Maya Miguel Mikey Mikhail Mortimer Nasser Natalia Nellie Nicole Nikolay Nils Olaf Orson Pablo
    Paige Pam Paolo Patti Phoebe Piers Pietro Rafael Ramon Raul Reggie Reginald Roberto Roderick Rodrigo Rolf
    Ronan Rosalie Ruben Salim Salvatore Shannon Silas Simeon Skyla Solomon Stefano Stevie Stu Sven Sylvester
    Teddy Terri Tiffany Titus Tomas Toni Tori Travis Tristan Vic Vicki Vincenzo Wally Willoughby Wolfgang Xavier
    Yuki Zachary Zack Zane
    """
)
"""First names that are common in Britain and are not words of everyday prose at the start of a sentence."""

ALSO_FIRST_NAMES = word_set(
    """
    Al Amber Angel Art Ash Basil Bea Beau Bert Bill Blessing Buddy Bunny Charity Chase Col Dale Des Destiny Drew Duke
    Earl Ern Faith Fern Alma
    Ford Frank Gene Glen Grace Grant Gus Hal Heaven Holly Hope Jade Jay Jet Joy Jules Junior Kit Les
    Lex Lou Lu Mal Mark Mercy Mo Nat Ned Nell Ollie Patience Pearl Pip Poppy Precious Prince Ray Rich River Rob Rose
    Rowan Sage Sid Skye Sonny Summer Sunny Tam Val Vi Viv Will Willow Win
    """
)
"""First names that are words of everyday prose too."""

_SURNAMES_TOO = word_set("best church day hall house key lake lane long march may north page street west young")


def may_be_surname(word: str) -> bool:
    """Whether a capitalised `word` can end a person's name, though it may be a place or a day elsewhere."""
    low = word.lower()
    return low in _SURNAMES_TOO or not (low in NO_NAMES or low in _BODIES or low.removesuffix("s") in _BODIES)


def is_body(word: str) -> bool:
    """Whether a word in small letters is one that the names of bodies end in, such as "council" or "trust"."""
    return word in _BODIES or word.removesuffix("s") in _BODIES


def is_personal(name: str) -> bool:
    """Whether none of the words of a capitalised `name` says that it is a body, a place or a day."""
    *first, last = name.lower().split()
    return may_be_surname(last) and not any(word in NO_NAMES or word in _BODIES for word in first)
