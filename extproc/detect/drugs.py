# ruff: noqa: SIM905 - a list of literals would be a line a word
"""Drugs, by brand and by substance, and other words with a capital that are nobody's name.

A learned tagger takes them for names, and so do cues (``with Breztri``, ``for Zika``). Folded, lower case. Left out is
what an ending tells already (:func:`~extproc.detect.lexicon.is_word_form`), what the list of common words has, and
what is a usual name of persons too.
"""

from typing import Final

DRUGS: Final = frozenset(
    """
abecma abraxane absorica acarbose accutane acetaminophen aciphex acthar actiq activella actos aczone adalat adcetris
adcirca addyi adempas adenosine adlyxin admelog advicor adzenys afinitor afrezza aggrenox airduo airsupra akeega
aklief albenza aldara alecensa alfuzosin alimta alinia aliskiren alphagan alprazolam alprostadil altace altreno
alunbrig alvesco amantadine amerge amikacin amiloride amiodarone amisulpride amitriptyline amjevita amphetamine
amphotericin ampyra amrix amvuttra anakinra anaprox anastrozole androgel ansaid antabuse anzemet aplenzin apremilast
apretude aptiom aptivus aralast aranesp arcalyst arexvy aristada arixtra armodafinil artane arzerra asacol asmanex
atacand atelvia atovaquone atripla atropine atrovent aubagio auryxia austedo avandia avonex avsola axert
azathioprine azilect azopt aztreonam azulfidine bactroban balsalazide balversa banzel baqsimi bavencio baxdela
belbuca beleodaq benlysta benztropine beovu besponsa besremi betapace betaseron bethanechol bevespi beyfortus
bimatoprost bimzelx bisacodyl bismuth bivalirudin blenrep blincyto bortezomib bosentan bosulif braftovi
bremelanotide breyna breztri brimonidine briumvi brixadi brukinsa budesonide bumetanide buprenorphine bupropion
buspirone busulfan butalbital butrans bylvay byooviz bystolic cabenuva cabergoline cablivi cabometyx caduet calan
calcitonin calcitriol calquence camcevi camzyos capecitabine caplyta caprelsa capsaicin carbaglu carbamazepine
carbidopa carboprost cardura cariprazine carisoprodol carvykti casgevy casodex caspofungin catapres cefaclor
cefazolin cefdinir cefepime cefiderocol cefixime cefotaxime cefotetan cefoxitin cefpodoxime ceftaroline ceftazidime
ceftin ceftriaxone cefuroxime celecoxib celontin cephalexin cerdelga cerebyx cerezyme cetirizine chantix
chlorambucil chloramphenicol chlordiazepoxide chlorhexidine chloroquine chlorpromazine chlorthalidone
cholecalciferol cholestyramine cibinqo ciclesonide cilostazol cimduo cinacalcet cinqair cinvanti ciprofloxacin
citalopram cladribine clarinex climara clobazam clofazimine clomiphene clomipramine clozapine clozaril cobicistat
codeine cogentin colazal colcrys colesevelam colestipol colistin combigan complera comtan conivaptan contin copaxone
copiktra corgard corlanor cosopt cosyntropin cotellic creon cresemba cromolyn crysvita cubicin cuvposa
cyanocobalamin cycloserine cyclosporine cyklokapron cyltezo cyproheptadine cyramza cytarabine cytotec cytoxan
dabigatran dacarbazine dalbavancin daliresp dalvance dantrolene danyelza daraprim darbepoetin darifenacin darzalex
daunorubicin daurismo daypro dayvigo decadron deferasirox deferoxamine delafloxacin delstrigo depakene desipramine
desloratadine desmopressin desoxyn desvenlafaxine desyrel dexedrine dexmedetomidine dextroamphetamine
dextromethorphan diabeta diacomit diamox diclofenac dicyclomine didanosine differin dificid dihydroergotamine
dilantin diltiazem diphenhydramine dipyridamole diskus disulfiram divalproex dobutamine docetaxel dofetilide dojolvi
dolophine domperidone donepezil dopamine doravirine dovato doxazosin doxepin doxercalciferol doxycycline dronabinol
dronedarone droperidol drospirenone droxia duavee duexis duobrii duopa duragesic durezol dutasteride dyazide
dynacirc ebglyss ecallantide ecotrin edaravone edarbi edurant efavirenz efudex elagolix elavil elelyso elevidys
elidel eligard elitek ellence ellipta elmiron elocon elrexfio eltrombopag elzonris emend emflaza empaveli emsam
emtricitabine emtriva endari enfuvirtide enhertu enjaymo enspryng entacapone entyvio envarsus eohilia epidiolex
epirubicin epkinly eplerenone epoetin epogen epoprostenol eptifibatide epzicom eravacycline eraxis erbitux
ergocalciferol ergotamine eribulin erivedge erleada ermeza ertapenem esbriet escitalopram eslicarbazepine
eszopiclone etanercept ethambutol etodolac etoposide etravirine eucrisa everolimus evista evkeeza evotaz evoxac
evrysdi exemestane exenatide exforge exjade eylea ezetimibe fabhalta fabrazyme fanapt faslodex febuxostat feldene
ferrlecit fesoterodine fetzima fexofenadine filgrastim filspari finacea finerenone fingolimod fintepla firazyr
firdapse flarex flebogamma flecainide flexhaler flextouch flovent flucytosine fludarabine flumazenil fluocinonide
fluorouracil fluphenazine fluvoxamine focalin folotyn fondaparinux forfivo formoterol fosaprepitant foscarnet
fosphenytoin fosrenol fotivda frova fruzaqla fulvestrant fulyzaq fuzeon fycompa gabitril galafold galantamine
gamifant gamunex gardasil gattex gavreto gazyva gemcitabine gemfibrozil gemifloxacin gemtesa genotropin gilenya
gilotrif glassia glatiramer glimepiride glipizide glucagon glucophage glucovance glumetza glyburide glyset glyxambi
gocovri golytely goserelin gralise granix griseofulvin guaifenesin guanfacine gvoke hadlima halaven halcion
haloperidol handihaler havrix hectorol hemgenix hemlibra hepsera hetlioz hizentra horizant hulio humatrope humulin
hycamtin hydralazine hydrocodone hydromorphone hydroxychloroquine hydroxyzine hympavzi hyoscyamine hyrimoz hysingla
hytrin hyzaar ibsrela icatibant iclusig icosapent idacio idelvion idhifa ilaris iloperidone ilumya imcivree
imdelltra imdur imfinzi imipenem imipramine imiquimod imjudo imlygic incruse inderal indomethacin inflectra ingrezza
injectafer inlyta inotersen inqovi inrebic intelence intrarosa invanz invokamet iressa irinotecan isentress
isocarboxazid isoniazid isordil isosorbide isotretinoin istodax ivabradine ivacaftor ivermectin ixempra ixiaro ixifi
izervay jakafi jalyn janumet jatenzo jaypirca jemperli jentadueto jesduvroq jevtana joenja jornay jublia juluca
junel juxtapid jynarque jynneos kadcyla kalbitor kaletra kalydeco kanjinti kapvay kazano kcentra kerendia kerydin
kesimpta ketorolac kevzara kimmtrak kineret kisqali kisunla klisyri kombiglyze korlym koselugo kovaltry krazati
krystexxa kuvan kwikpen kymriah kynmobi kyprolis kyzatrex lactulose lamisil lamivudine lamotrigine lanreotide
lartruvo latanoprost lazcluze lemtrada lenvima leqembi leqvio lescol letairis letrozole leucovorin leukeran leukine
leuprolide levalbuterol levetiracetam levocetirizine levodopa levofloxacin levomilnacipran levonorgestrel levophed
levothyroxine levsin lexiscan lialda librax licart lidoderm linaclotide linezolid lioresal liothyronine
lisdexamfetamine litfulo livalo livmarli lixisenatide lodine loestrin lofexidine lokelma lomotil loniten lonsurf
lopid loprox loratadine lorbrena lotemax lotensin loteprednol lotrel lotronex lovaza loxapine lubiprostone lucemyra
lucentis lumakras lumateperone lumigan lumoxiti lumryz lunsumio lupkynis lurasidone luspatercept luvox luxturna
lybalvi lysodren lysteda lyumjev macitentan macrobid macrodantin macugen malarone mannitol maraviroc mavenclad mavik
maxzide mayzent meclizine medrol medroxyprogesterone mefloquine megace megestrol mekinist mektovi mellaril melphalan
menactra menveo meperidine mercaptopurine meridia meropenem mesalamine mesna mestinon metaglip metaxalone
methenamine methergine methocarbamol methyldopa methylergonovine methylnaltrexone metolazone mevacor mezavant
miacalcin micafungin microzide midazolam midodrine mifepristone miglitol milnacipran milrinone minipress minocin
minocycline minoxidil mirabegron mirapex mircera mirtazapine mirvaso misoprostol mitoxantrone modafinil monjuvi
montelukast moviprep moxifloxacin mupirocin mvasi myalept mycamine mydayis myfembree myfortic mylotarg myozyme
mysoline mytesi nabota nabumetone naglazyme nalbuphine naloxegol naloxone naltrexone namzaric naproxen nardil
nasacort natazia nateglinide natpara navelbine nayzilam nefazodone nelarabine neostigmine nerlynx nesina neulasta
neupogen neupro nevirapine nexavar nexletol nexlizet nexviazyme niacin niaspan nicorette nilandron ninlaro
nitazoxanide nitrofurantoin nitroprusside nizoral nolvadex norditropin norepinephrine norethindrone normodyne
noroxin norpace norpramin northera nortriptyline nourianz novolin noxafil nubeqa nuedexta nulibry nulojix nuplazid
nutropin nuvessa nuzyra nypozi nyvepria ocaliva ocrevus octreotide odefsey odomzo ofev ofloxacin ogivri ogsiveo
ohtuvayre ojemda ojjaara olanzapine olaparib olodaterol olopatadine olpruva olux ombra omnaris omnitrope omvoh
oncaspar onfi ongentys onivyde onpattro onureg opdualag opsumit opsynvi opvee oracea orbactiv orenitram orfadin
orgovyx oriahnn orilissa oritavancin orkambi orladeyo orlistat orphenadrine orserdu oseni osphena otrexup otulfi
ovral oxaliplatin oxaprozin oxaydo oxbryta oxcarbazepine oxlumo oxtellar oxybutynin oxymetazoline oxymorphone
oxytocin oxytrol ozurdex paclitaxel padcev palbociclib palforzia paliperidone palynziq pamelor panretin panzyga
parlodel parsabiv pataday patanol patiromer pedvax pegasys pegfilgrastim peginterferon pegintron pemazyre pemetrexed
penicillamine pentamidine pentazocine pentobarbital pentoxifylline pepaxto perampanel perforomist perjeta permethrin
perphenazine perseris phenazopyridine phenelzine phenobarbital phentolamine phenylephrine phenytoin phesgo phexxi
phoslo phytonadione picato pifeltro pilocarpine pimavanserin pimozide pioglitazone piqray pirfenidone piroxicam
plegridy plendil plerixafor pletal pluvicto polivy polymyxin pomalyst ponvory portrazza poteligeo pralidoxime
pramipexole prandin prasugrel praziquantel prazosin precedex precose pregabalin prempro prepopik prevnar prevymis
prezcobix prezista priftin primaquine primidone privigen proair probenecid procardia prochlorperazine procrit
promacta promethazine propafenone propantheline propecia propylthiouracil protamine protopic provenge proventil
provera prucalopride pseudoephedrine pulmicort pulmozyme purixan pyridostigmine pyridoxine pyrimethamine pyrukynd
qbrexza qelbree qinlock qnasl qsymia qtern qualaquin quetiapine quinidine quinine qutenza quviviq quzyttir qvar
radicava raloxifene ramelteon ranexa ranolazine rapaflo rapivab rasagiline rasuvo ravicti rayaldee rebif rebinyn
reblozyl rebyota recombivax regadenoson regranex relafen relistor remeron remifentanil remodulin renflexis renvela
repaglinide requip rescriptor respimat restasis restoril retacrit retevmo revatio revcovi revlimid reyataz reyvow
rezdiffra rezlidhia rezurock rhopressa ribavirin ribociclib ridaura rifabutin rifampin rifaximin rilpivirine
riluzole rimegepant riociguat risperidone rivastigmine robinul robitussin rocaltrol rocklatan roflumilast rolvedon
ropinirole roszet roxicodone rozerem rozlytrek rubraca rucaparib ruconest rukobia ruxience ruzurgi rybrevant rydapt
rylaze ryplazim rystiggo rytary rythmol sabril sacubitril saizen salagen salmeterol samsca sanctura sandimmune
saphnelo saphris sapropterin sarclisa savella saxenda scemblix secuado segluromet selegiline selexipag selzentry
semglee sensipar septra seretide serevent sertraline serzone sevelamer sevoflurane shingrix sildenafil siliq
silodosin simbrinza simcor simethicone simlandi simulect sinemet sinequan sirolimus sirturo sivextro skyclarys slynd
sogroya solifenacin soliqua soliris solosec solostar solriamfetol soltamox somatuline somavert sonata soriatane
sotyktu sovaldi spevigo spikevax spinraza spironolactone sporanox spravato sprintec sprycel stalevo starlix
stavudine stendra stivarga strensiq streptozocin stribild striverdi stromectol sublocade succinylcholine sufentanil
sugammadex sular sulfadiazine sulfasalazine sulindac sunlenca sunosi supprelin suprax suprep sustiva sustol sutab
sutent suvorexant syfovre sylvant symbyax symdeko symfi symjepi symlin symproic symtuza synagis synalar synarel
synjardy synribo syprine tabloid tabrecta tacrolimus tadalafil tafamidis tafinlar tagamet tagrisso takhzyro talvey
talzenna tambocor tamoxifen tamsulosin tapentadol tarceva targretin tarpeyo tasigna tasmar tavalisse tavneos
tazarotene tazorac tazverik tecartus tecentriq tecfidera technivie tecvayli tedizolid tegretol tegsedi tekturna
telavancin temodar tenex tenormin tepezza tepmetko terazosin terbinafine terbutaline teriparatide tetrabenazine
tetracycline teveten tevimbra tezspire thalitone thalomid theophylline thiamine thioguanine thioridazine thiotepa
thiothixene thymoglobulin tiagabine tiazac tibsovo ticagrelor ticlopidine tigecycline timoptic tirofiban tirzepatide
tivdak tizanidine tofranil tolcapone tolsura tolterodine tolvaptan topotecan toremifene torisel toviaz tracleer
tranexamic tranylcypromine travoprost trazodone trelstar trental treprostinil tretinoin trexall triamcinolone
triamterene triazolam tribenzor tricor trifluoperazine trihexyphenidyl trikafta trilipix trimethoprim trodelvy
trogarzo trokendi trudhesa trulance truqap truseltiq tryngolza tryvio tukysa turalio tussionex twinrix twirla
twynsta tybost tykerb tymlos tyrvaya tysabri tyvaso tziel tzield ubrogepant uceris udenyca ulipristal uloric ultane
ultomiris ultracet unasyn unituxin univasc uptravi uroxatral ursodiol utibron vabomere vabysmo valbenazine valproic
valtoco vanflyta vaniqa vaprisol vaqta vardenafil varenicline varivax varubi vascepa vasopressin vasotec vaxneuvance
vectibix velcade velphoro veltassa venclexta venetoclax venlafaxine venofer ventavis veozah vericiguat verquvo
verzenio vfend vibativ viberzi victrelis videx viekira vigabatrin vilanterol vilazodone viltepso vimizim vimovic
vinorelbine viracept viramune viread visicol vistaril vitrakvi vivjoa vivotif vizimpro vocabria voclosporin vonjo
vonoprazan voquezna vosevi votrient vowst voxelotor voxzogo voydeya vpriv vtama vyepti vyjuvek vyloy vyndamax
vyndaqel vytorin vyvgart vyxeos wainua wakix welchol welireg wezlana winlevi winrevair xadago xalatan xalkori xcopri
xdemvy xeljanz xeloda xelpros xelstrym xenazine xenleta xeomin xermelo xgeva xhance xiaflex xifaxan xigduo xiidra
xofigo xopenex xospata xpovio xtampza xulane xultophy xuriden xyosted xyrem xywav xyzal yervoy yescarta yonsa
yorvipath yuflyma yupelri yusimry yutiq yutrepia zafirlukast zaleplon zaltrap zarontin zarxio zavesca zebeta zejula
zelapar zelboraf zelnorm zembrace zemdri zemplar zenpep zepatier zepbound zeposia zepzelca zerbaxa ziagen ziana
zibrofusp zidovudine ziextenzo zilbrysq zileuton zilretta zilxi zimhi zinplava zioptan ziprasidone zirabev zokinvy
zoledronic zolgensma zolinza zolpidem zomacton zometa zomig zortress zosyn ztalmy ztlido zubsolv zulresso zuplenz
zurampic zurzuvae zyban zydelig zyflo zykadia zymfentra zynlonta zynquista zynrelef zynyz zypitamag
""".split()
)

