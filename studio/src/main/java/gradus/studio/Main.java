package gradus.studio;

import gradus.studio.terminal.Terminal;
import gradus.studio.terminal.TerminalEnvironment;
import java.util.List;

/// The program's entry point.
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        TerminalEnvironment here = TerminalEnvironment.ofProcess();
        System.exit(new Terminal(here, new CompositionRoot(here.clock())).run(List.of(args)));
    }
}
