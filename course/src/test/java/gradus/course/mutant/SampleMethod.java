package gradus.course.mutant;

import gradus.course.Cut;
import gradus.course.Source;
import java.util.List;

/// A class with one method to make mutants of.
final class SampleMethod {

    static final Cut CUT = Cut.of("gradus.ml.toy.Sample", "f");

    private SampleMethod() {}

    /// The class with the method `f`, each statement of which is a line.
    ///
    /// @param heading such as `static double f(double[] x)`
    static Source source(String heading, String... statements) {
        return Source.of("gradus.ml.toy.Sample", """
                package gradus.ml.toy;

                public final class Sample {

                    private final double[] weights = {1};

                    public %s {
                        %s
                    }
                }
                """.formatted(heading, String.join("\n        ", statements)));
    }

    static List<Mutant> mutants(String heading, String... statements) {
        return Mutants.of(CUT, source(heading, statements));
    }

    /// The lines that an operator makes, in order.
    static List<String> after(String operator, List<Mutant> mutants) {
        return mutants.stream()
                .filter(mutant -> mutant.operator().equals(operator))
                .map(Mutant::after)
                .toList();
    }
}
