"""Which words of a text are a name: behind a cue, by gazetteer and form, and what vetoes it."""

import pytest

from tests.support.marked import hits, masked, misses

HITS = r"""
NAME | Patient [[Martha Collins]] was seen
NAME | pt [[Kowalczyk]] c/o CP
NAME | pt is [[martha collins]], 45
NAME | pt named [[martha]]
NAME | s/w [[Martha]] re: labs
NAME | s/w [[martha collins]] today
NAME | d/w [[Kowalczyk]], agrees
NAME | d/w Dr. [[Kowalczyk]]
NAME | d/w dr [[kowalczyk]]
NAME | per Dr [[Smith]]
NAME | [[John Q. Smith]], M.D.
NAME | cc: [[Jane Roe]]
NAME | cc: Dr. [[Roe]], Dr. [[Smith]]
NAME | cc: [[Kowalczyk]]; [[Nguyen]]
NAME | Dictated by [[Jane Roe]]
NAME | Electronically signed by [[Jane Roe]] on
NAME | Signed: [[J. Roe]]
NAME | Attending: [[Roe]]
NAME | Attending: [[Jane Roe]]
NAME | Attending Physician: [[ROE, JANE]]
NAME | Surgeon: [[Kowalczyk]]
NAME | Assistant: [[Nguyen]]
NAME | Referring: [[Osei]]
NAME | PCP: [[Osei]]
NAME | PCP is [[Osei]]
NAME | PCP Dr. [[Osei]]
NAME | PCP - [[Jane Roe]]
NAME | Patient Name: [[ROE, JANE A]]
NAME | Patient: [[Roe, Jane]]
NAME | Name: [[Jane Roe]] DOB
NAME | NAME: [[JANE ROE]]
NAME | Re: [[Jane Roe]]
NAME | RE: [[Roe, Jane]]
NAME | Dear Dr. [[Roe]]:
NAME | Dear Ms. [[Roe]],
NAME | Dear [[Jane]],
NAME | To: [[Jane Roe]]
NAME | From: [[Jane Roe]]
NAME | Attn: [[Jane Roe]]
NAME | Sincerely,\n[[Jane Roe]]
NAME | Thanks,\n[[Jane]]
NAME | Best regards,\n[[J. Roe]]
NAME | -- \n[[Jane Roe]]
NAME | Mr. [[Smith]] and Mrs. [[Jones]]
NAME | Mr. and Mrs. [[Smith]]
NAME | Drs. [[Smith]] and [[Jones]]
NAME | Drs [[Smith]] and [[Jones]]
NAME | mr [[smith]] is here
NAME | ms. [[lee]] presents
NAME | miss [[roe]] came
NAME | Mx. [[Roe]]
NAME | Sr. [[García]]
NAME | Sra. [[López]]
NAME | Frau [[Müller]]
NAME | Herr [[Schmidt]]
NAME | Mme [[Dupont]]
NAME | [[M. Dupont]]
NAME | Signora [[Rossi]]
NAME | Rev. [[Brown]]
NAME | Sister [[Mary]] brought
NAME | Nurse [[Johnson]]
NAME | nurse [[johnson]]
NAME | her husband [[Robert]] states
NAME | her husband, [[robert]], says
NAME | wife [[Anna]]
NAME | wife ([[Anna]])
NAME | daughter [[Maria]] at bedside
NAME | mother, [[Susan Miller]],
NAME | son's name is [[Tim]]
NAME | friend [[Karl]]
NAME | his brother [[Steve]]
NAME | accompanied by [[Maria]]
NAME | accompanied by her sister [[Ana]]
NAME | emergency contact: [[Jane Roe]]
NAME | Next of kin: [[Jane Roe]] (wife)
NAME | NOK [[Jane Roe]]
NAME | lives with [[Thomas]]
NAME | spoke with [[Jennifer]] from billing
NAME | spoke to [[jennifer]]
NAME | named [[Okonkwo]]
NAME | my name is [[jennifer walters]]
NAME | this is [[jennifer]] calling
NAME | i'm dr. [[patel]]
NAME | i'm [[jennifer]], your nurse
NAME | hi [[jennifer]] , how are you
NAME | good morning [[jennifer]]
NAME | thank you , [[jennifer]] .
NAME | so [[jennifer]] is a 45 year old
NAME | [[jennifer walters]] is a 45-year-old female
NAME | patient is [[steven nguyen]] here for
NAME | okay [[bryan]] , let's
NAME | hey , [[lawrence]] , good to see you
NAME | [[Oluwaseun Adeyemi]] presented
NAME | [[Priya Raghunathan]] is
NAME | [[María José García López]] is
NAME | [[Jean-Pierre Dubois]] was
NAME | [[Ludwig van der Berg]] was
NAME | [[Siobhan O'Brien]] was
NAME | [[McDonald, Ronald]]
NAME | [[Smith, John A.]]
NAME | Pt [[SMITH, JOHN]] seen
NAME | [[Will Smith]] came
NAME | [[April Jones]] came
NAME | [[May Chen]] came
NAME | [[Grace Park]] was
NAME | [[Mark Long]] was
NAME | Mr. [[White]]
NAME | Ms. [[Green]]
NAME | Dr. [[Strange]]
NAME | Mr. [[Long]]'s labs
NAME | Mr. [[Parkinson]]
NAME | Mrs. [[Hill]]'s wound
NAME | patient [[Mary S.]] reports
NAME | 45F [[Jane R.]] with
NAME | [[Jane Roe]] (45F)
NAME | [[Jane]] is a 45 yo
NAME | Ask [[Jane]] about
NAME | tell [[karen]] i said
NAME | baby boy [[Roe]]
NAME | Baby Girl [[Smith]]
NAME | BB [[Smith]]
NAME | a twin named [[Ava]]
NAME | aka [[Johnny Roe]]
NAME | née [[Schmidt]]
NAME | formerly [[Jane Doe]]
NAME | goes by [[Bobby]]
NAME | preferred name: [[Alex]]
NAME | interpreter [[Mei Lin]]
NAME | Reviewed with Dr. [[Roe]]
NAME | under the care of [[Jane Roe]]
NAME | supervised by [[Jane Roe]]
NAME | authored by [[Jane Roe]]
NAME | resident [[Kim]]
NAME | Officer [[Daniels]]
NAME | social worker [[Linda]]
NAME | case manager [[Linda Hayes]]
NAME | the patient's daughter [[Linda]]
NAME | the patient, [[Linda Hayes]], is
NAME | the patient ([[Linda Hayes]]) is
NAME | Ms [[Hayes]] is
NAME | MS. [[HAYES]] IS
NAME | MR. [[HAYES]] WAS ADMITTED
NAME | DR. [[HAYES]] WAS NOTIFIED
NAME | [[Crystal Brown]] is a 45-year-old
NAME | [[Guy Sharp]], 56, with AF
NAME | [[Green, Joy]] MRN
NAME | Patient [[Joy Green]] was seen
NAME | [[April May Johnson]], DOB
NAME | [[Ray Long]] had an EGD
NAME | [[Jack Daniels]] is a 45 y.o. male
NAME | Dr. [[Ng]] wants an opinion
NAME | [[Tsegaye Woldemariam]], 44F, palpitations
NAME | [[Faith Nwosu]] (MRN
NAME | [[Cendrillon Coudert]] lives alone
NAME | [[Wilson, Grace]] 8/F
NAME | goes by "[[Skip]]"
NAME | dr. [[li]] and dr. [[wu]] disagree
NAME | The [[Abernathy]] family has strep
NAME | her pharmacist [[Sunita]] said
"""
"""Names: 45 CFR 164.514(b)(2)(i)(A)."""

