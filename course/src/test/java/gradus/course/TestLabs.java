package gradus.course;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Labs that have only what a test is about.
public final class TestLabs {

    private TestLabs() {}

    /// A lab that cuts something, and may call something.
    public static Coding cutting(Cut cut, LibraryUse libraryUse) {
        return lab("later", List.of(cut), libraryUse, List.of(), List.of(), Path.of("lab.md"));
    }

    /// A lab with checks.
    public static Coding checking(List<Lab.Check> checks, Source checkSource, Path file) {
        return lab("sums", List.of(), LibraryUse.ANYTHING, checks, List.of(checkSource), file);
    }

    private static Coding lab(
            String lesson,
            List<Cut> cuts,
            LibraryUse libraryUse,
            List<Lab.Check> checks,
            List<Source> checkSources,
            Path file) {
        return new Coding(
                lesson,
                cuts,
                List.of(),
                libraryUse,
                Lab.Limits.DEFAULT,
                List.of(),
                Optional.empty(),
                "",
                List.of(),
                List.of(),
                List.of(),
                checks,
                checkSources,
                List.of(),
                List.of(),
                file);
    }
}
