package gradus.bench.comparison;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// How the library should do in one measure.
///
/// @param measure the measure
/// @param against whom: the name of a contender, or `BEST`
/// @param minRatio how many times as fast as they the library should be at least
public record SpeedTarget(String measure, String against, double minRatio) {

    /// Whichever peer is the fastest, with whichever settings.
    public static final String BEST = "the best peer";

    private static final double SAME = 1.1;

    /// Returns the goal as a row of `goal | minRatio | measured | met`.
    String row(Measurements measurements) {
        Optional<String> peer = against.equals(BEST) ? measurements.fastestPeer(measure) : Optional.of(against);
        OptionalDouble ratio = peer.map(name -> measurements.ratio(measure, Participant.OURS, name))
                .orElse(OptionalDouble.empty());
        String named = against
                + (against.equals(BEST) ? peer.map(name -> " (" + name + ")").orElse("") : "");
        String head = "| " + measure + " v. " + named + " | ≥ " + minRatio + " | ";
        if (ratio.isEmpty()) {
            return head + "not measured | |";
        }
        String measured = String.format(Locale.ROOT, "%.2f", ratio.getAsDouble());
        boolean met = ratio.getAsDouble() >= minRatio;
        return head + measured + " | "
                + (met ? "yes" : isSameForced(measurements) ? "no; forcing changes nothing here" : "NO") + " |";
    }

    /// A bar against a peer as shipped was set where that peer does not take its best kernels by itself;
    /// where it does, there is less to win.
    private boolean isSameForced(Measurements measurements) {
        OptionalDouble gain = measurements.ratio(measure, against + Peer.FORCED_SUFFIX, against);
        return gain.isPresent() && gain.getAsDouble() < SAME;
    }
}
