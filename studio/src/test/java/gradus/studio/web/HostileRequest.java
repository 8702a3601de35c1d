package gradus.studio.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/// A request that no page of the studio sends: a real one with at least one fault.
///
/// @param bytes what goes over the connection
/// @param barred whether it must not get anything but an asset, because host, origin or token are wrong
record HostileRequest(byte[] bytes, boolean barred) {

    /// Each with a body that would be right; those without a body are changes that read none.
    private static final List<List<String>> REAL = List.of(
            List.of("POST", "/lessons/vectors/questions/which-film", "{\"answer\":\"1\"}"),
            List.of("POST", "/lessons/vectors/figures/Angle", "{\"moved\":{\"tip.x\":\"1\"}}"),
            List.of("POST", "/lessons/vectors/examples", "{\"code\":\"void main() {}\"}"),
            List.of("POST", "/parts/gradus.ml.linalg.Vector", "{\"mine\":true}"),
            List.of("PUT", "/lessons/vectors/lab", "{\"path\":\"a\",\"text\":\"b\",\"base\":\"c\"}"),
            List.of("POST", "/lessons/vectors/check", "{\"sources\":{\"a\":\"b\"}}"),
            List.of("POST", "/lessons/vectors/run", "{\"sources\":{\"a\":\"b\"}}"),
            List.of("POST", "/lessons/vectors/lab", ""),
            List.of("POST", "/lessons/vectors/hints/norm", ""),
            List.of("POST", "/lessons/vectors/runs", ""),
            List.of("POST", "/lessons/vectors/probes/a", ""),
            List.of("POST", "/lessons/vectors/start-over", ""),
            List.of("POST", "/runs/a/cancel", ""),
            List.of("GET", "/", ""),
            List.of("GET", "/lessons/vectors", ""),
            List.of("GET", "/lessons/vectors/lab/versions", ""),
            List.of("GET", "/runs/a/events", ""),
            List.of("GET", "/assets/manifest.json", ""));

    private static final List<String> METHODS = List.of(
            "DELETE",
            "PATCH",
            "TRACE",
            "CONNECT",
            "OPTIONS",
            "HEAD",
            "BREW",
            "get",
            "P\u0000ST",
            "",
            "GET GET",
            "A".repeat(300));

    private static final List<String> SEGMENTS = List.of(
            "/%",
            "/%zz",
            "/%00",
            "/\u0000",
            "/%c3%28",
            "/%ff",
            "/..",
            "/../../journal.db",
            "/..%2f..%2fjournal.db",
            "/%2e%2e/%2e%2e",
            "//evil.example",
            "/\\evil.example",
            "/%5c..%5c",
            "/;jsessionid=1",
            "/{lesson}",
            "/<x>",
            "/a b",
            "/é",
            "/%F0%9F%98%80",
            "/'\"--",
            "/con",
            "/" + "x".repeat(500),
            "/" + "y".repeat(20_000),
            "?token",
            "?token=%",
            "?token=&token=",
            "?%ff=%",
            "#a");

    private static final List<String> BODIES = List.of(
            "",
            "null",
            "[]",
            "[1]",
            "7",
            "-1e999",
            "\"text\"",
            "true",
            "{",
            "{}",
            "{\"",
            "{\"answer\":",
            "[".repeat(5_000),
            "{\"answer\":null}",
            "{\"answer\":[1]}",
            "{\"answer\":{}}",
            "{\"moved\":7}",
            "{\"moved\":[null]}",
            "{\"moved\":{\"a\":null}}",
            "{\"moved\":{\"a\":{}}}",
            "{\"code\":null}",
            "{\"code\":{}}",
            "{\"mine\":null}",
            "{\"mine\":\"perhaps\"}",
            "{\"mine\":[]}",
            "{\"sources\":null}",
            "{\"sources\":[]}",
            "{\"sources\":{\"a\":null}}",
            "{\"sources\":{\"a\":{}}}",
            "{\"sources\":{\"\":\"\"}}",
            "{\"path\":null}",
            "{\"path\":\"\\u0000\",\"text\":\"\",\"base\":\"\"}",
            "{\"path\":\"../../journal.db\",\"text\":\"\",\"base\":\"\"}",
            "{\"path\":\"/etc/passwd\",\"text\":\"\"}",
            "<xml/>",
            "a=b&c=d",
            "\u0000\u0001",
            "{} {}",
            "{\"id\":7}",
            "{\"id\":\"../a\",\"sources\":{\"a\":\"b\"}}");

