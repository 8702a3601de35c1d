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

/// The results of a benchmark, as a section of `bench/RESULTS.md`.
public final class Report {

    private static final String HEAD = """
            # The library compared with its peers

            Written by `./gradus bench NAME`, which replaces the section of that name. A cell contains the median of the
            rounds, the largest deviation from it, and in brackets how many times as fast `gradus.ml` is; without brackets,
            the value isn't a speed. Each section was measured in one run, in turns, each turn in its own process.
            "AVX-512 forced" is a peer that was told which kernels to use, because some don't recognise newer processors.
            See `bench/README.md` for the method.
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

    /// A report with its own description of the procedure.
    ///
    /// @param what what was measured
    /// @param how how often, or for how long, it was measured
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

    /// The number of threads in words: `1 thread`, `2 threads`.
    public static String threads(int count) {
        return count == 1 ? "1 thread" : count + " threads";
    }

    /// Adds a table of the measurements of a comparison, and its remarks.
    public Report table(String title, Measurements measurements) {
        line("");
        line("### " + title);
        line("");
        line("| measure | " + String.join(" | ", measurements.participants()) + " |");
        line("| --- |" + " ---: |".repeat(measurements.participants().size()));
        for (String measure : measurements.measures()) {
            var row = new StringBuilder("| " + measure + ", " + measurements.unit(measure) + " |");
            for (String participant : measurements.participants()) {
                row.append(' ').append(cell(measurements, measure, participant)).append(" |");
            }
            line(row.toString());
        }
        if (!measurements.remarks().isEmpty()) {
            line("");
            measurements
                    .remarks()
                    .forEach((participant, remarks) -> remarks.forEach(
                            remark -> line("- " + (participant.isEmpty() ? "" : participant + ": ") + remark)));
        }
        return this;
    }

    /// Adds a table of targets with the measurements.
    public Report targets(String title, Measurements measurements, List<SpeedTarget> targets) {
        line("");
        line("| target, " + title + " | required | measured | met |");
        line("| --- | --- | --- | --- |");
        targets.forEach(target -> line(target.row(measurements)));
        return this;
    }

    /// Prints the report, and writes it to `bench/RESULTS.md` if there were enough rounds.
    public void publish() throws IOException {
        IO.println(text);
        if (options.rounds() < Options.MIN_ROUNDS_TO_PUBLISH) {
            IO.println("With fewer than " + Options.MIN_ROUNDS_TO_PUBLISH + " rounds, bench/RESULTS.md isn't changed.");
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

    private static String cell(Measurements measurements, String measure, String participant) {
        Optional<Measurements.Sample> sample = measurements.sample(measure, participant);
        if (sample.isEmpty()) {
            return "–";
        }
        String value = number(sample.get().median());
        OptionalDouble speed = measurements.ratio(measure, participant, participant);
        if (speed.isEmpty()) {
            return value;
        }
        String spread = sample.get().values().size() == 1
                ? ""
                : String.format(Locale.ROOT, " ± %.0f %%", sample.get().spread());
        OptionalDouble ratio = measurements.ratio(measure, Participant.OURS, participant);
        boolean isOurs = participant.equals(Participant.OURS) || ratio.isEmpty();
        return value + spread + (isOurs ? "" : String.format(Locale.ROOT, " (%.2f)", ratio.getAsDouble()));
    }

    /// `value` with at least three significant digits.
    static String number(double value) {
        double size = Math.abs(value);
        if (size >= 1e7 || (size > 0 && size < 1e-3)) {
            return String.format(Locale.ROOT, "%.4g", value);
        }
        int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 4;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
