/// Child JVMs: the images they start from, the pools in which they wait, the messages they send, and the
/// background tasks that keep the pools filled.
package gradus.judge.process;
