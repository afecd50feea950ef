"""The words everything else is written in: message, fact with evidence, concept, need, signal."""
