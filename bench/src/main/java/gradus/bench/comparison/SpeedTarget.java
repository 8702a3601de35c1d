package gradus.bench.comparison;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// A speed target: how fast the library should be in one measure, relative to another participant.
///
/// @param measure the name of the measure
/// @param against the name of the other participant, or [#BEST]
/// @param minRatio how many times as fast as the other participant the library should be at least
public record SpeedTarget(String measure, String against, double minRatio) {

    /// The fastest peer, with any settings.
    public static final String BEST = "the best peer";

    private static final double SAME = 1.1;

    /// The target as a table row: `measure v. peer | ≥ minRatio | measured | met`.
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

    /// Whether the peer is about as fast with its kernels forced. Targets against a peer as shipped were set
    /// on a machine on which it doesn't choose its best kernels by itself; where it does, a lower ratio is
    /// expected.
    private boolean isSameForced(Measurements measurements) {
        OptionalDouble gain = measurements.ratio(measure, against + Peer.FORCED_SUFFIX, against);
        return gain.isPresent() && gain.getAsDouble() < SAME;
    }
}
