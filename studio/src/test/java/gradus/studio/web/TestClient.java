package gradus.studio.web;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Behaves like a browser: keeps its cookie and sends its host and origin, or false ones on request.
public final class TestClient {

    private final int port;
    private final Map<String, String> usual = new LinkedHashMap<>();

    private TestClient(int port) {
        this.port = port;
        usual.put("Host", "127.0.0.1:" + port);
        usual.put("Accept", "text/html");
    }

    /// A client with access: it opened the address that the server printed.
    public static TestClient of(StudioServer server) throws IOException {
        TestClient testClient = stranger(server);
        String address = server.address();
        Reply reply = testClient.page(address.substring(address.indexOf("/?")));
        testClient.keep(reply.header("set-cookie").split(";")[0]);
        return testClient;
    }

    /// A client without access.
    static TestClient stranger(StudioServer server) {
        return new TestClient(server.port());
    }

    /// Sends this cookie from now on.
    void keep(String cookie) {
        usual.merge("Cookie", cookie, (old, added) -> old + "; " + added);
    }

    /// The cookie with the token.
    String cookie() {
        return usual.getOrDefault("Cookie", "");
    }

    public Reply page(String path) throws IOException {
        return send("GET", path, Map.of(), "");
    }

    public Reply post(String path, String json) throws IOException {
        return call("POST", path, json);
    }

    public Reply put(String path, String json) throws IOException {
        return call("PUT", path, json);
    }

    /// A request from a page of the studio.
    Reply call(String method, String path, String json) throws IOException {
        return send(method, path, Map.of("Origin", "http://127.0.0.1:" + port, "Accept", "application/json"), json);
    }

    /// Speaks HTTP/1.0, so the response ends with the connection.
    Reply send(String method, String path, Map<String, String> headers, String body) throws IOException {
        try (Socket socket = open(method, path, headers, body)) {
            return Reply.of(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /// Sends these bytes, whatever they are, and reads until the connection ends.
    String raw(byte[] request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Sends a page's request and returns the response as a stream. A pause of 20 seconds is an error.
    Socket begin(String method, String path, String json) throws IOException {
        return open(method, path, Map.of("Origin", "http://127.0.0.1:" + port), json);
    }

    private Socket open(String method, String path, Map<String, String> headers, String body) throws IOException {
        var all = new LinkedHashMap<>(usual);
        all.putAll(headers);
        all.put("Content-Length", Integer.toString(body.getBytes(StandardCharsets.UTF_8).length));
        var request = new StringBuilder(method + " " + path + " HTTP/1.0\r\n");
        all.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
        var socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write((request + "\r\n" + body).getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    /// A response.
    public record Reply(int status, Map<String, String> headers, String body) {

        static Reply of(String raw) {
            int end = raw.indexOf("\r\n\r\n");
            String[] head = raw.substring(0, end).split("\r\n");
            var headers = new LinkedHashMap<String, String>();
            for (int i = 1; i < head.length; i++) {
                int colon = head[i].indexOf(':');
                headers.put(
                        head[i].substring(0, colon).toLowerCase(Locale.ROOT),
                        head[i].substring(colon + 1).strip());
            }
            return new Reply(Integer.parseInt(head[0].split(" ")[1]), headers, raw.substring(end + 4));
        }

        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }
}
