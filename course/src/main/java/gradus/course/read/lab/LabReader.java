package gradus.course.read.lab;

import gradus.course.Cut;
import gradus.course.DidYouMean;
import gradus.course.Lab;
import gradus.course.cut.LibrarySources;
import gradus.course.prose.Passage;
import gradus.course.prose.ProseRenderer;
import gradus.course.read.file.FaultCollector;
import gradus.course.read.file.FrontMatterFile;
import gradus.course.read.file.JavaFile;
import gradus.course.read.file.YamlFields;
import gradus.course.read.outline.LessonIndex;
import gradus.course.read.outline.Outline;
import gradus.course.read.outline.ReaderContext;
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

/// Reads a lab: `lab.md`, its checks, and the solutions that are kept with it.
public final class LabReader {

    public static final List<String> SECTIONS = List.of("task", "contract", "hints", "out-of-scope");

    private final ReaderContext readerContext;
    private final Outline.LessonOutline lessonOutline;
    private final FaultCollector faultCollector;
    private final ProseRenderer proseRenderer;
    private final LessonIndex lessonIndex;
    private final Set<String> misconceptions;
    private final Path file;

    public LabReader(
            ReaderContext readerContext,
            Outline.LessonOutline lessonOutline,
            ProseRenderer proseRenderer,
            LessonIndex lessonIndex,
            Set<String> misconceptions) {
        this.readerContext = readerContext;
        this.lessonOutline = lessonOutline;
        this.faultCollector = readerContext.faults();
        this.proseRenderer = proseRenderer;
        this.lessonIndex = lessonIndex;
        this.misconceptions = misconceptions;
        this.file = lessonOutline.folder().resolve("lab.md");
    }

    public Lab read(FrontMatterFile frontMatterFile) {
        YamlFields yamlFields = frontMatterFile.fields().allowOnly("cuts", "limits", "data", "gate");
        List<Cut> cuts = List.copyOf(lessonOutline.cuts().keySet());
        new CutChecker(readerContext, lessonOutline, lessonIndex).check();
        checkExtraSources();
        List<String> data = data(yamlFields);
        var checks = new CheckReader(lessonOutline, lessonIndex, faultCollector).read();
        Optional<String> gate = gate(yamlFields, checks);
        Map<String, Passage.HeadedPassage> sections = sections(frontMatterFile.body());
        var solutions = new SolutionReader(readerContext, lessonOutline, proseRenderer, misconceptions);
        return new Lab(
                lessonOutline.id(),
                cuts,
                limits(yamlFields),
                data,
                gate,
                statement(sections),
                tasks(sections.get("hints")),
                checks.checks(),
                checks.sources(),
                solutions.wrong(),
                solutions.right(),
                file);
    }

    private Lab.Limits limits(YamlFields yamlFields) {
        if (!yamlFields.has("limits")) {
            return Lab.Limits.DEFAULT;
        }
        return yamlFields
                .mapping("limits")
                .map(limits -> limits.allowOnly("seconds", "megabytes"))
                .map(limits -> new Lab.Limits(
                        limits.integer("seconds", 1, 600, Lab.Limits.DEFAULT.seconds()),
                        limits.integer("megabytes", 16, 8192, Lab.Limits.DEFAULT.megabytes())))
                .orElse(Lab.Limits.DEFAULT);
    }

    private List<String> data(YamlFields yamlFields) {
        var data = new ArrayList<String>();
        for (YamlFields.Entry entry : yamlFields.strings("data")) {
            if (readerContext.outline().data().contains(entry.text())) {
                data.add(entry.text());
            } else {
                faultCollector.add(
                        file,
                        entry.line(),
                        "Unknown data set \"" + entry.text() + "\"; there is no folder data/" + entry.text()
                                + DidYouMean.hint(
                                        entry.text(), readerContext.outline().data()));
            }
        }
        return data;
    }

    private Optional<String> gate(YamlFields yamlFields, CheckReader.Checks checks) {
        if (!yamlFields.has("gate")) {
            return Optional.empty();
        }
        String gate = yamlFields.string("gate");
        List<String> ids = checks.checks().stream().map(Lab.Check::id).toList();
        if (!gate.isEmpty() && !ids.contains(gate) && checks.complete()) {
            faultCollector.add(
                    file,
                    yamlFields.line("gate"),
                    "The gate names no check: \"" + gate + "\"" + DidYouMean.hint(gate, ids));
        }
        return Optional.of(gate).filter(ids::contains);
    }

