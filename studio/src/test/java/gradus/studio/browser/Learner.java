package gradus.studio.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import gradus.studio.RealStudio;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.Assertions;

/// A learner with a browser of their own: what they do, and what they see.
final class Learner implements AutoCloseable {

    /// Long enough that no test fails on a slow machine.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final RealStudio studio;
    private final Page page;
    private final PageErrors pageErrors;

    private Learner(RealStudio studio, Page page, PageErrors pageErrors) {
        this.studio = studio;
        this.page = page;
        this.pageErrors = pageErrors;
    }

    static Learner arrives(RealStudio studio, Browser browser) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        var context = browser.newContext(new NewContextOptions()
                .setViewportSize(1440, 900)
                .setLocale("en-GB")
                .setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(PATIENCE.toMillis());
        Page page = context.newPage();
        var pageErrors =
                PageErrors.of(page, URI.create(studio.address()).resolve("/").toString());
        page.navigate(studio.address());
        return new Learner(studio, page, pageErrors);
    }

    RealStudio studio() {
        return studio;
    }

    Page page() {
        return page;
    }

    List<String> troubles() {
        return pageErrors.seen();
    }

    /// From now on, errors that contain `words` are expected.
    void expectTrouble(String words) {
        pageErrors.expect(words);
    }

    /// Opens a page of the studio by its path: `/map`.
    void open(String path) {
        page.navigate(URI.create(page.url()).resolve(path).toString());
    }

    /// Opens the list of attacks on the sandbox, once the judge has tested it.
    void openConfinementDetails() {
        open("/progress");
        for (int turn = 0; find("#confinement ~ details").count() == 0 && turn < 300; turn++) {
            page.waitForTimeout(100);
            open("/progress");
        }
        find("#confinement ~ details summary").click();
    }

    Locator find(String css) {
        return page.locator(css);
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name));
    }

    /// Presses the button with this name in `within`.
    void press(Locator within, String name) {
        within.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    /// Scrolls to a figure of the lesson, from 0, and waits until it's drawn.
    Locator figure(int index) {
        Locator figure = find("gradus-figure").nth(index);
        drawn(figure);
        return figure;
    }

    /// Scrolls through the whole page, so that everything loads, and back to the top.
    void seeAll() {
        for (Locator figure : find("gradus-figure").all()) {
            drawn(figure);
        }
        if (find("gradus-workbench").count() > 0) {
            editor();
        }
        page.evaluate("() => scrollTo(0, 0)");
    }

    private static void drawn(Locator figure) {
        figure.scrollIntoViewIfNeeded();
        assertThat(figure.locator(".canvas svg, .canvas .failed")).isVisible();
        Assertions.assertThat(figure.locator(".failed p").allTextContents())
                .as("the errors of the figure")
                .isEmpty();
    }

    /// Scrolls to the lab and waits for its files.
    Locator editor() {
        Locator editor = find(".editor");
        editor.scrollIntoViewIfNeeded();
        Locator content = find(".editor .cm-content");
        assertThat(content).isVisible();
        return content;
    }

    /// Replaces the editor's text, like pasting.
    void write(String source) {
        editor().click();
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().insertText(source);
    }

    /// Presses Check and waits for the verdict.
    Locator check() {
        return verdictAfter("/check", () -> button("Check").click());
    }

    /// Runs `press`, which submits the code, and waits for the verdict.
    Locator verdictAfter(String call, Runnable press) {
        page.waitForResponse(response -> response.url().endsWith(call), press);
        // Until then, the verdict before may still stand there.
        assertThat(find("[data-do][aria-disabled]")).hasCount(0);
        Locator verdict = find(".verdict-card");
        assertThat(verdict).isVisible();
        return verdict;
    }

    /// Takes a screenshot of the whole page into `target/screenshots`.
    void photograph(String name) {
        page.screenshot(new ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        page.context().close();
        studio.close();
    }
}
