"""The band: each player knows the score, the chords and the section, and lays what it plays on its strip."""
