# ruff: noqa: E501 - a line of a table is one case
"""Identifiers that a word announces, or a form of their own, and the codes and counts that look like them."""

import pytest

from tests.support.marked import hits, masked, misses

HITS = r"""
SSN | SSN [[219-09-9999]]
SSN | SSN [[219 09 9999]]
SSN | SSN [[219099999]]
SSN | SSN#[[219-09-9999]]
SSN | ss# [[219-09-9999]]
SSN | SS no. [[219-09-9999]]
SSN | soc sec [[219-09-9999]]
SSN | Social Security Number is [[219.09.9999]]
SSN | last four of SSN [[9999]]
SSN | last 4 of social: [[9999]]
SSN | last 4 SSN: [[9999]]
SSN | SSN (last 4): [[9999]]
SSN | SSN ending [[9999]]
SSN | SSN [[xxx-xx-9999]]
SSN | [[***-**-9999]]
SSN | SSN: [[XXX-XX-9999]]
SSN | ITIN [[900-70-0001]]
SSN | taxpayer id [[900-70-0001]]
SSN | [[219-\n09-9999]]
SSN | SSN [[219–09–9999]]
OTHER_ID | social is [[two one nine oh nine nine nine nine nine]]
HEALTH_PLAN | Medicare card [[2123 45670 1]]
HEALTH_PLAN | Krankenversichertennummer [[A123456780]]
HEALTH_PLAN | KVNR: [[A123456780]]
HEALTH_PLAN | IHI [[8003 6081 6669 0503]]
HEALTH_PLAN | MBI [[1EG4-TE5-MK73]]
HEALTH_PLAN | Medicare # [[1EG4TE5MK73]]
HEALTH_PLAN | Medicaid ID [[AB12345C]]
HEALTH_PLAN | Medicaid: [[12345678]]
HEALTH_PLAN | member ID [[W123456789]]
HEALTH_PLAN | Member #: [[XYZ123456789]]
HEALTH_PLAN | Group # [[12345]]
HEALTH_PLAN | Group No. [[G-4821]]
HEALTH_PLAN | policy number [[POL-123-456]]
HEALTH_PLAN | subscriber id: [[123456789-01]]
HEALTH_PLAN | insurance: BCBS ID [[XEA123456789]]
HEALTH_PLAN | Aetna ID [[W1234 56789]]
HEALTH_PLAN | Blue Cross member number is [[YRP123456789]]
HEALTH_PLAN | HICN [[123-45-6789A]]
HEALTH_PLAN | RxBIN 610014 RxGrp [[ABC123]]
HEALTH_PLAN | TRICARE ID: [[12345678901]]
HEALTH_PLAN | health card number [[1234-567-897-AB]]
HEALTH_PLAN | OHIP [[1234 567 897]]
HEALTH_PLAN | claim number [[CLM-0012345]]
HEALTH_PLAN | prior auth # [[PA-123456]]
HEALTH_PLAN | authorization number [[A1234567]]
MRN | MRN [[00482913]]
MRN | MRN:[[00482913]],
MRN | MRN=[[482913]]
MRN | MRN - [[482913]]
MRN | MRN is [[482913]]
MRN | MRN ([[482913]])
MRN | mrn# [[A-00482913]]
MRN | MRNs: [[123456]], [[234567]] and [[345678]]
MRN | MRNs [[123456]], [[234567]]
MRN | MRN [[123456]] and [[234567]]
MRN | MRN [[123456]]/[[234567]]
MRN | MRN: [[123456]]; [[234567]]; [[345678]]
MRN | [[mrn0012345678]]
MRN | [[MRN0012345678]]
MRN | pt_mrn_[[00482913]]
MRN | MR# [[482913]]
MRN | MR [[#482913]]
MRN | med rec no [[48-29-13]]
MRN | medical record [[482913]]
MRN | Medical Record Number\n[[482913]]
MRN | chart # [[482913]]
MRN | chart no. [[482913]]
MRN | hospital number [[H482913]]
MRN | Hosp No: [[H482913]]
MRN | unit number: [[M000482913]]
MRN | patient ID [[P-482913]]
MRN | patient number [[482913]]
MRN | Pt ID: [[482913]]
MRN | EMRN [[482913]]
MRN | EPIC MRN: [[E482913]]
MRN | UHID [[APL1.0001234567]]
MRN | Patient (MRN [[482913]]) seen
MRN | patient #[[482913]]
MRN | UR number [[482913]]
MRN | medical record of [[482913]]
MRN | MRN: [[482 913 002]]
MRN | M R N [[482913]]
MRN | M.R.N.: [[482913]]
MRN | record number [[482913]]
MRN | CRN: [[482913]]
ACCOUNT | account number [[000123456]]
ACCOUNT | acct [[#000123456]]
ACCOUNT | a/c no [[000123456]]
ACCOUNT | Account: [[12345678-01]]
OTHER_ID | HAR [[100012345678]]
ACCOUNT | bill number [[B-123456]]
ACCOUNT | invoice [[INV-2024-00123]]
ACCOUNT | routing [[021000021]]
ACCOUNT | ABA [[021000021]]
ACCOUNT | card ending in [[1111]]
ACCOUNT | visa ending [[1111]]
ACCOUNT | [[4111-1111-1111-1111]]
ACCOUNT | [[4111111111111111]]
ACCOUNT | amex [[3782 822463 10005]]
ACCOUNT | sort code [[12-34-56]] account [[12345678]]
ACCOUNT | IBAN [[DE89 3704 0044 0532 0130 00]]
ACCOUNT | [[DE89370400440532013000]]
ACCOUNT | SWIFT [[DEUTDEFF500]]
ACCOUNT | BIC: [[DEUTDEFF]]
ACCOUNT | bitcoin [[1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2]]
ACCOUNT | guarantor number [[G12345]]
LICENSE | DEA # [[AB1234563]]
LICENSE | DEA number is [[FB1234563]]
LICENSE | NPI [[1234567893]]
LICENSE | NPI: [[1234567893]]
LICENSE | license no. [[A12345]]
LICENSE | medical license [[MD-123456]]
LICENSE | driver's license [[D123-4567-8901]]
LICENSE | DL [[D1234567]]
LICENSE | DL# [[D1234567]]
LICENSE | DL: CA [[D1234567]]
LICENSE | CA DL [[D1234567]]
LICENSE | passport [[X12345678]]
LICENSE | passport no. [[123456789]]
LICENSE | Passport Number: [[AB1234567]]
LICENSE | GMC number [[1234567]]
LICENSE | GMC no [[1234567]]
LICENSE | NMC PIN [[12A3456E]]
LICENSE | RN license [[RN123456]]
LICENSE | Lic# [[PH-12345]]
LICENSE | state ID [[S1234567]]
ACCOUNT | green card no. [[A123456789]]
ACCOUNT | visa number [[12345678]]
LICENSE | certificate [[C-2020-12345]]
LICENSE | CLIA [[05D0987654]]
LICENSE | alien number [[A123456789]]
VEHICLE | VIN [[1M8GDM9AXKP042788]]
VEHICLE | VIN: [[1HGCM82633A004352]]
VEHICLE | [[1M8GDM9AXKP042788]]
VEHICLE | plate [[ABC-1234]]
VEHICLE | license plate number [[7ABC123]]
VEHICLE | license plate [[ABC 123]]
VEHICLE | plates: [[8XYZ999]]
VEHICLE | number plate [[AB12 CDE]]
VEHICLE | reg. plate [[AB12 CDE]]
VEHICLE | tag # [[ABC1234]]
VEHICLE | Kennzeichen [[B-AB 1234]]
DEVICE | serial number [[PX000123]]
DEVICE | Serial No.: [[PX000123]]
DEVICE | S/N [[PX-000-123]]
DEVICE | SN: [[PX000123]]
DEVICE | serial [[#PX000123]]
DEVICE | pacemaker (serial [[PX000123]])
DEVICE | implant lot number [[L12345]]
DEVICE | lot # [[L12345A]]
DEVICE | IMEI [[490154203237518]]
DEVICE | UDI [[(01)00643169007222(17)250101(10)A123]]
DEVICE | device id [[DEV-000123]]
DEVICE | model number [[MDT-5076]]
DEVICE | serial numbers [[PX000123]] and [[PX000124]]
DEVICE | ICD serial # is [[BTK123456]]
DEVICE | pump SN [[PU123456]]
DEVICE | lead s/n [[LFJ123456V]]
BIOMETRIC | fingerprint ID [[FP-000123]]
BIOMETRIC | retinal scan [[RS-0001]]
BIOMETRIC | voiceprint hash [[9f86d081884c]]
BIOMETRIC | iris template: [[IR-12345]]
BIOMETRIC | palm vein ID [[PV12345]]
BIOMETRIC | facial recognition ID: [[FR-9981]]
BIOMETRIC | DNA sample [[DNA-00123]]
PHOTO | photo [[IMG_2031.jpg]]
PHOTO | headshot: [[jane-roe.png]]
PHOTO | see photo file [[DSC00123.JPG]]
PHOTO | full-face photograph [[face_01.jpeg]]
PHOTO | wound image [[IMG_0001.HEIC]]
OTHER_ID | accession [[A24-123456]]
OTHER_ID | Accession #: [[SP-24-00123]]
OTHER_ID | accession no. [[24-123-00456]]
OTHER_ID | Encounter [[#12345678]]
OTHER_ID | encounter ID: [[ENC-123456]]
OTHER_ID | CSN [[100012345]]
OTHER_ID | FIN: [[12345678]]
OTHER_ID | FIN# [[12345678]]
OTHER_ID | specimen [[S24-12345]]
OTHER_ID | specimen id [[S24-12345]]
OTHER_ID | Study ID [[ABC-001-0023]]
OTHER_ID | subject [[001-0023]]
OTHER_ID | subject number [[0023]]
OTHER_ID | participant [[P-0023]]
OTHER_ID | order # [[123456789]]
OTHER_ID | order number [[O-123456]]
OTHER_ID | Case No. [[24-CV-01234]]
OTHER_ID | case #[[123456]]
OTHER_ID | ticket [[INC0012345]]
OTHER_ID | ticket #[[12345]]
OTHER_ID | badge [[48213]]
OTHER_ID | badge number [[4821]]
OTHER_ID | employee ID [[E12345]]
OTHER_ID | employee # [[12345]]
OTHER_ID | student ID: [[S1234567]]
OTHER_ID | Rx# [[1234567]]
OTHER_ID | prescription number [[1234567-01]]
OTHER_ID | visit number [[V00012345]]
OTHER_ID | reference [[REF-12345]]
OTHER_ID | confirmation [[ZX81QP]]
OTHER_ID | confirmation code [[ZX81QP]]
OTHER_ID | tracking [[1Z999AA10123456784]]
OTHER_ID | tracking number [[9400100000000000000000]]
OTHER_ID | inmate number [[A12345]]
OTHER_ID | military ID [[1234567890]]
OTHER_ID | DoD ID [[1234567890]]
OTHER_ID | veteran ID [[1234567890]]
OTHER_ID | donor [[D-12345]]
OTHER_ID | barcode [[123456789012]]
OTHER_ID | wristband [[WB12345]]
OTHER_ID | docket [[2024-1234]]
OTHER_ID | incident # [[24-001234]]
OTHER_ID | API key [[sk-test-abc123DEF456ghi789JKL]]
OTHER_ID | password: [[hunter2!x]]
OTHER_ID | token [[ghp_abcdefghijklmnopqrstuvwxyz0123456789]]
OTHER_ID | patient [[123e4567-e89b-12d3-a456-426614174000]]
MRN | patient id: [[550e8400-e29b-41d4-a716-446655440000]]
OTHER_ID | ID [[#482913]]
OTHER_ID | ID: [[AB-482913]]
OTHER_ID | ID number [[482913]]
EMAIL | UPI [[jane@okbank]]
OTHER_ID | cases [[#12345]], [[#12346]] and [[#12347]]
OTHER_ID | PIN [[4821]]
MRN | call_mrn[[0012345678]]
OTHER_ID | accession numbers [[A24-123456]], [[A24-123457]]
OTHER_ID | room key code [[4821]]
OTHER_ID | locker code [[4821]]
MRN | MRN [[XK 4420 991]]
MRN | Hosp no. [[H 113 4482]]
MRN | MR [[00-44-91-2]]
MRN | GET /patients/[[H76749772]]?name
MRN | patient=[[6972356]] last
MRN | patient [[34-4328]]: QTc
MRN | MRN `[[482913]]`
MRN | **MRN:** [[482913]]
LICENSE | CA license [[A 128 774]]
LICENSE | driver's license number is [[D400 7836 0001]]
HEALTH_PLAN | BCBS [[XYP 882 114 093]]
HEALTH_PLAN | Medicare [[1EG4 TE5 MK73]]
HEALTH_PLAN | UHC ID [[912334471 00]]
HEALTH_PLAN | group [[0048812]] subscriber [[ABC123456789]]
HEALTH_PLAN | grp [[RX8812]]
HEALTH_PLAN | POLICY [[JBN240-839-8120]]
HEALTH_PLAN | medicaid no. [[AZ 4412 0098 1]]
SSN | last four [[9999]]
SSN | SS# ends in [[9999]]
SSN | soc: [[219099999]]
ACCOUNT | billing account [[BA 7712 0043]]
ACCOUNT | acct ending [[0044]]
VEHICLE | license plate [[KLM 4471]] seen on camera
VEHICLE | his truck's plate is [[8T-4432]]
VEHICLE | plate number? [[CHV 9479]]
VEHICLE | Plate was [[SL 28 FS 8901]], I remember
VEHICLE | the plate was [[RL-014-MM]].
VEHICLE | car reg [[AB12 CDE]]
VEHICLE | vehicle reg. no. [[KX19 ZRT]]
VEHICLE | Ford F150 [[JKL 8821]]
VEHICLE | a white van, [[84-SWR-5]]
DEVICE | ICD serial [[BKL 402 118]]
DEVICE | LVAD serial [[HM3 004412]]
DEVICE | prosthesis serial [[KP 4410 7]]
DEVICE | Dexcom transmitter [[8GK4M1]]
DEVICE | hip implant lot [[8812AB]]
DEVICE | stent lot [[L44812-09]]
BIOMETRIC | face template [[ft-8812-ac]]
BIOMETRIC | iris scan code [[IR 4481 22]]
BIOMETRIC | iris_template=[[8c0292cf08e27b80]]
BIOMETRIC | retina scan [[BMT-C8-6766]]
OTHER_ID | barcode *[[004481229]]*
OTHER_ID | biopsy [[S-23-11820]] reviewed
OTHER_ID | why [[A3076138J]] was flagged
OTHER_ID | Nurse: MRN?\nLab: [[55181-6]]. Potassium
OTHER_ID | userId: [[48291344]]
SSN | SSN [[219-09-XXXX]]
VEHICLE | VIN ending [[034461]]
VEHICLE | truck tag GA [[RXK4418]]
MRN | patient no. [[7 441 220]]
MRN | MRN ending [[4421]]
ACCOUNT | acct [[9900 441 8]]
BIOMETRIC | handprint scan [[HP-44188]]
PHOTO | img [[wound_dora_3.jpg]]
OTHER_ID | referral [[REF-04418-B]]
OTHER_ID | teudat/ID [[032441882]]
MRN | patientNumber [[448190]]
OTHER_ID | Versichertennr. [[64124681-75]]
"""
"""Classes G to M and P to R of 45 CFR 164.514(b)(2)(i). Check digits: 45 CFR 162.406 (NPI), 21 CFR 1301 (DEA), 49 CFR 565.15 (VIN), ISO 13616 (IBAN), ISO/IEC 7812 (cards), GS1 (UDI), 3GPP TS 23.003 (IMEI); the form of the MBI by CMS."""

