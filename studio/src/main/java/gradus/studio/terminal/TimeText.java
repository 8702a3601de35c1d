package gradus.studio.terminal;

import java.time.Duration;
import java.util.Locale;

/// Times as they are printed.
final class TimeText {

    private TimeText() {}

    /// `0:07`, `2:35` or `1:02:03`. Nothing that Gradus measures takes a day, so a longer time comes from a clock that
    /// was put forward, as a negative one does from one that was put back.
    static String of(Duration time) {
        if (time.plusMinutes(1).isNegative() || time.toDays() > 0) {
            return "an unknown time";
        }
        long seconds = Math.max(0, time.toSeconds());
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
