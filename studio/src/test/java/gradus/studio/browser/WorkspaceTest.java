package gradus.studio.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(BrowserExtension.class)
class WorkspaceTest {

    @BeforeEach
    void openTheLab(Learner learner) {
        learner.open("/lessons/first-model");
        learner.editor();
    }

    @Test
    void typedTextIsSavedToTheWorkspace(Learner learner) throws IOException {
        learner.write(Labs.right(Labs.NEAREST));

        assertThat(learner.find(".saved")).hasText("Saved");
        assertThat(Files.readString(file(learner))).isEqualTo(Labs.right(Labs.NEAREST));
    }

    @Test
    void aReloadLosesNothing(Learner learner) throws IOException {
        learner.editor().click();
        learner.page().keyboard().press("ControlOrMeta+Home");
        learner.page().keyboard().type("// my own words\n");

        learner.page().reload();
        learner.editor().press("ControlOrMeta+Home");

        assertThat(learner.editor()).containsText("// my own words");
        assertThat(Files.readString(file(learner))).startsWith("// my own words\n");
    }

    @Test
    void whatCannotBeSavedIsKeptByTheBrowserForTheNextPage(Learner learner) throws IOException {
        learner.expectTrouble("ERR_FAILED");
        learner.editor();
        Path file = file(learner);
        String before = Files.readString(file);
        learner.page().route("**/lab", route -> {
            if (route.request().method().equals("PUT")) {
                route.abort();
            } else {
                route.resume();
            }
        });
        learner.write("// typed while it was down");
        assertThat(learner.find(".saved")).containsText("this browser keeps what you type");

        assertThat(Files.readString(file)).isEqualTo(before);

        Page next = learner.page().context().newPage();
        next.navigate(learner.page().url());
        next.locator(".editor").scrollIntoViewIfNeeded();

        assertThat(next.locator(".editor .cm-content")).hasText("// typed while it was down");
        assertThat(next.locator(".saved")).hasText("Saved");
        assertThat(Files.readString(file)).isEqualTo("// typed while it was down");
    }

    @Test
    void whatCouldNotBeSavedIsSavedOnceTheStudioIsBack(Learner learner) throws IOException {
        learner.expectTrouble("ERR_FAILED");
        learner.page().route("**/lab", route -> {
            if (route.request().method().equals("PUT")) {
                learner.page().unroute("**/lab");
                route.abort();
            } else {
                route.resume();
            }
        });

        learner.write("// typed while it was down");

        assertThat(learner.find(".saved")).hasText("Saved");
        assertThat(Files.readString(file(learner))).isEqualTo("// typed while it was down");
    }

    @Test
    void aSaveInAnIdeAppearsOnThePage(Learner learner) throws IOException {
        Path file = file(learner);
        String there = Files.readString(file);

        Files.writeString(file, "// from an IDE\n" + there);

        assertThat(learner.find(".saved")).hasText("Updated from disk");
        learner.editor().press("ControlOrMeta+Home");
        assertThat(learner.editor()).containsText("// from an IDE");
        assertThat(Files.readString(file)).isEqualTo("// from an IDE\n" + there);
    }

    @ParameterizedTest
    @CsvSource({"Keep this version, // mine", "Use the version on disk, // from an IDE"})
    void aFileEditedInTwoPlacesAsksWhichVersionToKeep(String choice, String kept, Learner learner) throws IOException {
        Path file = file(learner);
        learner.expectTrouble("409");
        // The IDE saves just before the page does.
        learner.page().route("**/lab", route -> {
            if (route.request().method().equals("PUT")) {
                write(file, "// from an IDE");
                learner.page().unroute("**/lab");
            }
            route.resume();
        });

        learner.write("// mine");
        learner.button(choice).click();

        assertThat(learner.find(".conflict")).isHidden();
        assertThat(learner.editor()).hasText(kept);
        learner.page().reload();
        assertThat(learner.editor()).hasText(kept);
        assertThat(Files.readString(file)).isEqualTo(kept);
    }

    @Test
    void theStarterNeverOverwritesTheLearnersFiles(Learner learner) throws IOException {
        Files.writeString(file(learner), "// mine\n", StandardOpenOption.TRUNCATE_EXISTING);

        learner.open("/map");
        learner.open("/lessons/first-model");

        assertThat(learner.editor()).hasText("// mine");
        assertThat(Files.readString(file(learner))).isEqualTo("// mine\n");
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Learner learner) {
        return learner.studio().workspaceFile(Labs.NEAREST);
    }
}
