//! What words mean beside each other: synonyms, antonyms, stems, similarity.
