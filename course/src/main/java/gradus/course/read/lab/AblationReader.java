package gradus.course.read.lab;

import gradus.course.Lab;
import gradus.course.Milestone;
import gradus.course.prose.Passage;
import gradus.course.prose.ProseRenderer;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.file.TextFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads the ablations of a milestone: each the members that it replaces, and in `ablation.md` what is taken away and
/// what is seen then.
final class AblationReader {

    private static final String DESCRIPTION = "ablation.md";

    private final SolutionReader solutions;
    private final SolutionMembers members;
    private final ProseRenderer prose;
    private final FaultCollector faults;

    /// @param members what ablations may replace
    AblationReader(SolutionReader solutions, SolutionMembers members, ProseRenderer prose, FaultCollector faults) {
        this.solutions = solutions;
        this.members = members;
        this.prose = prose;
        this.faults = faults;
    }

    List<Milestone.Ablation> read() {
        return solutions.all("ablations", 1, "one ablation in ablations/", this::ablation);
    }

    private Milestone.Ablation ablation(Path folder) {
        Path file = folder.resolve(DESCRIPTION);
        Optional<Passage.HeadedPassage> text = text(file);
        text.ifPresent(it -> check(file, it));
        Lab.Solution code = solutions.solution(folder, DESCRIPTION, Optional.empty(), List.of());
        if (members.isLibrary(code)) {
            faults.add(
                    folder,
                    1,
                    "The ablation does what the library does: its members are the same; take something away.");
        }
        return new Milestone.Ablation(
                text.map(Passage.HeadedPassage::title)
                        .orElse(folder.getFileName().toString()),
                text.map(it -> prose.renderBlocks(it.body())).orElse(""),
                code,
                members.replaced(code));
    }

    private Optional<Passage.HeadedPassage> text(Path file) {
        if (!Files.isRegularFile(file)) {
            faults.add(file, 1, "The file is missing; an ablation says what is taken away, and what is seen then.");
            return Optional.empty();
        }
        List<Passage.HeadedPassage> headed =
                TextFile.read(file, faults).map(text -> text.splitByHeading(2)).orElse(List.of());
        if (headed.size() != 1) {
            faults.add(
                    file,
                    1,
                    "An ablation has one heading, which says what is taken away, as in \"## without the hidden layer\";"
                            + " it has " + headed.size() + ".");
        }
        return headed.stream().findFirst();
    }

    /// The title begins a sentence of which the rest is "it isn't reached".
    private void check(Path file, Passage.HeadedPassage text) {
        if (text.title().endsWith(".") || !text.title().startsWith("with")) {
            faults.add(
                    file,
                    text.line(),
                    "What is taken away, \"" + text.title()
                            + "\", must begin with \"without\" or \"with\" and end without a full stop.");
        }
        if (text.body().isBlank()) {
            faults.add(
                    file,
                    text.line(),
                    "The ablation doesn't say what is seen; write it below the heading, with the numbers.");
        }
    }
}
