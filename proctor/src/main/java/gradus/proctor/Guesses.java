package gradus.proctor;

/// Signs that say what numbers look like, and may do so by accident when there are few; the others say
/// what was seen.
final class Guesses {

    private Guesses() {}

    static boolean isGuess(String sign) {
        return switch (sign) {
            case "squared", "square-root", "off-by-one", "zero", "shifted", "permuted", "transposed" -> true;
            default -> sign.startsWith("ratio:");
        };
    }
}
