package gradus.judge.diagnose;

import java.util.Map;
import java.util.stream.Collectors;

/// The sentence and the question for each symptom. `@` is replaced by the symptom's numbers, `{}` and `[]` by
/// those before and after the slash.
final class SymptomMessages {

    /// Sentences that stand alone: what the result looks like, and one place to look.
    static final Map<String, String> SENTENCES = parseTable("""
            changed-argument  The call changed an argument, or the object it was called on. Work on a copy or
                in a new array.
            aliased  The result is the argument itself, or shares its array. Return a copy.
            stateful  The same call returned something else the second time. Do you keep something between
                calls?
            global-seed  The same seed doesn't give the same numbers again. Is there randomness from outside the
                generator that you're given, or does a call leave something changed: a field, or an array that it
                was given?
            allocates  It creates too many objects or arrays. Look for one that's created in every iteration.
            gradient  The gradient isn't the derivative of the function. Check it term by term.
            causality  An output depends on later inputs. Look at the mask, or at how far the loop goes.
            batch  One example's result depends on the others in its batch. Check which axis you sum over.
            position  The result ignores the order of the sequence. Look at the positional encoding.
            null  The method returned null. Look for a path that ends in `return null`.
            null-inside  The result contains null, at index @. Look for an element that you never assign.
            ragged  The rows of the result have different lengths. Look at how you create each row.
            length  The result has length {}, expected [].
            shape  The result has shape {}, expected []. Look at which argument each size comes from, and at the
                order of the arguments.
            transposed  The result is transposed: rows and columns are swapped. Check which index is the row.
            nan  You got NaN. If none of the numbers that you use is NaN, look for 0/0, the root or logarithm of a
                negative number, or ∞ − ∞.
            nan:infinity  An infinity in the input led to NaN. Look for ∞ − ∞, ∞/∞ or 0 · ∞, and handle
                infinities before that.
            nan:square  You got NaN: squares and products of numbers this large or small leave the range of double, and
                ∞/∞ or 0/0 is NaN. Scale first.
            nan:exp  You got NaN: exp(x) overflows to infinity from x = 709.8 on, and ∞ − ∞ or ∞/∞ is NaN.
                Subtract the largest first.
            nan-lost  The result should be NaN, but isn't. If one of the numbers that you use is NaN: every comparison
                with it is false, and a term that you skip can't pass it on.
            nan-lost:infinity  The result should be NaN, as ∞ − ∞ and 0 · ∞ are, but isn't. Look at what
                your code does with infinities.
            infinite  You got an infinity. Where does it come from: a division by 0, the logarithm of 0, an overflow, as
                in exp(1000), a start value that nothing replaces, or an infinity that you return as it is?
            infinite:sign  You got infinity with the wrong sign. Look at which of the two is expected here.
            infinite:exp  You got infinity: exp(x) overflows from x = 709.8 on. Check how large the argument
                of exp can get.
            infinite:log  You got −Infinity, the logarithm of 0: exp(x) underflows to 0 below x = −745. Look
                at what you subtract before exp.
            infinite:square  You got infinity: a square or higher power of a number this large overflows. Scale the
                numbers before you take powers.
            infinity-lost  The result should be infinite, but isn't. Check the case that makes it so: an
                infinite number, or no number at all.
            zero:square  The result is 0: a square or higher power of a number this small underflows. Scale the
                numbers by the largest of them, however small it is, before you take powers.
            loop-loses-digits  A plain loop returns the same here: it loses small numbers next to large ones,
                because near 1e16 doubles are 2 apart. Does what each addition rounds away reach the result,
                also if the number added has the larger absolute value?
            int-limit  You got the largest or smallest `int` or `long`, so a number outside its range went
                through that type. Should a variable be a `double`?
            lost-digits  There are small numbers next to large ones here, and near 1e16 doubles are 2 apart, so
                each addition rounds. Does what it rounds away reach the result, once and with the right sign?
            rounding  The result is right except for its last digits. Look at the type of each variable, at the
                order of the operations, and at what you add to what.
            float  The result is right to about 7 digits. Where are the others lost: in a `float`, in a difference of
                numbers that are nearly equal, or in an iteration that starts or stops where it shouldn't?
            nearly  The result is right to only a few digits. What costs the others: a constant, a tolerance, an iteration
                that stops too early, or something that an earlier step has left?
            whole  The decimals are missing, as if the result were cut to an integer. Look for an integer
                division or an `(int)`.
            rounded  The result is rounded to integers. Look for a Math.round, or an integer on the way.
            alone:first  You got the result of the first of the two numbers alone. Check where the loop ends,
                and whether every iteration adds to the total.
            alone:second  You got the result of the second of the two numbers alone. Check where the loop
                starts, and whether it adds to the total or overwrites it.
            without:last  You got the result without the last number. Check where your loop ends.
            without:first  You got the result without the first number. Check where your loop starts.
            only:last  Only the last number counts in your result. Do you add to the total, or overwrite it?
            only:first  Only the first number counts in your result. Does the loop end after one iteration?
            itself  You got the result of the first argument with itself, so the other one is ignored. Check
                which of the two you read.
            as-given  You returned the input, unchanged. Look at your `return`.
            done-twice  The operation was done twice. Look for a factor or term that appears two times.
            equal-but:first  All elements but the first are right. Does a loop leave it out, is
                something else done to it than to the others, or is something left over from them?
            equal-but:last  All elements but the last are right. Does a loop leave it out, is
                something else done to it than to the others, or is something left over from them?
            equal-but:first-column  All columns but the first are right. Does a loop leave it out, is
                something else done to it than to the others, or is something left over from them?
            equal-but:last-column  All columns but the last are right. Does a loop leave it out, is
                something else done to it than to the others, or is something left over from them?
            columns:right  Every column is one position too far right. Check where the inner index starts.
            columns:left  Every column is one position too far left. Check where the inner index starts.
            reversed  The elements are right, but in reverse order. Check which way your index runs.
            rolled:right  Every element is one position too far right, and the last one wrapped to the front.
                Look at the index and its remainder.
            rolled:left  Every element is one position too far left, and the first one wrapped to the end.
                Look at the index and its remainder.
            shifted:right  Every element is one position too far right. Check where your index starts.
            shifted:left  Every element is one position too far left. Check where your index starts.
            sorted  The values are right, but sorted. Return them in the order in which they were given.
            permuted  The values are right, but in the wrong order. Check how you index the result.
            ratio:2  The result is exactly 2 times what was expected. Is a factor counted twice, or a division
                missing?
            ratio:1/2  The result is exactly half of what was expected. Is a factor 2 missing, or a division one
                too many?
            ratio:-1  The result has the right magnitude but the wrong sign. Is a subtraction the wrong way
                round, a minus missing, a Math.abs missing or one too many, or are two cases swapped?
            ratio:1/ln2  The result is off by a factor 1/ln 2, as if you used a logarithm to base 2 for a
                natural one.
            ratio:ln2  The result is off by a factor ln 2, as if you used a natural logarithm for one to base
                2.
            ratio:1/ln10  The result is off by a factor 1/ln 10, as if you used a logarithm to base 10 for a
                natural one.
            ratio:ln10  The result is off by a factor ln 10, as if you used a natural logarithm for one to
                base 10.
            ratio:100  The result is 100 times what was expected. Is it a percentage, where a fraction was
                expected?
            ratio:degrees  The result is in degrees, but the contract asks for radians.
            ratio:n  The result is @ times what was expected, and @ numbers went in. Is it a sum instead of a
                mean, or is a division by their number missing?
            ratio:1/n  The result is 1/@ of what was expected, and @ numbers went in. Is it a mean instead of
                a sum? Look for a division by their number.
            ratio:n/(n-1)  The result is off by a factor n/(n − 1) with n = @: you divide by n − 1, but the
                contract divides by n.
            ratio:(n-1)/n  The result is off by a factor (n − 1)/n with n = @: you divide by n, but the
                contract divides by n − 1.
            ratio:root-n  The result is off by a factor √n with n = @. Look for a missing division by the
                number of elements, or by its root.
            ratio:1/root-n  The result is off by a factor 1/√n with n = @. Look for an extra division by the
                number of elements, before a root.
            constant  The result is exactly @ times what was expected. Is there a factor or a division too many, or is
                one missing?
            square-root  The result is the square root of what was expected. Is there a sqrt too many, or a factor
                in it once instead of twice?
            squared  The result is the square of what was expected. Is a factor in it twice, or a sqrt missing?
            complement  The result is 1 − x, but x was expected. Check which of the two the contract asks for.
            exponential  The result is exp(x), but x was expected. Look for a missing logarithm.
            logarithm  The result is the logarithm of what was expected. Look for an extra log, or a missing
                exp.
            angle  The result is the angle itself, in radians, but its cosine was expected. Look for an extra
                acos.
            angle:degrees  The result is the angle itself, in degrees, but its cosine was expected. Look for
                an extra acos.
            inverse  The result is 1/x, but x was expected. Check which way round you divide.
            before-softmax  The result would be right after a softmax. Look for where it's missing.
            before-normalising  The result would be right if it summed to 1. Divide by the total at the end.
            absolute  The absolute values are right, but negative numbers lost their sign. Is there an abs or a
                square too many?
            some-signs  The absolute values are right, but some signs aren't. Look at the order of a
                subtraction, and at what happens to negative numbers.
            cumulative  Each number of the result is the sum of what was expected up to there. Is the total set
                to 0 again for each?
            offset  The result is off by @ each time. Look at what the total starts from, and for something
                added once too often or never subtracted.
            one-more  The result is one too large each time. Look at what you count from, and at a `+ 1`.
            one-less  The result is one too small each time. Look at what you count from, and at a `- 1`.
            off-by-one:each  Every number is off by one. What do they count, and from where?
            same-answer  Every failing call of `{}` returned []. What could cause this: a start value that
                nothing replaces, a loop that ends after its first iteration, a total that isn't reset for
                every element, the same element each time, a value returned too early, or a last step that always
                gives the same, such as a division of integers or swapped limits?
            opposite  The answers are wrong in both directions: true where false was expected, and false where
                true was. Look at the comparison, and at what is compared.
            text:case  The string is right except for upper and lower case.
            text:edges  The string is right except for blanks or line ends at its edges.
            text:blanks  The string is right except for its blanks and line ends.
            too-slow:linear  It takes longer for a larger input, but shouldn't. Look for a loop that isn't
                needed.
            too-slow:quadratic  Twice the input takes four times as long. Look for a loop inside a loop, or a
                search inside a loop.
            too-slow:cubic  Twice the input takes eight times as long. Look for three nested loops where fewer
                would do.
            too-slow:worse  The time grows faster than any small power of the size. Look for a method that
                calls itself twice.
            allocates:linear  It creates more objects for a larger input. Look for one that's created in every
                iteration.
            allocates:quadratic  Twice the input takes four times the memory. Look for an array or string
                that's copied inside the loop.
            allocates:cubic  Twice the input takes eight times the memory. Look for an array that's copied in
                a loop inside a loop.
            allocates:worse  The memory grows faster than any small power of the size. Look at what you create
                for each pair or subset.
            seed-ignored  Another seed gives the very same result. Do you use the generator that you're given?
            train-eval  Training and evaluation don't differ as they should. Look at what dropout or averages
                do in each.
            not-shares  The rows don't sum to 1. Check which axis the softmax runs along, and what it divides
                by.
            attention-uniform  Every position attends to all others equally. Look at the scale of the scores,
                and whether queries meet keys.
            attention-collapsed  Every position attends to a single position. Look for a missing division by
                the root of the dimension.
            initial-loss  The first loss isn't that of random guessing. Look at the scale of the initial
                weights, and at what the loss averages over.
            overfit  The model doesn't overfit a single batch, which it should. Does every update reach every
                parameter, with its own gradient?
            overfit:rises  The loss rises on a batch that the model sees again and again. Check the sign of
                the update, then the learning rate.
            leak  Trained on shuffled labels, the model still beats guessing, so the answer leaks in. Check
                whether it sees test rows or the label itself.
            dead-units  Some units are 0 for every row. Look at the scale of the initial weights, and at the
                learning rate.
            gradient-cut  No gradient reaches the first layer. Look for a value that's copied out of the graph
                on the way.
            gradient-vanishes  The gradient shrinks from layer to layer. Look at the scale of the initial
                weights, and at the activation function.
            gradient-explodes  The gradient grows from layer to layer. Look at the scale of the initial
                weights.
            mean-off  The mean of the samples is off by more than chance explains.
            variance-off  The spread of the samples is off by more than chance explains.
            share-off  It happens @ often than chance explains.
            too-few  There are too few samples to judge. Look at how many you draw.
            kinks  The function has a kink at every point that was tested. Look for an abs, a max or a
                comparison that shouldn't be there.
            correlated  Values that should be independent are correlated. Do you use one random number twice?
            distribution  What you draw doesn't come up as often as it should, by more than chance explains. Which
                outcomes are too likely, and which too rare?
            """);

