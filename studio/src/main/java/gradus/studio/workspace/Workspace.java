package gradus.studio.workspace;

import gradus.course.Arena;
import gradus.course.Audit;
import gradus.course.Coding;
import gradus.course.DataSet;
import gradus.course.Decisions;
import gradus.course.Lab;
import gradus.course.MemberId;
import gradus.course.Milestone;
import gradus.course.Source;
import gradus.course.Testing;
import gradus.course.answer.ArenaAnswers;
import gradus.course.answer.DecisionAnswers;
import gradus.course.cut.LabFiles;
import gradus.course.cut.Starter;
import gradus.course.cut.StarterUpdate;
import gradus.studio.error.UserFacingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The learner's source tree: a plain Maven project that any IDE can open, and that the studio edits too.
///
/// Only a save by the learner overwrites one of their files. Saves are atomic.
public final class Workspace {

    private static final String MAIN = "src/main/java/";
    private static final String TEST = "src/test/java/";

    private final Path folder;
    private final MavenProject mavenProject;

    /// @param folder its folder, which needn't exist yet
    /// @param mavenProject the Maven project around the learner's sources
    public Workspace(Path folder, MavenProject mavenProject) {
        this.folder = folder;
        this.mavenProject = mavenProject;
    }

    public Path folder() {
        return folder;
    }

    /// Adds a lab of code: its starters, the file for the answers to its cases, the sources that it gives, its visible
    /// checks and its data sets. A file that the learner has stays.
    ///
    /// @param further whether an earlier lesson cut the same class: then bodies that are still the library's
    ///     are emptied, and the file as it was is kept in `.gradus`
    public StartResult addCoding(Coding lab, LabFiles files, List<DataSet> data, boolean further) {
        try {
            mavenProject.writeTo(folder);
            var written = new ArrayList<Path>();
            var kept = new ArrayList<Path>();
            var updates = new ArrayList<StarterUpdate>();
            for (Starter starter : files.starters()) {
                Path file = folder.resolve(MAIN + starter.source().path());
                LearnerFile.requireNoFolder(file);
                boolean exists = Files.exists(file);
                (exists ? kept : written).add(file);
                if (!exists) {
                    LearnerFile.write(file, starter.source().text());
                } else if (further) {
                    updates.add(update(lab, file, starter));
                }
            }
            for (Source given : files.given()) {
                give(lab, given);
            }
            for (Source check : lab.checkSources()) {
                if (check.simpleName().endsWith("Test")) {
                    LearnerFile.write(folder.resolve(TEST + check.path()), check.text());
                }
            }
            if (lab.decisions().isPresent()) {
                Decisions decisions = lab.decisions().get();
                Path answers = file(decisions.answers());
                (putIfMissing(answers, DecisionAnswers.starter(decisions)) ? written : kept).add(answers);
            }
            copy(data);
            return new StartResult(
                    lab.lesson(),
                    folder,
                    written,
                    kept,
                    names(updates, StarterUpdate::emptied),
                    names(updates, StarterUpdate::added));
        } catch (IOException | UncheckedIOException e) {
            throw notWritable(e);
        }
    }

    private void copy(List<DataSet> data) throws IOException {
        for (DataSet set : data) {
            Path to = folder.resolve("data").resolve(set.id());
            for (DataSet.File file : set.files()) {
                copyIfChanged(file.path(), to.resolve(file.path().getFileName()));
            }
        }
    }

    /// Adds an audit: the file for the answers, unless the learner has it.
    public StartResult addAudit(Audit audit) {
        return addFile(audit, audit.decisions().answers(), DecisionAnswers.starter(audit.decisions()), List.of());
    }

    /// Adds an arena: the file for prediction, choice and memo, unless the learner has it, and its data sets.
    public StartResult addArena(Arena arena, List<DataSet> data) {
        return addFile(arena, arena.answers(), ArenaAnswers.starter(arena), data);
    }

    /// Adds a lab of tests: the test class to start from, unless the learner has it, and its data sets.
    public StartResult addTesting(Testing lab, List<DataSet> data) {
        return addFile(lab, lab.starter().path(), lab.starter().text(), data);
    }

    /// A milestone adds nothing: the learner's parts are there.
    public StartResult addMilestone(Milestone milestone) {
        return new StartResult(milestone.lesson(), folder, List.of(), List.of(), List.of(), List.of());
    }

    private StartResult addFile(Lab lab, String path, String starter, List<DataSet> data) {
        Path file = file(path);
        boolean written;
        try {
            mavenProject.writeTo(folder);
            written = putIfMissing(file, starter);
            copy(data);
        } catch (IOException | UncheckedIOException e) {
            throw notWritable(e);
        }
        return new StartResult(
                lab.lesson(),
                folder,
                written ? List.of(file) : List.of(),
                written ? List.of() : List.of(file),
                List.of(),
                List.of());
    }

