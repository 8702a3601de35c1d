package gradus.studio;

import java.nio.file.Path;

/// A school of two lessons whose gates have runs of their own, of a second each. One of them can be made endless by
/// what the learner writes.
public final class RunSchool {

    /// What a learner writes for both lessons.
    static final String RIGHT = "return 2 * x;";

    /// The gate of `slow` never ends.
    static final String ENDLESS = "while (x == 21) {} return 2 * x;";

    private RunSchool() {}

    /// @param folder an empty folder
    static School at(Path folder) {
        return training(training(new School(folder).library("Doubler", """
                        package gradus.ml.toy;

                        /// Doubles.
                        public final class Doubler {

                            private Doubler() {}

                            /// Twice `x`.
                            public static int twice(int x) {
                                return 2 * x;
                            }

                            /// Twice `x`, slowly.
                            public static int slowly(int x) {
                                return 2 * x;
                            }
                        }
                        """), "quick", "twice"), "slow", "slowly");
    }

    private static School training(School school, String lesson, String member) {
        String type = lesson.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + lesson.substring(1) + "Gate";
        return school.lesson(
                        lesson,
                        "",
                        "cuts:\n  - gradus.ml.toy.Doubler#" + member + "\ngate: " + type
                                + "#trains\nrun: { seconds: 60, megabytes: 128, threads: 1 }\n",
                        "calling(\"Doubler." + member + "(3)\", () -> Doubler." + member + "(3)).gives(6, \"3 + 3\");")
                .file(lesson, "lesson.md", """
                        ---
                        title: Lesson %s
                        outcome: you can do it
                        level: foundation
                        needs: []
                        minutes: 20
                        terms: []
                        misconceptions: {}
                        ---

                        ## Your turn {#lab}

                        Double it.
                        """.formatted(lesson))
                .file(lesson, "checks/" + type + ".java", """
                        package gradus.checks.%s;

                        import gradus.ml.toy.Doubler;
                        import gradus.proctor.assertions.Metric;
                        import gradus.proctor.report.Report;
                        import org.junit.jupiter.api.DisplayName;
                        import org.junit.jupiter.api.Test;

                        class %s {

                            @Test
                            @DisplayName("it doubles after some steps")
                            void trains() throws InterruptedException {
                                long seed = Metric.seed(5);
                                for (int step = 1; step <= 10; step++) {
                                    Report.progress(step, 10);
                                    Report.point("training loss", step, 1.0 / step);
                                    Report.text("After " + step + " steps", "twice " + seed + " is " + 2 * seed);
                                    Thread.sleep(60);
                                }
                                Metric.of("twice 21", () -> (double) Doubler.%s(21)).atLeast(42, "21 + 21");
                            }
                        }
                        """.formatted(lesson, type, member));
    }

    /// The learner's class with this member written.
    public static String solved(String source, String member) {
        return written(source, member, RIGHT);
    }

    /// The learner's class with this body of a member.
    static String written(String source, String member, String body) {
        int begin = source.indexOf('{', source.indexOf(" " + member + "(")) + 1;
        int end = source.indexOf("    }\n", begin);
        return source.substring(0, begin) + "\n" + body + "\n" + source.substring(end);
    }

    /// A studio of this school.
    ///
    /// @param folder an empty folder
    public static RealStudio open(Path folder) {
        return RealStudio.open(at(folder).installation());
    }
}
