package gradus.studio.command;

import gradus.studio.desk.Desk;
import gradus.studio.doctor.DoctorReport;
import gradus.studio.terminal.Application;
import gradus.studio.terminal.AuthorApplication;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// An application in which nobody gets further than to the desk.
record OnlyDesks(Function<Path, RuntimeException> opening) implements Application {

    @Override
    public Desk openDesk(Path home) {
        throw opening.apply(home);
    }

    @Override
    public Optional<URI> serveStudio(Path home, int port, boolean browser, Consumer<URI> ready) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void servePreview(Path home, Optional<String> lesson, int port, boolean browser, Consumer<URI> ready) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AuthorApplication author() {
        return (AuthorApplication) Proxy.newProxyInstance(
                OnlyDesks.class.getClassLoader(), new Class<?>[] {AuthorApplication.class}, (_, _, _) -> {
                    throw new UnsupportedOperationException();
                });
    }

    @Override
    public DoctorReport doctor(Path home) {
        throw new UnsupportedOperationException();
    }
}
