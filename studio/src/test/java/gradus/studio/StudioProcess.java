package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.studio.json.Json;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The real program in its own process, with the launcher's options, and a client that opened the address it
/// printed and works on the first lab.
final class StudioProcess implements AutoCloseable {

    private static final String LAB = "/lessons/first-model/lab";
    private static final String CHECK = "/lessons/first-model/check";

    private final Process process;
    private final URI address;
    private final String cookie;

    private StudioProcess(Process process, URI address) throws IOException {
        this.process = process;
        this.address = address;
        try (Reply reply = send("GET", address.getPath() + "?" + address.getQuery(), "", "")) {
            this.cookie = reply.head()
                    .lines()
                    .filter(line -> line.startsWith("Set-Cookie: "))
                    .map(line -> line.substring("Set-Cookie: ".length()).split(";")[0])
                    .findFirst()
                    .orElseThrow();
        }
    }

    /// Starts it for `home` and waits until it prints its address.
    static StudioProcess start(Path home) throws IOException {
        String root = System.getProperty("gradus.root");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + Path.of(root, "studio", "launch.options"),
                        "-Dgradus.root=" + root,
                        "-p",
                        System.getProperty("java.class.path"),
                        "-m",
                        "gradus.studio/gradus.studio.Main",
                        "--json",
                        "--no-browser",
                        "--home",
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String first = process.inputReader().readLine();
        assertThat(first).as("the first line of the studio").isNotNull();
        return new StudioProcess(
                process, URI.create((String) Json.read(first, Map.class).get("address")));
    }

    /// All its descendant processes.
    List<ProcessHandle> children() {
        return process.toHandle().descendants().toList();
    }

    /// Kills it immediately, like `kill -9`.
    void kill() {
        process.toHandle().destroyForcibly();
    }

    /// Saves one of the lab's files, overwriting the current version.
    ///
    /// @throws IOException if the studio was killed before it replied
    void save(String path, String text) throws IOException {
        try (Reply files = call("POST", LAB, Map.of())) {
            Map<?, ?> file = (Map<?, ?>) Json.read(files.whole(), List.class).getFirst();
            try (Reply saved = call("PUT", LAB, Map.of("path", path, "text", text, "base", file.get("version")))) {
                assertThat(saved.whole()).contains("version");
            }
        }
    }

    /// Submits `source` and passes on each event as it arrives.
    ///
    /// @throws IOException if the studio was killed before the check ended
    void check(String path, String source, Consumer<Map<?, ?>> watcher) throws IOException {
        try (Reply events = call("POST", CHECK, Map.of("sources", Map.of(path, source)))) {
            Map<?, ?> event = Map.of();
            while (!"verdict".equals(event.get("event"))) {
                event = Json.read(events.line(), Map.class);
                assertThat(event.get("event")).as("%s", event).isNotEqualTo("broken");
                watcher.accept(event);
            }
        }
    }

    private Reply call(String method, String path, Map<String, ?> json) throws IOException {
        String identity = "Cookie: " + cookie + "\r\nOrigin: http://" + address.getAuthority() + "\r\n";
        Reply reply = send(method, path, identity, Json.write(json));
        assertThat(reply.head()).as(method + " " + path).matches("(?s)HTTP/1.1 200 .*");
        return reply;
    }

    /// Speaks HTTP/1.0, so the response ends with the connection.
    private Reply send(String method, String path, String headers, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        var socket = new Socket(address.getHost(), address.getPort());
        String head = method + " " + path + " HTTP/1.0\r\nHost: " + address.getAuthority() + "\r\n" + headers
                + "Accept: application/json\r\nContent-Length: " + bytes.length + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().write(bytes);
        return Reply.of(socket);
    }

    @Override
    public void close() {
        kill();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A response that may be cut off anywhere.
    private record Reply(Socket socket, String head, BufferedReader body) implements AutoCloseable {

        static Reply of(Socket socket) throws IOException {
            var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            var head = new StringBuilder();
            for (String line = line(reader); !line.isEmpty(); line = line(reader)) {
                head.append(line).append('\n');
            }
            return new Reply(socket, head.toString(), reader);
        }

        String line() throws IOException {
            return line(body);
        }

        /// The response's single line of JSON. Throws if it was cut off.
        String whole() throws IOException {
            String line = line(body);
            if (!line.endsWith("}") && !line.endsWith("]")) {
                throw new EOFException("the response was cut off: " + line);
            }
            return line;
        }

        private static String line(BufferedReader reader) throws IOException {
            String line = reader.readLine();
            if (line == null) {
                throw new EOFException("the studio is gone");
            }
            return line;
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
