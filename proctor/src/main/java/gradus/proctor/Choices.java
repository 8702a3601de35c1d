package gradus.proctor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What generators decided for one case: a tree of numbers. It is drawn by chance, or read back from a
/// tree that the [Shrinker] has made simpler; so every generator shrinks, however it was put together,
/// and nothing is ever generated that a generator could not have made itself.
///
/// Source: MacIver and Donaldson, "Test-case reduction via test-case generation", 2020.
final class Choices {

    /// Thrown when a filter refuses what it is given: the case does not count.
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused() {
            super("refused", null, false, false);
        }
    }

    private static final int MOST_TRIES = 100;

    private final @Nullable Chance chance;
    private final double scale;
    private final Node root = Node.branch();
    private Node place = root;
    private @Nullable Node script;
    private double last;

    private Choices(@Nullable Chance chance, double scale, @Nullable Node script) {
        this.chance = chance;
        this.scale = scale;
        this.script = script;
    }

    /// @param scale how much of the greatest size is used, from 0 to 1
    static Choices drawn(Chance chance, double scale) {
        return new Choices(chance, scale, null);
    }

    /// What is missing in `script`, or does not fit, is the simplest that does.
    static Choices read(Node script) {
        return new Choices(null, 1, script);
    }

    static Choices simplest() {
        return read(Node.branch());
    }

    /// The tree of what was decided.
    Node tree() {
        return root;
    }

    /// A whole number from `low` to `high`, small while the cases are small: how many there are of
    /// something.
    int size(int low, int high) {
        int most = low + (int) Math.round((high - low) * scale);
        Range range = new Range(low, high, true);
        return (int) decide(range, chance == null ? 0 : chance.whole(low, most));
    }

    int whole(int low, int high) {
        Range range = new Range(low, high, true);
        return (int) decide(range, chance == null ? 0 : chance.whole(low, high));
    }

    /// A number: now and then a plain one, an end of the range, or the same as the last.
    double number(Range range) {
        return decide(range, chance == null ? 0 : draw(range, chance));
    }

    /// A number of any size: now and then one of `favourites`, else one up to `plain`, else one of any
    /// magnitude.
    double number(Range range, double[] favourites, double plain) {
        if (chance == null) {
            return decide(range, 0);
        }
        return decide(
                range,
                switch (chance.below(3)) {
                    case 0 -> favourites[chance.below(favourites.length)];
                    case 1 -> draw(new Range(-plain, plain, false), chance);
                    default -> (chance.below(2) == 0 ? 1 : -1) * Math.pow(10, chance.between(-300, 300));
                });
    }

    /// Draws in a branch of its own, so that what comes later stays in its place when this changes.
    <T> T branch(Gen<T> generator) {
        Node outer = place;
        Node outerScript = script;
        script = outerScript == null ? null : outerScript.branchAt(outer.children.size());
        place = Node.branch();
        outer.children.add(place);
        try {
            return generator.draw(this);
        } finally {
            place = outer;
            script = outerScript;
        }
    }

    /// Draws until `wanted` takes it. What is read back has one try.
    <T> T branchUntil(Gen<T> generator, java.util.function.Predicate<? super T> wanted) {
        for (int i = 0; i < (chance == null ? 1 : MOST_TRIES); i++) {
            T value = branch(generator);
            if (wanted.test(value)) {
                return value;
            }
            place.children.removeLast();
        }
        throw new Refused();
    }

    private double decide(Range range, double drawn) {
        double value = drawn;
        if (chance == null) {
            Node leaf = script == null ? null : script.leafAt(place.children.size());
            value = leaf != null && range.holds(leaf.value) ? leaf.value : range.simplest();
        }
        place.children.add(Node.leaf(value, range));
        last = value;
        return value;
    }

    private double draw(Range range, Chance by) {
        double value = switch (by.below(8)) {
            case 0 -> by.below(5) - 2;
            case 1 -> by.below(2) == 0 ? range.low() : range.high();
            case 2 -> last;
            case 3 -> Math.rint(by.between(range.low(), range.high()));
            case 4 -> Math.rint(2 * by.between(range.low(), range.high())) / 2;
            default -> by.between(range.low(), range.high());
        };
        return range.holds(value) ? value : by.between(range.low(), range.high());
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
    record Range(double low, double high, boolean whole) {

        boolean holds(double value) {
            return Double.isNaN(value)
                    ? Double.isInfinite(low) && Double.isInfinite(high)
                    : low <= value && value <= high && (!whole || value == Math.rint(value));
        }

        double simplest() {
            if (holds(0)) {
                return 0;
            }
            double end = low > 0 ? Math.ceil(low) : Math.floor(high);
            return holds(end) ? end : low > 0 ? low : high;
        }
    }
}
