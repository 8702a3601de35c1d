package gradus.course.read.lab;

import gradus.course.Lab;
import gradus.course.Source;
import gradus.course.Testing;
import gradus.course.prose.Passage;
import gradus.course.prose.ProseRenderer;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.file.TextFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads the mutants of a lab of tests: `mutants/<name>/`, each with the members that have the fault and
/// `mutant.md`, a heading that says what is wrong and three hints.
final class MutantReader {

    private static final String DESCRIPTION = "mutant.md";

    private final SolutionReader solutions;
    private final SolutionMembers members;
    private final ProseRenderer prose;
    private final FaultCollector faults;

    /// @param members what mutants may replace
    MutantReader(SolutionReader solutions, SolutionMembers members, ProseRenderer prose, FaultCollector faults) {
        this.solutions = solutions;
        this.members = members;
        this.prose = prose;
        this.faults = faults;
    }

    List<Testing.Mutant> read() {
        List<Testing.Mutant> unnumbered = solutions.all("mutants", 1, "one mutant in mutants/", this::mutant);
        var mutants = new ArrayList<Testing.Mutant>();
        unnumbered.forEach(
                one -> mutants.add(new Testing.Mutant(mutants.size() + 1, one.code(), one.where(), one.fault())));
        return mutants;
    }

    private Testing.Mutant mutant(Path folder) {
        Path file = folder.resolve(DESCRIPTION);
        List<String> hints = List.of();
        String fault = folder.getFileName().toString();
        if (!Files.isRegularFile(file)) {
            faults.add(file, 1, "The file is missing; a mutant says what is wrong with it, and has three hints.");
        } else {
            List<Passage.HeadedPassage> headed = TextFile.read(file, faults)
                    .map(text -> text.splitByHeading(2))
                    .orElse(List.of());
            if (headed.size() != 1) {
                faults.add(
                        file,
                        1,
                        "A mutant has one heading, which says what is wrong, as in \"## the last component is left"
                                + " out\"; it has " + headed.size() + ".");
            } else {
                fault = sentence(file, headed.getFirst());
                hints = HintReader.read(
                        prose, headed.getFirst().body(), headed.getFirst().line(), fault, faults);
            }
        }
        Lab.Solution code = solutions.solution(folder, DESCRIPTION, Optional.empty(), hints);
        checkDiffers(code);
        return new Testing.Mutant(0, code, where(code), fault);
    }

    /// The title is the end of a sentence, as the title of a check is.
    private String sentence(Path file, Passage.HeadedPassage heading) {
        String title = heading.title();
        if (title.endsWith(".") || title.split("\\s")[0].matches("[A-Z][a-z]+|A")) {
            faults.add(
                    file,
                    heading.line(),
                    "What is wrong, \"" + title + "\", must begin in lower case and end without a full stop.");
        }
        return title;
    }

    /// The members of the subject that the mutant brings; of a whole class, its name.
    private String where(Lab.Solution code) {
        Stream<String> named = code.parts().stream()
                .flatMap(part -> members.replaced(part).members().stream().map(members.cut(part)::label));
        return Stream.concat(named, code.sources().stream().map(Source::simpleName))
                .collect(Collectors.joining(" and "));
    }

    private void checkDiffers(Lab.Solution code) {
        if (members.isLibrary(code)) {
            faults.add(
                    code.folder(),
                    1,
                    "The mutant does what the library does: the members under test are the same; give it a fault.");
        }
    }
}
