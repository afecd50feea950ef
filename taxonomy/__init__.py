"""Taxonomy files become one read-only index; words become concepts, or nothing."""
