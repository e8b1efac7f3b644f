"""How well and how fast identifiers are found, by this product and by Presidio, on the same rows and the same core.

``rows`` reads or makes the texts, ``engines`` runs each detector in a process of its own, ``scoring`` and
``plain_words`` judge what came back, ``report`` and ``page`` show it. Nothing here is part of the product.
"""
