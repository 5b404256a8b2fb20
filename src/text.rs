//! Every word that people read or hear, in one place.
