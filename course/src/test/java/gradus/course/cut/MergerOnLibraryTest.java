package gradus.course.cut;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import gradus.course.MemberId;
import gradus.course.Source;
import gradus.course.syntax.Members;
import gradus.course.syntax.SyntaxTree;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The library laid over itself is the library, whichever of its members count.
class MergerOnLibraryTest {

    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(\\w+)\\$\\d+");
    private static final Pattern NUMBER = Pattern.compile("\\$\\d+");
    private static final Pattern LABEL = Pattern.compile("(label|Label|target|handler)[=\\w@.]*");

    private static LibrarySources library;
    private static Map<String, List<String>> expected;

    @BeforeAll
    static void compileTheLibrary() {
        library = LibrarySources.of(Path.of(System.getProperty("gradus.root")));
        expected = methods(compile(library.classes().stream()
                .map(name -> library.source(name).orElseThrow())
                .toList()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void anySubsetOfMembersLaidOverTheLibraryIsTheLibrary(long seed) {
        var random = new Random(seed);
        List<Source> merged = library.classes().stream()
                .map(name -> library.source(name).orElseThrow())
                .map(source -> {
                    Merged result = Merger.merge(source, source, someMembers(source, random));
                    assertThat(result.remarks()).as(source.className()).isEmpty();
                    return result.source();
                })
                .toList();

        Map<String, List<String>> actual = methods(compile(merged));
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        assertThat(actual.keySet())
                .as("methods with other instructions")
                .filteredOn(name -> !actual.get(name).equals(expected.get(name)))
                .isEmpty();
    }

    private static List<MemberId> someMembers(Source source, Random random) {
        var syntax = SyntaxTree.parse(source);
        var members = new ArrayList<MemberId>();
        syntax.type(source.simpleName()).ifPresent(type -> gather("", type, syntax, members));
        double share = random.nextDouble();
        members.removeIf(member -> random.nextDouble() > share);
        return members;
    }

    private static void gather(String path, ClassTree type, SyntaxTree syntax, List<MemberId> members) {
        var all = new Members(syntax, type);
        for (Tree member : all.all()) {
            if (member instanceof ClassTree nested) {
                gather(path.isEmpty() ? all.name(nested) : path + "." + all.name(nested), nested, syntax, members);
            } else if (member instanceof MethodTree method
                    && method.getBody() != null
                    && !method.getName().contentEquals("<init>")) {
                members.add(new MemberId(
                        path,
                        all.name(method),
                        Optional.of(method.getParameters().stream()
                                .map(parameter -> Members.typeText(String.valueOf(parameter.getType())))
                                .toList())));
            }
        }
    }

    /// Every method's instructions, without what depends on the order of members and on lines.
    private static Map<String, List<String>> methods(Map<String, byte[]> classes) {
        var methods = new TreeMap<String, List<String>>();
        classes.forEach((name, bytes) -> {
            ClassModel type = ClassFile.of(
                            ClassFile.DebugElementsOption.DROP_DEBUG, ClassFile.LineNumbersOption.DROP_LINE_NUMBERS)
                    .parse(bytes);
            for (MethodModel method : type.methods()) {
                String key = neutral(name) + "." + neutral(method.methodName().stringValue())
                        + method.methodType().stringValue();
                List<String> code = method.code().stream()
                        .flatMap(body -> body.elementStream())
                        .filter(Instruction.class::isInstance)
                        .map(CodeElement::toString)
                        .map(MergerOnLibraryTest::neutral)
                        .toList();
                methods.merge(key, code, (a, b) -> {
                    var both = new ArrayList<>(a);
                    both.addAll(b);
                    return both.stream().sorted().toList();
                });
            }
        });
        methods.replaceAll((key, code) -> code.stream().sorted().toList());
        return methods;
    }

    private static String neutral(String text) {
        String withoutNumbers = text.contains("$")
                ? NUMBER.matcher(LAMBDA.matcher(text).replaceAll("lambda\\$$1")).replaceAll("\\$N")
                : text;
        // The wide form is for constants that come late in the constant pool.
        return LABEL.matcher(withoutNumbers.replace("LDC_W", "LDC")).replaceAll("");
    }

    private static Map<String, byte[]> compile(List<Source> sources) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var classes = new TreeMap<String, byte[]>();
        var messages = new ArrayList<String>();
        var files = new ForwardingJavaFileManager<JavaFileManager>(compiler.getStandardFileManager(null, null, null)) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
                return new SimpleJavaFileObject(URI.create("string:///" + name.replace('.', '/')), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        return new ByteArrayOutputStream() {
                            @Override
                            public void close() {
                                classes.put(name, toByteArray());
                            }
                        };
                    }
                };
            }
        };
        boolean compiled = compiler.getTask(
                        null,
                        files,
                        diagnostic -> {
                            if (diagnostic.getKind() == javax.tools.Diagnostic.Kind.ERROR) {
                                messages.add(diagnostic.getSource().getName() + ": " + diagnostic.getMessage(null)
                                        + " at " + diagnostic.getLineNumber() + ":" + diagnostic.getColumnNumber());
                            }
                        },
                        List.of(
                                "-proc:none",
                                "-g:none",
                                "-XDdeduplicateLambdas=false",
                                "--add-modules",
                                "jdk.incubator.vector"),
                        null,
                        sources.stream().map(MergerOnLibraryTest::file).toList())
                .call();
        assertThat(compiled)
                .as(messages.stream().limit(20).collect(Collectors.joining("\n")))
                .isTrue();
        return classes;
    }

    private static JavaFileObject file(Source source) {
        return new SimpleJavaFileObject(URI.create("string:///" + source.path()), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source.text();
            }
        };
    }
}
