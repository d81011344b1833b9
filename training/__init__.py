"""Scripts that train what ships in the package; each prints its held-out figures and writes its weights."""
