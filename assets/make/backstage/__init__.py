"""The drawn film *Backstage*: people, places, shots."""
