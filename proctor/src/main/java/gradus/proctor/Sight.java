package gradus.proctor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// The numbers that a call shows: what went in, as far as the learner can see it too.
///
/// @param lists what stands in brackets by itself: `{1, 2, 6}`, `Vector.of(1, 2)`
/// @param scalars single numbers beside those
/// @param sizes how long lists are, those that are shown in part included
record Sight(List<List<Double>> lists, List<Double> scalars, List<Integer> sizes) {

    private static final int LONGEST = 4_000;
    private static final Pattern TOKEN =
            Pattern.compile("[({\\[]|[)}\\]]|(-?Infinity|NaN|-?[\\w.]*INFINITY)|[A-Za-z_]\\w*"
                    + "|(-?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)|…\\D{0,3}(\\d+) in all|…");

    static Sight of(String call) {
        var reading = new Reading();
        Matcher token = TOKEN.matcher(call.substring(0, Math.min(call.length(), LONGEST)));
        while (token.find()) {
            reading.take(token);
        }
        return new Sight(List.copyOf(reading.lists), List.copyOf(reading.scalars), List.copyOf(reading.sizes));
    }

    /// The largest finite size of a number; 0 if there is none.
    double largest() {
        return sizesOfNumbers().max().orElse(0);
    }

    /// The smallest size of a number other than 0; infinity if there is none.
    double smallest() {
        return sizesOfNumbers().min().orElse(Double.POSITIVE_INFINITY);
    }

    boolean hasInfinity() {
        return all().anyMatch(number -> number.isInfinite());
    }

    boolean hasNaN() {
        return all().anyMatch(number -> number.isNaN());
    }

    private DoubleStream sizesOfNumbers() {
        return all().mapToDouble(number -> Math.abs(number)).filter(size -> size > 0 && Double.isFinite(size));
    }

    private Stream<Double> all() {
        return Stream.concat(lists.stream().flatMap(List::stream), scalars.stream());
    }

    private static final class Frame {
        private final List<Double> numbers = new ArrayList<>();
        private int children;
        private boolean partial;
        private int size = -1;
        private final boolean list;

        private Frame(boolean list) {
            this.list = list;
        }
    }

    private static final class Reading {
        private final List<List<Double>> lists = new ArrayList<>();
        private final List<Double> scalars = new ArrayList<>();
        private final List<Integer> sizes = new ArrayList<>();
        private final Deque<Frame> open = new ArrayDeque<>();
        private String word = "";

        void take(Matcher token) {
            String text = token.group();
            Frame top = open.peek();
            switch (text.charAt(0)) {
                // `Vector.of(2)` is a list of one number, `times(2)` is not.
                case '(' -> open.push(new Frame(word.equals("of") || word.equals("asList")));
                case '{', '[' -> open.push(new Frame(true));
                case ')', '}', ']' -> close();
                case '…' -> {
                    if (top != null) {
                        top.partial = true;
                        top.size = token.group(3) == null ? -1 : Integer.parseInt(token.group(3));
                    }
                }
                default -> {
                    if (top != null && token.group(1) != null) {
                        top.numbers.add(unbounded(text));
                    } else if (top != null && token.group(2) != null) {
                        top.numbers.add(Double.parseDouble(text));
                    }
                }
            }
            word = text;
        }

        private static double unbounded(String text) {
            return text.equals("NaN")
                    ? Double.NaN
                    : text.startsWith("-") || text.contains("NEGATIVE")
                            ? Double.NEGATIVE_INFINITY
                            : Double.POSITIVE_INFINITY;
        }

        private void close() {
            if (open.isEmpty()) {
                return;
            }
            Frame frame = open.pop();
            if (frame.partial) {
                scalars.addAll(frame.numbers);
                if (frame.size > 0) {
                    sizes.add(frame.size);
                }
            } else if (frame.children > 0 || frame.numbers.size() == 1 && !frame.list) {
                scalars.addAll(frame.numbers);
                sizes.add(frame.children);
            } else if (!frame.numbers.isEmpty()) {
                lists.add(List.copyOf(frame.numbers));
                sizes.add(frame.numbers.size());
            }
            if (!open.isEmpty()) {
                open.element().children++;
            }
        }
    }
}
