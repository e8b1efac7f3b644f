# ruff: noqa: E501, SIM905 - a list of literals would be a line a word
"""Small word lists: what vetoes a name, what makes a name unsure, and the vocabulary of addresses. Folded, lower case."""

from typing import Final

AMBIGUOUS: Final = frozenset(
    """
ada agnus ai aki ala alba aldo ales ali allegra alma alora alpha alta amber amen ana angel angeles ante apolonia
april ara arch aria art asa ash asia aurora autumn ava axel baby bari basil bay bea beau bee ben bent berry beryl
bess bill blaze bo bob bong bonita boo bora boris brad bram brook buck bud bunny burma buster cal cam candida candy
carmine carol carolina case casey chad chance charity chase chasity chastity cherry chi chin china chip christian
clare clay clemency cliff coco cole colt coral cordelia coy crystal dag dakota dale dallas dan dandy dane dawn dell
delta demi denver destiny diamond dick doll dolly don dong dot drew duke dung dusty earl earnest ebony echo ed eden
ela eli elisa else ema ember emerald ena engine era errin eve evita fae fairy faith fawn fe felicity fern finn flo
flora florence flower ford forest forrest fran frank fritz gala gale gay gem gene genie georgia gil ginger glen
grace grant gray gull guy hal hang hao harley harmony harsh hava hazel heath heather hee heme holly hong hope hue
hung hunter hyun ilia ima ina india ines ion iris israel ivory ivy jade jake jamar jan jasmine jasper jay jet jewel
jo jock joke jordan joy jules june kam kana karma kenya king kit koji la lacy lake lala lance lane lark laurel
le leaf lee lens leo les levi lian lien lily lin ling linn lita loan lon lone long loni lore loris lou love lu lucky
lue luna lupe lux lyn mac macy madison mae mai major man mana maple mare marina marine mariner mark marvel marx
mason mate matic max maxim mee mei mel melba melody mercedes mercy merry mia mica mila miles mimi min mina ming minh
mini mira mirena mirna misty mo mona montana monte moon mora my na nadir nan nana nevada nick nils noble noma north
nova novella nu nun oda odd odessa ola olive olympia oma opal ora oral orchid orlando otha ova page pal pansy paris
pasty pat patience patty paz peace pearl peg penny per pet phoenix pia pike ping piper pok poppy precious prem
prince princess pura queen quick rai rain ramon rasa raven ray rea reed reta reva rex rey ria rich rick rima ringo
rio river rob robin rocky rod roma rose royal ruby rue rune rusty sage sal sally sander sandy sang santa
santos sari savannah scarlet scot see serenity shad shade shan sharp shea shell shin shun sierra sig sine skip sky
so sol solo soma sona song sony soo stan star stein sterling stone storm su sue summer sun sung sunn sunny sunshine
sydney tab tad tai tal tam tamika tan tang ted teddy temple tena tera terra tess thea tia tiara tiger tim tine tip
toby toi tom ton tony tore tory trace trinity tripp troy tula una ute van vas velma velvet vera verse vi victor
victoria vida vina viola violet virginia vit vita viva von wade ward wei wen whitney will windy wing wolf wyn yasmin
yen yi yon yong young yuk yuri zoe zona
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
abbe abrikossoff achilles adams addison adson alder amsler dietz loeys allen alport alvarado alzheimer angelman anton apgar argyll
arnold arthus asher asherman asperger auer avellis babinski bainbridge baker balint ballance ballard bankart baron
barrett bartholin bartter basedow bassini beck becker beckwith behcet behr bell bence benedikt bennett berger
bergman bernard bezold bielschowsky bigelow billroth binet bishop blake blount blumberg bobath bochdalek boerhaave
bohr bonnet borg bosniak bouchard bouveret bowen braden brandt breslow breuer brill brinker broca brodie bromage
brown browne bruce brudzinski brugada bruton budd buerger burkitt burnett cabot caffey calot camper caprini carlens
carnett caroli carpenter castleman cesarean chaddock chagas chance chang charcot charlson cheatle chiari child
chopart christmas churg chvostek clara clark claude coats cockcroft codman colles conn cooley coombs cooper cormack
cornell corrigan costen cotton couinaud courvoisier crigler crohn cruveilhier cullen curling cushing dalrymple dandy
danis darier deaver delorme denis denny dercum devic dieulafoy donath doppler douglas down doyen dravet dressler
duane dubin dubowitz duchenne ducrey duke dukes dupuytren durkan ebbinghaus ebner ebstein eck ecker edwards ehlers
eisenmenger epley epstein epworth erb erichsen evan evans ewing fabry fallot fanconi fegan feiss felty fergusson
ferriman fick finkelstein finochietto fitch fitz flack flint foley fontan fordyce forrester fournier framingham
frank frei friedreich froment fuchs fuhrman gaenslen gage galeazzi galen gallwey ganser garden garre gaskell gaucher
gelineau gell geneva gerota gerstmann ghent giemsa gigli gilbert gilles girdlestone gitelman glasgow gleason glenn gold
golgi goodpasture gordon gorlin gottron gower gradenigo gram grave graves grawitz gray greenfield gregory grey
grocott grover guedel guillain gunn gustilo guyon hachinski haglund hailey hallervorden hallpike halsted hamilton
hansen harris hartmann hartnup hashimoto haverhill hawkins heberden hegar heim heimlich heinz henle henoch hering
hesselbach heyde hickman hippel hirschberg hirschsprung hoche hodgkin hoffa hoffman hoffmann holter homan homans
horner howard huntington hurler hutchinson insall ivor jackson jacob jaeger jamshidi jansky jarisch jarvik
jendrassik jervell jobe jobst jod jolly jones joubert kallmann kanner kaplan kaposi karnofsky kartagener karydakis
kasabach kawasaki kayser kearns kegel kelly kelman kennedy kerley kernig kienbock killian killip kirschner
kleinfelter kline klinefelter klippel kocher kohler koplik korotkoff korsakoff krukenberg kuntscher kupffer kussmaul
lachman lahey lambert langenbeck langerhans lasegue lauren lawton leber legg leiden lemierre lennox leopold lesch
lewy lhermitte libman lichtenstein liddle likert lisfranc lister littre loffler looser lou louis ludwig luschka
lutembacher lyme lynch macewen macintosh mackler macleod maddox maffucci magill mahaim maisonneuve malgaigne mallet
mallory mantoux marcus marfan marie masson mauriac maurice mayfield mayo mcardle mcburney mcdonald mcgill mcgraw
mckenzie mcmurray meares meckel meier mendelson menetrier meniere merkel metzenbaum michaelis mikulicz milan
milwaukee mirizzi mobitz mohs monro monteggia morgagni moro morquio morse morton munchausen munro murphy myers
nabothian neer nelaton neumann nicol niemann nikolsky nissen noonan norton norwood nugent ober oddi ogilvie ollier
oppenheim ortolani osgood osler paget pancoast paneth pap papanicolaou parkinson parry patau paterson patrick pel
pell pendred penfield penrose perthes petit peyronie pfeiffer phalen phemister philadelphia pick pickwick pinard
plaut plummer poland polya pompe pott prader pratt pringle prinzmetal purkinje queckenstedt quincke quincy quinton
raeder ramsay rankin ranson rathke raynaud reed refsum reinke reiter rendu rett rex reye reynaud riedel rinne
roberts robertson robin robson roger rokitansky rolando romberg rorschach rosenthal ross roth rotor roux rovsing
rubin ruffini ryle sabin saint sanger santorini satinsky scarpa schatzker schatzki schaumann scheuermann schick
schilling schirmer schober schultze scoville seldinger semmes sengstaken senning sertoli sever shaver sheehan
shirodkar shouldice silverman simpson sims sinskey sipple sjogren skene sly snellen sorbo spetzler spigelian
sprengel spurling stanford stargardt steinert steinmann stevens still stokes strauss strumpell sturge swan swyer
sydenham sylvius syme takayasu tanner taussig tay tenon thomas thompson thomsen tietze tillaux tinel todd tourette
townes trail treacher trendelenburg treves trotter trousseau turcot turner unna utrata valsalva vater verner vidal
virchow vitus von waddell wallenberg warthin waterston watzke weber wechsler wegener weil weir wells wenckebach
werner wernicke wharton whipple whitney wickham willebrand williams willis wilms wilson wolff wolfram wolman wood
wright yale yeoman yergason zellweger zenker ziehl zieve zollinger
""".split()
)
"""Physicians and places whose names are signs, scores and diseases; with ``'s`` or before a clinical noun never a patient."""

