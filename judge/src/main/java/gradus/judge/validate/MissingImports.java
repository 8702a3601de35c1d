package gradus.judge.validate;

import gradus.judge.javac.CompileError;
import gradus.judge.javac.NameSuggestions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Offers the import of a class of the library that the compiler doesn't know by its simple name. The compiler
/// itself can offer those of the JDK only, because it doesn't know the lab.
public final class MissingImports {

    /// In place of a class of the JDK with the name of one of the library, which wouldn't help.
    private static final String NONE = "There's no class with this name here. Check its spelling and imports.";

    private MissingImports() {}

    /// The same errors. A class that hasn't been taught yet isn't offered.
    public static List<CompileError> explained(List<CompileError> errors, UntaughtCalls untaughtCalls) {
        return errors.stream()
                .map(error -> explanation(error, untaughtCalls)
                        .map(text ->
                                new CompileError(error.path(), error.line(), error.column(), error.message(), text))
                        .orElse(error))
                .toList();
    }

    private static Optional<String> explanation(CompileError error, UntaughtCalls untaughtCalls) {
        Map<String, Boolean> named = NameSuggestions.unknownClass(error.message())
                .map(untaughtCalls::named)
                .orElse(Map.of());
        return named.isEmpty()
                ? Optional.empty()
                : Optional.of(named.entrySet().stream()
                        .filter(Map.Entry::getValue)
                        .map(type -> NameSuggestions.offer(type.getKey()))
                        .findFirst()
                        .orElse(NONE));
    }
}
