"""Tests: unit, property, contract, gui, system and architecture, and the tools they share in `support`."""
