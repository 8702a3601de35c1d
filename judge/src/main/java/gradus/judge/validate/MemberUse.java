package gradus.judge.validate;

import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.util.ArrayList;
import java.util.List;

/// A use of a field or a method in compiled code. Reflection hides from it, method references and lambdas
/// don't.
///
/// @param line of the source, 0 if unknown
record MemberUse(ClassMember.Key member, int line) {

    /// The uses in the code of a class, in order.
    static List<MemberUse> in(ClassModel type) {
        var uses = new ArrayList<MemberUse>();
        for (MethodModel method : type.methods()) {
            method.code().ifPresent(code -> {
                int line = 0;
                for (CodeElement element : code) {
                    switch (element) {
                        case LineNumber number -> line = number.line();
                        case InvokeInstruction call -> uses.add(new MemberUse(key(call.method()), line));
                        case FieldInstruction field -> uses.add(new MemberUse(key(field.field()), line));
                        case InvokeDynamicInstruction dynamic -> {
                            for (var argument :
                                    dynamic.invokedynamic().bootstrap().arguments()) {
                                if (argument instanceof MethodHandleEntry handle) {
                                    uses.add(new MemberUse(key(handle.reference()), line));
                                }
                            }
                        }
                        default -> {}
                    }
                }
            });
        }
        return uses;
    }

    private static ClassMember.Key key(MemberRefEntry entry) {
        return new ClassMember.Key(
                entry.owner().asInternalName().replace('/', '.'),
                entry.name().stringValue(),
                entry.type().stringValue());
    }
}
