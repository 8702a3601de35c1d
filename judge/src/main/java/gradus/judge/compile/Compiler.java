package gradus.judge.compile;

import java.util.Map;

/// Compiles sources to classes.
public interface Compiler {

    /// Compiles `sources` against this compiler's class path and `providedClasses`, by binary name.
    ///
    /// @throws JudgeException if the compiler itself fails
    CompileResult compile(SourceSet sources, Map<String, byte[]> providedClasses);
}
