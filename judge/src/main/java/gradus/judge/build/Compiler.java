package gradus.judge.build;

import java.util.Map;

/// Sources in, classes out.
public interface Compiler {

    /// Compiles `sources`, text by path, upon what this compiler knows and `given`, classes by binary name.
    ///
    /// @throws Breakdown if the compiler itself fails
    Built compile(Map<String, String> sources, Map<String, byte[]> given);
}
