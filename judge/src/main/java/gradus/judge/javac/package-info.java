/// The platform's compiler, kept warm, and explanations of its errors in plain words.
package gradus.judge.javac;