ALWAYS_EPONYM: Final = frozenset(
    """
alzheimer alzheimers argyll-robertson arnold-chiari asperger austin-flint austin-moore babinski bankart barrett
bartholin bartter bazett beer-lambert behcet billroth bland-altman bonferroni bosniak breslow bristow-latarjet
brown-sequard brudzinski brugada budd-chiari chaddock chagas charcot-marie-tooth cheyne-stokes chiari child-pugh
churg-strauss chvostek cochran-armitage cockcroft-gault colles cormack-lehane corrigan courvoisier creutzfeldt-jakob
crigler-najjar crohn crohns cushing cushings dandy-walker danis-weber dix-hallpike doppler dubin-johnson
duchenne dupuytren duroziez ehlers ehlers-danlos epstein-barr fabry foley framingham frank-starling fridericia
friedewald friedreich fuhrman galeazzi gaucher gell-coombs gilles-de-la-tourette gitelman glasgow-blatchford gleason
goodpasture guillain guillain-barre gustilo hailey-hailey hand-schuller-christian hardy-weinberg harris-benedict
hashimoto heberden heimlich henderson-hasselbalch henoch henoch-schonlein hickman-broviac hill-sachs hirschsprung
hodgkin hodgkins holter homans hosmer-lemeshow howell-jolly hunter-hurler huntington huntingtons ivor-lewis
jackson-pratt janeway jarisch-herxheimer kaplan-meier kaposi karnofsky kasabach-merritt kawasaki
kayser-fleischer kegel kernicterus kernig kirby-bauer klinefelter klippel-feil klippel-trenaunay kocher
kolmogorov-smirnov koplik korsakoff krukenberg kruskal-wallis kussmaul lachman lambert-eaton landau-kleffner
lauge-hansen legg-calve-perthes lennox-gastaut lesch-nyhan libman-sacks lyme mallampati mallory-weiss mann-whitney
mantel-haenszel mantoux marfan mayfield mcburney mcmurray meckel meniere menieres merkel michaelis-menten mifflin-st
miller-fisher mirizzi mobitz mohs monteggia mosteller munchausen niemann-pick nissen osgood-schlatter paget pancoast
pap papanicolaou parkinson parkinsons paul-bunnell pearson-correlation peutz-jeghers peyronie pfannenstiel phalen
plummer-vinson prader-willi prinzmetal ramsay-hunt raynaud raynauds romberg roux-en-y rovsing rubinstein-taybi
salter-harris schatzker schatzki shapiro-wilk sjogren sjogrens smith-magenis spurling starling-frank stevens-johnson
sturge-weber swan-ganz tay-sachs tinel tourette tourettes treacher-collins trendelenburg troisier trousseau valsalva
virchow von-hippel-lindau wallenberg waterhouse-friderichsen weber-christian wegener wenckebach wernicke
wernicke-korsakoff westergren whipple wilcoxon willebrand williams-beuren wilms wiskott-aldrich
wolff-parkinson-white ziehl-neelsen zollinger zollinger-ellison
""".split()
)
"""Eponyms that stand alone in clinical text (``advanced Alzheimer's``); only a title makes them a person."""

