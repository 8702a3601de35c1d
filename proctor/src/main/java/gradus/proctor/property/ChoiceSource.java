package gradus.proctor.property;

import gradus.proctor.random.SplitMix64;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What generators decided for one case: a tree of numbers. It is drawn by chance, or read back from a
/// tree that the [Shrinker] has made simpler; so every generator shrinks, however it was put together,
/// and nothing is ever generated that a generator could not have made itself.
///
/// Source: MacIver and Donaldson, "Test-case reduction via test-case generation", 2020.
final class ChoiceSource {

    /// Thrown when a filter refuses what it is given: the case does not count.
    static final class CaseRejected extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CaseRejected() {
            super("refused", null, false, false);
        }
    }

    private static final int MAX_TRIES = 100;

    private final @Nullable SplitMix64 random;
    private final double scale;
    private final Node root = Node.branch();
    private Node current = root;
    private @Nullable Node recorded;
    private double previous;

    private ChoiceSource(@Nullable SplitMix64 random, double scale, @Nullable Node recorded) {
        this.random = random;
        this.scale = scale;
        this.recorded = recorded;
    }

    /// @param scale how much of the greatest size is used, from 0 to 1
    static ChoiceSource random(SplitMix64 random, double scale) {
        return new ChoiceSource(random, scale, null);
    }

    /// What is missing in `recorded`, or does not fit, is the simplest that does.
    static ChoiceSource replay(Node recorded) {
        return new ChoiceSource(null, 1, recorded);
    }

    static ChoiceSource simplest() {
        return replay(Node.branch());
    }

    /// The tree of what was decided.
    Node tree() {
        return root;
    }

    /// A whole number from `low` to `high`, small while the cases are small: how many there are of
    /// something.
    int size(int low, int high) {
        int scaledHigh = low + (int) Math.round((high - low) * scale);
        Range range = new Range(low, high, true);
        return (int) choose(range, random == null ? 0 : random.uniformInteger(low, scaledHigh));
    }

    int integer(int low, int high) {
        Range range = new Range(low, high, true);
        return (int) choose(range, random == null ? 0 : random.uniformInteger(low, high));
    }

    /// A number: now and then a plain one, an end of the range, or the same as the last.
    double number(Range range) {
        return choose(range, random == null ? 0 : draw(range, random));
    }

    /// A number of any size: now and then one of `edgeCases`, else one up to `typicalMagnitude`, else one of
    /// any magnitude.
    double number(Range range, double[] edgeCases, double typicalMagnitude) {
        if (random == null) {
            return choose(range, 0);
        }
        return choose(
                range,
                switch (random.nextInt(3)) {
                    case 0 -> edgeCases[random.nextInt(edgeCases.length)];
                    case 1 -> draw(new Range(-typicalMagnitude, typicalMagnitude, false), random);
                    default -> (random.nextInt(2) == 0 ? 1 : -1) * Math.pow(10, random.uniform(-300, 300));
                });
    }

    /// Draws in a branch of its own, so that what comes later stays in its place when this changes.
    <T> T branch(Gen<T> generator) {
        Node outer = current;
        Node outerRecorded = recorded;
        recorded = outerRecorded == null ? null : outerRecorded.branchAt(outer.children.size());
        current = Node.branch();
        outer.children.add(current);
        try {
            return generator.draw(this);
        } finally {
            current = outer;
            recorded = outerRecorded;
        }
    }

    /// Draws until `predicate` takes it. What is read back has one try.
    <T> T branchFiltered(Gen<T> generator, java.util.function.Predicate<? super T> predicate) {
        for (int i = 0; i < (random == null ? 1 : MAX_TRIES); i++) {
            T value = branch(generator);
            if (predicate.test(value)) {
                return value;
            }
            current.children.removeLast();
        }
        throw new CaseRejected();
    }

    private double choose(Range range, double randomValue) {
        double value = randomValue;
        if (random == null) {
            Node leaf = recorded == null ? null : recorded.leafAt(current.children.size());
            value = leaf != null && range.contains(leaf.value) ? leaf.value : range.simplest();
        }
        current.children.add(Node.leaf(value, range));
        previous = value;
        return value;
    }

    private double draw(Range range, SplitMix64 generator) {
        double value = switch (generator.nextInt(8)) {
            case 0 -> generator.nextInt(5) - 2;
            case 1 -> generator.nextInt(2) == 0 ? range.low() : range.high();
            case 2 -> previous;
            case 3 -> Math.rint(generator.uniform(range.low(), range.high()));
            case 4 -> Math.rint(2 * generator.uniform(range.low(), range.high())) / 2;
            default -> generator.uniform(range.low(), range.high());
        };
        return range.contains(value) ? value : generator.uniform(range.low(), range.high());
    }

    /// A number with its range, or a branch.
    static final class Node {

        final List<Node> children;
        final @Nullable Range range;
        double value;

        private Node(List<Node> children, @Nullable Range range, double value) {
            this.children = children;
            this.range = range;
            this.value = value;
        }

        static Node branch() {
            return new Node(new ArrayList<>(4), null, 0);
        }

        static Node leaf(double value, Range range) {
            return new Node(List.of(), range, value);
        }

        boolean isLeaf() {
            return range != null;
        }

        Node copy() {
            if (range != null) {
                return leaf(value, range);
            }
            Node copy = branch();
            for (Node child : children) {
                copy.children.add(child.copy());
            }
            return copy;
        }

        private @Nullable Node leafAt(int index) {
            return index < children.size() && children.get(index).isLeaf() ? children.get(index) : null;
        }

        private @Nullable Node branchAt(int index) {
            return index < children.size() && !children.get(index).isLeaf() ? children.get(index) : null;
        }
    }

    /// The numbers from `low` to `high`; NaN is among them when both are infinite.
    record Range(double low, double high, boolean isIntegral) {

        boolean contains(double value) {
            return Double.isNaN(value)
                    ? Double.isInfinite(low) && Double.isInfinite(high)
                    : low <= value && value <= high && (!isIntegral || value == Math.rint(value));
        }

        double simplest() {
            if (contains(0)) {
                return 0;
            }
            double end = low > 0 ? Math.ceil(low) : Math.floor(high);
            return contains(end) ? end : low > 0 ? low : high;
        }
    }
}
