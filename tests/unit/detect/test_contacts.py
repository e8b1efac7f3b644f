# ruff: noqa: E501 - a line of a table is one case
"""Phones, faxes and addresses of the net, and the ranges, values, versions and file names that look like them."""

import pytest

from tests.support.marked import hits, masked, misses

HITS = r"""
PHONE | call [[(555) 555-0142]] today
PHONE | call [[555-0142]]
PHONE | [[555-555-0142]]
PHONE | [[555.555.0142]]
PHONE | [[555 555 0142]]
PHONE | ph [[5555550142]]
PHONE | ph: [[5555550142]]
PHONE | ph# [[555-555-0142]]
PHONE | tel. [[555-0142 ext. 12]]
PHONE | Tel: [[020 7946 0958]]
PHONE | mob [[07700 900123]]
PHONE | Mobile: [[07700900123]]
PHONE | mob. no. [[07700-900-123]]
PHONE | [[07700 900123]] is hers
PHONE | [[+44 7700 900123]]
PHONE | [[+44 (0)20 7946 0958]]
PHONE | [[0044 20 7946 0958]]
PHONE | [[+49 30 901820]]
PHONE | Tel. [[030/901820]]
PHONE | Tel.: [[(030) 90 18 20]]
PHONE | [[+33 1 99 00 00 01]]
PHONE | tél. [[01 99 00 00 01]]
PHONE | [[01 99 00 00 01]]
PHONE | teléfono [[612 34 56 78]]
PHONE | móvil: [[612345678]]
PHONE | Handy [[0151 12345678]]
PHONE | [[+91 98765 43210]]
PHONE | [[+91-9876543210]]
PHONE | mobile no [[98765 43210]]
PHONE | [[+61 2 5550 0123]]
PHONE | [[(02) 5550 0123]]
PHONE | [[0491 570 006]]
PHONE | [[+81-3-1234-5678]]
PHONE | [[03-1234-5678]]
PHONE | [[+86 138 0013 8000]]
PHONE | [[1-800-555-0199]]
PHONE | [[1 (800) 555-0199]]
PHONE | [[800-555-0199]]
PHONE | [[+1-555-555-0142]]
PHONE | [[+15555550142]]
PHONE | tel:[[+15555550142]]
PHONE | [[(555)555-0142]]
PHONE | [[(555) 555 0142]]
PHONE | [[555-555-0142 x12]]
PHONE | [[555-555-0142, ext. 1234]]
PHONE | reach her at [[555-0142]]
PHONE | contact number [[5555550142]]
PHONE | cell [[555 0142]]
PHONE | home phone: [[555-0142]]
PHONE | work: [[555-555-0142]]
PHONE | H: [[555-555-0142]] W: [[555-555-0143]]
PHONE | callback number is [[555-0142]]
PHONE | call back [[555-0142]]
PHONE | please call his daughter at [[555-0142]]
PHONE | call the pharmacy at [[555-0142]]
PHONE | call mom [[555-0142]]
PHONE | pager [[12345]]
PHONE | beeper #[[4821]]
PHONE | ext. [[4821]]
PHONE | extension [[4821]]
PHONE | pager: [[555-0142]]
PHONE | text me on [[555-0142]]
PHONE | his number is [[555-0142]]
PHONE | my number's [[555-555-0142]]
PHONE | at [[555-\n555-0142]]
PHONE | phone numbers: [[555-555-0142]] and [[555-555-0143]]
PHONE | phone [[555-0142]] or [[555-0143]]
PHONE | call [[five five five oh one four two]]
PHONE | [[555–555–0142]]
PHONE | [[555‑555‑0142]]
PHONE | [[(555)‐555‐0142]]
PHONE | Whatsapp [[+55 11 91234-5678]]
PHONE | [[+34 612 345 678]]
PHONE | [[+39 06 1234567]]
PHONE | [[+31 6 12345678]]
PHONE | [[+46 70 123 45 67]]
PHONE | tlf. [[22 12 34 56]]
PHONE | puh. [[040 1234567]]
PHONE | gsm [[0470 12 34 56]]
PHONE | telefon: [[070-123 45 67]]
PHONE | cel [[(11) 91234-5678]]
PHONE | [[(11) 91234-5678]]
PHONE | emergency contact (wife) [[555-0142]]
FAX | Fax: [[555-555-0142]]
FAX | F: [[555-555-0142]]
FAX | fax # [[(555) 555-0142]]
FAX | faxed to [[555-0142]]
FAX | fax it to [[555-555-0142]]
FAX | fax results to [[555-555-0142]]
FAX | Fax number is [[+44 20 7946 0958]]
FAX | eFax [[555-555-0142]]
FAX | Telefax: [[+49 30 901820]]
FAX | fax no. [[5555550142]]
EMAIL | mail [[jane.roe@example.org]]
EMAIL | [[Jane.Roe+tag@Mail.Example.ORG]]
EMAIL | <[[jane_roe@example.co.uk]]>
EMAIL | [[j'roe@example.org]]
EMAIL | [[jane.roe at example dot org]]
EMAIL | [[jane dot roe at example dot org]]
EMAIL | [[jane.roe [at] example [dot] org]]
EMAIL | [[jane.roe(at)example.org]]
EMAIL | [[jane.roe AT example DOT com]]
EMAIL | [[jane_roe@gmail.com]];[[j2@gmail.com]]
EMAIL | email is [[janeroe at gmail dot com]]
EMAIL | [[jane.roe @ example.org]]
EMAIL | [[jane@mail.example.museum]]
EMAIL | [[jane@例え.org]]
EMAIL | mailto:[[jane@example.org]]
EMAIL | [[jane@example.org]].
EMAIL | e-mail: [[jane@hospital]]
URL | [[https://example.org/a?b=c#d]]
URL | [[http://192.0.2.1:8080/x]]
URL | ([[https://example.org/a]])
URL | [[www.example.org/a]]
URL | [[example.org/patients/123]]
URL | [[portal.example.com]]
URL | [[janesblog.wordpress.com]]
URL | [[facebook.com/jane.roe]]
URL | [[linkedin.com/in/jane-roe]]
URL | [[ftp://files.example.org/x]]
URL | [[HTTPS://EXAMPLE.ORG/X]]
URL | [[hxxps://example.org/x]]
URL | see [[example.de]]
URL | see [[jane-roe.fr]]
URL | see [[clinic.example.com.au/x]]
URL | [[youtu.be/abc123]]
URL | [[t.me/janeroe]]
URL | her blog [[jane.roe.blog]]
OTHER_ID | twitter [[@jane_roe]]
OTHER_ID | Instagram: [[@jane.roe]]
OTHER_ID | IG handle [[jane_roe99]]
OTHER_ID | username: [[jroe12]]
OTHER_ID | login [[jroe12]]
OTHER_ID | user id: [[jroe]]
OTHER_ID | skype: [[live:janeroe]]
IP | [[192.0.2.17]]
IP | [[192.0.2.17]]:8080
IP | [[192.0.2.0]]/24
IP | [[2001:db8::1]]
IP | [[2001:0db8:0000:0000:0000:ff00:0042:8329]]
IP | [[::ffff:192.0.2.128]]
IP | ip=[[10.0.0.5]]
IP | [[fe80::1]]%eth0
IP | [[[2001:db8::1]]]:443
IP | host 192-0-2-17? no; IP [[198.51.100.7]].
DEVICE | [[00:00:5E:00:53:01]]
DEVICE | [[00-00-5E-00-53-01]]
DEVICE | MAC [[0000.5e00.5301]]
PHONE | call [[(406) 555-0173 EXT. 477]]
PHONE | [[443-555-0124X1954]]
PHONE | ofc [[2065550148]] today
PHONE | daughter [[808 555 0164]] knows
PHONE | They're not answering at [[78 651 450]]
PHONE | not answering at [[71-33-52-22]]
PHONE | no more messages to [[079 2718 1155]]
PHONE | [[28-64-66-98]] office
PHONE | any message on my registered [[668 5702]].
"""
"""Classes D, E, F, N, O. Forms of ITU-T E.123 and of national plans; numbers that Ofcom, ACMA, ARCEP and NANPA keep for fiction; RFC 5737, 3849, 7042 and 2606 for the net."""

