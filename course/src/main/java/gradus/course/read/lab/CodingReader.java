package gradus.course.read.lab;

import gradus.course.Coding;
import gradus.course.Cut;
import gradus.course.Decisions;
import gradus.course.DidYouMean;
import gradus.course.Lab;
import gradus.course.Source;
import gradus.course.cut.LibrarySources;
import gradus.course.proof.LabProof;
import gradus.course.proof.Proof;
import gradus.course.proof.ProofFile;
import gradus.course.proof.ProofInputs;
import gradus.course.prose.Passage;
import gradus.course.prose.ProseRenderer;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.file.FrontMatterFile;
import gradus.course.read.file.JavaFile;
import gradus.course.read.file.YamlFields;
import gradus.course.read.outline.LabKind;
import gradus.course.read.outline.LessonIndex;
import gradus.course.read.outline.Outline;
import gradus.course.read.outline.ReaderContext;
import gradus.course.read.question.QuestionReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a lab of code: `lab.md` with the cases to decide, its checks, and its wrong and right solutions.
public final class CodingReader {

    public static final List<String> SECTIONS = List.of("task", "contract", "hints", "out-of-scope");

    private static final List<String> SECTIONS_WITH_DECISIONS =
            List.of("task", "contract", DecisionsReader.SECTION, "hints", "out-of-scope");
    private static final String DECIDE = "decide";

    private final ReaderContext context;
    private final Outline.LessonOutline outline;
    private final FaultCollector faults;
    private final ProseRenderer prose;
    private final QuestionReader questions;
    private final LessonIndex index;
    private final Set<String> misconceptions;
    private final Path file;

    public CodingReader(
            ReaderContext context,
            Outline.LessonOutline outline,
            ProseRenderer prose,
            QuestionReader questions,
            LessonIndex index,
            Set<String> misconceptions) {
        this.context = context;
        this.outline = outline;
        this.faults = context.faults();
        this.prose = prose;
        this.questions = questions;
        this.index = index;
        this.misconceptions = misconceptions;
        this.file = outline.folder().resolve("lab.md");
    }

    public Coding read(FrontMatterFile document) {
        YamlFields fields = document.fields()
                .allowOnly(
                        LabKind.FIELD, "cuts", "renamed", "uses", "limits", "data", "gate", "run", DECIDE, "rebuild");
        List<Cut> cuts = List.copyOf(outline.cuts().keySet());
        new CutChecker(context, outline, index).check();
        var use = new LibraryUseReader(context, outline, fields);
        checkExtraSources();
        List<String> data = data(context, file, fields);
        Map<String, Passage.HeadedPassage> sections = LabSections.read(
                document.body(), hasDecisions(document) ? SECTIONS_WITH_DECISIONS : SECTIONS, index, faults);
        var contract = Optional.ofNullable(sections.get("contract"))
                .map(section -> new ContractReader(prose, index, faults).read(section))
                .orElse(ContractReader.Contract.NONE);
        var checks = new CheckReader(outline, index, faults, contract.clauses()).read();
        var limits = new LimitsReader(fields, file, faults);
        Optional<Lab.Gate> gate = gate(fields, checks, limits.run());
        Optional<Decisions> decisions = Optional.ofNullable(sections.get(DecisionsReader.SECTION))
                .map(section ->
                        new DecisionsReader(questions, faults).read(outline.id(), "lab", section, fields, DECIDE));
        List<Lab.Task> tasks = tasks(sections.get("hints"));
        List<Source> references = cuts.stream()
                .flatMap(cut -> context.library().source(outline.folder(), cut.type()).stream())
                .toList();
        var solutions = new SolutionReader(
                context,
                outline.folder(),
                prose,
                misconceptions,
                new SolutionReader.Changeable(cuts, outline.allCutsRead(), "cut"),
                references);
        var lab = new Coding(
                outline.id(),
                cuts,
                use.renames(),
                use.libraryUse(),
                limits.limits(),
                data,
                gate,
                statement(sections, contract),
                contract.clauses(),
                decisions,
                tasks,
                rebuild(fields, tasks),
                checks.checks(),
                checks.sources(),
                references,
                solutions.wrong(),
                solutions.right(),
                solutions.ablations(),
                file);
        MutantListChecker.check(outline, context, cuts);
        ProofFile.Content content = ProofFile.read(outline.folder());
        content.fault().ifPresent(fault -> faults.add(fault.file(), fault.line(), fault.message()));
        return content.proof()
                .flatMap(Proof::lab)
                .map(proof -> withFingerprints(lab, proof))
                .orElse(lab);
    }

    /// Whether the lab has cases to decide: by its front matter, or by its sections.
    private static boolean hasDecisions(FrontMatterFile document) {
        return document.fields().has(DECIDE)
                || document.body().splitByHeading(2).stream()
                        .anyMatch(section -> section.id().equals(Optional.of(DecisionsReader.SECTION)));
    }

