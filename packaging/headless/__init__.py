"""Playing where there is no display: on a virtual screen and a null sink, watched from outside."""
