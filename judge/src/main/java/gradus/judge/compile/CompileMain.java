package gradus.judge.compile;

import gradus.course.cut.Merger;
import gradus.judge.javac.Javac;
import gradus.judge.support.CompiledLibrary;
import gradus.proctor.transcript.FrameWriter;
import gradus.proctor.transcript.Token;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

/// Main class of the compile process. It answers one request after another and ends when its parent does. It
/// never runs what it compiles.
///
/// Arguments: the library, then the other modules that snippets and checks may use. It first reads the token
/// that starts each of its answers.
public final class CompileMain {

    /// Stack size of the compiler thread: deeply nested sources need a lot. Beyond this, the compiler gives
    /// up.
    private static final long STACK = 16L << 20;

    private static final int NO_PARENT = 97;
    private static final int GAVE_UP = 96;

    private CompileMain() {}

    public static void main(String[] args) throws IOException {
        var in = new FileInputStream(FileDescriptor.in);
        var out = new FileOutputStream(FileDescriptor.out);
        // Only the frames are answers, not what the compiler itself may print.
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        Path library = Path.of(args[0]);
        List<Path> everything = Stream.of(args).map(Path::of).toList();
        var learnerCompiler =
                new PartCompiler(Javac.forLearners(CompiledLibrary.read(library).classes()));
        var courseCompiler = new PartCompiler(Javac.forCourse(everything));
        var requests = new LinkedBlockingQueue<CompileCodec.Request>();
        FrameWriter answers = answers(in, out);
        Thread.ofPlatform().daemon().name("watchdog").start(() -> read(in, requests));
        new Thread(null, () -> answer(requests, learnerCompiler, courseCompiler, answers), "javac", STACK).start();
    }

    private static FrameWriter answers(InputStream in, OutputStream out) throws IOException {
        try {
            var data = new DataInputStream(in);
            // Nobody else writes to this stream, so an answer may go in one piece.
            return new FrameWriter(new BufferedOutputStream(out, 1 << 16), new Token(data.readLong(), data.readLong()));
        } catch (EOFException e) {
            Runtime.getRuntime().halt(0);
            throw e;
        }
    }

    private static void read(InputStream in, LinkedBlockingQueue<CompileCodec.Request> requests) {
        try {
            while (true) {
                requests.add(CompileCodec.read(in));
            }
        } catch (EOFException e) {
            Runtime.getRuntime().halt(0);
        } catch (IOException e) {
            Runtime.getRuntime().halt(NO_PARENT);
        } finally {
            // Without the watchdog, this process would outlive its parent.
            Runtime.getRuntime().halt(NO_PARENT);
        }
    }

    private static void answer(
            LinkedBlockingQueue<CompileCodec.Request> requests,
            Compiler learnerCompiler,
            Compiler courseCompiler,
            FrameWriter answers) {
        while (true) {
            try {
                CompileCodec.Request request = requests.take();
                CompileResult result = (request.forLearner() ? learnerCompiler : courseCompiler)
                        .compile(request.sources(), request.providedClasses());
                answers.write(CompileCodec.encode(result));
                Merger.prepare();
            } catch (InterruptedException e) {
                Thread.interrupted();
            } catch (IOException e) {
                Runtime.getRuntime().halt(NO_PARENT);
            } catch (RuntimeException | Error e) {
                // Don't use a compiler again that failed once: the parent starts another process.
                Runtime.getRuntime().halt(GAVE_UP);
            }
        }
    }
}
