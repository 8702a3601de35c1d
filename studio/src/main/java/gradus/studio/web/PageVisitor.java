package gradus.studio.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.Map;

/// Requests pages of a running studio as a browser does.
public final class PageVisitor {

    private final URI address;
    private final CookieManager cookies = new CookieManager();

    /// @param address the address that opens the studio, with its token
    public PageVisitor(String address) {
        this.address = URI.create(address);
    }

    /// Requests the address itself, follows it to the first page, and then requests these pages.
    ///
    /// @throws IOException if a page can't be had
    public void visit(List<String> paths) throws IOException {
        URI first = request(address);
        if (!first.equals(address)) {
            request(first);
        }
        for (String path : paths) {
            request(address.resolve(path));
        }
    }

    /// Requests a page and drops it.
    ///
    /// @return where it leads, or `page`
    private URI request(URI page) throws IOException {
        var connection = (HttpURLConnection) page.toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        cookies.get(page, Map.of())
                .forEach((name, values) -> values.forEach(value -> connection.addRequestProperty(name, value)));
        connection.addRequestProperty("Accept", "text/html");
        connection.addRequestProperty("Accept-Encoding", "gzip");
        try (InputStream body = connection.getInputStream()) {
            body.transferTo(OutputStream.nullOutputStream());
        }
        cookies.put(page, connection.getHeaderFields());
        String location = connection.getHeaderField("Location");
        return location == null ? page : page.resolve(location);
    }
}
