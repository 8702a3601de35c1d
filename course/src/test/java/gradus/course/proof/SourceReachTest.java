package gradus.course.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceReachTest {

    @TempDir
    Path sources;

    @BeforeEach
    void writeALibrary() throws IOException {
        write("a.A", "package a; public class A { B b; }");
        write("a.B", "package a; import b.C; public class B { C.Inner c; }");
        write("b.C", "package b; public class C { static class Inner {} }");
        write("b.Unused", "package b; class Unused { a.A a; }");
        write("c.Qualified", "package c; class Qualified { b.Unused u; }");
        write("c.Wild", "package c; import a.*; class Wild { B b; }");
    }

    private void write(String type, String text) throws IOException {
        Path file = sources.resolve(type.replace('.', '/') + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void aClassReachesThoseOfItsPackageThoseItImportsAndThoseItQualifies() {
        SourceReach reach = SourceReach.in(sources);
        assertThat(reach.of(List.of("import a.A; class Check { A a; }"), List.of()))
                .containsExactly("a.A", "a.B", "b.C");
        assertThat(reach.of(List.of(), List.of("c.Qualified"))).contains("b.Unused", "a.A");
        assertThat(reach.of(List.of(), List.of("c.Wild"))).containsExactly("a.B", "b.C", "c.Wild");
        assertThat(reach.of(List.of("class Check { A a; }"), List.of())).isEmpty();
        assertThat(reach.ofSnippets(List.of("var c = new C();"))).containsExactly("b.C");
    }

    @Test
    void aCommentOrAClassOutOfReachChangesNoHashButAReachedTokenDoes() throws IOException {
        String before = hash();
        write("b.C", "package b;\n/// Documented.\npublic class C {\n  static class Inner {} // new\n}");
        write("b.Unused", "package b; class Unused { int changed; }");
        write("b.New", "package b; class New {}");
        assertThat(hash()).isEqualTo(before);

        write("b.C", "package b; public class C { static class Inner { int i; } }");
        assertThat(hash()).isNotEqualTo(before);
    }

    private String hash() {
        SourceReach reach = SourceReach.in(sources);
        return reach.hash(reach.of(List.of("import a.A; class Check { A a; }"), List.of()));
    }
}