CLINICAL_NOUNS: Final = frozenset(
    """
agar algorithm anastomosis anemia aneurysm angina antibody antigen aphasia approach arthritis arthroplasty assay
ataxia bacillus bag bandage block bodies body boot brace breathing bundles carcinoma cast categories category
catheter catheters cell cells chorea chromosome clamp clamps class classification classifications coefficient collar
contracture corpuscle correction crest criteria criterion cultures cyst cysts deformity dementia dermatome diet
disease diseases disorder dissection distribution drain drains duct dyskinesia dystrophy encephalopathy equation
equations esophagus fascia fever flap foramen forceps formula formulas fracture fractures frame fundoplication
ganglion gangrene gene gland goiter grade grading graft grafts grid heart hernia hernias hydrocele incision incisions
index indexes indices inhibitor inventories inventory lamp lamps law level levels ligament ligaments line lines
lymphoma maneuver maneuvers manoeuvre medium metaplasia method monitor murmur muscle mutation myelopathy nail needle
negative nephropathy nerve nerves neuralgia neuroma node nodes nodule nodules operation orthosis osteotomy ostomy
pain palsies palsy paralysis patch phenomenon phlegmon pins pneumonia point position positive pouch procedure
procedures projection prophylaxis prosthesis protein protocol protocols psychosis pupil purpura questionnaire
questionnaires radiotherapy ratio reaction reactions reflex reflexes repair repairs respiration respirations
retractor ring rings rods rule sarcoma scale scales scan score scores screening sign signs smear sore spirometer
splint spots stage staging stain stent stents stone stones study sulcus suture sutures syndrome syndromes syringe
tendon test testing tests tetralogy theorem thyroiditis tonometer tonometry toxicity traction trait transform triad
trial trials tube tubercle tubes tumor tumors tumour type ulcer ulcers valve variant vasculitis virus walker wave
waves wire wires
""".split()
)

