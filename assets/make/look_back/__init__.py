"""The drawn film-led demo *Look Back*."""
