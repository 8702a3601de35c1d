package gradus.course.read.question;

import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/// Parses arithmetic by recursive descent: sums of products of powers. A power binds more tightly than a minus
/// sign, and is read from the right: −2^2 is −4, and 2^3^2 is 512.
final class ExpressionParser {

    private final String text;
    private final Set<String> names;
    private int at;

    ExpressionParser(String text, Set<String> names) {
        this.text = text.replace('\u2212', '-')
                .replace('\u00b7', '*')
                .replace('\u00d7', '*')
                .replaceAll("\\s+", "");
        this.names = names;
    }

    /// Thrown where the text isn't arithmetic.
    private static final class NoExpression extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    Optional<Expression> parse() {
        try {
            Expression sum = sum();
            return at == text.length() ? Optional.of(sum) : Optional.empty();
        } catch (NoExpression e) {
            return Optional.empty();
        }
    }

    private Expression sum() {
        Expression sum = product();
        while (next('+') || next('-')) {
            sum = new Expression.Binary(text.charAt(at++), sum, product());
        }
        return sum;
    }

    private Expression product() {
        Expression product = signed();
        while (next('*') || next('/')) {
            product = new Expression.Binary(text.charAt(at++), product, signed());
        }
        return product;
    }

    private Expression signed() {
        if (next('-')) {
            at++;
            return new Expression.Negative(signed());
        }
        Expression base = atom();
        if (next('^')) {
            at++;
            return new Expression.Binary('^', base, signed());
        }
        return base;
    }

    private Expression atom() {
        if (next('(')) {
            return inParentheses();
        }
        String word = run(Character::isLetter);
        if (!word.isEmpty()) {
            return switch (word) {
                case "sqrt" -> new Expression.Root(inParentheses());
                case "abs" -> new Expression.Absolute(inParentheses());
                default -> name(word);
            };
        }
        String number = run(c -> Character.isDigit(c) || c == '.');
        if (!number.matches("\\d+(\\.\\d+)?")) {
            throw new NoExpression();
        }
        return new Expression.Number(Double.parseDouble(number));
    }

    private Expression name(String word) {
        if (!names.contains(word)) {
            throw new NoExpression();
        }
        return new Expression.Name(word);
    }

    private Expression inParentheses() {
        expect('(');
        Expression inside = sum();
        expect(')');
        return inside;
    }

    private void expect(char wanted) {
        if (!next(wanted)) {
            throw new NoExpression();
        }
        at++;
    }

    private boolean next(char wanted) {
        return at < text.length() && text.charAt(at) == wanted;
    }

    private String run(IntPredicate belongs) {
        int from = at;
        while (at < text.length() && belongs.test(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }
}
