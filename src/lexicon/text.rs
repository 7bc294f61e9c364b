//! How running text is written: abbreviations, furniture, languages.
