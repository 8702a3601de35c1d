package gradus.bench.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a benchmark found, as one section of `bench/RESULTS.md`.
public final class Report {

    private static final String HEAD = """
            # The library beside its peers

            Written by `./gradus bench NAME`, which replaces the section of that name. A cell holds the median over the
            rounds, how far the farthest round lies from it, and in brackets how many times as fast `gradus.ml` is; where no
            bracket follows, the value is not a speed. All in a section was measured in one run, in turns, each turn a process.
            "AVX-512 forced" is a peer that was told which kernels to use, for some do not recognise newer processors.
            `bench/README.md` says how it is done.
            """;

    private final Options options;
    private final String name;
    private final StringBuilder text = new StringBuilder();

    public Report(Options options, String name, String what) {
        this(
                options,
                name,
                what,
                options.rounds() + (options.rounds() == 1 ? " round, " : " rounds, ") + options.seconds()
                        + " s for each measure");
    }

    /// @param how often, or how long, it was done
    public Report(Options options, String name, String what, String how) {
        this.options = options;
        this.name = name;
        line("## " + name);
        line("");
        line(what);
        line("");
        line(LocalDate.now() + ", " + how + ". " + MachineInfo.describe() + ".");
        line("");
    }

    /// Adds a line of text.
    public Report line(String line) {
        text.append(line).append('\n');
        return this;
    }

    /// A number of threads, in words.
    public static String threads(int count) {
        return count == 1 ? "1 thread" : count + " threads";
    }

    /// Adds a table of what came of a contest, and what was remarked on it.
    public Report table(String title, Measurements measurements) {
        line("");
        line("### " + title);
        line("");
        line("| measure | " + String.join(" | ", measurements.participants()) + " |");
        line("| --- |" + " ---: |".repeat(measurements.participants().size()));
        for (String measure : measurements.measures()) {
            var row = new StringBuilder("| " + measure + ", " + measurements.unit(measure) + " |");
            for (String contender : measurements.participants()) {
                row.append(' ').append(cell(measurements, measure, contender)).append(" |");
            }
            line(row.toString());
        }
        if (!measurements.remarks().isEmpty()) {
            line("");
            measurements
                    .remarks()
                    .forEach((contender, remarks) -> remarks.forEach(
                            remark -> line("- " + (contender.isEmpty() ? "" : contender + ": ") + remark)));
        }
        return this;
    }

    /// Adds the goals, against what came of a contest.
    public Report targets(String title, Measurements measurements, List<SpeedTarget> goals) {
        line("");
        line("| goal, " + title + " | bar | measured | met |");
        line("| --- | --- | --- | --- |");
        goals.forEach(speedTarget -> line(speedTarget.row(measurements)));
        return this;
    }

    /// Prints all of it, and writes it down if there were rounds enough.
    public void publish() throws IOException {
        IO.println(text);
        if (options.rounds() < Options.MIN_ROUNDS_TO_PUBLISH) {
            IO.println(
                    "With fewer than " + Options.MIN_ROUNDS_TO_PUBLISH + " rounds, bench/RESULTS.md stays as it is.");
            return;
        }
        Path file = options.root().resolve("bench/RESULTS.md");
        String before = Files.exists(file) ? Files.readString(file) : HEAD;
        Files.writeString(file, with(before, name, text.toString()));
        IO.println("Written to " + file + ".");
    }

    /// `before` with the section of `name` replaced, or added at the end.
    static String with(String before, String name, String section) {
        Matcher old = Pattern.compile("(?ms)^## " + Pattern.quote(name) + "$.*?(?=^## |\\z)")
                .matcher(before);
        return old.find()
                ? before.substring(0, old.start())
                        + section
                        + (old.end() < before.length() ? "\n" : "")
                        + before.substring(old.end())
                : before + "\n" + section;
    }

    private static String cell(Measurements measurements, String measure, String contender) {
        Optional<Measurements.Sample> sample = measurements.sample(measure, contender);
        if (sample.isEmpty()) {
            return "–";
        }
        String value = number(sample.get().median());
        OptionalDouble speed = measurements.ratio(measure, contender, contender);
        if (speed.isEmpty()) {
            return value;
        }
        String spread = sample.get().values().size() == 1
                ? ""
                : String.format(Locale.ROOT, " ± %.0f %%", sample.get().spread());
        OptionalDouble ratio = measurements.ratio(measure, Participant.OURS, contender);
        boolean isOurs = contender.equals(Participant.OURS) || ratio.isEmpty();
        return value + spread + (isOurs ? "" : String.format(Locale.ROOT, " (%.2f)", ratio.getAsDouble()));
    }

    /// At least three digits that count, and no more of them behind the point than these.
    static String number(double value) {
        double size = Math.abs(value);
        if (size >= 1e7 || (size > 0 && size < 1e-3)) {
            return String.format(Locale.ROOT, "%.4g", value);
        }
        int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 4;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
