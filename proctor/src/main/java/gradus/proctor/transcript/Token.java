package gradus.proctor.transcript;

import java.security.SecureRandom;

/// The secret 128-bit key that authenticates the frames of a child JVM. Only the two ends of the channel know
/// it, so nothing that a program prints can pass for a frame.
public record Token(long high, long low) {

    public static Token fresh() {
        return new Token(Source.RANDOM.nextLong(), Source.RANDOM.nextLong());
    }

    /// A child only reads tokens, and need not load the platform's security providers.
    private static final class Source {

        static final SecureRandom RANDOM = new SecureRandom();
    }

    /// Leaves out the key, so that it can't get into a log.
    @Override
    public String toString() {
        return "Token";
    }
}
