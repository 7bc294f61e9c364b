//! Verbs and phrases of saying, stance, hedges, loaded words.
