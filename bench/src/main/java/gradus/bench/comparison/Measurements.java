package gradus.bench.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// The measurements that the participants of a comparison printed in all rounds.
public final class Measurements {

    /// The values of one measure for one participant, one for each round.
    record Sample(List<Double> values) {

        double median() {
            double[] sorted =
                    values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        }

        /// The largest deviation of a round from the median, in per cent of the median.
        double spread() {
            double median = median();
            return 100
                    * values.stream()
                            .mapToDouble(value -> Math.abs(value - median) / Math.abs(median))
                            .max()
                            .orElse(0);
        }
    }

    private final List<String> participants;
    private final Map<String, String> units = new LinkedHashMap<>();
    private final Map<String, Map<String, Sample>> samples = new LinkedHashMap<>();
    private final Map<String, Collection<String>> remarks = new TreeMap<>();

    /// @param participants the names of the participants, in the order of the columns
    public Measurements(List<String> participants) {
        this.participants = List.copyOf(participants);
    }

    /// Adds a line of output: `name value unit`, or `# remark`.
    public void addLine(String participant, String line) {
        if (line.startsWith("# ")) {
            remark(participant, line.substring(2));
            return;
        }
        String[] words = line.split(" ");
        if (words.length < 3) {
            throw new IllegalArgumentException(
                    "expected a line of 'name value unit' from " + participant + ", got '" + line + "'");
        }
        String measure = String.join(" ", List.of(words).subList(0, words.length - 2));
        units.putIfAbsent(measure, words[words.length - 1]);
        samples.computeIfAbsent(measure, _ -> new LinkedHashMap<>())
                .computeIfAbsent(participant, _ -> new Sample(new ArrayList<>()))
                .values()
                .add(Double.valueOf(words[words.length - 2]));
    }

    void remark(String participant, String text) {
        Collection<String> all = remarks.computeIfAbsent(participant, _ -> new ArrayList<>());
        if (!all.contains(text)) {
            all.add(text);
        }
    }

    List<String> participants() {
        return participants;
    }

    Collection<String> measures() {
        return samples.keySet();
    }

    Map<String, Collection<String>> remarks() {
        return remarks;
    }

    String unit(String measure) {
        return units.getOrDefault(measure, "");
    }

    Optional<Sample> sample(String measure, String participant) {
        return Optional.ofNullable(samples.getOrDefault(measure, Map.of()).get(participant));
    }

    /// How many times as fast `participant` is as `other`; empty if one of them has no value, or the measure
    /// isn't a speed or duration.
    OptionalDouble ratio(String measure, String participant, String other) {
        Optional<Sample> one = sample(measure, participant);
        Optional<Sample> two = sample(measure, other);
        String unit = unit(measure);
        if (one.isEmpty() || two.isEmpty()) {
            return OptionalDouble.empty();
        } else if (unit.endsWith("/s")) {
            return OptionalDouble.of(one.get().median() / two.get().median());
        } else if (List.of("s", "ms", "µs", "ns").contains(unit)) {
            return OptionalDouble.of(two.get().median() / one.get().median());
        }
        return OptionalDouble.empty();
    }

    /// The fastest participant in `measure`, except for the library itself.
    Optional<String> fastestPeer(String measure) {
        return participants.stream()
                .filter(name -> !name.equals(Participant.OURS))
                .filter(name -> ratio(measure, name, name).isPresent())
                .reduce((a, b) -> ratio(measure, a, b).getAsDouble() >= 1 ? a : b);
    }
}
