package gradus.figures.prob_simulation;

import gradus.lab.prob_simulation.Games;
import gradus.ml.numbers.Rng;
import gradus.proctor.figure.Control;
import gradus.proctor.figure.ControlValues;
import gradus.proctor.figure.Figure;
import gradus.proctor.figure.Picture;
import gradus.proctor.figure.Plot;
import java.util.List;

/// A table at which Monty Hall is played: three doors, and the count of all rounds so far.
public final class MontyHallTable implements Figure {

    private static final String UNDECIDED = "not decided yet";
    private static final String STAY = "stay";
    private static final String SWITCH = "switch";
    private static final String KNOWS = "knows where the car is";
    private static final String ANY = "opens any other door";

    /// One round at the table: where the car is, and which door the host opens.
    private record Round(int car, int opened) {}

    @Override
    public List<Control> controls() {
        return List.of(
                new Control.Slider("round", "round", 1, 1000, 1, 1),
                new Control.Select("pick", "your door", List.of("1", "2", "3"), "1"),
                new Control.Select("then", "then you", List.of(UNDECIDED, STAY, SWITCH), UNDECIDED),
                new Control.Select("host", "the host", List.of(KNOWS, ANY), KNOWS));
    }

    @Override
    public Picture draw(ControlValues controlValues) {
        int number = (int) Math.rint(controlValues.number("round"));
        int pick = Integer.parseInt(controlValues.selected("pick")) - 1;
        String then = controlValues.selected("then");
        boolean knows = controlValues.selected("host").equals(KNOWS);
        Round round = play(number, pick, knows);
        boolean carShown = round.opened() == round.car();
        boolean over = carShown || !then.equals(UNDECIDED);
        int last = then.equals(SWITCH) ? 3 - pick - round.opened() : pick;

        Plot plot = Plot.of(0, 3, 0, 4).size(572, 400);
        for (int door = 0; door < 3; door++) {
            boolean open = over || door == round.opened();
            door(plot, door, open, door == round.car(), note(door, pick, last, round, over && !carShown));
        }
        int rounds = over ? number : number - 1;
        String result = carShown
                ? "the host has shown the car: nobody wins"
                : over ? (last == round.car() ? "the car is yours" : "a goat") : "stay or switch?";
        plot.text(1.5, 4, 0, 14, "middle", "round " + number + ": " + result, "ink");
        String counted = count(plot, rounds, pick, knows);
        return plot.picture("Round " + number + ". You picked door " + (pick + 1) + ", the host opened door "
                + (round.opened() + 1) + ": " + result + (result.endsWith("?") ? " " : ". ") + counted);
    }

    private static Round play(int number, int pick, boolean knows) {
        Rng rng = Rng.of(number);
        int car = rng.nextInt(3);
        return new Round(car, knows ? Games.hostOpens(car, pick, rng) : (pick + 1 + rng.nextInt(2)) % 3);
    }

    private static String note(int door, int pick, int last, Round round, boolean decided) {
        if (decided && door == last) {
            return "your last choice";
        }
        return door == pick ? "your pick" : door == round.opened() ? "opened by the host" : "";
    }

    private static void door(Plot plot, int door, boolean open, boolean car, String note) {
        plot.rectangle(door + 0.2, 1.9, door + 0.8, 3.6, open ? "soft" : "s1");
        plot.text(door + 0.5, 2.7, 0, 5, "middle", open ? (car ? "car" : "goat") : "", "ink");
        plot.text(door + 0.5, 1.9, 0, 18, "middle", "door " + (door + 1), "ink");
        plot.text(door + 0.5, 1.9, 0, 36, "middle", note, "muted");
    }

    /// Draws how often each way of playing has won in the rounds 1 to `rounds`, and says it in words.
    private static String count(Plot plot, int rounds, int pick, boolean knows) {
        int stays = 0;
        int switches = 0;
        int shown = 0;
        for (int number = 1; number <= rounds; number++) {
            Round round = play(number, pick, knows);
            if (round.opened() == round.car()) {
                shown++;
            } else if (round.car() == pick) {
                stays++;
            } else {
                switches++;
            }
        }
        bar(plot, 0.85, "staying has won", stays, rounds, "s2");
        bar(plot, 0.45, "switching has won", switches, rounds, "s3");
        if (!knows) {
            bar(plot, 0.05, "the host has shown the car", shown, rounds, "s4");
        }
        return "In " + rounds + " rounds, staying has won " + stays + " and switching " + switches + " times"
                + (knows ? "." : ", and the host has shown the car " + shown + " times.");
    }

    private static void bar(Plot plot, double y, String what, int wins, int rounds, String style) {
        double share = rounds == 0 ? 0 : (double) wins / rounds;
        plot.rectangle(1.25, y, 1.25 + 1.1 * share, y + 0.28, style);
        plot.text(1.25, y + 0.14, -8, 5, "end", what, "ink");
        plot.text(1.25 + 1.1 * share, y + 0.14, 8, 5, "start", wins + " of " + rounds, "ink");
    }
}
