package gradus.proctor.transcript;

import java.security.SecureRandom;

/// The secret 128-bit key that authenticates the frames of a child JVM. Only the two ends of the channel know
/// it, so nothing that a program prints can pass for a frame.
public record Token(long high, long low) {

    private static final SecureRandom RANDOM = new SecureRandom();

    public static Token fresh() {
        return new Token(RANDOM.nextLong(), RANDOM.nextLong());
    }

    /// Leaves out the key, so that it can't get into a log.
    @Override
    public String toString() {
        return "Token";
    }
}
