# ruff: noqa: E501, SIM905 - a list of literals would be a line a word
"""Small word lists: what vetoes a name, what makes a name unsure, and the vocabulary of addresses. Folded, lower case."""

from typing import Final

AMBIGUOUS: Final = frozenset(
    """
ada ai ala alba alma alta alpha amen ana angel arch aria ash asia aurora baby basil bay bea ben berry beryl bess
blaze bob boo brook buck bud candida carmine carol case chad china chip cliff clay cherry christian clare cole colt
coral coy crystal dale dan dandy dawn dell demi diamond dick dolly doll dong dot earnest earl ebony echo eden ela
else eli ema ember emerald eve fae faith fawn fe fern finn flo flora flower ford forest fran frank gala gale gay gem
gene ginger gil glen grace grant gray guy hal hang harmony harley hazel heath heather hee holly hope hue hunter hyun
ima ina ines iris ivory ivy jade jake jan jasmine jasper jay jet jewel jo jock joy jules kam karma kit la lacy lance
lane lark laurel lee lee lens leo les lian lien lily lin ling linn lita loan long lon loni lore love lu lue luna lux
lyn macy mae mai man mana marina mark marine mason max mee mei mel mercy merry mia mila miles mimi mina ming mini
minh mira misty mo mona monte moon mora my na nan nova nu nun oda ola olive olympia opal orchid otha oma oral ora
page pansy paris pat patience paz peace pearl peg penny pet pia pike ping piper pok poppy precious prince princess
pura queen quick rain raven ray rea reed reta reva rex rich rick rob robin rocky rod rose ruby rue rusty sage sal
sally sandy scarlet see serenity shan shade sharp shea shell shin sierra skip sky so sol sona song sony soo stan
star sterling stone storm su sue summer sun sung sunny sunshine sydney tab tad tam tamika tan tang ted temple tena
tera terra tess thea tia tiger tim tip toby tom ton tony trinity tripp tula una velvet velma vera verse vi victor
victoria vida vina viola violet vita viva ward wei wen whitney wing wyn yen yi yong young yuri zona zoe ali apolonia
art beau bill bo boris bonita bram brad buster cal cam candy casey chance charity chase chastity chasity clemency
coco cordelia dakota dallas destiny denver don drew duke dusty ember felicity florence forrest georgia carolina
virginia india israel jordan kenya king lake lane leaf levi lou lucky lupe madison major mariner marvel melody
mercedes nevada north novella nick odessa orlando phoenix rich river robin royal savannah trace troy van wade will
montana ramon asa axel ion nils per bent odd rune gull mate mare sander santos von allegra yasmin mirena chin elisa
alora errin
""".split()
) - {
    "tony",
    "tim",
    "tom",
    "ted",
    "toby",
    "zoe",
    "nick",
    "dan",
    "ben",
    "leo",
    "eli",
    "velma",
    "vera",
    "ali",
    "casey",
    "brad",
    "levi",
    "jake",
    "sally",
    "jasmine",
}
"""Given names that are also words, places, abbreviations or brands: names only beside another part of a name, or after a cue."""

