package gradus.bench.contest;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// How the library should do in one measure.
///
/// @param measure the measure
/// @param against whom: the name of a contender, or `BEST`
/// @param bar how many times as fast as they the library should be at least
public record Goal(String measure, String against, double bar) {

    /// Whichever peer is the fastest, with whichever settings.
    public static final String BEST = "the best peer";

    private static final double SAME = 1.1;

    /// Returns the goal as a row of `goal | bar | measured | met`.
    String row(Scores scores) {
        Optional<String> peer = against.equals(BEST) ? scores.fastestPeer(measure) : Optional.of(against);
        OptionalDouble ratio =
                peer.map(name -> scores.ratio(measure, Contender.OURS, name)).orElse(OptionalDouble.empty());
        String named = against
                + (against.equals(BEST) ? peer.map(name -> " (" + name + ")").orElse("") : "");
        String head = "| " + measure + " v. " + named + " | ≥ " + bar + " | ";
        if (ratio.isEmpty()) {
            return head + "not measured | |";
        }
        String measured = String.format(Locale.ROOT, "%.2f", ratio.getAsDouble());
        boolean met = ratio.getAsDouble() >= bar;
        return head + measured + " | "
                + (met ? "yes" : isSameForced(scores) ? "no; forcing changes nothing here" : "NO") + " |";
    }

    /// A bar against a peer as shipped was set where that peer does not take its best kernels by itself;
    /// where it does, there is less to win.
    private boolean isSameForced(Scores scores) {
        OptionalDouble gain = scores.ratio(measure, against + Peer.FORCED, against);
        return gain.isPresent() && gain.getAsDouble() < SAME;
    }
}
