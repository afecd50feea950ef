"""Systems that rank skills for a sentence, measured side by side."""
