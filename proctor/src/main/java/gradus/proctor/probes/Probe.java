package gradus.proctor.probes;

/// The probes that [MemberProbes] makes of a member, in this order.
public enum Probe {
    /// Without elements, the member gives what its definition gives, or fails where that fails.
    EMPTY("for no elements"),

    /// It agrees with its definition at sizes 1, 2, 3 and so on, up to one beyond any unrolled loop.
    SIZES("at every size"),

    /// It agrees with its definition whether the elements ascend, descend or do neither.
    ORDER("in any order of the elements"),

    /// It agrees with its definition where elements are equal.
    REPEATED("for repeated elements"),

    /// It agrees with its definition where all elements are negative.
    NEGATIVE("for negative elements"),

    /// It agrees with its definition where an element is NaN, at the beginning, in the middle, at the end.
    NAN("with a NaN among the elements"),

    /// It agrees with its definition where an element is ∞ or −∞, or one is each.
    INFINITIES("with an infinity among the elements"),

    /// It agrees with its definition where an element is −0.0, and so does the sign of a zero in the result.
    NEGATIVE_ZERO("with a negative zero among the elements"),

    /// A call leaves its arguments as they were, at several sizes.
    ARGUMENTS_UNCHANGED("and the arguments stay as they were"),

    /// A result shares no array with an argument, nor with another result.
    OWN_RESULT("and the result has its own arrays"),

    /// The same call gives the same again, at once and after other calls.
    REPEATABLE("and the same call gives the same again");

    private final String phrase;

    Probe(String phrase) {
        this.phrase = phrase;
    }

    /// What it shows, as the end of a sentence.
    public String phrase() {
        return phrase;
    }
}
