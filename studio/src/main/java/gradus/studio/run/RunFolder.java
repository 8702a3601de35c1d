package gradus.studio.run;

import gradus.studio.json.Json;
import java.io.BufferedWriter;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The folder of one run. Its files say everything, so page and terminal see the same, and a program that is killed
/// loses nothing:
///
/// - `run.json`, the request, written once;
/// - `events.jsonl`, what has happened, a line each;
/// - `cancel`, an empty file: somebody wants it to end;
/// - `card.json`, the result, written last.
///
/// Reading heeds no interrupt, unlike that through a channel: whoever follows a run may be interrupted at any time.
final class RunFolder {

    private final Path folder;

    RunFolder(Path folder) {
        this.folder = folder;
    }

    /// Writes the request, and with it the folder comes into being.
    static RunFolder create(Path folder, RunRequest request) throws IOException {
        Path fresh = folder.resolveSibling("." + folder.getFileName());
        Files.createDirectories(fresh);
        Files.writeString(fresh.resolve("run.json"), Json.write(request));
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        return new RunFolder(folder);
    }

    /// The request; empty if the folder is none of a run.
    Optional<RunRequest> request() {
        return read("run.json").map(json -> Json.read(json, RunRequest.class));
    }

    Optional<RunCard> card() {
        return read("card.json").map(json -> Json.read(json, RunCard.class));
    }

    boolean hasBegun() {
        return Files.exists(events());
    }

    boolean isCancelled() {
        return Files.exists(folder.resolve("cancel"));
    }

    void cancel() {
        try {
            folder.resolve("cancel").toFile().createNewFile();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The run can't be cancelled, because nothing can be written to " + folder, e);
        }
    }

    /// Writes the card, which ends the run.
    void finish(RunCard card) throws IOException {
        Path fresh = folder.resolve("card.json.part");
        Files.writeString(fresh, Json.write(card));
        Files.move(fresh, folder.resolve("card.json"), StandardCopyOption.ATOMIC_MOVE);
    }

    /// A writer of events, each of which is on the disk once written.
    EventWriter begin() throws IOException {
        return new EventWriter(Files.newBufferedWriter(events(), StandardOpenOption.CREATE_NEW));
    }

    /// Writes events as they happen.
    static final class EventWriter implements AutoCloseable {

        private final BufferedWriter out;

        private EventWriter(BufferedWriter out) {
            this.out = out;
        }

        synchronized void write(RunEvent event) {
            try {
                out.write(Json.write(event));
                out.newLine();
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException("An event of the run can't be written", e);
            }
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /// The events from `from` bytes on, and where they end. A line that is being written is left for later.
    Read read(long from) {
        var events = new ArrayList<RunEvent>();
        try (var in = new RandomAccessFile(events().toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.max(0, in.length() - from)];
            in.seek(from);
            in.readFully(bytes);
            int start = 0;
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] == '\n') {
                    events.add(Json.read(new String(bytes, start, i - start, StandardCharsets.UTF_8), RunEvent.class));
                    start = i + 1;
                }
            }
            return new Read(events, from + start);
        } catch (FileNotFoundException e) {
            return new Read(List.of(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("The events of the run can't be read from " + events(), e);
        }
    }

    /// @param end where to read on
    record Read(List<RunEvent> events, long end) {}

    private Path events() {
        return folder.resolve("events.jsonl");
    }

    private Optional<String> read(String name) {
        try (var in = new FileInputStream(folder.resolve(name).toFile())) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("A file of the run can't be read: " + folder.resolve(name), e);
        }
    }
}