    /// Questions that follow the check's own reason, for symptoms that may be a coincidence.
    static final Map<String, String> QUESTIONS = parseTable("""
            zero  The result is 0: was something never added, multiplied by 0, or cancelled out, or does a start
                value of 0 win?
            ratio:2  The result is 2 times what was expected: do you count something twice?
            ratio:1/2  The result is half of what was expected: is something left out, or halved?
            ratio:-1  The result has the wrong sign: is a subtraction the wrong way round, a Math.abs missing or one
                too many, or are two cases swapped?
            ratio:n  The result is @ times what was expected, and @ numbers went in: is a division by their
                number missing?
            ratio:1/n  The result is 1/@ of what was expected, and @ numbers went in: is there a division by
                their number?
            constant  The result is @ times what was expected: is there an extra or missing factor?
            squared  The result is the square of what was expected: is a sqrt missing?
            square-root  The result is the root of what was expected: is there an extra sqrt?
            exponential  The result is exp of what was expected: is a logarithm missing?
            logarithm  The result is the logarithm of what was expected: is an exp missing?
            complement  The result is 1 − x, but x was expected: which of the two does the contract ask for?
            without:last  Without the last number, the result is the same: does your loop reach it?
            without:first  Without the first number, the result is the same: does your loop start with it?
            only:last  The last number alone gives the same: does each iteration add to the total, or
                overwrite it?
            only:first  The first number alone gives the same: does the loop go on after one iteration?
            alone:first  The first of the two numbers alone gives the same: do you ever add the other one?
            alone:second  The second of the two numbers alone gives the same: do you ever add the first one?
            itself  The first argument with itself gives the same: do you read the other one?
            as-given  The result is the same as the input: do you return the new value?
            done-twice  Doing it twice gives the same: does a factor or term appear two times?
            lost-digits  There are small numbers next to large ones: where do digits get lost?
            whole  The result is an integer: is there an integer division or an `(int)` on the way?
            rounded  The result is an integer: do you round something on the way?
            """);

