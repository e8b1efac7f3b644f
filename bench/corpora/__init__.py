"""Generators of test text: marked rows for every class of identifier and many cultures, seeded and reproducible."""
