package gradus.course.proof;

import gradus.course.Arena;
import gradus.course.CaseProgram;
import gradus.course.Coding;
import gradus.course.Cut;
import gradus.course.Decisions;
import gradus.course.FigureSource;
import gradus.course.Lab;
import gradus.course.Lesson;
import gradus.course.LessonSnippet;
import gradus.course.Milestone;
import gradus.course.Question;
import gradus.course.Sha256;
import gradus.course.Source;
import gradus.course.Testing;
import gradus.course.cut.LibrarySources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everything that the runs of a lesson depend on, as hashes. A proof holds as long as they are the same.
///
/// Prose is not among them, nor are comments, layout, and classes of the library that the lesson cannot reach.
public final class ProofInputs {

    /// The version of everything else that a proof depends on: how labs are cut and merged, how runs are judged,
    /// how failures are described. Whoever changes what a run gives counts it up.
    private static final int RECIPE = 3;

    /// The name of the input that stands for the checks and limits.
    public static final String CHECKS = "checks";

    /// The name of the input that stands for the cases to decide, if there are any.
    public static final String DECISIONS = "decisions";

    private final Path root;
    private final SourceReach library;
    private final SourceReach proctor;
    private final Map<String, String> data = new ConcurrentHashMap<>();

    private ProofInputs(Path root, SourceReach library, SourceReach proctor) {
        this.root = root;
        this.library = library;
        this.proctor = proctor;
    }

    /// @param root the root folder of the project
    public static ProofInputs of(Path root) {
        return new ProofInputs(
                root,
                SourceReach.in(root.resolve("ml/src/main/java")),
                SourceReach.in(root.resolve("proctor/src/main/java")));
    }

    /// What the runs of a lab depend on, by name, apart from its solutions.
    ///
    /// @param starters what the learner starts from
    public Map<String, String> lab(Coding lab, List<Source> starters) {
        var program = new ArrayList<String>(checkCode(lab));
        Stream.of(lab.wrongSolutions(), lab.rightSolutions())
                .flatMap(List::stream)
                .forEach(solution -> program.addAll(code(lab.references(), solution)));
        List<String> types = lab.cuts().stream().map(Cut::type).toList();
        Map<String, String> inputs = inputs(program, types);
        inputs.put(CHECKS, checks(lab));
        inputs.put("starter", sources(starters));
        inputs.put("data", data(lab.data()));
        lab.decisions().ifPresent(decisions -> inputs.put(DECISIONS, key(decisions)));
        return inputs;
    }

    /// The hash of which answers are right, and of how many must be. What the cases say is prose.
    private static String key(Decisions decisions) {
        var key = new StringBuilder().append(decisions.atLeast()).append('\n');
        decisions
                .cases()
                .forEach(one -> key.append(one.id())
                        .append(one.answers().stream()
                                .map(Question.Answer::right)
                                .toList())
                        .append('\n'));
        return SourceReach.hash(key.toString());
    }

    /// The same for a lab of tests.
    public Map<String, String> tests(Testing lab) {
        var sources = new ArrayList<>(List.of(lab.starter(), lab.solutions().reference()));
        lab.solutions().weak().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .forEach(sources::add);
        var program = new ArrayList<>(sources.stream().map(Source::text).toList());
        Stream.concat(lab.rightSolutions().stream(), lab.mutants().stream().map(Testing.Mutant::code))
                .forEach(solution -> program.addAll(code(lab.references(), solution)));
        List<String> types = lab.subject().stream().map(Cut::type).toList();
        Map<String, String> inputs = inputs(program, types);
        var checks = new StringBuilder()
                .append(lab.limits())
                .append(lab.atLeast())
                .append(lab.subject())
                .append('\n');
        sources.forEach(
                source -> checks.append(SourceReach.hashOfCode(source.text())).append('\n'));
        inputs.put(CHECKS, SourceReach.hash(checks.toString()));
        inputs.put("data", data(lab.data()));
        return inputs;
    }

    /// The same for a milestone.
    public Map<String, String> milestone(Milestone lab) {
        var program =
                new ArrayList<>(lab.checkSources().stream().map(Source::text).toList());
        lab.ablations().forEach(ablation -> program.addAll(code(lab.references(), ablation.code())));
        Map<String, String> inputs =
                inputs(program, lab.parts().stream().map(Cut::type).toList());
        inputs.put(
                CHECKS,
                SourceReach.hash(
                        lab.limits() + "\n" + lab.parts() + "\n" + lab.best() + "\n" + sources(lab.checkSources())));
        inputs.put("data", data(lab.data()));
        return inputs;
    }

    /// The same for an arena: its code, and what the author's answers say.
    public Map<String, String> arena(Arena lab) {
        Map<String, String> inputs = inputs(List.of(lab.code().text()), List.of());
        inputs.put(
                CHECKS,
                SourceReach.hash(String.join(
                        "\n",
                        SourceReach.hashOfCode(lab.code().text()),
                        lab.reference(),
                        lab.limits().toString(),
                        lab.budget().toString(),
                        lab.contenderIds().toString(),
                        lab.reasons().toString(),
                        lab.higherIsBetter() ? "higher" : "lower",
                        lab.questions().toString())));
        inputs.put("data", data(lab.data()));
        return inputs;
    }

