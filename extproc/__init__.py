"""Wardgate's sidecar: decides, masks and records what passes between a hospital's applications and language models."""

__version__ = "0.1.0"
