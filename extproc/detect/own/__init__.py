"""An organisation's own rules, lists and allowed texts: compiled, checked and searched for."""