NEAR_MISSES = r"""
Patient Will Need follow-up
Patient May Return
List: Noonan, Williams, Turner
Johnson & Johnson vaccine
Patient Agreements:
PT VERBALISED UNDERSTANDING
Started Keytruda, Opdivo and Humira
on Eliquis, Xarelto, Jardiance and Farxiga
Ozempic, Wegovy, Mounjaro, Trulicity, Victoza
Lasix, Bumex, Coreg, Toprol XL, Norvasc, Cozaar, Diovan
Zofran, Reglan, Pepcid, Protonix, Nexium, Carafate
Ativan, Xanax, Klonopin, Valium, Ambien, Seroquel, Zyprexa, Abilify, Geodon
Zoloft, Lexapro, Prozac, Paxil, Wellbutrin, Effexor, Cymbalta, Remeron
Keppra, Dilantin, Depakote, Lamictal, Tegretol, Topamax, Neurontin, Lyrica, Vimpat
Synthroid, Armour Thyroid, Cytomel
Lantus, Levemir, Humalog, Novolog, Tresiba, Toujeo
Plavix, Brilinta, Effient, Coumadin, Lovenox
Lipitor, Crestor, Zocor, Zetia, Repatha, Praluent
Spiriva, Advair, Symbicort, Breo, Trelegy, Anoro, ProAir, Ventolin
Entresto, Aldactone, Corlanor, Verquvo
Zosyn, Vanc, Rocephin, Ancef, Merrem, Cipro, Levaquin, Bactrim, Flagyl, Zithromax
Imbruvica, Tagrisso, Ibrance, Lynparza, Kadcyla, Enhertu, Avastin, Herceptin, Rituxan
Percocet, Norco, Dilaudid, OxyContin, Suboxone, Narcan, Toradol
Botox, Juvederm, Restylane
Viagra, Cialis, Flomax, Proscar, Myrbetriq
Claritin, Zyrtec, Allegra, Benadryl, Singulair, Flonase
Tylenol, Motrin, Advil, Aleve, Celebrex
Prolia, Fosamax, Boniva, Evista, Reclast, Forteo
Enbrel, Remicade, Stelara, Cosentyx, Skyrizi, Otezla, Xeljanz, Rinvoq
Mirena, Nexplanon, Depo-Provera, Yaz, NuvaRing, Paragard
Ritalin, Adderall, Concerta, Vyvanse, Strattera
Sinemet, Aricept, Namenda, Exelon
Biktarvy, Truvada, Descovy, Genvoya, Epclusa, Harvoni
Paxlovid, Veklury, Tamiflu, Xofluza
Parkinson's disease, Alzheimer's dementia, Huntington's chorea
Hashimoto thyroiditis, Graves' disease, Addison's, Cushing's syndrome
Crohn's, Barrett's esophagus, Whipple procedure, Nissen fundoplication
Raynaud's, Sjogren's, Wegener's, Takayasu arteritis, Kawasaki disease
Bell's palsy, Horner syndrome, Guillain-Barre, Lambert-Eaton
Charcot-Marie-Tooth, Creutzfeldt-Jakob, Lewy body dementia
Babinski, Romberg, Hoffmann's sign, Kernig and Brudzinski
Murphy's sign, McBurney's point, Rovsing, Blumberg
Foley, Hickman, Swan-Ganz, Jackson-Pratt drain, Penrose
Jackson Pratt drain, Blake drain, Hemovac
Kocher incision, Pfannenstiel, Kerlix, Ace wrap, Unna boot
Lachman, McMurray, Spurling, Tinel, Phalen, Finkelstein, Neer, Hawkins
Thomas test, Patrick's test, Trendelenburg, Allen test
Apgar, Bishop score, Ballard, Tanner stage, Mallampati
Gleason, Breslow, Clark level, Bosniak, Child-Pugh, Fuhrman
Killip class, Duke score, Framingham, Ranson, Rockall, Glasgow-Blatchford
Holter monitor, Zio patch, Bruce protocol, Doppler, Swan
Mohs surgery, Billroth II, Roux-en-Y, Hartmann's
Weber B, Garden IV, Schatzker, Gustilo
Baker's cyst, Osgood-Schlatter, Legg-Calve-Perthes, Scheuermann
Meniere's, Dix-Hallpike, Epley, Weber and Rinne
Kussmaul, Cheyne-Stokes, Biot
Down syndrome, Turner, Klinefelter, Edwards, Patau, Noonan, Marfan, Ehlers-Danlos
Wilson disease, Gilbert syndrome, Dubin-Johnson, Crigler-Najjar
Hodgkin, Burkitt, Ewing sarcoma, Wilms tumor, Kaposi
Brugada, Wolff-Parkinson-White, Mobitz, Wenckebach, Torsades
Dressler, Beck's triad, Virchow's triad, Charcot's triad
Addison crisis, Conn's, Sheehan
Paget's disease, Dupuytren's, Peyronie's
Bartholin cyst, Skene gland, Nabothian
Fallopian tubes, Eustachian, Achilles tendon, Circle of Willis, Sylvian
Broca's area, Wernicke's, Purkinje, Schwann cell
Langerhans, Kupffer, Leydig, Sertoli
Gram stain, Wright stain, Giemsa, Ziehl-Neelsen, Coombs
Hemoglobin A1c, Factor V Leiden, Protein C, Von Willebrand
Epstein-Barr, Coxsackie, Norwalk, Hanta
Lyme, Rocky Mountain spotted fever, Ebola, Zika
DAPA-HF, EMPA-REG, PARADIGM-HF, SPRINT, ACCORD, ALLHAT
the SPRINT trial, the RALES trial, ISCHEMIA
KEYNOTE-189, CheckMate 227, IMpower150, MONALEESA-2
Medtronic, Boston Scientific, Abbott, St. Jude, Edwards Sapien, Watchman
Dexcom G6, FreeStyle Libre, Omnipod, Tandem
Epic, Cerner, Meditech
American Heart Association, American Diabetes Association
Joint Commission, Medicare, Medicaid, Blue Cross
Review of Systems: Constitutional: Negative
Chief Complaint: Chest Pain
HISTORY OF PRESENT ILLNESS
PAST MEDICAL HISTORY: HYPERTENSION, DIABETES
ALLERGIES: PENICILLIN
ASSESSMENT AND PLAN
MEDICATIONS: LISINOPRIL 10 MG DAILY
THE PATIENT IS A 45 YEAR OLD MAN WITH CHEST PAIN
GENERAL: ALERT AND ORIENTED
PATIENT DENIES FEVER, CHILLS
Patient Denies Fever
Patient Education Provided
Patient States Pain Is Better
Patient: Denies pain
Patient Reports Improvement
Physician Orders, Nurse Notes
Nurse Practitioner visit
Doctor on call, Doctor of Medicine
Dear Colleague, Dear Sir or Madam
Dear Patient,
Hi there, Hello Everyone, Hi Doctor
Thank You for the referral
Please Advise, Please Note
Thanks, Team
Follow Up in 2 Weeks
Discharge Instructions: Rest
Left Knee MRI With Contrast
Right Upper Quadrant Ultrasound
Chest X-Ray Two Views
Basic Metabolic Panel, Complete Blood Count
Vitamin D, Vitamin B12, Folic Acid
Magnetic Resonance Imaging
Monday, Tuesday, Wednesday
January, June, August
On Monday he fell
Christmas, Easter, Thanksgiving, Ramadan
English, Spanish, Mandarin, Hispanic, Caucasian, African American
Catholic, Jehovah's Witness, Muslim, Jewish
Facebook, Google, Apple Watch, iPhone, Zoom
Will follow up. May repeat. Mark the site. Grant access.
Can she? Rose bengal. Ivy exposure. Robin's egg.
Hope this helps. Grace period. Faith-based. Joy.
Bill pay, Frank hematuria, Frank blood, Rich in iron
frank pus, bill, will, may, mark, grace, hope
Chase the dragon, Hunter green, Drew blood, Drew labs
drew blood, art therapy, gene therapy, ray of light
Olive oil, Cherry angioma, Strawberry hemangioma, Violet light
Pat dry, Pat the area dry
Rob the bank, Sue the doctor, Don gloves, Dot plot
Max dose, Max Heart Rate, Min assist
Art line, A-line, Swan in place
Stat labs, Nurse to page
Mr. contrast? none
MR angiography, MS flare, DR pupils
PT and OT consult, PT Evaluation
RN notified, MD aware
NP student, PA student
Ms contrast
Dr. Pepper
Dr. Google
Dr. and nurse
Attending: to follow
PCP: None
PCP: Unknown
PCP follow up
cc: chest pain
CC: Abdominal Pain
cc: Fever
Re: Chest pain
To: Emergency Department
From: Cardiology
Attn: Billing Department
Name: Unknown
Name: N/A
Name of medication: Lisinopril
Drug name: Metformin
name: get_weather
Signed consent, Signed off
Sincerely, The Team
wife present, husband deceased
mother has Diabetes
father with CAD
mother: Breast Cancer
Father: Hypertension
daughter Denies
sister MI at 45
friend Brought him
seen by Cardiology
seen by Neuro
per Cardiology, per Radiology
per Pharmacy
d/w Ortho
s/w Pharmacy
spoke with Radiology
accompanied by Mother
contact Pharmacy
like Metformin, like Ibuprofen
for Diabetes, for Hypertension
by Tuesday
about Lisinopril
patients like Asians
in Caucasians
case of Lupus
history of Hodgkin lymphoma
history of Crohn disease
okay great, well then, alright so
ok doc, thanks doc
hi doc, hello doctor
thank you doctor
i'm fine, i'm hungry, i'm allergic
i'm sorry, i'm glad
this is great, this is pain
my name
mr . um
[doctor] hi [patient] hello
he is dandy, she's merry
pops, bubba
christian faith, jewel, pearl, ruby red
long term, young man, hill walking, brown sputum, white count, black stool, green nail, gray matter, grey
gold standard, silver nitrate, stone disease, wood lamp, woods lamp
Claude, ChatGPT, Gemini, Llama, Copilot
JSON, Python, Java, React, Docker
function getName(name) { return name }
SELECT name FROM patients WHERE id = 5
User: hello\nAssistant: Hello!
Question: What is Metformin?
Answer: Metformin is a Biguanide.
Table 1: Baseline Characteristics
Jack Daniels daily
ResMed AirSense 11, pressure 8-14
Young Hispanic, 25F
Norwood, Glenn and Fontan staging
Cushing, Conn, Nelson, Sheehan
covered with Mepilex Border
cleared with chin tuck.
for Breztri, with Amjevita, about Zika
Barrett's, Crohn's, Addison's: surveillance
convert MS Contin 30 mg to a patch
the nuclear family, the Holy Family
"""


@pytest.mark.parametrize(("entity", "marked"), hits(HITS))
def test_a_name_is_masked_whole_and_nothing_beside_it(entity: str, marked: str) -> None:
    wanted, seen, entities = masked(marked)
    assert seen == wanted
    assert entity in entities


@pytest.mark.parametrize("text", misses(NEAR_MISSES))
def test_what_only_looks_like_a_name_keeps_every_character(text: str) -> None:
    wanted, seen, _ = masked(text)
    assert seen == wanted
