//! Names: given names, titles and roles, organisations, places, demonyms.