THINGS: Final = frozenset(
    """
abiomed acinetobacter actinomyces adenovirus aeromonas airsense airtouch allevyn allscripts altima amharic amish
amplatz anaplasma aquacel arjo ascaris athenahealth babesia bacteroides bangladeshi bartonella bioflo
biopatch biosense biotronik blastomyces broselow buick burkholderia cadillac camry cantonese carelink cerner
cherokee chevrolet chevy chikungunya citrobacter clinvar clostridioides coccidioides colombian convatec corolla
covidien coxiella coxsackie creole cuban cyclospora cytomegalovirus dengue dexcom diwali dominican drugbank duoderm
dynamed ebola echinococcus ehrlichia eikenella endologix ensembl entamoeba enterovirus epic epocrates ethiopian
eversana eversense excel fhir filipino fitbit freestyle genbank ghanaian gitlab gnomad gomco greek haitian
hantavirus hawaiian hebrew hemovac hipaa hologic hydrofera hyundai impella intuvie iodosorb jamaican jehovah jetta
juneteenth kangaroo kerlix kingella kubernetes kwanzaa laerdal lassa lent leptospira lexicomp lexus lifevest loinc
malassezia mandarin maxtec mazda medihoney meditech medline medscape mennonite mepilex mepitel metapneumovirus
micromedex microsporidia miroline mitsubishi morganella mormon mucor mychart naegleria navajo navistar nellcor
nepali nigerian nipah nissan norovirus novasure omim omnipod onchocerca opsite optiflow orthopox outlook pakistani
paracoccidioides parainfluenza parvovirus pashto passover pleurx polish postgres powassan powerpoint prevena
prevotella prius promogran pubmed puritan redcap resmed rubeola rxnorm samoan senza sephardic silvadene snomed
sporothrix spyglass stenotrophomonas strongyloides subaru suv swahili tableau taenia tagalog teams tegaderm telfa
telugu tongan toxocara toyota trichinella trilogy turkish ubuntu ukrainian urdu ureaplasma vapotherm volkswagen
xeroform yankauer zika zoom
""".split()
)
"""Organisms, makers and their devices, programs and standards, cars, feasts, languages and peoples."""