    private Map<String, String> inputs(List<String> program, List<String> types) {
        var inputs = new LinkedHashMap<String, String>();
        inputs.put("recipe", RECIPE + ", Java " + Runtime.version().feature());
        inputs.put("library", library.hash(library.of(program, types)));
        inputs.put("proctor", proctor.hash(proctor.of(program, List.of())));
        return inputs;
    }

    /// A part of a class reaches what the rest of it imports.
    private static List<String> code(List<Source> references, Lab.Solution solution) {
        return Stream.concat(
                        solution.sources().stream().map(Source::text),
                        solution.parts().stream()
                                .flatMap(part -> references.stream()
                                        .filter(reference ->
                                                reference.className().equals(part.className()))
                                        .map(reference -> reference.text() + "\n" + part.text())))
                .toList();
    }

    /// The hash of a lab's checks and limits.
    public static String checks(Coding lab) {
        var all = new StringBuilder().append(lab.limits()).append(lab.gate()).append('\n');
        lab.checks().forEach(check -> all.append(check.id()).append('\n'));
        checkCode(lab).forEach(code -> all.append(SourceReach.hashOfCode(code)).append('\n'));
        return SourceReach.hash(all.toString());
    }

    private static List<String> checkCode(Coding lab) {
        return Stream.concat(lab.checkSources().stream(), LibrarySources.ownSources(lab).stream())
                .map(Source::text)
                .toList();
    }

    /// The hash of the tokens of sources.
    public static String sources(Collection<Source> sources) {
        var all = new StringBuilder();
        sources.stream()
                .sorted((a, b) -> a.path().compareTo(b.path()))
                .forEach(source -> all.append(source.path())
                        .append(' ')
                        .append(SourceReach.hashOfCode(source.text()))
                        .append('\n'));
        return SourceReach.hash(all.toString());
    }

    /// The hashes of what solutions of a lab depend on, by their names: their own sources, and those of the library
    /// that complete them.
    public static Map<String, String> solutions(Coding lab, Collection<Lab.Solution> solutions) {
        return solutions(lab.references(), solutions);
    }

    /// The same for the implementations of a lab of tests, or the ablations of a milestone.
    ///
    /// @param library the library's sources that complete them
    public static Map<String, String> solutions(Collection<Source> library, Collection<Lab.Solution> solutions) {
        String references = sources(library);
        var hashes = new LinkedHashMap<String, String>();
        solutions.forEach(solution -> hashes.put(
                solution.name(),
                SourceReach.hash(references + " " + sources(solution.sources()) + " " + sources(solution.parts()))));
        return hashes;
    }

    /// The hash of what the figures, programs and answers of a lesson's page depend on, of what they print, and of
    /// the panel that is compared with what one of them prints.
    public String page(Lesson lesson, List<LessonSnippet> snippets) {
        List<String> figures = lesson.figures().stream()
                .map(FigureSource::file)
                .map(ProofInputs::read)
                .toList();
        var program = new ArrayList<>(figures);
        lesson.coding().ifPresent(lab -> LibrarySources.ownSources(lab).forEach(source -> program.add(source.text())));
        var reached = library.of(program, List.of());
        reached.addAll(
                library.ofSnippets(snippets.stream().map(LessonSnippet::code).toList()));
        var all = new StringBuilder()
                .append(RECIPE)
                .append(Runtime.version().feature())
                .append('\n');
        all.append(library.hash(reached)).append(proctor.hash(proctor.of(figures, List.of())));
        program.forEach(code -> all.append(SourceReach.hashOfCode(code)).append('\n'));
        snippets.forEach(snippet -> all.append(SourceReach.hashOfCode(snippet.code()))
                .append(snippet.output().strip())
                .append('\n'));
        lesson.panel().ifPresent(panel -> all.append(panel.hash()).append(panel.recording()));
        all.append(data(lesson.data()));
        lesson.questions().forEach(question -> all.append(runs(question)));
        return SourceReach.hash(all.toString());
    }

    /// What running the known answers to a question depends on; empty if nothing of it is run.
    private String runs(Question question) {
        return switch (question) {
            case Question.MultipleChoice _, Question.Numeric _, Question.ShortAnswer _ -> "";
            case Question.Hole hole ->
                runs(
                        hole.program(),
                        hole.answers().stream()
                                .map(answer -> (answer.right() ? "= " : "~ ") + answer.text())
                                .toList());
            case Question.Ordering order ->
                order.program().map(program -> runs(program, order.solution())).orElse("");
        };
    }

    private String runs(CaseProgram program, List<String> answers) {
        var code = new ArrayList<>(program.cases());
        code.add(program.code());
        code.addAll(answers);
        return library.hash(library.ofSnippets(code))
                + code.stream().map(SourceReach::hashOfCode).collect(Collectors.joining("\n", "", "\n"));
    }

    private String data(List<String> ids) {
        var all = new StringBuilder();
        ids.stream().sorted().forEach(id -> all.append(data.computeIfAbsent(id, this::hashOfData)));
        return all.isEmpty() ? "none" : SourceReach.hash(all.toString());
    }

    private String hashOfData(String id) {
        var all = new StringBuilder(id);
        try (Stream<Path> files = Files.walk(root.resolve("data").resolve(id))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (!file.endsWith("data.yaml")) {
                    all.append(file.getFileName()).append(' ').append(Sha256.of(Files.readAllBytes(file)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the data set " + id + " cannot be read", e);
        }
        return all.append('\n').toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
