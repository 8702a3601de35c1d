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

/// A person at the studio, in a browser of their own: what they do, and where they look.
final class Learner implements AutoCloseable {

    /// No test fails because a machine is slow.
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

    /// From now on `words` may stand in a trouble.
    void expectTrouble(String words) {
        pageErrors.expect(words);
    }

    /// Goes to a page of the studio by its path: `/map`.
    void open(String path) {
        page.navigate(URI.create(page.url()).resolve(path).toString());
    }

    /// Looks at what was tried to see what holds their code, as soon as the judge has tried it.
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

    /// Presses the button of this name within `within`.
    void press(Locator within, String name) {
        within.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    /// Goes to a figure of the lesson, from 0, and waits until it is drawn.
    Locator figure(int index) {
        Locator figure = find("gradus-figure").nth(index);
        drawn(figure);
        return figure;
    }

    /// Goes through the whole page, so that all that waits for a reader has come, and back to the top.
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
                .as("why the figure is not drawn")
                .isEmpty();
    }

    /// Goes down to the lab and waits for its files.
    Locator editor() {
        Locator editor = find(".editor");
        editor.scrollIntoViewIfNeeded();
        Locator content = find(".editor .cm-content");
        assertThat(content).isVisible();
        return content;
    }

    /// Replaces the text of the editor, as one does who pastes.
    void write(String source) {
        editor().click();
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().insertText(source);
    }

    /// Presses Check and waits for the verdict.
    Locator check() {
        return verdictAfter("/check", () -> button("Check").click());
    }

    /// Does `press`, which hands in, and waits for the verdict.
    Locator verdictAfter(String call, Runnable press) {
        page.waitForResponse(response -> response.url().endsWith(call), press);
        Locator verdict = find(".verdict-card");
        assertThat(verdict).isVisible();
        return verdict;
    }

    /// Leaves a picture of the whole page in `target/screenshots`.
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
