"""A module that takes so long to be imported that work comes meanwhile."""

import threading

threading.Event().wait(0.5)
