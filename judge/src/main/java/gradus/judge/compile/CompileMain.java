package gradus.judge.compile;

import gradus.judge.support.CompiledLibrary;
import gradus.proctor.transcript.FrameWriter;
import gradus.proctor.transcript.Token;
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

/// The compile process: answers one request to compile after another, and ends when its parent does. It runs
/// nothing of what it compiles.
///
/// Arguments: the library, then what else sources beside it may use. First it is given the token that its
/// answers begin with.
public final class CompileMain {

    /// Deep nesting costs the compiler stack; more than this and it gives up with a sentence.
    private static final long STACK = 16L << 20;

    private static final int NO_PARENT = 97;
    private static final int GAVE_UP = 96;

    private CompileMain() {}

    public static void main(String[] args) throws IOException {
        var in = new FileInputStream(FileDescriptor.in);
        var out = new FileOutputStream(FileDescriptor.out);
        // What the compiler itself may print is no answer.
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        Path library = Path.of(args[0]);
        List<Path> everything = Stream.of(args).map(Path::of).toList();
        var learners = Javac.forLearners(CompiledLibrary.read(library).classes());
        var course = Javac.forCourse(everything);
        var requests = new LinkedBlockingQueue<CompileCodec.Request>();
        FrameWriter answers = answers(in, out);
        Thread.ofPlatform().daemon().name("watchdog").start(() -> read(in, requests));
        new Thread(null, () -> answer(requests, learners, course, answers), "javac", STACK).start();
    }

    private static FrameWriter answers(InputStream in, OutputStream out) throws IOException {
        try {
            var data = new DataInputStream(in);
            return new FrameWriter(out, new Token(data.readLong(), data.readLong()));
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
            // Without its watchdog it would outlive its parent.
            Runtime.getRuntime().halt(NO_PARENT);
        }
    }

    private static void answer(
            LinkedBlockingQueue<CompileCodec.Request> requests, Javac learners, Javac course, FrameWriter answers) {
        while (true) {
            try {
                CompileCodec.Request request = requests.take();
                CompileResult compileResult = (request.forLearner() ? learners : course)
                        .compile(request.sources(), request.providedClasses());
                answers.write(CompileCodec.encode(compileResult));
            } catch (InterruptedException e) {
                Thread.interrupted();
            } catch (IOException e) {
                Runtime.getRuntime().halt(NO_PARENT);
            } catch (RuntimeException | Error e) {
                // A compiler that has failed once is not asked again: the parent starts another.
                Runtime.getRuntime().halt(GAVE_UP);
            }
        }
    }
}
