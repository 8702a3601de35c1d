package gradus.judge.selftest;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The arguments of the attacks: a file, a port, a process. A child takes no arguments for a submission, so
/// they are sent as a class of this name whose [#text] returns them.
public final class AttackArguments {

    private AttackArguments() {}

    /// The arguments, one a line. Here there are none: the child has another class of the same name.
    static String text() {
        return "";
    }

    /// The class file that replaces this class in the child.
    public static byte[] classFile(Map<String, String> arguments) {
        String text = new TreeMap<>(arguments)
                .entrySet().stream()
                        .map(argument -> argument.getKey() + "=" + argument.getValue())
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
