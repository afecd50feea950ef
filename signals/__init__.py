"""Confirmed needs become aggregates, and what is safe of them a release."""
