package gradus.bench.comparison;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Several programs that do the same, in turn: ours, peer A, peer B, ours, …
///
/// Each turn is a process of its own, for what a Java machine compiles and where memory comes to lie differs
/// from start to start, and nobody's idle threads are there while another is measured.
public final class Comparison {

    /// In minutes; on a busy machine, threads that spin while they wait for each other may take for ever.
    private static final int TIMEOUT_MINUTES = 10;

    private final Options options;
    private final int threads;
    private final Path data;
    private final List<Participant> contenders = new ArrayList<>();
    private final List<String> absent = new ArrayList<>();

    /// @param data a folder whose files all may read
    public Comparison(Options options, int threads, Path data) {
        this.options = options;
        this.threads = threads;
        this.data = data;
    }

    public Comparison with(Participant participant) {
        contenders.add(participant);
        return this;
    }

    /// A peer's program as shipped, and once more with its best settings where it has any; where it cannot be
    /// had, the report says so.
    public Comparison with(Peer peer, String program) {
        with(peer, program, "", Map.of());
        return peer.kernelOverrides().isEmpty() || !MachineInfo.hasAvx512()
                ? this
                : with(peer, program, Peer.FORCED_SUFFIX, peer.kernelOverrides());
    }

    /// A peer's program with something added to its name, and to what it finds set.
    public Comparison with(Peer peer, String program, String settings, Map<String, String> environment) {
        switch (peer.fetch(options)) {
            case Peer.FetchResult.Available(Path jars) ->
                contenders.add(new Participant(
                        peer.displayName() + settings, peer.command(options, jars, program), environment));
            case Peer.FetchResult.Unavailable(String why) ->
                addAbsence(peer.displayName() + " was not measured, " + why);
        }
        return this;
    }

    /// Says in the report why someone does not take part.
    Comparison addAbsence(String sentence) {
        absent.add(sentence);
        return this;
    }

    /// Lets everybody have as many turns as there are rounds.
    public Measurements run() throws IOException {
        var measurements =
                new Measurements(contenders.stream().map(Participant::name).toList());
        absent.forEach(sentence -> measurements.remark("", sentence));
        var left = new ArrayList<>(contenders);
        for (int round = 1; round <= options.rounds(); round++) {
            for (Participant participant : List.copyOf(left)) {
                System.err.println("round " + round + " of " + options.rounds() + ", " + Report.threads(threads) + ": "
                        + participant.name());
                runOnce(participant, measurements).ifPresent(fault -> {
                    measurements.remark(participant.name(), "failed: " + fault);
                    left.remove(participant);
                });
            }
        }
        return measurements;
    }

    /// Returns what went wrong, if something did.
    private Optional<String> runOnce(Participant participant, Measurements measurements) throws IOException {
        Path errors = options.target().resolve("errors.txt");
        Process process = participant
                .process(options, threads, data)
                .redirectError(errors.toFile())
                .start();
        process.getOutputStream().close();
        CompletableFuture.delayedExecutor(TIMEOUT_MINUTES, TimeUnit.MINUTES).execute(process::destroyForcibly);
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                measurements.addLine(participant.name(), line);
            }
            if (process.waitFor() == 0) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroy();
        }
        return Optional.of(lastLine(
                errors,
                "it ended with " + process.exitValue() + ", or took more than " + TIMEOUT_MINUTES + " minutes"));
    }

    private static String lastLine(Path file, String otherwise) throws IOException {
        return Files.readString(file)
                .lines()
                .filter(line -> line.matches("(Exception|Error|.*(Exception|Error):).*"))
                .findFirst()
                .orElse(otherwise);
    }
}
