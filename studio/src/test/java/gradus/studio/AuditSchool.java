package gradus.studio;

import java.nio.file.Path;

/// A school of one lesson, whose lab is an audit of two cases.
public final class AuditSchool {

    private AuditSchool() {}

    /// @param folder an empty folder
    static School at(Path folder) {
        return new School(folder)
                .library("Nothing", "package gradus.ml.toy; public final class Nothing {}")
                .lab("leaks", "Leaks", "Decide.")
                .file("leaks", "lab.md", """
                        ---
                        kind: audit
                        pass: 2
                        ---

                        ## Task {#task}

                        Which of these tables *leak*?

                        ## Decisions {#decisions}

                        ### The scaler {#scaler}

                        All rows were scaled, then split.

                        - [x] It leaks :: The mean of the test rows is in it.
                        - [ ] It doesn't :: What did it take the mean of?

                        ### The patients {#patients}

                        Each patient has three rows.

                        - [ ] Split the rows :: Two rows of one patient are nearly the same.
                        - [x] Split the patients :: Nobody is on both sides.
                        - [x] Keep one row of each :: That works as well.
                        """);
    }

    /// A studio of this school.
    ///
    /// @param folder an empty folder
    public static RealStudio open(Path folder) {
        return RealStudio.open(at(folder).installation());
    }
}
