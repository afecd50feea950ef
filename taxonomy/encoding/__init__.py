"""Texts as vectors: the sentence encoder that ships, or another one in its place."""