    /// Solutions that have changed since they were proved, or whose checks have, stay without a fingerprint.
    private static Coding withFingerprints(Coding lab, LabProof proof) {
        if (!ProofInputs.checks(lab).equals(proof.inputs().get(ProofInputs.CHECKS))) {
            return lab;
        }
        Map<String, String> sources = ProofInputs.solutions(lab, lab.wrongSolutions());
        return lab.withWrongSolutions(lab.wrongSolutions().stream()
                .map(solution -> {
                    LabProof.Wrong proved = proof.wrong().get(solution.name());
                    return proved != null && proved.sources().equals(sources.get(solution.name()))
                            ? solution.withFingerprint(proved.fingerprint())
                            : solution;
                })
                .toList());
    }

    /// The data sets of a lab that runs code.
    ///
    /// @param file `lab.md`
    static List<String> data(ReaderContext context, Path file, YamlFields fields) {
        var data = new ArrayList<String>();
        for (YamlFields.Entry entry : fields.strings("data")) {
            if (context.outline().data().contains(entry.text())) {
                data.add(entry.text());
            } else {
                context.faults()
                        .add(
                                file,
                                entry.line(),
                                "Unknown data set \"" + entry.text() + "\"; there is no folder data/" + entry.text()
                                        + DidYouMean.hint(
                                                entry.text(), context.outline().data()));
            }
        }
        return data;
    }

    private Optional<Lab.Gate> gate(YamlFields fields, CheckReader.Checks checks, Optional<Lab.Limits> run) {
        if (!fields.has("gate")) {
            run.ifPresent(_ -> faults.add(
                    file, fields.line("run"), "The lab has a \"run\" and no \"gate\" that could run; name the gate."));
            return Optional.empty();
        }
        String gate = fields.string("gate");
        List<String> ids = checks.checks().stream().map(Lab.Check::id).toList();
        if (!gate.isEmpty() && !ids.contains(gate) && checks.complete()) {
            faults.add(
                    file,
                    fields.line("gate"),
                    "The gate names an unknown check: \"" + gate + "\"" + DidYouMean.hint(gate, ids));
        }
        return Optional.of(gate).filter(ids::contains).map(check -> new Lab.Gate(check, run));
    }

    private List<String> rebuild(YamlFields fields, List<Lab.Task> tasks) {
        if (!fields.has("rebuild")) {
            return List.of();
        }
        List<String> ids = tasks.stream().map(Lab.Task::id).toList();
        List<YamlFields.Entry> named = fields.strings("rebuild");
        for (YamlFields.Entry entry : named) {
            if (!ids.contains(entry.text())) {
                faults.add(
                        file,
                        entry.line(),
                        "\"" + entry.text() + "\" is to be rebuilt, but is no task of the lab"
                                + DidYouMean.hint(entry.text(), ids));
            }
        }
        return named.stream().map(YamlFields.Entry::text).filter(ids::contains).toList();
    }

    private String statement(Map<String, Passage.HeadedPassage> sections, ContractReader.Contract contract) {
        var html = new StringBuilder();
        for (String id : List.of("task", "contract", "out-of-scope")) {
            Passage.HeadedPassage section = sections.get(id);
            if (section != null) {
                html.append("<h3 id=\"").append(id).append("\">");
                html.append(prose.renderInline(file, section.line(), section.title()))
                        .append("</h3>\n");
                html.append(id.equals("contract") ? contract.html() : prose.renderBlocks(section.body()));
            }
        }
        return html.toString();
    }

    private List<Lab.Task> tasks(Passage.@Nullable HeadedPassage hints) {
        Set<String> cut = new LinkedHashSet<>();
        outline.cuts().keySet().forEach(one -> cut.addAll(one.labels()));
        if (hints == null) {
            return List.of();
        }
        var tasks = new LinkedHashMap<String, Lab.Task>();
        for (Passage.HeadedPassage section : hints.body().splitByHeading(3)) {
            String id = section.id().orElse("");
            if (!cut.contains(id) && outline.allCutsRead()) {
                faults.add(
                        file,
                        section.line(),
                        "There are hints for \"" + (id.isEmpty() ? section.title() : id)
                                + "\", which the lab does not cut" + DidYouMean.hint(id, cut));
            } else if (tasks.containsKey(id)) {
                faults.add(file, section.line(), "The hints for \"" + id + "\" appear twice; keep one.");
            } else {
                tasks.put(id, new Lab.Task(id, HintReader.read(prose, section.body(), section.line(), id, faults)));
            }
        }
        cut.stream()
                .filter(id -> !tasks.containsKey(id))
                .forEach(id -> faults.add(
                        file,
                        hints.line(),
                        "There are no hints for \"" + id + "\", which the lab " + "cuts; add \"### " + id + " {#" + id
                                + "}\" with three hints."));
        return List.copyOf(tasks.values());
    }

    /// Checks that sources next to `lab.md` are in the lab's package.
    private void checkExtraSources() {
        for (Path source : LibrarySources.javaFiles(outline.folder())) {
            if (Files.isRegularFile(source)) {
                JavaFile.read(source, LibrarySources.labPackage(outline.id()), faults);
            }
        }
    }
}