EPONYMS: Final = frozenset(
    """
achilles addison adams allen alport alzheimer apgar argyll arnold asherman asperger babinski bainbridge baker
barrett bartholin bartter basedow becker beck beckwith behcet bell bence bennett berger bernard bishop blount
boerhaave bouchard bowen braden brudzinski brugada broca brown buerger burkitt burnett caprini carpenter cesarean
chaddock charcot chagas chiari child chvostek coombs cooley cornell cotton courvoisier crohn cullen cushing dandy
dercum devic doppler down dressler dravet duchenne duke dukes dupuytren durkan ebstein edwards ehlers eisenmenger
epley epstein epworth erb evans ewing fabry fallot fanconi felty ferriman fitz foley fontan fournier framingham
frank friedreich galeazzi gallwey garden gaucher ghent gilbert gilles gitelman glasgow gleason goodpasture gordon
gottron gower gram grave graves grey guillain gustilo guyon hachinski hallpike hamilton hansen harris hartmann
hashimoto haverhill hawkins heberden heimlich henoch hickman hirschsprung hodgkin hoffman hoffmann holter homan
homans horner howard huntington hutchinson jarisch jones kaplan kaposi karnofsky kartagener kawasaki kayser kegel
kennedy kernig killip kleinfelter klinefelter kline koplik korsakoff kussmaul lachman lambert langerhans lasegue
leber legg lennox leopold lesch lewy lhermitte likert lou ludwig lyme lynch mallory mantoux marfan mayo mcburney
mcdonald mcgill mcmurray meckel meier meniere merkel milwaukee mobitz mohs monro morton moro munchausen murphy myers
neer nissen noonan norton ogilvie ortolani osgood osler paget pancoast pap papanicolaou parkinson patau patrick
perthes peyronie phalen pick pickwick plummer pott prader prinzmetal purkinje queckenstedt quincke ranson raynaud
reed reiter rett reye reynaud rinne roberts robertson robin romberg ross roth rorschach rovsing sanger schatzki
scheuermann schirmer schober sengstaken sever sheehan sims simpson sjogren snellen spurling stargardt stevens stokes
strumpell sturge swan sydenham takayasu tanner tay thompson thomas tietze tinel todd tourette trendelenburg treacher
trousseau turcot turner valsalva virchow von wallenberg waterston weber wechsler wegener weil wells werner wernicke
whipple whitney willebrand williams wilms wilson wolff wolfram wood yale yergason zenker zollinger
""".split()
)
"""Physicians and places whose names are signs, scores and diseases; with ``'s`` or before a clinical noun never a patient."""

ALWAYS_EPONYM: Final = frozenset(
    """
alzheimer alzheimers asperger babinski barrett bartholin behcet brudzinski brugada chaddock chagas chiari chvostek
crohn crohns cushing cushings dupuytren duchenne ehlers fabry foley framingham gaucher gleason goodpasture guillain
hashimoto heberden heimlich henoch hirschsprung hodgkin hodgkins holter homans huntington huntingtons kaposi
karnofsky kawasaki kegel kernig klinefelter koplik korsakoff kussmaul lachman lyme mantoux marfan mcburney mcmurray
meckel meniere menieres merkel mohs munchausen paget parkinson parkinsons peyronie phalen prinzmetal raynaud
raynauds romberg rovsing schatzki sjogren sjogrens spurling tinel tourette tourettes trendelenburg trousseau
valsalva wegener wernicke willebrand wilms zollinger doppler pap
""".split()
)
"""Eponyms that stand alone in clinical text (``advanced Alzheimer's``); only a title makes them a person."""

CLINICAL_NOUNS: Final = frozenset(
    """
algorithm anemia aneurysm angina antibody antigen aphasia arthritis ataxia bacillus body bodies block carcinoma cast
catheter cell cells chorea class classification contracture corpuscle criteria cyst deformity diet dementia disease
diseases disorder duct dystrophy encephalopathy equation esophagus fascia fever forceps formula fracture ganglion
gland gene goiter grade grading heart hernia hydrocele index inventory inhibitor incision law lymphoma maneuver
maneuvers manoeuvre method metaplasia mutation myelopathy nephropathy neuralgia neuroma node nodes nodule nodules
operation ostomy palsy paralysis pain phenomenon pneumonia point position procedure protein psychosis pupil purpura
questionnaire ratio reaction reflex repair respiration respirations ring rule sarcoma scale scan score scores
screening sign signs smear sore spots stage staging stain stone study sulcus suture syndrome syndromes syringe test
tests testing tetralogy theorem thyroiditis toxicity trial trials triad tube tumor tumors tumour type ulcer variant
vasculitis virus criterion palsies trait lamp patch positive negative assay breathing catheters monitor lines line
wave waves walker bandage brace splint boot collar drain bag needle clamp retractor stent graft
""".split()
)

NEVER_AFTER_TITLE: Final = frozenset(["pepper", "scholl", "dre", "martens", "seuss", "bronner", "google", "who", "oz"])
"""Brands and figures of fiction and television."""

NEVER_SURNAME: Final = frozenset(
    """
the and for with was has had his her not but are you all can see any who how why our out she they this that from may
will said told just also then when what like have does gave want went some more doctor doctors nurse patient center
centre hospital clinic medical sample house sister brother father mother mom dad home school church health care
street road avenue drive court place day days week month year test tests blood pain heart head chest knee back hand
foot left right good well okay ok yes sure today now here there been were one two three four five six first last
next new old please thank thanks history note notes date name age male female man woman boy girl time work call
visit exam plan results over under about after before during between where which while
""".split()
)
"""Words the census lists as surnames and that are something else wherever they are met, even behind ``Dr.``."""

