package gradus.proctor.transcript;

import java.security.SecureRandom;

/// The 128 bits that seal every frame of one job. They are known to the two ends of the channel only, so that
/// nothing that a program prints can pass for a frame.
public record Token(long high, long low) {

    private static final SecureRandom RANDOM = new SecureRandom();

    public static Token fresh() {
        return new Token(RANDOM.nextLong(), RANDOM.nextLong());
    }

    /// Not the bits: a token must not find its way into a log.
    @Override
    public String toString() {
        return "Token";
    }
}
