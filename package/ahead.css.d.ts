/** A stylesheet: it is there for its effect. */
export {};
