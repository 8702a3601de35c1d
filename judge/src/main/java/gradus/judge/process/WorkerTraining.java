package gradus.judge.process;

import gradus.judge.compile.CallSites;
import gradus.judge.compile.CompileCodec;
import gradus.judge.compile.SourceSet;
import gradus.proctor.transcript.Job;
import gradus.proctor.transcript.Job.CheckMethod;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.reflect.AccessFlag;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The job with which a worker is trained: checks of every kind, right and wrong, so that it loads what the
/// checks of labs do.
final class WorkerTraining {

    private static final String SUBJECT = "gradus.ml.training.Numbers";
    private static final String CHECKS = "gradus.checks.training.TrainingChecks";

    private WorkerTraining() {}

    /// The request to compile it.
    static CompileCodec.Request request() throws IOException {
        return new CompileCodec.Request(
                false, SourceSet.of(Map.of(path(SUBJECT), source(SUBJECT), path(CHECKS), source(CHECKS))), Map.of());
    }

    private static String path(String className) {
        return className.replace('.', '/') + ".java";
    }

    private static String source(String className) throws IOException {
        String name = "training/" + className.substring(className.lastIndexOf('.') + 1) + ".java";
        try (InputStream in = WorkerTraining.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// @param compiled the compiled classes, by name
    static Job job(Map<String, byte[]> compiled) {
        var parts = new HashMap<>(compiled);
        parts.keySet().removeIf(name -> !name.startsWith(SUBJECT));
        var checks = new HashMap<>(compiled);
        checks.keySet().removeAll(parts.keySet());
        return new Job(
                Map.of(),
                parts,
                new CallSites(compiled).replace(checks),
                new Job.RunChecks(methods(checks.get(CHECKS))));
    }

    private static List<CheckMethod> methods(byte[] checks) {
        ClassModel type = ClassFile.of().parse(checks);
        return type.methods().stream()
                .filter(WorkerTraining::isCheck)
                .map(method -> method.methodName().stringValue())
                .map(name -> new CheckMethod(name, CHECKS, name, false))
                .toList();
    }

    private static boolean isCheck(MethodModel method) {
        return !method.flags().has(AccessFlag.PRIVATE)
                && !method.flags().has(AccessFlag.STATIC)
                && !method.methodName().equalsString("<init>");
    }
}