    /// @return whether the file was written, because the learner didn't have it
    private static boolean putIfMissing(Path file, String starter) throws IOException {
        LearnerFile.requireNoFolder(file);
        if (Files.exists(file)) {
            return false;
        }
        LearnerFile.write(file, starter);
        return true;
    }

    private UserFacingException notWritable(Exception cause) {
        if (cause instanceof FileSystemException known && LearnerFile.FOLDER.equals(known.getReason())) {
            return UserFacingException.systemError(
                    "The file " + known.getFile() + " cannot be written (it is a folder); move that folder away, then"
                            + " try again.",
                    cause);
        }
        return UserFacingException.systemError(
                "The workspace " + folder + " cannot be written (" + cause.getMessage()
                        + "); free some space, make it writable, or name another folder with --home.",
                cause);
    }

    /// A source that isn't the learner's is always as the lab has it.
    private void give(Coding lab, Source given) throws IOException {
        Path file = folder.resolve(MAIN + given.path());
        String before = Files.exists(file) ? read(lab, given.path()) : given.text();
        if (!before.equals(given.text())) {
            LearnerFile.write(before(lab).resolve(given.path()), before);
        }
        LearnerFile.write(file, given.text());
    }

    /// Where a file is kept as it was before the lab changed it.
    private Path before(Coding lab) {
        return folder.resolve(".gradus/before-" + lab.lesson());
    }

    private StarterUpdate update(Coding lab, Path file, Starter starter) throws IOException {
        String text = read(lab, starter.source().path());
        StarterUpdate update = starter.update(Source.of(starter.source().className(), text));
        if (!update.source().text().equals(text)) {
            LearnerFile.write(before(lab).resolve(starter.source().path()), text);
            LearnerFile.write(file, update.source().text());
        }
        return update;
    }

    private static List<String> names(List<StarterUpdate> updates, Function<StarterUpdate, List<MemberId>> members) {
        return updates.stream()
                .flatMap(update -> members.apply(update).stream()
                        .map(member ->
                                update.source().simpleName() + (member.nested().isEmpty() ? "#" : ".") + member))
                .toList();
    }

    /// The paths of what the learner hands in.
    public static List<String> paths(Lab lab) {
        return switch (lab) {
            case Coding coding ->
                Stream.concat(
                                coding.cuts().stream().map(cut -> Source.pathOf(cut.type())),
                                coding.decisions().map(Decisions::answers).stream())
                        .toList();
            case Arena arena -> List.of(arena.answers());
            case Audit audit -> List.of(audit.decisions().answers());
            case Testing testing -> List.of(testing.starter().path());
            case Milestone _ -> List.of();
        };
    }

    /// Whether every file of the lab exists.
    public boolean hasLab(Lab lab) {
        return paths(lab).stream().allMatch(path -> Files.exists(file(path)));
    }

    /// The learner's files of a lab, text by path.
    public Map<String, String> sources(Lab lab) {
        var sources = new LinkedHashMap<String, String>();
        paths(lab).forEach(path -> sources.put(path, read(lab, path)));
        return sources;
    }

    /// The text of a learner's file as it is now; empty if it's missing or can't be read.
    public Optional<String> text(String path) {
        try {
            return Optional.of(LearnerFile.read(file(path)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Saves one of the lab's files.
    public void save(Lab lab, String path, String text) {
        if (!paths(lab).contains(path)) {
            throw UserFacingException.usageError("The file " + path + " doesn't belong to lesson " + lab.lesson()
                    + "; save one of the lab's files.");
        }
        try {
            LearnerFile.write(file(path), text);
        } catch (IOException e) {
            throw UserFacingException.systemError(
                    "The file " + file(path) + " could not be saved (" + reason(e)
                            + "); free some space or make it writable, then save again.",
                    e);
        }
    }

    private String read(Lab lab, String path) {
        Path file = file(path);
        try {
            return LearnerFile.read(file);
        } catch (NoSuchFileException e) {
            throw UserFacingException.usageError(
                    "The file " + file + " is missing; `gradus start " + lab.lesson() + "` puts the starter back.");
        } catch (CharacterCodingException e) {
            throw UserFacingException.usageError(
                    "The file " + file + " is not UTF-8 text; save it as UTF-8, then check again.");
        } catch (IOException e) {
            throw UserFacingException.systemError(
                    "The file " + file + " cannot be read (" + reason(e) + "); put a readable text file there.", e);
        }
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "access is denied";
        }
        return e instanceof FileSystemException known && known.getReason() != null
                ? known.getReason()
                : String.valueOf(e.getMessage());
    }

    /// The path of the learner's file in the workspace.
    public Path file(String path) {
        String sources = Testing.isTestPath(path) ? TEST : MAIN;
        return folder.resolve(path.endsWith(".java") ? sources + path : path);
    }

    static void copyIfChanged(Path from, Path to) throws IOException {
        LearnerFile.requireNoFolder(to);
        if (!Files.exists(to) || Files.mismatch(from, to) >= 0) {
            Files.createDirectories(to.getParent());
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
