package gradus.checks.chain_rule_dual;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.calculus.Dual;
import gradus.proctor.assertions.Clause;
import gradus.proctor.property.Gen;
import gradus.proctor.property.Property;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Whole programs: random expressions, a loop, and an iteration. What the derivative should be is known from other
/// sources: from differences, or from a formula of the result.
class DualProgramChecks {

    private record Expression(String text, UnaryOperator<Dual> dual, DoubleUnaryOperator plain) {}

    private record Tried(Expression expression, double x) {}

    @Test
    @DisplayName("the derivatives of random expressions agree with those by differences")
    @Clause({"chain", "product", "quotient", "functions", "power"})
    void randomExpressions() {
        Gen<Tried> tried =
                Gen.pairs(expressions(3), Gen.doubles(-1, 1)).map(pair -> new Tried(pair.first(), pair.second()));
        Property.forAll(tried)
                .formattedBy(one -> one.expression.text + " at " + one.x)
                .cases(150)
                .check(one -> {
                    double value = one.expression.plain.applyAsDouble(one.x);
                    double slope = byDifferences(one.expression.plain, one.x);
                    calling(
                                    () -> "the value of " + one.expression.text + " at x = Dual.variable(" + one.x
                                            + ")",
                                    () -> one.expression
                                            .dual
                                            .apply(Dual.variable(one.x))
                                            .value())
                            .gives(value, "the same operations on plain numbers");
                    calling(
                                    () -> "the derivative of " + one.expression.text + " at x = Dual.variable(" + one.x
                                            + ")",
                                    () -> one.expression
                                            .dual
                                            .apply(Dual.variable(one.x))
                                            .derivative())
                            .within(1e-6, 1e-6)
                            .gives(slope, "the slope by differences, extrapolated");
                });
    }

    @Test
    @DisplayName("the slope of the savings travels through a loop of up to 30 years")
    @Clause({"product", "sum", "accuracy"})
    void savings() {
        Property.forAll(Gen.pairs(Gen.ints(1, 30), Gen.doubles(-0.5, 0.5)))
                .cases(60)
                .check(pair -> {
                    int years = pair.first();
                    double growth = 1 + pair.second();
                    double value = 0;
                    double slope = 0;
                    for (int k = 1; k <= years; k++) {
                        value += 100 * Math.pow(growth, k);
                        slope += 100 * k * Math.pow(growth, k - 1);
                    }
                    calling(
                                    () -> "the savings after " + years + " years, for the growth Dual.variable("
                                            + growth + ")",
                                    () -> {
                                        Dual balance = Dual.constant(0);
                                        for (int year = 1; year <= years; year++) {
                                            balance = balance.plus(Dual.constant(100))
                                                    .times(Dual.variable(growth));
                                        }
                                        return new double[] {balance.value(), balance.derivative()};
                                    })
                            .within(1e-11, 1e-9)
                            .gives(
                                    new double[] {value, slope},
                                    "the deposit that stays for k years becomes 100·growthᵏ, with the slope"
                                            + " 100·k·growthᵏ⁻¹");
                });
    }

    @Test
    @DisplayName("the derivative travels through an iteration that computes a square root")
    @Clause({"quotient", "sum"})
    void iteratedRoot() {
        Property.forAll(Gen.doubles(0.5, 50)).cases(60).check(a -> {
            double root = Math.sqrt(a);
            calling(() -> "√a by 12 times r = (r + a/r) / 2, for a = Dual.variable(" + a + ")", () -> {
                        Dual number = Dual.variable(a);
                        Dual r = Dual.constant(1);
                        for (int step = 0; step < 12; step++) {
                            r = r.plus(number.dividedBy(r)).dividedBy(Dual.constant(2));
                        }
                        return new double[] {r.value(), r.derivative()};
                    })
                    .gives(new double[] {root, 0.5 / root}, "the slope of √a is 1 / (2√a), however it's computed");
        });
    }

    /// Central differences with three steps, extrapolated twice.
    private static double byDifferences(DoubleUnaryOperator f, double x) {
        double[] slopes = new double[3];
        for (int i = 0; i < 3; i++) {
            double h = 0x1p-8 / (1 << i);
            slopes[i] = (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / ((x + h) - (x - h));
        }
        double first = slopes[1] + (slopes[1] - slopes[0]) / 3;
        double second = slopes[2] + (slopes[2] - slopes[1]) / 3;
        return second + (second - first) / 15;
    }

    private static Gen<Expression> expressions(int depth) {
        Gen<Expression> leaves = Gen.oneOf(
                new Expression("x", x -> x, x -> x),
                new Expression("0.5", x -> Dual.constant(0.5), x -> 0.5),
                new Expression("(-1)", x -> Dual.constant(-1), x -> -1));
        if (depth == 0) {
            return leaves;
        }
        Gen<Expression> inner = expressions(depth - 1);
        Gen<Expression> functions = Gen.pairs(Gen.ints(0, 5), inner).map(pair -> function(pair.first(), pair.second()));
        Gen<Expression> operations = Gen.pairs(Gen.ints(0, 2), Gen.pairs(inner, inner))
                .map(pair -> operation(
                        pair.first(), pair.second().first(), pair.second().second()));
        return Gen.anyOf(inner, functions, operations, functions, operations);
    }

    private static Expression function(int which, Expression e) {
        UnaryOperator<Dual> dual = e.dual;
        DoubleUnaryOperator plain = e.plain;
        return switch (which) {
            case 0 ->
                new Expression("sin(" + e.text + ")", x -> dual.apply(x).sin(), x -> Math.sin(plain.applyAsDouble(x)));
            case 1 ->
                new Expression("cos(" + e.text + ")", x -> dual.apply(x).cos(), x -> Math.cos(plain.applyAsDouble(x)));
            case 2 ->
                new Expression(
                        "exp(sin(" + e.text + "))",
                        x -> dual.apply(x).sin().exp(),
                        x -> Math.exp(Math.sin(plain.applyAsDouble(x))));
            case 3 ->
                new Expression(
                        "log(2 + cos(" + e.text + "))",
                        x -> dual.apply(x).cos().plus(2).log(),
                        x -> Math.log(2 + Math.cos(plain.applyAsDouble(x))));
            case 4 ->
                new Expression(
                        "(" + e.text + ")³", x -> dual.apply(x).pow(3), x -> Math.pow(plain.applyAsDouble(x), 3));
            default ->
                new Expression(
                        "(2 + sin(" + e.text + "))^-1.5",
                        x -> dual.apply(x).sin().plus(2).pow(-1.5),
                        x -> Math.pow(2 + Math.sin(plain.applyAsDouble(x)), -1.5));
        };
    }

    private static Expression operation(int which, Expression e, Expression f) {
        return switch (which) {
            case 0 ->
                new Expression(
                        "(" + e.text + " + " + f.text + ")",
                        x -> e.dual.apply(x).plus(f.dual.apply(x)),
                        x -> e.plain.applyAsDouble(x) + f.plain.applyAsDouble(x));
            case 1 ->
                new Expression(
                        "(" + e.text + " · " + f.text + ")",
                        x -> e.dual.apply(x).times(f.dual.apply(x)),
                        x -> e.plain.applyAsDouble(x) * f.plain.applyAsDouble(x));
            default ->
                new Expression(
                        "(" + e.text + " / (2 + sin(" + f.text + ")))",
                        x -> e.dual.apply(x).dividedBy(f.dual.apply(x).sin().plus(2)),
                        x -> e.plain.applyAsDouble(x) / (2 + Math.sin(f.plain.applyAsDouble(x))));
        };
    }
}
