"""Instruments, players, rooms and the desk: what all sound of the demos is made of."""
