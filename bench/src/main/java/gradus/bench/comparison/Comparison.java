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

/// Runs several programs that do the same work, in turn: ours, peer A, peer B, ours, …
///
/// Each turn is a separate process, because compiled code and memory layout differ from start to start, and
/// so that the idle threads of one participant can't disturb another.
public final class Comparison {

    /// The time limit of a turn, in minutes. On a busy machine, threads that wait in a spin loop may never
    /// finish.
    private static final int TIMEOUT_MINUTES = 10;

    private final Options options;
    private final int threads;
    private final Path data;
    private final List<Participant> participants = new ArrayList<>();
    private final List<String> absent = new ArrayList<>();

    /// @param data the folder of the benchmark data, which all participants read
    public Comparison(Options options, int threads, Path data) {
        this.options = options;
        this.threads = threads;
        this.data = data;
    }

    public Comparison with(Participant participant) {
        participants.add(participant);
        return this;
    }

    /// Adds a peer's program as shipped, and again with its best kernels forced if it has such settings. If
    /// the peer isn't available, the report says so.
    public Comparison with(Peer peer, String program) {
        with(peer, program, "", Map.of());
        return peer.kernelOverrides().isEmpty() || !MachineInfo.hasAvx512()
                ? this
                : with(peer, program, Peer.FORCED_SUFFIX, peer.kernelOverrides());
    }

    /// Adds a peer's program with a suffix to its name, and with additional environment variables.
    public Comparison with(Peer peer, String program, String settings, Map<String, String> environment) {
        switch (peer.fetch(options)) {
            case Peer.FetchResult.Available(Path jars) ->
                participants.add(new Participant(
                        peer.displayName() + settings, peer.command(options, jars, program), environment));
            case Peer.FetchResult.Unavailable(String why) ->
                addAbsence(peer.displayName() + " was not measured, " + why);
        }
        return this;
    }

    /// Notes for the report why a peer isn't measured.
    Comparison addAbsence(String sentence) {
        absent.add(sentence);
        return this;
    }

    /// Runs all rounds. A participant that fails is left out of later rounds.
    public Measurements run() throws IOException {
        var measurements =
                new Measurements(participants.stream().map(Participant::name).toList());
        absent.forEach(sentence -> measurements.remark("", sentence));
        var left = new ArrayList<>(participants);
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

    /// Runs a participant once, and returns the error if it failed.
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

    private static String lastLine(Path file, String fallback) throws IOException {
        return Files.readString(file)
                .lines()
                .filter(line -> line.matches("(Exception|Error|.*(Exception|Error):).*"))
                .findFirst()
                .orElse(fallback);
    }
}
