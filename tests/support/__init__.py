"""What tests and the measurement command share: a virtual screen, a null sink, a recorder, clips and their analysis."""
