package gradus.studio;

import java.nio.file.Path;

/// A school of one lesson, whose lab is an arena of three contenders on 120 generated rows. The label follows from the
/// first feature, with some noise; the second is noise in a unit that makes it a thousand times as large.
public final class ArenaSchool {

    /// The answers of a learner who passes, for the probes that the author's tool makes.
    static final String REFERENCE = """
            order: nearest-scaled, nearest-raw, majority
            expected-because: units
            choice: nearest-scaled
            metric: 0.9500
            interval: 0.8750 to 1.0000
            runner-up: nearest-raw
            margin: 0.4500
            p-value: 0.0001
            because: units
            change-my-mind: features that were measured in the same unit
            few-rows: b
            """;

    private ArenaSchool() {}

    /// @param folder an empty folder
    static School at(Path folder) {
        return new School(folder)
                .library("Nearest", """
                        package gradus.ml.toy;

                        public record Nearest(double[][] rows, int[] labels) {

                            public int predict(double[] row) {
                                int best = 0;
                                for (int i = 1; i < rows.length; i++) {
                                    best = squared(rows[i], row) < squared(rows[best], row) ? i : best;
                                }
                                return labels[best];
                            }

                            private static double squared(double[] a, double[] b) {
                                return (a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]);
                            }
                        }
                        """)
                .lab("units", "Units", "Choose.")
                .file("units", "lab.md", """
                        ---
                        kind: arena
                        metric: accuracy
                        probes: 5
                        folds: 3
                        limits: { seconds: 5, megabytes: 64 }
                        data: []
                        ---

                        ## Task {#task}

                        Which classifier, and *which preparation*?

                        ## Contenders {#contenders}

                        ### Nearest neighbour, as measured {#nearest-raw}

                        The label of the nearest row.

                        ### Nearest neighbour, scaled {#nearest-scaled}

                        The same, after each feature was divided by its scale.

                        ### The majority {#majority}

                        The most frequent label, whatever the row.

                        ## Reasons {#reasons}

                        ### The features have different units, and distances depend on them. {#units}

                        - nearest-scaled
                        - nearest-raw

                        ### There are so few rows that nothing can be learnt. {#few}

                        - majority
                        - nearest-scaled

                        ## Questions {#questions}

                        ### What if there were five rows? {#few-rows}

                        - [ ] Nothing would change :: How far away would the nearest row be?
                        - [x] The margin would shrink :: The nearest row would be far away, and often of the other label.
                        """)
                .file("units", "arena/UnitsArena.java", """
                        package gradus.checks.units;

                        import gradus.ml.toy.Nearest;
                        import gradus.proctor.arena.Arena;
                        import gradus.proctor.arena.Scores;
                        import java.util.Random;
                        import java.util.function.IntPredicate;
                        import java.util.stream.IntStream;

                        final class UnitsArena implements Arena {

                            private static final int ROWS = 60;
                            private final double[][] rows = new double[2 * ROWS][2];
                            private final int[] labels = new int[2 * ROWS];

                            UnitsArena() {
                                var random = new Random(7);
                                for (int i = 0; i < rows.length; i++) {
                                    rows[i] = new double[] {random.nextGaussian(), 1000 * random.nextGaussian()};
                                    labels[i] = rows[i][0] + 0.3 * random.nextGaussian() > 0 ? 1 : 0;
                                }
                            }

                            @Override
                            public Scores probe(String contender, int fold) {
                                return scores(contender, i -> i < ROWS && i % 3 != fold, i -> i < ROWS && i % 3 == fold);
                            }

                            @Override
                            public Scores hidden(String contender) {
                                return scores(contender, i -> i < ROWS, i -> i >= ROWS);
                            }

                            private Scores scores(String contender, IntPredicate training, IntPredicate test) {
                                double scale = contender.equals("nearest-scaled") ? 1e-6 : 1;
                                return Scores.of(() -> fit(training, scale), model -> IntStream.range(0, rows.length)
                                        .filter(test)
                                        .mapToDouble(i -> {
                                            int predicted = contender.equals("majority") ? 0 : model.predict(scaled(i, scale));
                                            return predicted == labels[i] ? 1 : 0;
                                        })
                                        .toArray());
                            }

                            private Nearest fit(IntPredicate training, double scale) {
                                int[] chosen = IntStream.range(0, rows.length).filter(training).toArray();
                                return new Nearest(
                                        IntStream.of(chosen).mapToObj(i -> scaled(i, scale)).toArray(double[][]::new),
                                        IntStream.of(chosen).map(i -> labels[i]).toArray());
                            }

                            private double[] scaled(int row, double scale) {
                                return new double[] {rows[row][0], rows[row][1] * scale};
                            }
                        }
                        """)
                .file("units", "reference.yaml", REFERENCE);
    }

    /// A studio of this school.
    ///
    /// @param folder an empty folder
    public static RealStudio open(Path folder) {
        return RealStudio.open(at(folder).installation());
    }
}