INSTRUMENTS: Final = frozenset(
    """
blade blades bougie cannula cannulas cannulae catheter catheters chisel clamp clamps curette curettes dermatome drain drains
forceps hemostat hemostats laryngoscope needle needles osteotome punch retractor retractors rongeur rongeurs scissors
speculum suture sutures table tables tourniquet trocar trocars
""".split()
)
"""What bears its maker's name, also where that is a given name: ``Kelly clamp``, ``Chang cannula``."""

NEVER_AFTER_TITLE: Final = frozenset(
    """
alexa anesthetist assistant boolean bronner cortana dragon dre google integer martens navigator oz pepper practitioner
scholl seuss siri str string undefined varchar who
""".split()
)
"""Callings, brands, figures of fiction and television, assistants that are spoken to, and types of programs."""

NEVER_SURNAME: Final = frozenset(
    """
about after age all also and any are avenue back been before between blood boy brother buddy but call can care
center centre chest church clinic court dad date day days dear doctor doctors does drive during exam father female
first five folks foot for four from gave girl good guys had hand has have head health heart her here his history
home hon honey hospital house how just knee last left like ma'am maam madam male man may medical miss missus mister
mom month more mother mountain name new next not note notes now nurse ok okay old one our out over pain patient
place plan please practitioner results right road said sample school see she sir sister six some street sure
sweetheart sweetie test tests thank thanks that the then there they this three time today told two under visit want
was week well went were what when where which while who why will with woman work year yes you
""".split()
)
"""Words the census lists as surnames and that are something else wherever they are met, even behind ``Dr.``."""

SHORT_SURNAMES: Final = frozenset("ha ho hu ko le li lu ly ng oh su vo wu xu yu".split())
"""Words of two letters that are surnames behind ``Dr.`` and the like, and nowhere else without a capital."""

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

CITY_OWN_NAMES: Final = frozenset(
    """
antwerpen athina basel beograd bern bogota brugge brussel bruxelles bucuresti firenze frankfurt gdansk geneve genova
gent goteborg habana hannover kobenhavn koln krakow kyiv lisboa lodz lviv malmo milano moskva munchen munich napoli
nurnberg odesa plzen porto poznan praha roma sevilla tampere torino toulouse turku uppsala venezia warszawa wien
wroclaw zaragoza zurich
""".split()
)
"""Large cities as their people call them, where a list in English has another name."""

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
    "NYU Langone|Kaiser Permanente|UCLA(?: Health)?|UCSF(?: Health)?|UPMC|Geisinger|Dana[- ]Farber|Beth Israel(?: Deaconess)?|Brigham (?:and|&) Women's|"
    "Scripps Health|Intermountain Health|Cleveland Clinic|Mayo Clinic|SF General|Stanford Health|Duke Health|Penn Medicine|Mount Auburn|Montefiore|Hadassah|Charite|"
    "Yale New Haven|MGH|BWH|BIDMC|MSKCC|OHSU|MUSC|UT Southwestern|Great Ormond Street|Northwestern Memorial|NewYork-Presbyterian|NY Presbyterian|(?:Vanderbilt|Emory|Baylor) University|Ochsner|(?:Banner|Sutter|Baylor|Vanderbilt) (?:Health|Medical Center)|Providence St\\.? [A-Z][a-z]+"
)
