package gradus.judge.selftest;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What the deeds are aimed at: a file, a port, a process. A child takes no arguments for a submission,
/// so the aims travel as a class of this name whose [#text] holds them.
public final class AttackArguments {

    private AttackArguments() {}

    /// The aims, a line each. Here there are none: the child has a class of the same name in place of
    /// this one.
    static String text() {
        return "";
    }

    /// The class in place of this one, compiled.
    public static byte[] classFile(Map<String, String> arguments) {
        String text = new TreeMap<>(arguments)
                .entrySet().stream()
                        .map(aim -> aim.getKey() + "=" + aim.getValue())
                        .collect(Collectors.joining("\n"));
        return ClassFile.of()
                .build(
                        ClassDesc.of(AttackArguments.class.getName()),
                        type -> type.withMethodBody(
                                "text",
                                MethodTypeDesc.of(ConstantDescs.CD_String),
                                ClassFile.ACC_STATIC,
                                code -> code.loadConstant(text).areturn()));
    }
}
