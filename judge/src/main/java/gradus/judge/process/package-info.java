/// Child JVMs: the images that they start from, the pools in which they wait, the messages that they send,
/// and the background tasks that keep the pools filled.
package gradus.judge.process;
