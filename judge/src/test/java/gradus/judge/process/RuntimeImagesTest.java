package gradus.judge.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.judge.JudgePaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A JVM whose archive is damaged starts without it and says nothing, so the judge looks at the files.
class RuntimeImagesTest {

    @TempDir
    Path folder;

    private RuntimeImages images;

    @BeforeEach
    void create() throws IOException {
        JudgePaths paths = JudgePaths.locate(folder, folder, folder.resolve("data"), folder.resolve("cache"));
        images = new RuntimeImages(
                paths.java(), paths.proctor(), paths.judge(), paths.library(), paths.data(), paths.cache());
        for (String name :
                new String[] {"worker.jsa", "compiler.aot", "compiler.jar", "image/bin/java", "image/lib/modules"}) {
            Path file = images.imageFolder().resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, new byte[1000]);
        }
    }

    @Test
    void completeImagesAreUsed() throws IOException {
        assertThat(images.isBuilt()).isFalse();
        assertThat(images.isDamaged()).isFalse();

        ImageManifest.write(images.imageFolder());

        assertThat(images.isBuilt()).isTrue();
        assertThat(images.isDamaged()).isFalse();
        assertThat(images.compilerCommand().getFirst()).isEqualTo(images.java().toString());
        assertThat(String.join(" ", images.compilerCommand())).contains("compiler.aot");
    }

    @ParameterizedTest
    @ValueSource(strings = {"worker.jsa", "compiler.aot", "compiler.jar", "image/bin/java", "image/lib/modules"})
    void aTruncatedFileIsNoticed(String file) throws IOException {
        ImageManifest.write(images.imageFolder());

        Files.write(images.imageFolder().resolve(file), new byte[999], StandardOpenOption.TRUNCATE_EXISTING);

        assertThat(images.isBuilt()).isFalse();
        assertThat(images.isDamaged()).isTrue();
        assertThat(String.join(" ", images.workerCommand(WorkerKind.strict(64))))
                .doesNotContain("worker.jsa");
    }

    @ParameterizedTest
    @ValueSource(strings = {"worker.jsa", "compiler.aot", "compiler.jar", "image/bin/java", "image/lib/modules"})
    void aDeletedFileIsNoticed(String file) throws IOException {
        ImageManifest.write(images.imageFolder());

        Files.delete(images.imageFolder().resolve(file));

        assertThat(images.isBuilt()).isFalse();
        assertThat(images.isDamaged()).isTrue();
        assertThatThrownBy(() -> ImageManifest.write(images.imageFolder())).isInstanceOf(IOException.class);
    }

    @Test
    void imagesThatWereBuiltAnewAreUsedAgain() throws IOException {
        ImageManifest.write(images.imageFolder());
        images.discard();
        assertThat(images.isBuilt()).isFalse();

        ImageManifest.write(images.imageFolder());
        images.use();

        assertThat(images.isBuilt()).isTrue();
    }
}
