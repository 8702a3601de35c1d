package gradus.studio.command;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The program that the launcher starts in place of the whole one if a studio runs: it has the studio perform the
/// command, and prints what comes back. Half of its time goes into the start of the JVM, so it loads as few
/// classes as it can: no lambda, no joined strings, no streams, nothing of the rest of Gradus but
/// [CommandRequest] and [Reply].
public final class CommandClient {

    /// The exit code if the terminal must perform the command itself.
    static final int REFUSED = 75;

    private static final int NOT_YET = 1;
    private static final int SYSTEM_ERROR = 3;

    private static final String[] VARIABLES = {"HOME", "GRADUS_HOME", "NO_COLOR", "TERM", "TZ"};

    private final PrintStream out;
    private final PrintStream err;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean cancelled;

    CommandClient(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /// The arguments: the socket, the name of this program, whether the output is a terminal, then those of the
    /// command.
    public static void main(String[] args) {
        var variables = new LinkedHashMap<String, String>();
        for (String name : VARIABLES) {
            String value = System.getenv(name);
            if (value != null) {
                variables.put(name, value);
            }
        }
        var request = new CommandRequest(
                args[1],
                Arrays.asList(args).subList(3, args.length),
                variables,
                args[2].equals("terminal"),
                columns(System.getenv("COLUMNS")),
                System.out.charset().name());
        System.exit(new CommandClient(System.out, System.err).perform(args[0], request));
    }

    private static int columns(@Nullable String text) {
        try {
            return text == null ? 80 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 80;
        }
    }

    /// Prints what the command prints, as it comes.
    ///
    /// @return its exit code, or [#REFUSED]
    int perform(String socket, CommandRequest request) {
        try (SocketChannel studio = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            var output = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(studio)));
            request.write(output);
            output.flush();
            Runtime.getRuntime().addShutdownHook(new Cancel(studio));
            return follow(new DataInputStream(Channels.newInputStream(studio)));
        } catch (IOException | RuntimeException e) {
            // Nobody listens there, or the words are too long to be sent.
            return REFUSED;
        } finally {
            ended.countDown();
        }
    }

    private int follow(DataInputStream reply) throws IOException {
        int kind = reply.read();
        if (kind == Reply.REFUSED || kind < 0) {
            return REFUSED;
        }
        try {
            while (kind != Reply.EXIT) {
                Reply.copy(reply, kind == Reply.ERROR ? err : out);
                kind = reply.readUnsignedByte();
            }
            return reply.readInt();
        } catch (IOException e) {
            if (cancelled) {
                return NOT_YET;
            }
            err.println("The studio that performed this command ended before it was done; type the command again.");
            return SYSTEM_ERROR;
        }
    }

    /// On Ctrl-C, tells the studio by closing this end, and waits until it has stopped.
    private final class Cancel extends Thread {

        private final SocketChannel studio;

        Cancel(SocketChannel studio) {
            this.studio = studio;
        }

        @Override
        public void run() {
            if (ended.getCount() == 0) {
                return;
            }
            cancelled = true;
            try {
                studio.shutdownOutput();
                ended.await(5, TimeUnit.SECONDS);
            } catch (IOException e) {
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
