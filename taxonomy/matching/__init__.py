"""Skills for a text: by meaning, by letters, and by how the two are weighed."""
