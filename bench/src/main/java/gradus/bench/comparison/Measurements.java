package gradus.bench.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// What the contenders of one contest printed, round after round.
public final class Measurements {

    /// What came of one measure for one contender, a value for each round.
    record Sample(List<Double> values) {

        double median() {
            double[] sorted =
                    values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        }

        /// How far the rounds lie from the median at most, in per cent of it.
        double spread() {
            double median = median();
            return 100
                    * values.stream()
                            .mapToDouble(value -> Math.abs(value - median) / Math.abs(median))
                            .max()
                            .orElse(0);
        }
    }

    private final List<String> contenders;
    private final Map<String, String> units = new LinkedHashMap<>();
    private final Map<String, Map<String, Sample>> samples = new LinkedHashMap<>();
    private final Map<String, Collection<String>> remarks = new TreeMap<>();

    /// @param contenders their names, in the order of the columns
    public Measurements(List<String> contenders) {
        this.contenders = List.copyOf(contenders);
    }

    /// Notes a line of `name value unit`, or `# remark`.
    public void addLine(String contender, String line) {
        if (line.startsWith("# ")) {
            remark(contender, line.substring(2));
            return;
        }
        String[] words = line.split(" ");
        if (words.length < 3) {
            throw new IllegalArgumentException(
                    "expected a line of 'name value unit' from " + contender + ", got '" + line + "'");
        }
        String measure = String.join(" ", List.of(words).subList(0, words.length - 2));
        units.putIfAbsent(measure, words[words.length - 1]);
        samples.computeIfAbsent(measure, _ -> new LinkedHashMap<>())
                .computeIfAbsent(contender, _ -> new Sample(new ArrayList<>()))
                .values()
                .add(Double.valueOf(words[words.length - 2]));
    }

    void remark(String contender, String text) {
        Collection<String> all = remarks.computeIfAbsent(contender, _ -> new ArrayList<>());
        if (!all.contains(text)) {
            all.add(text);
        }
    }

    List<String> participants() {
        return contenders;
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

    Optional<Sample> sample(String measure, String contender) {
        return Optional.ofNullable(samples.getOrDefault(measure, Map.of()).get(contender));
    }

    /// How many times as fast `contender` is as `other`; empty where one of them has no value, or it is no
    /// speed.
    OptionalDouble ratio(String measure, String contender, String other) {
        Optional<Sample> one = sample(measure, contender);
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

    /// The fastest at `measure` but the library itself.
    Optional<String> fastestPeer(String measure) {
        return contenders.stream()
                .filter(name -> !name.equals(Participant.OURS))
                .filter(name -> ratio(measure, name, name).isPresent())
                .reduce((a, b) -> ratio(measure, a, b).getAsDouble() >= 1 ? a : b);
    }
}
