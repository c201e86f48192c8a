"""Compares simulated with real pictures."""
