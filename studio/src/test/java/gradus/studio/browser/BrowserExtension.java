package gradus.studio.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gradus.studio.RealStudio;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives each test a studio with an empty home and a [Learner]. A test fails if the page has hidden errors or
/// failed requests. Without a browser the tests are skipped, and a message says so.
final class BrowserExtension implements BeforeAllCallback, ParameterResolver, AfterEachCallback {

    private static final Namespace OURS = Namespace.create(BrowserExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        Optional<Path> executable = Chromium.found();
        if (executable.isEmpty()) {
            context.getRoot().getStore(OURS).computeIfAbsent("said", key -> {
                System.err.println(Chromium.MISSING);
                return true;
            });
        }
        assumeTrue(executable.isPresent(), Chromium.MISSING);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Learner.class;
    }

    @Override
    public Learner resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Chromium chromium = context.getRoot()
                .getStore(OURS)
                .computeIfAbsent(
                        Chromium.class, key -> Chromium.start(Chromium.found().orElseThrow()), Chromium.class);
        return context.getStore(OURS)
                .computeIfAbsent(
                        Learner.class, key -> Learner.arrives(RealStudio.open(), chromium.browser()), Learner.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Learner learner = context.getStore(OURS).get(Learner.class, Learner.class);
        if (learner == null) {
            return;
        }
        if (context.getExecutionException().isPresent()) {
            learner.photograph("failed-" + context.getRequiredTestClass().getSimpleName() + "-"
                    + context.getRequiredTestMethod().getName());
        }
        assertThat(learner.troubles()).as("hidden errors of the page").isEmpty();
    }
}
