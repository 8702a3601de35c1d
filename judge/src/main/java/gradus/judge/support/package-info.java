/// What every step needs: the compiled library, content hashes, the cache on disk, the exception for the
/// judge's own faults.
package gradus.judge.support;
