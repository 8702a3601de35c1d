package gradus.proctor.diagnosis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// The numbers in the text of a call: the arguments as the learner sees them.
///
/// @param lists the elements of each bracketed list: `{1, 2, 6}`, `Vector.of(1, 2)`
/// @param scalars the numbers outside of lists
/// @param lengths the lengths of all lists, including truncated ones
record CallArguments(List<List<Double>> lists, List<Double> scalars, List<Integer> lengths) {

    private static final int MAX_CALL_LENGTH = 4_000;
    private static final Pattern TOKEN =
            Pattern.compile("[({\\[]|[)}\\]]|(-?Infinity|NaN|-?[\\w.]*INFINITY)|[A-Za-z_]\\w*"
                    + "|(-?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)|…\\D{0,3}(\\d+) in all|…");

    static CallArguments parse(String call) {
        var parser = new Parser();
        Matcher token = TOKEN.matcher(call.substring(0, Math.min(call.length(), MAX_CALL_LENGTH)));
        while (token.find()) {
            parser.accept(token);
        }
        return new CallArguments(List.copyOf(parser.lists), List.copyOf(parser.scalars), List.copyOf(parser.lengths));
    }

    /// The largest finite absolute value; 0 if there is none.
    double largestMagnitude() {
        return magnitudes().max().orElse(0);
    }

    /// The largest finite absolute value in a list, or, if there are no lists, of all numbers.
    double largestElement() {
        return lists.isEmpty()
                ? largestMagnitude()
                : lists.stream()
                        .flatMap(List::stream)
                        .mapToDouble(Math::abs)
                        .filter(Double::isFinite)
                        .max()
                        .orElse(0);
    }

    /// The smallest non-zero absolute value; infinity if there is none.
    double smallestMagnitude() {
        return magnitudes().min().orElse(Double.POSITIVE_INFINITY);
    }

    boolean hasInfinity() {
        return all().anyMatch(number -> number.isInfinite());
    }

    boolean hasNaN() {
        return all().anyMatch(number -> number.isNaN());
    }

    private DoubleStream magnitudes() {
        return all().mapToDouble(number -> Math.abs(number)).filter(size -> size > 0 && Double.isFinite(size));
    }

    private Stream<Double> all() {
        return Stream.concat(lists.stream().flatMap(List::stream), scalars.stream());
    }

    private static final class Bracket {
        private final List<Double> numbers = new ArrayList<>();
        private int children;
        private boolean truncated;
        private int length = -1;
        private final boolean list;

        private Bracket(boolean list) {
            this.list = list;
        }
    }

    private static final class Parser {
        private final List<List<Double>> lists = new ArrayList<>();
        private final List<Double> scalars = new ArrayList<>();
        private final List<Integer> lengths = new ArrayList<>();
        private final Deque<Bracket> open = new ArrayDeque<>();
        private String previousToken = "";

        void accept(Matcher token) {
            String text = token.group();
            Bracket top = open.peek();
            switch (text.charAt(0)) {
                // `Vector.of(2)` is a list with one number, `times(2)` isn't.
                case '(' -> open.push(new Bracket(previousToken.equals("of") || previousToken.equals("asList")));
                case '{', '[' -> open.push(new Bracket(true));
                case ')', '}', ']' -> close();
                case '…' -> {
                    if (top != null) {
                        top.truncated = true;
                        top.length = token.group(3) == null ? -1 : Integer.parseInt(token.group(3));
                    }
                }
                default -> {
                    if (top != null && token.group(1) != null) {
                        top.numbers.add(parseNonFinite(text));
                    } else if (top != null && token.group(2) != null) {
                        top.numbers.add(Double.parseDouble(text));
                    }
                }
            }
            previousToken = text;
        }

        private static double parseNonFinite(String text) {
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
            Bracket bracket = open.pop();
            if (bracket.truncated) {
                scalars.addAll(bracket.numbers);
                if (bracket.length > 0) {
                    lengths.add(bracket.length);
                }
            } else if (bracket.children > 0 || bracket.numbers.size() == 1 && !bracket.list) {
                scalars.addAll(bracket.numbers);
                lengths.add(bracket.children);
            } else if (!bracket.numbers.isEmpty()) {
                lists.add(List.copyOf(bracket.numbers));
                lengths.add(bracket.numbers.size());
            }
            if (!open.isEmpty()) {
                open.element().children++;
            }
        }
    }
}
