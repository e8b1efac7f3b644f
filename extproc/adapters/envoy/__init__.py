"""Envoy's external processing API: its messages in, events out; commands in, its messages out."""