    private static final List<String> HEADERS = List.of(
            "Content-Type: text/plain",
            "Content-Type: application/json; charset=none",
            "Content-Type: multipart/form-data",
            "Content-Type: ;;=",
            "Content-Type: application/x-www-form-urlencoded",
            "Accept: \"",
            "Accept: text/html, \u0000",
            "Accept-Encoding: none;q=x",
            "Cookie: ;;;=\"",
            "Cookie: gradus-theme=\"><script>",
            "X-HTTP-Method-Override: BREW",
            "X-HTTP-Method-Override: PUT",
            "Expect: miracles",
            "Expect: 100-continue",
            "Transfer-Encoding: chunked",
            "Transfer-Encoding: gzip",
            "Content-Length: -1",
            "Content-Length: 99999999999999999999",
            "Content-Length: 3",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Range: bytes=9-1",
            "If-Modified-Since: never",
            "X: " + "x".repeat(9_000),
            ": nameless",
            "no colon",
            " folded: line",
            "X-\u0007: bell",
            "Host: evil.example");

    static HostileRequest draw(RandomGenerator random, int port, String cookie) {
        List<String> real = one(random, REAL);
        var headers = new LinkedHashMap<>(Map.of(
                "Host",
                "127.0.0.1:" + port,
                "Origin",
                "http://127.0.0.1:" + port,
                "Cookie",
                cookie,
                "Connection",
                "close"));
        String method = real.get(0);
        String path = real.get(1);
        String body = real.get(2);
        String header = "";
        String version = "HTTP/1.1";
        boolean readsBody = !body.isEmpty();
        boolean barred = false;
        boolean cut = false;
        boolean changesNothing = method.equals("GET");
        // A request whose fault nobody looks at would be a right one.
        do {
            switch (random.nextInt(10)) {
                case 0 -> {
                    method = one(random, METHODS);
                    changesNothing = true;
                }
                case 1 -> {
                    String plain = path.split("[?#]")[0];
                    path = plain.substring(0, random.nextInt(plain.length() + 1))
                            + one(random, SEGMENTS.subList(0, 23));
                    changesNothing = true;
                }
                case 2 -> path += one(random, SEGMENTS.subList(23, SEGMENTS.size()));
                case 3, 4 -> {
                    body = one(random, BODIES);
                    changesNothing |= readsBody;
                }
                case 5 -> header = one(random, HEADERS) + "\r\n";
                case 6 -> {
                    headers.put(
                            "Host",
                            one(
                                    random,
                                    List.of("", "evil.example", "127.0.0.1", "localhost:1", "a b", "[::1", "\u0000")));
                    barred = true;
                }
                case 7 -> {
                    headers.put(
                            "Origin", one(random, List.of("null", "http://evil.example", "", "http://127.0.0.1", "%")));
                    barred = true;
                }
                case 8 -> {
                    headers.put(
                            "Cookie",
                            one(random, List.of("", "a", cookie + "0", cookie.toUpperCase(Locale.ROOT), "=", "\"")));
                    barred = true;
                }
                default -> {
                    version = one(
                            random, List.of("HTTP/1.1", "HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/9", "", "FTP/1.0"));
                    cut = true;
                }
            }
        } while (!changesNothing && !barred || random.nextInt(3) == 0);
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        headers.put("Content-Length", Integer.toString(content.length));
        var head = new StringBuilder(method + " " + path + " " + version + "\r\n" + header);
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        String text = head + "\r\n" + body;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new HostileRequest(cut ? Arrays.copyOf(bytes, random.nextInt(bytes.length) + 1) : bytes, barred);
    }

    private static <T> T one(RandomGenerator random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
