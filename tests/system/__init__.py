"""Tests of the real program on a real screen and a real sink, and of the recorder that watches it."""
