package gradus.studio;

import java.nio.file.Path;

/// A school whose first lab is of code and has three cases to decide, two of which must be right. The second builds
/// on its code.
public final class DecisionsSchool {

    /// What a learner writes in the place of the starter's body.
    static final String RIGHT = "return 2 * x;";

    /// The learner's file, solved.
    public static final String SOLVED = """
            package gradus.ml.toy;

            /// Doubles.
            public final class Doubler {

                private Doubler() {}

                /// Twice `x`.
                public static int twice(int x) {
                    return 2 * x;
                }
            }
            """;

    private DecisionsSchool() {}

    /// @param folder an empty folder
    static School at(Path folder) {
        return new School(folder)
                .library("Doubler", SOLVED)
                .library("Eightfold", """
                        package gradus.ml.toy;

                        /// Multiplies by eight.
                        public final class Eightfold {

                            private Eightfold() {}

                            /// Eight times `x`.
                            public static int of(int x) {
                                return 4 * Doubler.twice(x);
                            }
                        }
                        """)
                .lesson(
                        "doubling",
                        "",
                        "",
                        "calling(\"Doubler.twice(3)\", () -> Doubler.twice(3)).gives(6, \"3 + 3\");")
                .lesson(
                        "eight",
                        "doubling",
                        "cuts:\n  - gradus.ml.toy.Eightfold#of\n",
                        "calling(\"Eightfold.of(3)\", () -> Eightfold.of(3)).gives(24, \"8 · 3\");")
                .lab("doubling", "Doubling", "Double, and decide.")
                .file("doubling", "checks/DoublingChecks.java", """
                        package gradus.checks.doubling;

                        import static gradus.proctor.assertions.Expect.calling;

                        import gradus.ml.toy.Doubler;
                        import org.junit.jupiter.api.DisplayName;
                        import org.junit.jupiter.api.Test;

                        class DoublingChecks {

                            @Test
                            @DisplayName("doubles negative numbers")
                            void doublesNegativeNumbers() {
                                calling("Doubler.twice(-4)", () -> Doubler.twice(-4)).gives(-8, "-4 - 4");
                            }
                        }
                        """)
                .file("doubling", "lab.md", """
                        ---
                        cuts:
                          - gradus.ml.toy.Doubler#twice
                        limits: { seconds: 60, megabytes: 256 }
                        data: []
                        decide: 2
                        ---

                        ## Task {#task}

                        Write `twice`, then decide who erred.

                        ## Contract {#contract}

                        - `twice` is the sum of `x` and `x`. {#sum}

                        ## Decisions {#decisions}

                        ### Too small {#too-small}

                        Somebody gets 3 for 3.

                        - [ ] The test asks too much :: What does the contract say of 3?
                        - [x] The factor was forgotten :: 3 is one times 3.

                        ### Negative {#negative}

                        -4 gives 8.

                        - [x] The sign was lost :: The sum of two negative numbers is negative.
                        - [ ] Doubling makes positive :: Add -4 and -4 with a pencil.

                        ### Overflow {#overflow}

                        2,000,000,000 gives -294,967,296.

                        - [x] `int` is too small :: It ends at 2,147,483,647.
                        - [x] The result needs a `long` :: That holds it.
                        - [ ] The sign was lost :: Which other number has the same last digits?

                        ## Hints {#hints}

                        ### twice {#twice}

                        1. What is twice 3?
                        2. Look at the contract.
                        3. It is the sum of the number and itself.

                        ## Out of scope {#out-of-scope}

                        Overflow.
                        """);
    }

    /// A studio of this school.
    ///
    /// @param folder an empty folder
    public static RealStudio open(Path folder) {
        return RealStudio.open(at(folder).installation());
    }
}
