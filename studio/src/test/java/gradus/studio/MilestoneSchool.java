package gradus.studio;

import java.nio.file.Path;

/// A school of two lessons and a milestone. The learner writes the mean and the median of numbers; with both, a wild
/// measurement is found, which isn't found without the median.
public final class MilestoneSchool {

    /// The library's class, which passes both lessons.
    public static final String CENTRE = """
            package gradus.ml.toy;

            import java.util.Arrays;

            /// The centre of numbers.
            public final class Centre {

                private Centre() {}

                /// The mean.
                public static double mean(double... numbers) {
                    return Arrays.stream(numbers).sum() / numbers.length;
                }

                /// The median: half of the numbers are less, half are more.
                public static double median(double... numbers) {
                    double[] sorted = numbers.clone();
                    Arrays.sort(sorted);
                    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
                }
            }
            """;

    private MilestoneSchool() {}

    /// @param folder an empty folder
    static School at(Path folder) {
        return new School(folder)
                .library("Centre", CENTRE)
                .lesson(
                        "mean",
                        "",
                        cutting("mean"),
                        "calling(\"Centre.mean(1, 2)\", () -> Centre.mean(1, 2)).gives(1.5, \"half of 3\");")
                .lesson(
                        "median",
                        "mean",
                        cutting("median"),
                        "calling(\"Centre.median(1, 2, 9)\", () -> Centre.median(1, 2, 9)).gives(2.0, \"in the middle\");")
                .lab("outlier", "The wild measurement", "Find it.")
                .file("outlier", "lesson.md", """
                        ---
                        title: The wild measurement
                        outcome: you can find a wild measurement
                        level: foundation
                        needs: [mean, median]
                        minutes: 20
                        terms: []
                        misconceptions: {}
                        ---

                        ## Your turn {#lab}

                        Find it.
                        """)
                .file("outlier", "lab.md", """
                        ---
                        kind: milestone
                        year: 1887
                        source: F. Y. Edgeworth, On observations relating to several quantities, 1887
                        parts: ["gradus.ml.toy.Centre#mean,median"]
                        limits: {seconds: 10, megabytes: 128}
                        data: []
                        record: distance of the centre
                        better: lower
                        ---

                        ## Task {#task}

                        Find the centre of *ten* measurements, of which one is wild.

                        ## Story {#story}

                        Edgeworth preferred the median to the mean. He wrote so in 1887.
                        """)
                .file("outlier", "checks/OutlierChecks.java", """
                        package gradus.checks.outlier;

                        import gradus.ml.toy.Centre;
                        import gradus.proctor.assertions.Metric;
                        import gradus.proctor.report.Report;
                        import org.junit.jupiter.api.DisplayName;
                        import org.junit.jupiter.api.Test;

                        class OutlierChecks {

                            private static final double[] MEASURED = {1, 2, 1, 2, 1, 2, 1, 2, 1.5, 1000};

                            @Test
                            @DisplayName("the centre is among the nine that aren't wild")
                            void centre() {
                                Report.progress(1, 1);
                                long seed = Metric.seed(7);
                                Metric.of("distance of the centre", () -> Math.abs(Centre.median(MEASURED) - 1.5) + 0 * seed)
                                        .atMost(0.5, "they are from 1 to 2");
                            }

                            @Test
                            @DisplayName("the mean is drawn away")
                            void mean() {
                                Metric.of("distance of the mean", () -> Centre.mean(MEASURED) - 1.5)
                                        .atLeast(50, "1000 is one of ten");
                            }
                        }
                        """)
                .file("outlier", "ablations/no-sorting/Centre.java", """
                        class Centre {
                            public static double median(double... numbers) {
                                return numbers[numbers.length - 1];
                            }
                        }
                        """)
                .file("outlier", "ablations/no-sorting/ablation.md", """
                        ## without sorting

                        The *last* number counts, which is the wild one.
                        """);
    }

    /// A class of which a lab asks for this member.
    private static String cutting(String member) {
        return "cuts: [\"gradus.ml.toy.Centre#" + member + "\"]\nuses: []\nlimits: {seconds: 5, megabytes: 64}\n";
    }

    /// A studio of this school.
    ///
    /// @param folder an empty folder
    public static RealStudio open(Path folder) {
        return RealStudio.open(at(folder).installation());
    }
}
