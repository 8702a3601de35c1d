package gradus.studio.command;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.studio.command.CommandServer.Service;
import gradus.studio.error.UserFacingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A terminal has its command performed by the studio that runs on its home, and performs it itself otherwise.
class CommandServerTest {

    private static final String PROGRAM = "this program";

    @TempDir
    Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void theStudioOpensTheDeskOfTheTerminalsHomeAndItsWordsAndExitCodeComeBack() {
        try (CommandServer server = serving(PROGRAM, true)) {
            assertThat(server.isListening()).isTrue();
            assertThat(typed("check")).hasValue(2);
            assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("größer als " + home + "\n");
            assertThat(out.size()).isZero();
        }
    }

    @Test
    void aTerminalInAnotherTimeZoneTellsItsOwnTimes() {
        try (CommandServer _ = serving(PROGRAM, true)) {
            assertThat(typed("check", Map.of("TZ", "Pacific/Chatham"))).isEmpty();
        }
    }

    @Test
    void theLauncherAsksForTheCommandsThatAStudioPerforms() throws IOException {
        String launcher = Files.readString(Path.of(System.getProperty("gradus.root"), "gradus"));
        String named = launcher.lines()
                .filter(line -> line.strip().startsWith("case $word in"))
                .findFirst()
                .orElseThrow()
                .replaceFirst(".* in (.*?)\\).*", "$1");

        assertThat(named.split(" \\| ")).containsExactlyInAnyOrderElementsOf(CommandServer.COMMANDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run small-gpt",
                "doctor",
                "author check",
                "help",
                "check --watch",
                "check -h",
                "--port=1",
                "chek"
            })
    void whatTakesMinutesServesOrHelpsIsPerformedByTheTerminal(String line) {
        try (CommandServer _ = serving(PROGRAM, true)) {
            assertThat(typed(line)).isEmpty();
        }
    }

    @Test
    void aStudioOfAnotherProgramIsNotAsked() {
        try (CommandServer _ = serving("an older program", true)) {
            assertThat(typed("check")).isEmpty();
        }
    }

    @Test
    void aStudioWhoseCourseHasChangedOnTheDiskIsNotAsked() {
        try (CommandServer _ = serving(PROGRAM, false)) {
            assertThat(typed("check")).isEmpty();
        }
    }

    @Test
    void aStudioThatCannotLookAtItsCourseIsNotAnswered() {
        var service = new Service(
                PROGRAM,
                () -> {
                    throw new UncheckedIOException(new IOException("a lesson has just been deleted"));
                },
                new OnlyDesks(CommandServerTest::refusing),
                Clock.systemUTC());
        try (CommandServer _ = CommandServer.open(home, service)) {
            assertThat(typed("check")).isEmpty();
        }
    }

