"""Light, lines and moving pictures: what all drawn films and stills of the demos share."""