NEAR_MISSES = r"""
FY-24-2025
hemoglobin 12345
SNOMED 44054006, LOINC 4548-4, RxNorm 860975
ICD-10 E11.9, Z79.4, M54.50
CPT 99213, HCPCS J1885
NDC 0002-8215-01
NCT01234567 showed
PMID: 31234567
dx code 250.00
case of 12 patients
case series of 1200
case 1: a 45-year-old
in case 2 doses are missed
case fatality 1234
group 1 received drug, group 2 placebo
Group B strep, Group A streptococcus
WHO group 3 PH
group of 12345 patients
policy changes in 2023
plan: start 5000 units heparin
plan 1. aspirin 81 mg
Plan: 1000 mg acetaminophen q6h
chart review of 1200 patients
chart reviewed 2023
medical records from 2019 to 2021
medical record reviewed, 3 pages
records show 1500 mL output
study of 1234 patients
study 309 trial
subject 3 lbs lighter
patient 1 and patient 2
patient 3 of 5
patient is 45, HR 110
patient no 1
patient number 3 in the series
id est 1234
sample of 1000 patients
specimen sent x 2
specimen 3 cm
order 1000 mL bolus
order of 1000
orders 2 units
visit 1234 miles
reference range 3.5-5.1
ref range 0.4-4.0
Reference: 70-110 mg/dL
reference value 1200
ref 135-145
encounter in 2023
encounter lasted 45 minutes
claim of 3000
account for 1234 of cases
account of 3 days
member of 4 teams
coverage for 12345 lives
lot of pain 1234
a lot 500
model 2 regression
model number of days 30
serial troponins 0.01, 0.02
serial 7s
serial exams q4h
serial EKGs 2023
tag 5
plate 5 mm
plate and screws 3.5 mm
plates 8-hole 3.5 mm
registration desk 4
permit 20 minutes
license to drive
card 5
transaction 5
ticket to ride
confirmation by CT 2023
tracking 12 weeks
badge of honor
room 1234, bed 12
floor 5
Medicare part D 2023
medicare covers 80
Medicare age 65
MRN unknown
no MRN on file
MRN not available 3 times
ssn not given
social history: 20 pack-years
social drinker 3 per week
social: 2 drinks
123e4567-e89b-12d3-a456-426614174000
id 12
HIV-1 RNA 20
B12 500, T4 1.2
vitamin D 25-OH 32
CYP2D6, BRCA1, EGFR T790M
SARS-CoV-2 B.1.1.7
HLA-DRB1*04:01
p.Val600Glu c.1799T>A
IL-6, TNF-a, CD4 450
rs429358
5-FU, 6-MP
COVID-19, H1N1, H5N1
COX-2, SGLT2, GLP-1
ACC/AHA 2017
JNC-8
NYHA III, ASA 3
GPT-4, claude-3
A1C 7.2, TSH 2.4
mL/min/1.73
total 123456789
WBC 12345, PLT 234567
platelets 234,000
viral load 1234567 copies
BNP 12345
ferritin 12345
CK 123456
creatinine kinase 45000
fin: swim
har gow
the fin 1234
EIN 1
PIN stripe
pin 4 mm
pin site care 4 times
password protected
token 3
key 2023 findings
DL 45
DLCO 45
HDL 45, LDL 130
SN 3
CC: chest pain 3 days
cc 500
500 cc NS
PAN negative 5
NI 5
sin 30
PPO 2
HMO 2023
implant 3 months ago
device 2
group number of patients 12
unit number of 2
Units: 1200
unit no
insurance 2023
certificate 4
pass 5
ABC-DE criteria
MD-12
TX-2 staging
Is Paxlovid 300/100 BID ok
Paxlovid 12345
lipid 120/80, steroid 10000
Rapid COVID-19 test
CAR CD19-28z infusion
plate T12 L1 and 6 screws
ACDF plate C5-C6
plate 3.5 MM and screws
Tag 2024
license MD 2020
lot of 1000 patients
group 1 vs group 2
policy 2024 update
patients 10000-50000
last four 1000 mg doses
members/100000 person-years
the van, G2P1
ID consult 2023, ID 5
Boise ID 8370
long COVID: U09.9
"""


@pytest.mark.parametrize(("entity", "marked"), hits(HITS))
def test_an_identifier_is_masked_whole_and_nothing_beside_it(entity: str, marked: str) -> None:
    wanted, seen, entities = masked(marked)
    assert seen == wanted
    assert entity in entities


@pytest.mark.parametrize("text", misses(NEAR_MISSES))
def test_what_only_looks_like_an_identifier_keeps_every_character(text: str) -> None:
    wanted, seen, _ = masked(text)
    assert seen == wanted
