package gradus.judge.local;

import gradus.course.CaseProgram;
import gradus.course.Coding;
import gradus.course.answer.AnswerInserter;
import gradus.course.cut.LibrarySources;
import gradus.judge.AnswerBehaviour;
import gradus.judge.AnswerBehaviour.CaseResult;
import gradus.judge.AnswerRunner;
import gradus.judge.LearnerParts;
import gradus.judge.SnippetRunner;
import gradus.judge.compile.CompileResult;
import gradus.judge.compile.SourceSet;
import gradus.judge.javac.CompileError;
import gradus.judge.support.ContentHash;
import gradus.judge.support.JudgeException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Runs answers on this machine, with the library, in child JVMs that are reused while nothing goes wrong.
final class LocalAnswerRunner implements AnswerRunner {

    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final String NAME = "Answer";

    private final JudgeEngine engine;
    private final Map<String, AnswerBehaviour> known = new ConcurrentHashMap<>();
    private @Nullable Map<String, byte[]> reporter;

    LocalAnswerRunner(JudgeEngine engine) {
        this.engine = engine;
    }

    @Override
    public AnswerBehaviour run(CaseProgram program, String answer, Optional<Coding> lab) {
        return switch (AnswerInserter.insert(program, answer)) {
            case AnswerInserter.Result.Refused refused -> new AnswerBehaviour.Refused(refused.reason());
            case AnswerInserter.Result.Inserted inserted -> runSafely(program, inserted.code(), lab);
        };
    }

    @Override
    public AnswerBehaviour runKnown(CaseProgram program, String answer, Optional<Coding> lab) {
        String key = new ContentHash()
                .add(program.code())
                .add(String.join("\n", program.cases()))
                .add(answer)
                .add(lab.map(Coding::lesson).orElse(""))
                .hex();
        AnswerBehaviour kept = known.get(key);
        if (kept == null) {
            kept = run(program, answer, lab);
            if (kept instanceof AnswerBehaviour.Ran) {
                known.put(key, kept);
            }
        }
        return kept;
    }

    /// The judge's own failures say nothing about the answer.
    private AnswerBehaviour runSafely(CaseProgram program, String code, Optional<Coding> lab) {
        try {
            return compileAndRun(program, code, lab);
        } catch (JudgeException e) {
            return new AnswerBehaviour.NotRun(String.valueOf(e.getMessage()));
        }
    }

    private AnswerBehaviour compileAndRun(CaseProgram program, String code, Optional<Coding> lab) {
        Optional<Coding> withSources =
                lab.filter(it -> !LibrarySources.ownSources(it).isEmpty());
        Map<String, byte[]> parts = engine.parts(withSources, engine.compile(withSources, LearnerParts.NONE));
        var provided = new HashMap<>(parts);
        provided.putAll(reporter());
        String seal = UUID.randomUUID().toString();
        var source = SourceSet.of(Map.of(NAME + ".java", CaseReport.source(program, code, seal)));
        return switch (engine.learnerCompiler().compile(source, provided)) {
            case CompileResult.Failure failure -> {
                CompileError first = failure.errors().getFirst();
                yield new AnswerBehaviour.DidNotCompile(first.message(), first.explanation());
            }
            case CompileResult.Timeout timeout -> throw new JudgeException("the answer took too long to compile");
            case CompileResult.Success success -> run(program, success.classes(), parts, seal);
        };
    }

    private AnswerBehaviour run(
            CaseProgram program, Map<String, byte[]> compiled, Map<String, byte[]> parts, String seal) {
        var classes = new HashMap<>(compiled);
        classes.putAll(reporter());
        return switch (new ProgramRun(engine, NAME, LIMIT).run(classes, parts)) {
            case SnippetRunner.Result.Through through -> {
                List<CaseResult> results = CaseReport.read(through.output(), seal);
                yield results.size() == program.cases().size()
                        ? new AnswerBehaviour.Ran(results)
                        : new AnswerBehaviour.Stopped(results.size(), "its results were lost in what it printed");
            }
            case SnippetRunner.Result.Failed failed ->
                new AnswerBehaviour.Stopped(
                        Math.min(
                                CaseReport.read(failed.output(), seal).size(),
                                program.cases().size() - 1),
                        failed.how());
            case SnippetRunner.Result.DidNotCompile it -> throw new JudgeException("a compiled answer " + it.message());
        };
    }

    private synchronized Map<String, byte[]> reporter() {
        if (reporter == null) {
            reporter = CaseReport.classes(engine.courseCompiler());
        }
        return reporter;
    }
}
