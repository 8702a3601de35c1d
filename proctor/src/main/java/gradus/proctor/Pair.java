package gradus.proctor;

/// Two values that a case is made of.
public record Pair<A, B>(A first, B second) {}
