package gradus.studio.browser;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// What went wrong behind a page without anyone seeing it: errors of scripts, requests that failed, and
/// requests to anyone but the studio.
final class PageErrors {

    private final String origin;
    private final List<String> expected = new CopyOnWriteArrayList<>();
    private final List<String> seen = new CopyOnWriteArrayList<>();

    private PageErrors(String origin) {
        this.origin = origin;
    }

    static PageErrors of(Page page, String origin) {
        var pageErrors = new PageErrors(origin);
        page.onConsoleMessage(pageErrors::console);
        page.onPageError(error -> pageErrors.seen.add("a script broke: " + error));
        page.onRequest(pageErrors::request);
        page.onRequestFailed(pageErrors::failed);
        page.onResponse(pageErrors::response);
        return pageErrors;
    }

    /// A trouble with `words` in it is what a test is about.
    void expect(String words) {
        expected.add(words);
    }

    List<String> seen() {
        return seen.stream()
                .filter(trouble -> expected.stream().noneMatch(trouble::contains))
                .toList();
    }

    private void console(ConsoleMessage message) {
        if (List.of("error", "warning").contains(message.type())) {
            seen.add("the console says: " + message.text() + " (" + message.location() + ")");
        }
    }

    private void request(Request request) {
        if (!request.url().startsWith(origin) && !request.url().startsWith("data:")) {
            seen.add("a request to someone else: " + request.url());
        }
    }

    /// Whoever leaves a page breaks off what it was asking for; that is no failure.
    private void failed(Request request) {
        if (!"net::ERR_ABORTED".equals(request.failure())) {
            seen.add(request.method() + " " + request.url() + " failed: " + request.failure());
        }
    }

    private void response(Response response) {
        if (response.status() >= 400) {
            seen.add(response.request().method() + " " + response.url() + " was answered with " + response.status());
        }
    }
}