NEAR_MISSES = r"""
range 100-140
CT 555-0142-1 build
500-1000 mg, 1000-2000
total 5550142 cells
platelets 250-450, WBC 4500-11000
call 911
call 988 for crisis
dial 9-1-1
call in 2-3 days
call at 10:30
called 3 times, 4 hours
contact time 30-60 seconds
text message 3 times
cell count 1200 1500
cells 250 000
cell 4500
text 12
reached 120/80
mobile x 2 weeks
mobile 3.5 cm mass
contacts 1200 per year
phone call 3 days ago
paged at 0430
pager not answered at 1230
PSA 4.5-6.5-8.0
ph 7.35, pCO2 40
pH 7.40/38/95/24
ABG: ph 7.32 45 88
urine ph 5.0-8.0
ISBN 978-3-16-148410-0
2023 2024 2025
12 345 678 inhabitants
extension 45 degrees
extension 120
knee extension 0-120
ext 4/5 strength
x3 days, x 10 reps, x2000
5000 units x 3
CPT 99213-99215
reach 1000 mL
work 100-200 watts
H: 120 W: 80
F: 98.6
version 1.2.3.4.5
file report.pdf and notes.docx
README.md and main.py
import os.path; numpy.linalg.norm
i.e., e.g., p.o., q.i.d.
b.i.d.with food
std::string, Foo::Bar
a@b
10:30:45 and 1:2:3
@ 5 mg, BP @ 120
5 @ 10:30
at the dot on the wall
look at org charts
seen at example
pain.No fever.She
fever.in the
denies pain.is
v10.0.0.1.2
10.0.0 release
section 1.1.1.1.1
doi:10.1000/xyz123
doi 10.1056/NEJMoa2034577
PMID 12345678
Int.J.Med
E. coli, S. aureus
a.m. and p.m.
Dr.no
aa:bb
ratio 1:2:3:4
user reports pain
login required
handle with care
user experience.
@home, @work
tolerated well.me
info.it
1-800-222-1222 is poison control
suicide line 1-800-273-8255
office 2065550
contact if SBP is 180-200 or HR 120
2023 12 home visits
"""


@pytest.mark.parametrize(("entity", "marked"), hits(HITS))
def test_a_contact_is_masked_whole_and_nothing_beside_it(entity: str, marked: str) -> None:
    wanted, seen, entities = masked(marked)
    assert seen == wanted
    assert entity in entities


@pytest.mark.parametrize("text", misses(NEAR_MISSES))
def test_what_only_looks_like_a_contact_keeps_every_character(text: str) -> None:
    wanted, seen, _ = masked(text)
    assert seen == wanted
