package gradus.studio;

import java.nio.file.Files;
import java.nio.file.Path;

/// A school of two lessons whose gates train: a network on handwritten digits, and a small GPT on Jane Austen's novels.
public final class TrainingSchool {

    private TrainingSchool() {}

    /// @param folder an empty folder
    static Installation at(Path folder) {
        return School.withTheLibrary(folder, "training");
    }

    /// A studio of this school.
    ///
    /// @param folder an empty folder
    public static RealStudio open(Path folder) {
        return RealStudio.open(at(folder));
    }

    /// Serves the school, to look at it by hand.
    public static void main(String[] args) throws Exception {
        try (RealStudio studio = open(Files.createTempDirectory("training-school"))) {
            IO.println(studio.address());
            Thread.currentThread().join();
        }
    }
}
