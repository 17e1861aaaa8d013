"""Instruments and rooms: what all sound of the demos is made of."""
