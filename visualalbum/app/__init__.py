"""The composition root: puts sound, decks, engine and window together, and takes them apart in order."""
