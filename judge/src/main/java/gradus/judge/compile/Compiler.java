package gradus.judge.compile;

import java.util.Map;

/// Sources in, classes out.
public interface Compiler {

    /// Compiles `sources`, text by path, upon what this compiler knows and `providedClasses`, classes by
    /// binary name.
    ///
    /// @throws JudgeException if the compiler itself fails
    CompileResult compile(Map<String, String> sources, Map<String, byte[]> providedClasses);
}
