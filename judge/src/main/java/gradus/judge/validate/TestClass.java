package gradus.judge.validate;

import gradus.course.Lab;
import gradus.course.Source;
import gradus.judge.javac.CompileError;
import java.lang.classfile.Annotation;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.classfile.instruction.LineNumber;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The tests of a learner's test class, read from the compiled class. It is never loaded here.
///
/// @param tests in the order of the source
/// @param errors why the class can't be run as it is
/// @param forgotten methods that look like tests and aren't marked as such
public record TestClass(List<Lab.Check> tests, List<CompileError> errors, List<String> forgotten) {

    private static final String JUNIT = "org.junit.";
    private static final String PROCTOR = "gradus.proctor.";
    private static final String TEST = "org.junit.jupiter.api.Test";
    private static final String BEFORE_EACH = "org.junit.jupiter.api.BeforeEach";
    private static final Set<String> ANNOTATIONS = Set.of(TEST, BEFORE_EACH, "org.junit.jupiter.api.DisplayName");
    private static final Set<String> PACKAGES = Set.of("assertions", "property", "probes", "exact", "format", "data");
    private static final int MOST_TESTS = 100;

    public TestClass {
        tests = List.copyOf(tests);
        errors = List.copyOf(errors);
        forgotten = List.copyOf(forgotten);
    }

    /// Reads the class `name` of compiled classes.
    public static TestClass of(String name, Map<String, byte[]> classes) {
        var tests = new ArrayList<Lab.Check>();
        var errors = new ArrayList<CompileError>();
        var forgotten = new ArrayList<String>();
        String path = Source.pathOf(name);
        classes.keySet().stream().sorted().forEach(each -> {
            ClassModel type = ClassFile.of().parse(classes.get(each));
            errors.addAll(new Reader(path, type).errors(each.equals(name)));
            if (each.equals(name)) {
                type.methods().stream()
                        .filter(method -> Reader.isAnnotated(method, TEST))
                        .map(method -> test(name, method))
                        .forEach(tests::add);
                forgotten.addAll(Reader.forgotten(type));
            }
        });
        if (tests.size() > MOST_TESTS) {
            errors.add(CompileError.inFile(
                    path, "there are " + tests.size() + " tests; write " + MOST_TESTS + " at most."));
        }
        return new TestClass(tests, errors, forgotten);
    }

    private static Lab.Check test(String className, MethodModel method) {
        String name = method.methodName().stringValue();
        return new Lab.Check(name, className, name, name, true, Reader.line(method));
    }

    /// Reads one class.
    private record Reader(String path, ClassModel type) {

        /// @param isTestClass whether its tests are run
        List<CompileError> errors(boolean isTestClass) {
            var errors = new ArrayList<CompileError>();
            if (isTestClass && !canBeCreated()) {
                errors.add(CompileError.inFile(
                        path,
                        "the test class must be a class that isn't abstract and has a constructor without"
                                + " parameters."));
            }
            unknownAnnotations(annotations(type.findAttribute(Attributes.runtimeVisibleAnnotations())), 1, errors);
            for (MethodModel method : type.methods()) {
                unknownAnnotations(annotations(method), line(method), errors);
                if (isAnnotated(method, TEST) || isAnnotated(method, BEFORE_EACH)) {
                    method(method, isTestClass).ifPresent(errors::add);
                }
            }
            MemberUse.in(type).stream()
                    .flatMap(use -> forbidden(use).stream())
                    .limit(1)
                    .forEach(errors::add);
            return errors;
        }

        private boolean canBeCreated() {
            return !type.flags().has(AccessFlag.ABSTRACT)
                    && type.methods().stream()
                            .anyMatch(method -> method.methodName().equalsString("<init>")
                                    && method.methodType().equalsString("()V"));
        }

        private void unknownAnnotations(Stream<String> annotations, int line, List<CompileError> errors) {
            annotations
                    .filter(name -> name.startsWith(JUNIT) && !ANNOTATIONS.contains(name))
                    .map(name -> error(
                            line,
                            "`@" + simple(name) + "` has no effect here: use @Test, @BeforeEach and @DisplayName."))
                    .forEach(errors::add);
        }

        private Optional<CompileError> method(MethodModel method, boolean isTestClass) {
            String name = method.methodName().stringValue();
            if (!isTestClass) {
                return Optional.of(error(
                        line(method),
                        "the method " + name + " isn't run: move it into the class that the file is named"
                                + " after."));
            }
            boolean runs = method.methodType().equalsString("()V")
                    && Stream.of(AccessFlag.STATIC, AccessFlag.PRIVATE, AccessFlag.ABSTRACT)
                            .noneMatch(method.flags()::has);
            return runs
                    ? Optional.empty()
                    : Optional.of(error(
                            line(method),
                            "the method " + name + " must have no parameters and return nothing, and be neither static"
                                    + " nor private."));
        }

        /// Only what checks of the course may use, too.
        private Optional<CompileError> forbidden(MemberUse use) {
            String owner = use.member().owner();
            if (owner.startsWith("org.")) {
                return Optional.of(error(
                        use.line(),
                        "`" + simple(owner) + "." + use.member().name() + "` can't be used here: write"
                                + " `calling(\"f(x)\", () -> f(x)).gives(expected, \"why\")`, with `import static"
                                + " gradus.proctor.assertions.Expect.calling;`."));
            }
            boolean inner = owner.startsWith(PROCTOR)
                    && !PACKAGES.contains(owner.substring(PROCTOR.length()).split("\\.")[0]);
            return inner
                    ? Optional.of(error(
                            use.line(),
                            "`" + simple(owner)
                                    + "` can't be used here: use the assertions in gradus.proctor.assertions,"
                                    + " property and probes."))
                    : Optional.empty();
        }

        private CompileError error(int line, String message) {
            return new CompileError(path, Math.max(1, line), 1, message, "");
        }

        /// Methods that look like tests: nothing calls them, and nobody runs them.
        static List<String> forgotten(ClassModel type) {
            Set<String> used =
                    MemberUse.in(type).stream().map(use -> use.member().name()).collect(Collectors.toSet());
            return type.methods().stream()
                    .filter(method -> method.methodType().equalsString("()V"))
                    .filter(method -> Stream.of(AccessFlag.STATIC, AccessFlag.SYNTHETIC, AccessFlag.ABSTRACT)
                            .noneMatch(method.flags()::has))
                    .filter(method -> !isAnnotated(method, TEST) && !isAnnotated(method, BEFORE_EACH))
                    .map(method -> method.methodName().stringValue())
                    .filter(name -> !name.startsWith("<") && !used.contains(name))
                    .toList();
        }

        static boolean isAnnotated(MethodModel method, String annotation) {
            return annotations(method).anyMatch(annotation::equals);
        }

        private static Stream<String> annotations(MethodModel method) {
            return annotations(method.findAttribute(Attributes.runtimeVisibleAnnotations()));
        }

        private static Stream<String> annotations(Optional<RuntimeVisibleAnnotationsAttribute> attribute) {
            return attribute.stream()
                    .flatMap(all -> all.annotations().stream())
                    .map(Annotation::classSymbol)
                    .map(type -> type.descriptorString()
                            .substring(1)
                            .replace(";", "")
                            .replace('/', '.'));
        }

        /// The line of a method's first statement, 1 if unknown.
        static int line(MethodModel method) {
            return method.code().stream()
                    .flatMap(code -> code.elementStream())
                    .filter(LineNumber.class::isInstance)
                    .mapToInt(element -> ((LineNumber) element).line())
                    .findFirst()
                    .orElse(1);
        }

        private static String simple(String className) {
            return className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
        }
    }
}
