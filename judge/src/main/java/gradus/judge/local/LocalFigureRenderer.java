package gradus.judge.local;

import gradus.course.Coding;
import gradus.course.FigureSource;
import gradus.course.Source;
import gradus.judge.FigureRenderer;
import gradus.judge.FigureReply;
import gradus.judge.JudgePaths;
import gradus.judge.LearnerParts;
import gradus.judge.run.CompiledLab;
import gradus.judge.run.LearnerCode;
import gradus.judge.support.ContentHash;
import gradus.judge.support.JudgeException;
import gradus.proctor.transcript.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Draws figures on this machine. Each figure in use has its own child JVM, which is replaced when the
/// figure's source or the learner's parts change. Draws one picture at a time.
public final class LocalFigureRenderer implements FigureRenderer {

    /// A lesson has one or two figures; the least recently used session is closed first.
    private static final int MAX_SESSIONS = 3;

    private static final int MEGABYTES = 256;

    private final JudgeEngine engine;
    private final boolean ownsEngine;
    private final Map<String, FigureSession> sessions = new LinkedHashMap<>();

    public LocalFigureRenderer(JudgePaths judgePaths) {
        this.engine = new JudgeEngine(judgePaths, false);
        this.ownsEngine = true;
    }

    LocalFigureRenderer(JudgeEngine engine) {
        this.engine = engine;
        this.ownsEngine = false;
    }

    @Override
    public synchronized FigureReply draw(
            FigureSource figure, Optional<Coding> lab, LearnerParts learnerParts, Map<String, String> controlValues) {
        try {
            return session(figure, lab, learnerParts).draw(controlValues);
        } catch (JudgeException e) {
            closeSession(figure.className());
            return new FigureReply.NotDrawn(String.valueOf(e.getMessage()));
        }
    }

    private FigureSession session(FigureSource figure, Optional<Coding> lab, LearnerParts learnerParts) {
        String source = read(figure);
        String key = key(source, lab, learnerParts);

        FigureSession session = sessions.remove(figure.className());
        if (session != null && (!session.key().equals(key) || session.isClosed())) {
            session.close();
            session = null;
        }
        if (session == null) {
            session = open(figure, source, lab, learnerParts, key);
        }
        // The most recently used session is the last in the map.
        sessions.put(figure.className(), session);
        if (sessions.size() > MAX_SESSIONS) {
            closeSession(sessions.keySet().iterator().next());
        }
        return session;
    }

    private String key(String source, Optional<Coding> lab, LearnerParts learnerParts) {
        var hash = new ContentHash().add(source);
        lab.map(engine.compiledLabs()::get).map(CompiledLab::hash).ifPresent(hash::add);
        new TreeMap<>(learnerParts.parts())
                .forEach((type, parts) -> parts.forEach(
                        part -> hash.add(type).add(part.file().text()).add(part.members() + " " + part.renames())));
        return hash.hex();
    }

    private FigureSession open(
            FigureSource figure, String source, Optional<Coding> lab, LearnerParts learnerParts, String key) {
        CompiledParts compiled = engine.compile(lab, learnerParts);
        Map<String, byte[]> parts = engine.parts(lab, compiled);
        Map<String, byte[]> figureClasses =
                engine.courseCompiler().compileOrThrow(Map.of(Source.pathOf(figure.className()), source), parts);
        var job = new Job(
                engine.reachable(parts, figureClasses), parts, figureClasses, new Job.DrawFigure(figure.className()));
        LearnerCode learnerCode = LearnerCode.of(compiled.compiled());
        List<String> own = engine.reachable(Map.of(), figureClasses).keySet().stream()
                .filter(learnerCode.classes()::contains)
                .sorted()
                .toList();
        return new FigureSession(
                key, figure.name(), learnerCode, own, engine.workerPool().acquire(MEGABYTES), job);
    }

    private static String read(FigureSource figure) {
        try {
            return Files.readString(figure.file());
        } catch (IOException e) {
            throw new JudgeException("the figure " + figure.name() + " cannot be read at " + figure.file(), e);
        }
    }

    private void closeSession(String className) {
        FigureSession session = sessions.remove(className);
        if (session != null) {
            session.close();
        }
    }

    @Override
    public synchronized void close() {
        new ArrayList<>(sessions.keySet()).forEach(this::closeSession);
        if (ownsEngine) {
            engine.close();
        }
    }
}
