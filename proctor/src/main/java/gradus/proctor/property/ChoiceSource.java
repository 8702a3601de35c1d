package gradus.proctor.property;

import gradus.proctor.random.SplitMix64;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The source of a generator's choices for one case. The choices are either random or replayed from a tree
/// of numbers that the [Shrinker] has simplified. So every generator shrinks, however it is composed, and
/// shrinking never produces a value that the generator couldn't have made itself.
///
/// Most cases pass and are never shrunk, so random choices aren't recorded as they are made: a case that
/// fails is drawn again, from the same state of the generator, by a source that records.
///
/// Source: MacIver and Donaldson, "Test-case reduction via test-case generation", 2020.
final class ChoiceSource {

    /// Thrown if a filter rejects all values it is given. The case doesn't count.
    static final class CaseRejected extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CaseRejected() {
            super("rejected", null, false, false);
        }
    }

    private static final int MAX_TRIES = 100;

    private final @Nullable SplitMix64 random;
    private final double scale;
    private final @Nullable Node root;
    private @Nullable Node current;
    private @Nullable Node recorded;
    private double previous;

    private ChoiceSource(@Nullable SplitMix64 random, double scale, @Nullable Node recorded, @Nullable Node root) {
        this.random = random;
        this.scale = scale;
        this.recorded = recorded;
        this.root = root;
        this.current = root;
    }

    /// Random choices that aren't recorded.
    ///
    /// @param scale the fraction of the maximum size that is used, from 0 to 1
    static ChoiceSource random(SplitMix64 random, double scale) {
        return new ChoiceSource(random, scale, null, null);
    }

    /// Random choices that are recorded.
    static ChoiceSource recording(SplitMix64 random, double scale) {
        return new ChoiceSource(random, scale, null, Node.branch());
    }

    /// Choices replayed from `recorded`. A choice that is missing there, or doesn't fit, becomes the simplest
    /// that fits.
    static ChoiceSource replay(Node recorded) {
        return new ChoiceSource(null, 1, recorded, Node.branch());
    }

    static ChoiceSource simplest() {
        return replay(Node.branch());
    }

    /// The tree of the choices made.
    Node tree() {
        if (root == null) {
            throw new IllegalStateException("this source doesn't record its choices");
        }
        return root;
    }

    /// A size from `low` to `high`, such as the length of an array: small in the first cases.
    int size(int low, int high) {
        return integer(low, high, low + (int) Math.round((high - low) * scale));
    }

    int integer(int low, int high) {
        return integer(low, high, high);
    }

    /// @param highest of the random integers
    private int integer(int low, int high, int highest) {
        long value = random == null ? 0 : random.uniformInteger(low, highest);
        if (current == null) {
            // Nearly all choices are random ones that aren't recorded, and need no range.
            previous = value;
            return (int) value;
        }
        return (int) choose(new Range(low, high, true), value);
    }

    /// A number in `range`: sometimes a small integer, an end of the range, or the same as the previous one.
    double number(Range range) {
        return choose(range, random == null ? 0 : draw(range, random));
    }

    /// A number of any magnitude: one of `edgeCases`, or of a magnitude up to `typicalMagnitude`, or between
    /// 1e-300 and 1e300.
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

    /// Draws in a separate branch, so that later choices keep their positions in the tree when this one
    /// changes.
    <T> T branch(Gen<T> generator) {
        Node outer = current;
        if (outer == null) {
            return generator.draw(this);
        }
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

    /// Draws until `predicate` accepts a value, at most 100 times; once if the choices are replayed.
    <T> T branchFiltered(Gen<T> generator, java.util.function.Predicate<? super T> predicate) {
        for (int i = 0; i < (random == null ? 1 : MAX_TRIES); i++) {
            T value = branch(generator);
            if (predicate.test(value)) {
                return value;
            }
            if (current != null) {
                current.children.removeLast();
            }
        }
        throw new CaseRejected();
    }

    private double choose(Range range, double randomValue) {
        double value = randomValue;
        if (current != null) {
            if (random == null) {
                Node leaf = recorded == null ? null : recorded.leafAt(current.children.size());
                value = leaf != null && range.contains(leaf.value) ? leaf.value : range.simplest();
            }
            current.children.add(Node.leaf(value, range));
        }
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

    /// A node of the tree: a leaf is a number with its range, a branch has children.
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

    /// The numbers from `low` to `high`. Includes NaN if both are infinite.
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
