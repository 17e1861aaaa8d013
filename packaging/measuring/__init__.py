"""Measures from outside, on a virtual screen and a null sink, how well a player holds picture to song."""
