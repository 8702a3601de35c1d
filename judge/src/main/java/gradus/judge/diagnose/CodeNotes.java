package gradus.judge.diagnose;

import gradus.course.Source;
import gradus.judge.compile.CompileResult;
import gradus.judge.compile.PartLayout;
import gradus.judge.support.CompiledLibrary;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What is suspicious in a learner's code, whatever the checks say. Said only of code that fails.
public final class CodeNotes {

    private static final Set<Opcode> COMPARISONS = Set.of(Opcode.DCMPL, Opcode.DCMPG, Opcode.FCMPL, Opcode.FCMPG);

    private CodeNotes() {}

    /// Sentences, the most suspicious first.
    public static List<String> of(CompileResult.Success compiled) {
        List<ClassModel> classes = compiled.classes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> ClassFile.of().parse(entry.getValue()))
                .toList();
        return Stream.concat(
                        classes.stream().flatMap(type -> comparisonsWithNan(type, layout(type, compiled)).stream()),
                        classes.stream().flatMap(CodeNotes::nonFinalStaticFields))
                .toList();
    }

    private static Optional<PartLayout> layout(ClassModel type, CompileResult.Success compiled) {
        String name = type.thisClass().asInternalName().replace('/', '.');
        return Optional.ofNullable(compiled.layouts().get(Source.pathOf(CompiledLibrary.topLevelName(name))));
    }

    private static Stream<String> nonFinalStaticFields(ClassModel type) {
        return type.fields().stream()
                .filter(field -> field.flags().has(AccessFlag.STATIC)
                        && !field.flags().has(AccessFlag.FINAL)
                        && !field.flags().has(AccessFlag.SYNTHETIC))
                .map(field -> "Note that `" + simple(type) + "."
                        + field.fieldName().stringValue() + "` is static, so it keeps its value from call to call.")
                .sorted();
    }

    /// The lines on which the learner compares with the constant NaN.
    private static List<String> comparisonsWithNan(ClassModel type, Optional<PartLayout> layout) {
        var notes = new ArrayList<String>();
        for (MethodModel method : type.methods()) {
            method.code()
                    .ifPresent(code -> lines(code).stream()
                            .filter(line ->
                                    layout.map(part -> part.isLearners(line)).orElse(true))
                            .map(line -> "Note line " + line
                                    + ": no number equals `NaN`, not even `NaN`, so `==` is always false there and `!=` always"
                                    + " true. Ask `Double.isNaN` instead.")
                            .forEach(notes::add));
        }
        return notes;
    }

    private static List<Integer> lines(CodeModel code) {
        var lines = new ArrayList<Integer>();
        int line = 0;
        boolean nan = false;
        for (CodeElement element : code) {
            switch (element) {
                case LineNumber number -> line = number.line();
                case OperatorInstruction operator -> {
                    if (nan && COMPARISONS.contains(operator.opcode())) {
                        lines.add(line);
                    }
                    nan = false;
                }
                case ConstantInstruction constant -> nan = isNan(constant.constantValue());
                default -> nan = false;
            }
        }
        return lines;
    }

    private static boolean isNan(Object constant) {
        return constant.equals(Double.NaN) || constant.equals(Float.NaN);
    }

    private static String simple(ClassModel type) {
        String name = type.thisClass().asInternalName();
        return name.substring(name.lastIndexOf('/') + 1).replace('$', '.');
    }
}
