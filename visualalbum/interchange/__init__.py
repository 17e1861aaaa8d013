"""Albums that come from elsewhere: bundles, which are a zip of one album's manifest and media."""
