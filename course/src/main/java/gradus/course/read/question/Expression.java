package gradus.course.read.question;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Arithmetic with names: `+ - * / ^`, parentheses, `sqrt(…)` and `abs(…)`.
sealed interface Expression {

    /// The value, which is NaN or infinite where there is none.
    ///
    /// @param values a value for each name
    double value(Map<String, Integer> values);

    /// The expression in `text`; empty if it isn't one, or has a name other than `names`.
    static Optional<Expression> parse(String text, Set<String> names) {
        return new ExpressionParser(text, names).parse();
    }

    record Number(double number) implements Expression {
        @Override
        public double value(Map<String, Integer> values) {
            return number;
        }
    }

    record Name(String name) implements Expression {
        @Override
        public double value(Map<String, Integer> values) {
            return values.get(name);
        }
    }

    record Negative(Expression of) implements Expression {
        @Override
        public double value(Map<String, Integer> values) {
            return -of.value(values);
        }
    }

    record Root(Expression of) implements Expression {
        @Override
        public double value(Map<String, Integer> values) {
            return Math.sqrt(of.value(values));
        }
    }

    record Absolute(Expression of) implements Expression {
        @Override
        public double value(Map<String, Integer> values) {
            return Math.abs(of.value(values));
        }
    }

    /// @param operator one of `+ - * / ^`
    record Binary(char operator, Expression left, Expression right) implements Expression {
        @Override
        public double value(Map<String, Integer> values) {
            double a = left.value(values);
            double b = right.value(values);
            return switch (operator) {
                case '+' -> a + b;
                case '-' -> a - b;
                case '*' -> a * b;
                case '/' -> a / b;
                case '^' -> StrictMath.pow(a, b);
                default -> throw new IllegalStateException("no operator " + operator);
            };
        }
    }
}
