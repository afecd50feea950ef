"""Official files, as people download them, to index files."""
