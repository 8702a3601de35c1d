package gradus.judge.javac;

import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Suggests what an unknown name may mean: a class that needs an import, or a name that is spelled almost the
/// same.
public final class NameSuggestions {

    private static final Pattern SYMBOL = Pattern.compile("symbol:\\s+(\\w+) ([\\w$]+)");
    private static final Pattern LOCATION = Pattern.compile("location:.*?(?:class|interface|of type) ([\\w.]+)");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_$][\\w$]*");

    /// The packages that are looked at first, if several have a class of the name.
    private static final List<String> USUAL_PACKAGES =
            List.of("java.util", "java.util.stream", "java.util.function", "java.math", "java.time", "java.io");

    private static final List<String> PACKAGES =
            Stream.concat(USUAL_PACKAGES.stream(), exported()).distinct().toList();
    private static final Set<String> KEYWORDS = Set.of(
            "int", "for", "new", "double", "long", "float", "class", "return", "static", "final", "void", "public",
            "private", "import", "package", "this", "super", "while", "else", "if", "case", "null", "true", "false");

    private NameSuggestions() {}

    private static Stream<String> exported() {
        return Object.class.getModule().getDescriptor().exports().stream()
                .filter(exports -> !exports.isQualified() && exports.source().startsWith("java."))
                .map(ModuleDescriptor.Exports::source)
                .sorted();
    }

    /// The name that the compiler doesn't know, if it looks like that of a class.
    ///
    /// @param message the compiler's message, with symbol and location
    public static Optional<String> unknownClass(String message) {
        Matcher symbol = SYMBOL.matcher(message);
        return message.startsWith("cannot find symbol")
                        && symbol.find()
                        && !symbol.group(1).equals("method")
                        && Character.isUpperCase(symbol.group(2).charAt(0))
                ? Optional.of(symbol.group(2))
                : Optional.empty();
    }

    /// The sentence that offers to import a class.
    ///
    /// @param type its full name
    public static String offer(String type) {
        int dot = type.lastIndexOf('.');
        return "`" + type.substring(dot + 1) + "` is in " + type.substring(0, dot) + ": write `import " + type
                + ";` below the package line.";
    }

    /// What to write in place of an assertion of JUnit's, in a test class.
    static Optional<String> junitAssertion(String message, String text) {
        Matcher symbol = SYMBOL.matcher(message);
        return text.contains("import org.junit.")
                        && symbol.find()
                        && symbol.group(1).equals("method")
                        && symbol.group(2).matches("assert[A-Z]\\w*|fail")
                ? Optional.of("`" + symbol.group(2) + "` is one of JUnit's assertions, which can't be used here: write"
                        + " `calling(\"f(x)\", () -> f(x)).gives(expected, \"why\")`, with `import static"
                        + " gradus.proctor.assertions.Expect.calling;`.")
                : Optional.empty();
    }

    /// The offer to import a class of java.base.
    static Optional<String> missingImport(String message) {
        return unknownClass(message)
                .flatMap(name -> PACKAGES.stream()
                        .map(each -> each + "." + name)
                        .filter(each -> platformClass(each).isPresent())
                        .findFirst())
                .map(NameSuggestions::offer);
    }

    /// A known name that is spelled almost the same as the unknown one.
    ///
    /// @param message the compiler's message, with symbol and location
    /// @param text the whole source
    static Optional<String> nearest(String message, String text) {
        Matcher symbol = SYMBOL.matcher(message);
        if (!symbol.find()) {
            return Optional.empty();
        }
        String name = symbol.group(2);
        boolean method = symbol.group(1).equals("method");
        Matcher location = LOCATION.matcher(message);
        Optional<Class<?>> owner = location.find() ? platformClass(location.group(1)) : Optional.empty();
        return nearest(name, owner.isPresent() ? members(owner.get(), method) : words(text, name, method));
    }

    private static Optional<Class<?>> platformClass(String type) {
        if (!type.startsWith("java.")) {
            return Optional.empty();
        }
        try {
            Class<?> found = Class.forName(type, false, ClassLoader.getPlatformClassLoader());
            return Modifier.isPublic(found.getModifiers()) ? Optional.of(found) : Optional.empty();
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }

    private static Stream<String> members(Class<?> owner, boolean method) {
        return method
                ? Arrays.stream(owner.getMethods()).map(Method::getName)
                : Arrays.stream(owner.getFields()).map(Field::getName);
    }

    /// The other names in the source; for a method, only those before an opening parenthesis.
    private static Stream<String> words(String text, String name, boolean method) {
        String code = text.replaceAll("(?s)/\\*.*?\\*/|//[^\n]*|\"(?:\\\\.|[^\"\\\\\n])*\"", " ");
        Set<String> common = Set.of("String", "Math", "Double", "Integer", "List", "Object", "Override");
        Stream<String> own = WORD.matcher(code)
                .results()
                .filter(word -> !method || code.startsWith("(", word.end()))
                .map(MatchResult::group);
        return method ? own : Stream.concat(own, common.stream().filter(each -> !each.equals(name)));
    }

    /// The nearest name by edit distance, if it's near enough and no other is as near.
    private static Optional<String> nearest(String name, Stream<String> names) {
        int most = name.length() <= 3 ? 1 : name.length() <= 7 ? 2 : 3;
        List<String> near = names.filter(each -> !each.equals(name) && !KEYWORDS.contains(each))
                .filter(each -> each.length() > 1 && distance(name, each) <= most)
                .distinct()
                .sorted(Comparator.comparingInt((String each) -> distance(name, each))
                        .thenComparing(Comparator.naturalOrder()))
                .collect(Collectors.toList());
        boolean tied = near.size() > 1 && distance(name, near.get(0)) == distance(name, near.get(1));
        return near.isEmpty() || tied ? Optional.empty() : Optional.of(near.getFirst());
    }

    /// Levenshtein distance: how many letters must be inserted, deleted or changed. Ignores case.
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        Arrays.setAll(above, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                row[j] = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + (same ? 0 : 1));
            }
            above = row;
        }
        return above[b.length()];
    }
}