    /// The formulas that an `instead:` symptom names; what is in parentheses is left out for the expected
    /// one.
    static final Map<String, String> FORMULAS = parseTable("""
            sum  the sum
            mean  the mean
            sum-of-squares  the sum of the squares
            norm  the root of the sum of squares
            sum-of-sizes  the sum of the absolute values (without squares)
            largest-size  the largest absolute value
            root-mean-square  the root of the mean of the squares (divided by their number)
            log-sum-exp  the logarithm of the sum of exponentials
            log-mean-exp  the logarithm of the mean of the exponentials (divided by their number)
            dot  the sum of the products
            sum-of-both  the sum of all components (added, not multiplied)
            mean-of-products  the mean of the products
            cosine  the dot product divided by both norms
            city-distance  the sum of the absolute differences
            squared-distance  the sum of the squared differences (without the root)
            distance  the root of the sum of the squared differences
            signed-differences  the sum of the signed differences (so they cancel)
            city-distance-of-sums  the sum of the absolute sums (the vectors are added, not subtracted)
            distance-of-sums  the length of the sum (the vectors are added, not subtracted)
            plus  the elementwise sum
            minus  the elementwise difference
            times  the elementwise product
            divided  the elementwise quotient (a division)
            """);

    private SymptomMessages() {}

    /// Parses one symptom and its text a line; an indented line continues the one above.
    private static Map<String, String> parseTable(String lines) {
        return lines.strip()
                .replaceAll("\n +", " ")
                .lines()
                .map(line -> line.split(" +", 2))
                .collect(Collectors.toUnmodifiableMap(line -> line[0], line -> line[1]));
    }
}
