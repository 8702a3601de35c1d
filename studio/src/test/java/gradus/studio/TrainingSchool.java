package gradus.studio;

import gradus.judge.local.LocalJudge;
import gradus.studio.terminal.Terminal;
import gradus.studio.terminal.TerminalEnvironment;
import java.nio.file.Path;
import java.util.Arrays;

/// A school of two lessons whose gates train: a network on handwritten digits, and a small GPT on Jane Austen's novels.
public final class TrainingSchool {

    private TrainingSchool() {}

    /// @param folder an empty folder, or that of this school
    static Installation at(Path folder) {
        return School.withTheLibrary(folder, "training");
    }

    /// A studio of this school.
    ///
    /// @param folder an empty folder
    public static RealStudio open(Path folder) {
        return RealStudio.open(at(folder));
    }

    /// The program with this school, to look at it by hand: the studio, or a command of the terminal.
    ///
    /// @param args the folder of the school, whose `home` is the learner's; then the command line
    public static void main(String[] args) {
        Installation school = at(Path.of(args[0]));
        TerminalEnvironment here = TerminalEnvironment.ofProcess();
        var program = new CompositionRoot(here.clock(), _ -> school, LocalJudge::longLived);
        String[] command = Arrays.copyOfRange(args, 1, args.length);
        System.exit(new Terminal(here, program)
                .run(java.util.stream.Stream.concat(
                                Arrays.stream(command), java.util.stream.Stream.of("--home", args[0] + "/home"))
                        .toList()));
    }
}
