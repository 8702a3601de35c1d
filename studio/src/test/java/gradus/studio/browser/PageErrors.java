package gradus.studio.browser;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The hidden errors of a page: script errors, failed requests, and requests to other servers than the
/// studio.
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

    /// Expects errors that contain `words`: the test provokes them.
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

    /// Records a failed request. Leaving a page aborts its requests, which isn't a failure.
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