    private Map<String, Passage.HeadedPassage> sections(Passage body) {
        if (!body.beforeHeadings(2).isBlank()) {
            faultCollector.add(
                    file, body.line(), "Text stands before the first section; begin with \"## Task {#task}\".");
        }
        var sections = new LinkedHashMap<String, Passage.HeadedPassage>();
        for (Passage.HeadedPassage headedPassage : body.splitByHeading(2)) {
            String id = headedPassage.id().orElse("");
            if (!SECTIONS.contains(id)) {
                faultCollector.add(
                        file,
                        headedPassage.line(),
                        "Unknown section \"" + (id.isEmpty() ? headedPassage.title() : id) + "\""
                                + DidYouMean.hint(id, SECTIONS));
            } else if (sections.putIfAbsent(id, headedPassage) != null) {
                faultCollector.add(file, headedPassage.line(), "The section \"" + id + "\" is there twice; keep one.");
            } else {
                lessonIndex.addAnchor(id, file, headedPassage.line(), faultCollector);
            }
        }
        SECTIONS.stream()
                .filter(id -> !sections.containsKey(id))
                .forEach(id -> faultCollector.add(file, body.line(), "The section \"" + id + "\" is missing."));
        List<String> wanted = SECTIONS.stream().filter(sections::containsKey).toList();
        if (!List.copyOf(sections.keySet()).equals(wanted)) {
            faultCollector.add(
                    file, body.line(), "The sections must stand in this order: " + String.join(", ", SECTIONS) + ".");
        }
        return sections;
    }

    private String statement(Map<String, Passage.HeadedPassage> sections) {
        var html = new StringBuilder();
        for (String id : List.of("task", "contract", "out-of-scope")) {
            Passage.HeadedPassage headedPassage = sections.get(id);
            if (headedPassage != null) {
                html.append("<h3 id=\"").append(id).append("\">");
                html.append(proseRenderer.renderInline(file, headedPassage.line(), headedPassage.title()))
                        .append("</h3>\n");
                html.append(proseRenderer.renderBlocks(headedPassage.body()));
            }
        }
        return html.toString();
    }

    private List<Lab.Task> tasks(Passage.@Nullable HeadedPassage hints) {
        Set<String> cut = new LinkedHashSet<>();
        lessonOutline.cuts().keySet().forEach(one -> cut.addAll(one.members()));
        if (hints == null) {
            return List.of();
        }
        var tasks = new LinkedHashMap<String, Lab.Task>();
        for (Passage.HeadedPassage headedPassage : hints.body().splitByHeading(3)) {
            String id = headedPassage.id().orElse("");
            if (!cut.contains(id) && lessonOutline.allCutsRead()) {
                faultCollector.add(
                        file,
                        headedPassage.line(),
                        "There are hints for \"" + (id.isEmpty() ? headedPassage.title() : id)
                                + "\", which the lab does not cut" + DidYouMean.hint(id, cut));
            } else if (tasks.containsKey(id)) {
                faultCollector.add(file, headedPassage.line(), "There are hints for \"" + id + "\" twice; keep one.");
            } else {
                tasks.put(
                        id,
                        new Lab.Task(
                                id,
                                HintReader.read(
                                        proseRenderer,
                                        headedPassage.body(),
                                        headedPassage.line(),
                                        id,
                                        faultCollector)));
            }
        }
        cut.stream()
                .filter(id -> !tasks.containsKey(id))
                .forEach(id -> faultCollector.add(
                        file,
                        hints.line(),
                        "There are no hints for \"" + id + "\", which the lab " + "cuts; add \"### " + id + " {#" + id
                                + "}\" with three."));
        return List.copyOf(tasks.values());
    }

    /// Sources beside `lab.md` must be in the lab's package.
    private void checkExtraSources() {
        for (Path beside : LibrarySources.javaFiles(lessonOutline.folder())) {
            if (Files.isRegularFile(beside)) {
                JavaFile.read(beside, LibrarySources.labPackage(lessonOutline.id()), faultCollector);
            }
        }
    }
}
