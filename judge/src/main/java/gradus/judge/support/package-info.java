/// Shared by all steps: the compiled library, content hashes, the cache on disk, and the exception for the
/// judge's own faults.
package gradus.judge.support;
