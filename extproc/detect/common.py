# ruff: noqa: SIM905 - a list of literals would be a line a word
"""Common English words, clinical and technical ones included: by themselves never a part of a name.

A word may stand here and in a list of names (``will``, ``long``); then it is a name only beside another part of
one, or after a cue.
"""

from typing import Final

COMMON: Final = frozenset(
    """
abdomen abdominal abduction abilify abilities ability ablation able abnormal abnormalities abnormality abortion
abortions about above abrasion abrasions abscesses absolute absolutely absorbing abstract abuse academic accent
accept access accident accidents accompanied accompanying according accordingly account accounting accounts accu
accumulation accuracy ace acetabulum ache aches achieve aching achy aci acid acidity acids acne acoustic acquire
acromioplasty across acting action actions active actively activities activity actor actress actual actually acuity
acupuncture acute adapt add added adderall addicted addiction adding addition additional address adds adenocarcinoma
adenoidectomy adenoma adenopathy adequate adhesions adjunct adjust adjusted adjusting adjustment adjustments adjusts
adjuvant administer administration admission admit admits admitted adnexal adolescent adopted adrenal adult advair
advance advanced advantage adverse advice advil advise advised aerobic aerobics affect affected affecting affects
afford afib afraid africa african after afternoon afterwards again against age agency agenda agent ages aggravate
aggravates aging agitated ago agree agreed agreement agrees ah ahead aid aide aids aim air airbag aircraft airline
airlines airplane airport airway al alabama alarm album albumin albuterol alcohol alcoholic alcoholism aldactone
aldosterone alert aleve algorithm align alignment alive alkaline all allergic allergies allergist allergy alleviate
alley allograft allopurinol allow almost alone along alpha already alright alrighty also alt altered alternating
alternative alternatives although altogether always alzheimer am amazing amazon ambien ambulance ambulate ambulating
ambulation ambulatory america american amino among amount amoxicillin amplified an anal analgesics analysis analyze
anaphylaxis anatomy and androgen anemia anesthesia anesthetic aneurysm angina angioplasties angioplasty angle angry
angulated ankle ankles annoying annual anorexia anosmic another answer answered answers ant antacids antalgic
anterior anteriorly anthropic anti antibiotic antibiotics antibodies antibody anticipated anticoagulant
anticoagulation antidepressants antihistamine antiinflammatories antiretroviral anus anxiety anxious any anybody
anymore anyone anything anytime anyway anyways anywhere aortic apart apartment apathy aphasia api apnea apparatus
apparent apparently appear appearance appeared appearing appears appendectomy appendix appetite apple appliances
application applied apply applying appointment appointments apposition appreciate appreciated approach appropriate
appropriately approval approve approximate approximately apr april arabic arch arching architect are area areas aren
argue arise arm arms army around arrange arrangements array arrival arrive arrived arterial arteries artery
arthralgias arthritis arthrodesis arthrogram arthropathy arthroplasty arthroscopy article articular artifact
artillery artist as asap ascending asia asian aside ask asked asking asleep aspect aspects aspirin assassin assault
assay assess assessed assessment assign assist assistance assistant assisted assisting associate associated
association assume assuming ast asthma asymmetric asymmetry asymptomatic at ataxia ate atenolol atherosclerotic
athlete athletic ativan atopic atrial atrophy attach attack attacked attacks attempt attempted attempting attempts
attend attending attention attentional attorney attributed attributes atypical audiogram audit auditory aug
augmentation augmentin august aunt aura aureus auscultation australia australian author authority autism auto
autograft autoimmune autumn available avascular avenue average avid avoid avoidance avoiding avulsion awake awaken
awakening awakens award aware away awesome awful awhile awoke aws axillary azotemia azure baby bachelor bacitracin
back backache backboard background backwards backyard bacteria bacterial bactrim bad badly bait balance balancing
ball balls band bandage bandages bank bar barely barium barn basal base baseball based baseline basement bases basic
basically basis basketball bathroom battled bayonet bcc be beans bear bearing beat beating beats beautiful became
because become becomes becoming bed bedroom bedside been beer beers before beforehand began begin beginning begins
behalf behavior behavioral behind being belated believe believes bell bells belly bellyache below benadryl bend
bending beneath beneficial benefit benefits benign bent benzoyl besides best bet beta betamethasone better between
beverages beyond bible biceps bicycle bifida big bigger biggest bike bilateral bilaterally bilirubin billing bills
bimanual binocular biological biology biopsied biopsies biopsy biotech bipolar birth birthday bit bite bites black
blackouts bladder blade blame blamed bled bleed bleeding blessed blind blister bloated bloating block blockage
blockages blocked blocking blocks blood bloodwork bloody blot blue bluish blur blurred blurring blurry bmi bmp board
boat body boils bone bones bony book boolean booster boot border borderline born boss both bother bothered bothering
bothers bothersome botox bottle bottles bottom bought boulevard bounding bout bouts bowel bowels bowling box boxer
boxes boy boyfriend boys bpm brace brachioradialis bracing brain brainchild branch brand brazil brazilian break
breakage breakdown breakfast breakout breaks breakthrough breast breastfeeding breasts breath breathe breathing
breathlessness breaths brick bridge brief briefly bright bring bringing brings brisk britain british broad broccoli
broke broken bronchiectasis bronchitis brother brothers brought brown browser bruise bruised bruises bruising bruit
bruits brushed brutal buddhist buddy budget bug build building built bulge bulging bulk bumped bumps bunch bunion
burden burgers burn burning bus business busy but butt buttock buttocks button buy buzzing by bye bypass ca cabinet
cable caffeine calcaneal calcification calcium calculate calendar calf call called calling calls calories calves
came camping can canada canadian canal cancel cancelled cancer cancerous cancers candidate candy cane cannot
capacity capillary capital capitalized cappuccino capsular capsule captain car carbinol carboplatin carcinoma card
cardboard cardiac cardio cardiolipin cardiologist cardiology cardiovascular cardioversion care cared careful
carefully caregiver cares caring carotid carpal carrier carries carrots carry cartilage carvedilol case cases cash
cashier cast casting castle cat cataract cataracts catch catches catching category cath catheter catheterization
catholic cats caucasian caught cause caused causes causing cauterization caution cautious cbc cc cease ceiling
celebrated celery celestone celexa cell cells cellulitis center centers centimeter centimeters central cerebral
cerebrovascular certain certainly certainty certificate certification cervical cervix cesarean cessation chain chair
challenge championship chance chancellor chances change changed changes changing channel chapter character
characterize characterized charge charging chart charts cheaper cheat check checked checking checks checkup chef
chemistry chemo chemotherapy chest chew chewing chf chicken chickenpox chief child childbirth childhood children
chilled chills china chinese chips chiropractic chiropractor choice choking cholecystectomy cholecystitis
cholesterol chondromalacia choose chosen christian christmas chromium chronic chronically cialis cigarette
cigarettes cigs cipro circumcision circumstance circumstances cirrhosis cisplatin cited citrus city civil cla claim
claimed claims claritin class classes classification classify claude clavicle clean cleaned cleaning cleansing clear
cleared clearing clearly clerical click clicking clicks client climb clindamycin clinic clinical clinician clinics
clinoid clobetasol clock clockwise clonidine clopidogrel close closed closer closure clot clothes clothing clots
clotting cloudy club clubbing clumsy cm co coach coarse coast coat coated cocaine cocktail code coding coffee
cognitive cohort coincidence coke colace colchicine cold colder colds colectomy colitis collaborate collaborative
collateral colleague collect collection college collision colon colonic colonoscopy colony color colored combination
combine combined combivent come comes comfort comfortable coming comment commercial comminuted committee common
communicate community comp companies companion company compare compared comparison complain complained complaining
complains complaint complaints complete completed completely completion complex complexes compliance compliant
complicated complication complications component composer comprehend comprehensive compression compulsive computer
con concern concerned concerning concerns concert conclusion concussion condition conditions condolences conduct
conduction condyle cone conference confidence confidential confirm confirmed confirms confused confusion congenital
congested congestion congestive congratulations congress congruency connect conscious consciousness consent
consented consequence conservative conservatively consider consideration considerations considered considering
consist consistency consistent consistently consists constant constantly constipated constipation construct
construction consult consultant consultation consulted consulting consume consumed consumer consumes consuming
consumption contact contain content context continue continued continues continuing continuous contortions contour
contract contractions contracture contractures contraindication contraindications contrast contribute contributing
contribution contributory control controlled controlling contusion convention convert cook cookies cooking cool
cooperative coordination coordinator copd coping copy cord cordially core corn cornea corner coronary corpectomy
corporation correct correction corrections correctly correlation corset corticosteroid cortisol cortisone cosmetic
cost cotton couch cough coughed coughing coughs could couldn coumadin council counsel counseled counseling counselor
count counter country counts county couple coupon course court cousin cousins cover covered covers covid cracked
crackles cracks cramp cramping cramps craniopharyngioma craniotomy crash crawled crazy cream creamy creases create
creatinine creativity credit crescents crestor criteria critical cross crossing crouched crowd cruciate cruise
crumpled crutches crying css ct cuboids cuff culture cup curb cure curiosity current currently curvature custom
customer cut cuts cva cvs cyanosis cycle cycles cyclobenzaprine cyclophosphamide cymbalta cypionate cyst cystitis
cystoscopy cysts cytology dad daily damage damn dancer dander dangerously dark darker data database date dated dates
dating daughter daughters day days daytime dazed dcis deadlines deal dealing dean dear death deaths debilitating
debridement dec decades deceased december decent decide decided deciliter decision declare decline declined
decompressed decompression decongestants decrease decreased decreasing decubitus deemed deep deer default defect
deferred deficiency deficit deficits define definitely definition definitive deformans deformed deformities
deformity degenerated degeneration degenerative degree degrees dehydration delay delayed deliver delivered
delivering delivery demand demanding demarcated dementia dementing demographic demonstrate demonstrated demonstrates
denied denies density dental dentist dentures deny depakote department depend dependence dependent dependents
depending depends depressed depression dermatologist dermatology dermis describe described describes describing
description desert design designer desire desires desk desktop despite detail detailed details detect detected
detention determine develop developed developer developing development develops device dexamethasone diabetes
diabetic diagnose diagnosed diagnoses diagnosis diagnostic dialogue dialysis diapers diaphoresis diaphragm diarrhea
diary diastolic dictation did didn die died diet dietary dieting dietitian diff differ difference different
differential difficile difficult difficulties difficulty diffuse diffusely diflucan digital digitorum digits digoxin
dilated diligent diminished dimming dinner diplopia direct directed direction directly director dirty disabilities
disability disabled disarray disc discectomy discharge discharged discitis discoloration discomfort discontinuation
discontinue discontinued discount discrimination discs discuss discussed discussing discussion disease diseases disk
dislocation dislocations disorder disorders disoriented dispatcher dispense displacement display dissection distal
distally distant distended distension distention distracted distress distribute distribution district disturbance
disturbances diuretic diverticulitis diverticulosis division divorce divorced dizziness dizzy do doc docker doctor
doctors document documentation documented does doesn doest dog dogs doing dominant dominantly dominate don donated
done door dorm dormant dorsal dorsalis dorsiflexion dosage dose doses dosing double doubt down downhill downstairs
downtown doxorubicin dr draft dragon drainage drained dramatic drank draw drawer drawn draws dresses drift drink
drinker drinking drinks drip drive driver driveway driving droop drooping drop dropped dropping drops drove drug
drugs drunk dry duct ductal ducts due duke dull durable duration during duty dynamic dysarthria dysfunction
dysphagia dysplasia dyspnea dyspneic dysuria each ear earache earlier early ears eased easier easily east easter
eastern easy eat eaten eating eats ecchymosis ecg echocardiogram economic ectopic eczema edema edge edit editor
editorial education effect effective effectiveness effects effexor efficacy efficient effort effusion eg eggs
egophony eight eighteen eighteenth eighth eighties eighty either ejection ekg ekgs elaborate elaborating elastic
elastography elbow elbows elder elderly elect elected electric electrocardiogram electronic element elevated
elevation eleven eleventh elicited eligible eliminate eliquis else elsewhere eluting email embarrassing embassy
embolism emergency emesis emotional emperor emphysema empire employ employed employee employer empty emptying enable
enbrel encounter encountered encounters encourage encouraged end ended endocrine endocrinologist endometriosis
endorse endorses endorsing endoscopy energized energy engage engaged engine engineer england english enhancing enjoy
enjoying enjoys enlarged enlargement enlarging enough enroll ensure enter enteritis enterprises entertainment
enthusiasm entire entirely entry environment environmental enzyme enzymes epicondyle epicondylitis epididymis
epidural epigastric epilepsy epinephrine epipen epiphysis episode episodes episodic epithelioid equal equipment
equivalent equivocal er erectile erection erections erosive error erythema erythematosus erythematous esophagitis
esophagus especially esq essential essentially establish established estate estimate estimates estradiol estrogen et
etc ethanol ethics ethnicity etiology europe european eval evaluate evaluated evaluating evaluation even evening
event events eventually ever every everybody everyday everyone everything everywhere evidence evident evolutionary
ex exacerbate exacerbated exacerbation exacerbations exact exactly exam examination examinations examine examined
example exams excellent except exception excess excessive excision excited exciting exclude excursion excuse
executive exercise exercises exercising exert exertion exertional exhalation exhausted exist expect expectations
expected expecting expensive experience experienced experiences experiencing expert expiratory explain explained
explaining explains exploratory explore exposed exposure exposures express expressed expressing expressive extend
extended extending extension extensive extensor extent exterior external extra extract extraction extramedullary
extreme extremely extremities extremity exudates eye eyelid eyes eyesight face facet facial facilitate facility
facing fact factor factors fail failed failing failure faint fainted fainting fair fairly fall fallen falling falls
false familiar family fan fancy fantastic far farm farmer farxiga fast faster fasting fat father fatigue fatigued
fatty faux favor favorable favorite fax fdp fds feature feb febrile february federal fee feed feedback feeding feel
feeling feelings feels feet fell felt female femoral femur femurs festival fever feverish fevers few fiber
fibrillation fibroids fibrosis fibula fibular field fifteen fifth fifties fifty fight fighting figure figured file
fill filled filling film films final finalize finally finance finasteride find finding findings fine finger
fingernail fingers finish finished finishing fired firm first fish fishing fissure fissures fist fisted fit fits
fitting five fix fixation fixed flag flagyl flank flap flare flaring flashes flat flatter flection flex flexed
flexeril flexible flexion flexor flight flights flint flip flomax flonase floor flooring florist flow flower flowers
flu fluconazole fluctuates fluctuating fluctuations fluent fluid fluids flush flushing flustered fluttering focal
focus focused focusing fold folder follow followed following follows followup food foods foot football footed
footing for foraminal force forced forearm forehead foreign forest forget forgetfulness forgets forgetting forgot
form formal format formation former formerly forth forties fortunately forty forward fossa foster foul found
foundation founders four fourteen fourteenth fourth fraction fractions fracture fractured fractures fragment
fragments frame france free fremitus french frequency frequent frequently fresh fri friday friend friends fries from
front frontal fruit fruits frustrated full fullness fully fun function functioning fund funds fungal funny furniture
furosemide further fuse fusion fussy future fyi gabapentin gagging gain gained gaining gains gait gal gall
gallbladder gallery gallops gallstones game games gap garage gardening gas gastric gastritis gastro gastroenteritis
gastroenterologist gastroenterology gastroesophageal gastrointestinal gave gear gel gemini gender general
generalized generally generate generic genetic genitalia genotype gentleman gerd german germany gestation
gestational get gets getting gi girl girlfriend git github give given gives giving glad gland glands glass glasses
glaucoma glenoid global gloves glucosamine glucose gluteal glycoprotein gmbh go goal god goes going goiter gold
golden golfer golfing gon gone good goodness google gosh got gotcha gotten gout government governor gown gpt grab
grade grades gradual gradually graft grafting grafts gram grand grandchildren grandfather grandkids grandma
grandmother grandparents grant granulation grape grapefruit grass gravis gray great greater green grey grimacing
grind grinder grinding grip grocery groin gross grossly ground group groups grow growing grown growth guarantee
guard guardian guarding guess guessing guidance guide guided guideline guidelines gulf gummies gun guns guy guys gym
gymnast gymnastics gynecologist gynecomastia ha habit habits had hair haldol half hall halloween hallucinations
hallux halo hamburger hamstring hand handed handful handgun handle handled handling handouts hands handwriting
hanging hanukkah happen happened happening happens happily happy harbor hard harder hardly hardware harm has hasn
hate hauling have haven having hay hcv hdl he head headache headaches headed headedness header heading headquarters
heal healed healing heals health healthcare healthier healthy hear heard hearing heart heartbeat heartbeats
heartburn heat heaviness heavy heel heels height held hello help helped helpful helping helps hemangioblastoma
hematemesis hematochezia hematocrit hematoma hematuria hemiparesis hemoglobin hemoptysis hemorrhage hemorrhoids hep
hepatitis hepatomegaly hepatosplenomegaly her herbal herbicide herceptin here hereditary hernia herniated herniation
heroin heroine hers herself hesitate hey hi hiatal hid hidradenitis high higher highest highly highway hiking hill
him himself hindu hip hips hirsutism his hispanic histology historian historically histories history hit hitting
hives hmm hmmm hoarse hoarseness hobbies hobbits hobby hockey hold holding holdings holidays homans home homemaker
homepage homicidal homocystine honest honestly honey hop hope hopefully hoping horizontal hormone hormones horrible
horse hospital hospitalist hospitalization hospitalizations hospitalized host hot hour hours house household
housekeeper houses how however html http https huge huh hum human humeral humerus humid humira humming hundred
hundreds hungry hunt hurt hurting hurts husband hydrated hydration hydrocephalus hydrochlorothiazide hydronephrosis
hydroureter hydroxyurea hygienist hypercholesterolemia hyperesthesia hyperextension hyperglycemia hypergranulation
hyperlipidemia hyperplastic hypersensitivity hypertension hyperthyroidism hypertrophy hypochromia hypoesthesia
hypogonadism hypopnea hypothyroid hypothyroidism hysterectomies hysterectomy i'm ibuprofen ice iced icing id idea
ideation ideations identified identify identity ie if ignore ignored ii iii ileum ill illegal illicit illness
illnesses image images imaginable imagine imaging imbalance imitrex immediate immediately immune immunizations
immunology immunosuppression immunosuppressive imodium impact impacted impaired impairment impatient impingement
implant implement importance important impression improve improved improvement improves improving in inability inc
incarcerated inches incidence incident incision incisional incisions include included includes including
inconsistent incontinence incorporated increase increased increasing increasingly incredibly indeed independent
independently index india indian indicate indicated indicates indication indications indigenous indigestion
indiscretion individual industries industry infant infarction infection infections inferior inflammation
inflammatories inflammatory influence info inform information informed infusion ingest ingested inguinal inhalant
inhalation inhaler inhalers inherited initial initially initiate initiating initiative inject injected injection
injections injure injured injuries injuring injury inmate inner inpatient inperforated input inquired inquiry insect
inserted inserting inside insomnia inspect instability instances instead institute institution instruct instructed
instruction instructions instrumentation insufficiency insulation insulin insurance intact intake integer integrate
intense intensity intensive intent interaction interactions intercourse interest interested interesting interfere
interferon intermediate intermittent intermittently internal international internet interpret interrogated interrupt
interrupted intersection interstitial interval intervention interview intestines into intolerance intracranial
intramedullary intramural intramuscularly intraperitoneal intrauterine intravenous intrinsic introduce introduction
invasion invasive inversion inverted investigate invite invoice involuntary involve involved involvement involves
involving inwards ireland irish iron irregular irrigation irritability irritable irritate irritation is ischemic ish
islamic island islander islands isn issue issues it italian italy itches itchiness itching itchy item items its
itself iv jan janitor january januvia japan japanese jardiance jaundice java javascript jaw jelly jerking jerky
jewish job jobs jog jogging jogs join joined joint joints journal journalist jr json judge jugular juice jul july
jump jumped jumping jun june jungle junior junk just jvd keep keeping keeps keflex keppra kept ketones key keyboard
keytruda kick kid kidding kidney kidneys kids killing kind kinda kinds king kingdom klonopin knee kneecap knees knew
knife knives knocked know knowledge known knows korean kyphoplasty kyphosis la lab label labia lability labor
laboratory labs laceration lacerations lack lady laid lamictal laminectomies laminectomy land landed landing
landscape landscaping lane language lantus lap laparoscopic laparotomy laptop large laser lasix last lasted lasting
lastly lasts late lately later lateral laterally latest latina latino law lawyer laxative laxity lay layer laying
lazy lead leader leading leads league leak leakage lean learn learned learning least leave leaving led left leg
legal legs lem lenalidomide length lengthening lengthy lesion lesions less lesser lesson let lethargic lethargy
letter letting leukemia levaquin level levels lexapro libido library license lidocaine lie life lifestyle lifetime
lift lifted lifting ligament ligamentous ligaments ligation light lighter lightheaded lightheadedness lights like
liked likelihood likely likes limit limitations limited limiting limits limping line lined liner lines lining link
linux lip lipid lipids lipitor lipomyomeningocele lips liquid liquids lisfranc lisinopril list listed listen
listening literally literature lithium lithotripsy little live lived livedo liver lives living ll llama llc load
loading lobe lobectomy local localized localizes locally locate located location locking log login logistics logout
long longer longest longstanding look looked looking looks loose loosen loosened loosening lortab lose losing loss
lost lot lotion lotions lots loud love loved lovely loves loving low lower lowest ltd luckily lucky luggage lumbar
lump lumpectomy lumps lunch lung lungs lupus lying lymph lymphadenectomy lymphadenopathy lymphocytes lymphocytic
lymphoma lyrica ma machine machines macula macular made magazine magnesium mail main mainly mainstream maintain
maintained maintaining maintenance major majoring majority make makes making malaise male malignancies malignancy
malignant mall malleolus mammaplasty mammogram mammoplasty man manage manageable managed management manager managing
maneuver maneuvers manner manual many map mar marathon march margin margins marijuana markers market marriage
married marrow mask mass massage massages massaging masses massive mastectomy master match matches material maternal
math matter mattress maxillary maximum may maybe mayor mba mcp md me meal meals mean meaning means meant meantime
measles measure measured measures measuring meat mechanic mechanical mechanics mechanism med media medial median
medicaid medical medically medicare medicated medication medications medicine medicines meditation medium meds meet
meeting melanoma melena mellitus meloxicam member members memory men menarche menopause menstrual menstruation
mental mention mentioned mentioning mentions menu merge mesothelioma mess message messed messing met meta metacarpal
metal metastasis metastatic metatarsal metatarsals metatarsophalangeal metformin methadone methicillin method
methods methothrexate methotrexate methylmalonic methylprednisolone metoprolol metro mexican mexico mg microcytosis
microscopic microscopically microsoft mid middle midfoot midline midnight midtown might migraine migraines mild
mildly mile miles military milk milligram milligrams millimeter millimeters mind mine mini minimal minimally
minimize minimum minister ministry minivan minor minus minute minutes miralax mirena misalignment miscarriage
miscarriages mishaps misplaced miss missed missing mistral mitral mixed mm mmr mobic mobile mobility model moderate
moderately modern modification modifications modify module moisturizing mold molds mole moles mom moment moments
mommy mon monday money monitor monitored monitoring monogamous mononeuritis month months mood moods moose more
morning mornings morphine most mostly mother motion motions motivated motor motors motorway motrin mounjaro mouth
move moved movement movements moves movie moving mph mr mri mrs ms much mucosal mucous mucus mules multi
multifactorial multiple multiplex multivitamin mumps murmur murmurs muscle muscles muscular musculature
musculoskeletal museum musician muslim must my myasthenia mycins myelofibrosis myelogram myeloma myocardial myself
mystery na nagging nail name named names nap naprosyn narcan narcotics narrative narrowing nasal nasty national
native natural naturally nature nausea nauseated nauseous navicular navy near nearby nearly necessarily necessary
neck necrosis need needed needing needle needles needlestick needs negative neglect neighborhood neither neonatal
nephrectomy nephropathy nerve nerves nervous nervousness network neural neuritis neuro neuroblastoma neurologic
neurological neurologically neurologist neuroma neuromuscular neurontin neuropathy neurosurgeon neurosurgical
neurovascular neurovascularly neutropenia never nevus new newborn newly news newspaper newspapers nexium next ng
nice nicely nicotine night nights nighttime nine nineteen nineteenth nineties ninety ninth nipple nipples
nitroglycerin no nobody nocturia nocturnal node nodes nodosa nodosum nodule nodules noises non noncontributory
nondistended nondrinker none nonhealing nonoperative nonpitting nonproductive nonsmoker nonspecific nonsteroidals
nontender nontoxic nonunion nonweightbearing noon nope nor norco normal normally north northeast northern northwest
norvasc nose not notable notate notch note noted notes nothing notice noticeable noticed notices noticing notified
notify noting nourished nov novel november now nowhere np nsaid nsaids nuclear null numb number numbers numbing
numbness numerous nurse nurses nursing nutritionist nuvaring nvidia obesity object objective objects obnoxious
observation observe obsessive obstructing obstruction obstructive obtain obtained obtaining obvious obviously
occasion occasional occasionally occasions occupational occur occurred occurrence occurring occurs ocean oct october
odd odor of off offer offered office officer official offload often oh oil ointment ok okay old older olmesartan
omeprazole on once oncologist one ones ongoing online only onset onto onychomycosis oophorectomy op opacification
opacities opdivo open openai opened opening operate operating operation operations operative opinion opioids opted
option options or oral orchestra orchiectomy order ordered ordering orders ordinary organ organization oriented
origin original originally orthopedic orthopedist orthopnea orthostatic orthotic orthotics osteoarthritis
osteochondromas osteomyelitis osteoporosis osteotomy ostiomeatal other others otherwise ounce ounces our out outcome
outcomes outer outlet outline outpatient output outside outstretched outta ovarian ovaries over overactive overall
overdue overeating overhead overnight overuse overview overweight ow own owner owns ox oxycodone oxycontin oxygen
oxygenation ozempic pa pacemaker pacific pack package packs pad pads page pain painful pains painter palace pale
palm palmar palpable palpate palpation palpations palpitation palpitations palsy pamphlet pancreas pancreatic
pancreatitis pandemic panel panic pap papaverine paper papers paperwork papillary papilledema paragraph paralysis
paranasal paranoia paraspinal parathyroids parent parents paresthesia paresthesias parish park parking parkinson
parliament paroxysmal part partial participant participate participating particular particularly partner partners
parts party pas pass passed passenger passengers passes passing passive password past pasta patch patches patchy
patella patellar patellofemoral paternal pathogen pathology patient patients pattern patterns paxil paxlovid pay
payment pcp pcr peak peanuts pedal pediatric pediatrician pedis pee peed peeing peek peeling peer pelvic pelvis pen
pending penetrate penetration penicillin penile peninsula penis people pepcid peptic per percent percocet percussion
percutaneous perfect perfectly perform performance performed performing perfusion perhaps periarticular period
periodic periodically periods perioral peripheral peritoneal peritonsillar permanent permit peroxide persisted
persistence persistent person personal pertussis pes petroleum pets pfts phalanx pharmaceuticals pharmacy phase phd
phenomena phenomenal phentermine phimosis phlebotomies phlebotomist phlebotomy phlegm phobias phone phosphatase
phosphate photo photofacials photography photophobia photos phrases physical physically physician physicians piano
pick picked picking pickle picture pictures piece pieces pigmentation pilates pill pillow pills pilot pimple pin
pinched pinching pink pinning pinpoint pins pip pipeline piriformis pitting pivot pizza place placebo placed
placement places plain plan plane planned planning plans plant plantar planus plaques plate plateau plates platform
plavix play played player playing plays pleasant please pleased pleasure plenty pleural plexopathy plumber plus pm
pneumonia pneumonitis pocket podiatrist podiatry poem point pointer pointing poison pole police policy polio pollen
polo polyarteritis polycystic polycythemia polydipsia polymyalgia polyp polypectomy polyps polyuria pool poop poor
poorly pop popliteal popping population port portal portion portions portuguese position positional positions
positive possibility possible possibly post postal posterior postnasal postoperative posture potassium potato
potential potentially pound pounding pounds power pr practical practice practices pre precaution predict
predisposition prednisone predominant predominantly prefer preferred pregnancies pregnancy pregnant premarin
premature prematurely premier preop preoperatively preparation prepare preparing prescribe prescribed prescriber
prescribing prescription prescriptions presence present presentation presented presenting presents preserved
president press pressure pressures presumably pretend pretty prevent preventative prevention preview previous
previously price priest prilosec primarily primary prince princess principal principles prinivil print printing
prior priority private prize prn probable probably problem problematic problems procedure procedures proceed
proceeding process processed produce producer producing product production productions productive products
profession professional professor profile profuse progesterone prognosis program progress progressed progressing
progression progressive progressively project projects prolapse proliferation prolonged prominent promoted prompt
pronation pronator pronounce pronouns proof proper properly property prophylactic prophylaxis proposal prostate
prostatectomy prostatitis prostitutes protect protection protective protein protocol protocols protonix protrusion
proud prove provide provided provider providers provides providing provoked proximal proxy prozac pruritus ps psa
psoriasis psych psychiatric psychiatrist psychiatry psychological psychology psychotic pt public publish puckering
puffs puffy pull pulled pulley pulling pulls pulmonary pulsating pulse pulses pump pumping punched puncture purchase
purpose purse pursed pursue purulent pus push pushed pushing put putting puzzles pylori python pyuria quadrant
quadrants qualify quality quantity quarter queasy queen query question questionable questioned questioning
questionnaire questions quiche quick quickly quiet quit quite quitting quivering quiz quote race racing radial
radiate radiated radiates radiating radiation radical radicular radicularopathy radiculopathy radio radiographic
radiographs radiological radiology ragweed rail railing rails railway raise raised rales ramadan ran random randomly
range ranging rapid rapidly rare rarely rash rashes rate rated rates rather rating ratio raw ray rayed rays re reach
reached reaching reacted reaction reactions reactive read reading readings ready real realize realized really rear
reason reasonably reasons reassured rebound rebounding recall receive received receives receiving recent recently
receptor recheck rechecked recipient recognize recommend recommendation recommendations recommended recommending
reconstruction record recording records recover recovered recovering recovery recreational rectal rectocele rectum
recumbency recurrence recurrent recurring red redness reduce reduced reducing reduction reevaluate reevaluated
reevaluation refer reference referral referred referring refill refilled refills reflex reflexes reflux reform
refreshed refrigerator regain regard regarding regards regimen region regional register registered registry reglan
regular regularly regulate regulation regurgitation rehab rehabilitation reject relate related relates relating
relation relationship relative relatively relatives relax relaxants relaxer relaxers release released releases
relevant reliable relief relieve relieved reliever religion rely remain remainder remained remains remark remarkable
remember remembering remembers remicade remind reminder reminding remodeling remote remotely removal remove removed
removing renal renew rent repair repaired repairing repeat repeated repeatedly repetition repetitive replace
replaced replacement replacements reply report reported reportedly reporter reporting reports represent representing
reproductive republic request requested requesting require required requiring reschedule research resected resection
resent reserve residence residency resident residual resistant resisted resolution resolve resolved resolves
resolving resource respect respectfully respirations respirator respiratory respond responded response
responsibility responsible rest restart restarted restaurant rested resting restore restrict restricted restrictions
restroom rests result resulted results resume resuming resurfacing resuscitate retain retaining retardation
retention retinopathy retired retirement retroareolar return returned returning returns reveal revealed reveals
revenue review reviewed reviewing revise revised revision revisit rheumatic rheumatica rheumatoid rheumatologist
rhinitis rhinorrhea rhonchi rhythm rib ribs rice rid ride rides riding right righty rigidus rigors ring ringing rise
risk risks risperdal ritalin rn road roaring rock role rolling room roommate roommates root roots rotate rotation
rotator rough round rounded rounding route routine routinely row rub rubbing rubs rule ruled run runner runners
running runny runs rupture rural rushed russia russian rust sacroiliac sacrum sad saddle sadness safe safer safety
said sale salesman salivary salpingo salt salty same sample samples saphenous sarcoid sat satellite satellitosis
satiety satisfaction satisfy satting saturation saturday saturdays sauce save saw say saying says scale scalp scaly
scan scans scant scapular scar scared scares scars scary scene schedule scheduled scheduling scheme schizophrenia
school sciatic sciatica science scientist sclerosis scope score scores scotland scotoma scottish scratch screen
screening screw screws script sea search searched season seasonal seat seatbelt seated second secondary seconds
secretary section sections sector secure security sed sedative sedentary see seeing seek seeking seem seemed seems
seen sees segment seizure seizures select selective self selfish sell semester senate send sending senior sensation
sensations sense sensitive sensitivity sensorineural sensory sent sentence sep separate separated separately
separation sepsis sept september septum sequence serial series serious seriously serologies seroquel serous serum
serve server service services session set setting settings settled seven seventh seventies seventy several severe
severely severity sex sexual sexually shadows shaft shake shakes shaking shaky shall shampoo shape shaped share
sharing sharp shave she sheath sheet sheets shepherd shift shingles ship shipping shirt shock shoe shoes shoot
shooting shop short shortening shorter shortly shortness shot shots should shoulder shoulders shouldn show showed
shower showers showing shown shows shrink shrugging shunt siblings sick side sided sides sidewalk sigmoid sign
signal signature signed significance significant significantly signs silver similar simple since sincerely sincerest
singer single singulair sink sinus sinuses sinusitis sir sister sisters sit site sites sitting situ situation
situations six sixteen sixth sixties sixty sizable size ski skiing skill skilled skills skin skull sleep sleeping
sleeps sleepy slept slide sliding slight slightly sling slip slipped slipping slow slowed slower slowing slowly
sluggish slung slurred slurring small smaller smart smear smears smell smoke smoked smoker smokes smoking smooth
snacking sneeze sneezing sniffles sniffling snore snores snoring snorting snow so soaking soap soccer social
socially society sodium soft softball software soldier solid solids solution solutions solved some somebody someone
something sometime sometimes somewhat somewhere son song songs sons soon sooner sore soreness sores sorry sort
sought sound sounding sounds source south southeast southern southwest space spaces spain spanish spare spasm spasms
speak speaking speaks special specialist specialty specific specifically specimens speckled speech speed spell
spelling spells spend spending spends spent spermicide spicy spike spikes spilled spina spinal spine spinning
spiriva splint splinter spoke spondylolisthesis sponges spontaneous spontaneously sports spot spots spotting spouse
sprain sprained spray sprays spread spreading spring sprinklers spur sputum sql squared squatting squeeze sr
stabbing stability stabilize stabilized stabilizing stable stack stacks stadium staff stage staggering staging
stairs stand standard standby standing standpoint stands staphylococcus staples start started starting starts stasis
state stated statement states statin stating station statistic status stay stayed staying stays steady steering
stenosing stenosis stent step stepchildren stepped stepping steps sternoclavicular sternotomy steroid steroids stick
stiff stiffness still stimulant stipend stomach stomachache stomatitis stone stones stood stool stools stooped
stooping stop stopped stops store story straight straighten strain strainer straining stranded strange strategies
strategy stream street strength strengthen strengthening strenuous strep stress stressed stressful stressors
stretched stretcher stretching strict string stripping stroke strokes strong stronger strongest struck structure
struggle struggled struggling strut stuck student studies studios study studying stuff stuffy stumbled stung stunned
style subacromion subchondral subcutaneous subcutaneously subcutis subdural subject subjective submit suboccipital
suboxone subsequent subsequently substance substances substantial subtalar subtle subtype suburb success successful
successfully such sudden suddenly suffer suffered suffering suffers sugar sugars suggest suggested suggesting
suggestions suicidal suicide suitable sulfa summarize summary summer sun sunday sundays sunlight super superficial
superficialis supermarket supervise supervisor supination supine supple supplement supplements supply support
supporting supportive suppose supposed suppurativa supraclavicular supracondylar suprascapular suprasellar sure
surface surgeon surgeries surgery surgical surgically surprise surprised surprising surprisingly surrounded
surveillance survey survival suspect suspected suspecting suspicion suspicious sustain sustained sutures swallow
swallowed swallowing sweat sweating sweats sweet swell swelled swelling swellings swells swim swimming swing swings
swish switch switched swollen symbicort symmetric symmetrical symptom symptomatic symptomatically symptoms syncopal
syncope syndrome synthesis synthroid system systemic systems systolic ta table tablet tablets tachyarrhythmia
tachycardia tactile tailbone take taken takes taking tales talk talked talking talofibular talus tamiflu tap taped
taper tapers target tarry task tasks taste taxi tbd tea teach teacher teachers team tear tearfulness tearing tears
teasing teaspoons tech technical technically technician technique technologies technology teen teens teeth telephone
tell telling tells temperature template temporal temporary ten tend tended tender tenderness tendinopathy tendon
tendons tends tennis tenosynovitis tension tentatively tenth term terminal terminated terms terrible terrific
tertiary tesla test tested testes testicle testicular testing testosterone tests tetanus text than thank thankful
thankfully thanks thanksgiving that thc the theater theatre their them then theory therapeutic therapist therapy
there therefore thermometer these they thick thickening thickness thigh thighs thin thing things think thinking
thinks thinner thinners third thirst thirsty thirteen thirteenth thirtieth thirty this thoracic thorough thoroughly
those though thought thoughts thousand three threshold threw throat throbbing thrombocytopenia thromboembolism
thrombosis through throughout throw throwing thrown throws thrush thu thumb thur thurs thursday thus thyroid
thyroidectomy thyroids thyromegaly tibia tibial tic tick ticket tics tied tight tightness till tilt time times
timing tinea tingling tinnitus tiny tip tired tiredness tissue titer title to tobacco today toe toenail toes
together toilet told tolerable tolerate tolerated tolerates tolerating toll tomorrow ton tone tongue tonic tonight
tonsillectomy tonsils too took tool tools tooth toothache top topamax topic topical toprol torn torsemide torso
tossing total totally touch touched touching tough tourette tournament tournaments toward towards tower town toxic
toxicity toy trace track tracking tract trade traffic trails train trained trainer training traits tramadol
trampoline transfer transferred transferring transform transfusion transient transition translate transmitted
transplant transport trapezius trapped trash trauma traumatic travel traveled traveling travelling travels treat
treated treating treatment treatments treats tree tremor tremors trend trial trials triathlon triceps trick
tricuspid tried tries trigger triggered triggers triglycerides trip triple tripped trochanter trochanteric trouble
troubles troubling truck true trulicity trunk trust try trying tubal tube tubercle tuberculosis tuberosity tubes
tubular tue tues tuesday tummy tumor tumors tunnel turbinates turkey turn turned turning turns tweezers twelfth
twelve twentieth twenty twice twins twist twisted twisting twitch twitching two tylenol tympanometry type types
typescript typical typically uber ugly uh ulcer ulcerated ulcerative ulcers ulnar ultimate ultimately ultram
ultrasound um umbilicus unable unaware unbearable unbelievable uncertain unchanged uncle uncles uncomfortable
uncommon unconscious uncontrolled undefined under undergo undergoing undergone underlying underneath understand
understandable understanding understands understood underwent undescended uneasiness unemployed uneven unexplained
unfamiliar unfortunate unfortunately unintentional union unique unit united unithroid units university unknown
unless unloading unrelated unremarkable unstable unsuccessful unsure until unusual unusually up upcoming update
updated upon upper ups upset upstairs uptown urban ureter ureteral urge urgency urgent uri uric urinalysis urinary
urinate urinated urinating urination urine url urologist urology us usa usage use used useful user username uses
using usual usually uterine uterus utility utilize utilizes utilizing uuid uvula vacation vaccinated vaccination
vaccinations vaccine vaccines vagina vaginal vague valgus valid validate valium valley valtrex value valve vanish
variable varicose varies various varus vary vascular vasectomy vast vault ve vegetables vegetarian vehicle vein
veins vending vendor venous ventolin ventricular ventures verapamil verbalize verified verify version versus
vertebra vertical vertigo very vessel vessels vest veteran via viable viagra vicodin victim video vietnamese view
views vigorous village violence violent virtassist virtscribe virtual virus vision visit visited visiting visitor
visitors visits visual visualize vital vitals vitamin vocalization voice voiding volar volley volleyball volume
voluntarily volunteer vomit vomited vomiting vs vulgaris vulva vyvanse waist wait waiting waits wake wakes waking
walk walked walking walks wall walls wan want wanted wants ward warfarin warm warmer warmth warn warning wart warts
was wash washing wasn wasps watch watchers watchful watching water watery wave waves waxed way ways we weak weaker
weakness wean wear wearing wears weather web website wed wednesday weed week weekdays weekend weekends weekly weeks
weened wegovy weigh weighed weighing weighs weight weightbearing weights weird welcome well wellbutrin wellness went
were west western wet whack what whatever whatsoever wheel wheelchair wheeze wheezes wheezing when whenever where
whereas whether which while whiplash white who whole whom whose why wide widening wider widow widowed wife will
willing window windows wine winter wired wisdom wise wish wishes with withdrawal withdrawing withdrawn within
without wo woke woman women won wonder wonderful wondering wood wooden word words work worked worker workers
workflow workforce working workout works workup world worn worried worries worrisome worry worse worsen worsened
worsening worsens worst worth would wouldn wound wounds wow wrap wrapped wreck wrist wrists write writer writing
written wrong wrote xanax xarelto xerostomia xml ya yard yeah year yearly years yeast yellow yellowish yep yes
yesterday yet yoga you young younger youngest your yours yourself youth yr yup zag zantac zero zestril zig zithromax
zocor zofran zoloft zone zyprexa zyrtec
""".split()
)
