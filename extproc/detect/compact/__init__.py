"""A small learned tagger of names and places in prose: hashed features of each token, and a convolution over tokens."""
