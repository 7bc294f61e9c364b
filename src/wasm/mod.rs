//! The border to JavaScript: exports, the types that cross it, the painter. Only this room knows that JavaScript exists.
