package gradus.judge.compile;

import java.util.List;
import java.util.stream.Stream;

/// Plain words for the compiler's usual errors. A rule is what the error's code begins with, what its message
/// contains (`-` for anything), and the words; of the rules that fit, the first is taken.
final class ErrorExplanations {

    private record Rule(String code, String messagePart, String explanation) {}

    private static final List<Rule> RULES = parseRules("""
            expected4 | - | There is a closing brace } too many above: the class ends there.
            statement.not.expected | - | This stands outside of any method. Was a brace closed too early above, or a
                method begun inside another?
            expected | ';' | A semicolon is missing at the end of this statement, or there is a parenthesis or comma too
                many in it.
            expected | ')' | A closing parenthesis is missing, or there is one too many before this place.
            expected | ']' | A bracket is missing. A new array is made with `new`: `new double[3]`.
            expected | : expected | A colon is missing: a choice is written `condition ? one : other`.
            expected | <identifier> | Java expects a name here. Is this a statement outside a method, or a word that
                Java keeps for itself, such as `class`?
            expected | - | Something is missing here, or stands in the wrong place.
            premature.eof | - | The file ends too soon: a brace { was opened and never closed.
            unclosed.str.lit | - | A text was opened with a double quote and not closed on this line.
            unclosed.char.lit | - | Single quotes hold one character, as in 'a'. A text stands in double quotes: "abc".
            empty.char.lit | - | Single quotes hold exactly one character. An empty text is "".
            unclosed.comment | - | A comment was opened with /* and never closed with */.
            unclosed.text.block | - | A text block was opened with three quotes and never closed.
            illegal.char | - | This character is no part of Java. Was it copied from a text, with a long dash or curly
                quotes in place of - and "?
            illegal.esc.char | - | In a text, a backslash begins a special character. For the backslash itself write \\\\.
            int.number.too.large | - | This number does not fit in an int. Write an L behind it for a long, or .0 for a
                double.
            else.without.if | - | This `else` has no `if`: look before it, for a semicolon behind the condition or a brace
                too many.
            catch.without.try | - | This `catch` has no `try` before it.
            finally.without.try | - | This `finally` has no `try` before it.
            try.without.catch | - | A `try` needs a `catch` or a `finally` after it.
            orphaned | - | A `case` or `default` stands outside of any switch.
            break.outside | - | There is no loop or switch here that `break` could end. To end the method, `return`.
            cont.outside | - | There is no loop here whose next round `continue` could begin.
            not.stmt | - | This is a value, not a statement. Assign it, return it, or call something.
            illegal.start.of.expr | - | An expression cannot begin like this. Look before it: was a brace or parenthesis
                never closed, or a method begun inside another?
            illegal.start.of.type | - | A type or a statement cannot begin like this. Look just before it.
            invalid.meth.decl | - | This method has no return type: write `double`, `void` or another one before its name.
            array.dimension.missing | - | The new array has no size: write it in the brackets, as in `new double[n]`.
            repeated.modifier | - | The same word stands here twice.
            illegal.combination.of.modifiers | - | These words contradict one another: one of them must go.
            cant.resolve | symbol:   method length() | An array has a `length` without parentheses: `x.length`.
            cant.resolve | symbol:   method size() | There is no `size()` here. An array has `x.length`, a text
                `s.length()`.
            cant.resolve | symbol:   variable length | There is no `length` here. A text has `s.length()`, a list
                `xs.size()`; only an array has `x.length`.
            cant.resolve | symbol:   method | There is no method of this name and these parameters. Check both.
            cant.resolve | symbol:   class | There is no class of this name here. Check its spelling and imports.
            cant.resolve | symbol:   variable | There is no variable of this name here. Check spelling, and its block.
            cant.resolve | - | This name is not known here. Check its spelling and imports.
            prob.found.req | lossy conversion from double to int | A double would lose its decimals here. Use a double,
                or cast on purpose: `(int) x` cuts, `Math.round(x)` rounds.
            prob.found.req | lossy conversion from double to float | A number with decimals is a double. Write an f
                behind it, or better, use a double throughout.
            prob.found.req | lossy | A number would lose digits here. Use the wider type, or cast on purpose.
            prob.found.req | char cannot be converted to java.lang.String | Single quotes make a character. A text
                stands in double quotes: "a".
            prob.found.req | String cannot be converted to | A text is no number. Leave out its quotes, or read it
                with `Double.parseDouble`.
            prob.found.req | cannot be converted to boolean | A condition must be true or false: write a comparison, as
                in `n != 0`.
            prob.found.req | cannot be converted to java.lang.String | This is no text. Make one of it with
                `String.valueOf(…)`.
            prob.found.req | unexpected return value | This method is void, or a lambda is: it has nothing to return.
            prob.found.req | missing return value | This method promises a result: write it behind `return`.
            prob.found.req | void cannot be converted | What is called here gives nothing back: it is void.
            prob.found.req | <nulltype> | A primitive type cannot be null. Give it a number, or say what is missing in
                another way.
            prob.found.req | Object cannot be converted | All that is known of this value is that it is an Object. Was
                a type left out, as in `List` for `List<Double>`?
            prob.found.req | incompatible bounds | The elements have another type than the list. A list of `Double` is
                made of numbers with decimals: `List.of(1.0, 2.0)`.
            prob.found.req | - | The value's type is not the type that is needed here.
            operator.cant.be.applied | '&&' | `&&` joins conditions. Each side must be true or false: write a
                comparison.
            operator.cant.be.applied | '||' | `||` joins conditions. Each side must be true or false: write a
                comparison.
            operator.cant.be.applied | '!' | `!` turns a condition round. Of a number, write a comparison, as in
                `n == 0`.
            operator.cant.be.applied | java.lang.String | Texts can be added with + and nothing else.
            operator.cant.be.applied | [] | This operator does not work on a whole array. Use its elements, one by one.
            operator.cant.be.applied | - | This operator does not work on values of these types.
            incomparable.types | - | Values of these two types can never be equal.
            cant.apply.symbol | constructor | The class exists, but it is not made with these arguments. Compare their
                number and types.
            cant.apply | - | The method exists, but not with these arguments. Compare number and types.
            type.found.req | - | Between < and > stands a class, not a primitive type: `List<Integer>` for `List<int>`,
                `List<Double>` for `List<double>`.
            improperly.formed.type | - | The types between < and > are missing or too many.
            cant.apply.diamond | - | The types between < and > cannot be found out here: write them down.
            missing.ret.stmt | - | Some way through this method ends without a return.
            cant.ret.val | - | This method is void: it has nothing to return.
            unreported.exception | - | This can throw a checked exception. Catch it; the contract has none.
            except.never.thrown | - | Nothing in this `try` throws that exception: the `catch` can go.
            except.already.caught | - | A `catch` above takes this exception already: put the narrower one first.
            unreachable.stmt | - | No run can get here: there is a return, throw or endless loop above.
            initializer.must.be.able | - | An initializer must be able to end without an exception.
            var.might.not.have.been.initialized | - | On some way to this place the variable has no value yet.
            var.might.already.be.assigned | - | A final variable can be given a value once only.
            cant.assign.val.to.var | variable length | The length of an array cannot be changed. To compare, write ==.
            cant.assign.val.to.var | - | This is final, as a record's parts are: it keeps the value that it was given
                first.
            cant.infer.local.var.type | - | `var` takes its type from the value, and this one tells none. Write the type.
            local.variables.referenced | - | A lambda can use only variables that are given a value once.
            cant.ref.non.effectively | - | A lambda can use only variables that are given a value once. Use a loop, or an
                array.
            already.defined | - | This name is taken: it is declared a second time in the same place.
            duplicate.case.label | - | Two cases of this switch are the same.
            duplicate.default.label | - | A switch has one `default` at most.
            duplicate.class | - | There is a class of this name already.
            not.exhaustive | - | Some value has no case in this switch. Add the cases that are missing, or a `default`.
            pattern.dominated | - | A case above takes all that this one could: put the narrower one first.
            switch.mixing.case.types | - | A switch has either arrows or colons, not both.
            switch.expression.completes.normally | - | A case of this switch gives no value: end it with `yield`.
            foreach.not.applicable | - | A for-each goes through an array or a list. To count, write
                `for (int i = 0; i < n; i++)`.
            class.public.should.be.in.file | - | A public class must have the name of its file.
            non-static.cant.be.ref | variable this | A static method has no object of its own, and so no `this`.
            non-static.cant.be.ref | - | This belongs to an object. A static method has none at hand: make it static too,
                or call it on an object.
            abstract.cant.be.instantiated | - | No object can be made of this: it is abstract. Make one of a class that
                extends it.
            does.not.override.abstract | - | A method that the class promises is missing, or differs.
            method.does.not.override | - | There is nothing that this overrides: name or parameters differ.
            override.weaker.access | - | What overrides a public method must be public too.
            override.static | - | A static method cannot take the place of one that belongs to an object, nor the other
                way round.
            override.meth.doesnt.throw | - | The method that this overrides does not throw this exception: catch it.
            override.meth | - | The method that this overrides has another return type, or is final.
            record.cannot.declare.instance.fields | - | A record has no fields but its components: put it into the
                parentheses behind the name.
            invalid.canonical.constructor | - | The constructor of a record must take and set all of its components.
            first.statement.must.be.call | - | A constructor of a record must begin by calling the one with all components.
            cant.inherit.from.sealed | - | That type is sealed, and does not name this one behind `permits`.
            cant.inherit.from.final | - | That class is final: nothing may extend it.
            non.sealed.sealed.or.final | - | What extends a sealed type says how it goes on: write `final`, `sealed` or
                `non-sealed`, or make it a record.
            invalid.permits.clause | - | What stands behind `permits` must extend this type, in the same package.
            intf.expected.here | - | An interface is needed here: a class is extended, not implemented.
            no.intf.expected.here | - | A class is needed here: an interface is implemented, not extended.
            cyclic.inheritance | - | A class cannot extend itself, not even by a detour.
            call.must.be.first | - | A call of another constructor must be the first statement of a constructor.
            report.access | - | This is private to another class: look for a public method of it.
            not.def.public | - | That class is not public, so that only its own package can use it.
            doesnt.exist | - | There is no such package here. Labs may use java.base and the library.
            package.not.visible | - | This package is closed here. Labs may use java.base and the library.
            array.req.but.found | java.util | A list is read with `xs.get(i)`; [ ] is for arrays.
            array.req.but.found | - | Only an array can be indexed with [ ].
            cant.deref | - | A primitive value has no methods or fields.
            ref.ambiguous | - | More than one method fits these arguments equally well: cast one of them.
            unexpected.type | - | A variable is needed here, not a value: only a variable can be changed.
            preview.feature | - | This is no part of Java yet. Write it in another way.
            """);

    private ErrorExplanations() {}

    /// @param code like `compiler.err.cant.resolve.location.args`; what follows the first words is detail
    static String explain(String code, String message) {
        String key = code.replace("compiler.err.", "");
        return RULES.stream()
                .filter(rule -> key.startsWith(rule.code) && message.contains(rule.messagePart))
                .findFirst()
                .map(Rule::explanation)
                .orElse("");
    }

    /// A rule in each line; a line that is indented goes on with the one above.
    private static List<Rule> parseRules(String lines) {
        return Stream.of(lines.strip().replaceAll("\n +", " ").split("\n"))
                .map(line -> line.split(" \\| ", 3))
                .map(parts -> new Rule(parts[0], parts[1].equals("-") ? "" : parts[1], parts[2]))
                .toList();
    }
}
