package gradus.studio;

import gradus.studio.terminal.Surroundings;
import gradus.studio.terminal.Terminal;
import java.util.List;

/// Where the program starts.
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        Surroundings here = Surroundings.here();
        System.exit(new Terminal(here, new Opening(here.clock())).run(List.of(args)));
    }
}
