package gradus.course.answer;

import gradus.course.Arena;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a learner has measured in an arena: the prediction, as it was before the first probe, and every probe, in
/// order. Its text has a line for each.
///
/// @param prediction empty before the first probe
public record ProbeLog(Optional<Prediction> prediction, List<Probe> probes) {

    public static final ProbeLog EMPTY = new ProbeLog(Optional.empty(), List.of());

    private static final String PREDICT = "predict";
    private static final String PROBE = "probe";

    public ProbeLog {
        probes = List.copyOf(probes);
    }

    /// What the learner expects.
    ///
    /// @param order the ids of all contenders, the best first
    /// @param reason the id of a reason
    public record Prediction(List<String> order, String reason) {
        public Prediction {
            order = List.copyOf(order);
        }

        /// Its line in the log.
        public String line() {
            return PREDICT + " " + String.join(",", order) + " " + reason + "\n";
        }
    }

    /// One run of a contender.
    ///
    /// @param fold the fold that it was scored on, from 0
    /// @param fitNanos how long it took to fit
    /// @param predictNanos how long it took to score all examples
    /// @param scores of each example of the fold, in the order of the rows
    public record Probe(String contender, int fold, long fitNanos, long predictNanos, List<Double> scores) {
        public Probe {
            scores = List.copyOf(scores);
        }

        /// Its line in the log.
        public String line() {
            return PROBE + " " + contender + " " + fold + " " + fitNanos + " " + predictNanos + " "
                    + scores.stream().map(String::valueOf).collect(Collectors.joining(" ")) + "\n";
        }
    }

    /// The log among the files of a submission, text by path; empty if it is missing.
    public static ProbeLog in(Map<String, String> submitted, Arena arena) {
        return parse(submitted.getOrDefault(arena.log(), ""));
    }

    /// Reads a log. A line that was written only in part, because the program was killed, counts for nothing.
    public static ProbeLog parse(String text) {
        Optional<Prediction> prediction = Optional.empty();
        var probes = new ArrayList<Probe>();
        for (String line : text.lines().toList()) {
            String[] words = line.split(" ");
            if (words[0].equals(PREDICT) && words.length == 3) {
                prediction = Optional.of(new Prediction(List.of(words[1].split(",")), words[2]));
            } else if (words[0].equals(PROBE) && words.length > 5) {
                probe(words).ifPresent(probes::add);
            }
        }
        return new ProbeLog(prediction, probes);
    }

    private static Optional<Probe> probe(String[] words) {
        try {
            return Optional.of(new Probe(
                    words[1],
                    Integer.parseInt(words[2]),
                    Long.parseLong(words[3]),
                    Long.parseLong(words[4]),
                    Arrays.stream(words).skip(5).map(Double::valueOf).toList()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// The log as a text.
    public String text() {
        return prediction.map(Prediction::line).orElse("")
                + probes.stream().map(Probe::line).collect(Collectors.joining());
    }

    /// The probes of a contender, by fold.
    public Map<Integer, Probe> of(String contender) {
        var byFold = new LinkedHashMap<Integer, Probe>();
        probes.stream()
                .filter(probe -> probe.contender().equals(contender))
                .forEach(probe -> byFold.put(probe.fold(), probe));
        return byFold;
    }

    /// The first fold that a contender hasn't been probed on; empty if there is none.
    public Optional<Integer> nextFold(String contender, Arena.Budget budget) {
        Map<Integer, Probe> probed = of(contender);
        for (int fold = 0; fold < budget.folds(); fold++) {
            if (!probed.containsKey(fold)) {
                return Optional.of(fold);
            }
        }
        return Optional.empty();
    }

    /// What all probes of a contender say together; empty if it hasn't been probed.
    public Optional<Estimate> estimate(String contender) {
        double[] scores = of(contender).values().stream()
                .flatMap(probe -> probe.scores().stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        return scores.length == 0 ? Optional.empty() : Optional.of(Estimate.of(scores));
    }

    /// The metric of `first` less that of `second`, on the folds on which both have been probed; empty if there is
    /// no such fold.
    public Optional<Margin> margin(String first, String second) {
        Map<Integer, Probe> others = of(second);
        double[] differences = of(first).entrySet().stream()
                .filter(entry -> others.containsKey(entry.getKey()))
                .flatMap(entry -> differences(
                        entry.getValue().scores(), others.get(entry.getKey()).scores())
                        .stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        return differences.length == 0 ? Optional.empty() : Optional.of(Margin.of(differences));
    }

    private static List<Double> differences(List<Double> first, List<Double> second) {
        var differences = new ArrayList<Double>();
        for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
            differences.add(first.get(i) - second.get(i));
        }
        return differences;
    }
}
