package gradus.mastery;

import java.time.Duration;
import java.time.Instant;

/// How long ago something was, as far as a clock can be trusted: it may have been wrong when a time was written, or be
/// wrong now.
public final class Absence {

    /// Gradus is younger, so that an earlier time comes from a clock that wasn't set.
    private static final Instant EARLIEST = Instant.parse("2020-01-01T00:00:00Z");

    /// By how much clocks may be put back without being wrong.
    private static final Duration TOLERANCE = Duration.ofDays(1);

    private static final long DAYS_OF_A_YEAR = 365;

    private Absence() {}

    /// Whether something can have been at `at`, if it's `now`.
    public static boolean isCredible(Instant at, Instant now) {
        return !at.isBefore(EARLIEST) && !at.isAfter(now.plus(TOLERANCE));
    }

    /// "for 4 days", "for more than a year", or that the clock seems wrong: the end of a sentence.
    static String since(Instant at, Instant now) {
        if (now.isBefore(EARLIEST)) {
            return "for a while; your computer's clock seems wrong, so nobody can say how long";
        }
        if (!isCredible(at, now)) {
            return "since a time that can't be right: your computer's clock seems wrong, or was wrong then";
        }
        long days = Math.max(0, Duration.between(at, now).toDays());
        return days > DAYS_OF_A_YEAR ? "for more than a year" : "for " + days + (days == 1 ? " day" : " days");
    }
}
