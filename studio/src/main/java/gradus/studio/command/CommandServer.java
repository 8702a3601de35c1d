package gradus.studio.command;

import gradus.studio.terminal.Application;
import gradus.studio.terminal.Terminal;
import gradus.studio.terminal.TerminalEnvironment;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Performs the commands that terminals send to a socket in the learner's home, which only its owner may connect to.
public final class CommandServer implements AutoCloseable {

    /// Commands that end by themselves within seconds. What takes minutes, or serves something itself, is not among
    /// them.
    static final Set<String> COMMANDS = Set.of("next", "start", "check", "hint", "review", "progress", "parts");

    private static final Set<String> NOT_WITH = Set.of("--watch", "--help", "-h");

    /// What a server needs to perform commands.
    ///
    /// @param program names this program; another one's commands are refused
    /// @param current whether the course on the disk is the one that this program has read
    /// @param application performs the commands
    public record Service(String program, BooleanSupplier current, Application application, InstantSource clock) {}

    private final Optional<ServerSocketChannel> server;
    private final Path socket;

    private CommandServer(Optional<ServerSocketChannel> server, Path socket) {
        this.server = server;
        this.socket = socket;
    }

    /// Listens until it's closed. Where no socket can be had, and where another studio listens on the same
    /// home, it doesn't: each terminal then performs its commands by itself.
    public static CommandServer open(Path home, Service service) {
        Path socket = socket(home);
        try {
            var address = UnixDomainSocketAddress.of(socket);
            if (Files.exists(socket)) {
                if (isAnswered(address)) {
                    return new CommandServer(Optional.empty(), socket);
                }
                Files.delete(socket);
            }
            ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                server.bind(address);
                Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
            } catch (IOException | RuntimeException e) {
                server.close();
                throw e;
            }
            Thread.ofVirtual().name("commands").start(() -> serve(server, service));
            return new CommandServer(Optional.of(server), socket);
        } catch (IOException | UnsupportedOperationException e) {
            return new CommandServer(Optional.empty(), socket);
        }
    }

    /// One that doesn't listen.
    public static CommandServer none() {
        return new CommandServer(Optional.empty(), Path.of(""));
    }

    boolean isListening() {
        return server.isPresent();
    }

    static Path socket(Path home) {
        return home.resolve("studio.socket");
    }

    static boolean isAnswered(UnixDomainSocketAddress address) {
        try (SocketChannel other = SocketChannel.open(address)) {
            return other.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static void serve(ServerSocketChannel server, Service service) {
        try {
            while (true) {
                SocketChannel terminal = server.accept();
                Thread.ofPlatform().name("command").daemon().start(() -> perform(terminal, service));
            }
        } catch (IOException e) {
            // It has been closed.
        }
    }

    private static void perform(SocketChannel terminal, Service service) {
        try (terminal) {
            var input = new DataInputStream(new BufferedInputStream(Channels.newInputStream(terminal)));
            CommandRequest request = CommandRequest.read(input);
            var reply = new Reply(Channels.newOutputStream(terminal));
            if (!isServed(request, service)) {
                reply.refuse();
                return;
            }
            interruptWhenItEnds(input, Thread.currentThread());
            reply.exit(perform(request, reply, service));
        } catch (IOException | RuntimeException e) {
            // The terminal has gone, what came was no request, or the course can't be looked at. Without a reply, a
            // terminal performs its command itself, and has the words for what is wrong.
        }
    }

    private static boolean isServed(CommandRequest request, Service service) {
        return request.program().equals(service.program())
                && request.arguments().stream().noneMatch(NOT_WITH::contains)
                && request.arguments().stream()
                        .filter(word -> !word.startsWith("-"))
                        .findFirst()
                        .filter(COMMANDS::contains)
                        .isPresent()
                && Objects.equals(request.variables().get("TZ"), System.getenv("TZ"))
                && Charset.isSupported(request.charset())
                && service.current().getAsBoolean();
    }

    private static int perform(CommandRequest request, Reply reply, Service service) {
        var charset = Charset.forName(request.charset());
        try (PrintStream out = printer(reply.frames(Reply.OUTPUT), charset);
                PrintStream err = printer(reply.frames(Reply.ERROR), charset)) {
            var around = new TerminalEnvironment(
                    out,
                    err,
                    request.variables(),
                    request.interactive(),
                    request.width(),
                    service.clock().withZone(ZoneId.systemDefault()));
            return new Terminal(around, service.application()).run(request.arguments());
        }
    }

    private static PrintStream printer(OutputStream pieces, Charset charset) {
        return new PrintStream(new BufferedOutputStream(pieces), true, charset);
    }

    /// A terminal sends nothing more: the end of its input means that it was stopped.
    private static void interruptWhenItEnds(DataInputStream input, Thread performing) {
        Thread.ofVirtual().start(() -> {
            try {
                input.read();
            } catch (IOException e) {
                // It has ended in another way.
            }
            performing.interrupt();
        });
    }

    @Override
    public void close() {
        if (server.isEmpty()) {
            return;
        }
        try {
            server.get().close();
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            // The next studio finds that nobody listens there.
        }
    }
}
