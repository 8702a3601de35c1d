package gradus.judge.local;

import gradus.course.Coding;
import gradus.judge.JudgePaths;
import gradus.judge.LearnerParts;
import gradus.judge.SnippetRunner;
import gradus.judge.compile.CompileResult;
import gradus.judge.compile.SourceSet;
import gradus.judge.javac.CompileError;
import gradus.judge.support.JudgeException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Runs snippets on this machine, in child JVMs that are reused while nothing goes wrong.
public final class LocalSnippetRunner implements SnippetRunner {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String NAME = "Snippet";

    private final JudgeEngine engine;
    private final boolean ownsEngine;

    public LocalSnippetRunner(JudgePaths judgePaths) {
        this.engine = new JudgeEngine(judgePaths, false);
        this.ownsEngine = true;
    }

    LocalSnippetRunner(JudgeEngine engine) {
        this.engine = engine;
        this.ownsEngine = false;
    }

    @Override
    public Result run(String source, Optional<Coding> lab, LearnerParts learnerParts) {
        Map<String, byte[]> parts = engine.parts(lab, engine.compile(lab, learnerParts));
        return switch (engine.snippetCompiler().compile(SourceSet.of(Map.of(NAME + ".java", source)), parts)) {
            case CompileResult.Failure failure -> {
                CompileError first = failure.errors().getFirst();
                yield new Result.DidNotCompile(first.line(), first.message());
            }
            case CompileResult.Timeout timeout -> throw new JudgeException("a snippet took too long to compile");
            case CompileResult.Success success -> new ProgramRun(engine, NAME, LIMIT).run(success.classes(), parts);
        };
    }

    @Override
    public void close() {
        if (ownsEngine) {
            engine.close();
        }
    }
}