STATES: Final = frozenset(
    """
alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming|district of columbia|puerto rico
""".strip().split("|")
)
STATE_CODES: Final = frozenset(
    """
AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI
SC SD TN TX UT VT VA WA WV WI WY DC PR GU VI AS MP AA AE AP
""".split()
)
COUNTRIES: Final = frozenset(
    """
afghanistan|albania|algeria|america|andorra|angola|argentina|armenia|australia|austria|azerbaijan|bahamas|bahrain|bangladesh|barbados|belarus|belgium|belize|benin|bhutan|bolivia|bosnia|botswana|brazil|brunei|bulgaria|burundi|cambodia|cameroon|canada|chad|chile|china|colombia|comoros|congo|costa rica|croatia|cuba|cyprus|czech republic|czechia|denmark|djibouti|dominican republic|ecuador|egypt|el salvador|england|eritrea|estonia|eswatini|ethiopia|fiji|finland|france|gabon|gambia|georgia|germany|ghana|greece|greenland|grenada|guatemala|guinea|guyana|haiti|honduras|hong kong|hungary|iceland|india|indonesia|iran|iraq|ireland|israel|italy|jamaica|japan|jordan|kazakhstan|kenya|kiribati|korea|kosovo|kuwait|kyrgyzstan|laos|latvia|lebanon|lesotho|liberia|libya|liechtenstein|lithuania|luxembourg|macedonia|madagascar|malawi|malaysia|maldives|mali|malta|mauritania|mauritius|mexico|moldova|monaco|mongolia|montenegro|morocco|mozambique|myanmar|namibia|nauru|nepal|netherlands|new zealand|nicaragua|niger|nigeria|norway|oman|pakistan|palau|panama|paraguay|peru|philippines|poland|portugal|qatar|romania|russia|rwanda|samoa|san marino|saudi arabia|scotland|senegal|serbia|seychelles|sierra leone|singapore|slovakia|slovenia|somalia|south africa|south korea|spain|sri lanka|sudan|suriname|sweden|switzerland|syria|taiwan|tajikistan|tanzania|thailand|togo|tonga|trinidad|tunisia|turkey|turkmenistan|uganda|ukraine|united arab emirates|united kingdom|united states|uruguay|usa|uzbekistan|vanuatu|vatican|venezuela|vietnam|wales|yemen|zambia|zimbabwe
""".strip().split("|")
)

NEVER_CITY: Final = frozenset(
    """
male nice best mobile reading bath bar man split orange center university normal enterprise temple independence
eagle commerce liberty hope corona sale derby deal battle of oral bay van union mission columbia washington march
may august delta marina media summit superior surprise universal trinity price rice buckeye sandy globe opportunity
country hobbs graham grant lincoln jackson wilson marion madison clinton franklin marshall anderson taylor tyler
warren wayne douglas monroe nelson logan lewis lawrence allen
""".split()
)
"""City names that are first of all words or names: cities only before a state."""

FACILITY_BY_NAME: Final = (
    "Johns Hopkins|Mass(?:achusetts)? General|MD Anderson|Memorial Sloan[- ]Kettering|Sloan[- ]Kettering|Cedars?[- ]Sinai|N(?:ew )?Y(?:ork)?[- ]Presbyterian|Baylor Scott (?:&|and) White|Mount Sinai|Mt\\.? Sinai|"
    "NYU Langone|Kaiser(?: Permanente)?|UCLA(?: Health)?|UCSF(?: Health)?|UPMC|Geisinger|Dana[- ]Farber|Beth Israel(?: Deaconess)?|Brigham (?:and|&) Women's|"
    "Scripps|Intermountain|Cleveland Clinic|Mayo Clinic|SF General|Stanford Health|Duke Health|Penn Medicine|Mount Auburn|Montefiore|Bellevue|Hadassah|Charite|"
    "Great Ormond Street|Northwestern Memorial|NewYork-Presbyterian|NY Presbyterian|Vanderbilt|Emory|Ochsner|Banner|Sutter|Baylor|Providence St\\.? [A-Z][a-z]+"
)
