# ruff: noqa: SIM905 - a list of literals would be a line a word
"""Which identifier a column, a form's key or a JSON member holds, by its words.

A header is folded to plain lower-case words, without what only says whose it is: ``patient's home phone`` is ``phone``.
Words such as ``name`` or ``id`` alone say nothing: what stands around them has to.

Not covered: headers in scripts other than Latin, and headers of more than six words.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from extproc.detect.entities import EntityType as E
from extproc.detect.fold import fold

_TABLE: Final[Mapping[E, str]] = {
    E.NAME: """
        full name; fullname; first name; firstname; last name; lastname; middle name; middlename; given name;
        given names; givenname; family name; familyname; surname; forename; forenames; maiden name; birth name;
        preferred name; nickname; alias; aliases; aka; legal name; name first; name last; name middle; fname; lname;
        mname; firstnm; lastnm; patient; patient name; patientname; pt name; member name; subscriber name;
        insured name; policy holder; policyholder; policy holder name; mother name; father name; mothers maiden name;
        mother maiden name; spouse; spouse name; guardian; guardian name; parent name; next of kin; nextofkin; nok;
        nok name; emergency contact; emergency contact name; caregiver; caregiver name; guarantor; guarantor name;
        contact name; contact person; provider; provider name; physician; physician name; doctor; doctor name;
        attending; attending physician; attending doctor; attending provider; referring physician; referring provider;
        referring doctor; consulting doctor; consultant; surgeon; surgeon name; pcp; pcp name; primary care provider;
        primary care physician; primary doctor; gp; nurse; nurse name; ordering provider; ordering physician;
        prescriber; prescriber name; dictated by; signed by; verified by; transcribed by; author; author name;
        collected by; entered by; clinician; clinician name; therapist; dentist; midwife; employee name;
        responsible party; account holder; cardholder name; cardholder; beneficiary name; client name; resident name;
        technician; radiologist; pathologist; witness; interpreter; relative; relative name; person name;
        user full name; nombre; nombres; apellido; apellidos; nombre completo; nombre del paciente; paciente;
        primer apellido; segundo apellido; medico; nombre del medico; nom; prenom; nom de famille; nom du patient;
        nom complet; medecin; nachname; vorname; familienname; geburtsname; patientenname; arzt; hausarzt; cognome;
        nome; nome completo; nome e cognome; nome do paciente; sobrenome; nome paziente; paziente; medico curante;
        achternaam; voornaam; naam; efternamn; fornamn; etternavn; fornavn; imie; nazwisko; imie i nazwisko; sukunimi;
        etunimi; isim; soyad; soyadi; hasta adi; ad soyad; nama; nama lengkap; ho ten; ho va ten; pangalan
    """,
    E.GEO: """
        address; addr; address line; address line 1; address line 2; address1; address2; addr1; addr2; addressline;
        street; street address; street name; street number; house number; apartment; apt; unit number; suite; city;
        town; city town; village; district; county; parish; municipality; neighborhood; postal code; postalcode;
        postcode; post code; zip; zip code; zipcode; zip 4; zip5; residence; residential address;
        location of residence; birthplace; birth place; place of birth; city of birth; birth city; latitude;
        longitude; lat; lng; lon; lat long; gps; gps coordinates; coordinates; geo location; hospital; hospital name;
        facility; facility name; clinic; clinic name; practice name; ward name; city state zip; city state; direccion;
        domicilio; calle; ciudad; codigo postal; cp; municipio; colonia; adresse; rue; ville; code postal;
        lieu de naissance; strasse; str; ort; wohnort; plz; postleitzahl; geburtsort; hausnummer; anschrift; stadt;
        indirizzo; via; citta; comune; cap; luogo di nascita; endereco; rua; bairro; cidade; cep; adres; woonplaats;
        postnummer; gatuadress; ulica; miasto; kod pocztowy; alamat; dia chi; tirahan; lugar de nacimiento;
        krankenhaus
    """,
    E.DATE: """
        dob; d o b; date of birth; dateofbirth; birthdate; birth date; birthday; born; born on; bday; date of death;
        death date; dod; deceased date; deceased; admit date; admission date; admitted; date of admission;
        admitted on; discharge date; discharged; date of discharge; discharged on; visit date; date of visit;
        encounter date; service date; date of service; dos; appointment date; appointment; appt date; appt;
        surgery date; date of surgery; procedure date; exam date; collection date; collected; collected on;
        date collected; specimen date; report date; order date; ordered on; result date; start date; end date;
        effective date; expiration date; expiry date; issue date; signed on; date signed; date; date time; datetime;
        last visit; next visit; last seen; next appointment; follow up date; onset date; date of onset;
        diagnosis date; date of injury; injury date; doi; immunization date; vaccination date; date given; filled on;
        fill date; admission; discharge; enrollment date; hire date; timestamp; fecha; fecha de nacimiento;
        nacimiento; fecha de ingreso; fecha de alta; fecha de egreso; date de naissance; ne le; nee le;
        date d admission; date de sortie; geburtsdatum; geb; geboren; geb datum; aufnahmedatum; entlassungsdatum;
        datum; data di nascita; nato il; nata il; data; data de nascimento; nascimento; data de internacao;
        geboortedatum; fodelsedatum; fodselsdato; data urodzenia; dogum tarihi; tanggal lahir; ngay sinh;
        petsa ng kapanganakan
    """,
    E.AGE: "age; age years; patient age; edad; alter; eta; idade; leeftijd; wiek; yas; umur; tuoi",
    E.PHONE: """
        phone; phone number; phone no; phone1; phone2; phonenumber; telephone; telephone number; tel; tel no; mobile;
        mobile number; mobile phone; cell; cell phone; cellphone; home phone; work phone; day phone; evening phone;
        daytime phone; contact number; contact no; contact phone; pager; beeper; callback number; call back number;
        sms; whatsapp; landline; telefono; celular; movil; telephone portable; portable; telefon; telefonnummer;
        handy; handynummer; mobil; cellulare; telefone; celular do paciente; telefoon; telefoonnummer; telefonnr;
        numer telefonu; nomor telepon; so dien thoai
    """,
    E.FAX: "fax; fax number; fax no; facsimile; telefax; faxnummer",
    E.EMAIL: """
        email; e mail; mail; email address; e mail address; emailaddress; correo; correo electronico; courriel;
        adresse email; adresse mail; e mail adresse; posta elettronica; indirizzo email
    """,
    E.SSN: """
        ssn; ss number; ss no; social security; social security number; social security no; soc sec; soc sec no;
        socialsecuritynumber; itin; last four ssn; ssn last 4; ssn4; tax id; taxpayer id; seguro social; nss;
        sozialversicherungsnummer; svnr
    """,
    E.MRN: """
        mrn; mr; mr number; mrno; mr no; medical record; medical record number; medical record no;
        medicalrecordnumber; med rec; med rec no; medrec; patient id; patientid; patient number; patient no;
        patient identifier; pt id; pid; chart; chart number; chart no; chart id; hospital number; hospital no;
        hospital id; unit no; epi; empi; mpi; health record number; ehr id; emr id; epic id; epic mrn; record number;
        record no; historia clinica; numero de historia; numero de historia clinica; nhc; expediente;
        numero de expediente; numero de dossier; ipp; patientennummer; patienten id; fallnummer; cartella clinica;
        numero cartella; prontuario; patientnummer
    """,
    E.HEALTH_PLAN: """
        member id; memberid; member number; member no; membership number; subscriber id; subscriberid;
        subscriber number; subscriber no; policy; policy number; policy no; policynumber; policy id; insurance id;
        insurance number; insurance no; insurance policy; insurance policy number; insurance member id; insured id;
        plan id; plan number; group number; group no; group id; groupnumber; health plan id; health plan number;
        health insurance number; health card number; health card; medicare; medicare number; medicare id; medicare no;
        medicaid; medicaid number; medicaid id; mbi; hicn; beneficiary id; beneficiary number; beneficiary; payer id;
        coverage id; claim number; claim id; claim no; rx bin; rxbin; pcn; rx group; rxgrp; poliza; numero de poliza;
        numero de afiliado; numero de assure; versichertennummer; krankenversichertennummer; tessera sanitaria;
        cartao sus; cns; ramq; ohip; ohip number
    """,
    E.ACCOUNT: """
        account; account number; account no; account id; accountnumber; acct; acct number; acct no; acct id;
        patient account; patient account number; bank account; bank account number; iban; routing number; aba;
        credit card; credit card number; card number; card no; cc number; cardnumber; invoice; invoice number;
        invoice no; billing id; billing account; billing number; guarantor id; guarantor number; guarantor account;
        payment id; transaction id; hospital account; har; cuenta; numero de cuenta; kontonummer; numero de compte;
        rib; conto
    """,
    E.LICENSE: """
        license; licence; license number; license no; licence number; driver license; drivers license;
        driver license number; driver licence; drivers license number; driving licence; dl; dl number; dl no; npi;
        npi number; provider npi; dea; dea number; dea no; upin; passport; passport number; passport no;
        certificate number; certification number; medical license; state license; permit number; licencia; pasaporte;
        numero de pasaporte; cedula profesional; passeport; fuhrerschein; reisepass; patente; passaporto; rijbewijs;
        crm
    """,
    E.VEHICLE: """
        vin; vehicle id; vehicle identification number; plate; plate number; license plate; licence plate;
        license plate number; tag number; vehicle registration; placa; matricula; kennzeichen; targa; immatriculation
    """,
    E.DEVICE: """
        device id; deviceid; device identifier; device serial; device serial number; serial; serial number; serial no;
        serialnumber; sn; s n; udi; imei; mac; mac address; implant serial; implant serial number; implant id;
        pacemaker serial; pacemaker serial number; lot number; lot no; seriennummer; numero de serie
    """,
    E.URL: """
        url; website; web site; web page; webpage; home page; homepage; patient portal url; profile url; linkedin;
        facebook; sitio web
    """,
    E.IP: "ip; ip address; ipaddress; ipv4; ipv6; client ip; remote addr; remote address; source ip; login ip",
    E.BIOMETRIC: """
        fingerprint; fingerprint id; biometric; biometric id; voiceprint; voice print; retina scan; iris scan;
        faceprint; face id; palm print
    """,
    E.PHOTO: "photo; photograph; picture; headshot; patient photo; face photo; photo url; avatar; selfie; foto",
    E.OTHER_ID: """
        encounter id; encounter number; encounter no; encounter; visit id; visit number; visit no; csn; fin;
        accession; accession number; accession no; case number; case no; case id; specimen id; specimen number;
        sample id; order id; order number; order no; prescription number; prescription no; rx number; rx no; study id;
        subject id; participant id; trial id; employee id; employee number; student id; badge; badge number; username;
        user name; user id; userid; login; customer id; customer number; client id; resident id; national id;
        nhs number; nhs no; national insurance number; ni number; nino; chi number; dni; nie; curp; rfc; nif; cpf; rg;
        codice fiscale; bsn; personnummer; pesel; tckn; tc kimlik no; aadhaar; aadhar; aadhaar number; nric; sin;
        uuid; guid; reference number; reference no; confirmation number; tracking number; authorization number;
        auth number; registration number; donor id; person id; external id; unique id; record id;
        numero de identificacion; identificacion; cedula; documento
    """,
}  # fmt: skip

_WHOSE: Final = frozenset(
    """
    patient patients pt member subscriber insured guarantor primary secondary home work business office billing
    mailing shipping permanent current legal personal contact emergency guardian parent mother father spouse next kin
    nok employee employer client resident customer person user my your his her their the s of full preferred mobile
    cell alternate other main provider physician doctor pcp attending referring hospital facility clinic beneficiary
    individual subject applicant caller recipient sender donor responsible party last known emergencycontact raw
    number1 number2 1 2 3
    """.split()
)
_PERSONAL: Final = frozenset(
    (E.SSN, E.MRN, E.PHONE, E.EMAIL, E.HEALTH_PLAN, E.AGE, E.GEO, E.FAX, E.LICENSE, E.NAME, E.BIOMETRIC)
)
_BORN: Final = frozenset(
    """
    dob birth birthdate dateofbirth birthday nacimiento naissance geburtsdatum nascita nascimento geboortedatum
    fodelsedatum
    """.split()
)
"""Words for a day of birth, which people have."""

PEOPLE_WORDS: Final = frozenset(
    """
    patient patients pt person people member members subscriber insured guarantor guardian contact contacts spouse
    parent mother father child kin relative employee doctor physician provider providers practitioner clinician nurse
    surgeon caregiver client resident customer beneficiary individual participant attendee caller recipient sender
    author user users demographics demographic paciente arzt medecin family dependent dependents donor staff attending
    consultant prescriber
    """.split()
)
_ACCOUNTS: Final = frozenset(
    """
    user users client clients customer author member members provider providers contact contacts recipient sender
    """.split()
)
"""Of ``PEOPLE_WORDS``: services and programs are called so too."""
_THINGS: Final = frozenset(
    """
    status statuses type types setting settings config configuration class classes category categories code codes role
    roles permission permissions template templates option options count counts kind kinds flag flags level levels
    """.split()
)
"""``patient_types``: what has one of these last is about no patient."""
_AMBIGUOUS: Final = {
    "name": E.NAME,
    "names": E.NAME,
    "contact": E.NAME,
    "id": E.OTHER_ID,
    "number": E.OTHER_ID,
    "no": E.OTHER_ID,
    "identifier": E.OTHER_ID,
}
"""Say who only beside something personal."""
_PARTS_OF_NAMES: Final = frozenset(("first", "last", "middle", "full"))
"""Of a person whom another word names: ``pt_last``."""
_UNSURE: Final = frozenset(
    """
    patient provider author contact nurse client guardian witness relative consultant spouse doctor physician gp naam
    nama nom nome imie alias aliases attending surgeon therapist interpreter technician beneficiary prescriber
    clinician patente via cap ort str rue cp portable village district county city town suite hospital facility clinic
    coordinates lat lon policy account plate encounter admission discharge license licence
    """.split()
)
"""Words that mean other things as well: what stands beside them, or the value itself, has to look personal."""

_EXACT: Final[Mapping[str, E]] = {
    phrase.strip(): entity for entity, phrases in _TABLE.items() for phrase in " ".join(phrases.split()).split(";")
}
"""Phrase → what a column of that name holds; the last one wins where two kinds list it."""
_SPLIT: Final = re.compile(r"(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+")
_LONGEST: Final = 60
_MOST_WORDS: Final = 6


@lru_cache(maxsize=4096)
def words(header: str) -> tuple[str, ...]:
    """Plain lower-case words; none for what is too long for a header."""
    if len(header) > _LONGEST:
        return ()
    found = tuple(word.lower() for word in _SPLIT.split(fold(header).text.replace("'s ", " ")) if word)
    return found if len(found) <= _MOST_WORDS else ()


@lru_cache(maxsize=4096)
def entity_of(header: str) -> E | None:
    """What a header alone says."""
    found = words(header)
    entity = _listed(found)
    return entity or (_without_owner(found) if len(found) > 1 else None)


def _without_owner(found: tuple[str, ...]) -> E | None:
    """What is left of a header without whose it is."""
    if found[-1] in _PARTS_OF_NAMES and PEOPLE_WORDS.intersection(found[:-1]):
        return E.NAME
    rest = tuple(word for word in found if word not in _WHOSE and not (word.isdecimal() and len(word) < 3))
    if rest == found or not rest:
        return None
    entity = _listed(rest)
    if entity is None and len(rest) == 1 and PEOPLE_WORDS.intersection(found):
        return _AMBIGUOUS.get(rest[0])
    return entity


def _listed(found: tuple[str, ...]) -> E | None:
    """As one phrase, as one word, or in the singular."""
    phrase = " ".join(found)
    entity = _EXACT.get(phrase) or _EXACT.get("".join(found))
    if entity is None and phrase.endswith("s"):
        return _EXACT.get(phrase[:-1]) or _EXACT.get(phrase.removesuffix("es"))
    return entity


def unsure(header: str) -> bool:
    """Whether the header means other things too."""
    found = words(header)
    return len(found) == 1 and found[0] in _UNSURE


def about_people(header: str) -> bool:
    """``patient``, ``emergencyContact``, ``nextOfKin``: what is called so holds facts about somebody."""
    found = words(header)
    return not PEOPLE_WORDS.isdisjoint(found) and found[-1] not in _THINGS


def maybe_account(header: str) -> bool:
    """``user``, ``provider``: what is called so may be a program as well."""
    return PEOPLE_WORDS.intersection(words(header)) <= _ACCOUNTS


def is_reference(value: str) -> bool:
    """A variable or member that is called like a header: ``name``, ``self.name``, ``form.lastName``."""
    last = value.rpartition(".")[2]
    return last[:1].islower() and last.isidentifier() and (entity_of(last) or ambiguous(last)) is not None


def ambiguous(header: str) -> E | None:
    """What a header such as ``name`` says when what stands around it is personal."""
    found = words(header)
    return _AMBIGUOUS.get(found[0]) if len(found) == 1 else None


def personal(headers: Iterable[str]) -> bool:
    """Whether some header beside it speaks of a person."""
    return any(_is_personal(header) for header in headers)


@lru_cache(maxsize=4096)
def _is_personal(header: str) -> bool:
    return (entity_of(header) in _PERSONAL and not unsure(header) and header != "apt") or not _BORN.isdisjoint(
        words(header)
    )
