"""Trains the sentence encoder that ships with the taxonomy; nothing here runs in the product."""