    @Test
    void aSecondStartFindsTheStudioThatRunsAndNoOther() throws IOException {
        URI address = URI.create("http://127.0.0.1:6180/?token=ab");
        assertThat(RunningStudio.of(home, PROGRAM)).isEmpty();
        try (CommandServer _ = serving(PROGRAM, true)) {
            RunningStudio.note(home, address, PROGRAM);

            assertThat(RunningStudio.of(home, PROGRAM)).contains(address);
            assertThat(RunningStudio.of(home, "another program")).isEmpty();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("studio.address"))))
                    .isEqualTo("rw-------");
        }
        assertThat(RunningStudio.of(home, PROGRAM)).as("after it has ended").isEmpty();
    }

    @Test
    void withoutAStudioTheTerminalPerformsItsCommands() throws IOException {
        assertThat(typed("check")).isEmpty();
        Files.writeString(home.resolve("studio.socket"), "a file");
        assertThat(typed("check")).isEmpty();
    }

    @Test
    void onlyTheOwnerMayConnectAndTheSocketIsDeletedWithTheStudio() throws IOException {
        Path socket = home.resolve("studio.socket");
        try (CommandServer _ = serving(PROGRAM, true)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
                    .isEqualTo("rw-------");
        }
        assertThat(socket).doesNotExist();
    }

    @Test
    void aSocketThatAKilledStudioLeftIsReplacedAndOneInUseIsNot() throws IOException {
        Path socket = home.resolve("studio.socket");
        try (var killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            killed.bind(UnixDomainSocketAddress.of(socket));
        }
        assertThat(socket).exists();
        assertThat(typed("check")).isEmpty();

        try (CommandServer first = serving(PROGRAM, true)) {
            assertThat(first.isListening()).isTrue();
            try (CommandServer second = serving("a second", true)) {
                assertThat(second.isListening()).isFalse();
            }
            assertThat(typed("check")).hasValue(2);
        }
    }

    @Test
    void aHomeWhosePathIsTooLongForASocketWorksWithoutOne() throws IOException {
        Path far = Files.createDirectories(home.resolve("x".repeat(150)));
        try (CommandServer server = CommandServer.open(far, service(PROGRAM, true, CommandServerTest::refusing))) {
            assertThat(server.isListening()).isFalse();
        }
    }

    @Test
    void whatIsNoRequestIsNotAnsweredAndHarmsNobody() throws IOException {
        try (CommandServer _ = serving(PROGRAM, true)) {
            for (byte fill : new byte[] {0, 1, 'G', -1}) {
                try (SocketChannel channel = SocketChannel.open(address())) {
                    var bytes = new byte[5_000];
                    java.util.Arrays.fill(bytes, fill);
                    channel.write(ByteBuffer.wrap(bytes));
                    channel.shutdownOutput();
                    var reply = ByteBuffer.allocate(100);
                    assertThat(channel.read(reply)).isNotEqualTo(0);
                    assertThat(reply.get(0)).isIn((byte) 0, (byte) Reply.REFUSED);
                } catch (IOException e) {
                    assertThat(e).hasMessageMatching("Broken pipe|Connection reset.*");
                }
            }
            assertThat(typed("check")).hasValue(2);
        }
    }

    @Test
    void aCommandWhoseTerminalIsStoppedIsInterruptedAndNoFaultIsWrittenDown() throws Exception {
        var begun = new CountDownLatch(1);
        var interrupted = new CompletableFuture<Boolean>();
        Service service = service(PROGRAM, true, folder -> {
            begun.countDown();
            try {
                Thread.sleep(TimeUnit.MINUTES.toMillis(1));
                interrupted.complete(false);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                interrupted.complete(true);
            }
            return new IllegalStateException("interrupted");
        });
        try (CommandServer _ = CommandServer.open(home, service)) {
            Thread terminal = Thread.ofPlatform().start(() -> typed("check"));
            assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
            // Closes the connection, as the end of the process does.
            terminal.interrupt();
            assertThat(interrupted.get(1, TimeUnit.MINUTES)).isTrue();
            terminal.join();
        }
        assertThat(home.resolve("gradus.log")).doesNotExist();
    }

    private CommandServer serving(String program, boolean current) {
        return CommandServer.open(home, service(program, current, CommandServerTest::refusing));
    }

    private static Service service(
            String program, boolean current, java.util.function.Function<Path, RuntimeException> opening) {
        return new Service(program, () -> current, new OnlyDesks(opening), Clock.systemUTC());
    }

    private static RuntimeException refusing(Path folder) {
        return UserFacingException.usageError("größer als " + folder);
    }

    /// The exit code; empty if the terminal is left to itself.
    private OptionalInt typed(String line) {
        return typed(line, Map.of());
    }

    private OptionalInt typed(String line, Map<String, String> variables) {
        out.reset();
        err.reset();
        var all = new HashMap<>(variables);
        String zone = System.getenv("TZ");
        if (zone != null) {
            all.putIfAbsent("TZ", zone);
        }
        var client = new CommandClient(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        List<String> words = Stream.concat(Stream.of("--home=" + home), Stream.of(line.split(" ")))
                .toList();
        int code = client.perform(
                home.resolve("studio.socket").toString(), new CommandRequest(PROGRAM, words, all, false, 80, "UTF-8"));
        return code == CommandClient.REFUSED ? OptionalInt.empty() : OptionalInt.of(code);
    }

    private UnixDomainSocketAddress address() {
        return UnixDomainSocketAddress.of(home.resolve("studio.socket"));
    }
}
