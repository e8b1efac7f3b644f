# ruff: noqa: SIM905 - a list of literals would be a line a word
"""Common English words, clinical and technical ones included: by themselves never a part of a name.

A word may stand here and in a list of names (``will``, ``long``); then it is a name only beside another part of
one, or after a cue.
"""

from typing import Final

COMMON: Final = frozenset(
    """
abdomen abdominal abduction abend abilify abilities ability ablation able abnormal abnormalities abnormality
abortion abortions about above abrasion abrasions abscesses absolute absolutely absorbing abstract abuse academic
accent accept access accident accidents accolade accompanied accompanying according accordingly account accounting
accounts accu accumulation accuracy ace acetabulum ache aches achieve aching achy aci acid acidity acids acne
acoustic acquire acromion acromioplasty across actemra acting action actions active actively activities activity
actonel actor actress actual actually acuity acupuncture acute adapt add added addendum adderall addicted addiction
adding addition additional address adds adductor adenocarcinoma adenoid adenoidectomy adenoma adenopathy adequate
adhesiolysis adhesions adjudicated adjunct adjust adjusted adjusting adjustment adjustments adjusts adjuvant
administer administration admission admit admits admitted adnexa adnexal adolescent adopted adrenal adult advair
advance advanced advantage adverse advice advil advise advised aerobic aerobics afebrile affect affected affecting
affects afford afib afraid africa african after afternoon afterwards again against agar age agency agenda agent ages
aggravate aggravates aging agitated ago agonist agree agreed agreement agrees ah aha ahead aid aide aids aim aimovig
air airbag aircraft airline airlines airplane airport airway ajovy akathisia al alabama alarm album albumin
albuterol alcohol alcoholic alcoholism aldactone aldosterone alert aleve algorithm align alignment alive alkaline
all allergic allergies allergist allergy alleviate alley allograft allopurinol allow almost alone along alopecia
alpha already alright alrighty also alt altered alternating alternative alternatives although altogether alveolar
always alzheimer am amaryl amazing amazon ambien ambulance ambulate ambulated ambulates ambulating ambulation
ambulatory america american amino amitiza amniotic amoeba among amount amoxicillin amplified amputation an anal
analgesics analysis analyze anaphylaxis anastomosis anatomy and androgen anemia anemic anesthesia anesthesiologist
anesthetic aneurysm angina angiogram angiography angioplasties angioplasty angle angry angulated anhedonia ankle
ankles ankylosis annoying annual anorectal anorexia anoro anosmic another answer answered answers ant antacids
antalgic anterior anteriorly anterolisthesis anthrax anthropic anti antibiotic antibiotics antibodies antibody
anticholinergic anticipated anticoagulant anticoagulation antidepressants antihistamine antihypertensive
antiinflammatories antiplatelet antipyretic antiretroviral antral anuric anus anxiety anxious any anybody anymore
anyone anything anytime anyway anyways anywhere aorta aortic apart apartment apathy aphasia api apidra apnea
aponeurosis apparatus apparent apparently appear appearance appeared appearing appears appendectomy appendix
appetite apple appliances application applied apply applying appointment appointments apposition appreciate
appreciated approach appropriate appropriately approval approve approximate approximately apr april aqueous arabic
arava arch arching architect are area areas aren argue aricept arimidex arise arm arms army aromasin around arrange
arrangements array arrhythmia arrival arrive arrived arterial arteries arteriole artery arthralgia arthralgias
arthrex arthritis arthrodesis arthrogram arthropathy arthroplasty arthroscopic arthroscopy article articular
artifact artillery artist as asap ascending ascites asia asian aside ask asked asking asleep aspect aspects
aspergillus aspiration aspirin assassin assault assay assess assessed assessment assign assist assistance assistant
assisted assisting associate associated association assume assuming ast asterixis asthma astrazeneca asymmetric
asymmetry asymptomatic asystole at ataxia ate atelectasis atenolol atheroma atherosclerotic athlete athletic ativan
atlas atopic atrial atrium atrophy attach attack attacked attacks attempt attempted attempting attempts attend
attending attention attentional attorney attributed attributes atypical audiogram audiology audit auditory aug
augmentation augmentin august aunt aura aureus auricle auscultated auscultation australia australian author
authority autism auto autograft autoimmune autopsy autumn available avapro avascular avastin avelox avenue average
avid avodart avoid avoidance avoiding avulsion aw awake awaken awakened awakening awakens award aware away awesome
awful awhile awoke aws axial axilla axillary azotemia azure azygos baby bachelor bacitracin back backache backboard
background backwards backyard baclofen bacteremia bacteria bacterial bacteriuria bactrim bad badly bait balance
balancing ball balloon balls band bandage bandages bank bar baraclude barely bariatric barista barium barn bartender
basaglar basal base baseball based baseline basement bases basic basically basilar basis basketball basophil
bathroom battled bayonet bcc be beans bear bearing beat beating beats beautiful became because become becomes
becoming bed bedroom bedside been beer beers before beforehand began begin beginning begins behalf behavior
behavioral behind being belated believe believes bell bells belly bellyache below belsomra benadryl bend bending
beneath beneficial benefit benefits bengal benicar benign bent bentyl benzoyl besides best bet beta betamethasone
better between beverages beyond biaxin bible biceps bicuspid bicycle bifida big bigger biggest bike biktarvy
bilateral bilaterally bile biliary bilirubin billing bills bimanual binocular biological biology biomet biopsied
biopsies biopsy biotech bipolar birth birthday bit bite bites black blackouts bladder blade blame blamed blastocyst
bled bleed bleeding blepharitis blessed blind blister bloated bloating block blockage blockages blocked blocking
blocks blood bloodwork bloody blot blue bluish blur blurred blurring blurry bmi bmp board boat body boils bolus bom
bone bones boniva bonjour bonsoir bony book boolean booster boot border borderline bordetella born boron borrelia
boss both bother bothered bothering bothers bothersome botox bottle bottles bottom bought boulevard bounding bout
bouts bowel bowels bowling box boxer boxes boy boyfriend boys bpm brace brachial brachioradialis bracing bradycardia
brain brainchild bran branch brand brazil brazilian break breakage breakdown breakfast breakout breaks breakthrough
breast breastfeeding breasts breath breathe breathing breathlessness breaths breech breo brick bricklayer bridge
brief briefly bright brilinta bring bringing brings brisk britain british briviact broad broccoli broke broken
bronchiectasis bronchiolitis bronchitis bronchodilator bronchus brother brothers brought brown browser brucella
bruise bruised bruises bruising bruit bruits brushed brutal buddhist buddy budget buenas bueno buenos bug build
building built bulge bulging bulk bulla bullae bumex bumped bumps bunch bundle bunion burden burgers burn burning
bursa bursitis bus business buspar busy but butt buttock buttocks button buy buzzing by bydureon bye byetta bypass
ca cabinet cable caffeine calcaneal calcaneus calcification calcium calculate calendar calf call called calling
calls callus calories calves calyx came camping campylobacter can canada canadian canal cancel cancelled cancellous
cancer cancerous cancers candida candidate candy cane cannot cannula capacity capillary capital capitalized
cappuccino capsular capsule capt captain car carafate carbinol carboplatin carbuncle carcinoma card cardboard cardia
cardiac cardio cardiolipin cardiologist cardiology cardiomegaly cardiovascular cardioversion cardizem care cared
careful carefully caregiver cares caries caring carotid carpal carpus carrier carries carrots carry carte cartilage
carvedilol case cases cash cashier cast casting castle cat cataract cataracts catch catches catching category cath
catheter catheterization catheters catholic cats caucasian cauda caudal caught cause caused causes causing
cauterization caution cautious cbc cc cease cecum ceiling celebrated celebrex celery celestone celexa celiac cell
cellcept cells cellulitis center centers centimeter centimeters central centurion cephalic cerebellar cerebral
cerebrovascular certain certainly certainty certificate certification cervical cervix cesarean cessation chain chair
challenge championship chance chancellor chances chancre change changed changes changing channel chapter character
characterize characterized charge charging chart charts cheaper cheat check checked checking checks checkup cheers
chef cheilitis chemistry chemo chemotherapy chest chew chewing chf chicken chickenpox chief child childbirth
childhood children chilled chills china chinese chips chiropractic chiropractor chlamydia choice choking cholangitis
cholecystectomy cholecystitis cholesterol chondral chondromalacia choose choroid chosen christian christmas chromium
chronic chronically chronotropic cialis ciao cigarette cigarettes cigs ciliary cimzia cipro circumcision
circumstance circumstances cirrhosis cisplatin cited citrus city civil cla claim claimed claims claritin class
classes classification classify claude claudication clavicle clean cleaned cleaning cleansing clear cleared clearing
clearly cleft cleocin clerical click clicking clicks client climb clindamycin clinic clinical clinician clinics
clinoid clip clips clitoris clobetasol clock clockwise clomid clonidine clonus clopidogrel close closed closer
clostridium closure clot clothes clothing clots clotting cloudy club clubbing clumsy cm co coach coagulation
coagulopathy coarse coast coat coated cocaine coccyx cochlea cocktail code coding coffee cognitive cohort
coincidence coke colace colchicine cold colder colds colectomy colic colitis collaborate collaborative collateral
colleague collect collection college collision colon colonic colonoscopy colony color colored colostomy coma
combination combine combined combivent come comes comfort comfortable coming comment commercial comminuted committee
common communicate community comorbid comorbidities comp companies companion company compare compared comparison
compazine complain complained complaining complains complaint complaints complete completed completely completion
complex complexes compliance compliant complicated complication complications component composer comprehend
comprehensive compression compulsive computer con concern concerned concerning concerns concert concerta conclusion
concussion condition conditions condolences conduct conduction condyle cone conference confidence confidential
confirm confirmed confirms confused confusion congenital congested congestion congestive congratulations congress
congruency conjunctiva connect conscious consciousness consensus consent consented consequence conservative
conservatively consider consideration considerations considered considering consist consistency consistent
consistently consists consolidation constant constantly constipated constipation constitutional construct
construction consult consultant consultation consulted consulting consume consumed consumer consumes consuming
consumption contact contain content context continue continued continues continuing continuous contortions contour
contract contraction contractions contracture contractures contraindication contraindications contrast contribute
contributing contribution contributory control controlled controlling contusion convention convert convulsion cook
cookies cooking cool cooperative coordination coordinator copd coping copper copy cord cordarone cordially core
coreg corn cornea corner coronal coronary corpectomy corporation correct correction corrections correctly
correlation corset cortex corticosteroid cortisol cortisone cosentyx cosmetic cost costal costochondral cotton couch
cough coughed coughing coughs could couldn coumadin council counsel counseled counseling counselor count counter
country counts county couple coupon course court cousin cousins cover covered covers covid cozaar cracked crackles
cracks cramp cramping cramps cranial craniopharyngioma craniotomy cranium crash crawled crazy cream creamy creases
create creatinine creativity credit crepitus crescents crestor criteria critical cross crossing crouched croup crowd
cruciate cruise crumpled crus crutch crutches crying cryptococcus css ct cuboid cuboids cuff culture cup curb cure
curettage curiosity current currently curvature custom customer cut cutaneous cuts cva cvs cyanosis cycle cycles
cyclobenzaprine cyclophosphamide cymbalta cypionate cyst cystic cystitis cystoscopy cysts cytology cytomel cytopenia
dad daily damage damn dancer dander dangerously danke dark darker data database date dated dates dating daughter
daughters day days daytime dazed dcis deadlines deal dealing dean dear death deaths debilitating debridement dec
decades deceased december decent decide decided decidua deciliter decision declare decline declined decompressed
decompression decongestants decrease decreased decreasing decubitus deemed deep deer deere default defecation defect
deferred defib defibrillator deficiency deficit deficits define definitely definition definitive deformans deformed
deformities deformity degenerated degeneration degenerative degree degrees dehiscence dehydration del delay delayed
deliver delivered delivering delivery deltoid demadex demand demanding demarcated dementia dementing demerol
demographic demonstrate demonstrated demonstrates denied denies density dental dentist denture dentures deny
depakote department depend dependence dependent dependents depending depends depressed depression depuy dermal
dermatitis dermatologist dermatology dermatome dermis desaturation descovy describe described describes describing
description desert design designer desire desires desk desktop despite detail detailed details detect detected
detention determine detrol develop developed developer developing development develops device dexamethasone dexilant
dia diabetes diabetic diagnose diagnosed diagnoses diagnosis diagnostic dialogue dialysate dialysis diapers
diaphoresis diaphragm diarrhea diary dias diastole diastolic dictation did didn die died diet dietary dieting
dietitian diff differ difference different differential difficile difficult difficulties difficulty diffuse
diffusely diflucan digital digitorum digits digoxin dilatation dilated dilation dilaudid diligent diminished dimming
dinner diovan diplopia direct directed direction directly director dirty disabilities disability disabled disarray
disc discectomy discharge discharged discitis discoloration discomfort discontinuation discontinue discontinued
discount discrimination discs discuss discussed discussing discussion disease diseases disk dislocation dislocations
disorder disorders disoriented dispatcher dispense displacement display disposition dissection distal distally
distant distended distension distention distracted distress distribute distribution district disturbance
disturbances ditropan diuresis diuretic diverticula diverticulitis diverticulosis division divorce divorced
dizziness dizzy do doc docker doctor doctors document documentation documented does doesn doest dog dogs doing
dominant dominantly dominate don donated done door dorm dormant dorsal dorsalis dorsiflexion dorsum dosage dose
doses dosing double doubt doula doutor doutora down downhill downstairs downtown doxorubicin dr draeger draft drager
dragon drain drainage drained drains dramatic drank draw drawer drawn draws dresses dressing drift drink drinker
drinking drinks drip drive driver driveway driving droop drooping drop dropped dropping drops drove drug drugs drunk
dry duct ductal ducts due duke dulera dull dupixent durable duration during duty dynamic dysarthria dysfunction
dyskinesia dyslipidemia dyspareunia dyspepsia dysphagia dysphoria dysplasia dyspnea dyspneic dysrhythmia dysuria
each ear earache earlier early ears eased easier easily east easter eastern easy eat eaten eating eats ecchymosis
ecg echo echocardiogram eclampsia economic ectopic ectopy ectropion eczema edema edge edit editor editorial
education effect effective effectiveness effects effexor efficacy efficient effient effort effusion eg eggs egophony
eh eight eighteen eighteenth eighth eighties eighty either ejaculation ejection ekg ekgs elaborate elaborating
elastic elastography elbow elbows elder elderly elect elected electric electrician electrocardiogram electrolyte
electronic element elevated elevation eleven eleventh elicited eligible eliminate eliquis else elsewhere eluting
email embarrassing embassy embolism embolus emergency emesis emgality emotional emperor emphysema empire employ
employed employee employer empty emptying empyema enable enbrel encephalitis encounter encountered encounters
encourage encouraged end ended endocarditis endocervical endocrine endocrinologist endometrial endometriosis
endometrium endorse endorses endorsing endoscopy endotracheal endpoint endpoints enema energized energy engage
engaged engine engineer england english enhancing enjoy enjoying enjoys enlarged enlargement enlarging enough enroll
ensure enter enteral enteritis enterobacter enterococcus enterprises entertainment enthusiasm entire entirely
entresto entropion entry enuresis environment environmental enzyme enzymes eosinophil epclusa ependymoma epicardial
epicondyle epicondylitis epidermis epididymis epidural epigastric epigastrium epiglottis epilepsy epinephrine epipen
epiphysis episode episodes episodic epistaxis epithelioid epithelium equal equipment equivalent equivocal er
erectile erection erections erosive error eructation erythema erythematosus erythematous erythrocyte eschar
escherichia esophagitis esophagus especially esq essential essentially establish established estate estimate
estimates estrace estradiol estrogen et etc ethanol ethics ethmoid ethnicity etiology europe european eustachian
euvolemic eval evaluate evaluated evaluating evaluation even evening evenity event events eventually ever every
everybody everyday everyone everything everywhere evidence evident evolutionary ex exacerbate exacerbated
exacerbation exacerbations exact exactly exam examination examinations examine examined example exams excellent
except exception excess excessive excision excited exciting exclude exclusion excoriation excursion excuse executive
exelon exercise exercises exercising exert exertion exertional exhalation exhausted exist exophthalmos exostosis
expect expectations expected expecting expensive experience experienced experiences experiencing expert expiratory
explain explained explaining explains exploratory explore exposed exposure exposures express expressed expressing
expressive exsanguination extend extended extending extension extensive extensor extent exterior external extra
extract extraction extramedullary extreme extremely extremities extremity extubated exudate exudates exudative eye
eyelid eyes eyesight face facet facial facilitate facility facing fact factor factors fail failed failing failure
faint fainted fainting fair fairly falciparum fall fallen falling falls false familiar family fan fancy fantastic
far farm farmer farxiga fascia fasciculation fasenra fast faster fasting fat father fatigue fatigued fatty faux
favor favorable favorite fax fdp fds feature feb febrile february fecal federal fee feed feedback feeding feel
feeling feelings feels feet fell fellow fellows felt female femara femoral femur femurs fentanyl festival fetal
fetus fever feverish fevers few fiasp fiber fibrillation fibrin fibroid fibroids fibromyalgia fibrosis fibrous
fibula fibular field fifteen fifth fifties fifty fight fighting figure figured file fill filled filling film films
final finalize finally finance finasteride find finding findings fine finger fingernail fingers finish finished
finishing fioricet fired firm first fish fishing fissure fissures fist fisted fistula fit fits fitting five fix
fixation fixed flag flagyl flank flap flare flaring flashes flat flatter flatus flection flex flexed flexeril
flexible flexion flexor flight flights flint flip floaters flomax flonase floor flooring florist flow flower flowers
flu fluconazole fluctuates fluctuating fluctuations fluent fluid fluids flush flushing flustered flutter fluttering
focal focus focused focusing fold folder follicle follow followed following follows followup fontanelle food foods
foot football footed footing for foramen foraminal force forced forceps forearm forehead foreign foreskin forest
forget forgetfulness forgets forgetting forgot form formal format formation former formerly forteo forth forties
fortunately forty forward fosamax fossa foster foul found foundation founders four fourteen fourteenth fourth fovea
fraction fractions fracture fractured fractures fragment fragments fragmin frame france free fremitus french
frenulum frequency frequent frequently fresh fri friday friend friendly friends fries from front frontal fruit
fruits frustrated full fullness fully fun function functioning fund funds fundus fungal funny furniture furosemide
further furuncle fuse fusion fussy future fyi gabapentin gagging gain gained gaining gains gait gal gall gallbladder
gallery gallops gallstone gallstones game games ganglion gangrene gap garage gardening gas gastric gastritis gastro
gastroenteritis gastroenterologist gastroenterology gastroesophageal gastrointestinal gastrostomy gauze gave gear
gel gemini gender general generalized generally generate generic genetic genital genitalia genitourinary genotype
gentleman genvoya geodon gerd german germany gestation gestational get gets getting gi giardia gingiva gingivitis
girl girlfriend git github give given gives giving glad gland glands glass glasses glaucoma gleevec glenoid glioma
global globe glomerular glossitis glottis gloves glucometer glucosamine glucose glucotrol gluteal gluteus
glycoprotein gmbh go goal god goes going goiter gold golden golfer golfing gon gone gonna gonorrhea good goodness
google gosh got gotcha gotta gotten gout government governor gown gpt grab gracias grade grades gradual gradually
graft grafting grafts gram grand grandchildren grandfather grandkids grandma grandmother grandparents grant
granulation granuloma grape grapefruit grass gravid gravis gray grazie great greater green greetings grey grimacing
grind grinder grinding grip grocery groin gross grossly ground group groups grow growing grown growth guarantee
guard guardian guarding guess guessing guidance guide guided guideline guidelines gulf gum gummies gun guns guten
guy guys gym gymnast gymnastics gynecologist gynecomastia ha habit habits had haemophilus hair haldol half hall
halloween hallucination hallucinations hallux halo hamburger hamstring hand handed handful handgun handle handled
handling handouts hands handwriting hang hanging hanukkah happen happened happening happens happily happy harbor
hard harder hardly hardware harm harvoni has hasn hate hauling have haven having hay hazard hcv hdl he head headache
headaches headed headedness header heading headquarters heal healed healing heals health healthcare healthier
healthy hear heard hearing heart heartbeat heartbeats heartburn heat heaviness heavy heel heels heent height held
helicobacter hello help helped helpful helping helps hemangioblastoma hematemesis hematochezia hematocrit
hematologic hematoma hematuria hemiparesis hemiplegia hemodialysis hemoglobin hemolysis hemoptysis hemorrhage
hemorrhoid hemorrhoids hemostasis hemp hep hepatic hepatitis hepatomegaly hepatosplenomegaly her herbal herbicide
herceptin here hereditary hernia herniated herniation heroin heroine herpes hers herself hesitate hey hi hiatal hid
hidradenitis high higher highest highly highway hiking hilar hill hilum him himself hindu hip hips hirsutism his
hispanic histology histoplasma historian historically histories history hit hitting hives hm hmm hmmm hoarse
hoarseness hobbies hobbits hobby hockey hola hold holding holdings holidays homans home homemaker homepage homicidal
homocystine hon honest honestly honey hop hope hopefully hoping horizontal hormone hormones horrible horse hospital
hospitalist hospitalization hospitalizations hospitalized host hot hour hours house household housekeeper houses how
however html http https huge hugger hugs huh hum humalog human humeral humerus humid humira humming hundred hundreds
hungry hunt hurt hurting hurts husband hydrated hydration hydrocele hydrocephalus hydrochlorothiazide hydronephrosis
hydroureter hydroxyurea hygienist hymen hypercholesterolemia hyperemia hyperesthesia hyperextension hyperglycemia
hypergranulation hyperkalemia hyperlipidemia hyperplasia hyperplastic hyperreflexia hypersensitivity hypertension
hyperthyroidism hypertrophy hypochromia hypoesthesia hypoglycemia hypogonadism hypokalemia hyponatremia hypopnea
hypotension hypothermia hypothyroid hypothyroidism hypoxia hysterectomies hysterectomy i'm ibrance ibuprofen ice
iced icing icterus id idea ideation ideations identified identify identity ie if ignore ignored ii iii ileum ileus
iliac ill illegal illicit illness illnesses image images imaginable imagine imaging imbalance imbruvica imitrex
immediate immediately immune immunization immunizations immunologic immunology immunosuppression immunosuppressive
imodium impact impacted impaired impairment impatient impetigo impingement implant implants implement importance
important impression improve improved improvement improves improving imuran in inability inc incarcerated inches
incidence incident incision incisional incisions include included includes including inclusion inconsistent
incontinence incorporated increase increased increasing increasingly incredibly indeed independent independently
index india indian indicate indicated indicates indication indications indigenous indigestion indiscretion
individual industries industry infant infarct infarction infection infections inferior infiltrate inflammation
inflammatories inflammatory influence info inform information informed infusion ingest ingested inguinal inhalant
inhalation inhaler inhalers inherited initial initially initiate initiating initiative inject injected injection
injections injure injured injuries injuring injury inmate inner inpatient inperforated input inquired inquiry insect
inserted inserting inside insomnia inspect inspra instability instances instead institute institution instruct
instructed instruction instructions instrumentation insufficiency insulation insulin insurance intact intake integer
integrate integumentary intense intensity intensive intensivist intent interaction interactions intercourse interest
interested interesting interfere interferon intermediate intermittent intermittently intern internal international
internet interns interpret interpretation interrogated interrupt interrupted intersection interstitial interval
intervals intervention interview intestine intestines into intolerance intracranial intramedullary intramural
intramuscular intramuscularly intraocular intraperitoneal intrauterine intravenous intrinsic introduce introduction
intubated intuniv intussusception invasion invasive invega inversion inverted investigate invite invoice invokana
involuntary involve involved involvement involves involving inwards ireland irish iron irregular irrigation
irritability irritable irritate irritation is ischemia ischemic ischium ish islamic island islander islands isn
issue issues isthmus it italian italy itches itchiness itching itchy item items its itself iv jan janitor january
januvia japan japanese jardiance jaundice java javascript jaw jejunum jelly jerking jerky jewish job jobs jog
jogging jogs join joined joint joints journal journalist jr json judge jugular juice jul july jump jumped jumping
jun june jungle junior junk just jvd keep keeping keeps keflex keloid keppra kept keratitis keratosis ketamine
ketones key keyboard keytruda kick kid kidding kidney kidneys kids killing kind kinda kindly kinds king kingdom
kippur klebsiella klonopin knee kneecap knees knew knife knives knocked know knowledge known knows korean kyleena
kyphoplasty kyphosis la lab label labia lability labor laboratory labs labyrinthitis laceration lacerations lack
lacrimal lady laid lamictal laminectomies laminectomy lancet lancets land landed landing landscape landscaping lane
language lanoxin lantus lap laparoscopic laparoscopy laparotomy laptop lard large larynx las laser lasix last lasted
lasting lastly lasts late lately later lateral laterally latest latina latino latuda lavage law lawyer laxative
laxity lay layer laying lazy lead leader leading leads league leak leakage lean learn learned learning least leave
leaving led left leg legal legionella legs leishmania lem lemme lenalidomide length lengthening lengthy lens lesion
lesions less lesser lesson let lethargic lethargy letter letting leukemia leukocyte leukocytosis leukopenia levaquin
level levels levemir levitra levoxyl lexapro leydig libido library libre license lichen lidocaine lie life
lifesciences lifestyle lifetime lift lifted lifting ligament ligamentous ligaments ligation light lighter
lightheaded lightheadedness lights like liked likelihood likely likes lilly limb limit limitations limited limiting
limits limping line lined liner lines lining link linux linzess lip lipase lipid lipids lipitor lipoma
lipomyomeningocele lips liquid liquids lisfranc lisinopril list listed listen listening listeria literally
literature lithium lithotripsy little live lived livedo liver lives living ll llama llc load loading lobe lobectomy
local localized localizes locally locate located location locking locum log login logistics logout long longer
longest longstanding look looked looking looks loose loosen loosened loosening lopressor lordosis lortab los lose
losing loss lost lot lotion lotions lots loud love loved lovely lovenox loves loving low lower lowest ltd luckily
lucky luggage lumbar lumbosacral lumen lump lumpectomy lumps lunch lunesta lung lungs lupron lupus lying lymph
lymphadenectomy lymphadenopathy lymphatic lymphocyte lymphocytes lymphocytic lymphoma lynparza lyrica ma machine
machines macula macular macule made magazine magnesium mail main mainly mainstream maintain maintained maintaining
maintenance major majoring majority make makes making malaise malar malaria male malignancies malignancy malignant
mall malleolus mammaplasty mammogram mammography mammoplasty man manage manageable managed management manager
managing mandible maneuver maneuvers manner manual many map mar marathon marcaine march margin margins marijuana
markers market marriage married marries marrow marry mask mass massage massages massaging masses massive mastectomy
master mastitis mastoid match matches material maternal math matron matter mattress mavyret maxalt maxilla maxillary
maximum may maybe mayor mba mcp md mdd me meal meals mean meaning means meant meantime measles measure measured
measures measuring meat meatus mechanic mechanical mechanics mechanism meconium med media medial median mediastinum
medicaid medical medically medicare medicated medication medications medicine medicines meditation medium meds
medtronic meet meeting mein meine melanoma melena mellitus meloxicam member members memory men menarche meninges
meningitis meniscus menopause menorrhagia menstrual menstruation mental mention mentioned mentioning mentions menu
merci merck mercury merge mesentery mesh mesothelioma mess message messed messing met meta metacarpal metal
metaphysis metastasis metastatic metatarsal metatarsals metatarsophalangeal metformin methadone methicillin method
methods methothrexate methotrexate methylmalonic methylprednisolone metoprolol metro mexican mexico mg mhm micardis
microbiology microcytosis microscopic microscopically microsoft micturition mid middle midfoot midline midnight
midtown midwife might migraine migraines mild mildly mile miles military milk milligram milligrams millimeter
millimeters mind mine mini minimal minimally minimize minimum minister ministry minivan minor minus minute minutes
miosis miralax mirena misalignment miscarriage miscarriages mishaps misplaced miss missed missing mistral mitral
mixed mm mmm mmr mobic mobile mobility model moderate moderately modern moderna modification modifications modify
module moisturizing molar mold molds mole moles molluscum mom moment moments mommy mon monday monde money monitor
monitored monitoring monocyte monogamous mononeuritis mononucleosis month months mood moods moose moraxella more
morgen morning mornings morphine morphology most mostly mother motion motions motivated motor motors motorway motrin
mounjaro mouth movantik move moved movement movements moves movie moving mph mr mri mrs mrsa ms much mucosa mucosal
mucous mucus mules multaq multi multifactorial multiple multiplex multivitamin mumps murmur murmurs muscle muscles
muscular musculature musculoskeletal museum musician muslim must my myalgia myasthenia mycins mycobacterium
mycoplasma mydriasis myelin myelofibrosis myelogram myeloma myocardial myocarditis myocardium myoclonus myopathy
myopia myositis myrbetriq myself mystery na nacht nagging nah nail name named namenda names nap naprosyn narcan
narcotics nares narrative narrowing nasal nasonex nasopharynx nasty national native natural naturally nature nausea
nauseated nauseous navicular navy near nearby nearly nebuliser nebulizer necessarily necessary neck necrosis
necrotic need needed needing needle needles needlestick needs negative neglect neighborhood nein neisseria neither
neonatal neonate neoplasm neoral nephrectomy nephritis nephrologist nephrology nephropathy nephrotic nerve nerves
nervous nervousness network neural neuralgia neuritis neuro neuroblastoma neurologic neurological neurologically
neurologist neuroma neuromuscular neurontin neuropathy neurosurgeon neurosurgery neurosurgical neurovascular
neurovascularly neutropenia neutrophil never nevus new newborn newly news newspaper newspapers nexium nexplanon next
ng nice nicely nickel nicotine night nights nighttime nine nineteen nineteenth nineties ninety ninth nipple nipples
nitroglycerin no nobody nocardia noches nocturia nocturnal node nodes nodosa nodosum nodule nodules noises non
noncontributory nondistended nondrinker none nonhealing nonoperative nonpitting nonproductive nonsmoker nonspecific
nonsteroidals nontender nontoxic nonunion nonweightbearing noon nope nor norco normal normally north northeast
northern northwest norvasc nose nostril not notable notate notch note noted notes nothing notice noticeable noticed
notices noticing notified notify noting nourished nov novartis novel november novolog now nowhere np nsaid nsaids
nucala nuchal nuclear nucleus nucynta null numb number numbers numbing numbness numeral numerals numerous nurse
nurses nursing nurtec nutritionist nuvaring nuvigil nvidia nystagmus obese obesity object objective objects
obnoxious obrigado observation observe obsessive obstetrician obstructing obstruction obstructive obtain obtained
obtaining obturator obvious obviously occasion occasional occasionally occasions occipital occiput occlusion
occupational occur occurred occurrence occurring occurs ocean oct october ocular oculomotor odd odds odor of off
offer offered office officer official offload often ogen oh oil ointment ok okay okey old older olecranon
oligomenorrhea oliguria olmesartan olumiant omentum omeprazole omnicef on once oncologist one ones onglyza ongoing
online only onset onto onychomycosis oophorectomy oops op opacification opacities opdivo open openai opened opening
operate operating operation operations operative ophthalmic ophthalmologist opinion opioids opted optic option
options optometrist or oral orbital orchestra orchiectomy orchitis order ordered ordering orderly orders ordinary
orencia organ organization oriented orifice origin original originally oropharynx orthopedic orthopedist orthopnea
orthosis orthostatic orthotic orthotics osseous ossicle osteoarthritis osteochondromas osteomyelitis osteopenia
osteophyte osteoporosis osteotomy ostiomeatal ostomy otezla other others otherwise otitis otorrhea otoscope ouch oui
ounce ounces our out outcome outcomes outer outlet outline outpatient output outside outstretched outta ovarian
ovaries ovary over overactive overall overdue overeating overhead overnight overuse overview overweight ovulation ow
own owner owns ox oximeter oxycodone oxycontin oxygen oxygenation ozempic pa pacemaker pacific pack package packs
pacu pad pads page pain painful pains painter palace palate pale pallor palm palmar palpable palpate palpation
palpations palpitation palpitations palsy pamphlet pancreas pancreatic pancreatitis pancytopenia pandemic panel
panic panniculitis pap papaverine paper papers paperwork papilla papillary papilledema papule paracentesis paragard
paragraph paralysis paramedic paranasal paranoia parasite paraspinal parathyroid parathyroids pardon parent parents
paresis paresthesia paresthesias parietal parish park parking parkinson parliament parotid paroxysmal part partial
participant participate participating particular particularly partner partners parts party pas pass passed passenger
passengers passes passing passive password past pasta pasteurella patch patches patchy patella patellar
patellofemoral patent paternal pathogen pathologist pathology patient patients pattern patterns paxil paxlovid pay
payment pcp pcr peak peanuts pectoral pedal pediatric pediatrician pedis pee peed peeing peek peeling peer peg
pelvic pelvis pemphigus pen pending penetrate penetration penicillin penile peninsula penis people pepcid peptic per
percent percocet percussion percutaneous perfect perfectly perforation perform performance performed performing
perfusion perhaps periarticular pericardial pericarditis pericardium perineal perineum period periodic periodically
periodontal periods perioral periosteum peripheral peristalsis peritoneal peritoneum peritonitis peritonsillar
permanent permit peroneal peroxide persisted persistence persistent person personal pertussis pes petechiae
petroleum pets pfizer pfts phalanx pharmaceuticals pharmacist pharmacy pharyngeal pharyngitis pharynx phase phd
phenergan phenomena phenomenal phentermine phimosis phlebitis phlebotomies phlebotomist phlebotomy phlegm phobias
phone phos phosphatase phosphate photo photofacials photography photophobia photos phrases phrenic physical
physically physician physicians physique piano pick picked picking pickle picture pictures piece pieces pigmentation
pilates pill pillow pills pilonidal pilot pimple pin pinched pinching pink pinning pinpoint pins pip pipeline
piriformis pitting pituitary pivot pizza place placebo placed placement placenta places plain plan plane planned
planning plans plant plantar planus plaque plaquenil plaques plasma plate plateau platelet plates platform plavix
play played player playing plays pleasant please pleased pleasure plenty pleura pleural pleurisy plexopathy plexus
plumber plus pm pna pneumococcus pneumocystis pneumonia pneumonitis pneumothorax pocket podiatrist podiatry poem
point pointer pointing poison pole police policy polio pollen polo polyarteritis polycystic polycythemia polydipsia
polymyalgia polyp polypectomy polyps polyuria pool poop poor poorly pop popliteal popping population port portal
portion portions portuguese position positional positions positive possibility possible possibly post postal
posterior postnasal postoperative postpartum postprandial posture potassium potato potential potentially pound
pounding pounds power pr practical practice practices practitioner pradaxa praluent pravachol pre precaution predict
predisposition prednisone predominant predominantly preeclampsia prefer preferred pregnancies pregnancy pregnant
premarin premature prematurely premenopausal premier preop preoperative preoperatively preparation prepare preparing
prepuce presbyopia prescribe prescribed prescriber prescribing prescription prescriptions presence present
presentation presented presenting presents preserved president press pressure pressures presumably presyncope
pretend pretty prevacid prevent preventative prevention preview previous previously price priest prilosec primarily
primary primigravida prince princess principal principles prinivil print printing prior priority pristiq private
prize prn probable probably problem problematic problems procedure procedures proceed proceeding process processed
prodrome produce producer producing product production productions productive products prof profession professional
professor profile profuse progesterone prognosis prograf program progress progressed progressing progression
progressive progressively project projects prolapse prolia proliferation prolonged prominent promoted prompt
pronation pronator prone pronounce pronouns proof proper properly property prophylactic prophylaxis propofol
proposal proptosis proscar prostate prostatectomy prostatic prostatitis prosthesis prosthetic prostitutes protect
protection protective protein proteinuria proteus protocol protocols protonix protrusion proud prove provide
provided provider providers provides providing provigil provoked proximal proxy prozac pruritic pruritus ps psa
pseudomonas psoas psoriasis psoriatic psych psychiatric psychiatrist psychiatry psychological psychologist
psychology psychotic pt ptosis pubic pubis public publish puckering pues puffs puffy pull pulled pulley pulling
pulls pulmonary pulmonologist pulsatile pulsating pulse pulses pump pumping punched puncture pupil pupillary
purchase purpose purpura purse pursed pursue purulent pus push pushed pushing pustule put putting puzzles
pyelonephritis pylori pylorus python pyuria quadrant quadrants quadriceps qualify quality quantity quarter queasy
queen query question questionable questioned questioning questionnaire questions quiche quick quickly quiet quit
quite quitting quivering quiz qulipta quote rabies race racing radial radiate radiated radiates radiating radiation
radical radicular radicularopathy radiculopathy radio radiographic radiographs radiological radiologist radiology
radius ragweed rail railing rails railway raise raised rales ramadan ran random randomised randomized randomly range
ranging rapamune rapid rapidly rare rarely rash rashes rate rated rates rather rating ratio raw ray rayed rays re
reach reached reaching reacted reaction reactions reactive read reading readings ready real realize realized really
rear reason reasonably reasons reassured rebound rebounding recall receive received receives receiving recent
recently receptor recheck rechecked recipient recognize recommend recommendation recommendations recommended
recommending reconstruction record recording records recover recovered recovering recovery recreational rectal
rectocele rectum rectus recumbency recurrence recurrent recurring red redness reduce reduced reducing reduction
reevaluate reevaluated reevaluation refer reference referral referred referring refill refilled refills reflex
reflexes reflux reform refreshed refrigerator regain regard regarding regards regimen region regional register
registered registrar registry reglan regular regularly regulate regulation regurgitation rehab rehabilitation reject
relate related relates relating relation relationship relative relatively relatives relax relaxants relaxer relaxers
release released releases relevant reliable relief relieve relieved reliever religion relpax rely remain remainder
remained remains remark remarkable remember remembering remembers remicade remind reminder reminding remodeling
remote remotely removal remove removed removing renal renew renova rent repair repaired repairing repatha repeat
repeated repeatedly repetition repetitive replace replaced replacement replacements reply report reported reportedly
reporter reporting reports represent representing reproductive republic request requested requesting require
required requiring reschedule research resected resection resent reserve residence residency resident residents
residual resistant resisted resolution resolve resolved resolves resolving resource respect respectfully
respirations respirator respiratory respond responded response responsibility responsible rest restart restarted
restaurant rested restenosis resting restore restrict restricted restrictions restroom rests result resulted results
resume resuming resurfacing resuscitate retain retaining retardation retention retina retinal retinopathy retired
retirement retroareolar retroperitoneal return returned returning returns rev revascularization reveal revealed
reveals revenue review reviewed reviewing revise revised revision revisit rexulti rhabdomyolysis rheumatic
rheumatica rheumatoid rheumatologist rheumatology rhinitis rhinorrhea rhonchi rhythm rib ribs rice rickettsia rid
ride rides riding right righty rigidity rigidus rigors ring ringing rinvoq rise risk risks risperdal ritalin rituxan
rn road roaring robaxin rocephin rock rods role rolling room roommate roommates root roots rosacea rosc rotate
rotation rotator rotavirus rough round rounded rounding route routine routinely row rub rubbing rubella rubs rule
ruled run runner runners running runny runs rupture rural rushed russia russian rust rybelsus sacral sacroiliac
sacrum sad saddle sadness safe safer safety sagittal said saint sale salesman saliva salivary salmonella salpingitis
salpingo salt salty same sample samples saphenous sapien sapiens sarcoid sarcoidosis sat satellite satellitosis
satiety satisfaction satisfy satting saturation saturday saturdays sauce savaysa save saw say saying says scab
scabies scale scalp scalpel scaly scan scans scant scaphoid scapula scapular scar scared scares scars scary scene
schedule scheduled scheduling scheme schizophrenia school schwann sciatic sciatica science scientist sclera scleral
scleroderma sclerosis scoliosis scope score scores scotland scotoma scottish scratch screen screening screw screws
scribe script scrotal scrotum sea search searched season seasonal seat seatbelt seated sebaceous seborrheic second
secondary seconds secretary section sections sector secure security sed sedation sedative sedentary see seeing seek
seeking seem seemed seems seen sees segment seizure seizures select selective self selfish sell semen semester
senate send sending senior senor senora sensation sensations sense sensitive sensitivity sensorineural sensory sent
sentence sep separate separated separately separation sepsis sept septal september septic septicemia septum sequence
serial series serious seriously serologies serology seroma seroquel serous serratia sertoli serum serve server
service services sessile session set setting settings settled seven seventh seventies seventy several severe
severely severity sex sexual sexually sgt shadows shaft shake shakes shaking shaky shall shampoo shape shaped share
sharing sharp shave she sheath sheet sheets shepherd shift shigella shingles ship shipping shirt shock shoe shoes
shoot shooting shop short shortening shorter shortly shortness shot shots should shoulder shoulders shouldn show
showed shower showers showing shown shows shrink shrugging shunt sialadenitis siblings sick side sided sides
sidewalk sigmoid sign signal signature signed significance significant significantly signs silver similar simple
simponi since sincerely sincerest singer single singulair sink sinus sinuses sinusitis sir sister sisters sit site
sites sitting situ situation situations six sixteen sixth sixties sixty sizable size skelaxin skeletal ski skiing
skill skilled skills skin skull skyrizi sleep sleeping sleeps sleepy slept slide sliding slight slightly sling slip
slipped slipping slow slowed slower slowing slowly sluggish slung slurred slurring small smaller smart smear smears
smell smoke smoked smoker smokes smoking smooth snacking sneeze sneezing sniffles sniffling snore snores snoring
snorting snow so soaking soap soccer social socially society sodium soft softball software sohn soldier solid solids
solution solutions solved some somebody someone something sometime sometimes somewhat somewhere somnolent son song
songs sons soon sooner sore soreness sores sorry sort sought sound sounding sounds source south southeast southern
southwest space spaces spain spanish spare spasm spasms spasticity speak speaking speaks special specialist
specialty specific specifically specimen specimens speckled speculum speech speed spell spelling spells spend
spending spends spent spermicide sphenoid sphincter sphygmomanometer spicy spike spikes spilled spina spinal spine
spinning spiriva spirometer spleen splenectomy splenomegaly splint splinter splints spoke spondylolisthesis
spondylosis sponges spontaneous spontaneously sports spot spots spotting spouse sprain sprained spray sprays spread
spreading spring sprinklers spur sputum sql squamous squared squatting squeeze sr stabbing stability stabilize
stabilized stabilizing stable stack stacks stadium staff stage staggering staging stairs stand standard standby
standing standpoint stands stapes staph staphylococcus staples starch start started starting starts stasis state
stated statement states statin stating station statistic status stay stayed staying stays steady steatosis steering
steglatro stelara stenosing stenosis stenotic stent stents step stepchildren stepped stepping steps sternal
sternoclavicular sternotomy sternum steroid steroids stethoscope stick stiff stiffness still stimulant stimulus
stipend stomach stomachache stomatitis stone stones stood stool stools stooped stooping stop stopped stops store
story strabismus straight straighten strain strainer straining stranded strange strategies strategy stratified
strattera stream street strength strengthen strengthening strenuous strep streptococcus stress stressed stressful
stressors stretched stretcher stretching strict stricture stridor string stripping stroke strokes strong stronger
strongest struck structure struggle struggled struggling strut stryker stuck student studies studios study studying
stuff stuffy stumbled stump stung stunned stye style subacromion subacute subarachnoid subchondral subclavian
subcutaneous subcutaneously subcutis subdural subgroup subject subjective submandibular submit suboccipital suboxone
subsequent subsequently substance substances substantial subtalar subtle subtype suburb subutex success successful
successfully such sudden suddenly suffer suffered suffering suffers sugam sugar sugars suggest suggested suggesting
suggestions suicidal suicide suitable sulcus sulfa summarize summary summer sun sunday sundays sunlight super
superficial superficialis supermarket supervise supervisor supination supine supple supplement supplements supply
support supporting supportive suppose supposed suppository suppurativa suppurative supraclavicular supracondylar
suprapubic suprascapular suprasellar supraventricular sure surface surgeon surgeries surgery surgical surgically
surprise surprised surprising surprisingly surrounded surveillance survey survival suspect suspected suspecting
suspicion suspicious sustain sustained suture sutures swab swallow swallowed swallowing sweat sweating sweats sweet
swell swelled swelling swellings swells swim swimming swing swings swish switch switched swollen symbicort symmetric
symmetrical symphysis symptom symptomatic symptomatically symptoms synapse syncopal syncope syndrome synovial
synovitis synthes synthesis synthroid syphilis syringe syringes system systemic systems systole systolic ta table
tablet tablets tachyarrhythmia tachycardia tachypnea tactile tag tailbone take taken takes taking tales talk talked
talking talofibular taltz talus tamiflu tamponade tandem tap tapazole taped taper tapers tardes target tarry tarsal
task tasks taste taxi tbd tea teach teacher teachers team tear tearfulness tearing tears teasing teaspoons tech
technical technically technician technique technologies technology teen teens teeth telangiectasia telephone tell
telling tells temperature template temporal temporary ten tend tended tender tenderness tendinitis tendinopathy
tendon tendonitis tendons tends tenesmus tennis tenosynovitis tension tentatively tenth term terminal terminated
terms terrible terrific tertiary tesla test tested testes testicle testicular testing testis testosterone tests
tetanus text thalamus than thank thankful thankfully thanks thanksgiving that thc the theater theatre their them
then thenar theory therapeutic therapist therapy there therefore thermometer these they thick thickening thickness
thigh thighs thin thing things think thinking thinks thinner thinners third thirst thirsty thirteen thirteenth
thirtieth thirty this thoracentesis thoracic thoracotomy thorax thorough thoroughly those though thought thoughts
thousand three threshold threw throat throbbing thrombocytopenia thromboembolism thrombosis thrombus through
throughout throw throwing thrown throws thrush thu thumb thur thurs thursday thus thymus thyroid thyroidectomy
thyroiditis thyroids thyromegaly tibia tibial tic tick ticket tics tied tight tightness tikosyn till tilt time times
timing tin tinea tingling tinnitus tiny tip tired tiredness tissue titer title tivicay to tobacco tochter today toe
toenail toes together toilet told tolerable tolerate tolerated tolerates tolerating toll tomorrow ton tone tongue
tonic tonight tonsil tonsillectomy tonsillitis tonsils too took tool tools tooth toothache top topamax topic topical
toprol toradol torn torsemide torsion torso torticollis tossing total totally touch touched touching tough toujeo
tourette tournament tournaments tourniquet toward towards tower town toxemia toxic toxicity toxin toxoplasma toy
trace trachea tracheal tracheostomy trachoma track tracking tract traction trade tradjenta traffic tragus trails
train trained trainee trainer training traits tramadol trampoline transfer transferred transferring transform
transfusion transient transition translate transmitted transplant transport transverse trapezius trapped trash
trauma traumatic travel traveled traveling travelling travels treat treated treating treatment treatments treats
tree trelegy tremfya tremor tremors trend treponema tresiba trial trials triathlon triceps trichomonas trick
tricuspid tried tries trigeminal trigger triggered triggers triglycerides trileptal trintellix trip triple tripped
triumeq trochanter trochanteric trouble troubles troubling truck true trulicity trunk trust truvada try trying tubal
tube tubercle tuberculosis tuberosity tubes tubing tubular tuck tue tues tuesday tugboat tummy tumor tumors tunnel
turbinate turbinates turkey turn turned turning turns tweezers twelfth twelve twentieth twenty twice twins twist
twisted twisting twitch twitching two tylenol tympanic tympanometry type types typescript typical typically uber
ubrelvy ugh ugly uh uhm ulcer ulcerated ulcerative ulcers ulna ulnar ultimate ultimately ultram ultrasound um
umbilical umbilicus unable unaware unbearable unbelievable uncertain unchanged uncle uncles uncomfortable uncommon
unconscious uncontrolled undefined under undergo undergoing undergone underlying underneath understand
understandable understanding understands understood underwent undescended uneasiness unemployed uneven unexplained
unfamiliar unfortunate unfortunately unintentional union unique unit united unithroid units university unknown
unless unloading unrelated unremarkable unstable unsuccessful unsure until unusual unusually up upcoming update
updated upon upper ups upset upstairs uptown urban uremia uremic ureter ureteral urethra urethral urethritis urge
urgency urgent uri uric urinalysis urinary urinate urinated urinating urination urine url urologist urology
urticaria us usa usage use used useful user username uses using usual usually uterine uterus utility utilize
utilizes utilizing uuid uveitis uvula vacation vaccinated vaccination vaccinations vaccine vaccines vagina vaginal
vaginitis vague vagus valgus valid validate valium valley valtrex value valve valvular vancocin vanish variable
varicella varices varicose varies various varus vary vas vascular vasculitis vasectomy vasopressor vast vault ve
vegetables vegetarian vehicle vein veins vemlidy vending vendor venous ventolin ventral ventricle ventricular
ventures verapamil verbalised verbalize verbalized verbalizes verified verify versed version versus vertebra
vertebral vertical vertigo very vesicare vesicle vessel vessels vest vestibular veteran via viable viagra vibrio
vicodin victim victoza video vietnamese view views vigorous viibryd village vimpat violence violent virtassist
virtscribe virtual virus vision visit visited visiting visitor visitors visits visual visualize vital vitale vitals
vitamin vitiligo vitreous vivitrol vocalization voice voided voiding voids volar volley volleyball voltaren volume
voluntarily volunteer volvulus vomit vomited vomiting vraylar vs vulgaris vulva vyvanse waist wait waiting waits
wake wakes waking walk walked walking walks wall walls wan wanna want wanted wants ward warfarin warm warmer warmth
warn warning wart warts was wash washing wasn wasps watch watchers watchful watching watchman water watery wave
waves waxed way ways we weak weaker weakness wean wear wearing wears weather web website wed wednesday weed week
weekdays weekend weekends weekly weeks weened wegovy weigh weighed weighing weighs weight weightbearing weights
weird welcome well wellbutrin wellness went were west western wet whack what whatever whatsoever wheel wheelchair
wheeze wheezes wheezing when whenever where whereas whether which while whiplash white who whoa whole whom whose why
wide widening wider widow widowed wife will willing window windows wine winter wired wisdom wise wish wishes with
withdrawal withdrawing withdrawn within without wo woke woman women won wonder wonderful wondering wood wooden word
words work worked worker workers workflow workforce working workout works workup world worn worried worries
worrisome worry worse worsen worsened worsening worsens worst worth would wouldn wound wounds wow wrap wrapped wreck
wrist wrists write writer writing written wrong wrote xanax xarelto xerosis xerostomia xml xofluza xolair xtandi
xylocaine ya yard yaz yeah year yearly years yeast yellow yellowish yep yersinia yes yesterday yet yoga you young
younger youngest your yours yourself youth yr yup zag zanaflex zantac zero zestril zetia zig zithromax zocor zofran
zoladex zoloft zone zonegran zovirax zyprexa zyrtec zytiga zyvox
""".split()
)
