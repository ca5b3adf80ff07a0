"""What stands around a first name and what does not: the words that tell a person from a place, a body or a thing."""

import re

from flows.newsroom.language.names import HONORIFIC, NAME
from flows.newsroom.language.words import word_set

KIN = (
    "mother|father|mum|mam|mummy|dad|daddy|parents?|wife|husband|partner|girlfriend|boyfriend|son|sons|daughter"
    "|daughters"
    "|brother|brothers|sister|sisters|baby|twins?|child|children|kids?|boys?|girls?|aunt|auntie|uncle|niece|nephew"
    "|cousin"
    "|nan|nanna|gran|granny|grandma|grandad|grandpa|grandmother|grandfather|grandson|granddaughter|grandchild"
    "|grandchildren|stepson|stepdaughter|stepfather|stepmother|fianc[eé]e?|widow|widower|family|youngest|eldest"
    "|oldest"
)
"""Words for the people of a family, as a part of a pattern."""

LEADS = re.compile(
    rf"(?:\b(?:{KIN}|friend|neighbour|colleague|carer|volunteer|student|resident|driver|receptionist|caretaker|cook"
    rf"|client"
    r"|called|named|call (?:him|her)|call|nicknamed|plus|like to thank|thank|thanks?,? (?:also )?(?:to|go to)|thank"
    r" you,?"
    r"(?: also)?(?: to)?|congratulations,?(?: to)?|condolences to|welcome to|hello to|get well soon,?|well done,?(?:"
    r" to)?"
    r"|love(?: from|,)|cheers,?|happy [\w ]{0,12}birthday,?(?: to)?|thinking of|speak(?:ing)? (?:to|with)|spoke"
    r" (?:to|with)|talk(?:ed|ing)? to"
    r"|(?:give|gave|given|hand(?:ed)?|send|sent|post(?:ed)?|return(?:ed)?|pass(?:ed)?|took|takes?|write|wrote|belongs?"
    r"|goes|back) (?:\w+ ){0,3}to|apologies(?: were received)? from|helped by|(?:years?|months|weeks|time|day"
    r"|morning|afternoon|evening|cup of tea) with|got a|(?:run|led|taught|made|baked|chaired|organised|cooked|knitted"
    r"|driven|looked after|minuted|drawn|painted|played) by|c/o|contact|see|email|e-mail|message|cc"
    r"|ask(?:ed)? for|asked?|ring|phone|text|told|tell|poor|dear|hi|hello|little|old|young|and I|our|my)"
    rf"|\bwhom I (?:shall|will|have) call(?:ed)?|{HONORIFIC} {NAME} and)[,:]? \Z",
    re.IGNORECASE,
)
_DOES = (
    "attends|attended|says|said|tells|told|asks|asked|thinks|thought|worked|felt|feels|explains|explained|lives|lived"
    "|moved|came|joined|wants|wanted|cares|cared|suffers|suffered|loves|loved|cried|laughed|smiled|remembers"
    "|remembered|recalls"
    "|recalled|worries|worried|slept|sleeps|sat|drove|drives|cooked|knits|walked|went|knows|knew|hates|hated|likes"
    "|liked|died|fell|rang"
    "|brought|bakes|baked|sings|sang|speaks|spoke|stood|waited|wrote|admits|admitted|replied|added|smokes|drinks"
    "|retired"
    "|turned|used to|would|cannot|can[’']t|could|couldn[’']t|did(?:n[’']t)?|does(?:n[’']t)?|never|wasn[’']t|isn[’']t"
    "|just|always|still|also"
    "|who|whose|kindly|very kindly|has agreed|has offered|has been|had been|has (?:just|now|not|never)|has had|was"
    "|is|has|had|will|got|gets|took|"
    "takes|gave|made|let|left|lost|met|saw|found|began|started|stopped|missed|needs|needed|hopes|hoped|agreed"
    "|offered|volunteered|chased|reported"
)
FOLLOWS = re.compile(
    rf"(?: (?P<does>{_DOES})\b| and {HONORIFIC} {NAME}\b|, (?:aged )?\d{{1,2}}(?:[,.]|$)| \((?:aged )?\d{{1,2}}\)|,?"
    rf" who\b| and I\b"
    rf"|[’']s? (?:own |late |\w+ )?(?:{KIN}|life|death|story|illness|diagnosis|health|bed|room|flat|house|chair|hair"
    rf"|hands?|face|eyes"
    r"|birthday|benefits|medication|social worker|foster carers?|carers?|school|teacher|doctor|nurse|voice|words"
    r"|smile|money|job|case|support"
    r"|journey|experience|funeral|cake|idea|question|answer)\b"
    r"| (?:from|in|on|at|and) (?:the )?(?:library|facilities|housing|finance|reception|admin|office|team|hr|ward|hub"
    r"|kitchen|it|payroll|transport"
    r"|comms|communications|caf[eé]|desk|door|adults|children|benefits|fostering|adoption|duty|training"
    r"|commissioning)\b)"
    r"|[.,;] [Ss]?he(?:[’']s)?\b| once\b| from the [a-z]+ (?:will|is|has|said|says|came|brought)\b"
    r"| to (?:write|do|chase|ask|send|draft|bring|circulate|check|contact|speak|e-?mail|ring|book|find|update|share"
    r"|report|arrange|follow|confirm|invite|talk|look|take|raise|get|make|put|set|organise|prepare|review|provide"
    r"|liaise|meet|try|design|order|print|pass|produce|compile)\b"
)
AUXILIARIES = word_set("was is has had will would could can’t cannot never just still also got does did")
# "Plover ward", "the Osier project": what stands before such a word is called by it.
OF_A_PLACE = re.compile(
    r" (?:wards?|teams?|houses?|units?|roads?|groups?|centres?|hospitals?|halls?|projects?|parks?|farms?|schools?"
    r"|librar(?:y|ies)|offices?|hubs?|services?|courts?|clinics?|lanes?|streets?|estates?|pilots?|programmes?|awards?"
    r"|schemes?|branch|campus|councils?|trusts?|boroughs?|county|districts?|areas?|vill(?:age|as)|valleys?|lodges?"
    r"|cottages?|church|chapel|caf[eé]|networks?|forums?|panels?|committees?|method|model|report|review|inquiry|law"
    r"|test|questionnaire|scale|index|study|system|form|fund|prize|lecture|judgment|ruling|case law|bus|station|line"
    r"|side|wing|site|building|rooms?|charity|foundation|church|club|choir|desk|allocation)\b"
)
PLACE = re.compile(r"\b(?:in|near|across|around|outside|within|at|into|via|towards|beyond|throughout) \Z")
DETERMINER = re.compile(
    r"\b(?:the|a|an|this|that|these|those|every|each|any|some|its|their|your|no|both|all) \Z", re.IGNORECASE
)
NOT_ALONE = re.compile(rf"(?:{HONORIFIC}|\b[A-Z][a-z]*+(?:\.|[’']s)?|\be\.?g\.?,?|&|“|‘) ?\Z")
COMMON = word_set(
    "parliament everyone everybody someone somebody anyone anybody nobody nothing everything staff people others"
    " training supervision "
    "yesterday today tomorrow tonight yes sorry please thanks thank hello hi dear love best regards god christmas"
    " easter ramadan eid diwali "
    "english welsh polish british scottish irish european muslim christian jewish hindu sikh catholic bengali urdu"
    " punjabi somali romanian "
    "zoom teams facebook google microsoft twitter whatsapp youtube instagram covid brexit internet wifi bluebell"
    " asda tesco lidl aldi boots "
    "rota mon tue tues wed weds thu thur thurs fri sat sun feb mar apr jun jul aug sept oct nov dec"
    " caseload caseloads safeguarding cabinet councillors beth "
    "communities lords father raffle mister gentlemen ladies families ministers ministry text left right north south "
    "healthwatch mencap barnardo shelter samaritans childline ofsted skype excel powerpoint wales england africa"
    " europe asia"
)
ENDINGS = (
    "ly",
    "ing",
    "tion",
    "sion",
    "ment",
    "ness",
    "ity",
    "ship",
    "ance",
    "ence",
    "hood",
    "ism",
    "ology",
    "ers",
    "watch",
    "shire",
    "ford",
    "ton",
    "ham",
    "bury",
    "by",
    "mouth",
    "combe",
    "wick",
    "bridge",
    "field",
    "cross",
    "land",
    "port",
    "pool",
    "stead",
    "wich",
    "worth",
    "dale",
    "hurst",
    "beck",
    "bourne",
    "brook",
    "marsh",
    "minster",
    "sea",
    "wood",
    "chester",
    "cester",
    "thorpe",
    "well",
    "gate",
    "borough",
    "stow",
    "stone",
    "castle",
    "haven",
    "ness",
    "ley",
)
OLD_THING = re.compile(r"\b(?:the|an?|this|that|its|our) (?:little|old|young|poor) \Z", re.IGNORECASE)
SIZES = word_set("old little young poor")
OPENERS = word_set(
    "dear hi hello thanks thank poor little old sadly happily luckily although though because since while when after"
    " before once if then and "
    "but so yet now today yesterday last next ask ring phone text tell contact see meet visit call congratulations"
    " condolences love please "
    "our my his her their your our young baby auntie uncle nan mum dad both even only perhaps maybe later recently"
)
