"""Stills and design sheets, drawn from the film's own people and places."""
